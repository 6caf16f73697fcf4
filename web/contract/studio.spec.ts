import { application, keys } from './applications';
import { expect, test } from './fixtures';
import { each, form, fromState, instant, like, pathFromState, some, whole, type Expected, type Interaction } from './pact';
import { asPartner } from './session';

const overlay = '01a1f9ff-14f8-74c5-be4d-4f362f6d6df9';
const source = 'scenario: shop\ntitle: Our own VPAs\napi: deposits\n\nrules:\n  verifyMyVpa:\n    - name: a VPA of the shop\n      match: {body: {vpa: shop@acme}}\n      respond: {body: {status: success}}\n';
const path = pathFromState('/portal/v1/overlays/${overlay}', { overlay });

/** Applications of which none has a sandbox yet: what the studio asks of sandboxes is another page's contract. */
const applications: Interaction = {
  description: 'a request for the applications of the studio',
  given: 'an application that waits for the bank',
  method: 'GET', path: '/portal/v1/applications', query: { limit: '200' },
  status: 200, answer: { applications: each({ id: like(application), name: like('Shop'), state: 'pending', subscriptions: each({ api: like('deposits') }) }) },
};

const listed: Interaction = {
  description: 'a request for the scenario files of the organisation',
  given: 'a scenario file',
  method: 'GET', path: '/portal/v1/overlays', query: { limit: '200' },
  status: 200,
  answer: { overlays: each({ id: like(overlay), api: like('deposits'), name: like('shop'), title: like('Our own VPAs'), version: whole(1), state: form('own|published', 'own'), default: like(false), savedAt: instant, author: { name: like('Asha Rao') }, findings: [] }) },
};

const file = { id: fromState('${overlay}', overlay), api: 'deposits', name: 'shop', title: like('Our own VPAs'), version: whole(1), state: 'own', default: false, savedAt: instant, author: { name: like('Asha Rao') }, source: like(source) };

const opened: Interaction = {
  description: 'a request for a scenario file',
  given: 'a scenario file',
  method: 'GET', path,
  status: 200, answer: file,
};

const checked: Interaction = {
  description: 'a request to check a scenario file',
  given: 'a partner is signed in',
  method: 'POST', path: '/portal/v1/overlays/check', body: { source: like(source) },
  status: 200, answer: { findings: [] },
};

const catalogue: Interaction = {
  description: 'a request for the problems of an API',
  given: 'nobody is signed in',
  method: 'GET', path: '/portal/v1/errors', query: { api: 'deposits', limit: '200' },
  status: 200, answer: { errors: each({ code: like('VPA_BLOCKED'), status: whole(422), title: like('What happened'), handling: like('What to do.') }) },
};

test('scenario files are listed', async ({ open }) => {
  const page = await open('/studio', ...asPartner, applications, listed);
  await expect(page.getByRole('link', { name: 'shop.yaml' })).toBeVisible();
});

test('a scenario file is changed', async ({ open }) => {
  const saves: Interaction = {
    description: 'a request to save a scenario file',
    given: 'a scenario file',
    method: 'PUT', path, headers: { 'If-Match': fromState('"${version}"', '"1"') }, body: { source: like(`# ours\n${source}`) },
    status: 200, answer: { ...file, version: whole(2) },
  };
  const page = await open(`/studio/overlays/${overlay}`, ...asPartner, applications, opened, checked, catalogue, saves);
  await page.getByRole('textbox', { name: 'Text of the file' }).focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('# ours\n');
  // The file is read again then, and is the same as before here: only that it was saved can be waited for.
  const saved = page.waitForResponse((answer) => answer.request().method() === 'PUT');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  expect((await saved).status()).toBe(200);
});

test('an access token is got for a request to try', async ({ open }) => {
  const sandbox = (what: string, below: string, answer: Expected, more: Partial<Interaction> = {}): Interaction => ({
    description: `a request for ${what}`,
    given: 'a partner with an application',
    method: 'GET', path: `/sandbox/v1/${below}`,
    status: 200, answer,
    ...more,
  });
  const sandboxes: Interaction = {
    description: 'a request for the applications with sandboxes',
    given: 'a partner with an application',
    method: 'GET', path: '/portal/v1/applications', query: { limit: '200' },
    status: 200, answer: { applications: some({ id: like(application), name: like('Shop'), state: 'enabled', clientId: like('qsjO9gxD7dgbe5d2enbcfQ'), subscriptions: each({ api: like('deposits') }) }) },
  };
  const scenario = { api: 'deposits', name: 'psp-down', file: like('deposits/psp-down.yaml'), title: like('UPI does not work'), default: false, selected: false };
  const token: Interaction = {
    description: 'a request for an access token',
    given: 'a partner with an application',
    method: 'POST', path: '/oauth/v1/token', form: 'grant_type=client_credentials',
    status: 200, answer: { access_token: like('a.b.c'), token_type: like('Bearer') },
  };
  const page = await open(
    `/studio/overlays/${overlay}?tab=try`, ...asPartner, sandboxes, opened, checked, catalogue,
    sandbox('the scenarios of the studio', 'scenarios', { scenarios: each(scenario) }),
    sandbox('the schema of scenario files', 'scenario-schemas/deposits', { title: like('Scenario files of deposits'), $defs: like({}) }),
    sandbox('the state of the studio', 'state', { tables: like([]), values: like([]) }),
    sandbox('what would be answered', 'explanations', { answer: { source: like('refusal'), status: whole(400) }, rules: like([]) }, {
      method: 'POST', body: { method: 'POST', path: like('/deposits/v1/customers/find'), headers: { 'x-api-key': fromState('${clientId}', 'qsjO9gxD7dgbe5d2enbcfQ') } },
    }),
    keys, token,
  );
  await page.getByRole('button', { name: 'Get a token' }).click();
  await expect(page.getByLabel('Authorization')).toHaveValue('Bearer a.b.c');
});
