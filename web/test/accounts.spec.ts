import { expect, expectGoodPage, signIn, test } from './fixtures';

test.use({ settings: [] });

const password = 'a sentence that nobody guesses 7';

test('a partner registers, activates the account, signs in and finds a sandbox that answers', async ({ page, sandbank, request }) => {
  await page.goto('/register');
  await page.getByLabel('First name').fill('Asha');
  await page.getByLabel('Last name').fill('Rao');
  await page.getByLabel('User name').fill('asha.rao');
  await page.getByLabel(/^Password/).fill(password);
  await page.getByLabel('E-mail address').fill('asha@fintech.example');
  await expectGoodPage(page, 'register-person');
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByLabel('Name of the organisation').fill('Asha Fintech');
  await page.getByLabel('Website').fill('https://fintech.example');
  await page.getByRole('button', { name: /^Read it/ }).click();
  await expect(page.getByRole('dialog')).toContainText('By registering you agree');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.getByLabel(/^I accept/).check();
  await expectGoodPage(page, 'register-organisation');
  await page.getByRole('button', { name: 'Register' }).click();
  await expect(page.getByRole('heading', { name: 'Look into your mailbox' })).toBeVisible();
  await expectGoodPage(page, 'registered');

  const link = await sandbank.link('asha@fintech.example');
  await page.goto(link);
  await expectGoodPage(page, 'activate');
  expect(page.url(), 'the token is not left in the address').not.toContain('#');
  await page.getByRole('button', { name: 'Activate the account' }).click();
  await expect(page.getByRole('heading', { name: 'Your account is active' })).toBeVisible();
  await expectGoodPage(page, 'activated');
  await page.getByRole('link', { name: 'Go to sign-in' }).click();

  await page.getByLabel('User name').fill('asha.rao');
  await page.getByLabel(/^Password/).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { name: 'Hello, Asha' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Your sandbox is ready' })).toBeVisible();

  const calls = page.getByRole('region', { name: 'Get an access token' });
  await expect(calls).toContainText('CLIENT_SECRET');
  await expectGoodPage(page, 'home-partner');
  await page.getByRole('button', { name: 'Put my key and secret into the calls' }).click();
  await expect(calls).not.toContainText('CLIENT_SECRET');
  const key = /'([^':]+):([^']+)'/.exec((await calls.textContent()) ?? '');
  const token = await request.post(`${sandbank.origin}/oauth/v1/token`, {
    headers: { authorization: `Basic ${btoa(`${key?.[1] ?? ''}:${key?.[2] ?? ''}`)}` },
    form: { grant_type: 'client_credentials' },
  });
  expect(token.status()).toBe(200);
  await page.getByRole('button', { name: 'Take them out again' }).click();
  await expect(calls).toContainText('CLIENT_SECRET');
});

test('the bank finds what waits for it', async ({ page, sandbank }) => {
  await signIn(page, sandbank.bank);
  await expect(page.getByRole('heading', { name: 'Waiting for a decision' })).toBeVisible();
  await expect(page.getByText('Loading')).toHaveCount(0);
  await expectGoodPage(page, 'home-bank');
});

test('a wrong password is refused in the words of the server, and what was typed is kept', async ({ page, sandbank }) => {
  await page.goto('/sign-in');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByText('Fill this in.')).toHaveCount(2);
  await expect(page.getByLabel('User name')).toBeFocused();
  await page.getByLabel('User name').fill(sandbank.partner.username);
  await page.getByLabel(/^Password/).fill('wrong');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('alert')).toContainText('Request ID');
  await expect(page.getByRole('textbox', { name: 'User name' })).toHaveValue(sandbank.partner.username);
  await expectGoodPage(page, 'sign-in-refused');
});

test('a person signs in, goes to a page and signs out with the keyboard alone', async ({ page, sandbank }) => {
  await page.goto('/sign-in?next=%2F');
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await expectGoodPage(page, 'sign-in');
  const tabTo = async (name: string) => {
    for (let i = 0; i < 20; i++) {
      await page.keyboard.press('Tab');
      const focused = page.locator(':focus');
      const label = await focused.evaluate((e: HTMLInputElement) => e.getAttribute('aria-label') ?? e.labels?.[0]?.textContent ?? e.textContent);
      if (label.startsWith(name)) {
        return;
      }
    }
    throw new Error(`the keyboard does not reach ${name}`);
  };
  await tabTo('User name');
  await page.keyboard.type(sandbank.partner.username);
  await tabTo('Password');
  await page.keyboard.type(sandbank.partner.password);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: /^Hello/ })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { name: /^Hello/ })).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused();
  await tabTo('Your account');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem', { name: 'Sign out' })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('menuitem', { name: 'Your profile' })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('menuitem', { name: 'Sign out' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
});
