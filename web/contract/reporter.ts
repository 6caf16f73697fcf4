import { readdirSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FullConfig, FullResult, Reporter, Suite, TestCase, TestResult } from '@playwright/test/reporter';
import { attachment } from './fixtures';
import { committed, merged, type PactFile } from './files';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/**
 * Writes the pacts into contracts/pacts once every test has passed. A run of some tests writes nothing: a pact of some
 * interactions would say that the app needs no others.
 */
export default class Pacts implements Reporter {
  readonly #parts: PactFile[] = [];
  #complete = false;

  onBegin({ grep, grepInvert }: FullConfig, suite: Suite): void {
    const ran = new Set(suite.allTests().map(({ location }) => basename(location.file)));
    const all = readdirSync(here('.')).filter((file) => file.endsWith('.spec.ts'));
    this.#complete = String(grep) === '/.*/' && grepInvert === null && all.every((file) => ran.has(file));
  }

  onTestEnd(_: TestCase, { attachments }: TestResult): void {
    for (const { name, body } of attachments) {
      if (name === attachment && body) {
        this.#parts.push(JSON.parse(body.toString()) as PactFile);
      }
    }
  }

  onEnd({ status }: FullResult): Promise<{ status?: FullResult['status'] } | undefined> {
    if (status !== 'passed' || !this.#complete) {
      return Promise.resolve(undefined);
    }
    try {
      for (const file of merged(this.#parts)) {
        const name = `${file.consumer.name}-${file.provider.name}.json`;
        writeFileSync(here(`../../contracts/pacts/${name}`), committed(file));
        console.log(`pacts/${name}: ${file.interactions.length} interactions`);
      }
    } catch (error) {
      console.error(error instanceof Error ? error.message : error);
      return Promise.resolve({ status: 'failed' });
    }
    return Promise.resolve(undefined);
  }
}
