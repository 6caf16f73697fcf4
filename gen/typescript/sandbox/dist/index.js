// Generated from the document of the API Sandbox control 2.2.0. Not to be edited.
import createClient, {} from 'openapi-fetch';
import { sendCredentials } from './credentials.js';
export { isProblem } from './problem.js';
/** Makes a client that sends the credentials with the operations that take them. */
export function createSandboxClient({ apiKey, sandbox, ...options }) {
    const client = createClient(options);
    client.use(sendCredentials([
        { credential: apiKey, header: 'x-api-key' },
        { credential: sandbox, header: 'X-Sandbox' },
    ]));
    return client;
}
