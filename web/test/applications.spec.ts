import { expect, expectGoodPage, signIn, test, type Page } from './fixtures';
import { allowProduction, call, decide, register, signedIn } from './programme';

test.use({ settings: [] });

interface Keys {
  clientId: string;
  clientSecret: string;
}

const idOf = (page: Page) => /applications\/([^/?]+)/.exec(page.url())?.[1] ?? '';
const tab = (page: Page, name: string) => page.getByRole('navigation', { name: 'Parts of the application' }).getByRole('link', { name }).click();
const section = (page: Page, name: string | RegExp) => page.getByRole('region', { name });
const dialog = (page: Page) => page.getByRole('dialog');

async function create(page: Page, name: string) {
  await page.goto('/applications/new');
  await page.getByLabel(/^Name/).fill(name);
  await page.getByLabel(/^Description/).fill('Deposits <b>at the checkout</b>.');
  await page.getByRole('combobox', { name: /^APIs/ }).click();
  await page.getByRole('option', { name: 'Deposits', exact: true }).click();
  await page.keyboard.press('Escape');
  await page.getByLabel('Webhook address').fill('https://hooks.invalid/bank');
  for (const box of await page.getByRole('checkbox').all()) {
    await box.check();
  }
}

test.describe.configure({ mode: 'serial' });

let application = '';
let keys: Keys = { clientId: '', clientSecret: '' };

test('a partner creates an application, mends it after a rejection, and has its keys when it is approved', async ({ page, sandbank }) => {
  await signIn(page, sandbank.partner);
  await page.goto('/applications');
  await expect(page.getByRole('table', { name: 'Applications' })).toBeVisible();
  await expectGoodPage(page, 'applications');
  await page.getByRole('link', { name: 'New application' }).click();
  await page.getByRole('button', { name: 'Create and send to the bank' }).click();
  await expect(page.getByText('Fill this in.')).toBeVisible();
  await expect(page.getByLabel(/^Name/)).toBeFocused();
  await create(page, 'Shop');
  await expectGoodPage(page, 'application-new');
  await page.getByRole('button', { name: 'Create and send to the bank' }).click();
  await expect(section(page, 'Waiting for the bank')).toContainText('You get a mail when it has decided');
  application = idOf(page);
  await expect(page.getByText('Deposits <b>at the checkout</b>.')).toBeVisible();
  await expect(page.getByText('A new application')).toBeVisible();
  await expectGoodPage(page, 'application-pending');

  await decide(sandbank, application, 'reject', 'Say what <i>it</i> is for.');
  await page.reload();
  await expect(page.getByText('Say what <i>it</i> is for.')).toBeVisible();
  await expectGoodPage(page, 'application-rejected');
  await page.getByRole('link', { name: 'Edit and send again' }).click();
  await page.getByLabel(/^Description/).fill('Term deposits, opened at the checkout.');
  await expectGoodPage(page, 'application-edit');
  await page.getByRole('button', { name: 'Edit and send again' }).click();
  await expect(page.getByRole('heading', { name: 'Waiting for the bank again' })).toBeVisible();

  await decide(sandbank, application, 'approve', 'Good.');
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Enabled' })).toBeVisible();
  await expectGoodPage(page, 'application');

  await tab(page, 'Auth');
  await expect(page.getByText('Client secret')).toHaveCount(0);
  await page.getByRole('button', { name: 'Show the secret' }).click();
  const shown = page.getByRole('article', { name: 'Current pair' }).getByRole('code');
  await expect(shown).toHaveCount(2);
  const [clientId = '', clientSecret = ''] = await shown.allTextContents();
  keys = { clientId, clientSecret };
  await expectGoodPage(page, 'application-auth');
  const token = await fetch(`${sandbank.origin}/oauth/v1/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(`${keys.clientId}:${keys.clientSecret}`)}` },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  });
  expect(token.status).toBe(200);
});

test('a call shows in the live log, is explained, replayed, and made a rule', async ({ page, sandbank }) => {
  await signIn(page, sandbank.partner);
  await page.goto(`/applications/${application}/log`);
  await expect(page.getByText('No request yet')).toBeVisible();
  await expect(page.getByText('new requests show by themselves')).toBeVisible();
  await expectGoodPage(page, 'log-empty');
  expect((await call(sandbank, keys.clientId, '/deposits/v1/fields')).status).toBe(200);
  const fields = page.getByRole('link', { name: 'GET /deposits/v1/fields' });
  await expect(fields, 'it shows without reloading').toHaveCount(1);
  expect((await call(sandbank, keys.clientId, '/deposits/v1/customers/find', { mobile: 'wrong' })).status).toBeGreaterThanOrEqual(400);
  const refused = page.getByRole('link', { name: 'POST /deposits/v1/customers/find' });
  await expect(refused).toHaveCount(1);
  await expectGoodPage(page, 'log');

  await page.getByRole('combobox', { name: 'Status' }).click();
  await page.getByRole('option', { name: '4xx, refused' }).click();
  await expect(page).toHaveURL(/status=4/);
  await expect(fields).toHaveCount(0);
  await page.reload();
  await expect(refused).toHaveCount(1);
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await page.getByLabel('Search').fill('fields');
  await expect(refused).toHaveCount(0);

  await fields.click();
  await expect(section(page, 'Why this answer')).toContainText(/answered/);
  await expect(page.getByText(keys.clientId), 'the key is masked').toHaveCount(0);
  await expectGoodPage(page, 'log-entry');
  await page.getByRole('button', { name: 'Copy as curl' }).click();
  await expect(dialog(page)).toContainText('CLIENT_ID');
  await expect(dialog(page)).toContainText(`${sandbank.origin}/deposits/v1/fields`);
  await expectGoodPage(page, 'log-curl');
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toBeHidden();
  await page.getByRole('button', { name: 'Replay' }).click();
  await expect(page.getByText('It was answered in the same way')).toBeVisible();
  await page.getByRole('link', { name: 'Open the new request' }).click();
  await expect(page.getByRole('heading', { name: 'GET /deposits/v1/fields' })).toBeVisible();
  await page.getByRole('button', { name: 'Make a scenario from this' }).click();
  await expect(dialog(page).getByRole('region', { name: 'the scenario file' })).toContainText('api: deposits');
  await expectGoodPage(page, 'log-scenario');
  await page.getByRole('button', { name: 'Answer so in my sandbox from now on' }).click();
  await expect(page.getByText('The rule is set and tried before all others.')).toBeVisible();
  const rules = (await (await page.request.get('/sandbox/v1/overrides', { headers: { 'X-Application': application } })).json()) as { overrides: unknown[] };
  expect(rules.overrides).toHaveLength(1);
});

test('the sandbox is set: clock, scenarios, states, tables, snapshots, seed and reset', async ({ page, sandbank }) => {
  await signIn(page, sandbank.partner);
  const sandbox = async <T>(path: string) => (await (await page.request.get(`/sandbox/v1${path}`, { headers: { 'X-Application': application } })).json()) as T;
  const now = async () => Date.parse((await sandbox<{ now: string }>('/clock')).now);
  await page.goto(`/applications/${application}/sandbox?table=deposits%2Fvpas`);
  await expect(page.getByRole('table', { name: 'vpas' })).toContainText('john@okhdfc');
  await expect(page.getByRole('table', { name: 'Rules set by hand' })).toBeVisible();
  await expectGoodPage(page, 'sandbox');

  await page.getByLabel('Name of the snapshot').fill('before');
  await page.getByRole('button', { name: 'Take a snapshot' }).click();
  await expect(page.getByRole('table', { name: 'Snapshots' })).toContainText('before');
  const start = await now();
  await page.getByRole('button', { name: 'Advance by a day' }).click();
  await expect(section(page, 'Clock')).toContainText('in 1 day');
  expect((await now()) - start).toBeGreaterThanOrEqual(86_400_000);
  await page.getByRole('button', { name: 'Freeze' }).click();
  await expect(section(page, 'Clock')).toContainText('Frozen');
  expect((await sandbox<{ frozen: boolean }>('/clock')).frozen).toBe(true);

  await page.getByRole('button', { name: 'Edit row john@okhdfc' }).click();
  await dialog(page).getByLabel('reason').fill('urn:verification:vpa:blocked');
  await dialog(page).getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('table', { name: 'vpas' })).toContainText('urn:verification:vpa:blocked');
  await page.getByRole('button', { name: 'Add a row' }).click();
  await dialog(page).getByLabel(/^vpa/).fill('asha@okhdfc');
  await expectGoodPage(page, 'sandbox-row');
  await dialog(page).getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('table', { name: 'vpas' })).toContainText('asha@okhdfc');

  await page.getByRole('combobox', { name: 'Scenarios of deposits' }).click();
  await page.getByRole('option', { name: /cannot be reached/ }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Use these' }).click();
  await expect(page.getByRole('button', { name: 'Use the ordinary ones only' })).toBeVisible();
  expect((await sandbox<{ scenarios: string[] }>('/selection')).scenarios).toEqual(['deposits/psp-down']);

  await page.getByRole('button', { name: 'Restore before' }).click();
  await dialog(page).getByRole('button', { name: 'Restore' }).click();
  await expect(dialog(page)).toBeHidden();
  await expect(page.getByRole('table', { name: 'vpas' })).not.toContainText('asha@okhdfc');
  expect((await now()) - start).toBeLessThan(3_600_000);
  expect((await sandbox<{ scenarios: string[] }>('/selection')).scenarios).toEqual([]);
  await page.getByRole('button', { name: 'Drop before' }).click();
  await dialog(page).getByRole('button', { name: 'Drop' }).click();
  await expect(page.getByText('None yet.')).toBeVisible();

  await page.getByRole('textbox', { name: 'Seed' }).fill('7');
  await section(page, 'Chance').getByRole('button', { name: 'Set' }).click();
  await expect.poll(async () => (await sandbox<{ seed: string }>('/seed')).seed).toBe('7');
  await section(page, 'Reset').getByRole('button', { name: 'Reset' }).click();
  await dialog(page).getByRole('button', { name: 'Reset' }).click();
  await expect(page.getByText('The sandbox was reset.')).toBeVisible();
  expect((await sandbox<{ overrides: unknown[] }>('/overrides')).overrides).toEqual([]);
});

test('keys are rotated, the application is switched off and on, and a plan and a stage are asked for', async ({ page, sandbank }) => {
  await signIn(page, sandbank.partner);
  await page.goto(`/applications/${application}/journey`);
  await expect(page.getByRole('link', { name: 'See the account plan' })).toHaveAttribute('href', '/organisation/plan');
  await page.goto(`/applications/${application}/auth`);
  await page.getByRole('button', { name: 'Rotate' }).click();
  await expectGoodPage(page, 'application-rotate');
  await dialog(page).getByRole('button', { name: 'Rotate' }).click();
  await expect(page.getByRole('article', { name: 'Old pair' })).toContainText(keys.clientId);
  const current = (await page.getByRole('article', { name: 'Current pair' }).getByRole('code').first().textContent()) ?? '';
  expect(current).not.toBe(keys.clientId);
  for (const key of [current, keys.clientId]) {
    expect((await call(sandbank, key, '/deposits/v1/fields')).status).toBe(200);
  }
  await page.getByRole('button', { name: 'End now' }).click();
  await dialog(page).getByRole('button', { name: 'End now' }).click();
  await expect(page.getByRole('article', { name: 'Old pair' })).toHaveCount(0);
  await expect.poll(async () => (await call(sandbank, keys.clientId, '/deposits/v1/fields')).status).toBe(401);

  await tab(page, 'Overview');
  await page.getByRole('button', { name: 'Disable' }).click();
  await dialog(page).getByRole('button', { name: 'Disable' }).click();
  await expect(page.getByRole('heading', { name: 'Disabled' })).toBeVisible();
  await expect.poll(async () => (await call(sandbank, current, '/deposits/v1/fields')).status).toBe(403);
  await page.getByRole('button', { name: 'Enable' }).click();
  await dialog(page).getByRole('button', { name: 'Enable' }).click();
  await expect(page.getByRole('heading', { name: 'Enabled' })).toBeVisible();
  await expect.poll(async () => (await call(sandbank, current, '/deposits/v1/fields')).status).toBe(200);

  await tab(page, 'APIs and plans');
  await expectGoodPage(page, 'application-apis');
  await page.getByRole('button', { name: /^Change the plan/ }).first().click();
  await page.getByRole('combobox', { name: /^Plan/ }).click();
  await page.getByRole('option').first().click();
  await expectGoodPage(page, 'application-plan');
  await allowProduction(sandbank);
  await page.getByRole('button', { name: 'Ask the bank' }).click();
  await expect(dialog(page)).toBeHidden();

  await tab(page, 'Journey');
  await expect(page.getByText('you are here')).toBeVisible();
  await expectGoodPage(page, 'application-journey');
  await page.getByRole('button', { name: 'Ask for UAT' }).click();
  await dialog(page).getByRole('button', { name: 'Ask the bank' }).click();
  await expect(dialog(page).getByText('Accept it to go on.')).toBeVisible();
  await dialog(page).getByRole('checkbox').check();
  await dialog(page).getByLabel(/^Signatory/).fill('Asha Rao');
  await expectGoodPage(page, 'application-stage');
  await dialog(page).getByRole('button', { name: 'Ask the bank' }).click();
  await expect(page.getByText('asked for')).toBeVisible();
  await tab(page, 'Overview');
  const open = page.getByRole('table', { name: 'Open requests' });
  await expect(open.getByRole('row', { name: /Another API plan/ })).toBeVisible();
  await open.getByRole('row', { name: /Another API plan/ }).getByRole('button', { name: 'Withdraw' }).click();
  await dialog(page).getByRole('button', { name: 'Withdraw' }).click();
  await expect(open.getByRole('row', { name: /Another API plan/ })).toHaveCount(0);
  await decide(sandbank, application, 'approve', 'Seen.');
  await tab(page, 'Journey');
  await page.reload();
  await expect(page.getByRole('listitem').filter({ hasText: '2. UAT' })).toContainText('you are here');
});

test('usage and webhooks are shown, and a test event is sent', async ({ page, sandbank }) => {
  await signIn(page, sandbank.partner);
  await page.getByRole('link', { name: 'Request log' }).click();
  await expect(page.getByRole('heading', { name: 'Choose an application' })).toBeVisible();
  await expectGoodPage(page, 'application-choose');
  await page.getByRole('main').getByRole('link', { name: 'Shop' }).click();
  await expect(page).toHaveURL(new RegExp(`/applications/${application}/log$`));
  await page.goto(`/applications/${application}/usage`);
  await expect(section(page, 'By API')).toBeVisible();
  await expect(page.getByText('Counting calls …')).toHaveCount(0);
  await expectGoodPage(page, 'application-usage');
  await page.goto(`/applications/${application}/webhooks`);
  await expect(page.getByText('whsec_')).toHaveCount(0);
  await page.getByRole('button', { name: 'Show the signing secret' }).click();
  await expect(page.getByText('whsec_')).toBeVisible();
  await page.getByRole('button', { name: 'Send a test event' }).click();
  await expect(page.getByRole('link', { name: 'webhook.test' })).toBeVisible();
  await page.getByRole('link', { name: 'application.approved' }).click();
  await expect(page).toHaveURL(/delivery=/);
  const delivery = page.getByRole('region', { name: 'Delivery', exact: true });
  await expect(delivery).toContainText('"type": "application.approved"');
  await expect(delivery.getByRole('table', { name: 'Attempts' })).toBeVisible();
  await expectGoodPage(page, 'webhooks');
  await page.getByRole('button', { name: 'Rotate the signing secret' }).click();
  await dialog(page).getByRole('button', { name: 'Rotate' }).click();
  await expect(page.getByText('whsec_')).toHaveCount(2);
});

test('a state that scenarios declare is changed', async ({ page, sandbank }) => {
  await signIn(page, sandbank.partner);
  await page.goto(`/applications/${application}/sandbox`);
  const states = async () => (await (await page.request.get('/sandbox/v1/state', { headers: { 'X-Application': application } })).json()) as { values: unknown[] };
  await page.getByRole('combobox', { name: 'deposits: service' }).click();
  await page.getByRole('option', { name: 'down', exact: true }).click();
  await expect(page.getByText('in the beginning: up')).toBeVisible();
  expect((await states()).values).toContainEqual(expect.objectContaining({ api: 'deposits', name: 'service', value: 'down' }));
  await page.getByRole('combobox', { name: 'deposits: service' }).click();
  await page.getByRole('option', { name: 'up', exact: true }).click();
  await expect(page.getByText('in the beginning: up')).toHaveCount(0);
});

test.describe('simulation of decisions that is off', () => {
  test.use({ expected: { '/sandbox/v1/simulate/review': [403] } });

  test('is refused with what to do', async ({ page, sandbank }) => {
    const partner = await signedIn(sandbank, sandbank.partner);
    const { id } = await partner<{ id: string }>('POST', '/organisation/account-plan/requests', { access: 'bronze', quota: 'premium' });
    await signIn(page, sandbank.partner);
    await page.goto(`/applications/${application}/simulate?what=review`);
    await page.getByRole('button', { name: 'Make it happen' }).click();
    await expect(page.getByRole('alert')).toContainText("Wait for the bank's decision");
    expect(await partner('GET', `/organisation/requests/${id}`)).toMatchObject({ state: 'open' });
  });
});

test.describe('another organisation', () => {
  test.use({
    expected: async ({}, use) => use({ [`/portal/v1/applications/${application}`]: [404] }),
  });

  test('cannot open the application, nor its sandbox', async ({ page, sandbank }) => {
    const login = await register(sandbank, 'Other Bank Services', 'mira.das');
    await signIn(page, login);
    await page.goto(`/applications/${application}/log`);
    await expect(page.getByRole('alert')).toBeVisible();
    await expect(page.getByText('Shop')).toHaveCount(0);
    await expectGoodPage(page, 'application-of-others');
    const journal = await page.request.get('/sandbox/v1/journal', { headers: { 'X-Application': application } });
    expect([401, 403, 404]).toContain(journal.status());
    await page.goto('/applications');
    await expect(page.getByText('Shop')).toHaveCount(0);
  });
});

test('an API is added and removed, and the application is deleted', async ({ page, sandbank }) => {
  const partner = await signedIn(sandbank, sandbank.partner);
  const subscribed = async () =>
    (await partner<{ subscriptions: { api: string }[] }>('GET', `/applications/${application}/apis`)).subscriptions.map((s) => s.api);
  const { clientId } = await partner<{ clientId: string }>('GET', `/applications/${application}`);
  await signIn(page, sandbank.partner);
  await page.goto(`/applications/${application}/apis`);
  await page.getByRole('button', { name: 'Add APIs' }).click();
  await dialog(page).getByRole('button', { name: 'Add', exact: true }).click();
  await expect(dialog(page).getByText('Choose an API or a group.')).toBeVisible();
  await dialog(page).getByRole('combobox', { name: 'APIs', exact: true }).click();
  await page.getByRole('option', { name: /UPI Collect/i }).click();
  await page.keyboard.press('Tab'); // closes the list, which covers the button
  await dialog(page).getByRole('button', { name: 'Add', exact: true }).click();
  const row = page.getByRole('row', { name: /UPI Collect/i });
  await expect(row).toContainText('Waiting for the bank');
  expect(await subscribed()).toContain('upi-collect');
  await row.getByRole('button', { name: /^Remove/ }).click();
  await dialog(page).getByRole('button', { name: 'Remove' }).click();
  await expect(row).toHaveCount(0);
  expect(await subscribed()).not.toContain('upi-collect');

  await tab(page, 'Overview');
  await page.getByRole('button', { name: 'Delete' }).click();
  await dialog(page).getByRole('button', { name: 'Delete' }).click();
  await expect(page).toHaveURL(/\/applications$/);
  await expect(page.getByRole('row', { name: /Shop/ }).filter({ hasText: 'Enabled' })).toHaveCount(0);
  await expect.poll(async () => (await call(sandbank, clientId, '/deposits/v1/fields')).status).toBe(401);
});
