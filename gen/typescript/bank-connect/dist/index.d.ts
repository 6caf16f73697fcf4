import { type Client, type ClientOptions } from 'openapi-fetch';
import { type Credential } from './credentials.js';
import type { paths } from '../schema.js';
export type * from '../schema.js';
export type { Credential } from './credentials.js';
export { isDetailError } from './detail-error.js';
/** What a client needs to know, and whatever openapi-fetch can be told besides. */
export interface BankConnectClientOptions extends ClientOptions {
    /** Where the API is, such as `http://127.0.0.1:8080/bank-connect/v1`. */
    baseUrl: string;
    /** The application's key, which is its client ID. */
    apiKey?: Credential | undefined;
    /** The application's server hash, which its members read in the portal beside client ID and client secret. In `mock` any will do. */
    serverHash?: Credential | undefined;
}
/** A client of the API BankConnect: `GET`, `POST` and so on, each with the paths that it can be used with. */
export type BankConnectClient = Client<paths>;
/** Makes a client that sends the credentials with the operations that take them. */
export declare function createBankConnectClient({ apiKey, serverHash, ...options }: BankConnectClientOptions): BankConnectClient;
