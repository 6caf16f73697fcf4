import { describe, expect, it } from 'vitest';
import { checkCustom, givenValues, noValues, type CustomField } from './custom-fields';

const field = (change: Partial<CustomField>): CustomField => ({ key: 'k', tab: 'person', label: 'L', kind: 'line', required: false, ...change });

describe('the bank’s own fields', () => {
  it('begin empty, and flags as no', () => {
    const fields = [field({ key: 'a' }), field({ key: 'b', kind: 'flag' }), field({ key: 'c', tab: 'organisation' })];
    expect(noValues(fields, 'person')).toEqual({ a: '', b: 'false' });
  });

  it('are sent where they are filled in', () => {
    expect(givenValues({ a: 'x', b: '' })).toEqual({ a: 'x' });
    expect(givenValues({ a: '' })).toBeUndefined();
  });

  it.each([
    [{ required: true }, ' ', 'needed'],
    [{ required: true }, 'x', null],
    [{ kind: 'number' }, '12', null],
    [{ kind: 'number' }, '-3', null],
    [{ kind: 'number' }, '1.5', 'badNumber'],
    [{ kind: 'number' }, '', null],
  ] as const)('%j with %j: %j', (change, value, wrong) => expect(checkCustom(field(change), value)).toBe(wrong));
});
