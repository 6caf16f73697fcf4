import { describe, expect, it } from 'vitest';
import { differing, merged } from './differing';

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
    ['values by name', { gst: '1' }, { gst: '2', open: true }, 'gst: 2, open: Yes'],
    ['values taken away', { gst: '1' }, {}, '–'],
  ])('writes %s', (_, mine, theirs, text) => expect(differing({ it: mine }, { it: theirs }, words)).toEqual([{ key: 'it', theirs: text }]));
});

describe('merged', () => {
  it('keeps what was typed and takes what others have changed', () =>
    expect(merged({ a: 1, b: 'x', c: ['p'] }, { a: 2, b: 'x', c: ['p'] }, { a: 3, b: 'y', c: [] })).toEqual({ a: 2, b: 'y', c: [] }));
});
