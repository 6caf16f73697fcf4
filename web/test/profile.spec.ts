import { expect, expectGoodPage, signIn, test, type Page } from './fixtures';
import { acceptInvitation, signedIn } from './programme';
import type { Login } from './sandbank';

test.use({ settings: [] });

const section = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

async function openProfile(page: Page) {
  await page.getByRole('button', { name: 'Your account' }).click();
  await page.getByRole('menuitem', { name: 'Your profile' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Your profile' })).toBeVisible();
}

test.describe.configure({ mode: 'serial' });

test.describe('the own profile', () => {
  test.use({ expected: { '/portal/v1/me': [412], '/portal/v1/me/password': [422], '/portal/v1/me/email': [422] } });

  test('is changed; a conflict loses nothing', async ({ page, sandbank }) => {
    await signIn(page, sandbank.partner);
    await openProfile(page);
    await expectGoodPage(page, 'profile');
    const details = section(page, 'About you');
    await details.getByLabel('Mobile number').fill('call me');
    await details.getByRole('button', { name: 'Save' }).click();
    await expect(details.getByLabel('Mobile number')).toBeFocused();
    await details.getByLabel('Mobile number').fill('9876543210');
    await details.getByLabel('First name').fill('<b>Asha</b>');
    const other = await signedIn(sandbank, sandbank.partner);
    const { version } = await other<{ version: number }>('GET', '/me');
    await other('PUT', '/me', { firstName: 'Demo', lastName: 'Rao' }, version);
    await details.getByRole('button', { name: 'Save' }).click();
    await expect(details.getByRole('alert')).toContainText('Last name: Rao');
    await details.getByRole('button', { name: 'Keep my changes' }).click();
    await details.getByRole('button', { name: 'Save' }).click();
    await expect(details.getByText('Saved.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Your account' })).toContainText('<b>Asha</b> Rao');
    expect(await other('GET', '/me')).toMatchObject({ firstName: '<b>Asha</b>', lastName: 'Rao', mobile: '9876543210' });
  });

  test('has another password after the old one was given', async ({ page, sandbank }) => {
    await signIn(page, sandbank.partner);
    await page.goto('/profile');
    const password = section(page, 'Password');
    await password.getByLabel(/^Current password/).fill('something else');
    await password.getByLabel(/^New password/).fill('short');
    await password.getByRole('button', { name: 'Change the password' }).click();
    await expect(password.getByText('At least 12 characters.', { exact: true })).toBeVisible();
    await password.getByLabel(/^New password/).fill('another sentence that nobody guesses');
    await password.getByRole('button', { name: 'Change the password' }).click();
    await expect(password.getByText(/wrong/i).first()).toBeVisible();
    await password.getByLabel(/^Current password/).fill(sandbank.partner.password);
    await password.getByRole('button', { name: 'Change the password' }).click();
    await expect(password.getByText('The password is changed.')).toBeVisible();
    await expect(password.getByLabel(/^Current password/)).toHaveValue('');
    await expectGoodPage(page, 'profile-password');
    sandbank.partner.password = 'another sentence that nobody guesses';
    await page.reload();
    await expect(page.getByRole('heading', { level: 1, name: 'Your profile' }), 'this session goes on').toBeVisible();
    await signedIn(sandbank, sandbank.partner);
  });

  test('has another e-mail address once the link to it is followed', async ({ page, sandbank }) => {
    await signIn(page, sandbank.partner);
    await page.goto('/profile');
    const email = section(page, 'E-mail address');
    await email.getByLabel(/^New e-mail address/).fill('asha@new.example');
    await email.getByLabel(/^Current password/).fill('something else');
    await email.getByRole('button', { name: 'Send the link' }).click();
    await expect(email.getByText(/wrong/i).first()).toBeVisible();
    await email.getByLabel(/^Current password/).fill(sandbank.partner.password);
    await email.getByRole('button', { name: 'Send the link' }).click();
    await expect(email.getByText('a mail is on its way to asha@new.example')).toBeVisible();
    await page.goto(await sandbank.link('asha@new.example'));
    await page.getByRole('button', { name: 'Confirm the address' }).click();
    await expect(page.getByRole('heading', { name: 'The address is confirmed' })).toBeVisible();
    await page.goto('/profile');
    await expect(section(page, 'Account')).toContainText('asha@new.example');
  });
});

test('somebody who was removed joins another time, by the link of the mail', async ({ page, sandbank }) => {
  const admin = await signedIn(sandbank, sandbank.partner);
  await admin('POST', '/organisation/invitations', { email: 'ravi@menon.example', role: 'developer' });
  const ravi: Login = await acceptInvitation(sandbank, 'ravi@menon.example', 'ravi.menon');
  const { members } = await admin<{ members: { username: string; person: { id: string } }[] }>('GET', '/organisation/members');
  await admin('DELETE', `/organisation/members/${members.find((m) => m.username === 'ravi.menon')?.person.id ?? ''}`);

  await signIn(page, ravi);
  await expect(page.getByRole('navigation', { name: 'Main navigation' }).getByRole('link', { name: 'Organisation' })).toHaveCount(0);
  await openProfile(page);
  const join = section(page, 'Join an organisation');
  await join.getByLabel(/^Link of the invitation/).fill('https://bank.example/invitation');
  await join.getByRole('button', { name: 'Join' }).click();
  await expect(join.getByText('the part after # matters')).toBeVisible();
  await expectGoodPage(page, 'profile-join');
  await admin('POST', '/organisation/invitations', { email: 'ravi@menon.example', role: 'admin' });
  await join.getByLabel(/^Link of the invitation/).fill(await sandbank.link('ravi@menon.example'));
  await join.getByRole('button', { name: 'Join' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Hello, Ravi' })).toBeVisible();
  await page.getByRole('link', { name: 'Organisation' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Demo Partner' })).toBeVisible();
});
