// The client that openapi-typescript and openapi-fetch make of the served document.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import createClient from 'openapi-fetch';
import type { paths, Problem } from '../generated/openapi-typescript/deposits.js';
import { openAccounts } from './onboarding.js';
import { john, origin } from './sandbox.js';

/** A client of a sandbox of its own, and what tells it the token. */
function connect(apiKey: string) {
  let token = '';
  const client = createClient<paths>({ baseUrl: `${origin}/deposits/v1`, headers: { 'x-api-key': apiKey } });
  client.use({
    onRequest({ request }) {
      if (token) {
        request.headers.set('Authorization', `Bearer ${token}`);
      }
    },
  });
  return { client, useToken: (value: string) => void (token = value) };
}

test('openapi-fetch: a customer logs in and opens accounts', async () => {
  const { client, useToken } = connect('openapi-fetch-journey');
  const receipt = await openAccounts(client, useToken);
  assert.equal(receipt.status, 'success');
});

test('openapi-fetch: a request that breaks the contract is refused with its places', async () => {
  const { client, useToken } = connect('openapi-fetch-400');
  useToken('john-token');
  const { data, error, response } = await client.POST('/my/verifications/upi-vpa', { body: { vpa: 'nobody' } });
  assert.equal(data, undefined);
  assert.equal(response.status, 400);
  const problem: Problem | undefined = error;
  assert.equal(problem?.code, 'SCHEMA_VIOLATION');
  assert.deepEqual(problem.errors?.map((violation) => violation.pointer), ['/vpa']);
});

test('openapi-fetch: a request that breaks a rule of the bank is refused with the rule', async () => {
  const { client, useToken } = connect('openapi-fetch-422');
  useToken('john-token');
  const { error, response } = await client.POST('/my/forms', {
    body: {
      instructions: [{ id: 'i-1', instruction: 'open_sa', openMode: 'joint', productVariant: 'regular', operatedBy: 'jointly' }],
      sections: [],
    },
  });
  assert.equal(response.status, 422);
  assert.equal(error?.code, 'HOLDERS_TOO_FEW');
  assert.equal(error.errors?.[0]?.pointer, '/instructions/0/holders');
});

test('openapi-fetch: a customer whom the bank does not know cannot log in', async () => {
  const { client } = connect('openapi-fetch-401');
  const { error } = await client.POST('/login/authorize', { body: { mobile: john.mobile, dob: '1990-01-02', acceptedTerms: [] } });
  assert.equal(error?.status, 401);
  assert.equal(error.code, 'CUSTOMER_NOT_RECOGNISED');
});
