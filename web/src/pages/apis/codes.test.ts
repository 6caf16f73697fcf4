import { describe, expect, it } from 'vitest';
import type { Operation } from '@/api/openapi';
import { codesOf, namedCodes } from './codes';

const refusal = (status: string, code: string) => ({
  status,
  description: '',
  headers: [],
  schema: undefined,
  mediaTypes: ['application/problem+json'],
  examples: [['one', { code, title: 'No' }]] as [string, { code: string; title: string }][],
});

const operation = {
  description: 'Refused with 409 `ITEM_GONE`. The header `X_ID` is lower; `FINE` and code are no codes.',
  answers: [refusal('400', 'BAD_REQUEST'), refusal('504', 'BUREAU_TIMEOUT'), { ...refusal('200', 'NOT_A_REFUSAL'), mediaTypes: ['application/json'] }],
} as unknown as Operation;

const entry = (code: string, apis?: string[]) => ({ code, status: 400, title: code, handling: '', ...(apis && { apis }) });

describe('the codes of an operation', () => {
  it('are those that its text names', () => {
    expect(namedCodes(operation)).toEqual(['ITEM_GONE', 'X_ID']);
  });

  it('and those of its examples that not every call can have', () => {
    expect(codesOf(operation, [entry('BAD_REQUEST'), entry('BUREAU_TIMEOUT', ['score']), entry('NOT_A_REFUSAL', ['score'])])).toEqual([
      'ITEM_GONE',
      'X_ID',
      'BUREAU_TIMEOUT',
    ]);
  });
});
