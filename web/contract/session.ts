import { each, like, problem, whole, type Expected, type Interaction, type State } from './pact';

/** Who is signed in: nobody. */
export const nobody: Interaction = {
  description: 'a request for the session',
  given: 'nobody is signed in',
  method: 'GET', path: '/portal/v1/session',
  status: 401, answer: problem(401, 'CREDENTIALS_MISSING'),
};

/** What everybody may know of the programme. */
export const programme: Interaction = {
  description: 'a request for the form of a registration',
  given: 'nobody is signed in',
  method: 'GET', path: '/portal/v1/registrations/form',
  status: 200,
  answer: {
    bankName: like('The Bank'),
    fields: like([]),
    agreements: each({ agreement: 'terms', version: whole(1), title: like('Terms of the programme'), text: like('By registering you agree.') }),
    humanCheck: { required: false },
    passwordMinLength: whole(12),
  },
};

const person: Record<string, Expected> = {
  id: like('01a1f9fe-4cdc-7a53-97dc-03017e130c60'),
  username: like('asha.rao'),
  firstName: like('Asha'),
  lastName: like('Rao'),
};

/** What the pages read of somebody of a partner's organisation. */
export const partner: Expected = { ...person, role: 'admin', organisation: { name: like('Asha Fintech') } };

/** What the pages read of somebody of the bank's staff. */
export const staff: Expected = { ...person, role: 'bank-admin' };

const session = (given: State, who: Expected): Interaction => ({
  description: 'a request for the session',
  given,
  method: 'GET', path: '/portal/v1/session',
  status: 200, answer: { person: who },
});

/** What every page of a partner begins with. */
export const asPartner = [session('a partner is signed in', partner), programme];

/** What every page of the bank's staff begins with. */
export const asStaff = [session("the bank's staff is signed in", staff), programme];
