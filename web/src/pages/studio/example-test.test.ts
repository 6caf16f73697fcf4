import { expect, test } from 'vitest';
import { apiDocument } from '@/api/openapi';
import { hasTests, withExampleTest } from './example-test';

const document = apiDocument({
  paths: {
    '/orders/{id}': {
      put: {
        operationId: 'putOrder',
        parameters: [{ name: 'id', in: 'path', example: 'o-1' }],
        requestBody: { content: { 'application/json': { schema: {}, example: { size: 'L', gift: true } } } },
        responses: {},
      },
    },
  },
});

const file = (more: string, match: string) => `scenario: ours\napi: shop\n${more}rules:\n  putOrder:\n    - name: small ones\n      match: ${match}\n      respond: {status: 200}\n`;

test('a first test asks for what the first rule matches', () => {
  const made = withExampleTest(file('', '{body: {size: S}}'), document);
  expect(made).toContain('select: [ours]');
  expect(made).toContain('call: putOrder\n        path: {"id":"o-1"}\n        body: {"size":"S","gift":true}\n        expect: {rule: "small ones"}\n');
  expect(hasTests(made)).toBe(true);
});

test('a default scenario need not be selected, and operators are not sent', () => {
  const made = withExampleTest(file('default: true\n', '{body: {size: {$prefix: S}}}'), document);
  expect(made).not.toContain('select');
  expect(made).toContain('body: {"size":"L","gift":true}');
});

test.each(['', 'scenario: [', 'scenario: ours\nrules: {}\n', 'scenario: ours\nrules: {other: [{name: a}]}\n'])('where there is no rule to test nothing changes: %j', (source) => {
  expect(withExampleTest(source, document)).toBe(source);
  expect(hasTests(source)).toBe(false);
});
