import type { OAuthError } from '../schema.js';

/**
 * Tells whether what came with an error has the form of OAuth (RFC 6749, section 5.2). Whoever stands between a caller
 * and the API, a proxy for instance, may answer with something else.
 */
export function isOAuthError(value: unknown): value is OAuthError {
  if (typeof value !== 'object' || value === null) {
    return false;
  }
  const { error, error_description } = value as Partial<Record<keyof OAuthError, unknown>>;
  return typeof error === 'string' && typeof error_description === 'string';
}
