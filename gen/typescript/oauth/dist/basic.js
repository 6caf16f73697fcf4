/** Writes a pair as HTTP Basic has it in a header (RFC 7617). */
export function basicHeader(credential) {
    return async () => {
        const pair = typeof credential === 'function' ? await credential() : credential;
        if (pair === undefined) {
            return undefined;
        }
        const bytes = new TextEncoder().encode(`${pair.user}:${pair.password}`);
        return `Basic ${btoa(String.fromCharCode(...bytes))}`;
    };
}
