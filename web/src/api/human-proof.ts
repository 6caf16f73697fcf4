import { portal, type PortalSchemas } from './clients';
import { answered } from './problem';

/** The check that the server does itself; others need a service's widget, which the page's policy keeps out. */
const ownCheck = 'proof-of-work';

/** Whether these pages can pass the check of the public forms. */
export function canProve({ required, provider }: PortalSchemas['HumanCheck']): boolean {
  return !required || provider === ownCheck;
}

/** The proof that a public form sends along, once; nothing where none is asked for. It takes the computer a moment. */
export async function humanProof({ required, provider }: PortalSchemas['HumanCheck']): Promise<{ humanProof?: string }> {
  if (!required || provider !== ownCheck) {
    return {};
  }
  const { challenge, bits } = await answered(portal.GET('/human-challenge'));
  return { humanProof: await solve(challenge, bits) };
}

/** Counts the zero bits that a digest begins with. */
export function zeroBits(digest: Uint8Array): number {
  const first = digest.findIndex((byte) => byte !== 0);
  return first === -1 ? digest.length * 8 : first * 8 + Math.clz32(digest[first] ?? 0) - 24;
}

/** How many digests are asked for at a time. The browser makes them beside the page, which stays usable. */
const batch = 512;

/** Finds the first whole number for which the SHA-256 of `challenge:number` begins with so many zero bits; gives both. */
export async function solve(challenge: string, bits: number): Promise<string> {
  const encoder = new TextEncoder();
  for (let from = 0; ; from += batch) {
    const proofs = Array.from({ length: batch }, (_, i) => `${challenge}:${from + i}`);
    const digests = await Promise.all(proofs.map((proof) => crypto.subtle.digest('SHA-256', encoder.encode(proof))));
    const found = digests.findIndex((digest) => zeroBits(new Uint8Array(digest)) >= bits);
    const proof = proofs[found];
    if (proof !== undefined) {
      return proof;
    }
  }
}
