import { expect, it } from 'vitest';
import { moved } from './moved';

it.each([
  [0, 1, 'bac'],
  [2, -1, 'acb'],
  [1, 1, 'acb'],
  [0, -1, 'abc'],
  [2, 1, 'abc'],
  [7, 1, 'abc'],
] as const)('moves entry %i of abc by %i: %s', (from, by, result) => expect(moved(['a', 'b', 'c'], from, by).join('')).toBe(result));
