import type { DetailError } from '../schema.js';
/**
 * Tells whether what came with an error has the one member that the API's document gives it. Whoever stands between a
 * caller and the API, a proxy for instance, may answer with something else.
 */
export declare function isDetailError(value: unknown): value is DetailError;
