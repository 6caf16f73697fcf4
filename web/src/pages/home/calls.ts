/** What the calls are made with. */
export interface Keys {
  clientId: string;
  clientSecret: string;
}

/** Stands in the calls for what is not shown. */
export const unshown: Keys = { clientId: 'CLIENT_ID', clientSecret: 'CLIENT_SECRET' };

/** The first calls of a partner, for a POSIX shell: a look-up, an access token, and a call with both. */
export function firstCalls(origin: string, { clientId, clientSecret }: Keys): { lookUp: string; token: string; customer: string } {
  return {
    lookUp: `curl -H 'x-api-key: ${clientId}' ${origin}/deposits/v1/fields`,
    token: `curl -u '${clientId}:${clientSecret}' ${origin}/oauth/v1/token -d grant_type=client_credentials`,
    customer: [
      `curl -H 'x-api-key: ${clientId}' -H 'authorization: Bearer TOKEN'`,
      `-H 'content-type: application/json' ${origin}/deposits/v1/customers/find`,
      `-d '{"mobile":"9876543210","dob":"1990-01-01","pan":"ABCDE1234F"}'`,
    ].join(' \\\n  '),
  };
}
