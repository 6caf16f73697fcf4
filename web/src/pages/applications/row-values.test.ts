import { describe, expect, it } from 'vitest';
import { jsonColumns, keyOf, readableAs, typed, written } from './row-values';

describe('a row of a table', () => {
  it('keeps the types of its columns when it is typed', () => {
    const json = jsonColumns(['id', 'rate', 'open'], [{ id: '7', rate: 6.5 }, { id: '8', open: true }]);
    expect(typed({ id: '9', rate: '7', open: '' }, json)).toEqual({ id: '9', rate: 7 });
    expect(readableAs('7,5', json.has('rate'))).toBe(false);
    expect(readableAs('7,5', json.has('id'))).toBe(true);
  });

  it('is shown as what would be typed', () => {
    expect([written('a'), written(6.5), written(null), written(undefined), written(['x'])]).toEqual(['a', '6.5', 'null', '', '["x"]']);
  });

  it('has a key of the values of its columns, with what would divide them escaped', () => {
    expect(keyOf({ city: 'Pune, West', id: 'a\\b', n: 1 }, ['city', 'id', 'n'])).toBe('Pune\\, West,a\\\\b,1');
  });
});
