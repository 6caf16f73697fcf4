import { expect, expectGoodPage, signIn, test, type Page } from './fixtures';
import { register, signedIn } from './programme';

test.use({ settings: [] });

const tab = (page: Page, name: string) => page.getByRole('navigation', { name: 'Parts of the API' }).getByRole('link', { name }).click();
const section = (page: Page, name: string | RegExp) => page.getByRole('region', { name });
const dialog = (page: Page) => page.getByRole('dialog');

async function clientId(page: Page): Promise<{ id: string; clientId: string }> {
  const { applications } = (await (await page.request.get('/portal/v1/applications')).json()) as { applications: { id: string; clientId: string }[] };
  return applications[0] ?? { id: '', clientId: '' };
}

test('a visitor reads what an API is, its reference, errors, changelog, and takes its document and clients', async ({ page }) => {
  await page.goto('/apis/deposits');
  await expect(page.getByRole('heading', { level: 1, name: 'Deposits' })).toBeVisible();
  await expect(section(page, 'About')).toContainText('With this API an application offers');
  await expect(page.getByRole('table', { name: 'Plans' })).toContainText('1,000 a day');
  await expect(section(page, 'Scope')).toContainText('customers');
  await expect(page.getByRole('button', { name: 'Add to an application' })).toHaveCount(0);
  await expectGoodPage(page, 'api-overview-visitor');

  await tab(page, 'Reference');
  await expect(section(page, 'Operations')).toContainText('/my/verifications/upi-vpa');
  await expectGoodPage(page, 'api-reference');
  await page.getByLabel('Find an operation').fill('vpa');
  const operations = page.getByRole('navigation', { name: 'Operations' });
  await expect(operations.getByRole('link')).toHaveCount(1);
  await operations.getByRole('link').click();
  await expect(page).toHaveURL(/\/apis\/deposits\/reference\/verifyMyVpa$/);
  await expect(section(page, 'Credentials')).toContainText('x-api-key');
  await expect(section(page, 'Body of the request')).toContainText('vpa');
  const answers = section(page, 'Answers');
  await answers.getByText('VPA verification success').first().click();
  await expect(answers).toContainText('"success"');
  await section(page, 'Code').getByText('Go', { exact: true }).click();
  await expect(page.getByRole('region', { name: 'the request in Go' })).toContainText('http.NewRequest("POST"');
  await expectGoodPage(page, 'api-operation');
  await section(page, 'Problem codes').getByRole('link', { name: 'PSP_TIMEOUT' }).click();
  await expect(page).toHaveURL(/\/apis\/deposits\/errors\?text=PSP_TIMEOUT/);
  await expect(page.getByRole('table', { name: 'Problems of this API' }).getByRole('row')).toHaveCount(2);
  await page.getByLabel('Search').fill('');
  await expect(page.getByRole('table', { name: 'Problems that any call of this server can have' })).toContainText('KEY_INVALID');
  await page.goto('/apis/deposits/errors?status=504');
  await expect(page.getByRole('table', { name: 'Problems of this API' })).toContainText('PSP_TIMEOUT');
  await expectGoodPage(page, 'api-errors');

  await tab(page, 'Changelog');
  await expect(page.getByRole('heading', { name: /deposits 1\./ }).first()).toBeVisible();
  await expectGoodPage(page, 'api-changelog');

  await tab(page, 'Downloads');
  const types = { 'deposits.yaml': 'application/yaml', 'deposits.json': 'application/json', 'deposits-go.zip': 'application/zip', 'deposits-typescript.zip': 'application/zip' };
  for (const [name, type] of Object.entries(types)) {
    const link = page.getByRole('link', { name: `Download ${name}` });
    await expect(link).toHaveAttribute('download', name);
    const answer = await page.request.get((await link.getAttribute('href')) ?? '');
    expect([name, answer.status(), answer.headers()['content-type']]).toEqual([name, 200, type]);
  }
  await expectGoodPage(page, 'api-downloads');
});

test('a schema is opened as deep as one likes, and an operation that there is not says so', async ({ page }) => {
  await page.goto('/apis/deposits/reference/submitMyForm');
  const body = section(page, 'Body of the request');
  await body.getByText(/^Members of/).first().click();
  await expect(body.locator('.schema-inner').first()).toBeVisible();
  await expectGoodPage(page, 'api-schema');
  await page.goto('/apis/upi-collect/reference/receiveCollectUpdate');
  await expect(page.getByRole('heading', { level: 2, name: 'Be told what became of a collect request' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Try it' })).toHaveCount(0);
  await page.goto('/apis/deposits/reference/nothing');
  await expect(page.getByText('There is no such operation')).toBeVisible();
});

test('a visitor who wants to try it signs in, and comes back', async ({ page, sandbank }) => {
  await page.goto('/console/deposits?operation=listFields');
  await expect(page).toHaveURL(/\/apis\/deposits\/console\?operation=listFields$/);
  await expect(page.getByText('Sign in first')).toBeVisible();
  await expectGoodPage(page, 'api-console-visitor');
  await page.getByRole('main').getByRole('link', { name: 'Sign in' }).click();
  await page.getByLabel('User name').fill(sandbank.partner.username);
  await page.getByLabel(/^Password/).fill(sandbank.partner.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page).toHaveURL(/\/apis\/deposits\/console\?operation=listFields$/);
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(section(page, /^Answer$/).getByText('200', { exact: true })).toBeVisible();
});

test('a call of a customer by the console answers with its rule, and is in the log', async ({ page, sandbank }) => {
  await signIn(page, sandbank.partner);
  const own = await clientId(page);
  await page.goto('/apis/deposits/reference/verifyMyVpa');
  await page.getByRole('link', { name: 'Try it' }).click();
  await expect(page).toHaveURL(/\/apis\/deposits\/console\?operation=verifyMyVpa/);
  await page.getByRole('button', { name: 'Use the token of the document' }).click();
  await page.getByRole('textbox', { name: 'Body' }).fill('{"vpa": "john@okhdfc"}');
  await page.getByRole('button', { name: 'Send' }).click();
  const answer = section(page, /^Answer$/);
  await expect(answer.getByText('200', { exact: true })).toBeVisible();
  await expect(answer).toContainText('"success"');
  await expect(answer.getByRole('definition').first()).not.toBeEmpty();
  await expect(answer.getByRole('table', { name: 'Headers of the answer' })).toContainText('x-sandbox-rule');
  await expectGoodPage(page, 'api-console');

  await page.getByRole('button', { name: 'Copy as curl' }).click();
  const line = dialog(page).getByRole('region', { name: 'Copy as curl' });
  await expect(line).toContainText(`curl -X POST '${sandbank.origin}/deposits/v1/my/verifications/upi-vpa'`);
  await expect(line).toContainText(`x-api-key: ${own.clientId}`);
  await expect(line).toContainText('Bearer TOKEN');
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await dialog(page).getByRole('button', { name: 'Copy Copy as curl' }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/Bearer ey/);
  await expectGoodPage(page, 'api-console-curl');
  await page.keyboard.press('Escape');

  await answer.getByRole('link', { name: 'Open it in the request log' }).click();
  await expect(page.getByRole('heading', { name: 'POST /deposits/v1/my/verifications/upi-vpa' })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('button', { name: 'Send' })).toBeVisible();
  await page.getByLabel('Token of another login').fill('jane-token');
  await page.getByRole('button', { name: 'Exchange' }).click();
  await expect(page.getByLabel('Access token of the customer')).toHaveValue(/^ey/);
});

test.describe('calls that are refused', () => {
  test.use({
    expected: async ({}, use) =>
      use({ '/deposits/v1/my/verifications/upi-vpa': [400, 401, 504], '/oauth/v1/token': [401], '/iwish/v1/goals': [422], '/iwish/v1/interest-rates': [401] }),
  });

  test('show the problem, and become a scenario in the studio', async ({ page, sandbank }) => {
    await signIn(page, sandbank.partner);
    await page.goto('/apis/deposits/console?operation=verifyMyVpa');
    await page.getByRole('button', { name: 'Send' }).click();
    const answer = section(page, /^Answer$/);
    await expect(answer.getByText('401', { exact: true })).toBeVisible();
    await page.getByRole('button', { name: 'Use the token of the document' }).click();
    await page.getByRole('textbox', { name: 'Body' }).fill('{"vpa": 7}');
    await page.getByRole('button', { name: 'Send' }).click();
    await expect(answer.getByText('400', { exact: true })).toBeVisible();
    await expect(answer.getByRole('alert')).toContainText('/vpa');
    await expectGoodPage(page, 'api-console-refused');
    await answer.getByRole('link', { name: 'Make a scenario from this' }).click();
    await expect(page).toHaveURL(/\/studio\/new\?/);
    await expect(page.locator('.cm-content')).toContainText('verifyMyVpa');
  });

  test('a wrong secret gets no token, the own one does', async ({ page, sandbank }) => {
    await signIn(page, sandbank.partner);
    await page.goto('/apis/deposits/console?operation=findCustomer');
    await page.getByLabel(/^Client secret/).fill('wrong');
    await page.getByRole('button', { name: 'Get a token' }).click();
    await expect(page.getByRole('alert')).toBeVisible();
    await page.getByLabel(/^Client secret/).fill('');
    await page.getByRole('button', { name: 'Get a token' }).click();
    await expect(page.getByLabel('Access token of the application')).not.toHaveValue('');
    await page.getByRole('button', { name: 'Send' }).click();
    await expect(section(page, /^Answer$/).getByText('200', { exact: true })).toBeVisible();
    const kept = await page.evaluate(() => JSON.stringify([localStorage, sessionStorage]));
    expect(kept).not.toContain('ey');
  });
});

test('a server hash is filled in from the application', async ({ page, sandbank }) => {
  await signIn(page, sandbank.partner);
  await page.goto('/apis/bank-connect/console?operation=listEntities');
  await page.getByRole('button', { name: 'Use the application’s own' }).click();
  await expect(page.getByLabel('server-hash')).not.toHaveValue('');
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(section(page, /^Answer$/).getByText('200', { exact: true })).toBeVisible();
});

test('magic values, personas and scenarios are those of the sandbox', async ({ page, sandbank }) => {
  await signIn(page, sandbank.partner);
  await page.goto('/apis/deposits');
  await tab(page, 'Magic values');
  await expect(section(page, 'Personas')).toContainText('John Doe');
  await page.getByLabel('Search').fill('timeout@');
  const values = section(page, 'Verify my VPA');
  await expect(page).toHaveURL(/text=timeout/);
  await expect(values.getByRole('row', { name: /timeout@/ })).toContainText('PSP_TIMEOUT');
  await values.getByRole('link', { name: /^Try/ }).click();
  await expect(page).toHaveURL(/console\?operation=verifyMyVpa/);
  await tab(page, 'Scenarios');
  const row = page.getByRole('row', { name: /psp-down/ });
  await expect(row).toContainText('On request');
  await expectGoodPage(page, 'api-scenarios');
  await row.getByRole('link', { name: /^Try/ }).click();
  await expect(page.getByLabel('Further headers')).toHaveValue('X-Sandbox-Scenario: psp-down');
  await page.goto('/apis/upi-collect/magic-values');
  await expect(page.getByRole('table', { name: 'Magic values' }).first()).toBeVisible();
  await expectGoodPage(page, 'api-magic-values');
});

test('an API is added to an application, and the bank is asked', async ({ page, sandbank }) => {
  const partner = await signedIn(sandbank, sandbank.partner);
  const { apis, agreements } = { apis: ['deposits'], agreements: await partner<{ agreements: { agreement: string; version: number; for?: string }[] }>('GET', '/agreements') };
  await signIn(page, sandbank.partner);
  const created = await page.request.post('/portal/v1/applications', {
    data: { name: 'Shop', platform: 'web', apis, oauthType: 'none', agreements: agreements.agreements.filter((a) => a.agreement === 'eula').map(({ agreement, version }) => ({ agreement, version })) },
  });
  expect(created.status(), await created.text()).toBe(201);
  await page.goto('/apis/iwish');
  await page.getByRole('button', { name: 'Add to an application' }).click();
  await expect(dialog(page).getByRole('combobox', { name: 'Application' })).toHaveValue('Shop');
  await expectGoodPage(page, 'api-add');
  await dialog(page).getByRole('button', { name: 'Add', exact: true }).click();
  await expect(page.getByRole('table', { name: 'Your applications' }).getByRole('row', { name: /Shop/ })).toContainText('Waiting for the bank');
  await expectGoodPage(page, 'api-overview');
  const { applications } = await partner<{ applications: { name: string; subscriptions: { api: string }[] }[] }>('GET', '/applications');
  expect(applications.find((a) => a.name === 'Shop')?.subscriptions.map((s) => s.api).sort()).toEqual(['deposits', 'iwish']);
});

test('without an application that has the API, the console says what to do', async ({ page, sandbank }) => {
  const bank = await signedIn(sandbank, sandbank.bank);
  const { apis } = await bank<{ apis: { api: string; title: string; summary: string; category?: string; featured: boolean; order: number; plans: string[]; version: number }[] }>('GET', '/bank/catalogue');
  const found = apis.find((a) => a.api === 'credit-score');
  const { title, summary, category, featured, order, plans } = { ...found, plans: found?.plans ?? [] };
  const entry = { title, summary, ...(category !== undefined && { category }), featured, published: true, order, plans: [...plans, 'unlimited'] };
  const changed = await bank<{ version: number }>('PUT', '/bank/catalogue/apis/credit-score', { ...entry, test: false }, found?.version);
  const login = await register(sandbank, 'Third Fintech', 'tara.sen');
  await signIn(page, login);
  await page.goto('/apis/credit-score/console');
  await expect(page.getByText('None of your applications can call Credit score')).toBeVisible();
  await expectGoodPage(page, 'api-console-none');
  await page.getByRole('link', { name: 'Add it to an application' }).click();
  await expect(page.getByText('None of your applications has it')).toBeVisible();
  await bank('PUT', '/bank/catalogue/apis/credit-score', { ...entry, test: true }, changed.version);
});

test('the bank’s staff reads an API, and has no sandbox to try it in', async ({ page, sandbank }) => {
  await signIn(page, sandbank.bank);
  await page.goto('/apis/deposits');
  await expect(section(page, 'About')).toBeVisible();
  await expect(page.getByRole('button', { name: 'I am interested' })).toHaveCount(0);
  await tab(page, 'Console');
  await expect(page.getByText('For partners')).toBeVisible();
});
