import { expect, expectGoodPage, signIn, test } from './fixtures';

test.use({ settings: [] });

const password = 'a sentence that nobody guesses 7';

test.describe('a link that has been used', () => {
  test.use({ expected: { '/portal/v1/password/reset': [422] } });

  test('sets a password once, and says what to do the second time', async ({ page, sandbank }) => {
    await signIn(page, sandbank.partner);
    const { email } = (await (await page.request.get('/portal/v1/me')).json()) as { email: string };
    await page.request.delete('/portal/v1/session');

    await page.goto('/forgotten-password');
    await expectGoodPage(page, 'forgotten-password');
    await page.getByLabel(/^User name or e-mail/).fill(email);
    await page.getByRole('button', { name: 'Send' }).click();
    await expect(page.getByRole('heading', { name: 'Look into your mailbox' })).toBeVisible();
    await expectGoodPage(page, 'mail-under-way');

    const link = await sandbank.link(email);
    for (const works of [true, false]) {
      await page.goto('/sign-in'); // a page besides, for the address differs in its fragment only
      await page.goto(link);
      await page.getByLabel(/^New password/).fill('short');
      await page.getByRole('button', { name: 'Set the password' }).click();
      await expect(page.getByText('At least 12 characters.', { exact: true })).toBeVisible();
      await page.getByLabel(/^New password/).fill(password);
      if (works) {
        await expectGoodPage(page, 'reset-password');
      }
      await page.getByRole('button', { name: 'Set the password' }).click();
      if (works) {
        await expect(page.getByRole('heading', { name: 'The password is set' })).toBeVisible();
      }
    }
    await expect(page.getByRole('alert')).toContainText('The link is not valid');
    await expectGoodPage(page, 'reset-password-refused');
    await signIn(page, { username: sandbank.partner.username, password });
    sandbank.partner.password = password;
  });
});

test('somebody who is invited makes an account and is a member', async ({ page, sandbank }) => {
  await signIn(page, sandbank.partner);
  const invited = await page.request.post('/portal/v1/organisation/invitations', { data: { email: 'ravi@fintech.example', role: 'developer' } });
  expect(invited.status()).toBe(201);
  await page.request.delete('/portal/v1/session');

  await page.goto(await sandbank.link('ravi@fintech.example'));
  await expect(page.getByText(/You are invited to join .* as a developer\./)).toBeVisible();
  await page.getByLabel('First name').fill('Ravi');
  await page.getByLabel('Last name').fill('Iyer');
  await page.getByLabel('User name').fill('ravi');
  await page.getByLabel(/^Password/).fill(password);
  for (const box of await page.getByRole('checkbox').all()) {
    await box.check();
  }
  await expectGoodPage(page, 'invitation');
  await page.getByRole('button', { name: 'Create the account and join' }).click();
  await expect(page.getByRole('heading', { name: 'Welcome' })).toBeVisible();
  await signIn(page, { username: 'ravi', password });
  await expect(page.getByRole('heading', { name: 'Your sandbox is ready' })).toBeVisible();
});

test('an address is changed by the link that was sent to the new one', async ({ page, sandbank }) => {
  await signIn(page, sandbank.partner);
  const asked = await page.request.post('/portal/v1/me/email', { data: { email: 'new@fintech.example', currentPassword: sandbank.partner.password } });
  expect(asked.status()).toBe(202);
  await page.goto(await sandbank.link('new@fintech.example'));
  await expectGoodPage(page, 'confirm-email');
  await page.getByRole('button', { name: 'Confirm the address' }).click();
  await expect(page.getByRole('heading', { name: 'The address is confirmed' })).toBeVisible();
  const me = (await (await page.request.get('/portal/v1/me')).json()) as { email: string };
  expect(me.email).toBe('new@fintech.example');
});

test.describe('what stands at', () => {
  test.use({ expected: { '/portal/v1/registrations/activation': [422] } });

  test('a link without its token, one that is too old, and an address that leads nowhere', async ({ page }) => {
    await page.goto('/activate');
    await expect(page.getByRole('heading', { name: 'This link is not whole' })).toBeVisible();
    await expectGoodPage(page, 'link-broken');
    await page.goto('/sign-in');
    await page.goto('/activate#q9Zr3WmB7c0uYt1KJxPdVQ8sLhFe2nGaq9Zr3WmB7c0');
    await page.getByRole('button', { name: 'Activate the account' }).click();
    await expect(page.getByRole('alert')).toContainText('Request ID');
    await page.getByRole('link', { name: 'Send the activation link again' }).click();
    await expect(page.getByRole('heading', { name: 'Send the activation link again' })).toBeVisible();
    await expectGoodPage(page, 'activation-mail');
    await page.goto('/there-is/no-such-page');
    await expect(page.getByRole('heading', { name: 'There is no such page' })).toBeVisible();
    await expectGoodPage(page, 'not-found');
  });
});

test('a page that needs a session comes back after signing in, in Hindi where that was chosen', async ({ page, sandbank }) => {
  await page.goto('/');
  await expect(page).toHaveURL(/\/sign-in$/);
  await page.getByRole('button', { name: 'Language' }).click();
  await page.getByRole('menuitem', { name: 'हिन्दी' }).click();
  await expect(page.getByRole('heading', { name: 'साइन इन करें' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'hi');
  await expectGoodPage(page, 'sign-in-hindi');
  await page.getByLabel('उपयोगकर्ता नाम').fill(sandbank.partner.username);
  await page.getByLabel(/^पासवर्ड/).fill(sandbank.partner.password);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: /^नमस्ते/ })).toBeVisible();
  await expectGoodPage(page, 'home-hindi');
  const kept = await page.evaluate(() => ({ local: Object.keys(localStorage), session: Object.keys(sessionStorage), cookie: document.cookie }));
  expect(kept, 'nothing that opens a session is where scripts can read it').toEqual({ local: ['language'], session: [], cookie: '' });
});
