/**
 * The code of a problem for what stands in an address: the code itself in any case, or the `type` of the problem
 * (RFC 9457), which is `urn:problem:` and the code in small letters with hyphens.
 */
export function codeOf(address: string): string {
  return address
    .replace(/^urn:problem:/i, '')
    .replaceAll('-', '_')
    .toUpperCase();
}
