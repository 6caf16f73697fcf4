// Generated from the document of the API Portal 2.1.0. Not to be edited.
import createClient, { type Client, type ClientOptions } from 'openapi-fetch';
import type { paths } from '../schema.js';

export type * from '../schema.js';
export { isProblem } from './problem.js';

/** What a client needs to know, and whatever openapi-fetch can be told besides. */
export interface PortalClientOptions extends ClientOptions {
  /** Where the API is, such as `http://127.0.0.1:8080/portal/v1`. */
  baseUrl: string;
}

/** A client of the API Portal: `GET`, `POST` and so on, each with the paths that it can be used with. */
export type PortalClient = Client<paths>;

/** Makes a client that makes its calls with the cookies that the server has set. */
export function createPortalClient(options: PortalClientOptions): PortalClient {
  return createClient<paths>({ credentials: 'include', ...options });
}
