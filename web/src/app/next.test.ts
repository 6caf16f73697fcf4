import { describe, expect, it } from 'vitest';
import { safeNext } from './next';

describe('safeNext', () => {
  it.each([
    [null, '/'],
    ['', '/'],
    ['/applications?state=pending', '/applications?state=pending'],
    ['//evil.example', '/'],
    ['/\\evil.example', '/'],
    ['/\t/evil.example', '/'],
    ['https://evil.example', '/'],
    ['javascript:alert(1)', '/'],
  ])('leads from %j to %j', (given, to) => expect(safeNext(given)).toBe(to));
});
