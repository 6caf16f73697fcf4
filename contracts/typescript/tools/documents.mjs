// The OpenAPI documents, self-contained, as the program has them.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';

/**
 * The parts of an OpenAPI document that the tools read. What they hand on to generators they hand on whole.
 * @typedef {{
 *   info: {title: string, version: string, summary: string, license: {identifier: string}},
 *   servers: {url: string}[],
 *   security?: Record<string, string[]>[],
 *   paths: Record<string, Record<string, any>>,
 *   components: {schemas: Record<string, any>, parameters?: Record<string, any>, securitySchemes?: Record<string, any>},
 * }} Document
 */

const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];

/**
 * The operations of a path, with their methods in small letters.
 * @param {Record<string, any>} item
 */
export function methodsOf(item) {
  return Object.entries(item).filter(([key]) => methods.includes(key));
}

/**
 * Has the project's Go code write the document of every API into a folder, and reads them.
 * @param {string} root the repository
 * @param {string} folder emptied first
 * @returns {Map<string, Document>} by the API's name, in order
 */
export function bundledDocuments(root, folder) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const go = process.env.GO || 'go';
  const run = spawnSync(go, ['run', './gen/typescript/internal/documents', folder], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  if (run.error || run.status !== 0) {
    throw new Error(`${go} run ./gen/typescript/internal/documents failed${run.error ? `: ${run.error.message}` : ''}`);
  }
  const files = readdirSync(folder).sort();
  return new Map(files.map((file) => [basename(file, '.json'), JSON.parse(readFileSync(join(folder, file), 'utf8'))]));
}
