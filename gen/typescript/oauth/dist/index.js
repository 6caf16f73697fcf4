// Generated from the document of the API OAuth 1.0.0. Not to be edited.
import createClient, { mergeHeaders } from 'openapi-fetch';
import { basicHeader } from './basic.js';
import { sendCredentials } from './credentials.js';
import { form, formType } from './form.js';
export { isOAuthError } from './oauth-error.js';
/** The operations that take `basic`. */
const basicOperations = [
    'POST /token',
    'POST /introspect',
    'POST /revoke',
];
/** Makes a client that sends the credentials with the operations that take them, and writes bodies as forms. */
export function createOauthClient({ basic, ...options }) {
    const client = createClient({ bodySerializer: form, ...options, headers: mergeHeaders({ 'Content-Type': formType }, options.headers) });
    client.use(sendCredentials([
        { credential: basicHeader(basic), header: 'Authorization', operations: basicOperations },
    ]));
    return client;
}
