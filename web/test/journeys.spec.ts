import { dialog, section, table } from './bank-pages';
import { expect, expectGoodPage, signIn, test, type Page } from './fixtures';
import { call, joinStaff } from './programme';

// The way of a partner from the first visit to production, with the bank's reviewer at the other side: both by their
// pages alone. The steps are tested one by one where their pages are.

test.use({ settings: [] });

const password = 'a sentence that nobody guesses 7';

/** Opens what waits from an organisation, and approves it. */
async function approve(page: Page, kind: string, further?: () => Promise<void>) {
  await page.getByRole('navigation', { name: 'Main navigation' }).getByRole('link', { name: 'Reviews' }).click();
  await table(page, 'Reviews').getByRole('row', { name: /Asha Fintech/ }).filter({ hasText: kind }).getByRole('link', { name: kind }).click();
  await expect(page.getByRole('heading', { level: 1, name: kind })).toBeVisible();
  await page.getByRole('radio', { name: 'Approve' }).check();
  await further?.();
  await section(page, 'Decide').getByRole('textbox', { name: 'Reason' }).fill('As agreed.');
  await section(page, 'Decide').getByRole('button', { name: 'Approve' }).click();
  await expect(section(page, 'Decision')).toContainText('Approved');
}

/** Asks for the next stage on the page of the journey. */
async function askFor(page: Page, stage: string) {
  await page.reload();
  await page.getByRole('button', { name: `Ask for ${stage}` }).click();
  for (const box of await dialog(page).getByRole('checkbox').all()) {
    await box.check();
  }
  for (const signatory of await dialog(page).getByLabel(/^Signatory/).all()) {
    await signatory.fill('Asha Rao');
  }
  await dialog(page).getByRole('button', { name: 'Ask the bank' }).click();
  await expect(dialog(page)).toBeHidden();
}

test('a partner comes from the first visit to production, step by step with the bank’s reviewer', async ({ page, browser, sandbank }) => {
  const reviewer = await (await browser.newContext({ baseURL: sandbank.origin })).newPage();
  await signIn(reviewer, await joinStaff(sandbank, 'reviewer', 'rita.sen'));

  await page.goto('/catalogue');
  await page.getByLabel('Search').fill('deposits');
  await page.getByRole('main').getByRole('link', { name: 'Deposits', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Deposits' })).toBeVisible();
  await page.getByRole('banner').getByRole('link', { name: 'Register' }).click();
  await page.getByLabel('First name').fill('Asha');
  await page.getByLabel('Last name').fill('Rao');
  await page.getByLabel('User name').fill('asha.rao');
  await page.getByLabel(/^Password/).fill(password);
  await page.getByLabel('E-mail address').fill('asha@fintech.example');
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByLabel('Name of the organisation').fill('Asha Fintech');
  await page.getByLabel(/^I accept/).check();
  await page.getByRole('button', { name: 'Register' }).click();
  await expect(page.getByRole('heading', { name: 'Look into your mailbox' })).toBeVisible();
  await page.goto(await sandbank.link('asha@fintech.example'));
  await page.getByRole('button', { name: 'Activate the account' }).click();
  await page.getByRole('link', { name: 'Go to sign-in' }).click();
  await page.getByLabel('User name').fill('asha.rao');
  await page.getByLabel(/^Password/).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { name: 'Your sandbox is ready' })).toBeVisible();

  await page.goto('/console/deposits?operation=listFields');
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(section(page, /^Answer$/).getByText('200', { exact: true })).toBeVisible();
  await expectGoodPage(page, 'journey-console');

  await page.goto('/applications/new');
  await page.getByLabel(/^Name/).fill('Shop');
  await page.getByLabel(/^Description/).fill('Term deposits, opened at the checkout.');
  await page.getByRole('combobox', { name: /^APIs/ }).click();
  await page.getByRole('option', { name: 'Deposits', exact: true }).click();
  await page.keyboard.press('Escape');
  for (const box of await page.getByRole('checkbox').all()) {
    await box.check();
  }
  await page.getByRole('button', { name: 'Create and send to the bank' }).click();
  await expect(section(page, 'Waiting for the bank')).toBeVisible();
  const application = new URL(page.url()).pathname;
  await approve(reviewer, 'A new application', () => expectGoodPage(reviewer, 'journey-review'));
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Enabled' })).toBeVisible();
  await page.goto(`${application}/auth`);
  const key = (await section(page, 'Keys').getByRole('code').first().textContent()) ?? '';
  expect((await call(sandbank, key, '/deposits/v1/fields')).status).toBe(200);
  await page.goto(`${application}/log`);
  await page.getByRole('link', { name: 'GET /deposits/v1/fields' }).click();
  await expect(section(page, 'Why this answer')).toContainText(/answered/);
  await expectGoodPage(page, 'journey-log-entry');

  await page.goto('/organisation/plan');
  await page.getByRole('button', { name: 'Ask for another plan' }).click();
  for (const [field, choice] of [['APIs that applications can have', 'Production'], ['Quota', 'Premium']] as const) {
    await page.getByRole('combobox', { name: field }).click();
    await page.getByRole('option', { name: choice }).click();
  }
  await dialog(page).getByRole('button', { name: 'Ask the bank' }).click();
  await expect(dialog(page)).toBeHidden();
  await approve(reviewer, 'Another account plan');

  await page.goto(`${application}/journey`);
  await askFor(page, 'UAT');
  await approve(reviewer, 'The next stage');
  await page.reload();
  await expect(page.getByRole('listitem').filter({ hasText: '2. UAT' })).toContainText('you are here');
  await expectGoodPage(page, 'journey-stages');
  await askFor(page, 'Production');
  await approve(reviewer, 'The next stage', async () => {
    await reviewer.getByRole('combobox', { name: 'API plan with Production' }).click();
    await reviewer.getByRole('option').first().click();
  });
  await page.reload();
  await expect(page.getByRole('listitem').filter({ hasText: '3. Production' })).toContainText('you are here');
  await page.goto('/organisation/requests');
  await expect(table(page, 'Requests').getByRole('row').filter({ hasText: 'Approved' })).toHaveCount(4);
});
