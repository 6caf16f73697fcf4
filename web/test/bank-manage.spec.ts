import { confirm, dialog, hostile, section, tab, table } from './bank-pages';
import { expect, expectGoodPage, signIn, test } from './fixtures';
import { signedIn } from './programme';

// What admins of the bank set: plans, the catalogue and the settings, each with what others see of it.

// The bank changes what everybody sees: it has a server of its own here, not one that other files have used.
test.use({ settings: [] });

test('plans are made, changed beside somebody else, and deleted', async ({ page, sandbank }) => {
  const bank = await signedIn(sandbank, sandbank.bank);
  interface Plan {
    name: string;
    title: string;
    limits: Record<string, number>;
    version: number;
  }
  const quota = async () => (await bank<{ quota: Plan[] }>('GET', '/plans')).quota.find((p) => p.name === 'school');
  await signIn(page, sandbank.bank);
  await page.getByRole('link', { name: 'Plans' }).click();
  await expectGoodPage(page, 'bank-plans');
  await page.getByRole('button', { name: 'New quota' }).click();
  await dialog(page).getByLabel(/^Short name/).fill('School fees');
  await dialog(page).getByRole('button', { name: 'Save' }).click();
  await expect(dialog(page).getByText('Small letters, digits and hyphens between them.')).toBeVisible();
  await expect(dialog(page).getByText('Fill this in.')).toBeVisible();
  await dialog(page).getByLabel(/^Short name/).fill('school');
  await dialog(page).getByLabel(/^Title/).fill('School');
  await dialog(page).getByLabel('Calls a day').fill('5000');
  await dialog(page).getByLabel('Calls a second').fill('5');
  await expectGoodPage(page, 'bank-quota');
  await confirm(page, 'Save');
  await expect(table(page, 'Quotas of account plans').getByRole('row', { name: /School/ })).toContainText('5,000 a day, 5 a second');
  expect(await quota()).toMatchObject({ title: 'School', limits: { callsPerDay: 5000, callsPerSecond: 5 } });

  await page.getByRole('button', { name: 'New API plan' }).click();
  await dialog(page).getByLabel(/^Short name/).fill('school-live');
  await dialog(page).getByLabel(/^Title/).fill('School, live');
  await dialog(page).getByLabel('Rules').fill('For schools.');
  await dialog(page).getByRole('checkbox', { name: /account plan for production/ }).check();
  await confirm(page, 'Save');
  await expect(table(page, 'API plans')).toContainText('School, live');
  await page.getByRole('button', { name: 'Edit Bronze' }).click();
  await dialog(page).getByLabel(/^Title/).fill('Bronze, to try');
  await confirm(page, 'Save');
  await expect(table(page, 'Sets of APIs')).toContainText('Bronze, to try');

  await page.getByRole('button', { name: 'Delete School', exact: true }).click();
  await confirm(page, 'Delete');
  await expect(table(page, 'Quotas of account plans')).not.toContainText('School');
  await page.getByRole('button', { name: 'Delete School, live' }).click();
  await confirm(page, 'Delete');
  expect(await quota()).toBeUndefined();
});

test.describe('edited by two', () => {
  test.use({ expected: { '/portal/v1/bank/quota-plans/premium': [412] } });

  test('an editor is told what somebody else has made of a plan, and keeps the own changes', async ({ page, sandbank }) => {
    const bank = await signedIn(sandbank, sandbank.bank);
    const premium = async () => (await bank<{ quota: { name: string; version: number }[] }>('GET', '/plans')).quota.find((p) => p.name === 'premium');
    await signIn(page, sandbank.bank);
    await page.goto('/bank/plans');
    await page.getByRole('button', { name: 'Edit Premium' }).click();
    await dialog(page).getByLabel('Description').fill('For those who call a lot.');
    await bank('PUT', '/bank/quota-plans/premium', { title: 'Premium plus', limits: {}, price: 'chargeable', support: 'personal', offered: true }, (await premium())?.version);
    await dialog(page).getByRole('button', { name: 'Save' }).click();
    await expect(dialog(page).getByRole('alert')).toContainText('Somebody else has changed this meanwhile');
    await expect(dialog(page).getByRole('alert')).toContainText('Title: Premium plus');
    await expect(dialog(page).getByLabel('Description')).toHaveValue('For those who call a lot.');
    await expectGoodPage(page, 'bank-conflict');
    await dialog(page).getByRole('button', { name: 'Keep my changes' }).click();
    await expect(dialog(page).getByLabel(/^Title/)).toHaveValue('Premium plus');
    await confirm(page, 'Save');
    expect(await premium()).toMatchObject({ title: 'Premium plus', description: 'For those who call a lot.' });
  });
});

test('the catalogue is edited, and visitors see it', async ({ page, sandbank }) => {
  const visitor = async <T>(path: string) => (await (await fetch(`${sandbank.origin}/portal/v1/catalogue${path}`)).json()) as T;
  await signIn(page, sandbank.bank);
  await page.getByRole('link', { name: 'Catalogue' }).click();
  await expectGoodPage(page, 'bank-catalogue');
  await page.getByRole('button', { name: 'Edit Deposits' }).click();
  await dialog(page).getByLabel(/^Title/).fill(`Deposits ${hostile}`);
  await dialog(page).getByLabel('Summary').fill('Open term deposits.');
  await dialog(page).getByRole('checkbox', { name: 'It is featured' }).check();
  await dialog(page).getByLabel('Production address').fill('https://api.bank.example/deposits/v1');
  await expectGoodPage(page, 'bank-entry');
  await confirm(page, 'Save');
  await expect(table(page, 'APIs').getByRole('row', { name: /^Deposits/ })).toContainText('Featured');
  const { apis } = await visitor<{ apis: { api: string }[] }>('/apis');
  expect(apis.find((a) => a.api === 'deposits')).toMatchObject({ title: `Deposits ${hostile}`, summary: 'Open term deposits.', featured: true });
  await page.getByRole('button', { name: 'Edit PAN verification' }).click();
  await dialog(page).getByRole('checkbox', { name: /It is in the catalogue/ }).uncheck();
  await confirm(page, 'Save');
  await expect(table(page, 'APIs').getByRole('row', { name: /PAN/ })).toContainText('Not published');
  expect(JSON.stringify(await visitor('/apis'))).not.toContain('pan-verification');

  await tab(page, 'Categories');
  await page.getByRole('button', { name: 'New category' }).click();
  await dialog(page).getByLabel(/^Short name/).fill('savings');
  await dialog(page).getByLabel(/^Title/).fill('Savings');
  await confirm(page, 'Save');
  await expect(table(page, 'Categories')).toContainText('Savings');
  await expectGoodPage(page, 'bank-categories');
  await tab(page, 'Products');
  await page.getByRole('button', { name: 'New product' }).click();
  await dialog(page).getByLabel(/^Short name/).fill('term-deposits');
  await dialog(page).getByLabel(/^Title/).fill('Term deposits');
  await dialog(page).getByRole('combobox', { name: 'Category' }).click();
  await page.getByRole('option', { name: 'Savings' }).click();
  await dialog(page).getByRole('combobox', { name: 'APIs' }).click();
  await page.getByRole('option', { name: /Deposits/ }).click();
  await page.keyboard.press('Escape');
  await expectGoodPage(page, 'bank-product');
  await confirm(page, 'Save');
  await expect(table(page, 'Products')).toContainText('Savings');
  await expectGoodPage(page, 'bank-products');
  expect(await visitor('/products/term-deposits')).toMatchObject({ product: { title: 'Term deposits', category: 'savings' } });
  await tab(page, 'Groups');
  await page.getByRole('button', { name: 'New group' }).click();
  await dialog(page).getByLabel(/^Short name/).fill('starters');
  await dialog(page).getByLabel(/^Title/).fill('To start with');
  await confirm(page, 'Save');
  await expectGoodPage(page, 'bank-groups');
  await page.getByRole('button', { name: 'Delete To start with' }).click();
  await confirm(page, 'Delete');
  await expect(page.getByText('To start with')).toHaveCount(0);
  await tab(page, 'Products');
  await page.getByRole('button', { name: 'Edit Term deposits' }).click();
  await dialog(page).getByLabel(/^Order/).fill('3');
  await confirm(page, 'Save');
  expect(await visitor('/products/term-deposits')).toMatchObject({ product: { order: 3 } });
});

test('a field that the bank sets is asked for at the registration, and its value arrives', async ({ page, sandbank }) => {
  const form = async () => (await (await fetch(`${sandbank.origin}/portal/v1/registrations/form`)).json()) as { bankName: string; agreements: { agreement: string; version: number }[] };
  await signIn(page, sandbank.bank);
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByLabel(/^Name of the bank/).fill('Bank of Tests');
  await expectGoodPage(page, 'bank-settings');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved.')).toBeVisible();
  await expect(page.getByRole('banner')).toContainText('Bank of Tests');
  expect((await form()).bankName).toBe('Bank of Tests');

  await tab(page, 'Fields of registrations');
  for (const [label, key] of [['Trade <b>register</b>', 'tradeRegister'], ['Branch', 'branch']] as const) {
    await page.getByRole('button', { name: 'New field' }).click();
    await dialog(page).getByLabel(/^Label/).fill(label);
    await dialog(page).getByLabel(/^Key/).fill(key);
    if (key === 'branch') {
      await dialog(page).getByRole('combobox', { name: 'Kind' }).click();
      await page.getByRole('option', { name: 'A choice' }).click();
      await dialog(page).getByLabel(/^Choices/).fill('Mumbai\nPune');
      await expectGoodPage(page, 'bank-field');
    }
    await dialog(page).getByRole('checkbox', { name: 'It must be filled in' }).check();
    await confirm(page, 'Save');
  }
  await page.getByRole('button', { name: 'Move Branch up' }).click();
  await expect(table(page, 'Fields of registrations').getByRole('row').nth(1)).toContainText('Branch');
  await expectGoodPage(page, 'bank-fields');

  await tab(page, 'Agreements');
  await page.getByRole('button', { name: /^New version of/ }).first().click();
  await dialog(page).getByLabel(/^Text/).fill('What is new: <script>alert(1)</script>');
  await expectGoodPage(page, 'bank-publish');
  await confirm(page, 'Publish');
  await expect(table(page, 'Agreements').getByRole('row').filter({ hasText: '2' }).first()).toBeVisible();
  await page.getByRole('button', { name: /^Read / }).first().click();
  await expect(dialog(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expectGoodPage(page, 'bank-agreements');
  await page.getByRole('button', { name: 'New agreement' }).click();
  await dialog(page).getByLabel(/^Short name/).fill('marketing');
  await dialog(page).getByLabel(/^Title/).fill('Marketing');
  await dialog(page).getByRole('checkbox', { name: 'To register' }).check();
  await dialog(page).getByLabel(/^Text/).fill('We write to you.');
  await confirm(page, 'Publish');
  expect((await form()).agreements.map((a) => a.agreement)).toContain('marketing');
  await page.getByRole('button', { name: 'Withdraw Marketing' }).click();
  await confirm(page, 'Withdraw');
  expect((await form()).agreements.map((a) => a.agreement)).not.toContain('marketing');

  await page.getByRole('button', { name: 'Your account' }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.goto('/register');
  await page.getByLabel('First name').fill('Zoe');
  await page.getByLabel('Last name').fill('Thomas');
  await page.getByLabel('User name').fill('zoe.thomas');
  await page.getByLabel(/^Password/).fill('a sentence that nobody guesses 9');
  await page.getByLabel('E-mail address').fill('zoe@zoe.example');
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByLabel('Name of the organisation').fill('Zoe Limited');
  await page.getByLabel(/^I accept/).check();
  await page.getByRole('button', { name: 'Register' }).click();
  await expect(page.getByRole('combobox', { name: 'Branch' })).toBeFocused();
  await page.getByRole('combobox', { name: 'Branch' }).click();
  await page.getByRole('option', { name: 'Pune' }).click();
  await page.getByLabel(/^Trade <b>register<\/b>/).fill(hostile);
  await page.getByRole('button', { name: 'Register' }).click();
  await expect(page.getByRole('heading', { name: 'Look into your mailbox' })).toBeVisible();
  await page.goto(await sandbank.link('zoe@zoe.example'));
  await page.getByRole('button', { name: 'Activate the account' }).click();
  await expect(page.getByRole('heading', { name: 'Your account is active' })).toBeVisible();

  await signIn(page, sandbank.bank);
  await page.goto('/bank/organisations?text=zoe');
  await table(page, 'Organisations').getByRole('link', { name: 'Zoe Limited' }).click();
  await expect(section(page, 'Details')).toContainText('Branch');
  await expect(section(page, 'Details')).toContainText('Pune');
  await expect(section(page, 'Details')).toContainText(hostile);
  await page.goto('/bank/settings/fields');
  await page.getByRole('button', { name: 'Delete Branch' }).click();
  await confirm(page, 'Delete');
  await expect(table(page, 'Fields of registrations')).not.toContainText('Branch');
});
