import { type Client, type ClientOptions } from 'openapi-fetch';
import { type Credential } from './credentials.js';
import type { paths } from '../schema.js';
export type * from '../schema.js';
export type { Credential } from './credentials.js';
export { isProblem } from './problem.js';
/** What a client needs to know, and whatever openapi-fetch can be told besides. */
export interface PanVerificationClientOptions extends ClientOptions {
    /** Where the API is, such as `http://127.0.0.1:8080/pan/v1`. */
    baseUrl: string;
    /** Identifies the application. Its value is the application's client ID. */
    apiKey: Credential;
    /** The application's access token, got with its client ID and secret. */
    token: Credential;
}
/** A client of the API PAN verification: `GET`, `POST` and so on, each with the paths that it can be used with. */
export type PanVerificationClient = Client<paths>;
/** Makes a client that sends the credentials with the operations that take them. */
export declare function createPanVerificationClient({ apiKey, token, ...options }: PanVerificationClientOptions): PanVerificationClient;
