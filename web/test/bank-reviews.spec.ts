import { hostile, section } from './bank-pages';
import { expect, expectGoodPage, signIn, test, type Page } from './fixtures';
import { allowProduction, createApplication, decide, demanded, joinStaff, signedIn, type ApplicationRead, type Session } from './programme';
import type { Login } from './sandbank';

const queue = (page: Page) => page.getByRole('table', { name: 'Reviews' });

let reviewer: Login;
let shop: ApplicationRead;

/** Decides on the page that is open. */
async function choose(page: Page, outcome: 'Approve' | 'Reject', reason: string) {
  await page.getByRole('radio', { name: outcome }).check();
  await section(page, 'Decide').getByRole('textbox', { name: 'Reason' }).fill(reason);
}

async function press(page: Page, outcome: 'Approve' | 'Reject') {
  await section(page, 'Decide').getByRole('button', { name: outcome }).click();
}

/** Opens a request from the queue. */
async function open(page: Page, row: string | RegExp, kind: string) {
  await page.goto('/bank/reviews');
  await queue(page).getByRole('row', { name: row }).filter({ hasText: kind }).getByRole('link', { name: kind }).click();
  await expect(page.getByRole('heading', { level: 1, name: kind })).toBeVisible();
}

/** Asks for the next stage of an API, with the agreements that it needs. */
async function askForStage(partner: Session, application: string, api: string, stage: 'uat' | 'production') {
  await partner('POST', `/applications/${application}/apis/${api}/stage-requests`, {
    stage,
    comment: `Our tests are done. ${hostile}`,
    agreements: (await demanded(partner, stage)).map((a) => ({ ...a, signatory: `Asha Rao ${hostile}` })),
  });
}

// The bank changes what everybody sees: it has a server of its own here, not one that other files have used.
test.use({ settings: [] });

test.describe.configure({ mode: 'serial' });

test.beforeAll(async ({ sandbank }) => {
  reviewer = await joinStaff(sandbank, 'reviewer', 'rita.sen');
});

test('a reviewer rejects an application with a reason, which its organisation reads, and approves it when it comes again', async ({ page, sandbank }) => {
  const partner = await signedIn(sandbank, sandbank.partner);
  shop = await createApplication(partner, `Shop ${hostile}`, ['deposits', 'pan-verification']);
  const read = () => partner<ApplicationRead>('GET', `/applications/${shop.id}`);

  await signIn(page, reviewer);
  await expect(page.getByRole('table', { name: 'Waiting for a decision' })).toContainText(`Shop ${hostile}`);
  await expectGoodPage(page, 'bank-home');
  await page.getByRole('link', { name: 'Reviews' }).click();
  await expect(queue(page)).toContainText('Deposits, PAN');
  await expectGoodPage(page, 'bank-reviews');
  await page.getByRole('combobox', { name: 'What' }).click();
  await page.getByRole('option', { name: 'The next stage' }).click();
  await expect(page).toHaveURL(/kind=stage/);
  await expect(page.getByText('Nothing found')).toBeVisible();
  await expectGoodPage(page, 'bank-reviews-none');

  await open(page, /Shop/, 'A new application');
  await expect(section(page, 'Application')).toContainText('Deposits <b>at the checkout</b>.');
  await expect(section(page, 'Organisation')).toContainText('Account plan');
  await expect(page.getByRole('table', { name: 'What was done' })).toContainText('application.created');
  await section(page, 'Decide').getByRole('button', { name: 'Decide' }).click();
  await expect(page.getByText('Choose one.')).toBeVisible();
  await choose(page, 'Reject', `Say what ${hostile} is for.`);
  await expectGoodPage(page, 'bank-review');
  await press(page, 'Reject');
  await expect(section(page, 'Decision')).toContainText(`Say what ${hostile} is for.`);
  await expect(section(page, 'Decision')).toContainText('Rita Sen');
  await expectGoodPage(page, 'bank-review-decided');
  expect(await read()).toMatchObject({ state: 'rejected', stateReason: `Say what ${hostile} is for.` });

  await partner('POST', `/applications/${shop.id}/submit`);
  await page.goto('/bank/reviews');
  await expect(queue(page).getByRole('row', { name: /Shop/ })).toContainText('again');
  await open(page, /Shop/, 'A new application');
  await expect(page.getByRole('table', { name: 'What was asked before' })).toContainText(`Say what ${hostile} is for.`);
  await choose(page, 'Approve', 'Good.');
  await press(page, 'Approve');
  await expect(section(page, 'Decision')).toContainText('Approved');
  await expect(page.getByText('Nothing else is waiting.')).toBeVisible();
  const approved = await read();
  expect(approved).toMatchObject({ state: 'enabled', clientId: expect.any(String) });
  shop = approved;
  expect(await page.evaluate(() => document.querySelectorAll('[onerror]').length), 'no text has become an element').toBe(0);
});

test('plans and stages are decided, production with its plan, and one for good', async ({ page, sandbank }) => {
  const partner = await signedIn(sandbank, sandbank.partner);
  const subscription = async (api: string) => (await partner<ApplicationRead>('GET', `/applications/${shop.id}`)).subscriptions.find((s) => s.api === api);
  const plans = await partner<{ quota: { name: string; title: string }[]; api: { name: string; title: string; production: boolean }[] }>('GET', '/plans');
  await partner('POST', '/organisation/account-plan/requests', { access: 'production', quota: plans.quota[0]?.name, comment: 'We grow.' });

  await signIn(page, reviewer);
  await open(page, /Production/, 'Another account plan');
  await expect(section(page, 'What is asked for')).toContainText('What holds now');
  await expect(section(page, 'What is asked for')).toContainText('We grow.');
  await expectGoodPage(page, 'bank-review-account-plan');
  await choose(page, 'Approve', 'As agreed.');
  await press(page, 'Approve');
  await expect(section(page, 'Decision')).toContainText('Approved');
  expect(await partner('GET', '/organisation')).toMatchObject({ accountPlan: { access: 'production' } });

  await askForStage(partner, shop.id, 'pan-verification', 'uat');
  await askForStage(partner, shop.id, 'deposits', 'uat');
  await open(page, /PAN/, 'The next stage');
  await expect(page.getByRole('table', { name: 'Agreements for this request' })).toContainText(`Asha Rao ${hostile}`);
  await expect(section(page, 'Calls so far')).toBeVisible();
  await page.getByRole('radio', { name: 'Reject' }).check();
  await page.getByRole('checkbox', { name: /For good/ }).check();
  await choose(page, 'Reject', 'We do not serve this business.');
  await expectGoodPage(page, 'bank-review-stage');
  await press(page, 'Reject');
  await expect(section(page, 'Decision')).toContainText('For good');
  await page.getByRole('link', { name: 'The next one that is waiting' }).click();
  await expect(section(page, 'What is asked for')).toContainText('UAT');
  await choose(page, 'Approve', 'Seen.');
  await press(page, 'Approve');
  await expect(section(page, 'Decision')).toContainText('Approved');
  expect(await subscription('deposits')).toMatchObject({ stage: 'uat' });
  expect(await subscription('pan-verification')).toMatchObject({ stage: 'sandbox' });

  await askForStage(partner, shop.id, 'deposits', 'production');
  await open(page, /Deposits/, 'The next stage');
  await page.getByRole('radio', { name: 'Approve' }).check();
  await expect(page.getByText('The catalogue has no address for this API in production yet')).toBeVisible();
  await page.getByRole('combobox', { name: 'API plan with Production' }).click();
  await page.getByRole('option').first().click();
  await choose(page, 'Approve', 'Live.');
  await expectGoodPage(page, 'bank-review-production');
  await press(page, 'Approve');
  await expect(section(page, 'Decision')).toContainText('API plan with Production');
  expect(await subscription('deposits')).toMatchObject({ stage: 'production', plan: plans.api.find((p) => p.production)?.name });
});

test.describe('two at once', () => {
  test.use({
    expected: async ({ sandbank }, use) => {
      // Three requests that are open, so that what the page will be refused is known beforehand.
      const partner = await signedIn(sandbank, sandbank.partner);
      await allowProduction(sandbank);
      const made = [await createApplication(partner, 'Till', ['deposits']), await createApplication(partner, 'Kiosk', ['deposits'])];
      await use(Object.fromEntries(made.map((a) => [`/portal/v1/bank/requests/${a.request ?? ''}/decision`, [409, 412]])));
    },
  });

  test('a decision of somebody else is told, an edit is shown, and nothing that was typed is lost', async ({ page, sandbank }) => {
    const partner = await signedIn(sandbank, sandbank.partner);
    const { applications } = await partner<{ applications: ApplicationRead[] }>('GET', '/applications?state=pending');
    const till = applications.find((a) => a.name === 'Till');
    const kiosk = applications.find((a) => a.name === 'Kiosk');
    if (!till || !kiosk) {
      throw new Error('the applications wait for the bank');
    }
    await signIn(page, reviewer);

    await open(page, /Till/, 'A new application');
    await choose(page, 'Reject', 'What is it for?');
    await decide(sandbank, till.id, 'approve', 'I know them.');
    await press(page, 'Reject');
    await expect(page.getByRole('alert')).toContainText('Somebody else has approved it meanwhile');
    await expect(section(page, 'Decision')).toContainText('I know them.');
    await expect(page.getByRole('textbox', { name: 'What you have typed' })).toHaveValue('What is it for?');
    await expectGoodPage(page, 'bank-review-gone');
    expect(await partner('GET', `/applications/${till.id}`)).toMatchObject({ state: 'enabled' });

    await open(page, /Kiosk/, 'A new application');
    await choose(page, 'Approve', 'A kiosk is fine.');
    await partner(
      'PUT',
      `/applications/${kiosk.id}`,
      { name: 'Kiosk', platform: 'android', description: 'It stands in shops now.', oauthType: '2.0', apis: ['deposits'] },
      kiosk.version,
    );
    await press(page, 'Approve');
    await expect(page.getByRole('alert')).toContainText('It has been edited since you opened it');
    await expect(section(page, 'Application')).toContainText('It stands in shops now.');
    await expect(section(page, 'Decide').getByRole('button', { name: 'Approve' })).toBeDisabled();
    await expect(section(page, 'Decide').getByRole('textbox', { name: 'Reason' })).toHaveValue('A kiosk is fine.');
    await expectGoodPage(page, 'bank-review-edited');
    expect(await partner('GET', `/applications/${kiosk.id}`)).toMatchObject({ state: 'pending' });
    await page.getByRole('button', { name: 'I have looked at it' }).click();
    await press(page, 'Approve');
    await expect(section(page, 'Decision')).toContainText('A kiosk is fine.');
    expect(await partner('GET', `/applications/${kiosk.id}`)).toMatchObject({ state: 'enabled' });
  });
});

test('a reviewer sees everything, and is not offered what only admins may do', async ({ page, sandbank }) => {
  const bank = await signedIn(sandbank, reviewer);
  const { organisations } = await bank<{ organisations: { id: string }[] }>('GET', '/bank/organisations');
  await signIn(page, reviewer);
  const without = async (path: string, shown: string, ...names: (string | RegExp)[]) => {
    await page.goto(path);
    await expect(page.getByText(shown).first()).toBeVisible();
    for (const name of names) {
      await expect(page.getByRole('main').getByRole('button', { name })).toHaveCount(0);
    }
  };
  await without(`/bank/organisations/${organisations[0]?.id ?? ''}`, 'Account plan', 'Suspend', 'Assign an account plan', 'Set the relationship manager');
  await without(`/bank/applications/${shop.id}`, 'Partner scope', 'Suspend');
  await without('/bank/staff', reviewer.username, /Role/, 'Invite somebody', 'Remove');
  await without('/bank/plans', 'Quotas of account plans', /^Edit/, /^Delete/, 'New quota');
  await without('/bank/catalogue', 'Every API that the server has a document of', /^Edit/);
  await without('/bank/catalogue/products', 'Bundles of APIs', 'New product');
  await without('/bank/settings', 'Name of the bank', 'Save');
  await without('/bank/settings/fields', 'What registrations ask for', 'New field');
  await without('/bank/settings/agreements', 'What organisations must accept', 'New agreement', /^Withdraw/);
});
