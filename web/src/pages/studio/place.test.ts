import { describe, expect, test } from 'vitest';
import { operationAt, placeAt, ruleText } from './place';

/** The place of `|` in a text. */
function at(text: string) {
  const offset = text.indexOf('|');
  return placeAt(text.replace('|', ''), offset);
}

describe('the place in a scenario file where one types', () => {
  test.each([
    ['sc|', [], 'name', 'sc'],
    ['api: dep|', ['api'], 'value', 'dep'],
    ['rules:\n  ver|', ['rules'], 'name', 'ver'],
    ['rules:\n  verify:\n    - na|', ['rules', 'verify', '[]'], 'name', 'na'],
    ['rules:\n  verify:\n    - name: a\n      re|', ['rules', 'verify', '[]'], 'name', 're'],
    ['rules:\n  verify:\n    - name: a\n  other:\n    - |', ['rules', 'other', '[]'], 'name', ''],
    ['rules:\n  verify:\n  - name: a\n    |', ['rules', 'verify', '[]'], 'name', ''],
    ['rules:\n  verify:\n    - respond: {|', ['rules', 'verify', '[]', 'respond'], 'name', ''],
    ['rules:\n  verify:\n    - respond: {status: 2|', ['rules', 'verify', '[]', 'respond', 'status'], 'value', '2'],
    ['rules:\n  verify:\n    - respond: {body: {a: "${x}", b|', ['rules', 'verify', '[]', 'respond', 'body'], 'name', 'b'],
    ['tables:\n  t:\n    rows:\n      - {a: 1}\n    key: [|', ['tables', 't', 'key', '[]'], 'value', ''],
    ['title: |\n', ['title'], 'value', ''],
    ['a: >\n  b: c\nx|', [], 'name', 'x'],
    ['# a: b\nscenario: x # y\nru|', [], 'name', 'ru'],
  ])('%j', (text, path, kind, typed) => {
    expect(at(text)).toMatchObject({ path, kind, typed });
  });

  test('knows the operation of a rule', () => {
    expect(operationAt(at('rules:\n  verify:\n    - name: a\n      match: {body: |').path)).toBe('verify');
    expect(operationAt(at('tables:\n  verify: |').path)).toBe('');
  });
});

describe('the text of the rule at a line', () => {
  const text = ['rules:', '  verify:', '    - name: a', '      do:', '        - insert: {t: {}}', '      respond: {status: 200}', '', '    - name: b', '  x:'].join('\n');

  test('is the whole rule, without its indent', () => {
    expect(ruleText(text, 4)).toBe('name: a\ndo:\n  - insert: {t: {}}\nrespond: {status: 200}\n');
    expect(ruleText(text, 7)).toBe('name: b\n');
  });

  test('is none outside of rules', () => {
    expect(ruleText(text, 0)).toBeUndefined();
    expect(ruleText(text, 8)).toBeUndefined();
  });
});
