import type { PortalSchemas } from '@/api/clients';
import type { Json } from '@/api/documents';
import type { Operation } from '@/api/openapi';

function codeOf(example: Json): string[] {
  return typeof example === 'object' && example !== null && !Array.isArray(example) && typeof example['code'] === 'string' ? [example['code']] : [];
}

/** The codes of problems that the document speaks of at an operation. */
export function namedCodes({ description, answers }: Operation): string[] {
  const said = [description, ...answers.map((a) => a.description)].join('\n');
  return [...new Set([...said.matchAll(/`([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)`/g)].map((m) => m[1] ?? ''))];
}

/**
 * The codes of problems that are special to an operation: those that the document speaks of, and those of its examples
 * that calls of other APIs never have.
 */
export function codesOf(operation: Operation, errors: readonly PortalSchemas['ErrorEntry'][]): string[] {
  const refusals = operation.answers.filter((a) => a.mediaTypes.includes('application/problem+json'));
  const shown = refusals.flatMap((a) => a.examples.flatMap(([, value]) => codeOf(value)));
  return [...new Set([...namedCodes(operation), ...shown.filter((code) => errors.some((e) => e.code === code && e.apis !== undefined))])];
}
