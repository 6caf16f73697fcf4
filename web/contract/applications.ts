import { each, form, fromState, instant, like, pathFromState, whole, type Expected, type Interaction } from './pact';

/** The application of the examples, and who the verification's is. */
export const application = '01a1f9fe-4cdd-709d-8ace-7ecfd2a7a80a';
export const applicationId = fromState('${application}', application);

/** The path of something of an application. */
export const ofApplication = (below = ''): Expected => pathFromState(`/portal/v1/applications/\${application}${below}`, { application });

export const state = form('pending|revised|rejected|enabled|disabled|suspended|deleted', 'enabled');
const subscription = { api: like('deposits'), title: like('Deposits'), plan: like('sandbox'), stage: form('sandbox|uat|production', 'sandbox'), state: form('approved|requested|rejected', 'approved'), since: instant };
const summary = { id: like(application), name: like('Shop'), state, platform: form('web|android|ios|server|other', 'web'), createdAt: instant, subscriptions: each(subscription) };

/** What the pages of an application read of it. */
export const enabled: Expected = {
  id: applicationId,
  version: whole(1),
  name: like('Shop'),
  state: 'enabled',
  platform: like('web'),
  oauthType: form('2\\.0|1\\.0|none', '2.0'),
  createdAt: instant,
  createdBy: { name: like('Asha Rao') },
  approvedAt: instant,
  clientId: like('qsjO9gxD7dgbe5d2enbcfQ'),
  webhookUrl: like('https://hooks.invalid/bank'),
  subscriptions: each(subscription),
};

/** The applications on the start page. */
export const recent: Interaction = {
  description: 'a request for the applications of the start page',
  given: 'an application that waits for the bank',
  method: 'GET', path: '/portal/v1/applications', query: { limit: '20' },
  status: 200,
  answer: { applications: each({ id: like(application), name: like('Shop'), state, subscriptions: each({ title: like('Deposits') }) }) },
};

/** How much of the quota is used, on the start page. */
export const quota: Interaction = {
  description: 'a request for the quota that is used',
  given: 'a partner is signed in',
  method: 'GET', path: '/portal/v1/quota',
  status: 200, answer: { organisation: { usedToday: whole(12), usedThisHour: whole(3) } },
};

/** All applications, as they are listed. */
export const listed: Interaction = {
  description: 'a request for the applications',
  given: 'a partner with an application',
  method: 'GET', path: '/portal/v1/applications', query: { limit: '50' },
  status: 200, answer: { applications: each(summary) },
};

/** What the pages of one application begin with. */
const opened: Interaction = {
  description: 'a request for an application',
  given: 'a partner with an application',
  method: 'GET', path: ofApplication(),
  status: 200, answer: enabled,
};

/** What the form of an application is filled with. */
export const catalogue: Interaction[] = [
  {
    description: 'a request for the APIs that can be chosen',
    given: 'a partner is signed in',
    method: 'GET', path: '/portal/v1/catalogue/apis', query: { limit: '200' },
    status: 200, answer: { apis: each({ api: 'deposits', title: like('Deposits') }) },
  },
  {
    description: 'a request for the groups of APIs that can be chosen',
    given: 'a partner is signed in',
    method: 'GET', path: '/portal/v1/catalogue/groups',
    status: 200, answer: { groups: like([]) },
  },
];

/** The open requests about an application: none. */
export const noRequests: Interaction = {
  description: 'a request for the open requests about an application',
  given: 'a partner with an application',
  method: 'GET', path: '/portal/v1/organisation/requests', query: { application: applicationId, state: 'open', limit: '50' },
  status: 200, answer: { requests: like([]) },
};

export const asOpened = [opened];

/** A pair of keys. */
export const pair: Expected = {
  id: like('01a1f9fe-4cdd-79a4-9c6b-cfb2be61379f'),
  clientId: like('qsjO9gxD7dgbe5d2enbcfQ'),
  clientSecret: like('9lxGEHs6xNa0lOozjgDiYYTUtNlKLlddKCpq7IkWhdM'),
  state: 'current',
  createdAt: instant,
};

/** The keys of an application. */
export const keys: Interaction = {
  description: 'a request for the keys of an application',
  given: 'a partner with an application',
  method: 'GET', path: ofApplication('/credentials'),
  status: 200, answer: { credentials: each(pair) },
};
