// Tries what partners get: generates clients from the documents with two generators, installs the packages of
// gen/typescript, has the compiler check all of it strictly, and runs a journey with each against the program. The
// documents are those that the program serves; of an API that it does not serve as it is started here, its own.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { bundledDocuments } from './documents.mjs';
import { whileServing } from './served.mjs';

const here = join(import.meta.dirname, '..');
const root = join(here, '..', '..');
const packages = join(root, 'gen', 'typescript');
const program = join(root, 'bin', 'sandbank');

process.on('SIGINT', () => process.exit(130));
process.on('SIGTERM', () => process.exit(143));
process.chdir(here);

try {
  if (!existsSync(program)) {
    throw new Error(`${program} is missing: run make build`);
  }
  for (const folder of ['generated', 'build', 'node_modules/@sandbank']) {
    rmSync(folder, { recursive: true, force: true });
  }
  await whileServing(program, async (origin) => {
    const apis = await documented(origin);
    for (const { name, document } of apis) {
      await generate(name, document);
    }
    await install(apis);
    await check();
    await run('node', ['--test', '--test-reporter=spec', ...journeys()], { SANDBANK_ORIGIN: origin });
  });
} catch (error) {
  console.error(`clients: ${error instanceof Error ? error.message : error}`);
  process.exit(1);
}

/**
 * Lists all APIs, each with where its document is.
 * @param {string} origin
 * @returns {Promise<{name: string, version: string, document: string}[]>}
 */
async function documented(origin) {
  const response = await fetch(`${origin}/openapi`);
  /** @type {{apis: {name: string, version: string}[]}} */
  const { apis: served } = await response.json();
  if (!Array.isArray(served) || served.length === 0) {
    throw new Error(`${origin}/openapi lists no APIs`);
  }
  const apis = served.map(({ name, version }) => ({ name, version, document: `${origin}/openapi/${name}.json` }));
  for (const [name, { info }] of bundledDocuments(root, join(here, 'build', 'documents'))) {
    if (!apis.some((api) => api.name === name)) {
      apis.push({ name, version: info.version, document: `build/documents/${name}.json` });
    }
  }
  return apis;
}

/** Makes two clients of a document, with the commands of docs/clients.md. @param {string} api @param {string} document an address or a path */
async function generate(api, document) {
  const names = ['--root-types', '--root-types-no-schema-prefix', '--root-types-keep-casing'];
  await run('openapi-typescript', [document, '--output', `generated/openapi-typescript/${api}.d.ts`, ...names]);
  await run('openapi-ts', ['--input', document, '--output', `generated/hey-api/${api}`, '--no-log-file', '--silent']);
}

/**
 * Packs the packages of gen/typescript and installs them. There must be one for each API, of the version that is served.
 * @param {{name: string, version: string}[]} apis
 */
async function install(apis) {
  mkdirSync('build/packed', { recursive: true });
  for (const { name, version } of apis) {
    const manifest = JSON.parse(readFileSync(join(packages, name, 'package.json'), 'utf8'));
    if (manifest.version !== version) {
      throw new Error(`gen/typescript/${name} is of version ${manifest.version}, and the document is ${version}: run make generate`);
    }
    await run('npm', ['pack', '--silent', '--pack-destination', 'build/packed', join(packages, name)]);
  }
  const packed = readdirSync('build/packed').map((file) => `./build/packed/${file}`);
  await run('npm', ['install', '--no-save', '--no-package-lock', '--prefer-offline', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', ...packed]);
  for (const { name } of apis) {
    sameFiles(join(packages, name), join('node_modules', '@sandbank', name));
  }
}

/**
 * Makes sure that everything of a package arrives where it is installed.
 * @param {string} from @param {string} to
 */
function sameFiles(from, to) {
  for (const entry of readdirSync(from, { recursive: true, withFileTypes: true })) {
    const file = relative(from, join(entry.parentPath, entry.name));
    if (entry.isFile() && !readFileSync(join(from, file)).equals(readFileSync(join(to, file)))) {
      throw new Error(`${to}/${file} is not what was packed`);
    }
  }
}

/** Compiles the journeys, holds every client to what types/forms.ts says about forms, and checks these tools. */
async function check() {
  await run('tsc', ['--project', '.']);
  for (const file of readdirSync('types').filter((name) => name.startsWith('tsconfig.'))) {
    await run('tsc', ['--project', `types/${file}`]);
  }
  await run('tsc', ['--project', 'tools']);
}

function journeys() {
  const found = readdirSync('build/journey').filter((file) => file.endsWith('.test.js'));
  if (found.length === 0) {
    throw new Error('no journey was compiled');
  }
  return found.map((file) => `build/journey/${file}`);
}

/**
 * Runs a command, of node_modules where there is one, and shows what it says. That it fails is an error.
 * @param {string} command @param {string[]} args @param {Record<string, string>} [environment] beside this program's own
 */
async function run(command, args, environment = {}) {
  console.log(`$ ${command} ${args.join(' ')}`);
  const path = `${join(here, 'node_modules', '.bin')}:${process.env.PATH}`;
  const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, PATH: path, ...environment } });
  const [status] = await once(child, 'exit');
  if (status !== 0) {
    throw new Error(`${command} failed`);
  }
}
