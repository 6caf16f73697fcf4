// What an API's package says about the API: package.json, README.md and src/index.ts, as text.
import { methodsOf } from './documents.mjs';

/**
 * Gives the files of the package that depend on the API's document, by their paths in the package.
 * @param {string} api the API's name, such as "deposits"
 * @param {import('./documents.mjs').Document} document
 * @param {Versions} versions
 * @returns {Record<string, string>}
 *
 * @typedef {{fetch: string, typescript: string}} Versions of openapi-fetch and of the compiler
 */
export function packageFiles(api, document, versions) {
  const credentials = credentialsOf(document);
  return {
    'package.json': manifest(api, document, versions),
    'README.md': readme(api, document, credentials),
    'src/index.ts': index(api, document, credentials),
  };
}

/** The name under which partners import an API's package. @param {string} api */
function packageName(api) {
  return `@sandbank/${api}`;
}

/**
 * One credential that a client can be given.
 * @typedef {{option: string, description: string, header: string, prefix: string, required: boolean, operations: string[], everywhere: boolean}} ClientCredential
 */

/**
 * Reads from the security schemes what a client can be given: each key that travels in a header under the scheme's
 * name, and one token for all schemes that send a bearer token. A scheme of another kind is an error, so that nobody
 * publishes a client that cannot call its API.
 * @param {import('./documents.mjs').Document} document
 * @returns {ClientCredential[]}
 */
function credentialsOf(document) {
  /** @type {Map<string, string[]>} schemes by option */
  const options = new Map();
  const schemes = document.components.securitySchemes ?? {};
  for (const [name, scheme] of Object.entries(schemes)) {
    const bearer = isBearer(scheme);
    if (!bearer && !(scheme.type === 'apiKey' && scheme.in === 'header')) {
      throw new Error(`the security scheme ${name} is neither a key in a header nor a bearer token: teach credentialsOf how a client sends it`);
    }
    const option = bearer ? 'token' : name;
    options.set(option, [...(options.get(option) ?? []), name]);
  }
  return [...options].map(([option, names]) => {
    const [first] = names.map((name) => schemes[name]);
    return {
      option,
      description: names.map((name) => schemes[name].description).join(' Or: '),
      ...(isBearer(first) ? { header: 'Authorization', prefix: 'Bearer ' } : { header: first.name, prefix: '' }),
      ...operationsThatTake(document, names),
    };
  });
}

/** @param {any} scheme */
function isBearer(scheme) {
  return scheme.type === 'oauth2' || (scheme.type === 'http' && scheme.scheme.toLowerCase() === 'bearer');
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

/** @param {string} api @param {import('./documents.mjs').Document} document @param {Versions} versions */
function manifest(api, document, versions) {
  const file = {
    name: packageName(api),
    version: document.info.version,
    description: `The API ${document.info.title}: ${document.info.summary}`,
    license: document.info.license.identifier,
    type: 'module',
    sideEffects: false,
    types: './dist/index.d.ts',
    exports: { '.': { types: './dist/index.d.ts', default: './dist/index.js' } },
    files: ['dist', 'src', 'schema.d.ts', 'tsconfig.json'],
    scripts: { build: 'tsc' },
    engines: { node: '>=20' },
    dependencies: { 'openapi-fetch': `^${versions.fetch}` },
    devDependencies: { typescript: versions.typescript },
  };
  return `${JSON.stringify(file, undefined, 2)}\n`;
}

/** @param {string} api @param {import('./documents.mjs').Document} document @param {ClientCredential[]} credentials */
function index(api, document, credentials) {
  const name = pascal(api);
  const options = credentials.map(
    (c) => `${comment(c.description, '  ')}\n  ${c.option}${c.required ? ': Credential' : '?: Credential | undefined'};`,
  );
  const sent = credentials.map((c) => {
    const fields = [`credential: ${c.option}`, `header: ${quote(c.header)}`];
    if (c.prefix) {
      fields.push(`prefix: ${quote(c.prefix)}`);
    }
    if (!c.everywhere) {
      fields.push(`operations: ${c.option}Operations`);
    }
    return `      { ${fields.join(', ')} },`;
  });
  const lists = credentials
    .filter((c) => !c.everywhere)
    .map((c) => `/** The operations that take \`${c.option}\`. */\nconst ${c.option}Operations = [\n${c.operations.map((o) => `  ${quote(o)},\n`).join('')}];\n\n`);
  return `${generatedNotice(document)}import createClient, { type Client, type ClientOptions } from 'openapi-fetch';
import { type Credential, sendCredentials } from './credentials.js';
import type { paths } from '../schema.js';

export type * from '../schema.js';
export type { Credential } from './credentials.js';
export { isProblem } from './problem.js';

/** What a client needs to know, and whatever openapi-fetch can be told besides. */
export interface ${name}ClientOptions extends ClientOptions {
  /** Where the API is, such as \`${exampleAddress(document)}\`. */
  baseUrl: string;
${options.join('\n')}
}

/** A client of the API ${document.info.title}: \`GET\`, \`POST\` and so on, each with the paths that it can be used with. */
export type ${name}Client = Client<paths>;

${lists.join('')}/** Makes a client that sends the credentials with the operations that take them. */
export function create${name}Client({ ${credentials.map((c) => `${c.option}, `).join('')}...options }: ${name}ClientOptions): ${name}Client {
  const client = createClient<paths>(options);
  client.use(
    sendCredentials([
${sent.join('\n')}
    ]),
  );
  return client;
}
`;
}

/** @param {string} api @param {import('./documents.mjs').Document} document @param {ClientCredential[]} credentials */
function readme(api, document, credentials) {
  const name = pascal(api);
  const given = credentials.map((c) => `- \`${c.option}\`${c.required ? '' : ' (optional)'}: ${oneLine(c.description)}`);
  const required = [`baseUrl: '${exampleAddress(document)}'`, ...credentials.filter((c) => c.required).map((c) => `${c.option}: '…'`)];
  return `# ${packageName(api)} ${document.info.version}

A typed TypeScript client of the API ${document.info.title}, made from the API's OpenAPI document. ${document.info.summary}

Unpack it into a folder of your project, and install it from there:

\`\`\`console
$ npm install ./path/to/that/folder
\`\`\`

\`\`\`ts
import { create${name}Client, isProblem } from '${packageName(api)}';

const client = create${name}Client({ ${required.join(', ')} });

const { data, error } = await client.GET('${firstCall(document)}');
if (isProblem(error)) {
  console.error(error.code, error.handling, error.errors);
} else {
  console.log(data);
}
\`\`\`

Besides \`baseUrl\`, a client takes these. Each is a text, or a function that is asked before every call. It is sent with
the operations that take it, unless a call brings the header itself.

${given.join('\n')}

Every schema of the document is a type of its name, such as \`${Object.keys(document.components.schemas)[0]}\`.
Unions narrow by their discriminator. How a client is called is described by openapi-fetch, which it stands on.

The compiled code is in \`dist/\`. After \`npm install\` in this folder, \`npm run build\` makes it anew from \`src/\` and
\`schema.d.ts\`.
`;
}

/** The path of the first GET that needs no parameters. @param {import('./documents.mjs').Document} document */
function firstCall(document) {
  for (const [path, item] of Object.entries(document.paths)) {
    const needs = (item.get?.parameters ?? []).some((/** @type {{$ref?: string, required?: boolean}} */ p) => p.$ref || p.required);
    if (item.get && !needs && !path.includes('{')) {
      return path;
    }
  }
  throw new Error(`${document.info.title} has no GET without parameters to show in the README`);
}

/** The line that says where a generated file comes from. @param {import('./documents.mjs').Document} document */
export function generatedNotice(document) {
  return `// Generated from the document of the API ${document.info.title} ${document.info.version}. Not to be edited.\n`;
}

/** @param {import('./documents.mjs').Document} document */
function exampleAddress(document) {
  return `http://127.0.0.1:8080${document.servers[0]?.url ?? ''}`;
}

/** "fixed-deposits" → "FixedDeposits". @param {string} name */
function pascal(name) {
  return name.replace(/(?:^|[^A-Za-z0-9]+)([A-Za-z0-9])/g, (_, first) => first.toUpperCase());
}

/** @param {string} text */
function quote(text) {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}

/** A description as a comment for the member below it. @param {string} text @param {string} indent */
function comment(text, indent) {
  return `${indent}/** ${oneLine(text).replaceAll('*/', '*\\/')} */`;
}

/** @param {string} text */
function oneLine(text) {
  return text.trim().replace(/\s+/g, ' ');
}
