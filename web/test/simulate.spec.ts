import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, expectGoodPage, signIn, test, type Page } from './fixtures';
import { organisationOf, signedIn } from './programme';

test.use({ settings: ['--simulate-reviews', '--allow-private-callbacks'] });

const section = (page: Page, name: string | RegExp) => page.getByRole('region', { name });
const happened = (page: Page) => page.getByRole('status').filter({ hasText: 'It has happened' });
const makeItHappen = (page: Page) => page.getByRole('button', { name: 'Make it happen' }).click();

test.describe.configure({ mode: 'serial' });

let application = '';

/** What the application's server was told: the bodies that came to its webhook address. */
const received: string[] = [];
let receiver: Server;

test.beforeAll(async () => {
  receiver = createServer((request, answer) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      received.push(JSON.stringify(JSON.parse(body)));
      answer.writeHead(204).end();
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
});

test.afterAll(() => new Promise((closed) => receiver.close(closed)));

const address = () => `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/bank`;
const times = (text: string) => received.filter((body) => body.includes(text)).length;

/** Calls the control API of the application's sandbox, by the session of the page. */
async function sandbox<T>(page: Page, path: string, row?: object): Promise<T> {
  const headers = { 'X-Application': application };
  const answer = await (row ? page.request.put(`/sandbox/v1${path}`, { headers, data: row }) : page.request.get(`/sandbox/v1${path}`, { headers }));
  expect(answer.ok(), await answer.text()).toBe(true);
  return (await answer.json()) as T;
}

const rowsOf = async (page: Page, table: string) => (await sandbox<{ rows: { row: Record<string, unknown> }[] }>(page, `/tables/${table}/rows?size=500`)).rows.map((r) => r.row);

test('credits are booked and called back, and a callback is opened and sent again', async ({ page, sandbank }) => {
  const partner = await signedIn(sandbank, sandbank.partner);
  const { applications } = await partner<{ applications: { id: string }[] }>('GET', '/applications');
  application = applications[0]?.id ?? '';
  await signIn(page, sandbank.partner);
  await page.goto(`/applications/${application}`);
  await page.getByRole('navigation', { name: 'Parts of the application' }).getByRole('link', { name: 'Simulate' }).click();
  await expect(page.getByRole('combobox', { name: /^Virtual account/ })).toHaveValue('SBAC0000000001');
  await expect(page.getByText('so nothing is called back')).toBeVisible();
  await expectGoodPage(page, 'simulate');
  await page.getByRole('link', { name: 'Set the address' }).click();
  await page.getByLabel('Webhook address').fill(address());
  await page.getByRole('button', { name: 'Save' }).click();

  await page.goto(`/applications/${application}/simulate`);
  await page.getByLabel(/^Amount/).fill('12,50');
  await makeItHappen(page);
  await expect(page.getByText('Write rupees, with two decimal places at most')).toBeVisible();
  await expect(page.getByLabel(/^Amount/)).toBeFocused();
  await page.getByLabel(/^Amount/).fill('12.50');
  await page.getByLabel(/^How many/).fill('2');
  await page.getByLabel(/^Sender/).fill('Ravi <b>Menon</b>');
  await makeItHappen(page);
  await expect(happened(page)).toContainText('2 credits are booked to SBAC0000000001');
  const booked = (await rowsOf(page, 'virtual-accounts/credits')).filter((r) => r['remitterName'] === 'Ravi <b>Menon</b>');
  expect(booked.map((r) => r['amount'])).toEqual(['12.50', '12.50']);
  const callbacks = page.getByRole('table', { name: 'Callbacks' });
  await expect(callbacks.getByRole('row')).toHaveCount(3);
  await callbacks.getByRole('link').first().click();
  const opened = section(page, 'Callback').first();
  await expect(opened).toContainText('Ravi <b>Menon</b>');
  await expect(opened.getByText('Delivered')).toBeVisible();
  await page.mouse.move(0, 0); // the row that was clicked has a tooltip
  await expectGoodPage(page, 'simulate-callback');
  expect(times('Ravi <b>Menon</b>')).toBe(2);
  await opened.getByRole('button', { name: 'Send again' }).click();
  await expect.poll(() => times('Ravi <b>Menon</b>')).toBe(3);
  await happened(page).getByRole('link', { name: 'See the table' }).click();
  await expect(page.getByRole('table', { name: 'credits' })).toContainText('Ravi <b>Menon</b>');
});

test('a delivery of an event is sent again', async ({ page, sandbank }) => {
  await signIn(page, sandbank.partner);
  await page.goto(`/applications/${application}/webhooks`);
  await page.getByRole('button', { name: 'Send a test event' }).click();
  const first = page.getByRole('row', { name: /webhook\.test/ }).last();
  await expect(first).toContainText('Delivered');
  await first.getByRole('link').click();
  const before = page.url();
  await page.getByRole('button', { name: 'Send again' }).click();
  await expect(page).not.toHaveURL(before);
  await expect(page.getByRole('region', { name: 'Delivery', exact: true })).toContainText('Sent again for');
  await expect.poll(() => times('webhook.test')).toBe(2);
});

test.describe('a refund', () => {
  test.use({ expected: { '/sandbox/v1/simulate/refund': [404] } });

  test('settles, and one that is unknown is refused in the words of the server', async ({ page, sandbank }) => {
    await signIn(page, sandbank.partner);
    const credit = (await rowsOf(page, 'virtual-accounts/credits'))[0];
    await sandbox(page, '/tables/virtual-accounts/refunds/rows/refund-1', {
      amount: '5.00',
      clientName: 'Asha Textiles',
      requestedAt: '2026-03-01T10:00:00Z',
      status: 'accepted',
      transactionReference: credit?.['transactionReference'],
      virtualAccountNumber: credit?.['virtualAccountNumber'],
    });
    await page.goto(`/applications/${application}/simulate`);
    await page.getByRole('radio', { name: 'A refund ends' }).click();
    await expect(page).toHaveURL(/what=refund/);
    await expect(page.getByRole('combobox', { name: /^Refund/ })).toHaveValue('refund-1');
    await page.getByRole('combobox', { name: /^Refund/ }).fill('refund-2');
    await page.keyboard.press('Escape');
    await makeItHappen(page);
    await expect(page.getByRole('alert')).toContainText('There is no refund of this id.');
    await page.getByRole('combobox', { name: /^Refund/ }).fill('refund-1');
    await page.keyboard.press('Escape');
    await page.getByRole('radio', { name: 'It fails' }).check();
    await page.getByLabel('Why it fails').fill('The account is closed.');
    await expectGoodPage(page, 'simulate-refund');
    await makeItHappen(page);
    await expect(happened(page)).toContainText('The refund refund-1 has failed.');
    expect((await rowsOf(page, 'virtual-accounts/refunds'))[0]).toMatchObject({ status: 'failed', reason: 'The account is closed.' });
  });
});

test('a statement is uploaded, and net banking of a bank goes down', async ({ page, sandbank }) => {
  await signIn(page, sandbank.partner);
  await page.goto(`/applications/${application}/simulate?what=statement`);
  await expect(page.getByRole('combobox', { name: /^Entity/ })).not.toHaveValue('');
  await page.getByLabel(/^Password of the PDF/).fill('20021990');
  await expectGoodPage(page, 'simulate-statement');
  await makeItHappen(page);
  const id = /The statement (\S+) is uploaded/.exec((await happened(page).textContent()) ?? '')?.[1];
  expect((await rowsOf(page, 'bank-connect/statements')).find((r) => r['statement_id'] === id)).toMatchObject({ pdf_password: '20021990' });

  await page.getByRole('radio', { name: 'Net banking goes down' }).click();
  await expect(page.getByRole('combobox', { name: /^Bank/ })).toHaveValue('AXIS');
  await page.getByLabel(/^What is wrong/).fill('Maintenance <u>tonight</u>.');
  await expectGoodPage(page, 'simulate-health');
  await makeItHappen(page);
  await expect(happened(page)).toContainText('Net banking of AXIS does not work.');
  const health = async () => (await rowsOf(page, 'bank-connect/net_banking_health')).find((r) => r['bank'] === 'AXIS');
  expect(await health()).toMatchObject({ health_up: false, issue_details: 'Maintenance <u>tonight</u>.' });
  await page.getByRole('radio', { name: 'comes back' }).check();
  await makeItHappen(page);
  await expect(happened(page)).toContainText('Net banking of AXIS works.');
  expect(await health()).toMatchObject({ health_up: true });
});

test('the bank decides about an open request, where this server simulates that', async ({ page, sandbank }) => {
  await signIn(page, sandbank.partner);
  await page.goto(`/applications/${application}/simulate?what=review`);
  await expect(page.getByText('You have no open request.')).toBeVisible();
  const partner = await signedIn(sandbank, sandbank.partner);
  const { id } = await partner<{ id: string }>('POST', '/organisation/account-plan/requests', { access: 'bronze', quota: 'premium' });
  await page.reload();
  await expect(page.getByRole('combobox', { name: /^Request/ })).toHaveValue('Another account plan · premium');
  await page.getByRole('radio', { name: 'The bank rejects it' }).check();
  await page.getByLabel(/^Reason/).fill('Not now.');
  await expectGoodPage(page, 'simulate-review');
  await makeItHappen(page);
  await expect(happened(page)).toContainText('Another account plan: the bank has rejected it.');
  expect(await partner('GET', `/organisation/requests/${id}`)).toMatchObject({ state: 'rejected', decision: { reason: 'Not now.' } });
  const bank = await signedIn(sandbank, sandbank.bank);
  const organisation = await organisationOf(sandbank, sandbank.partner);
  expect(JSON.stringify(await bank('GET', `/bank/audit?organisation=${organisation}&action=decision.simulated`))).toContain(id);
});
