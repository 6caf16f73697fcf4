// Makes gen/typescript: for every API a complete npm package, from the API's document and from what stands in package/.
// Everything is made in build/ first; gen/ changes only when all of it was made.
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import openapiTS, { astToString } from 'openapi-typescript';
import ts from 'typescript';
import { bundledDocuments } from './documents.mjs';
import { generatedNotice, packageFiles, sourcesLeftOut } from './package-files.mjs';

const here = join(import.meta.dirname, '..');
const root = join(here, '..', '..');
const built = join(here, 'build', 'packages');
const generated = join(root, 'gen', 'typescript');

const documents = bundledDocuments(root, join(here, 'build', 'documents'));
rmSync(built, { recursive: true, force: true });
for (const [api, document] of documents) {
  await build(join(built, api), api, document);
}
for (const name of readdirSync(generated)) {
  if (existsSync(join(generated, name, 'package.json'))) {
    rmSync(join(generated, name), { recursive: true });
  }
}
cpSync(built, generated, { recursive: true });
console.log(`gen/typescript: ${[...documents].map(([api, { info }]) => `${api} ${info.version}`).join(', ')}`);

/**
 * Makes the package of one API in a folder, and compiles it.
 * @param {string} folder
 * @param {string} api
 * @param {import('./documents.mjs').Document} document
 */
async function build(folder, api, document) {
  cpSync(join(here, 'package'), folder, { recursive: true });
  for (const file of sourcesLeftOut(document)) {
    rmSync(join(folder, 'src', file));
  }
  const files = packageFiles(api, document, { fetch: installed('openapi-fetch'), typescript: installed('typescript') });
  files['schema.d.ts'] = generatedNotice(document) + (await schemaTypes(document));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
  if (spawnSync(process.execPath, [tsc, '-p', folder], { stdio: 'inherit' }).status !== 0) {
    throw new Error(`the package of ${api} does not compile`);
  }
}

/**
 * The types of a document, as openapi-typescript makes them. Every schema is exported under its own name besides;
 * parameters, headers and responses are not, because they would need names that the document does not give.
 * @param {import('./documents.mjs').Document} document
 */
async function schemaTypes(document) {
  const { schemas } = document.components;
  const nodes = await openapiTS(/** @type {any} */ (document), {
    rootTypes: true,
    rootTypesNoSchemaPrefix: true,
    rootTypesKeepCasing: true,
    silent: true, // it has its doubts about discriminators that nest, and gets them right
  });
  const known = new Set([...Object.keys(schemas), 'webhooks', '$defs']);
  return astToString(nodes.filter((node) => !ts.isTypeAliasDeclaration(node) || known.has(node.name.text)));
}

/** The version of a tool that the lock file holds. @param {string} name */
function installed(name) {
  return JSON.parse(readFileSync(join(here, 'node_modules', name, 'package.json'), 'utf8')).version;
}
