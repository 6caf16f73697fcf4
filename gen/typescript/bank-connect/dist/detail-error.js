/**
 * Tells whether what came with an error has the one member that the API's document gives it. Whoever stands between a
 * caller and the API, a proxy for instance, may answer with something else.
 */
export function isDetailError(value) {
    if (typeof value !== 'object' || value === null) {
        return false;
    }
    const { detail } = value;
    return typeof detail === 'string';
}
