import type { ApiDocument, Operation, Parameter } from './openapi';

/** A request as it is typed. */
export interface Asked {
  method: string;
  /** With the base path and the query. */
  path: string;
  /** One a line, `name: value`. */
  headers: string;
  authorization: string;
  body: string;
}

const credentials = ['authorization', 'x-api-key'];

/** The parameters that somebody gives: all but the credentials. */
export function parametersOf(operation: Operation): Parameter[] {
  return operation.parameters.filter((p) => !(p.in === 'header' && credentials.includes(p.name.toLowerCase())));
}

/** The address of an operation with values for its parameters. A query parameter without a value is left out. */
export function addressOf(operation: Operation, document: ApiDocument, valueOf: (parameter: Parameter) => string): string {
  const of = (place: string) => operation.parameters.filter((p) => p.in === place);
  const path = of('path').reduce((way, p) => way.replace(`{${p.name}}`, () => encodeURIComponent(valueOf(p))), operation.path);
  const asked = of('query')
    .filter((p) => valueOf(p) !== '')
    .map((p) => `${encodeURIComponent(p.name)}=${encodeURIComponent(valueOf(p))}`);
  return `${document.basePath}${path}${asked.length === 0 ? '' : `?${asked.join('&')}`}`;
}

/** The request of an operation with the document's own examples. */
export function exampleOf(operation: Operation, document: ApiDocument): Asked {
  const headers = parametersOf(operation).filter((p) => p.in === 'header' && p.required);
  const example = operation.body?.examples[0]?.[1];
  return {
    method: operation.method,
    path: addressOf(operation, document, (p) => (p.in === 'path' ? p.example || p.name : p.required ? p.example : '')),
    headers: headers.map((p) => `${p.name}: ${p.example}`).join('\n'),
    authorization: '',
    body: example === undefined ? '' : JSON.stringify(example, null, 2),
  };
}

/** The header fields of a request, with those that it cannot do without. */
export function headersOf(asked: Asked, clientId: string): Record<string, string> {
  const typed = asked.headers.split('\n').flatMap((line): [string, string][] => {
    const at = line.indexOf(':');
    return at < 1 ? [] : [[line.slice(0, at).trim().toLowerCase(), line.slice(at + 1).trim()]];
  });
  return {
    'x-api-key': clientId,
    ...(asked.body !== '' && { 'content-type': 'application/json' }),
    ...(asked.authorization !== '' && { authorization: asked.authorization }),
    ...Object.fromEntries(typed),
  };
}

/** A body as one reads it: JSON with indents, or whatever it is. */
export function readable(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
