import type { Credential } from './credentials.js';

/** What HTTP Basic sends: for an application its client ID and its client secret. */
export interface BasicPair {
  user: string;
  password: string;
}

/** A pair, or a function that is asked before every call, for instance for a secret that changes. */
export type BasicCredential = BasicPair | (() => BasicPair | undefined | Promise<BasicPair | undefined>);

/** Writes a pair as HTTP Basic has it in a header (RFC 7617). */
export function basicHeader(credential: BasicCredential | undefined): Credential {
  return async () => {
    const pair = typeof credential === 'function' ? await credential() : credential;
    if (pair === undefined) {
      return undefined;
    }
    const bytes = new TextEncoder().encode(`${pair.user}:${pair.password}`);
    return `Basic ${btoa(String.fromCharCode(...bytes))}`;
  };
}
