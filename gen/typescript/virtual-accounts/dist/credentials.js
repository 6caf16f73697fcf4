/** Sends each credential with the operations that take it. A header that a call brings itself stays as it is. */
export function sendCredentials(all) {
    return {
        async onRequest({ request, schemaPath }) {
            const operation = `${request.method} ${schemaPath}`;
            for (const { credential, header, prefix = '', operations } of all) {
                if (request.headers.has(header) || (operations && !operations.includes(operation))) {
                    continue;
                }
                const value = typeof credential === 'function' ? await credential() : credential;
                if (value !== undefined) {
                    request.headers.set(header, prefix + value);
                }
            }
            return request;
        },
    };
}
