import { expect, expectGoodPage, signIn, test } from './fixtures';
import { anotherOrganisation, create, cursorAt, customer, editor, elsewhere, fileOf, ownApplication, ruleFor, select, textOf, vpa, write } from './studio';
import { signedIn } from './programme';

test.use({ settings: [] });

// Files that speak by themselves must not say the same twice: each test begins without any.
test.beforeEach(async ({ sandbank }) => {
  const partner = await signedIn(sandbank, sandbank.partner);
  const { overlays } = await partner<{ overlays: { id: string; version: number }[] }>('GET', '/overlays?limit=200');
  for (const { id, version } of overlays) {
    await partner('DELETE', `/overlays/${id}`, undefined, version);
  }
});

test('QA writes a rule, breaks and mends it, tries, tests and saves it, and the bank publishes it', async ({ page, browser, sandbank }) => {
  await signIn(page, sandbank.partner);
  await page.getByRole('link', { name: 'Scenario studio' }).click();
  const verifications = page.locator('a[href="/studio/scenarios/deposits/verifications"]');
  await expect(verifications).toBeVisible();
  await expectGoodPage(page, 'studio');
  await page.getByLabel('Find a file').fill('verif');
  await expect(page).toHaveURL(/q=verif/);
  await expect(page.getByRole('link', { name: 'accounts.yaml' })).toBeHidden();

  await verifications.click();
  await expect(page.getByText('a magic VPA')).toBeVisible();
  await expectGoodPage(page, 'studio-scenario');
  await page.getByRole('link', { name: 'Write an overlay for verifyMyVpa' }).click();

  // A broken rule: the finding stands at its line.
  await expect(editor(page)).toContainText('verifyMyVpa');
  await write(page, fileOf('shop').replace('verifyMyVpa', 'verifyMyVap'));
  const findings = page.getByRole('region', { name: 'Findings' });
  await expect(findings.getByRole('button', { name: /Error 12:3.*verifyMyVap.*verifyMyVpa/ })).toBeVisible();
  await expect(editor(page).locator('.cm-lintRange-error')).toHaveText('verifyMyVap');
  await expectGoodPage(page, 'studio-finding');
  await findings.getByRole('button', { name: /Error 12:3/ }).click();
  await expect(editor(page)).toBeFocused();

  // Completion knows the operations; the finding goes once it is mended.
  await cursorAt(page, 'verifyMyVap:');
  for (let typed = 0; typed < 3; typed++) {
    await page.keyboard.press('Backspace');
  }
  await page.keyboard.press('Control+Space');
  await expect(page.getByRole('option', { name: /verifyMyVpa/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await write(page, fileOf('shop'));
  await expect(page.getByText('Nothing is wrong')).toBeVisible();

  // The operation stands beside the rule.
  await cursorAt(page, 'match:');
  const beside = page.getByRole('region', { name: 'About the file' });
  await expect(beside.getByText(`POST ${vpa}`)).toBeVisible();
  await expect(beside.getByText('required').first()).toBeVisible();

  // Try: the rule as it is typed, before anything is saved.
  await beside.getByRole('tab', { name: 'Try' }).click();
  await expect(page).toHaveURL(/tab=try/);
  await beside.getByRole('textbox', { name: 'Body' }).fill('{"vpa":"shop@acme"}');
  const would = beside.getByRole('region', { name: 'Would be answered' });
  await expect(would).toContainText('by the rule “any other VPA” of verifications');
  await beside.getByLabel('Use the rule at the cursor as it is typed').check();
  await beside.getByRole('button', { name: 'Send' }).click();
  const answer = beside.getByRole('region', { name: 'Answer', exact: true });
  await expect(answer).toContainText('"status": "success"');
  await expect(answer).toContainText("the shop's VPA");
  await expectGoodPage(page, 'studio-try');

  // Test: a case of its own, which fails as long as it expects something else. Nothing is saved for it.
  await beside.getByRole('tab', { name: 'Tests' }).click();
  await expect(beside.getByText('No tests yet')).toBeVisible();
  await beside.getByRole('button', { name: 'Add a first test' }).click();
  await expect(editor(page)).toContainText('call: verifyMyVpa');
  await beside.getByRole('button', { name: 'Run the tests' }).click();
  await expect(beside.getByText('1 passed, 0 failed')).toBeVisible();
  await expect(beside.getByText('They used 1 of 1 rules')).toBeVisible();
  await expect(editor(page).locator('.cm-used').first()).toContainText("- name: the shop's VPA");
  const passing = (await editor(page).locator('.cm-line', { hasText: 'expect: {' }).textContent()) ?? '';
  await cursorAt(page, 'expect: {');
  await page.keyboard.press('Backspace');
  await page.keyboard.type(', body: {status: failed}}');
  await expect(beside.getByText('The text has changed since the tests ran.')).toBeVisible();
  await beside.getByRole('button', { name: 'Run the tests' }).click();
  await expect(beside.getByText('0 passed, 1 failed')).toBeVisible();
  const failed = beside.getByRole('list', { name: 'Cases' });
  await expect(failed).toContainText('Step 1 of 1: verifyMyVpa');
  await expect(failed.getByText('"failed"', { exact: true })).toBeVisible();
  await expect(failed.getByText('"success"', { exact: true })).toBeVisible();
  await expect(editor(page).locator('.cm-unused')).toHaveCount(2);
  await expectGoodPage(page, 'studio-tests');
  await failed.getByRole('button', { name: /^the shop.*answers, line/ }).click();
  await expect(editor(page)).toBeFocused();
  await write(page, `${fileOf('shop')}tests:\n  - name: the shop succeeds\n    steps:\n      - call: verifyMyVpa\n        body: {vpa: shop@acme}\n${passing}\n`);
  await beside.getByRole('button', { name: 'Run the tests' }).click();
  await expect(beside.getByText('1 passed, 0 failed')).toBeVisible();

  // Save: it speaks in the own sandbox, and in no other.
  await page.getByLabel('What this version is for').fill('The shop’s VPA succeeds.');
  await page.getByRole('button', { name: 'Save as overlay' }).click();
  await expect(page.getByText('Saved as version 1.')).toBeVisible();
  await expect(page).toHaveURL(/\/studio\/overlays\//);
  const file = new URL(page.url()).pathname;
  const token = await customer(sandbank);
  const own = await ownApplication(page);
  const others = await anotherOrganisation(sandbank);
  expect(await ruleFor(sandbank, own.clientId, token, 'shop@acme')).toBe("the shop's VPA");
  expect(await ruleFor(sandbank, others, token, 'shop@acme')).toBe('any other VPA');
  const { scenarios } = (await (
    await page.request.get('/sandbox/v1/scenarios', { headers: { 'x-application': own.id } })
  ).json()) as { scenarios: { name: string }[] };
  expect(scenarios.map((s) => s.name)).toContain('shop');

  // Coverage: the rule has not answered, then it has.
  await beside.getByRole('tab', { name: 'Coverage' }).click();
  await beside.getByRole('button', { name: 'Begin recording' }).click();
  await expect(beside.getByText('0 of 1 rules have answered')).toBeVisible();
  await ruleFor(sandbank, own.clientId, token, 'shop@acme');
  await expect(beside.getByText('1 of 1 rules have answered')).toBeVisible();
  await expect(editor(page).locator('.cm-used')).toHaveText("    - name: the shop's VPA");
  await expectGoodPage(page, 'studio-coverage');
  await beside.getByRole('button', { name: 'Stop' }).click();
  await expect(beside.getByText('Nothing is recorded.')).toBeVisible();

  // The bank's staff publishes it.
  const bank = await (await browser.newContext({ baseURL: sandbank.origin })).newPage();
  await signIn(bank, sandbank.bank);
  await bank.getByRole('link', { name: 'Scenarios', exact: true }).click();
  await expectGoodPage(bank, 'bank-scenarios');
  await bank.getByRole('link', { name: 'deposits/shop.yaml' }).click();
  await expect(editor(bank)).toContainText("the shop's VPA");
  await expectGoodPage(bank, 'bank-scenario');
  const publish = async () => {
    await bank.getByRole('button', { name: 'Publish' }).click();
    await bank.getByRole('dialog').getByLabel('Reason').fill('Useful to everybody.');
    await bank.getByRole('dialog').getByRole('button', { name: 'Publish' }).click();
  };
  // The bank's own default scenario speaks of the operation: the refusal stands at its line. The author mends it.
  await publish();
  await expect(bank.getByText(/rules in two default scenarios/)).toBeVisible();
  await write(page, fileOf('shop').replace('default: true\n', ''));
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Saved as version 2.')).toBeVisible();
  await bank.reload();
  await publish();
  await expect(bank.getByText(/Version 2 is published/)).toBeVisible();
  await select(sandbank, others, 'deposits/shop');
  expect(await ruleFor(sandbank, others, token, 'shop@acme')).toBe("the shop's VPA");
  // What the author saves later is seen by the bank, beside what it has published.
  await write(page, fileOf('shop').replace('default: true\n', '').replace('owner: shop}', 'owner: till}'));
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Saved as version 3.')).toBeVisible();
  await bank.reload();
  const since = bank.getByRole('region', { name: 'Changes since version 2' });
  await expect(since.locator('.studio-added')).toContainText('owner: till');
  await expect(bank.getByRole('region', { name: 'Versions' }).getByRole('listitem').filter({ hasText: 'Published' })).toContainText('Version 2');
  await expectGoodPage(bank, 'bank-scenario-versions');
  expect(await ruleFor(sandbank, others, token, 'shop@acme')).toBe("the shop's VPA");
  const saved = bank.waitForEvent('download');
  await bank.getByRole('button', { name: 'Download' }).click();
  expect((await saved).suggestedFilename()).toBe('shop.yaml');
  await bank.getByRole('button', { name: 'Withdraw' }).click();
  await bank.getByRole('dialog').getByLabel('Reason').fill('Enough.');
  await bank.getByRole('dialog').getByRole('button', { name: 'Withdraw' }).click();
  await expect(bank.getByText(/Version 2 is published/)).toBeHidden();
  expect(await ruleFor(sandbank, others, token, 'shop@acme')).toBe('any other VPA');
  await bank.context().close();

  await page.goto(file);
  await page.getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await expect(page).toHaveURL(/\/studio$/);
  expect(await ruleFor(sandbank, own.clientId, token, 'shop@acme')).toBe('any other VPA');
});

test('tables are grids, versions are compared, and one goes back to an older one', async ({ page, sandbank }) => {
  await signIn(page, sandbank.partner);
  const id = await create(page, fileOf('shop-grid'));
  await page.goto(`/studio/overlays/${id}?tab=tables`);
  const cell = page.getByLabel('owner of shop@acme');
  await cell.fill('the shop: ours');
  await cell.press('Enter');
  await expect(editor(page)).toContainText('{vpa: shop@acme, owner: "the shop: ours"}  # the shop');
  await page.getByLabel('vpa of a new row').fill('till@acme');
  await page.getByRole('button', { name: 'Add the row' }).click();
  await expect(editor(page)).toContainText('- {vpa: till@acme}');
  await expectGoodPage(page, 'studio-tables');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Saved as version 2.')).toBeVisible();
  expect(await textOf(page, id)).toContain('- {vpa: till@acme}');

  await page.getByRole('tab', { name: 'Changes' }).click();
  await expect(page.getByRole('textbox', { name: 'Changes since version 1' })).toContainText('till@acme');
  await expectGoodPage(page, 'studio-changes');
  await page.getByRole('tab', { name: 'History' }).click();
  await expectGoodPage(page, 'studio-history');
  await page.getByRole('button', { name: 'Go back to version 1' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Go back to it' }).click();
  await expect(page.getByText('back to version 1', { exact: true })).toBeVisible();
  expect(await textOf(page, id)).toBe(fileOf('shop-grid'));
  await expect(editor(page)).not.toContainText('till@acme');
});

test('two people edit one file, and nobody’s work is lost', async ({ page, sandbank, browser, expected }) => {
  await signIn(page, sandbank.partner);
  const id = await create(page, fileOf('shop-two').replace('default: true\n', ''));
  expected[`/portal/v1/overlays/${id}`] = [412];
  const theirs = fileOf('shop-two').replace('default: true\n', '').replace('the shop\'s VPA', 'their name');
  await page.goto(`/studio/overlays/${id}`);
  await expect(editor(page)).toContainText("the shop's VPA");
  await cursorAt(page, 'title: Our own VPAs');
  await page.keyboard.type(' and mine');
  await expect(page.getByText('Not saved yet.')).toBeVisible();

  // What is not saved survives that the page is loaded anew, and the navigation asks.
  page.on('dialog', (dialog) => void dialog.accept());
  await page.reload();
  await expect(page.getByText('Work that was not saved is back')).toBeVisible();
  await expect(editor(page)).toContainText('and mine');
  await page.getByRole('link', { name: 'Home' }).click();
  await expect(page.getByRole('dialog', { name: 'Leave without saving?' })).toBeVisible();
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();

  const other = await elsewhere(browser, sandbank);
  await other.goto(`/studio/overlays/${id}`);
  await write(other, theirs);
  await other.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(other.getByText('Saved as version 2.')).toBeVisible();

  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('has saved this file meanwhile')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Theirs, version 2' })).toContainText('their name');
  const mine = page.getByRole('textbox', { name: 'Yours' });
  await expect(mine).toContainText('and mine');
  await expectGoodPage(page, 'studio-merge');
  expect(await textOf(page, id)).toBe(theirs);
  await mine.locator('.cm-line', { hasText: 'name: the' }).click({ position: { x: 2, y: 4 } });
  await page.keyboard.press('End');
  await page.keyboard.type(' too');
  await page.getByRole('button', { name: 'Save my merged text' }).click();
  await expect(page.getByText('Saved as version 3.')).toBeVisible();
  const merged = await textOf(page, id);
  expect(merged).toContain('title: Our own VPAs and mine');
  expect(merged).toContain("name: the shop's VPA too");
  await other.context().close();
});

test('the bank’s files are read, compared with, and begun from', async ({ page, sandbank }) => {
  await signIn(page, sandbank.partner);
  await page.goto('/studio/scenarios/deposits/verifications');
  await page.getByRole('button', { name: /^Line \d+, any other VPA/ }).click();
  await expect(page).toHaveURL(/view=text&line=\d+/);
  const shown = page.getByRole('textbox', { name: 'Text of deposits/verifications.yaml' });
  await expect(shown.locator('.cm-activeLine')).toContainText('any other VPA');
  await page.keyboard.type('x');
  await expect(shown.locator('.cm-activeLine')).toContainText('any other VPA');

  // The files that it names stand below it; its tables are grids, and rows that are chosen begin a table of one's own.
  await page.goto('/studio/scenarios/deposits/more-branches?view=text');
  await expect(page.getByRole('heading', { name: 'deposits/more-branches.csv' })).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Text of deposits/more-branches.csv' })).toContainText('1,Nariman Pt');
  await expectGoodPage(page, 'studio-scenario-files');
  await page.getByRole('button', { name: 'Show it as a table' }).click();
  const grid = page.getByRole('table', { name: 'Rows of moreBranches' });
  await expect(grid.getByRole('cell', { name: 'HDFC0000001', exact: true })).toBeVisible();
  await grid.getByRole('checkbox', { name: 'Choose 60', exact: true }).check();
  await expectGoodPage(page, 'studio-scenario-tables');
  await page.getByRole('button', { name: 'Copy 1 row into a table of our own' }).click();
  await expect(editor(page)).toContainText('own_moreBranches:');
  await expect(editor(page)).toContainText('ifsc: "HDFC0000060"');
  await expect(page.getByText('Nothing is wrong')).toBeVisible();

  // A rule begins a file of one's own, which then stands beside the bank's rules.
  await page.goto('/studio/scenarios/deposits/verifications');
  await page.getByRole('button', { name: 'Start a file of our own from “any other VPA”' }).click();
  await expect(editor(page)).toContainText('scenario: verifications-of-ours');
  await expect(page.getByText('Nothing is wrong')).toBeVisible();
  await page.getByRole('button', { name: 'Save as overlay' }).click();
  await expect(page.getByText('Saved as version 1.')).toBeVisible();
  await page.getByRole('tab', { name: 'Changes' }).click();
  await page.getByRole('combobox', { name: 'Compare the text with' }).click();
  await page.getByRole('option', { name: 'The bank’s rules for the same operations' }).click();
  const difference = page.getByRole('textbox', { name: 'The bank’s rules for the same operations' });
  await expect(difference.locator('.cm-deletedChunk').first()).toContainText('a magic VPA');
  await expect(difference).toContainText('any other VPA');
  await expectGoodPage(page, 'studio-since-bank');
  await page.getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await expect(page).toHaveURL(/\/studio$/);

  await page.goto('/studio/scenarios/deposits/verifications');
  await page.getByRole('button', { name: 'Start from this file' }).click();
  await expect(editor(page)).toContainText('verifyMyVpa');
  await expect(page.getByText('Nothing is wrong')).toBeVisible();
});

test('nothing is lost when the network breaks, nor when the tab is closed', async ({ page, browser, sandbank }) => {
  await signIn(page, sandbank.partner);
  const id = await create(page, fileOf('shop-lost').replace('default: true\n', ''));
  const mine = await elsewhere(browser, sandbank);
  await mine.goto(`/studio/overlays/${id}`);
  await cursorAt(mine, 'title: Our own VPAs');
  await mine.keyboard.type(' and mine');
  const address = `**/portal/v1/overlays/${id}`;
  const save = mine.getByRole('button', { name: 'Save', exact: true });

  // The call does not get through: the text stays, also when the page is loaded anew.
  await mine.route(address, (route) => (route.request().method() === 'PUT' ? route.abort('connectionfailed') : route.fallback()));
  await save.click();
  await expect(mine.getByRole('alert')).toBeVisible();
  await expect(editor(mine)).toContainText('and mine');
  expect(await textOf(page, id)).not.toContain('and mine');
  const dialogs: string[] = [];
  mine.on('dialog', (dialog) => {
    dialogs.push(dialog.type());
    void (dialogs.length === 1 ? dialog.dismiss() : dialog.accept());
  });
  await mine.close({ runBeforeUnload: true }); // the browser asks, and one stays
  await expect.poll(() => dialogs).toEqual(['beforeunload']);
  await expect(editor(mine)).toContainText('and mine');
  await mine.reload();
  await expect(mine.getByText('Work that was not saved is back')).toBeVisible();
  await expect(editor(mine)).toContainText('and mine');
  const kept = await mine.evaluate(() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)].filter((key) => !key.startsWith('studio:')));
  expect(kept.filter((key) => /session|token|password/i.test(key))).toEqual([]);

  // The call gets through and its answer is lost: saving again finds that it is saved.
  await mine.unroute(address);
  await mine.route(address, async (route) => {
    if (route.request().method() !== 'PUT') {
      await route.fallback();
      return;
    }
    await route.fetch();
    await route.abort('connectionreset');
  });
  await save.click();
  await expect(mine.getByRole('alert')).toBeVisible();
  expect(await textOf(page, id)).toContain('and mine');
  await mine.unroute(address);
  await save.click();
  await expect(mine.getByText('Saved as version 2.')).toBeVisible();
  await mine.context().close();

  // A new file whose answer is lost is made once.
  const fresh = await elsewhere(browser, sandbank);
  await fresh.goto('/studio/new');
  await write(fresh, fileOf('shop-once').replace('default: true\n', ''));
  await fresh.route('**/portal/v1/overlays', async (route) => {
    await route.fetch();
    await route.abort('connectionreset');
  });
  await fresh.getByRole('button', { name: 'Save as overlay' }).click();
  await expect(fresh.getByRole('alert')).toBeVisible();
  await fresh.unroute('**/portal/v1/overlays');
  await fresh.getByRole('button', { name: 'Save as overlay' }).click();
  await expect(fresh.getByText('Saved as version 1.')).toBeVisible();
  await fresh.context().close();
});
