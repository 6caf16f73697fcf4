import { createHash } from 'node:crypto';
import { describe, expect, it, vi } from 'vitest';

vi.stubGlobal('window', { location: { origin: 'http://127.0.0.1:1' } });
const { solve, zeroBits } = await import('./human-proof');

describe('the proof of work', () => {
  it.each([
    [[0xff], 0],
    [[0x01], 7],
    [[0x00, 0x80], 8],
    [[0x00, 0x00, 0x0f], 20],
    [[0x00, 0x00], 16],
  ])('%j begins with %d zero bits', (bytes, bits) => expect(zeroBits(Uint8Array.from(bytes))).toBe(bits));

  it('is the least number whose digest begins with enough of them', async () => {
    const proof = await solve('tdg4k0.11.x.y', 11);
    const digest = (n: number) => zeroBits(createHash('sha256').update(`tdg4k0.11.x.y:${n}`).digest());
    let n = 0;
    while (digest(n) < 11) {
      n++;
    }
    expect(proof).toBe(`tdg4k0.11.x.y:${n}`);
  });
});
