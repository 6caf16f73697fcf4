// A customer's way from the login to an open account, with openapi-fetch.
import assert from 'node:assert/strict';
import type { Client } from 'openapi-fetch';
import type { FdProduct, FormReceipt, FormSubmission, paths } from '../generated/openapi-typescript/deposits.js';
import { answered, john, otp, vpaOfJane } from './sandbox.js';

/**
 * Logs John in, looks up what the form needs, and submits it. The client sends the token that it is told of.
 */
export async function openAccounts(client: Client<paths>, useToken: (token: string) => void): Promise<FormReceipt> {
  useToken(await logIn(client));

  const profile = answered(await client.GET('/my/info/profile'));
  assert.equal(profile.dob, john.birthYear);

  assert.equal(await vpaOutcome(client, john.vpa), 'success');
  assert.equal(await vpaOutcome(client, vpaOfJane), 'urn:verification:vpa:name-mismatch');

  const { products } = answered(await client.GET('/my/products/fd', { params: { query: { variant: 'withdrawable' } } }));
  const [product] = products;
  assert.ok(product && product.category === 'fd', 'John is offered no fixed deposit');

  const returns = answered(
    await client.POST('/my/fd/calculator', {
      body: { depositAmount: lowest(product), tenure: 'P1Y', interestPaymentOption: 'at_maturity', productVariant: product.variant },
    }),
  );
  assert.ok(returns.maturityDate > returns.startDate, `the deposit matures on ${returns.maturityDate}`);

  return answered(
    await client.POST('/my/forms', {
      params: { header: { 'Idempotency-Key': '5f0c1c52-6b1e-4f0e-9f0a-6f2b8f4f0b1d' } },
      body: formFor(product),
    }),
  );
}

async function logIn(client: Client<paths>): Promise<string> {
  const { terms } = answered(await client.GET('/login/terms'));
  const challenge = answered(
    await client.POST('/login/authorize', {
      body: { mobile: john.mobile, dob: john.dob, acceptedTerms: terms.map((term) => term.id) },
    }),
  );
  assert.equal(challenge.maskedMobile, john.maskedMobile);
  const { accessToken } = answered(await client.POST('/login/token', { body: { sessionId: challenge.sessionId, otp } }));
  return accessToken;
}

/** "success", or why the VPA is not the customer's. */
async function vpaOutcome(client: Client<paths>, vpa: string): Promise<string> {
  const outcome = answered(await client.POST('/my/verifications/upi-vpa', { body: { vpa } }));
  return outcome.status === 'failed' ? outcome.reason : outcome.status;
}

/** The least that can be deposited. */
function lowest(product: FdProduct) {
  return product.conditions.depositAmountRange.min.value;
}

/** A deposit that John holds alone and pays by UPI, and a savings account that he holds with Jane. */
function formFor(product: FdProduct): FormSubmission {
  return {
    instructions: [
      {
        id: 'i-1',
        instruction: 'open_fd',
        openMode: 'solo',
        productVariant: product.variant,
        depositAmount: lowest(product),
        tenure: 'P1Y',
        interestPaymentInstruction: { option: 'at_maturity' },
        maturityInstruction: { option: 'renew', renewalOption: 'principal' },
        nomination: { type: 'replicate', accountId: '1234100000' },
      },
      {
        id: 'i-2',
        instruction: 'open_sa',
        openMode: 'joint',
        productVariant: 'regular',
        operatedBy: 'anyone',
        holders: [
          { type: 'customer_id', customerId: 'ZKFWiEyTKTkT', order: 1 },
          { type: 'customer_id', customerId: 'zHTgHC1SAiew', order: 2 },
        ],
      },
    ],
    sections: [
      {
        id: 's-1',
        section: 'payment',
        method: 'upi',
        amount: lowest(product),
        paymentDate: '2025-04-23',
        paymentTxnId: '999999100000',
        status: 'paid',
        accountId: '1234100000',
        ifsc: 'ICIC0001234',
        pg: { name: 'ccAvenue' },
        vpa: john.vpa,
      },
    ],
  };
}
