import type { Browser, Locator } from '@playwright/test';
import { expect, signIn, type Page } from './fixtures';
import { register, signedIn } from './programme';
import type { Sandbank } from './sandbank';

// What the tests of the studio do in its editor and around it.

export const vpa = '/deposits/v1/my/verifications/upi-vpa';

/** A file with one rule, and a table. */
export function fileOf(name: string, answered = 'success'): string {
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

export function editor(page: Page): Locator {
  return page.getByRole('textbox', { name: 'Text of the file' });
}

/** Pastes over everything. */
export async function write(page: Page, text: string): Promise<void> {
  await editor(page).click();
  await page.keyboard.press('ControlOrMeta+a');
  await editor(page).evaluate((content, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    content.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

/** Puts the cursor behind some text of the editor's. */
export async function cursorAt(page: Page, text: string): Promise<void> {
  await editor(page).locator('.cm-line', { hasText: text }).click();
  await page.keyboard.press('End');
}

/** Makes a file by the API. */
export async function create(page: Page, source: string): Promise<string> {
  const answer = await page.request.post('/portal/v1/overlays', { data: { source }, headers: { 'idempotency-key': crypto.randomUUID() } });
  expect(answer.status(), await answer.text()).toBe(201);
  return ((await answer.json()) as { id: string }).id;
}

export async function textOf(page: Page, id: string): Promise<string> {
  return ((await (await page.request.get(`/portal/v1/overlays/${id}`)).json()) as { source: string }).source;
}

interface App {
  id: string;
  clientId: string;
}

export async function ownApplication(page: Page): Promise<App> {
  const { applications } = (await (await page.request.get('/portal/v1/applications')).json()) as { applications: App[] };
  if (!applications[0]) {
    throw new Error('there is no application');
  }
  return applications[0];
}

/** The rule that answers a VPA with an application's key; "" for none. */
export async function ruleFor(sandbank: Sandbank, clientId: string, token: string, asked: string): Promise<string> {
  const answer = await fetch(sandbank.origin + vpa, {
    method: 'POST',
    headers: { 'x-api-key': clientId, authorization: token, 'content-type': 'application/json' },
    body: JSON.stringify({ vpa: asked }),
  });
  expect(answer.status, await answer.clone().text()).toBe(200);
  return answer.headers.get('x-sandbox-rule') ?? '';
}

/** Selects a scenario in the sandbox of a key. */
export async function select(sandbank: Sandbank, clientId: string, scenario: string): Promise<void> {
  const answer = await fetch(`${sandbank.origin}/sandbox/v1/selection`, {
    method: 'PUT',
    headers: { 'x-api-key': clientId, 'content-type': 'application/json' },
    body: JSON.stringify({ scenarios: [scenario] }),
  });
  expect(answer.status, await answer.text()).toBe(200);
}

/** The customer's token that the document shows. */
export async function customer(sandbank: Sandbank): Promise<string> {
  const text = await (await fetch(`${sandbank.origin}/openapi/deposits.json`)).text();
  return `Bearer ${/"accessToken":\s*"([^"]+)"/.exec(text)?.[1] ?? ''}`;
}

/** Registers another organisation, and gives the key of its application. */
export async function anotherOrganisation(sandbank: Sandbank): Promise<string> {
  const session = await signedIn(sandbank, await register(sandbank, 'Other', 'other'));
  const { applications } = await session<{ applications: App[] }>('GET', '/applications');
  return applications[0]?.clientId ?? '';
}

/** Somebody of the organisation in a browser of their own. */
export async function elsewhere(browser: Browser, sandbank: Sandbank): Promise<Page> {
  const other = await (await browser.newContext({ baseURL: sandbank.origin })).newPage();
  await signIn(other, sandbank.partner);
  return other;
}
