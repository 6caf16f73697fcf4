/**
 * Tells whether what came with an error has the form of OAuth (RFC 6749, section 5.2). Whoever stands between a caller
 * and the API, a proxy for instance, may answer with something else.
 */
export function isOAuthError(value) {
    if (typeof value !== 'object' || value === null) {
        return false;
    }
    const { error, error_description } = value;
    return typeof error === 'string' && typeof error_description === 'string';
}
