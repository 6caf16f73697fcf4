import { expect, expectGoodPage, signIn, test, type Page } from './fixtures';
import { signedIn } from './programme';
import type { Sandbank } from './sandbank';

test.use({ settings: ['--human-check', 'proof-of-work'] });

interface Enquiry {
  kind: string;
  feedbackKind?: string;
  subject?: string;
  message: string;
  email?: string;
}

/** The enquiries that the bank has received, the latest first. */
async function enquiries(sandbank: Sandbank): Promise<Enquiry[]> {
  const bank = await signedIn(sandbank, sandbank.bank);
  return (await bank<{ enquiries: Enquiry[] }>('GET', '/bank/enquiries')).enquiries;
}

const tabs = (page: Page) => page.getByRole('navigation', { name: 'Parts of the support' }).getByRole('link');

test('a visitor gives feedback, proven to be human, which the bank has', async ({ page, sandbank }) => {
  await page.goto('/sign-in');
  await page.getByRole('link', { name: 'Support' }).click();
  await expect(tabs(page)).toHaveText(['Feedback', 'Error catalogue']);
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(page.getByRole('textbox', { name: /^Message/ })).toBeFocused();
  await expect(page.getByText('Write an e-mail address, such as')).toBeVisible();
  await page.getByRole('textbox', { name: /^Message/ }).fill('The mail <b>never</b> came.');
  await page.getByLabel(/^E-mail address/).fill('ravi@menon.example');
  await expectGoodPage(page, 'support-visitor');
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(page.getByRole('status').getByText('The bank has received it')).toBeVisible();
  await expectGoodPage(page, 'support-received');
  expect(await enquiries(sandbank)).toContainEqual(expect.objectContaining({ kind: 'feedback', message: 'The mail <b>never</b> came.' }));
  await page.goto('/support/contact');
  await expect(page, 'it is for members').toHaveURL(/\/sign-in\?next=/);
});

test('a partner gives feedback, writes to the relationship manager, and asks for an API', async ({ page, sandbank }) => {
  await signIn(page, sandbank.partner);
  await page.getByRole('link', { name: 'Support' }).click();
  await expect(page.getByLabel(/^E-mail address/)).toHaveCount(0);
  await page.getByRole('textbox', { name: /^Message/ }).fill('Show the quota everywhere.');
  await expectGoodPage(page, 'support');
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(page.getByText('The bank has received it')).toBeVisible();
  await page.getByRole('button', { name: 'Write another' }).click();
  await expect(page.getByRole('textbox', { name: /^Message/ })).toHaveValue('');

  await tabs(page).filter({ hasText: 'Relationship manager' }).click();
  await expect(page.getByText('It goes to Partner support (support@bank.example)')).toBeVisible();
  await page.getByLabel(/^Subject/).fill('Going live');
  await page.getByRole('textbox', { name: /^Message/ }).fill('When can we <i>meet</i>?');
  await expectGoodPage(page, 'support-contact');
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(page.getByText('The bank has received it')).toBeVisible();

  await tabs(page).filter({ hasText: 'Ask for an API' }).click();
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(page.getByLabel(/^Which API/)).toBeFocused();
  await page.getByLabel(/^Which API/).fill('UPI mandates');
  await page.getByLabel(/^What for/).fill('To collect fees every month.');
  await page.getByLabel(/^Expected calls a day/).fill('5000');
  await expectGoodPage(page, 'support-new-api');
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(page.getByText('The bank has received it')).toBeVisible();
  const received = await enquiries(sandbank);
  expect(received.map((e) => e.kind)).toEqual(expect.arrayContaining(['contact', 'new-api', 'feedback']));
  expect(JSON.stringify(received)).toContain('When can we <i>meet</i>?');
});

test('the bank’s staff has the pages that need no organisation', async ({ page, sandbank }) => {
  await signIn(page, sandbank.bank);
  await page.getByRole('link', { name: 'Support' }).click();
  await expect(tabs(page)).toHaveText(['Feedback', 'Error catalogue']);
});

test.describe('the error catalogue', () => {
  test.use({ expected: { '/portal/v1/errors/NO_SUCH_CODE': [404] } });

  test('is searched, and the type of a problem leads to what it means', async ({ page, sandbank }) => {
    await page.goto('/errors');
    const errors = page.getByRole('table', { name: 'Error catalogue' });
    await expect(errors.getByRole('row')).toHaveCount(26);
    await expectGoodPage(page, 'errors');
    await page.getByLabel('Search').fill('admin');
    await expect(page).toHaveURL(/text=admin/);
    await expect(errors.getByRole('link', { name: 'LAST_ADMIN' })).toBeVisible();
    await expect(errors.getByRole('link', { name: 'BAD_REQUEST' })).toHaveCount(0);
    await page.goto('/errors?api=deposits&status=504');
    await expect(errors.getByRole('link', { name: 'PSP_TIMEOUT' })).toBeVisible();
    await expect(errors.getByRole('link', { name: 'LAST_ADMIN' })).toHaveCount(0);
    await errors.getByRole('link', { name: 'PSP_TIMEOUT' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'PSP_TIMEOUT' })).toBeVisible();
    await expectGoodPage(page, 'error');

    const answer = await fetch(`${sandbank.origin}/deposits/v1/fields`);
    const { type, title, handling } = (await answer.json()) as { type: string; title: string; handling: string };
    await page.goto(`/errors/${type}`);
    await expect(page.getByRole('region', { name: title })).toContainText(handling);
    await expect(page.getByText(type, { exact: true })).toBeVisible();
    await page.goto('/errors/no-such-code');
    await expect(page.getByRole('alert')).toBeVisible();
    await expectGoodPage(page, 'error-unknown');
  });
});
