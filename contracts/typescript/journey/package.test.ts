// The packages of gen/typescript, installed as a partner installs what a sandbox offers for download.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createDepositsClient, isProblem } from '@sandbank/deposits';
import { createSandboxClient } from '@sandbank/sandbox';
import { openAccounts } from './onboarding.js';
import { answered, john, origin } from './sandbox.js';

/** A client of each API for a sandbox of their own. The token is none before it is set. */
function connect(apiKey: string) {
  const credentials: { token?: string } = {};
  return {
    credentials,
    bank: createDepositsClient({ baseUrl: `${origin}/deposits/v1`, apiKey, token: () => credentials.token }),
    sandbox: createSandboxClient({ baseUrl: `${origin}/sandbox/v1/`, apiKey }),
  };
}

test('package: a customer logs in and opens accounts', async () => {
  const { bank, credentials } = connect('package-journey');
  const receipt = await openAccounts(bank, (token) => void (credentials.token = token));
  assert.equal(receipt.status, 'success');
});

test('package: the token goes only with the operations that take one', async () => {
  const { bank, sandbox, credentials } = connect('package-credentials');
  const nobody = await bank.GET('/my/info/profile');
  assert.ok(isProblem(nobody.error) && nobody.error.code === 'CREDENTIALS_MISSING', JSON.stringify(nobody.error));

  credentials.token = 'john-token';
  answered(await bank.GET('/fields'));
  answered(await bank.GET('/my/info/profile'));
  const entries = answered(await sandbox.GET('/journal')).entries;
  const sent: Record<string, boolean> = {};
  for (const { id, operation } of entries.slice(0, 2)) {
    const { request } = answered(await sandbox.GET('/journal/{entry}', { params: { path: { entry: id } } }));
    sent[operation ?? ''] = request.headers.some((header) => header.name.toLowerCase() === 'authorization');
  }
  assert.deepEqual(sent, { listFields: false, getMyProfile: true });
});

test('package: a header of one call goes before the credentials of all', async () => {
  const { bank, sandbox, credentials } = connect('package-headers');
  credentials.token = 'john-token';
  answered(await bank.GET('/my/info/profile', { headers: { 'x-api-key': 'package-headers-of-one-call' } }));
  assert.deepEqual(answered(await sandbox.GET('/journal')).entries, []);
});

test('package: problems are told from other answers', async () => {
  const { bank, credentials } = connect('package-problems');
  credentials.token = 'john-token';
  const refused = await bank.POST('/my/verifications/upi-vpa', { body: { vpa: 'nobody' } });
  assert.ok(isProblem(refused.error));
  assert.equal(refused.error.status, 400);
  assert.deepEqual(refused.error.errors?.map((violation) => violation.pointer), ['/vpa']);

  const form = { instructions: [{ id: 'i-1', instruction: 'open_sa', openMode: 'minor', productVariant: 'regular' } as const], sections: [] };
  const against = await bank.POST('/my/forms', { body: form });
  assert.ok(isProblem(against.error));
  assert.equal(against.error.status, 422);
  assert.equal(against.error.code, 'MINOR_MISSING');

  for (const other of [undefined, null, 'Bad Gateway', {}, { ...refused.error, code: 400 }]) {
    assert.equal(isProblem(other), false, JSON.stringify(other));
  }
});

test('package: the sandbox is steered with its own client', async () => {
  const { bank, sandbox, credentials } = connect('package-control');
  credentials.token = 'john-token';
  const vpa = { body: { vpa: john.vpa } };
  assert.equal(answered(await bank.POST('/my/verifications/upi-vpa', vpa)).status, 'success');

  answered(await sandbox.PUT('/selection', { body: { scenarios: ['psp-down'] } }));
  const selected = answered(await bank.POST('/my/verifications/upi-vpa', vpa));
  assert.ok(selected.status === 'failed');
  assert.equal(selected.reason, 'urn:verification:vpa:psp-down');
  const [latest] = answered(await sandbox.GET('/journal', { params: { query: { operation: 'verifyMyVpa' } } })).entries;
  assert.equal(latest?.scenario, 'psp-down');

  const cleared = await sandbox.DELETE('/selection');
  assert.equal(cleared.response.status, 204);
  assert.equal(answered(await bank.POST('/my/verifications/upi-vpa', vpa)).status, 'success');

  const unknown = await sandbox.PUT('/selection', { body: { scenarios: ['no-such-scenario'] } });
  assert.equal(unknown.error?.code, 'SELECTION_INVALID');
});
