// Generated from the document of the API Sandbox control 2.2.0. Not to be edited.
import createClient, { type Client, type ClientOptions } from 'openapi-fetch';
import { type Credential, sendCredentials } from './credentials.js';
import type { paths } from '../schema.js';

export type * from '../schema.js';
export type { Credential } from './credentials.js';
export { isProblem } from './problem.js';

/** What a client needs to know, and whatever openapi-fetch can be told besides. */
export interface SandboxClientOptions extends ClientOptions {
  /** Where the API is, such as `http://127.0.0.1:8080/sandbox/v1`. */
  baseUrl: string;
  /** Identifies the application. Its value is the application's client ID. */
  apiKey?: Credential | undefined;
  /** Names the sandbox of a call that has no credentials. */
  sandbox?: Credential | undefined;
}

/** A client of the API Sandbox control: `GET`, `POST` and so on, each with the paths that it can be used with. */
export type SandboxClient = Client<paths>;

/** Makes a client that sends the credentials with the operations that take them. */
export function createSandboxClient({ apiKey, sandbox, ...options }: SandboxClientOptions): SandboxClient {
  const client = createClient<paths>(options);
  client.use(
    sendCredentials([
      { credential: apiKey, header: 'x-api-key' },
      { credential: sandbox, header: 'X-Sandbox' },
    ]),
  );
  return client;
}
