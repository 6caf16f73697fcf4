import { describe, expect, test } from 'vitest';
import { apiDocument, exampleToken } from '@/api/openapi';
import { placeAt } from './place';
import { wordsAt, type Around, type Vocabulary } from './vocabulary';

const root = {
  info: { title: 'Shop' },
  servers: [{ url: '/shop/v1' }],
  security: [{ apiKey: [] }],
  paths: {
    '/orders/{id}': {
      parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' }, example: 'o-1' }],
      put: {
        operationId: 'putOrder',
        summary: 'Change an order',
        requestBody: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Order' }, example: { size: 'L' } } } },
        responses: {
          '200': { description: 'Done.', content: { 'application/json': { schema: { $ref: '#/components/schemas/Order' } } } },
          '409': { description: 'No.', content: { 'application/problem+json': { schema: { properties: { code: {} } } } } },
        },
      },
    },
  },
  components: { schemas: { Order: { required: ['size'], properties: { size: { enum: ['S', 'L'], description: 'How big.' }, gift: { type: 'boolean' } } } } },
};

const vocabulary: Vocabulary = {
  apis: ['shop'],
  document: apiDocument(root),
  tables: [{ name: 'orders', columns: ['id', 'size'] }],
  states: [{ name: 'service', values: ['up', 'down'] }],
  problems: [{ code: 'SOLD_OUT', title: 'Nothing is left' }],
  schema: {
    else: {
      properties: {
        default: { type: 'boolean' },
        rules: { properties: { putOrder: { items: { $ref: '#/$defs/rule' } }, '*': { items: {} }, 'putOrder/item': { items: {} } } },
        tables: { additionalProperties: { properties: { columns: {}, key: {} } } },
        tests: { items: { properties: { steps: { items: { $ref: '#/$defs/step' } } } } },
      },
    },
    $defs: {
      rule: {
        properties: {
          delay: {},
          fault: { anyOf: [{ enum: ['reset', 'empty'] }, { properties: { truncate: {} } }] },
          match: { properties: { body: { properties: { size: { anyOf: [{ type: 'string' }, { properties: { $prefix: {}, $not: {} } }] } } } } },
        },
      },
      step: {
        properties: { call: { enum: ['putOrder', 'getOrder'] }, body: {} },
        allOf: ['putOrder', 'getOrder'].map((call) => ({
          if: { required: ['call'], properties: { call: { const: call } } },
          then: { properties: { body: { properties: { [`of ${call}`]: {} } } } },
        })),
      },
    },
  },
};

function words(text: string, around: Partial<Around> = {}): string[] {
  const offset = text.indexOf('|');
  return wordsAt(vocabulary, placeAt(text.slice(0, offset), offset), { status: '', call: '', ...around }).map((c) => c.label);
}

const rule = 'rules:\n  putOrder:\n    - name: a\n      ';

describe('what may be written in a scenario file', () => {
  test('is said by its schema', () => {
    expect(words('|')).toEqual(['default', 'rules', 'tables', 'tests']);
    expect(words(rule + '|')).toEqual(['delay', 'fault', 'match']);
    expect(words(rule + 'fault: |')).toEqual(['truncate', 'reset', 'empty']);
    expect(words('default: |')).toEqual(['true', 'false']);
    expect(words('tables:\n  t:\n    |')).toEqual(['columns', 'key']);
  });

  test('is, within the step of a test, what the operation takes that it calls', () => {
    const step = 'tests:\n  - steps:\n      - call: putOrder\n        ';
    expect(words(step + 'body: {|', { call: 'putOrder' })).toEqual(['of putOrder']);
    expect(words(step + '|', { call: 'putOrder' })).toEqual(['call', 'body']);
  });

  test('is an operation, every operation, or a decision point', () => {
    expect(words('rules:\n  |')).toEqual(['putOrder', '*', 'putOrder/item']);
  });

  test.each([
    ['api: |', ['shop']],
    [rule + 'respond: {status: |', ['200', '409']],
    [rule + 'respond: {problem: |', ['SOLD_OUT']],
    [rule + 'respond: {body: {|', ['size', 'gift']],
    [rule + 'respond: {body: {size: |', ['S', 'L']],
    [rule + 'match: {path: {|', ['id']],
    [rule + 'find:\n        o: {table: |', ['orders']],
    [rule + 'do:\n        - insert:\n            orders:\n              |', ['id', 'size']],
    [rule + 'state: {service: |', ['up', 'down']],
  ])('is, as for the words of the API, at %j: %j', (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  test('is what the body has at the status that is answered', () => {
    expect(words(rule + 'respond: {body: {|', { status: '409' })).toEqual(['code']);
  });

  test('is an operator too where a request is matched', () => {
    expect(words(rule + 'match: {body: {size: {|')).toEqual(expect.arrayContaining(['$prefix', '$not']));
  });
});

test('a token is found among the examples of a document', () => {
  expect(exampleToken({ paths: [{ value: { accessToken: 'eyJ' } }] })).toBe('eyJ');
  expect(exampleToken({ paths: [] })).toBe('');
});
