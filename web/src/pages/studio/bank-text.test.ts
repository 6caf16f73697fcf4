import { expect, test } from 'vitest';
import { fromFile, fromRows, fromRule, rulesIn, rulesOf, tablesOf } from './bank-text';

const text = `# Values to try.
scenario: verifications
api: deposits
default: true
tables:
  vpas: {file: vpas.csv, key: [vpa], columns: {vpa: string, tries: integer}}
  odd: {key: [id], rows: [{id: a}]}
rules:
  # about VPAs
  verifyMyVpa:
    - name: silent
      match: {body: {vpa: {$prefix: "timeout@"}}}
      respond: {problem: PSP_TIMEOUT}

    - name: any other  # the last
      respond: {body: {status: failed}}
  "*":
    - {name: all, respond: {problem: CONFLICT}}
problems:
  PSP_TIMEOUT: {status: 504, title: t, handling: h}
`;
const origin = { api: 'deposits', name: 'verifications', default: true };

test('rules are read by operation, as they are written', () => {
  const found = rulesIn(text);
  expect(found.map((r) => r.operation)).toEqual(['verifyMyVpa', '*']);
  expect(rulesOf(found, ['*', 'other'])).toBe('  "*":\n    - {name: all, respond: {problem: CONFLICT}}\n');
  expect(found[0]?.text).toContain('    - name: any other  # the last\n      respond: {body: {status: failed}}\n');
  expect(rulesIn('rules: [')).toEqual([]);
});

test('a file made from another has its rules and leaves its tables and problems where they are', () => {
  const made = fromFile(text, origin);
  expect(made.startsWith('scenario: verifications-of-ours\ntitle: Ours, made from verifications\napi: deposits\ndefault: true\n\nrules:\n  verifyMyVpa:\n')).toBe(true);
  expect(rulesIn(made)).toEqual(rulesIn(text));
  expect(made).not.toContain('tables');
});

test('a file made from a rule has that rule alone', () => {
  expect(fromRule(text, 11, 'verifyMyVpa', { ...origin, default: false })).toBe(
    'scenario: verifications-of-ours\ntitle: Ours, made from verifications\napi: deposits\n\nrules:\n  verifyMyVpa:\n    - name: silent\n      match: {body: {vpa: {$prefix: "timeout@"}}}\n      respond: {problem: PSP_TIMEOUT}\n',
  );
  expect(fromRule(text, 18, '*', origin)).toContain("  '*':\n    - {name: all, respond: {problem: CONFLICT}}\n");
  expect(fromRule(text, 3, 'verifyMyVpa', origin)).toBeUndefined();
});

test('rows are copied into a table of another name with the types of theirs', () => {
  const [vpas, odd] = tablesOf(text);
  expect([vpas?.file, odd?.file]).toEqual(['vpas.csv', undefined]);
  expect(vpas && fromRows(vpas, 'deposits', ['vpa'], [{ vpa: 'a@b', tries: 2 }, { vpa: '0e1' }])).toBe(
    'scenario: own-vpas\ntitle: Rows of vpas, and our own\napi: deposits\ndefault: true\n\ntables:\n  own_vpas:\n    key: [vpa]\n    columns: {"vpa":"string","tries":"integer"}\n    rows:\n      - {vpa: "a@b", tries: 2}\n      - {vpa: "0e1"}\n',
  );
  expect(tablesOf('scenario: a')).toEqual([]);
});
