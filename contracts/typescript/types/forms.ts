// What the types of a client must hold about forms, checked for every client by the compiler alone. Each line below
// "@ts-expect-error" differs in one thing from one above that compiles: when it compiles too, that is an error.
import type {
  FormInstruction,
  FormSubmission,
  MaturityInstruction,
  Nomination,
  OpenFdJoint,
  PaymentSection,
  UpiPayment,
  VpaVerificationOutcome,
} from 'client';

const amount = { amount: '1000', currency: 'INR' };
const paid = { id: 's-1', section: 'payment', amount, paymentDate: '2025-04-23', paymentTxnId: '1', status: 'paid' } as const;
const bank = { accountId: '1234100000', ifsc: 'ICIC0001234' };
const nominee = {
  name: 'Jane Smith',
  dob: '1985-05-15',
  relationship: 'spouse',
  address: { lines: ['1 High Street'], city: 'Mumbai', state: 'IN-MH', country: 'IN', pin: '400021' },
  order: 1,
};

// Payments: `method` tells them apart.

export const payments: PaymentSection[] = [
  { ...paid, method: 'cash' },
  { ...paid, ...bank, method: 'cheque', chequeNo: '000001', chequeDate: '2025-04-22', depositDate: '2025-04-23' },
  { ...paid, ...bank, method: 'net_banking', pg: { name: 'ccAvenue' } },
  { ...paid, ...bank, method: 'transfer', network: 'neft' },
  { ...paid, ...bank, method: 'upi', pg: { name: 'ccAvenue' }, vpa: 'john@okhdfc' },
];

// @ts-expect-error: cash has no cheque number
export const cashWithCheque: PaymentSection = { ...paid, method: 'cash', chequeNo: '000001' };

// @ts-expect-error: a transfer is not made to a VPA
export const transferToVpa: PaymentSection = { ...paid, ...bank, method: 'transfer', network: 'neft', vpa: 'john@okhdfc' };

// @ts-expect-error: a payment says how it was made
export const withoutMethod: PaymentSection = { ...paid };

// @ts-expect-error: nobody pays in kind
export const unknownMethod: PaymentSection = { ...paid, method: 'kind' };

// @ts-expect-error: a payment by UPI names the VPA
export const upiWithoutVpa: PaymentSection = { ...paid, ...bank, method: 'upi', pg: { name: 'ccAvenue' } };

export function describePayment(payment: PaymentSection): string {
  // @ts-expect-error: what only some payments have cannot be read before it is known which one this is
  void payment.vpa;
  switch (payment.method) {
    case 'cash':
      // @ts-expect-error: cash comes from no account
      void payment.accountId;
      return payment.amount.amount;
    case 'cheque':
      return payment.chequeNo + payment.chequeDate + payment.depositDate;
    case 'net_banking':
      return payment.pg.name;
    case 'transfer':
      return payment.network;
    case 'upi': {
      const upi: UpiPayment = payment;
      return upi.vpa;
    }
    default:
      return noneLeft(payment);
  }
}

// Instructions: `instruction` tells deposits from accounts, and within each `openMode` tells who holds it.

const deposit = {
  id: 'i-1',
  productVariant: 'regular',
  depositAmount: amount,
  tenure: 'P1Y',
  interestPaymentInstruction: { option: 'at_maturity' },
  maturityInstruction: { option: 'close' },
} as const;
const account = { id: 'i-2', productVariant: 'regular' };
const holders = [
  { type: 'customer_id', customerId: 'ZKFWiEyTKTkT', order: 1 } as const,
  { type: 'customer_id', customerId: 'zHTgHC1SAiew', order: 2 } as const,
];

export const instructions: FormInstruction[] = [
  { ...deposit, instruction: 'open_fd', openMode: 'solo' },
  { ...deposit, instruction: 'open_fd', openMode: 'joint', operatedBy: 'anyone', holders },
  { ...deposit, instruction: 'open_fd', openMode: 'minor', minor: { type: 'customer_id', customerId: 'Minor0000001' } },
  { ...account, instruction: 'open_sa', openMode: 'solo', initialDeposit: amount },
  { ...account, instruction: 'open_sa', openMode: 'joint', operatedBy: 'former', holders },
  { ...account, instruction: 'open_sa', openMode: 'minor', minor: { type: 'customer_id', customerId: 'Minor0000001' } },
];

// @ts-expect-error: one holder is not several
export const soloWithHolders: FormInstruction = { ...deposit, instruction: 'open_fd', openMode: 'solo', holders };

// @ts-expect-error: an account has no deposit for a term
export const accountWithTenure: FormInstruction = { ...account, instruction: 'open_sa', openMode: 'solo', tenure: 'P1Y' };

// @ts-expect-error: a deposit is opened with an amount
export const depositWithoutAmount: FormInstruction = { ...account, instruction: 'open_fd', openMode: 'solo' };

// @ts-expect-error: an instruction says what to open
export const withoutInstruction: FormInstruction = { ...deposit, openMode: 'solo' };

// @ts-expect-error: an instruction says who holds it
export const withoutMode: FormInstruction = { ...deposit, instruction: 'open_fd' };

export function describeInstruction(instruction: FormInstruction): string {
  if (instruction.instruction === 'open_sa') {
    // @ts-expect-error: an account has no term
    void instruction.tenure;
    return instruction.initialDeposit?.amount ?? '0';
  }
  if (instruction.openMode === 'joint') {
    const joint: OpenFdJoint = instruction;
    return joint.holders?.map((holder) => holder.customerId).join() ?? '';
  }
  if (instruction.openMode === 'minor') {
    return instruction.minor?.customerId ?? '';
  }
  // @ts-expect-error: this deposit has one holder
  void instruction.holders;
  return instruction.tenure + instruction.depositAmount.amount;
}

// Maturity and nominations.

export const maturities: MaturityInstruction[] = [{ option: 'close' }, { option: 'renew', renewalOption: 'principal' }, { option: 'convert' }];

// @ts-expect-error: what is closed is not renewed
export const closedAndRenewed: MaturityInstruction = { option: 'close', renewalOption: 'principal' };

// @ts-expect-error: what is renewed says how much of it
export const renewedSomehow: MaturityInstruction = { option: 'renew' };

export const nominations: Nomination[] = [
  { type: 'replicate', accountId: '1234100000' },
  { type: 'inline', method: 'successive', nominees: [nominee] },
];

// @ts-expect-error: a nomination is a copy or has nominees of its own
export const copyWithNominees: Nomination = { type: 'replicate', accountId: '1234100000', nominees: [nominee] };

// @ts-expect-error: a nomination says which of both it is
export const untoldNomination: Nomination = { accountId: '1234100000' };

export function describeNomination(nomination: Nomination): string {
  if (nomination.type === 'replicate') {
    return nomination.accountId;
  }
  // @ts-expect-error: nominees of its own, so no other account
  void nomination.accountId;
  return nomination.nominees.map(({ name, relationship, guardian }) => `${name} ${relationship} ${guardian?.name ?? ''}`).join();
}

// The whole form, and an answer that is one of two.

export const form: FormSubmission = { instructions, sections: payments };

// @ts-expect-error: a form has a list of payments, be it empty
export const formWithoutSections: FormSubmission = { instructions };

export function describeOutcome(outcome: VpaVerificationOutcome): string {
  // @ts-expect-error: only a failure has a reason
  void outcome.reason;
  return outcome.status === 'failed' ? outcome.reason : outcome.status;
}

/** Compiles only where every form of a union has been dealt with. */
function noneLeft(value: never): never {
  throw new Error(`there is another form: ${JSON.stringify(value)}`);
}
