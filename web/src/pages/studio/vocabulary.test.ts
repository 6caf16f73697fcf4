import { describe, expect, test } from 'vitest';
import { apiDocument, exampleToken } from '@/api/openapi';
import { placeAt } from './place';
import { wordsAt, type Vocabulary } from './vocabulary';

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
  problems: ['SOLD_OUT'],
};

function words(text: string, status = ''): string[] {
  const offset = text.indexOf('|');
  return wordsAt(vocabulary, placeAt(text.slice(0, offset), offset), status).map((c) => c.label);
}

const rule = 'rules:\n  putOrder:\n    - name: a\n      ';

describe('what may be written in a scenario file', () => {
  test('is said by its schema', () => {
    expect(words('|')).toEqual(expect.arrayContaining(['scenario', 'api', 'title', 'default', 'tables', 'rules', 'problems', 'state']));
    expect(words(rule + '|')).toEqual(expect.arrayContaining(['match', 'respond', 'delay', 'find', 'do', 'when', 'times', 'chance']));
    expect(words(rule + 'fault: |')).toEqual(expect.arrayContaining(['reset', 'empty', 'garbage']));
    expect(words('default: |')).toEqual(['true', 'false']);
    expect(words('tables:\n  t:\n    |')).toEqual(expect.arrayContaining(['columns', 'key', 'rows', 'writable']));
  });

  test.each([
    ['rules:\n  |', ['putOrder', '*']],
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
    expect(words(rule + 'respond: {body: {|', '409')).toEqual(['code']);
  });

  test('is an operator too where a request is matched', () => {
    expect(words(rule + 'match: {body: {size: {|')).toEqual(expect.arrayContaining(['$prefix', '$not']));
  });
});

test('a token is found among the examples of a document', () => {
  expect(exampleToken({ paths: [{ value: { accessToken: 'eyJ' } }] })).toBe('eyJ');
  expect(exampleToken({ paths: [] })).toBe('');
});
