import { createHash } from 'node:crypto';
import { makeConsumerPact, type ConsumerPact } from '@pact-foundation/pact-core';

/** A value of which the pact says how it is matched, or a plain one, which must be equal. */
export type Expected = string | number | boolean | null | Expected[] | { [member: string]: Expected };

/** A provider state, which the verification sets up (contracts/programme_states_test.go). */
export type State =
  | 'nobody is signed in'
  | 'a partner is signed in'
  | 'a partner with an application'
  | 'an application that has changed'
  | 'an application that waits for the bank'
  | 'a request in the log'
  | 'a scenario file'
  | "the bank's staff is signed in"
  | "the bank's staff is signed in, and something waits"
  | 'a registration to be activated';

/** One request that the pages make, and what they rely on in the answer. */
export interface Interaction {
  description: string;
  given: State;
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** With the base path of the API. */
  path: Expected;
  query?: Record<string, Expected>;
  headers?: Record<string, Expected>;
  body?: Expected;
  /** The body of a form instead, as it is written. */
  form?: string;
  status: number;
  answer?: Expected;
  answerHeaders?: Record<string, string>;
}

/** Any value of the type of the example, and so below it; a list has at least one element. */
export const like = (value: Expected): Expected => ({ 'pact:matcher:type': 'type', value });

/** A list of at least one element that is like the example, which may say more of its members. */
export const each = (value: Expected): Expected => ({ 'pact:matcher:type': 'type', min: 1, value: [value] });

/** A list with an element that is like the example among others. */
export const some = (value: Expected): Expected => ({ 'pact:matcher:type': 'arrayContains', variants: [value] });

/** A text that a regular expression matches as a whole. */
export const form = (expression: string, value: string): Expected => ({ 'pact:matcher:type': 'regex', regex: `^${expression}$`, value });

/** A whole number. */
export const whole = (value: number): Expected => ({ 'pact:matcher:type': 'integer', value });

/** An instant (RFC 3339). */
export const instant = form(String.raw`\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})`, '2026-03-02T09:30:00Z');

/** A value that the provider hands back when it sets up the state; the expression has it as `${name}`. */
export const fromState = (expression: string, value: string): Expected => ({
  'pact:matcher:type': 'type',
  'pact:generator:type': 'ProviderState',
  expression,
  value,
});

const uuid = '[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}';

/** The form of what identifies something: a UUID, or a number. */
const likeId = (example: string | undefined) => (example === undefined ? undefined : new RegExp(`^${uuid}$`).test(example) ? uuid : '[0-9]+');

/** A path in which the provider hands back some segments; the template has them as `${name}`. */
export function pathFromState(template: string, values: Record<string, string>): Expected {
  const segments = template.split(/(\$\{\w+\})/);
  const nameIn = (segment: string) => /^\$\{(\w+)\}$/.exec(segment)?.[1];
  return {
    'pact:matcher:type': 'regex',
    regex: `^${segments.map((s) => likeId(values[nameIn(s) ?? '']) ?? s).join('')}$`,
    'pact:generator:type': 'ProviderState',
    expression: template,
    value: segments.map((s) => values[nameIn(s) ?? ''] ?? s).join(''),
  };
}

/** A key that is new with every request; the verification sends one for each interaction, made of its name. */
export function idempotencyKey(name: string): Expected {
  const hex = createHash('sha256').update(name).digest('hex');
  const example = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
  return form(uuid, example);
}

/** What the pages read of a refusal (RFC 9457): the code to tell it by, and texts to show. */
export function problem(status: number, code: string): Expected {
  const type = form('urn:problem:[a-z0-9-]+', `urn:problem:${code.toLowerCase().replaceAll('_', '-')}`);
  return { type, title: like('Not possible'), status, code, detail: like('What went wrong.') };
}

const specification = 5; // what the library calls version 4
const text = (value: Expected): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** A pact with some interactions, not written yet. */
export function pactOf(interactions: Interaction[]): ConsumerPact {
  const pact = makeConsumerPact('sandbank-web', 'sandbank', specification, 'error');
  for (const { description, given, method, path, query, headers, body, form: fields, status, answer, answerHeaders } of interactions) {
    const made = pact.newInteraction(description);
    made.uponReceiving(description);
    made.given(given);
    made.withRequest(method, text(path));
    Object.entries(query ?? {}).forEach(([name, value]) => made.withQuery(name, 0, text(value)));
    Object.entries(headers ?? {}).forEach(([name, value]) => made.withRequestHeader(name, 0, text(value)));
    if (fields !== undefined) {
      made.withRequestBody(fields, 'application/x-www-form-urlencoded');
    } else if (body !== undefined) {
      made.withRequestBody(JSON.stringify(body), 'application/json');
    }
    made.withStatus(status);
    Object.entries(answerHeaders ?? {}).forEach(([name, value]) => made.withResponseHeader(name, 0, value));
    if (answer !== undefined) {
      made.withResponseBody(JSON.stringify(answer), status >= 400 ? 'application/problem+json' : 'application/json');
    }
  }
  return pact;
}
