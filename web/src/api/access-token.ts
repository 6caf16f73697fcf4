import { oauthOf, portal, type PortalSchemas } from './clients';
import { answered } from './problem';

type Credential = PortalSchemas['Credential'];

/** The application's current pair of keys. Every look at it is in the bank's audit. */
export async function currentCredential(application: string): Promise<Credential | undefined> {
  const { credentials } = await answered(portal.GET('/applications/{application}/credentials', { params: { path: { application } } }));
  return credentials[0];
}

/** Gets an access token for a client ID and a client secret. */
export async function accessToken(clientId: string, clientSecret: string): Promise<string> {
  const token = await answered(oauthOf(clientId, clientSecret).POST('/token', { body: { grant_type: 'client_credentials' } }));
  return token.access_token;
}

/** Gets an access token by the application's own credentials, which are not shown. */
export async function ownAccessToken(application: string): Promise<string> {
  const own = await currentCredential(application);
  return accessToken(own?.clientId ?? '', own?.clientSecret ?? '');
}
