// What a client of an API can be given to prove whom it calls for, read from the document's security schemes.
import { methodsOf } from './documents.mjs';

/**
 * One credential that a client can be given.
 * @typedef {{option: string, description: string, header: string, kind: 'key' | 'token' | 'pair', required: boolean, operations: string[], everywhere: boolean}} ClientCredential
 */

/** The option that gives all schemes of a kind their credential; that of a key is named like its scheme. */
const optionOf = { token: 'token', pair: 'basic' };

/**
 * Reads from the security schemes what a client can be given: each key that travels in a header under the scheme's
 * name, one token for all schemes that send a bearer token, and one pair for those of HTTP Basic. Cookies are no
 * credentials of a client's: see keepsCookies. A scheme of another kind is an error, so that nobody publishes a client
 * that cannot call its API.
 * @param {import('./documents.mjs').Document} document
 * @returns {ClientCredential[]}
 */
export function credentialsOf(document) {
  /** @type {Map<string, string[]>} schemes by option */
  const options = new Map();
  const schemes = document.components.securitySchemes ?? {};
  for (const [name, scheme] of Object.entries(schemes)) {
    if (isCookie(scheme)) {
      continue;
    }
    const kind = kindOf(name, scheme);
    const option = kind === 'key' ? name : optionOf[kind];
    options.set(option, [...(options.get(option) ?? []), name]);
  }
  return [...options].map(([option, names]) => {
    const [first] = names.map((name) => schemes[name]);
    const kind = kindOf(option, first);
    return {
      option,
      kind,
      description: names.map((name) => schemes[name].description).join(' Or: '),
      header: kind === 'key' ? first.name : 'Authorization',
      ...operationsThatTake(document, names),
    };
  });
}

/** How a scheme's credential is sent. @param {string} name @param {any} scheme @returns {ClientCredential['kind']} */
function kindOf(name, scheme) {
  const http = scheme.type === 'http' ? scheme.scheme.toLowerCase() : '';
  if (scheme.type === 'oauth2' || http === 'bearer') {
    return 'token';
  }
  if (http === 'basic') {
    return 'pair';
  }
  if (scheme.type === 'apiKey' && scheme.in === 'header') {
    return 'key';
  }
  throw new Error(`the security scheme ${name} is no key in a header or a cookie, no bearer token and not HTTP Basic: teach credentialsOf how a client sends it`);
}

/** @param {any} scheme */
export function isCookie(scheme) {
  return scheme.type === 'apiKey' && scheme.in === 'cookie';
}

/** Whether calls are made with cookies, which a browser keeps and sends. @param {import('./documents.mjs').Document} document */
export function keepsCookies(document) {
  return Object.values(document.components.securitySchemes ?? {}).some(isCookie);
}

/**
 * Tells which operations take one of the schemes, whether all do, and whether none can do without.
 * @param {import('./documents.mjs').Document} document
 * @param {string[]} schemes
 */
function operationsThatTake(document, schemes) {
  const operations = [];
  let everywhere = true;
  let required = true;
  for (const [path, item] of Object.entries(document.paths)) {
    for (const [method, operation] of methodsOf(item)) {
      /** @type {Record<string, string[]>[]} */
      const ways = operation.security ?? document.security ?? [];
      const taking = ways.filter((way) => schemes.some((scheme) => scheme in way));
      if (taking.length > 0) {
        operations.push(`${method.toUpperCase()} ${path}`);
      }
      everywhere &&= taking.length > 0;
      required &&= taking.length > 0 && taking.length === ways.length;
    }
  }
  return { operations, everywhere, required };
}
