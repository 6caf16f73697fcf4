// Generated from the document of the API BankConnect 1.0.0. Not to be edited.
import createClient, { type Client, type ClientOptions } from 'openapi-fetch';
import { type Credential, sendCredentials } from './credentials.js';
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
export function createBankConnectClient({ apiKey, serverHash, ...options }: BankConnectClientOptions): BankConnectClient {
  const client = createClient<paths>(options);
  client.use(
    sendCredentials([
      { credential: apiKey, header: 'x-api-key', operations: apiKeyOperations },
      { credential: serverHash, header: 'server-hash', operations: serverHashOperations },
    ]),
  );
  return client;
}
