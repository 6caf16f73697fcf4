import { expect, expectGoodPage, signIn, test, type Page } from './fixtures';
import { call, createApplication, decide, register, signedIn, type ApplicationRead, type Session } from './programme';
import type { Login, Sandbank } from './sandbank';

const hostile = '<img src=x onerror=alert(1)>';

const section = (page: Page, name: string | RegExp) => page.getByRole('region', { name });
const table = (page: Page, name: string) => page.getByRole('table', { name });
const dialog = (page: Page) => page.getByRole('dialog');
const tab = (page: Page, name: string) => page.getByRole('main').getByRole('navigation').getByRole('link', { name, exact: true }).click();

/** Does what is asked about in a dialog, with a reason. */
async function confirm(page: Page, action: string, reason?: string) {
  if (reason !== undefined) {
    await dialog(page).getByRole('textbox', { name: 'Reason' }).fill(reason);
  }
  await dialog(page).getByRole('button', { name: action }).click();
  await expect(dialog(page)).toBeHidden();
}

let partner: Session;
let mira: Login;
let till: ApplicationRead;

/** Calls one of the bank's APIs with the key of the application, and tells the status and the code of a problem. */
async function answerTo(sandbank: Sandbank): Promise<string> {
  const answer = await call(sandbank, till.clientId ?? '', '/deposits/v1/fields');
  const { code = '' } = (await answer.json()) as { code?: string };
  return `${answer.status} ${answer.ok ? '' : code}`.trim();
}

test.describe.configure({ mode: 'serial' });

test.beforeAll(async ({ sandbank }) => {
  mira = await register(sandbank, `Other ${hostile}`, 'mira.das');
  partner = await signedIn(sandbank, mira);
  const { id } = await createApplication(partner, 'Till', ['deposits']);
  await decide(sandbank, id, 'approve', 'Good.');
  till = await partner('GET', `/applications/${id}`);
});

test('an organisation is suspended and lifted, its plan and its manager are set, and an agreement is recorded', async ({ page, sandbank }) => {
  await signIn(page, sandbank.bank);
  await page.getByRole('link', { name: 'Organisations' }).click();
  await expect(table(page, 'Organisations')).toContainText(`Other ${hostile}`);
  await expectGoodPage(page, 'bank-organisations');
  await page.getByLabel('Search').fill('other');
  await expect(page).toHaveURL(/text=other/);
  await expect(table(page, 'Organisations').getByRole('row')).toHaveCount(2);
  await expect(page.getByLabel('Search')).toBeFocused();
  await table(page, 'Organisations').getByRole('link', { name: /Other/ }).click();

  expect(await answerTo(sandbank)).toBe('200');
  await page.getByRole('button', { name: 'Suspend' }).click();
  await dialog(page).getByRole('button', { name: 'Suspend' }).click();
  await expect(dialog(page).getByText('Give a reason.')).toBeVisible();
  await expectGoodPage(page, 'bank-suspend');
  await confirm(page, 'Suspend', `Calls from where ${hostile} is.`);
  await expect(page.getByRole('alert')).toContainText(`Calls from where ${hostile} is.`);
  await expect.poll(() => answerTo(sandbank)).toBe('403 ORGANISATION_SUSPENDED');
  await expectGoodPage(page, 'bank-organisation-suspended');
  await page.getByRole('button', { name: 'Lift the suspension' }).click();
  await confirm(page, 'Lift the suspension', 'It was a test.');
  await expect(page.getByRole('button', { name: 'Suspend' })).toBeVisible();
  await expect.poll(() => answerTo(sandbank)).toBe('200');

  await page.getByRole('button', { name: 'Assign an account plan' }).click();
  await dialog(page).getByRole('combobox', { name: 'Set of APIs' }).click();
  await page.getByRole('option', { name: 'Production' }).click();
  await expectGoodPage(page, 'bank-assign-plan');
  await confirm(page, 'Assign', 'As agreed.');
  await expect(section(page, 'Account plan')).toContainText('Production');
  expect(await partner('GET', '/organisation')).toMatchObject({ accountPlan: { access: 'production' } });
  await page.getByRole('button', { name: 'Set the relationship manager' }).click();
  await dialog(page).getByLabel(/^Name/).fill('Meera Iyer');
  await dialog(page).getByLabel(/^E-mail/).fill('not an address');
  await dialog(page).getByLabel('Telephone').fill('+91 22 5550 0100');
  await dialog(page).getByLabel(/^E-mail/).fill('meera.iyer@bank.example');
  await confirm(page, 'Save');
  await expect(section(page, 'Relationship manager')).toContainText('meera.iyer@bank.example');
  expect(await partner('GET', '/organisation')).toMatchObject({ relationshipManager: { name: 'Meera Iyer' } });
  await expectGoodPage(page, 'bank-organisation');

  await tab(page, 'Members');
  await expect(table(page, 'Members')).toContainText(mira.username);
  await expectGoodPage(page, 'bank-organisation-people');
  await tab(page, 'Applications');
  await expect(table(page, 'Applications')).toContainText('Till');
  await tab(page, 'Requests');
  await expect(page.getByRole('main')).toContainText('Nothing is waiting');
  await tab(page, 'Agreements');
  await page.getByRole('button', { name: 'Record an agreement' }).click();
  await dialog(page).getByRole('combobox', { name: 'Agreement' }).click();
  await page.getByRole('option').last().click();
  await expect(dialog(page).getByLabel(/^Version/)).toHaveValue('1');
  await dialog(page).getByLabel(/^Signatory/).fill('Mira Das, director');
  await dialog(page).getByLabel(/^Signed on/).fill('2026-03-01');
  await confirm(page, 'Record an agreement');
  await expect(table(page, 'Agreements')).toContainText('Mira Das, director');
  await expectGoodPage(page, 'bank-organisation-agreements');
});

test('an application is suspended and lifted, and has another partner scope', async ({ page, sandbank }) => {
  await signIn(page, sandbank.bank);
  await page.goto('/bank/applications');
  await expectGoodPage(page, 'bank-applications');
  await page.getByRole('combobox', { name: 'Organisation' }).fill('other');
  await page.getByRole('option', { name: /Other/ }).click();
  await expect(page).toHaveURL(/organisation=/);
  await table(page, 'Applications').getByRole('link', { name: 'Till' }).click();
  await page.getByRole('button', { name: 'Suspend' }).click();
  await confirm(page, 'Suspend', 'Its key was published.');
  await expect(page.getByRole('alert')).toContainText('Its key was published.');
  await expect.poll(() => answerTo(sandbank)).toBe('403 APPLICATION_SUSPENDED');
  await page.getByRole('button', { name: 'Lift the suspension' }).click();
  await confirm(page, 'Lift the suspension', 'It has new keys.');
  await expect.poll(() => answerTo(sandbank)).toBe('200');
  await page.getByRole('button', { name: 'Change the partner scope' }).click();
  await dialog(page).getByLabel(/^Partner scope/).fill('Other Tills');
  await confirm(page, 'Save', 'They asked for it.');
  await expect(section(page, 'Details')).toContainText('Other Tills');
  expect(await partner('GET', `/applications/${till.id}`)).toMatchObject({ partnerScope: 'Other Tills' });
  await expectGoodPage(page, 'bank-application');
});

test('people are locked out and let in, and the staff is invited', async ({ page, sandbank }) => {
  const canSignIn = async () =>
    (
      await fetch(`${sandbank.origin}/portal/v1/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(mira),
      })
    ).status;
  await signIn(page, sandbank.bank);
  await page.getByRole('link', { name: 'People' }).click();
  await expectGoodPage(page, 'bank-people');
  await page.getByLabel('Search').fill('mira');
  await expect(table(page, 'People').getByRole('row')).toHaveCount(2);
  await table(page, 'People').getByRole('link', { name: mira.username }).click();
  await page.getByRole('button', { name: 'Lock' }).click();
  await confirm(page, 'Lock', 'Her laptop was stolen.');
  await expect(page.getByText('Locked')).toBeVisible();
  await expectGoodPage(page, 'bank-person');
  expect(await canSignIn()).toBe(401);
  await page.getByRole('button', { name: 'Unlock' }).click();
  await confirm(page, 'Unlock', 'She has a new one.');
  await expect(page.getByText('Active')).toBeVisible();
  expect(await canSignIn()).toBe(201);
  partner = await signedIn(sandbank, mira);

  await page.getByRole('link', { name: 'Staff' }).click();
  await page.getByRole('button', { name: 'Invite somebody' }).click();
  await dialog(page).getByLabel(/^E-mail/).fill('new.reviewer@bank.example');
  await confirm(page, 'Send the invitation');
  const invitations = table(page, 'Invitations');
  await expect(invitations.getByRole('row', { name: /new.reviewer/ })).toContainText('Open');
  const first = await sandbank.link('new.reviewer@bank.example');
  await page.getByRole('button', { name: 'Send the invitation to new.reviewer@bank.example again' }).click();
  await confirm(page, 'Send again');
  expect(await sandbank.link('new.reviewer@bank.example')).not.toBe(first);
  await expectGoodPage(page, 'bank-staff');
  await page.getByRole('button', { name: 'Withdraw the invitation to new.reviewer@bank.example' }).click();
  await confirm(page, 'Withdraw');
  await expect(invitations.getByRole('row', { name: /new.reviewer/ })).toContainText('Withdrawn');
});

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
  expect(await visitor('/products/term-deposits')).toMatchObject({ product: { title: 'Term deposits', category: 'savings' } });
  await tab(page, 'Groups');
  await page.getByRole('button', { name: 'New group' }).click();
  await dialog(page).getByLabel(/^Short name/).fill('starters');
  await dialog(page).getByLabel(/^Title/).fill('To start with');
  await confirm(page, 'Save');
  await page.getByRole('button', { name: 'Delete To start with' }).click();
  await confirm(page, 'Delete');
  await expect(page.getByText('To start with')).toHaveCount(0);
  await tab(page, 'Products');
  await page.getByRole('button', { name: 'Edit Term deposits' }).click();
  await dialog(page).getByLabel(/^Order/).fill('3');
  await confirm(page, 'Save');
  expect(await visitor('/products/term-deposits')).toMatchObject({ product: { order: 3 } });
});

test('enquiries are answered, and the outbox has the mail as text', async ({ page, sandbank }) => {
  await partner('POST', '/contact', { subject: `Help ${hostile}`, message: `See javascript:alert(1) and https://evil.example/x ${hostile}` });
  await signIn(page, sandbank.bank);
  await page.getByRole('link', { name: 'Enquiries' }).click();
  await expect(table(page, 'Enquiries')).toContainText(`Help ${hostile}`);
  await expectGoodPage(page, 'bank-enquiries');
  await table(page, 'Enquiries').getByRole('link', { name: 'Message' }).first().click();
  await expect(page.getByRole('link', { name: /evil/ })).toHaveCount(0);
  await page.mouse.move(0, 0); // away from the time that it stands on, whose tooltip is no part of the page
  await page.getByRole('textbox', { name: 'Answer' }).fill(`We call you. ${hostile}`);
  await expectGoodPage(page, 'bank-enquiry');
  await page.getByRole('button', { name: 'Send the answer' }).click();
  await expect(section(page, 'Answer')).toContainText(`We call you. ${hostile}`);

  await page.getByRole('link', { name: 'Outbox' }).click();
  await expectGoodPage(page, 'bank-outbox');
  await page.getByLabel('To (the whole address)').fill('mira.das@other.example');
  await expect(page).toHaveURL(/to=mira.das/);
  await expect(table(page, 'Outbox').getByText('@bank.example')).toHaveCount(0);
  await table(page, 'Outbox').getByRole('link').first().click();
  await expect(section(page, 'Mail')).toContainText(`We call you. ${hostile}`);
  await page.goto('/bank/outbox?to=new.reviewer%40bank.example');
  await table(page, 'Outbox').getByRole('link').first().click();
  const link = section(page, 'Mail').getByRole('link');
  await expect(link).toHaveAttribute('href', new RegExp(`^${sandbank.origin}/.*#`));
  await expectGoodPage(page, 'bank-message');
  expect(await page.evaluate(() => document.querySelectorAll('[onerror]').length), 'no text has become an element').toBe(0);
});

test('the audit log tells what was done, and usage who calls how much', async ({ page, sandbank }) => {
  await signIn(page, sandbank.bank);
  await page.getByRole('link', { name: 'Audit log' }).click();
  const log = table(page, 'Audit log');
  await expect(log).toContainText('message.read');
  await page.getByRole('combobox', { name: 'What was done' }).fill('organisation.sus');
  await page.getByRole('option', { name: 'organisation.suspended' }).click();
  await expect(page).toHaveURL(/action=organisation.suspended/);
  await expect(log.getByRole('row')).toHaveCount(2);
  await expect(log).toContainText(`Calls from where ${hostile} is.`);
  await log.getByText('More').click();
  await expect(log).toContainText('Request ID');
  await expectGoodPage(page, 'bank-audit');
  await page.getByLabel('From', { exact: true }).fill('2999-01-01');
  await expect(page.getByText('Nothing found')).toBeVisible();
  await page.goto(`/bank/audit?application=${till.id}`);
  await expect(log).toContainText('application.lifted');
  await page.getByRole('button', { name: 'List all again, not only Till' }).click();
  await expect(page).toHaveURL(/audit$/);

  await page.goto('/bank/usage');
  await expect(page.getByText('Counting calls …')).toHaveCount(0);
  await expect.poll(async () => {
    await page.reload();
    return table(page, 'Who calls how much').or(page.getByText('No calls')).first().textContent();
  }, { timeout: 90_000 }).toContain('Other');
  await expectGoodPage(page, 'bank-usage');
  await page.getByRole('combobox', { name: 'Count by' }).click();
  await page.getByRole('option', { name: 'Application' }).click();
  await expect(table(page, 'Who calls how much')).toContainText('Till');
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
