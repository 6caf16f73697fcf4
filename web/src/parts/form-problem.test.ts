import { describe, expect, it } from 'vitest';
import { CallFailed } from '@/api/problem';
import { divide, pathOf } from './form-problem';

const refused = (...errors: { pointer?: string; parameter?: string; message: string }[]) =>
  new CallFailed(422, { type: 'urn:problem:x', title: 'X', status: 422, code: 'X', errors }, 'id');

describe('pathOf', () => {
  it.each([
    ['', ''],
    ['/email', 'email'],
    ['/person/custom/gst', 'person.custom.gst'],
    ['/a~1b/c~0d', 'a/b.c~d'],
  ])('reads %j as %j', (pointer, path) => expect(pathOf(pointer)).toBe(path));
});

describe('divide', () => {
  const known = (path: string) => (path.startsWith('person.') ? path : undefined);

  it('gives fields what is said about them, and leaves the rest', () => {
    const other = { pointer: '/agreements/0/version', message: 'is not the current one' };
    const query = { parameter: 'limit', message: 'is too great' };
    expect(divide(refused({ pointer: '/person/email', message: 'is not an address' }, other, query), known)).toEqual({
      fields: { 'person.email': 'is not an address' },
      others: [other, query],
    });
  });

  it('joins what is said twice about a field', () => {
    const { fields } = divide(refused({ pointer: '/person/x', message: 'is short' }, { pointer: '/person/x', message: 'is common' }), known);
    expect(fields).toEqual({ 'person.x': 'is short; is common' });
  });

  it('finds nothing in what is no refusal', () => {
    expect(divide(new Error('x'), known)).toEqual({ fields: {}, others: [] });
  });
});
