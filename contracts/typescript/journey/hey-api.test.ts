// The client that @hey-api/openapi-ts makes of the served documents: one function for each operation.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as deposits from '../generated/hey-api/deposits/index.js';
import { createClient } from '../generated/hey-api/deposits/client/index.js';
import * as control from '../generated/hey-api/sandbox/index.js';
import { createClient as createControlClient } from '../generated/hey-api/sandbox/client/index.js';
import { answered, john, origin, otp, vpaOfJane } from './sandbox.js';

/** A client of a sandbox of its own, and what tells it the token. */
function connect(apiKey: string) {
  let token = '';
  const client = createClient({
    baseUrl: `${origin}/deposits/v1`,
    auth: ({ type }) => (type === 'apiKey' ? apiKey : token),
  });
  return { client, useToken: (value: string) => void (token = value) };
}

test('hey-api: a customer logs in and opens accounts', async () => {
  const apiKey = 'hey-api-journey';
  const { client, useToken } = connect(apiKey);

  const { terms } = answered(await deposits.getLoginTerms({ client }));
  const acceptedTerms = terms.map((term) => term.id);
  const challenge = answered(await deposits.authorizeLogin({ client, body: { mobile: john.mobile, dob: john.dob, acceptedTerms } }));
  assert.equal(challenge.maskedMobile, john.maskedMobile);
  const tokens = answered(await deposits.issueLoginToken({ client, body: { sessionId: challenge.sessionId, otp } }));
  useToken(tokens.accessToken);

  const profile = answered(await deposits.getMyProfile({ client }));
  assert.equal(profile.dob, john.birthYear);

  const own = answered(await deposits.verifyMyVpa({ client, body: { vpa: john.vpa } }));
  assert.equal(own.status, 'success');
  const other = answered(await deposits.verifyMyVpa({ client, body: { vpa: vpaOfJane } }));
  assert.ok(other.status === 'failed');
  assert.equal(other.reason, 'urn:verification:vpa:name-mismatch');

  const { products } = answered(await deposits.listMyFdProducts({ client, query: { variant: 'withdrawable' } }));
  const [product] = products;
  assert.ok(product && product.category === 'fd', 'John is offered no fixed deposit');
  const depositAmount = product.conditions.depositAmountRange.min.value;

  const calculation: deposits.FdCalculation = {
    depositAmount,
    tenure: 'P1Y',
    interestPaymentOption: 'at_maturity',
    productVariant: product.variant,
  };
  const returns = answered(await deposits.calculateMyFd({ client, body: calculation }));
  assert.ok(returns.maturityDate > returns.startDate, `the deposit matures on ${returns.maturityDate}`);

  const deposit: deposits.FormInstruction = {
    id: 'i-1',
    instruction: 'open_fd',
    openMode: 'solo',
    productVariant: product.variant,
    depositAmount,
    tenure: 'P1Y',
    interestPaymentInstruction: { option: 'at_maturity' },
    maturityInstruction: { option: 'close' },
  };
  const payment: deposits.PaymentSection = {
    id: 's-1',
    section: 'payment',
    method: 'cash',
    amount: depositAmount,
    paymentDate: '2025-04-23',
    paymentTxnId: '999999100000',
    status: 'paid',
  };
  const receipt = answered(await deposits.submitMyForm({ client, body: { instructions: [deposit], sections: [payment] } }));
  assert.equal(receipt.status, 'success');

  // The control API's client sees the journey in the journal, newest first.
  const controlClient = createControlClient({ baseUrl: `${origin}/sandbox/v1`, auth: apiKey });
  const { entries } = answered(await control.searchJournal({ client: controlClient }));
  assert.deepEqual(entries.map((entry) => entry.operation).reverse(), [
    'getLoginTerms',
    'authorizeLogin',
    'issueLoginToken',
    'getMyProfile',
    'verifyMyVpa',
    'verifyMyVpa',
    'listMyFdProducts',
    'calculateMyFd',
    'submitMyForm',
  ]);
});

test('hey-api: a request that breaks the contract is refused with its places', async () => {
  const { client, useToken } = connect('hey-api-400');
  useToken('john-token');
  const { data, error, response } = await deposits.verifyMyVpa({ client, body: { vpa: 'nobody' } });
  assert.equal(data, undefined);
  assert.equal(response?.status, 400);
  const problem: deposits.Problem | undefined = error;
  assert.equal(problem?.code, 'SCHEMA_VIOLATION');
  assert.deepEqual(problem.errors?.map((violation) => violation.pointer), ['/vpa']);
});

test('hey-api: a request that breaks a rule of the bank is refused with the rule', async () => {
  const { client, useToken } = connect('hey-api-422');
  useToken('john-token');
  const account: deposits.FormInstruction = {
    id: 'i-1',
    instruction: 'open_sa',
    openMode: 'joint',
    productVariant: 'regular',
    operatedBy: 'jointly',
  };
  const { error, response } = await deposits.submitMyForm({ client, body: { instructions: [account], sections: [] } });
  assert.equal(response?.status, 422);
  assert.equal(error?.code, 'HOLDERS_TOO_FEW');
  assert.equal(error.errors?.[0]?.pointer, '/instructions/0/holders');
});
