import createClient from 'openapi-fetch';
import { answered, CallFailed } from './problem';

// The documents of the APIs, and calls of APIs that are known by their documents only.

/** A JSON value that nothing is known of. */
export type Json = string | number | boolean | null | Json[] | { [name: string]: Json };
export type JsonObject = Record<string, Json>;

interface Anything {
  [path: string]: { get: { responses: { 200: { content: { 'application/json': JsonObject } } } } };
}

const here = { baseUrl: window.location.origin, credentials: 'same-origin' } as const;
const documents = createClient<Anything>(here);

/** Reads the OpenAPI document of an API, self-contained. */
export function readDocument(api: string): Promise<JsonObject> {
  return answered(documents.GET(`/openapi/${encodeURIComponent(api)}.json`));
}

/** What changed in the versions of an API's document, in Markdown. */
export function readChangelog(api: string): Promise<string> {
  const texts = createClient<Record<string, { get: { responses: { 200: { content: { 'text/markdown': string } } } } }>>(here);
  return answered(texts.GET(`/openapi/${encodeURIComponent(api)}.changelog.md`, { parseAs: 'text' }));
}

/** Where the clients of an API are to be had. */
export interface ClientEntry {
  api: string;
  go: string;
  /** Only APIs that the program carries have one. */
  typescript?: string;
}

/** Reads where the clients of all APIs are to be had. */
export async function readClients(): Promise<ClientEntry[]> {
  const list = createClient<{ '/clients': { get: { responses: { 200: { content: { 'application/json': { clients: ClientEntry[] } } } } } } }>(here);
  return (await answered(list.GET('/clients'))).clients;
}

/** An answer as it came. */
export interface RawAnswer {
  status: number;
  headers: [string, string][];
  text: string;
  tookMillis: number;
}

interface RawRequest {
  method: string;
  /** With the base path and the query. */
  path: string;
  headers: Record<string, string>;
  /** "" for none. */
  body: string;
}

/**
 * Sends a request to one of the bank's APIs of this server, without the session, and gives whatever is answered. It
 * throws a {@link CallFailed} where there is no answer at all.
 */
export async function sendRaw({ method, path, headers, body }: RawRequest, signal?: AbortSignal): Promise<RawAnswer> {
  const client = createClient<Record<string, Record<string, unknown>>>({ baseUrl: window.location.origin, credentials: 'omit' });
  const send = client.request as unknown as (
    method: string,
    path: string,
    init: Record<string, unknown>,
  ) => Promise<{ data?: string; error?: unknown; response: Response }>;
  const began = performance.now();
  try {
    const { data, error, response } = await send(method.toLowerCase(), path, {
      headers,
      parseAs: 'text',
      ...(body !== '' && { body, bodySerializer: (text: string) => text }),
      ...(signal && { signal }),
    });
    const text = typeof error === 'string' ? error : error === undefined ? (data ?? '') : JSON.stringify(error);
    return { status: response.status, headers: [...response.headers.entries()], text, tookMillis: Math.round(performance.now() - began) };
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') {
      throw cause;
    }
    throw new CallFailed(0, undefined, undefined);
  }
}
