import { describe, expect, it } from 'vitest';
import { dayAfter, startOf } from './day';

describe('startOf', () => {
  it('is midnight where the reader is', () => expect(new Date(startOf('2026-03-01')).getHours()).toBe(0));
  it.each(['', 'x', '2026-13-01'])('is nothing for %j', (day) => expect(startOf(day)).toBe(''));
});

describe('dayAfter', () => {
  it.each([
    ['2026-02-28', '2026-03-01'],
    ['2028-02-28', '2028-02-29'],
    ['2026-12-31', '2027-01-01'],
    ['', ''],
    ['x', ''],
  ])('of %j is %j', (day, after) => expect(dayAfter(day)).toBe(after));
});
