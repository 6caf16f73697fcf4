import { expect, expectGoodPage, signIn, test, type Page } from './fixtures';
import { acceptInvitation, decideAccountPlan, organisationOf, register, signedIn } from './programme';
import type { Login } from './sandbank';

test.use({ settings: [] });

const tab = (page: Page, name: string) => page.getByRole('navigation', { name: 'Parts of the organisation' }).getByRole('link', { name }).click();
const tabs = (page: Page) => page.getByRole('navigation', { name: 'Parts of the organisation' }).getByRole('link');
const section = (page: Page, name: string | RegExp) => page.getByRole('region', { name });
const dialog = (page: Page) => page.getByRole('dialog');

async function choose(page: Page, label: string | RegExp, option: string) {
  await page.getByRole('combobox', { name: label }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

test.describe.configure({ mode: 'serial' });

let developer: Login;

test.describe('the profile of the organisation', () => {
  test.use({ expected: { '/portal/v1/organisation': [412] } });

  test('is read and changed; what somebody else changed meanwhile is shown, and nothing typed is lost', async ({ page, sandbank }) => {
    await signIn(page, sandbank.partner);
    await page.getByRole('link', { name: 'Organisation' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Demo Partner');
    await expect(section(page, 'Relationship manager')).toContainText('Partner support');
    await expectGoodPage(page, 'organisation');
    await page.getByRole('link', { name: 'Edit' }).click();
    await page.getByLabel(/^Name/).fill('');
    await page.getByLabel('Website').fill('javascript:alert(1)');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByLabel(/^Name/)).toBeFocused();
    await expect(page.getByText('Write a web address that begins with')).toBeVisible();
    await page.getByLabel(/^Name/).fill('Demo <i>Partner</i>');
    await page.getByLabel('Website').fill('https://partner.example/a');
    await expectGoodPage(page, 'organisation-edit');

    const other = await signedIn(sandbank, sandbank.partner);
    const { version } = await other<{ version: number }>('GET', '/organisation');
    await other('PUT', '/organisation', { name: 'Demo Partner', website: 'https://partner.example/b' }, version);
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByRole('alert')).toContainText('Somebody else has changed this meanwhile');
    await expect(page.getByRole('alert')).toContainText('Website: https://partner.example/b');
    await expect(page.getByLabel('Website')).toHaveValue('https://partner.example/a');
    await expectGoodPage(page, 'organisation-conflict');
    await page.getByRole('button', { name: 'Keep my changes' }).click();
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Demo <i>Partner</i>');
    await expect(page.getByRole('link', { name: 'https://partner.example/a' })).toHaveAttribute('rel', /noopener/);
    expect(await other('GET', '/organisation')).toMatchObject({ name: 'Demo <i>Partner</i>', website: 'https://partner.example/a' });

    await page.getByRole('link', { name: 'Edit' }).click();
    await page.getByLabel('Website').fill('https://partner.example/c');
    await other('PUT', '/organisation', { name: 'Demo Partner' }, version + 2);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name: 'Take theirs' }).click();
    await expect(page.getByLabel('Website')).toHaveValue('');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Demo Partner');
  });
});

test.describe('the members', () => {
  test.use({
    expected: {
      '/portal/v1/organisation/invitations': [409],
      '/portal/v1/session': [401],
    },
  });

  test('are invited, withdrawn and invited again, and their roles are changed', async ({ page, sandbank }) => {
    await signIn(page, sandbank.partner);
    await page.goto('/organisation/members');
    await expect(page.getByRole('row', { name: /Demo Partner/ })).toContainText('(you)');
    await page.getByRole('link', { name: 'Invite somebody' }).click();
    await expect(page.getByText('No invitation yet')).toBeVisible();
    await page.getByRole('button', { name: 'Send the invitation' }).click();
    await expect(page.getByText('Write an e-mail address, such as')).toBeVisible();
    const invite = async () => {
      await page.getByLabel(/^E-mail address/).fill('ravi@menon.example');
      await page.getByRole('button', { name: 'Send the invitation' }).click();
    };
    await invite();
    const row = page.getByRole('row', { name: /ravi@menon\.example/ });
    await expect(row).toContainText('Open');
    await expect(page.getByLabel(/^E-mail address/)).toHaveValue('');
    await invite();
    await expect(page.getByRole('alert'), 'in the words of the server').toContainText('invitation');
    await expectGoodPage(page, 'organisation-invitations');
    const before = await sandbank.link('ravi@menon.example');
    await row.getByRole('button', { name: 'Send again' }).click();
    await expect.poll(() => sandbank.link('ravi@menon.example')).not.toBe(before);
    await row.getByRole('button', { name: 'Withdraw' }).click();
    await dialog(page).getByRole('button', { name: 'Withdraw' }).click();
    await expect(row).toContainText('Withdrawn');
    await expect(row.getByRole('button')).toHaveCount(0);
    await invite();
    await expect(row).toHaveCount(2);
    await choose(page, 'State', 'Open');
    await expect(page).toHaveURL(/state=open/);
    await expect(row).toHaveCount(1);

    developer = await acceptInvitation(sandbank, 'ravi@menon.example', 'ravi.menon');
    await tab(page, 'Members');
    const member = page.getByRole('row', { name: /Ravi Menon/ });
    await expect(member).toContainText('Developer');
    await expectGoodPage(page, 'organisation-members');
    await member.getByRole('button', { name: 'Make Ravi Menon an admin' }).click();
    await dialog(page).getByRole('button', { name: 'Make admin' }).click();
    await expect(member).toContainText('Admin');
    const session = await signedIn(sandbank, developer);
    expect(await session('GET', '/session')).toMatchObject({ person: { role: 'admin' } });
    await member.getByRole('button', { name: 'Make Ravi Menon a developer' }).click();
    await dialog(page).getByRole('button', { name: 'Make developer' }).click();
    await expect(member).toContainText('Developer');
  });
});

test.describe('the last admin', () => {
  let path = '';
  test.use({ expected: async ({}, use) => use(new Proxy({}, { get: (_, asked) => (asked === path ? [409] : undefined) })) });

  test('stays one, which the server says', async ({ page, sandbank }) => {
    const session = await signedIn(sandbank, sandbank.partner);
    const { person } = await session<{ person: { id: string } }>('GET', '/session');
    path = `/portal/v1/organisation/members/${person.id}/role`;
    await signIn(page, sandbank.partner);
    await page.goto('/organisation/members');
    await page.getByRole('button', { name: 'Make Demo Partner a developer' }).click();
    await dialog(page).getByRole('button', { name: 'Make developer' }).click();
    await expect(dialog(page).getByRole('alert')).toContainText('Make another member an admin first.');
    await expectGoodPage(page, 'organisation-last-admin');
  });
});

test('another account plan is asked for, withdrawn, asked for again and decided, which stands among the requests', async ({ page, sandbank }) => {
  await signIn(page, sandbank.partner);
  await page.goto('/organisation/plan');
  await expect(section(page, 'Account plan')).toContainText('Bronze');
  await expect(section(page, 'Used today')).toContainText('calls, no limit');
  const ask = async () => {
    await page.getByRole('button', { name: 'Ask for another plan' }).click();
    await choose(page, 'APIs that applications can have', 'Production');
    await choose(page, 'Quota', 'Premium');
    await dialog(page).getByLabel('Comment for the bank').fill('We go <u>live</u>.');
  };
  await ask();
  await expect(dialog(page)).toContainText('10,00,000 a day');
  await expectGoodPage(page, 'organisation-plan-ask');
  await dialog(page).getByRole('button', { name: 'Ask the bank' }).click();
  await expect(page.getByText('Another plan has been asked for.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Ask for another plan' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Withdraw' }).click();
  await dialog(page).getByRole('button', { name: 'Withdraw' }).click();
  await ask();
  await dialog(page).getByRole('button', { name: 'Ask the bank' }).click();
  await expect(page.getByText('Another plan has been asked for.')).toBeVisible();
  await expect(page.getByText('We go <u>live</u>.').first()).toBeVisible();
  await expectGoodPage(page, 'organisation-plan');

  const organisation = await organisationOf(sandbank, sandbank.partner);
  await decideAccountPlan(sandbank, organisation, 'reject', 'Not <s>yet</s>.');
  await tab(page, 'Requests');
  await expect(page.getByText('Not <s>yet</s>.')).toBeVisible();
  await expectGoodPage(page, 'organisation-requests');
  await choose(page, 'State', 'Withdrawn');
  await expect(page.getByRole('table', { name: 'Requests' }).getByRole('row')).toHaveCount(2);
  await page.reload();
  await expect(page.getByText('Not <s>yet</s>.')).toHaveCount(0);
  await choose(page, 'What', 'The next stage');
  await expect(page.getByText('Nothing found')).toBeVisible();

  await page.goto('/organisation/plan');
  await ask();
  await dialog(page).getByRole('button', { name: 'Ask the bank' }).click();
  await expect(dialog(page)).toBeHidden();
  await decideAccountPlan(sandbank, organisation, 'approve', 'Welcome.');
  await page.reload();
  await expect(section(page, 'Account plan')).toContainText('Premium');
  await expect(page.getByRole('progressbar', { name: 'How much is used: Organisation' })).toHaveAttribute('aria-valuenow', '0');
  await expect(section(page, 'Plans that were asked for')).toContainText('Welcome.');
  await expectGoodPage(page, 'organisation-plan-premium');
});

test('an agreement is read and accepted, which the bank sees', async ({ page, sandbank }) => {
  await signIn(page, sandbank.partner);
  await page.goto('/organisation/agreements');
  const nda = page.getByRole('table', { name: 'What the bank asks for' }).getByRole('row', { name: /Non-disclosure/ });
  await expect(nda).toContainText('Not accepted yet');
  await nda.getByRole('button', { name: 'Accept' }).click();
  await dialog(page).getByRole('button', { name: 'Accept' }).click();
  await expect(dialog(page).getByText('Accept it to go on.')).toBeVisible();
  await dialog(page).getByRole('checkbox').check();
  await dialog(page).getByLabel(/^Signatory/).fill('Asha <b>Rao</b>');
  await expectGoodPage(page, 'organisation-accept');
  await dialog(page).getByRole('button', { name: 'Accept' }).click();
  await expect(dialog(page)).toBeHidden();
  await expect(nda).toContainText('Accepted');
  const records = page.getByRole('table', { name: 'What was accepted' });
  await expect(records).toContainText('Asha <b>Rao</b>');
  await expectGoodPage(page, 'organisation-agreements');
  await records.getByRole('button', { name: 'nda, 1' }).click();
  await expect(dialog(page)).toContainText('stays with the people who need it');
  const bank = await signedIn(sandbank, sandbank.bank);
  const organisation = await organisationOf(sandbank, sandbank.partner);
  const { records: seen } = await bank<{ records: unknown[] }>('GET', `/bank/organisations/${organisation}/agreements`);
  expect(seen).toContainEqual(expect.objectContaining({ agreement: 'nda', version: 1, signatory: 'Asha <b>Rao</b>' }));
});

test('the audit log is searched and read in pages', async ({ page, sandbank }) => {
  const session = await signedIn(sandbank, developer);
  let { version } = await session<{ version: number }>('GET', '/me');
  for (let i = 0; i < 55; i++) {
    ({ version } = await session<{ version: number }>('PUT', '/me', { firstName: 'Ravi', lastName: `Menon ${i}` }, version));
  }
  await session('PUT', '/me', { firstName: 'Ravi', lastName: 'Menon' }, version);
  await signIn(page, sandbank.partner);
  await page.goto('/organisation/audit');
  const entries = page.getByRole('table', { name: 'Audit log' });
  await expect(entries.getByRole('row')).toHaveCount(51);
  await page.getByRole('button', { name: 'Next page' }).click();
  await expect(page).toHaveURL(/after=/);
  await expect(entries.getByText('agreement.accepted')).toHaveCount(1);
  await page.getByRole('button', { name: 'First page' }).click();
  await page.getByLabel('Action').fill('role');
  await expect(page.getByText('Write it in full')).toBeVisible();
  await page.getByLabel('Action').fill('member.role-changed');
  await expect(entries.getByRole('row')).toHaveCount(3);
  await expect(entries).toContainText('role: developer → admin');
  await expectGoodPage(page, 'organisation-audit');
  await page.reload();
  await expect(entries.getByRole('row')).toHaveCount(3);
  await choose(page, 'Person', 'Ravi Menon');
  await expect(page.getByText('Nothing found')).toBeVisible();
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await expect(page.getByLabel('Action')).toHaveValue('');
  await page.getByLabel('To').fill('2020-01-01');
  await expect(page.getByText('Nothing found')).toBeVisible();
});

test.describe('a developer', () => {
  test.use({
    expected: { '/portal/v1/audit': [403], '/portal/v1/organisation/invitations': [403], '/portal/v1/organisation': [403] },
  });

  test('reads, is offered nothing that is for admins, and is refused in the words of the server', async ({ page, sandbank }) => {
    await signIn(page, developer);
    await page.goto('/organisation');
    await expect(page.getByText('An admin of your organisation can change this.')).toBeVisible();
    await expect(tabs(page)).toHaveText(['Profile', 'Members', 'Account plan', 'Requests', 'Agreements']);
    await expect(page.getByRole('link', { name: 'Edit' })).toHaveCount(0);
    await expectGoodPage(page, 'organisation-developer');
    await tab(page, 'Members');
    await expect(page.getByRole('row', { name: /Ravi Menon/ })).toBeVisible();
    await expect(page.getByRole('main').getByRole('button')).toHaveCount(0);
    await tab(page, 'Account plan');
    await expect(page.getByText('is for admins of your organisation')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Ask for another plan' })).toHaveCount(0);
    await tab(page, 'Agreements');
    await expect(page.getByRole('row', { name: /Non-disclosure/ })).toBeVisible();
    await expect(page.getByRole('button', { name: /^Accept/ })).toHaveCount(0);
    for (const path of ['audit', 'invitations']) {
      await page.goto(`/organisation/${path}`);
      await expect(page.getByRole('alert')).toContainText('admin');
    }
    await page.goto('/organisation/edit');
    await page.getByLabel('Website').fill('https://partner.example');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByRole('alert')).toContainText('admin');
    await expect(page.getByLabel('Website')).toHaveValue('https://partner.example');
    await expectGoodPage(page, 'organisation-refused');
    const session = await signedIn(sandbank, sandbank.partner);
    expect(await session('GET', '/organisation')).not.toHaveProperty('website');
  });
});

test('another organisation sees nothing of it', async ({ page, sandbank }) => {
  const login = await register(sandbank, '<img src=x onerror=alert(1)> Services', 'mira.das');
  await signIn(page, login);
  await page.goto('/organisation');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('<img src=x onerror=alert(1)> Services');
  const main = page.getByRole('main');
  for (const name of ['Members', 'Invitations', 'Account plan', 'Requests', 'Agreements', 'Audit log']) {
    await tab(page, name);
    await expect(section(page, name === 'Agreements' ? 'What was accepted' : name)).toBeVisible();
    await expect(main.getByText(/^Loading/)).toHaveCount(0);
    for (const theirs of ['Ravi', 'Demo', 'Premium', 'Welcome.', 'Asha']) {
      await expect(main, `${theirs} on ${name}`).not.toContainText(theirs);
    }
  }
  await expectGoodPage(page, 'organisation-other');
});

test('a member who is removed is out at once', async ({ page, sandbank }) => {
  const session = await signedIn(sandbank, developer);
  await signIn(page, sandbank.partner);
  await page.goto('/organisation/members');
  await page.getByRole('button', { name: 'Remove Ravi Menon' }).click();
  await dialog(page).getByRole('button', { name: 'Remove' }).click();
  await expect(page.getByRole('row', { name: /Ravi Menon/ })).toHaveCount(0);
  await expect(session('GET', '/session')).rejects.toThrow('401');
});
