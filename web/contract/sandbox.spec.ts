import { application, asOpened } from './applications';
import { expect, test } from './fixtures';
import { each, form, instant, like, pathFromState, whole, type Interaction } from './pact';
import { asPartner } from './session';

const entry = '459570066957533030';
const summary = { id: like(entry), at: instant, method: form('GET|POST|PUT|PATCH|DELETE', 'GET'), path: like('/deposits/v1/fields'), status: whole(200), tookMillis: whole(3) };

const journal: Interaction = {
  description: 'a request for the log of a sandbox',
  given: 'a request in the log',
  method: 'GET', path: '/sandbox/v1/journal', query: { page: '1', size: '50' },
  status: 200, answer: { entries: each(summary), total: whole(1), dropped: whole(0) },
};

test('the log of a sandbox is read and emptied', async ({ open }) => {
  const clears: Interaction = {
    description: 'a request to empty the log of a sandbox',
    given: 'a request in the log',
    method: 'DELETE', path: '/sandbox/v1/journal',
    status: 204,
  };
  const page = await open(`/applications/${application}/log?live=off`, ...asPartner, ...asOpened, journal, clears);
  await expect(page.getByRole('table', { name: 'Request log' })).toContainText('GET /deposits/v1/fields');
  await page.getByRole('button', { name: 'Empty the log' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Empty the log' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('an entry of the log is explained and sent again', async ({ open }) => {
  const body = { text: like('[]'), size: whole(2) };
  const read: Interaction = {
    description: 'a request for an entry of the log',
    given: 'a request in the log',
    method: 'GET', path: pathFromState('/sandbox/v1/journal/${entry}', { entry }),
    status: 200,
    answer: {
      ...summary, api: like('deposits'), operation: like('getFields'), scenario: like('reference'), rule: like('the fields'), requestId: like('39fc9291b287eaa3-0000000003'),
      request: { target: like('/deposits/v1/fields'), headers: each({ name: like('Accept'), value: like('*/*') }), body: { size: whole(0) } }, answer: { headers: each({ name: like('Content-Type'), value: like('application/json') }), body },
    },
  };
  const trace = { scenario: like('reference'), rule: like('the fields'), file: like('deposits/reference.yaml'), line: whole(7), outcome: 'answered' };
  const explained: Interaction = {
    description: 'a request for the explanation of an entry of the log',
    given: 'a request in the log',
    method: 'GET', path: pathFromState('/sandbox/v1/journal/${entry}/explanation', { entry }),
    status: 200, answer: { answer: { source: 'rule', status: whole(200), scenario: like('reference'), rule: like('the fields') }, rules: each(trace) },
  };
  const replays: Interaction = {
    description: 'a request to send an entry of the log again',
    given: 'a request in the log',
    method: 'POST', path: pathFromState('/sandbox/v1/journal/${entry}/replay', { entry }),
    status: 200, answer: { same: true, replay: like('459570066957533031') },
  };
  const page = await open(`/applications/${application}/log/${entry}`, ...asPartner, ...asOpened, read, explained, replays);
  await expect(page.getByRole('region', { name: 'Why this answer' })).toContainText('the fields');
  await page.getByRole('button', { name: 'Replay' }).click();
  await expect(page.getByRole('status')).toContainText('It was answered in the same way');
});

test('the settings of a sandbox are read and changed', async ({ open }) => {
  const reads = (what: string, path: string, answer: Interaction['answer']): Interaction => ({
    description: `a request for ${what} of a sandbox`,
    given: 'a partner with an application',
    method: 'GET', path: `/sandbox/v1/${path}`,
    status: 200, ...(answer !== undefined && { answer }),
  });
  const clock = { now: instant, frozen: false, offsetSeconds: whole(0) };
  const settings = [
    reads('the clock', 'clock', clock),
    reads('the scenarios', 'scenarios', { scenarios: each({ api: 'deposits', name: 'psp-down', title: like('UPI does not work'), default: false, selected: false }) }),
    reads('the selection', 'selection', { scenarios: [] }),
    reads('the rules set before scenarios', 'overrides', { overrides: [] }),
    reads('the state', 'state', { values: like([]), pending: like([]), tables: each({ api: like('deposits'), name: like('accounts'), rows: whole(6), columns: each(like('accountId')), key: each(like('accountId')), writable: like(true) }) }),
    reads('the snapshots', 'snapshots', { snapshots: [] }),
    reads('the seed', 'seed', { seed: like('2523840339630590') }),
  ];
  const advances: Interaction = {
    description: 'a request to advance the clock of a sandbox',
    given: 'a partner with an application',
    method: 'PATCH', path: '/sandbox/v1/clock', body: { advance: 'P1D' },
    status: 200, answer: { now: instant, frozen: false, offsetSeconds: like(86400) },
  };
  const selects: Interaction = {
    description: 'a request to select a scenario in a sandbox',
    given: 'a partner with an application',
    method: 'PUT', path: '/sandbox/v1/selection', body: { scenarios: ['deposits/psp-down'] },
    status: 200, answer: { scenarios: each(like('deposits/psp-down')) },
  };
  const page = await open(`/applications/${application}/sandbox`, ...asPartner, ...asOpened, ...settings, advances, selects);
  await page.getByRole('button', { name: 'Advance by a day' }).click();
  await page.getByRole('combobox', { name: /deposits/i }).first().click();
  await page.getByRole('option', { name: 'UPI does not work' }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Use these' }).click();
  await expect(page.getByRole('heading', { name: 'Shop' })).toBeVisible();
});
