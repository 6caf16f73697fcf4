import { expect, expectGoodPage, signIn, test } from './fixtures';
import { signedIn } from './programme';
import type { Sandbank } from './sandbank';

test.use({ settings: [] });

// The demo's application is on a plan that is not offered, and an entry must keep the plans that are in use.
const inUse = 'unlimited';

interface Entry {
  api: string;
  title: string;
  summary: string;
  category?: string;
  featured: boolean;
  published: boolean;
  test: boolean;
  order: number;
  plans: string[];
  version: number;
}

const hostile = '<img src=x onerror="document.title=1"> [me](javascript:alert(1)) \u202Eevil';

/** Changes an entry of the catalogue as the bank's staff. */
async function change(sandbank: Sandbank, name: string, changed: Partial<Entry>) {
  const bank = await signedIn(sandbank, sandbank.bank);
  const { apis } = await bank<{ apis: Entry[] }>('GET', '/bank/catalogue');
  const { api, version, plans, ...rest } = apis.find((a) => a.api === name) as Entry;
  await bank('PUT', `/bank/catalogue/apis/${api}`, { ...rest, plans: [...new Set([...plans, inUse])], ...changed }, version);
}

test.describe.configure({ mode: 'serial' });

test.afterAll(async ({ sandbank }) => {
  // Other tests may meet the same bank.
  await change(sandbank, 'iwish', { featured: false });
  await change(sandbank, 'credit-score', { title: 'Credit score', summary: "A person's credit score, with their consent." });
  await change(sandbank, 'upi-collect', { published: true });
  const bank = await signedIn(sandbank, sandbank.bank);
  await bank('DELETE', '/bank/catalogue/products/savings');
  await bank('DELETE', '/bank/catalogue/groups/identity');
});

test('the bank features an API, and makes a product and a group', async ({ sandbank }) => {
  const bank = await signedIn(sandbank, sandbank.bank);
  await change(sandbank, 'iwish', { featured: true });
  await change(sandbank, 'credit-score', { title: `Scores ${hostile}`, summary: hostile });
  await bank('POST', '/bank/catalogue/products', { product: 'savings', title: 'Savings', description: 'Open accounts and save.', apis: ['deposits', 'iwish'], order: 10 });
  await bank('POST', '/bank/catalogue/groups', { group: 'identity', title: 'Identity', description: 'Find out who somebody is.', apis: ['pan-verification', 'credit-score'], order: 10 });
});

test('a visitor finds APIs: featured ones first, by text, category, product and group', async ({ page }) => {
  await page.goto('/sign-in');
  await page.getByRole('link', { name: 'APIs' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'API catalogue' })).toBeVisible();
  const titles = page.getByRole('heading', { level: 2 });
  await expect(titles.first()).toHaveText('Featured APIs');
  await expect(page.getByRole('region', { name: 'Featured APIs' }).getByRole('link')).toHaveText(['iWish goal deposits']);
  await expect(page.getByRole('region', { name: 'Accounts and Deposits' }).getByRole('link')).toHaveText(['Deposits']);
  await expect(page.getByRole('region', { name: 'Products' }).getByRole('link', { name: 'Savings' })).toBeVisible();
  await expectGoodPage(page, 'catalogue');

  await page.getByLabel('Search').fill('collect');
  await expect(page.getByRole('region', { name: 'APIs', exact: true }).getByRole('link')).toHaveText(['UPI collect']);
  await expect(page.getByLabel('Search')).toBeFocused();
  await expect(page).toHaveURL(/text=collect/);
  await page.getByLabel('Search').fill('nothing has this name');
  await expect(page.getByText('Nothing found')).toBeVisible();
  await expectGoodPage(page, 'catalogue-nothing');
  await page.getByRole('button', { name: 'Clear the filters' }).click();
  await expect(page.getByLabel('Search')).toHaveValue('');
  await expect(page.getByRole('region', { name: 'Featured APIs' })).toBeVisible();

  await page.getByRole('combobox', { name: 'Category' }).click();
  await page.getByRole('option', { name: 'Building Blocks' }).click();
  await expect(page).toHaveURL(/category=building-blocks/);
  await expect(page.getByRole('region', { name: 'APIs', exact: true }).getByRole('link')).toHaveCount(2);
  await page.goto('/catalogue?product=savings&featured=true');
  await expect(page.getByRole('region', { name: 'APIs', exact: true }).getByRole('link')).toHaveText(['iWish goal deposits']);
  await page.goto('/catalogue?group=identity');
  await expect(page.getByRole('region', { name: 'APIs', exact: true }).getByRole('link')).toHaveCount(2);
});

test('a visitor opens a product and a group', async ({ page }) => {
  await page.goto('/catalogue');
  await page.getByRole('link', { name: 'Savings' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Savings' })).toBeVisible();
  await expect(page.getByText('Open accounts and save.')).toBeVisible();
  await expect(page.getByRole('region', { name: 'APIs', exact: true }).getByRole('link')).toHaveText(['Deposits', 'iWish goal deposits']);
  await expectGoodPage(page, 'catalogue-product');
  await page.getByRole('link', { name: 'API catalogue' }).click();
  await page.getByRole('link', { name: 'Identity' }).click();
  await expect(page.getByRole('table', { name: 'APIs' }).getByRole('link', { name: 'PAN verification' })).toBeVisible();
  await expect(page.getByRole('columnheader', { name: 'Your applications' })).toHaveCount(0);
  await page.getByRole('link', { name: 'PAN verification' }).click();
  await expect(page).toHaveURL(/\/apis\/pan-verification$/);
});

test('texts of the catalogue are shown as text', async ({ page }) => {
  await page.goto('/catalogue');
  const card = page.getByRole('link', { name: /^Scores <img/ });
  await expect(card).toBeVisible();
  await card.click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Scores ${hostile}`);
  await expect(page.locator('img[src="x"], a[href^="javascript:"]')).toHaveCount(0);
  await expect(page).toHaveTitle(`Scores ${hostile} · Developer portal`);
  await expectGoodPage(page, 'catalogue-hostile');
});

test('a partner sees its use of a group, and tells the bank that it is interested', async ({ page, sandbank }) => {
  await signIn(page, sandbank.partner);
  await page.getByRole('link', { name: 'API catalogue' }).click();
  await page.getByRole('link', { name: 'Identity' }).click();
  const row = page.getByRole('row', { name: /PAN verification/ });
  await expect(row).toContainText('Sandbox');
  await expectGoodPage(page, 'catalogue-group');
  await row.getByRole('link', { name: 'PAN verification' }).click();
  await page.getByRole('button', { name: 'I am interested' }).click();
  await page.getByRole('dialog').getByLabel('Comment').fill(`For our checkout. ${hostile}`);
  await expectGoodPage(page, 'api-interest');
  await page.getByRole('dialog').getByRole('button', { name: 'Tell the bank' }).click();
  await expect(page.getByText('The bank knows that you are interested')).toBeVisible();
  const bank = await signedIn(sandbank, sandbank.bank);
  const { enquiries } = await bank<{ enquiries: { kind: string; api?: string; message: string }[] }>('GET', '/bank/enquiries');
  expect(enquiries.filter((e) => e.kind === 'interest' && e.api === 'pan-verification').map((e) => e.message)).toEqual([`For our checkout. ${hostile}`]);
});

test.describe('what the bank has taken out of the catalogue', () => {
  test.use({ expected: async ({}, use) => use({ '/portal/v1/catalogue/apis/upi-collect': [404], '/portal/v1/catalogue/products/nothing': [404] }) });

  test('is not there', async ({ page, sandbank }) => {
    await change(sandbank, 'upi-collect', { published: false });
    await page.goto('/catalogue');
    await expect(page.getByRole('link', { name: 'Deposits', exact: true })).toBeVisible();
    await expect(page.getByRole('link', { name: 'UPI collect' })).toHaveCount(0);
    await page.goto('/apis/upi-collect');
    await expect(page.getByRole('alert')).toBeVisible();
    await expectGoodPage(page, 'api-missing');
    await page.goto('/catalogue/products/nothing');
    await expect(page.getByRole('alert')).toBeVisible();
  });
});
