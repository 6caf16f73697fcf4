/**
 * Tells whether what came with an error is a problem (RFC 9457) as the API's document describes it. Whoever stands
 * between a caller and the API, a proxy for instance, may answer with something else.
 */
export function isProblem(value) {
    if (typeof value !== 'object' || value === null) {
        return false;
    }
    const { type, title, status, code } = value;
    return (typeof type === 'string' && typeof title === 'string' && typeof status === 'number' && typeof code === 'string');
}
