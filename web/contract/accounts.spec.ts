import { expect, test } from './fixtures';
import { quota, recent } from './applications';
import { form, fromState, instant, like, problem, type Interaction } from './pact';
import { asPartner, nobody, partner, programme } from './session';

const password = 'a sentence that nobody guesses 7';

test('somebody signs in', async ({ open }) => {
  const signsIn: Interaction = {
    description: 'a request to sign in',
    given: 'nobody is signed in',
    method: 'POST', path: '/portal/v1/session',
    body: { username: fromState('${username}', 'asha.rao'), password: fromState('${password}', password) },
    status: 201, answer: { person: partner },
  };
  const page = await open('/sign-in', nobody, programme, signsIn, recent, quota);
  await page.getByLabel('User name').fill('asha.rao');
  await page.getByLabel(/^Password/).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { name: 'Hello, Asha' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Applications' })).toContainText('Shop');
  await expect(page.getByRole('region', { name: 'Today' })).toContainText('12');
});

test('a wrong password is refused', async ({ open }) => {
  const refused: Interaction = {
    description: 'a request to sign in with a wrong password',
    given: 'nobody is signed in',
    method: 'POST', path: '/portal/v1/session', body: { username: like('asha.rao'), password: like('wrong') },
    status: 401, answer: problem(401, 'SIGN_IN_FAILED'),
  };
  const page = await open('/sign-in', nobody, programme, refused);
  await page.getByLabel('User name').fill('asha.rao');
  await page.getByLabel(/^Password/).fill('wrong');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('alert')).toContainText('What went wrong.');
});

test('somebody signs out', async ({ open }) => {
  const signsOut: Interaction = {
    description: 'a request to sign out',
    given: 'a partner is signed in',
    method: 'DELETE', path: '/portal/v1/session',
    status: 204,
  };
  const page = await open('/', ...asPartner, recent, quota, signsOut);
  await expect(page.getByRole('region', { name: 'Today' })).toContainText('12');
  await page.getByRole('button', { name: 'Your account' }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
});

test('an organisation registers', async ({ open }) => {
  const free: Interaction = {
    description: 'a question whether a user name is free',
    given: 'nobody is signed in',
    method: 'POST', path: '/portal/v1/registrations/availability', body: { username: like('nobody.yet') },
    status: 200, answer: { username: true },
  };
  const organisationFree: Interaction = {
    description: 'a question whether the name of an organisation is free',
    given: 'nobody is signed in',
    method: 'POST', path: '/portal/v1/registrations/availability', body: { organisationName: like('Nobody Yet') },
    status: 200, answer: { organisationName: true },
  };
  const registers: Interaction = {
    description: 'a request to register an organisation',
    given: 'nobody is signed in',
    method: 'POST', path: '/portal/v1/registrations',
    body: {
      person: { username: 'mira.das', password, firstName: 'Mira', lastName: 'Das', email: 'mira@fintech.example' },
      organisation: { name: 'Mira Fintech' },
      agreements: [{ agreement: 'terms', version: 1 }],
    },
    status: 202, answer: { username: 'mira.das', activateUntil: instant },
  };
  const page = await open('/register', programme, free, organisationFree, registers);
  await page.getByLabel('First name').fill('Mira');
  await page.getByLabel('Last name').fill('Das');
  await page.getByLabel('User name').fill('mira.das');
  await page.getByLabel(/^Password/).fill(password);
  await page.getByLabel('E-mail address').fill('mira@fintech.example');
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByLabel('Name of the organisation').fill('Mira Fintech');
  await page.getByLabel(/^I accept/).check();
  await page.getByRole('button', { name: 'Register' }).click();
  await expect(page.getByRole('heading', { name: 'Look into your mailbox' })).toBeVisible();
});

test('a name that is taken is told at its field', async ({ open }) => {
  const taken: Interaction = {
    description: 'a question whether a user name is free that is taken',
    given: 'a partner is signed in',
    method: 'POST', path: '/portal/v1/registrations/availability', body: { username: fromState('${username}', 'asha.rao') },
    status: 200, answer: { username: false },
  };
  const page = await open('/register', programme, taken);
  await page.getByLabel('User name').fill('asha.rao');
  await page.getByLabel('First name').focus();
  await expect(page.getByText('This name is not available.')).toBeVisible();
});

test('an account is activated by the link of a mail', async ({ open }) => {
  const activates: Interaction = {
    description: 'a request to activate an account',
    given: 'a registration to be activated',
    method: 'POST', path: '/portal/v1/registrations/activation', body: { token: fromState('${token}', 'mZ0x9W2dC8vB5nT1qL7hJ4kR6sY3pF0a') },
    status: 200, answer: { username: like('asha.rao'), organisation: { name: like('Asha Fintech') } },
  };
  const page = await open('/activate#mZ0x9W2dC8vB5nT1qL7hJ4kR6sY3pF0a', programme, activates);
  await page.getByRole('button', { name: 'Activate the account' }).click();
  await expect(page.getByRole('heading', { name: 'Your account is active' })).toBeVisible();
});

test('a link that does not work is refused, and another one can be asked for', async ({ open }) => {
  const used: Interaction = {
    description: 'a request to activate an account by a link that does not work',
    given: 'nobody is signed in',
    method: 'POST', path: '/portal/v1/registrations/activation', body: { token: form('[A-Za-z0-9_-]{32}', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa') },
    status: 422, answer: problem(422, 'LINK_INVALID'),
  };
  const page = await open('/activate#aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', programme, used);
  await page.getByRole('button', { name: 'Activate the account' }).click();
  await expect(page.getByRole('alert')).toContainText('What went wrong.');
  await expect(page.getByRole('link', { name: 'Send the activation link again' })).toBeVisible();
});

test('a forgotten password: a mail is asked for', async ({ open }) => {
  const asks: Interaction = {
    description: 'a request for a mail with which a password is set',
    given: 'nobody is signed in',
    method: 'POST', path: '/portal/v1/password/forgotten', body: { account: like('asha.rao') },
    status: 202, answer: { message: like('A mail is on its way.') },
  };
  const page = await open('/forgotten-password', programme, asks);
  await page.getByRole('textbox').fill('asha.rao');
  await page.locator('button[type=submit]').click();
  await expect(page.getByRole('status')).toContainText('A mail is on its way.');
});
