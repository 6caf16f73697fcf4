import { expect } from '@playwright/test';
import type { Login, Sandbank } from './sandbank';

// What other people of the programme do while somebody looks at a page: each by the APIs, as their own programs would.

/** A session of somebody beside the one in the page. */
export interface Session {
  /** Calls the portal API and gives what it answers; `version` is sent as `If-Match`. Another answer than a success is thrown. */
  <T = unknown>(method: string, path: string, body?: unknown, version?: number): Promise<T>;
}

/** Signs in by the portal API. */
export async function signedIn(sandbank: Sandbank, { username, password }: Login): Promise<Session> {
  const answer = await post(sandbank, '/session', { username, password });
  const cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  return async <T>(method: string, path: string, body?: unknown, version?: number): Promise<T> => {
    const answered = await fetch(`${sandbank.origin}/portal/v1${path}`, {
      method,
      headers: { cookie, 'content-type': 'application/json', ...(version !== undefined && { 'if-match': `"${version}"` }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await answered.text();
    if (!answered.ok) {
      throw new Error(`${method} ${path}: status ${answered.status}: ${text}`);
    }
    return (text === '' ? undefined : JSON.parse(text)) as T;
  };
}

/** Posts to the portal API as somebody whom nobody knows. */
async function post(sandbank: Sandbank, path: string, body: unknown): Promise<Response> {
  const answer = await fetch(`${sandbank.origin}/portal/v1${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  expect(answer.ok, `POST ${path}: ${await answer.clone().text()}`).toBe(true);
  return answer;
}

/** A request of an organisation, as the bank's staff has it. */
interface OpenRequest {
  id: string;
  version: number;
  organisation: { id: string };
  application?: { id: string };
}

type Outcome = 'approve' | 'reject';

async function decideFirst(sandbank: Sandbank, isIt: (request: OpenRequest) => boolean, outcome: Outcome, reason: string): Promise<void> {
  const bank = await signedIn(sandbank, sandbank.bank);
  const { requests } = await bank<{ requests: OpenRequest[] }>('GET', '/bank/requests?state=open&limit=100');
  const found = requests.find(isIt);
  expect(found, 'the bank has such a request').toBeDefined();
  await bank('POST', `/bank/requests/${found?.id ?? ''}/decision`, { outcome, reason }, found?.version);
}

/** Decides the oldest open request about an application as the bank's staff. */
export function decide(sandbank: Sandbank, application: string, outcome: Outcome, reason: string): Promise<void> {
  return decideFirst(sandbank, (r) => r.application?.id === application, outcome, reason);
}

/** Decides an organisation's open request for another account plan as the bank's staff. */
export function decideAccountPlan(sandbank: Sandbank, organisation: string, outcome: Outcome, reason: string): Promise<void> {
  return decideFirst(sandbank, (r) => r.organisation.id === organisation && r.application === undefined, outcome, reason);
}

/** The id of somebody's organisation. */
export async function organisationOf(sandbank: Sandbank, login: Login): Promise<string> {
  const session = await signedIn(sandbank, login);
  const { person } = await session<{ person: { organisation: { id: string } } }>('GET', '/session');
  return person.organisation.id;
}

/** Gives the demo's organisation an account plan that allows production, as the bank's staff. */
export async function allowProduction(sandbank: Sandbank): Promise<void> {
  const organisation = await organisationOf(sandbank, sandbank.partner);
  const bank = await signedIn(sandbank, sandbank.bank);
  const { quota } = await bank<{ quota: { name: string }[] }>('GET', '/plans');
  await bank('PUT', `/bank/organisations/${organisation}/account-plan`, {
    access: 'production',
    quota: quota[0]?.name,
    reason: 'As agreed.',
  });
}

/** Registers an organisation with a first person, its admin, who activates the account by the link of the mail. */
export async function register(sandbank: Sandbank, organisation: string, username: string): Promise<Login> {
  const password = 'a sentence that nobody guesses 7';
  const form = (await (await fetch(`${sandbank.origin}/portal/v1/registrations/form`)).json()) as {
    agreements: { agreement: string; version: number }[];
  };
  const email = `${username}@other.example`;
  await post(sandbank, '/registrations', {
    person: { username, password, firstName: 'Mira', lastName: 'Das', email },
    organisation: { name: organisation },
    agreements: form.agreements.map(({ agreement, version }) => ({ agreement, version })),
  });
  const link = await sandbank.link(email);
  await post(sandbank, '/registrations/activation', { token: link.split('#')[1] });
  return { username, password };
}

/** Accepts the invitation that was mailed to an address, as somebody who has no account yet. */
export async function acceptInvitation(sandbank: Sandbank, email: string, username: string): Promise<Login> {
  const password = 'a sentence that nobody guesses 7';
  const token = (await sandbank.link(email)).split('#')[1];
  const preview = (await (await post(sandbank, '/invitations/preview', { token })).json()) as { agreements: { agreement: string; version: number }[] };
  await post(sandbank, '/invitations/acceptance', {
    token,
    person: { username, password, firstName: 'Ravi', lastName: 'Menon' },
    agreements: preview.agreements.map(({ agreement, version }) => ({ agreement, version })),
  });
  return { username, password };
}

/** Calls the sandbox as a partner's server would, with a client ID. */
export function call(sandbank: Sandbank, clientId: string, path: string, body?: unknown): Promise<Response> {
  return fetch(sandbank.origin + path, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { 'x-api-key': clientId, ...(body !== undefined && { 'content-type': 'application/json' }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
}

/** Takes somebody into the bank's staff: an admin invites, and the link in the mail is followed. */
export async function joinStaff(sandbank: Sandbank, role: 'reviewer' | 'bank-admin', username: string): Promise<Login> {
  const password = 'a sentence that nobody guesses 8';
  const email = `${username}@bank.example`;
  const bank = await signedIn(sandbank, sandbank.bank);
  await bank('POST', '/bank/invitations', { email, role });
  const token = (await sandbank.link(email)).split('#')[1];
  await post(sandbank, '/invitations/acceptance', {
    token,
    person: { username, password, firstName: 'Rita', lastName: 'Sen' },
    agreements: await demanded(bank, 'registration'),
  });
  return { username, password };
}

/** An application as its organisation reads it. */
export interface ApplicationRead {
  id: string;
  name: string;
  state: string;
  stateReason?: string;
  clientId?: string;
  partnerScope: string;
  request?: string;
  version: number;
  subscriptions: { api: string; state: string; stage: string; plan: string; rejectedFor?: string }[];
}

/** The agreements that the bank demands for something, in their current versions. */
export async function demanded(session: Session, purpose: 'registration' | 'application' | 'uat' | 'production') {
  const { agreements } = await session<{ agreements: { agreement: string; version: number }[] }>('GET', `/agreements?purpose=${purpose}`);
  return agreements.map(({ agreement, version }) => ({ agreement, version }));
}

/** Creates an application, which waits for the bank then. */
export async function createApplication(partner: Session, name: string, apis: string[]): Promise<ApplicationRead> {
  return partner('POST', '/applications', {
    name,
    platform: 'web',
    description: 'Deposits <b>at the checkout</b>.',
    oauthType: '2.0',
    apis,
    agreements: await demanded(partner, 'application'),
  });
}
