// Generated from the document of the API Deposits 1.0.1. Not to be edited.
import createClient, { type Client, type ClientOptions } from 'openapi-fetch';
import { type Credential, sendCredentials } from './credentials.js';
import type { paths } from '../schema.js';

export type * from '../schema.js';
export type { Credential } from './credentials.js';
export { isProblem } from './problem.js';

/** What a client needs to know, and whatever openapi-fetch can be told besides. */
export interface DepositsClientOptions extends ClientOptions {
  /** Where the API is, such as `http://127.0.0.1:8080/deposits/v1`. */
  baseUrl: string;
  /** Identifies the application. Its value is the application's client ID. */
  apiKey: Credential;
  /** The logged-in customer's access token, as `POST /login/token` or `POST /token/exchange` gave it. Or: The application's access token, got with its client ID and secret. */
  token?: Credential | undefined;
}

/** A client of the API Deposits: `GET`, `POST` and so on, each with the paths that it can be used with. */
export type DepositsClient = Client<paths>;

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
export function createDepositsClient({ apiKey, token, ...options }: DepositsClientOptions): DepositsClient {
  const client = createClient<paths>(options);
  client.use(
    sendCredentials([
      { credential: apiKey, header: 'x-api-key' },
      { credential: token, header: 'Authorization', prefix: 'Bearer ', operations: tokenOperations },
    ]),
  );
  return client;
}
