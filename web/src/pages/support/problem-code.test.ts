import { describe, expect, it } from 'vitest';
import { codeOf } from './problem-code';

describe('the code of a problem', () => {
  it.each([
    ['LAST_ADMIN', 'LAST_ADMIN'],
    ['last_admin', 'LAST_ADMIN'],
    ['urn:problem:last-admin', 'LAST_ADMIN'],
    ['last-admin', 'LAST_ADMIN'],
  ])('for %j is %j', (address, code) => expect(codeOf(address)).toBe(code));
});
