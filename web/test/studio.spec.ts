import type { Locator } from '@playwright/test';
import { expect, expectGoodPage, signIn, test, type Page } from './fixtures';
import type { Sandbank } from './sandbank';

const vpa = '/deposits/v1/my/verifications/upi-vpa';

/** A file with one rule, and a table. */
function fileOf(name: string, answered = 'success'): string {
  return [
    `scenario: ${name}`,
    'title: Our own VPAs',
    'api: deposits',
    'default: true',
    'tables:',
    `  ${name.replaceAll('-', '')}:`,
    '    key: [vpa]',
    '    columns: {vpa: string, owner: string}',
    '    rows:',
    '      - {vpa: shop@acme, owner: shop}  # the shop',
    'rules:',
    '  verifyMyVpa:',
    "    - name: the shop's VPA",
    '      match: {body: {vpa: shop@acme}}',
    `      respond: {body: {status: ${answered}}}`,
    '',
  ].join('\n');
}

function editor(page: Page): Locator {
  return page.getByRole('textbox', { name: 'Text of the file' });
}

/** Pastes over everything. */
async function write(page: Page, text: string): Promise<void> {
  await editor(page).click();
  await page.keyboard.press('ControlOrMeta+a');
  await editor(page).evaluate((content, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    content.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

/** Puts the cursor behind some text of the editor's. */
async function cursorAt(page: Page, text: string): Promise<void> {
  await editor(page).locator('.cm-line', { hasText: text }).click();
  await page.keyboard.press('End');
}

/** Makes a file by the API. */
async function create(page: Page, source: string): Promise<string> {
  const answer = await page.request.post('/portal/v1/overlays', { data: { source }, headers: { 'idempotency-key': crypto.randomUUID() } });
  expect(answer.status(), await answer.text()).toBe(201);
  return ((await answer.json()) as { id: string }).id;
}

async function textOf(page: Page, id: string): Promise<string> {
  return ((await (await page.request.get(`/portal/v1/overlays/${id}`)).json()) as { source: string }).source;
}

interface App {
  id: string;
  clientId: string;
}

async function ownApplication(page: Page): Promise<App> {
  const { applications } = (await (await page.request.get('/portal/v1/applications')).json()) as { applications: App[] };
  if (!applications[0]) {
    throw new Error('there is no application');
  }
  return applications[0];
}

/** The rule that answers a VPA with an application's key; "" for none. */
async function ruleFor(sandbank: Sandbank, clientId: string, token: string, asked: string): Promise<string> {
  const answer = await fetch(sandbank.origin + vpa, {
    method: 'POST',
    headers: { 'x-api-key': clientId, authorization: token, 'content-type': 'application/json' },
    body: JSON.stringify({ vpa: asked }),
  });
  expect(answer.status, await answer.clone().text()).toBe(200);
  return answer.headers.get('x-sandbox-rule') ?? '';
}

/** Selects a scenario in the sandbox of a key. */
async function select(sandbank: Sandbank, clientId: string, scenario: string): Promise<void> {
  const answer = await fetch(`${sandbank.origin}/sandbox/v1/selection`, {
    method: 'PUT',
    headers: { 'x-api-key': clientId, 'content-type': 'application/json' },
    body: JSON.stringify({ scenarios: [scenario] }),
  });
  expect(answer.status, await answer.text()).toBe(200);
}

/** The customer's token that the document shows. */
async function customer(sandbank: Sandbank): Promise<string> {
  const text = await (await fetch(`${sandbank.origin}/openapi/deposits.json`)).text();
  return `Bearer ${/"accessToken":\s*"([^"]+)"/.exec(text)?.[1] ?? ''}`;
}

/** Registers another organisation, by the API, and gives the key of its application. */
async function anotherOrganisation({ origin, link }: { origin: string; link: (to: string) => Promise<string> }): Promise<string> {
  const post = async (path: string, body: unknown) => {
    const answer = await fetch(`${origin}/portal/v1${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
      body: JSON.stringify(body),
    });
    expect(answer.ok, `${path}: ${await answer.clone().text()}`).toBe(true);
    return answer;
  };
  const form = (await (await fetch(`${origin}/portal/v1/registrations/form`)).json()) as { agreements: { agreement: string; version: number }[] };
  const person = { username: 'other', password: 'a pond in the early evening', firstName: 'Other', lastName: 'Person', email: 'other@other.example' };
  const agreements = form.agreements.map(({ agreement, version }) => ({ agreement, version }));
  await post('/registrations', { person, organisation: { name: 'Other', website: 'https://other.example' }, agreements });
  const token = new URL(await link(person.email)).hash.replace(/^#(token=)?/, '');
  await post('/registrations/activation', { token });
  const signedIn = await post('/session', { username: person.username, password: person.password });
  const cookie = signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const { applications } = (await (await fetch(`${origin}/portal/v1/applications`, { headers: { cookie } })).json()) as { applications: App[] };
  return applications[0]?.clientId ?? '';
}

test('QA writes a rule, breaks and mends it, tries and saves it, and the bank publishes it', async ({ page, browser, sandbank }) => {
  await signIn(page, sandbank.partner);
  await page.getByRole('link', { name: 'Scenario studio' }).click();
  const verifications = page.locator('a[href="/studio/scenarios/deposits/verifications"]');
  await expect(verifications).toBeVisible();
  await expectGoodPage(page, 'studio');
  await page.getByLabel('Find a file').fill('verif');
  await expect(page).toHaveURL(/q=verif/);
  await expect(page.getByRole('link', { name: 'accounts.yaml' })).toBeHidden();

  await verifications.click();
  await expect(page.getByText('a magic VPA')).toBeVisible();
  await expectGoodPage(page, 'studio-scenario');
  await page.getByRole('link', { name: 'Write an overlay for verifyMyVpa' }).click();

  // A broken rule: the finding stands at its line.
  await expect(editor(page)).toContainText('verifyMyVpa');
  await write(page, fileOf('shop').replace('verifyMyVpa', 'verifyMyVap'));
  const findings = page.getByRole('region', { name: 'Findings' });
  await expect(findings.getByRole('button', { name: /Error 12:3.*verifyMyVap.*verifyMyVpa/ })).toBeVisible();
  await expect(editor(page).locator('.cm-lintRange-error')).toHaveText('verifyMyVap');
  await expectGoodPage(page, 'studio-finding');
  await findings.getByRole('button', { name: /Error 12:3/ }).click();
  await expect(editor(page)).toBeFocused();

  // Completion knows the operations; the finding goes once it is mended.
  await cursorAt(page, 'verifyMyVap:');
  for (let typed = 0; typed < 3; typed++) {
    await page.keyboard.press('Backspace');
  }
  await page.keyboard.press('Control+Space');
  await expect(page.getByRole('option', { name: /verifyMyVpa/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await write(page, fileOf('shop'));
  await expect(page.getByText('Nothing is wrong')).toBeVisible();

  // The operation stands beside the rule.
  await cursorAt(page, 'match:');
  const beside = page.getByRole('region', { name: 'About the file' });
  await expect(beside.getByText(`POST ${vpa}`)).toBeVisible();
  await expect(beside.getByText('required').first()).toBeVisible();

  // Try: the rule as it is typed, before anything is saved.
  await beside.getByRole('tab', { name: 'Try' }).click();
  await expect(page).toHaveURL(/tab=try/);
  await beside.getByRole('textbox', { name: 'Body' }).fill('{"vpa":"shop@acme"}');
  const would = beside.getByRole('region', { name: 'Would be answered' });
  await expect(would).toContainText('by the rule “any other VPA” of verifications');
  await beside.getByLabel('Use the rule at the cursor as it is typed').check();
  await beside.getByRole('button', { name: 'Send' }).click();
  const answer = beside.getByRole('region', { name: 'Answer', exact: true });
  await expect(answer).toContainText('"status": "success"');
  await expect(answer).toContainText("the shop's VPA");
  await expectGoodPage(page, 'studio-try');

  // Save: it speaks in the own sandbox, and in no other.
  await page.getByLabel('What this version is for').fill('The shop’s VPA succeeds.');
  await page.getByRole('button', { name: 'Save as overlay' }).click();
  await expect(page.getByText('Saved as version 1.')).toBeVisible();
  await expect(page).toHaveURL(/\/studio\/overlays\//);
  const file = new URL(page.url()).pathname;
  const token = await customer(sandbank);
  const own = await ownApplication(page);
  const others = await anotherOrganisation({ origin: sandbank.origin, link: (to) => sandbank.link(to) });
  expect(await ruleFor(sandbank, own.clientId, token, 'shop@acme')).toBe("the shop's VPA");
  expect(await ruleFor(sandbank, others, token, 'shop@acme')).toBe('any other VPA');
  const { scenarios } = (await (
    await page.request.get('/sandbox/v1/scenarios', { headers: { 'x-application': own.id } })
  ).json()) as { scenarios: { name: string }[] };
  expect(scenarios.map((s) => s.name)).toContain('shop');

  // Coverage: the rule has not answered, then it has.
  await beside.getByRole('tab', { name: 'Coverage' }).click();
  await beside.getByRole('button', { name: 'Begin recording' }).click();
  await expect(beside.getByText('0 of 1 rules have answered')).toBeVisible();
  await ruleFor(sandbank, own.clientId, token, 'shop@acme');
  await expect(beside.getByText('1 of 1 rules have answered')).toBeVisible();
  await expect(editor(page).locator('.cm-used')).toHaveText("    - name: the shop's VPA");
  await expectGoodPage(page, 'studio-coverage');
  await beside.getByRole('button', { name: 'Stop' }).click();
  await expect(beside.getByText('Nothing is recorded.')).toBeVisible();

  // The bank's staff publishes it.
  const bank = await (await browser.newContext({ baseURL: sandbank.origin })).newPage();
  await signIn(bank, sandbank.bank);
  await bank.getByRole('link', { name: 'Scenarios', exact: true }).click();
  await expectGoodPage(bank, 'bank-scenarios');
  await bank.getByRole('link', { name: 'deposits/shop.yaml' }).click();
  await expect(editor(bank)).toContainText("the shop's VPA");
  await expectGoodPage(bank, 'bank-scenario');
  const publish = async () => {
    await bank.getByRole('button', { name: 'Publish' }).click();
    await bank.getByRole('dialog').getByLabel('Reason').fill('Useful to everybody.');
    await bank.getByRole('dialog').getByRole('button', { name: 'Publish' }).click();
  };
  // The bank's own default scenario speaks of the operation: the refusal stands at its line. The author mends it.
  await publish();
  await expect(bank.getByText(/rules in two default scenarios/)).toBeVisible();
  await write(page, fileOf('shop').replace('default: true\n', ''));
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Saved as version 2.')).toBeVisible();
  await bank.reload();
  await publish();
  await expect(bank.getByText(/Version 2 is published/)).toBeVisible();
  await select(sandbank, others, 'deposits/shop');
  expect(await ruleFor(sandbank, others, token, 'shop@acme')).toBe("the shop's VPA");
  const saved = bank.waitForEvent('download');
  await bank.getByRole('button', { name: 'Download' }).click();
  expect((await saved).suggestedFilename()).toBe('shop.yaml');
  await bank.getByRole('button', { name: 'Withdraw' }).click();
  await bank.getByRole('dialog').getByLabel('Reason').fill('Enough.');
  await bank.getByRole('dialog').getByRole('button', { name: 'Withdraw' }).click();
  await expect(bank.getByText(/Version 2 is published/)).toBeHidden();
  expect(await ruleFor(sandbank, others, token, 'shop@acme')).toBe('any other VPA');
  await bank.context().close();

  await page.goto(file);
  await page.getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await expect(page).toHaveURL(/\/studio$/);
  expect(await ruleFor(sandbank, own.clientId, token, 'shop@acme')).toBe('any other VPA');
});

test('tables are grids, versions are compared, and one goes back to an older one', async ({ page, sandbank }) => {
  await signIn(page, sandbank.partner);
  const id = await create(page, fileOf('shop-grid'));
  await page.goto(`/studio/overlays/${id}?tab=tables`);
  const cell = page.getByLabel('owner of shop@acme');
  await cell.fill('the shop: ours');
  await cell.press('Enter');
  await expect(editor(page)).toContainText('{vpa: shop@acme, owner: "the shop: ours"}  # the shop');
  await page.getByLabel('vpa of a new row').fill('till@acme');
  await page.getByRole('button', { name: 'Add the row' }).click();
  await expect(editor(page)).toContainText('- {vpa: till@acme}');
  await expectGoodPage(page, 'studio-tables');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Saved as version 2.')).toBeVisible();
  expect(await textOf(page, id)).toContain('- {vpa: till@acme}');

  await page.getByRole('tab', { name: 'Changes' }).click();
  await expect(page.getByRole('textbox', { name: 'Changes since version 1' })).toContainText('till@acme');
  await expectGoodPage(page, 'studio-changes');
  await page.getByRole('tab', { name: 'History' }).click();
  await expectGoodPage(page, 'studio-history');
  await page.getByRole('button', { name: 'Go back to version 1' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Go back to it' }).click();
  await expect(page.getByText('back to version 1', { exact: true })).toBeVisible();
  expect(await textOf(page, id)).toBe(fileOf('shop-grid'));
  await expect(editor(page)).not.toContainText('till@acme');
});

test('two people edit one file, and nobody’s work is lost', async ({ page, sandbank, browser, expected }) => {
  await signIn(page, sandbank.partner);
  const id = await create(page, fileOf('shop-two').replace('default: true\n', ''));
  expected[`/portal/v1/overlays/${id}`] = [412];
  const theirs = fileOf('shop-two').replace('default: true\n', '').replace('the shop\'s VPA', 'their name');
  await page.goto(`/studio/overlays/${id}`);
  await expect(editor(page)).toContainText("the shop's VPA");
  await cursorAt(page, 'title: Our own VPAs');
  await page.keyboard.type(' and mine');
  await expect(page.getByText('Not saved yet.')).toBeVisible();

  // What is not saved survives that the page is loaded anew, and the navigation asks.
  page.on('dialog', (dialog) => void dialog.accept());
  await page.reload();
  await expect(page.getByText('Work that was not saved is back')).toBeVisible();
  await expect(editor(page)).toContainText('and mine');
  await page.getByRole('link', { name: 'Home' }).click();
  await expect(page.getByRole('dialog', { name: 'Leave without saving?' })).toBeVisible();
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();

  const other = await (await browser.newContext({ baseURL: sandbank.origin })).newPage();
  await signIn(other, sandbank.partner);
  await other.goto(`/studio/overlays/${id}`);
  await write(other, theirs);
  await other.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(other.getByText('Saved as version 2.')).toBeVisible();

  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('has saved this file meanwhile')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Theirs, version 2' })).toContainText('their name');
  const mine = page.getByRole('textbox', { name: 'Yours' });
  await expect(mine).toContainText('and mine');
  await expectGoodPage(page, 'studio-merge');
  expect(await textOf(page, id)).toBe(theirs);
  await mine.locator('.cm-line', { hasText: 'name: the' }).click({ position: { x: 2, y: 4 } });
  await page.keyboard.press('End');
  await page.keyboard.type(' too');
  await page.getByRole('button', { name: 'Save my merged text' }).click();
  await expect(page.getByText('Saved as version 3.')).toBeVisible();
  const merged = await textOf(page, id);
  expect(merged).toContain('title: Our own VPAs and mine');
  expect(merged).toContain("name: the shop's VPA too");
  await other.context().close();
});
