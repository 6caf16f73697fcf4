import { type Client, type ClientOptions } from 'openapi-fetch';
import { type BasicCredential } from './basic.js';
import type { paths } from '../schema.js';
export type * from '../schema.js';
export type { BasicCredential, BasicPair } from './basic.js';
export { isOAuthError } from './oauth-error.js';
/** What a client needs to know, and whatever openapi-fetch can be told besides. */
export interface OauthClientOptions extends ClientOptions {
    /** Where the API is, such as `http://127.0.0.1:8080/oauth/v1`. */
    baseUrl: string;
    /** The application's client ID as the user and its client secret as the password (RFC 6749, section 2.3.1). */
    basic?: BasicCredential | undefined;
}
/** A client of the API OAuth: `GET`, `POST` and so on, each with the paths that it can be used with. */
export type OauthClient = Client<paths>;
/** Makes a client that sends the credentials with the operations that take them, and writes bodies as forms. */
export declare function createOauthClient({ basic, ...options }: OauthClientOptions): OauthClient;
