import type { Middleware } from 'openapi-fetch';
/**
 * What proves who calls: a value, or a function that is asked before every call, for instance for a token that only
 * comes with the login. Nothing is sent for `undefined`.
 */
export type Credential = string | (() => string | undefined | Promise<string | undefined>);
/** One credential, and where it goes. */
export interface SentCredential {
    credential: Credential | undefined;
    header: string;
    /** What stands before the credential in the header, such as `Bearer `. */
    prefix?: string;
    /** The operations that take it, such as `GET /my/info/profile`; without it all of them do. */
    operations?: readonly string[];
}
/** Sends each credential with the operations that take it. A header that a call brings itself stays as it is. */
export declare function sendCredentials(all: readonly SentCredential[]): Middleware;
