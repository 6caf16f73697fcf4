import type { ApiDocument, Operation, SecurityScheme } from '@/api/openapi';

/** What a call of an operation needs beside the application's key. */
export interface Credentials {
  /** Whose token goes into `Authorization`: the application's, or that of a customer; undefined where none does. */
  bearer: 'application' | 'customer' | undefined;
  /** Further headers that are secret. */
  secrets: SecurityScheme[];
}

/** The header with the application's key, which the client ID is. */
export const keyHeader = 'x-api-key';

/** Tells what a call of an operation needs beside the application's key. */
export function credentialsOf(operation: Operation, document: ApiDocument): Credentials {
  const schemes = operation.security.flatMap((name) => document.securitySchemes[name] ?? []);
  const application = schemes.some((s) => s.type === 'oauth2');
  const customer = schemes.some((s) => s.type === 'http');
  return {
    bearer: application ? 'application' : customer ? 'customer' : undefined,
    secrets: schemes.filter((s) => s.type === 'apiKey' && s.in === 'header' && s.name.toLowerCase() !== keyHeader),
  };
}
