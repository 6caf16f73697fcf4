// Generated from the document of the API Deposits 1.0.1. Not to be edited.
import createClient, {} from 'openapi-fetch';
import { sendCredentials } from './credentials.js';
export { isProblem } from './problem.js';
/** The operations that take `token`. */
const tokenOperations = [
    'GET /my/info/profile',
    'GET /my/info/accounts',
    'POST /my/fd/calculator',
    'POST /my/verifications/upi-vpa',
    'POST /my/verifications/bank-account',
    'GET /my/products',
    'GET /my/products/fd',
    'GET /my/products/sa',
    'POST /my/forms',
    'POST /customers/find',
    'POST /customers/info/profile',
    'POST /customers/fd/calculator',
];
/** Makes a client that sends the credentials with the operations that take them. */
export function createDepositsClient({ apiKey, token, ...options }) {
    const client = createClient(options);
    client.use(sendCredentials([
        { credential: apiKey, header: 'x-api-key' },
        { credential: token, header: 'Authorization', prefix: 'Bearer ', operations: tokenOperations },
    ]));
    return client;
}
