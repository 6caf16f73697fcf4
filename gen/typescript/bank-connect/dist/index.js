// Generated from the document of the API BankConnect 1.0.0. Not to be edited.
import createClient, {} from 'openapi-fetch';
import { sendCredentials } from './credentials.js';
export { isDetailError } from './detail-error.js';
/** The operations that take `apiKey`. */
const apiKeyOperations = [
    'GET /net_banking_health/',
    'GET /entity/',
    'GET /entity/{entity_id}/',
    'GET /entity/{entity_id}/get_pdfs/',
];
/** The operations that take `serverHash`. */
const serverHashOperations = [
    'GET /entity/',
    'GET /entity/{entity_id}/',
    'GET /entity/{entity_id}/get_pdfs/',
];
/** Makes a client that sends the credentials with the operations that take them. */
export function createBankConnectClient({ apiKey, serverHash, ...options }) {
    const client = createClient(options);
    client.use(sendCredentials([
        { credential: apiKey, header: 'x-api-key', operations: apiKeyOperations },
        { credential: serverHash, header: 'server-hash', operations: serverHashOperations },
    ]));
    return client;
}
