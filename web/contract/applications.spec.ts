import { application, applicationId, asOpened, catalogue, enabled, keys, listed, noRequests, ofApplication, pair } from './applications';
import { expect, test } from './fixtures';
import { each, form, fromState, idempotencyKey, instant, like, problem, whole, type Expected, type Interaction } from './pact';
import { asPartner } from './session';

const request = '01a1f9ff-15d8-795d-81fc-aae6257d4d3c';
const at = `/applications/${application}`;

test('the applications are listed', async ({ open }) => {
  const page = await open('/applications', ...asPartner, listed);
  await expect(page.getByRole('table', { name: 'Applications' }).getByRole('link', { name: 'Shop' })).toBeVisible();
});

test('an application is created', async ({ open }) => {
  const agreements: Interaction = {
    description: 'a request for the agreements of an application',
    given: 'a partner is signed in',
    method: 'GET', path: '/portal/v1/agreements', query: { purpose: 'application' },
    status: 200, answer: { agreements: each({ agreement: 'eula', version: whole(1), title: like('Licence'), text: like('An application may call.') }) },
  };
  const creates: Interaction = {
    description: 'a request to create an application',
    given: 'a partner is signed in',
    method: 'POST', path: '/portal/v1/applications', headers: { 'Idempotency-Key': idempotencyKey('create an application') },
    body: { name: like('Shop'), platform: 'web', oauthType: '2.0', apis: ['deposits'], groups: [], agreements: [{ agreement: 'eula', version: 1 }] },
    status: 201, answer: { id: like(application) },
  };
  const page = await open('/applications/new', ...asPartner, agreements, ...catalogue, creates, ...asOpened, noRequests);
  await page.getByLabel(/^Name/).fill('Shop');
  await page.getByRole('combobox', { name: /^APIs/ }).click();
  await page.getByRole('option', { name: 'Deposits', exact: true }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Create and send to the bank' }).click();
  await expect(page.getByRole('heading', { name: 'Enabled' })).toBeVisible();
});

test('an application that waits shows what it waits for', async ({ open }) => {
  const waits: Interaction = {
    description: 'a request for an application',
    given: 'an application that waits for the bank',
    method: 'GET', path: ofApplication(),
    status: 200,
    answer: {
      id: applicationId, version: whole(1), name: like('Shop'), state: 'pending', platform: like('web'), oauthType: like('2.0'), createdAt: instant,
      createdBy: { name: like('Asha Rao') }, subscriptions: each({ api: like('deposits'), title: like('Deposits'), plan: like('sandbox'), stage: 'sandbox', state: 'requested', since: instant }),
    },
  };
  const requests: Interaction = {
    ...noRequests,
    given: 'an application that waits for the bank',
    answer: { requests: each({ id: like(request), kind: 'application', apis: ['deposits'], createdAt: instant }) },
  };
  const page = await open(at, ...asPartner, waits, requests);
  const table = page.getByRole('table', { name: 'Open requests' });
  await expect(table).toContainText('A new application');
  await expect(table.getByRole('button', { name: 'Withdraw' })).toHaveCount(0);
});

const day = (example: string) => form('\\d{4}-\\d{2}-\\d{2}', example);

const change = (more: Partial<Interaction>): Interaction => ({
  description: 'a request to change an application',
  given: 'a partner with an application',
  method: 'PUT', path: ofApplication(), headers: { 'If-Match': fromState('"${version}"', '"1"') },
  body: { name: like('Corner shop'), platform: 'web', oauthType: '2.0', apis: ['deposits'], webhookUrl: like('https://hooks.invalid/bank') },
  status: 200, answer: enabled,
  ...more,
});

test('an application is changed', async ({ open }) => {
  const page = await open(`${at}/edit`, ...asPartner, ...asOpened, ...catalogue, change({}), noRequests);
  await page.getByLabel(/^Name/).fill('Corner shop');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('heading', { name: 'Enabled' })).toBeVisible();
});

test('a change of what somebody else has changed meanwhile is refused', async ({ open }) => {
  const stale = change({ description: 'a request to change an application that has changed', headers: { 'If-Match': form('"\\d+"', '"1"') }, status: 412, answer: problem(412, 'PRECONDITION_FAILED'), given: 'an application that has changed' });
  const page = await open(`${at}/edit`, ...asPartner, ...asOpened, ...catalogue, stale);
  await page.getByLabel(/^Name/).fill('Corner shop');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('alert')).toContainText('What went wrong.');
  await expect(page.getByLabel(/^Name/)).toHaveValue('Corner shop');
});

test('an application is disabled and deleted', async ({ open }) => {
  const act = (what: string, method: 'POST' | 'DELETE', below: string, status: number, answer?: Expected): Interaction => ({
    description: `a request to ${what} an application`,
    given: 'a partner with an application',
    method, path: ofApplication(below), status, ...(answer !== undefined && { answer }),
  });
  const page = await open(at, ...asPartner, ...asOpened, noRequests, act('disable', 'POST', '/disable', 200, { state: 'disabled' }), act('delete', 'DELETE', '', 204), listed);
  await page.getByRole('button', { name: 'Disable' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Disable' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByRole('table', { name: 'Applications' })).toBeVisible();
});

test('keys are shown when they are asked for, and made anew', async ({ open }) => {
  const rotates: Interaction = {
    description: 'a request for new keys of an application',
    given: 'a partner with an application',
    method: 'POST', path: ofApplication('/credentials'), headers: { 'Idempotency-Key': idempotencyKey('new keys') }, body: { overlapHours: 24 },
    status: 201, answer: pair,
  };
  const page = await open(`${at}/auth`, ...asPartner, ...asOpened, keys, rotates);
  await expect(page.getByText('9lxGEHs6xNa0lOozjgDiYYTUtNlKLlddKCpq7IkWhdM')).toHaveCount(0);
  await page.getByRole('button', { name: 'Show the secret' }).click();
  await expect(page.getByRole('article')).toHaveCount(1);
  await page.getByRole('button', { name: 'Rotate' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Rotate' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('the journey of an application shows what the next stage needs', async ({ open }) => {
  const journey: Interaction = {
    description: 'a request for the journey of an application',
    given: 'a partner with an application',
    method: 'GET', path: ofApplication('/journey'),
    status: 200,
    answer: {
      apis: each({
        api: like('deposits'), title: like('Deposits'), stage: 'sandbox', state: 'approved',
        steps: each({ stage: form('uat|production', 'uat'), reached: false, requestable: false, missing: each({ code: like('AGREEMENT_MISSING'), message: like('Accept the agreement.') }) }),
      }),
    },
  };
  const page = await open(`${at}/journey`, ...asPartner, ...asOpened, journey);
  await expect(page.getByText('Accept the agreement.')).toBeVisible();
});

test('webhooks: the secret, and what was delivered', async ({ open }) => {
  const secret: Interaction = {
    description: 'a request for the secrets of webhooks',
    given: 'a partner with an application',
    method: 'GET', path: ofApplication('/webhook'),
    status: 200, answer: { secrets: each({ secret: like('whsec_ME3vURMweMbal9oVYTFQx+GOMnaMsnb+TQ74Ee7uyAk='), createdAt: instant }) },
  };
  const deliveries: Interaction = {
    description: 'a request for the deliveries of webhooks',
    given: 'a partner with an application',
    method: 'GET', path: ofApplication('/deliveries'), query: { limit: '25' },
    status: 200, answer: { deliveries: like([]) },
  };
  const tries: Interaction = {
    description: 'a request to try a webhook',
    given: 'a partner with an application',
    method: 'POST', path: ofApplication('/webhook/test'),
    status: 202, answer: { id: like('01a1f9ff-15d8-795d-81fc-aae6257d4d3c') },
  };
  const page = await open(`${at}/webhooks`, ...asPartner, ...asOpened, deliveries, secret, tries);
  await page.getByRole('button', { name: 'Show the signing secret' }).click();
  await expect(page.getByText('whsec_ME3vURMweMbal9oVYTFQx+GOMnaMsnb+TQ74Ee7uyAk=')).toBeVisible();
  await page.getByRole('button', { name: 'Send a test event' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'under way' })).toBeVisible();
});

test('usage is counted by day', async ({ open }) => {
  const figures = { calls: whole(1), clientErrors: whole(0), serverErrors: whole(0), throttled: whole(0) };
  const usage = (by: string, row: Expected): Interaction => ({
    description: `a request for the usage of an application by ${by}`,
    given: 'a request in the log',
    method: 'GET', path: '/portal/v1/usage', query: { application: applicationId, groupBy: by, limit: '200' },
    status: 200, answer: { from: day('2026-02-01'), to: day('2026-03-02'), rows: each(row), total: figures },
  });
  const byDay = usage('day', { day: day('2026-03-02'), figures });
  const byApi = usage('api', { api: like('deposits'), figures });
  const page = await open(`${at}/usage`, ...asPartner, ...asOpened, byDay, byApi);
  await expect(page.getByRole('table', { name: 'By API' })).toContainText('Deposits');
});
