import type { DetailError } from '../schema.js';

/**
 * Tells whether what came with an error has the one member that the API's document gives it. Whoever stands between a
 * caller and the API, a proxy for instance, may answer with something else.
 */
export function isDetailError(value: unknown): value is DetailError {
  if (typeof value !== 'object' || value === null) {
    return false;
  }
  const { detail } = value as Partial<Record<keyof DetailError, unknown>>;
  return typeof detail === 'string';
}
