import { confirm, dialog, hostile, section, tab, table } from './bank-pages';
import { expect, expectGoodPage, signIn, test } from './fixtures';
import { call, createApplication, decide, register, signedIn, type ApplicationRead, type Session } from './programme';
import type { Login, Sandbank } from './sandbank';

let partner: Session;
let mira: Login;
let till: ApplicationRead;

/** Calls one of the bank's APIs with the key of the application, and tells the status and the code of a problem. */
async function answerTo(sandbank: Sandbank): Promise<string> {
  const answer = await call(sandbank, till.clientId ?? '', '/deposits/v1/fields');
  const { code = '' } = (await answer.json()) as { code?: string };
  return `${answer.status} ${answer.ok ? '' : code}`.trim();
}

// The bank changes what everybody sees: it has a server of its own here, not one that other files have used.
test.use({ settings: [] });

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
  await expectGoodPage(page, 'bank-organisation-applications');
  await tab(page, 'Requests');
  await expect(page.getByRole('main')).toContainText('Nothing is waiting');
  await expectGoodPage(page, 'bank-organisation-requests');
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
  await expect(table(page, 'Applications')).not.toContainText('Demo Partner');
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
