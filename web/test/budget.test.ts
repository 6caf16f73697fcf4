import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';

interface Chunk {
  file: string;
  imports?: string[];
}

const dist = new URL('../dist/', import.meta.url);
const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', dist), 'utf8')) as Record<string, Chunk>;

/** The files of scripts that some entries load, with all that they import at once. */
function scripts(...entries: string[]): Set<string> {
  const files = new Set<string>();
  const add = (entry: string) => {
    const chunk = manifest[entry];
    if (!chunk) {
      throw new Error(`the manifest has no ${entry}`);
    }
    if (!files.has(chunk.file)) {
      files.add(chunk.file);
      chunk.imports?.forEach(add);
    }
  };
  entries.forEach(add);
  return files;
}

const compressed = (files: Set<string>) => [...files].reduce((sum, file) => sum + gzipSync(readFileSync(new URL(file, dist)), { level: 9 }).length, 0);

describe('the first view loads less than 300 KB of compressed scripts', () => {
  it.each(['src/pages/accounts/sign-in.tsx', 'src/pages/accounts/register.tsx', 'src/pages/home/home.tsx'])('with %s', (page) => {
    expect(compressed(scripts('index.html', page))).toBeLessThan(300_000);
  });
});
