import { describe, expect, it } from 'vitest';
import { tokenIn } from './invitation-link';

const token = 'q9Zr3WmB7c0uYt1KJxPdVQ8sLhFe2nGa';

describe('the token of an invitation', () => {
  it.each([
    [` https://bank.example/invitation#${token} `, token],
    [token, token],
    ['https://bank.example/invitation', ''],
    ['https://bank.example/invitation#', ''],
    ['', ''],
  ])('in %j is %j', (pasted, expected) => expect(tokenIn(pasted)).toBe(expected));
});
