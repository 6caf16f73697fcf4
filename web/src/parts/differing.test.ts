import { describe, expect, it } from 'vitest';
import { differing } from './differing';

const words = { yes: 'Yes', no: 'No' };

describe('differing', () => {
  it('finds nothing in what is the same', () => expect(differing({ a: 1, b: ['x'] }, { a: 1, b: ['x'] }, words)).toEqual([]));
  it.each([
    ['text', 'a', 'b', 'b'],
    ['text taken away', 'a', '', '–'],
    ['a number', 1, 20, '20'],
    ['a switch', true, false, 'No'],
    ['a list in another order', ['a', 'b'], ['b', 'a'], 'b, a'],
    ['a list emptied', ['a'], [], '–'],
  ])('writes %s', (_, mine, theirs, text) => expect(differing({ it: mine }, { it: theirs }, words)).toEqual([{ key: 'it', theirs: text }]));
});
