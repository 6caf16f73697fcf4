import { expect, test } from './fixtures';

test.use({ settings: ['--human-check=proof-of-work'] });

test('where the bank asks for a human check, the forms pass it by themselves', async ({ page, sandbank }) => {
  await page.goto('/register');
  await page.getByLabel('First name').fill('Meera');
  await page.getByLabel('Last name').fill('Nair');
  await page.getByLabel('User name').fill('meera');
  await page.getByLabel(/^Password/).fill('a sentence that nobody guesses 7');
  await page.getByLabel('E-mail address').fill('meera@fintech.example');
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByLabel('Name of the organisation').fill('Meera Fintech');
  await page.getByLabel(/^I accept/).check();
  await page.getByRole('button', { name: 'Register' }).click();
  await expect(page.getByText('One moment …')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Look into your mailbox' })).toBeVisible({ timeout: 60_000 });

  await page.getByRole('link', { name: 'Send the link again' }).click();
  await page.getByLabel(/^User name or e-mail/).fill('meera');
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(page.getByRole('status')).toContainText(/mail/, { timeout: 60_000 });
  expect(await sandbank.link('meera@fintech.example')).toContain('/activate#');
});
