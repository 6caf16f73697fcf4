import { type Client, type ClientOptions } from 'openapi-fetch';
import { type Credential } from './credentials.js';
import type { paths } from '../schema.js';
export type * from '../schema.js';
export type { Credential } from './credentials.js';
export { isProblem } from './problem.js';
/** What a client needs to know, and whatever openapi-fetch can be told besides. */
export interface VirtualAccountsClientOptions extends ClientOptions {
    /** Where the API is, such as `http://127.0.0.1:8080/virtual-accounts/v1`. */
    baseUrl: string;
    /** Identifies the application. Its value is the application's client ID. */
    apiKey: Credential;
    /** The application's access token, got with its client ID and secret. */
    token: Credential;
}
/** A client of the API Virtual accounts: `GET`, `POST` and so on, each with the paths that it can be used with. */
export type VirtualAccountsClient = Client<paths>;
/** Makes a client that sends the credentials with the operations that take them. */
export declare function createVirtualAccountsClient({ apiKey, token, ...options }: VirtualAccountsClientOptions): VirtualAccountsClient;
