import { CallFailed, type Violation } from '@/api/problem';

/** Gives the path that a form knows a place of the request's body by: `/person/email` is `person.email`. */
export function pathOf(pointer: string): string {
  return pointer
    .split('/')
    .slice(1)
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'))
    .join('.');
}

/**
 * Divides what a refusal says: `fields` for the fields of a form, by path, and `others` for whatever no field stands for.
 * `fieldOf` gives the form's field for a path, undefined where there is none.
 */
export function divide(
  error: unknown,
  fieldOf: (path: string) => string | undefined,
): { fields: Record<string, string>; others: Violation[] } {
  const fields: Record<string, string> = {};
  const others: Violation[] = [];
  for (const v of error instanceof CallFailed ? (error.problem?.errors ?? []) : []) {
    const field = v.pointer === undefined ? undefined : fieldOf(pathOf(v.pointer));
    if (field === undefined) {
      others.push(v);
    } else {
      fields[field] = field in fields ? `${fields[field] ?? ''}; ${v.message}` : v.message;
    }
  }
  return { fields, others };
}
