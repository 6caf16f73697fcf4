import { createOauthClient } from '@sandbank/oauth';
import { createPortalClient, type components } from '@sandbank/portal';
import { createSandboxClient, type components as sandboxComponents } from '@sandbank/sandbox';

/** The schemas of the portal's document, such as `PortalSchemas['Person']`. */
export type PortalSchemas = components['schemas'];
/** The schemas of the document of the API that steers sandboxes. */
export type SandboxSchemas = sandboxComponents['schemas'];

const origin = window.location.origin;

/**
 * The portal's client. The session is a cookie that no script can read (HttpOnly, SameSite), and the server refuses
 * writes that a browser marks as another site's: so there is no token to send along.
 */
export const portal = createPortalClient({ baseUrl: `${origin}/portal/v1`, credentials: 'same-origin' });

/** A client for the sandbox of an application of one's own organisation, by the session and the application's id. */
export function sandboxOf(application: string) {
  return createSandboxClient({
    baseUrl: `${origin}/sandbox/v1`,
    credentials: 'same-origin',
    headers: { 'X-Application': application },
  });
}

/** A client for access tokens, with the client ID and the client secret of an application. */
export function oauthOf(clientId: string, clientSecret: string) {
  return createOauthClient({
    baseUrl: `${origin}/oauth/v1`,
    basic: { user: clientId, password: clientSecret },
    credentials: 'omit',
  });
}

/** The value of `If-Match` for the version that was read. */
export function ifMatch(version: number): string {
  return `"${version}"`;
}

/** A new value for `Idempotency-Key`. Forms have theirs from `useSubmit`: sending one twice does its work once. */
export function idempotencyKey(): string {
  return crypto.randomUUID();
}
