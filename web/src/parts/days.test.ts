import { describe, expect, it } from 'vitest';
import { daysOf } from './days';

describe('the days of a period', () => {
  it('go over the end of a month, with the first and the last', () => {
    expect(daysOf('2028-02-28', '2028-03-01')).toEqual(['2028-02-28', '2028-02-29', '2028-03-01']);
  });

  it('are none where it ends before it begins, or where a day is none', () => {
    expect(daysOf('2026-03-02', '2026-03-01')).toEqual([]);
    expect(daysOf('', 'tomorrow')).toEqual([]);
  });
});
