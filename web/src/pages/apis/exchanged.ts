import { isProblem } from '@sandbank/portal';
import type { Problem } from '@/api/problem';

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The problem in the text of an answer; undefined where it is none. */
export function problemIn(text: string): Problem | undefined {
  const value = parsed(text);
  return isProblem(value) ? value : undefined;
}

/** The access token in the text of an answer, or why there is none. */
export function tokenIn(text: string): { token: string | undefined; problem: Problem | undefined } {
  const value = parsed(text);
  const token = typeof value === 'object' && value !== null && 'accessToken' in value ? value.accessToken : undefined;
  return { token: typeof token === 'string' ? token : undefined, problem: problemIn(text) };
}
