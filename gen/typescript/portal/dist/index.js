// Generated from the document of the API Portal 2.1.0. Not to be edited.
import createClient, {} from 'openapi-fetch';
export { isProblem } from './problem.js';
/** Makes a client that makes its calls with the cookies that the server has set. */
export function createPortalClient(options) {
    return createClient({ credentials: 'include', ...options });
}
