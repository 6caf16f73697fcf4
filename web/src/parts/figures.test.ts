import { describe, expect, it } from 'vitest';
import { localeFor, money } from './figures';

describe('localeFor', () => {
  it('takes the browser’s own locale of the language', () => expect(localeFor('en', ['de-DE', 'en-GB', 'en-US'])).toBe('en-GB'));
  it('takes the Indian one of a language that the browser does not name', () => expect(localeFor('hi', ['de-DE'])).toBe('hi-IN'));
});

describe('money', () => {
  it('writes amounts that no float can hold', () => expect(money('en-IN', '90071992547409931234.57', 'INR')).toBe('₹9,00,71,99,25,47,40,99,31,234.57'));
  it('writes two places at least', () => expect(money('en-IN', '12500', 'INR')).toBe('₹12,500.00'));
});
