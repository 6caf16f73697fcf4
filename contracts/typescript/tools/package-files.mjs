// What an API's package says about the API: package.json, README.md and src/index.ts, as text.
import { credentialsOf, isCookie, keepsCookies } from './credentials.mjs';
import { methodsOf } from './documents.mjs';

/** @typedef {import('./credentials.mjs').ClientCredential} ClientCredential */

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

/**
 * The form of an API's errors: the sources of the package that need it, what tells it, and how the README shows it.
 * @typedef {{schema: string, file: string, predicate: string, shown: string}} ErrorForm
 */

/** @type {ErrorForm[]} */
const errorForms = [
  { schema: 'Problem', file: 'problem', predicate: 'isProblem', shown: 'error.code, error.handling, error.errors' },
  { schema: 'DetailError', file: 'detail-error', predicate: 'isDetailError', shown: 'error.detail' },
  { schema: 'OAuthError', file: 'oauth-error', predicate: 'isOAuthError', shown: 'error.error, error.error_description' },
];

/** @param {import('./documents.mjs').Document} document */
function errorFormOf(document) {
  const form = errorForms.find(({ schema }) => schema in document.components.schemas);
  if (!form) {
    throw new Error(`${document.info.title} has errors of no form that is known: teach errorForms how a client tells them`);
  }
  return form;
}

/**
 * Whether all bodies are forms. Where only some are, a client could not tell which: that is an error.
 * @param {import('./documents.mjs').Document} document
 */
function sendsForms(document) {
  const bodies = Object.values(document.paths).flatMap((item) => methodsOf(item).flatMap(([, operation]) => Object.keys(operation.requestBody?.content ?? {})));
  const forms = bodies.filter((type) => type === 'application/x-www-form-urlencoded');
  if (forms.length > 0 && forms.length < bodies.length) {
    throw new Error(`${document.info.title} takes forms and other bodies: teach sendsForms which operation takes which`);
  }
  return forms.length > 0;
}

/**
 * The sources of package/src that the package of an API does without, because nothing of the API needs them.
 * @param {import('./documents.mjs').Document} document
 */
export function sourcesLeftOut(document) {
  const credentials = credentialsOf(document);
  const form = errorFormOf(document);
  const needed = {
    'basic.ts': credentials.some(({ kind }) => kind === 'pair'),
    'credentials.ts': credentials.length > 0,
    'form.ts': sendsForms(document),
    ...Object.fromEntries(errorForms.map(({ file }) => [`${file}.ts`, file === form.file])),
  };
  return Object.keys(needed).filter((file) => !needed[/** @type {keyof typeof needed} */ (file)]);
}

/** The type of a credential's option. @param {ClientCredential} c */
function optionType(c) {
  return c.kind === 'pair' ? 'BasicCredential' : 'Credential';
}

/** @param {string} api @param {import('./documents.mjs').Document} document @param {ClientCredential[]} credentials */
function index(api, document, credentials) {
  const name = pascal(api);
  const { file, predicate } = errorFormOf(document);
  const options = credentials.map(
    (c) => `${comment(c.description, '  ')}\n  ${c.option}${c.required ? `: ${optionType(c)}` : `?: ${optionType(c)} | undefined`};\n`,
  );
  const lists = credentials
    .filter((c) => !c.everywhere)
    .map((c) => `/** The operations that take \`${c.option}\`. */\nconst ${c.option}Operations = [\n${c.operations.map((o) => `  ${quote(o)},\n`).join('')}];\n\n`);
  return `${generatedNotice(document)}${imports(document, credentials)}
export type * from '../schema.js';
${exportedTypes(credentials)}export { ${predicate} } from './${file}.js';

/** What a client needs to know, and whatever openapi-fetch can be told besides. */
export interface ${name}ClientOptions extends ClientOptions {
  /** Where the API is, such as \`${exampleAddress(document)}\`. */
  baseUrl: string;
${options.join('')}}

/** A client of the API ${document.info.title}: \`GET\`, \`POST\` and so on, each with the paths that it can be used with. */
export type ${name}Client = Client<paths>;

${lists.join('')}/** Makes a client that ${deeds(document, credentials).join(', and ')}. */
export function create${name}Client(${taken(credentials)}: ${name}ClientOptions): ${name}Client {
${body(document, credentials)}}
`;
}

/** @param {import('./documents.mjs').Document} document @param {ClientCredential[]} credentials */
function imports(document, credentials) {
  const forms = sendsForms(document);
  const keys = credentials.some(({ kind }) => kind !== 'pair');
  const lines = [`import createClient, { type Client, type ClientOptions${forms ? ', mergeHeaders' : ''} } from 'openapi-fetch';`];
  if (credentials.some(({ kind }) => kind === 'pair')) {
    lines.push("import { basicHeader, type BasicCredential } from './basic.js';");
  }
  if (credentials.length > 0) {
    lines.push(`import { ${keys ? 'type Credential, ' : ''}sendCredentials } from './credentials.js';`);
  }
  if (forms) {
    lines.push("import { form, formType } from './form.js';");
  }
  lines.push("import type { paths } from '../schema.js';", '');
  return lines.join('\n');
}

/** @param {ClientCredential[]} credentials */
function exportedTypes(credentials) {
  const pairs = credentials.some(({ kind }) => kind === 'pair');
  const keys = credentials.some(({ kind }) => kind !== 'pair');
  return `${pairs ? "export type { BasicCredential, BasicPair } from './basic.js';\n" : ''}${keys ? "export type { Credential } from './credentials.js';\n" : ''}`;
}

/** What the client does that openapi-fetch alone does not. @param {import('./documents.mjs').Document} document @param {ClientCredential[]} credentials */
function deeds(document, credentials) {
  const list = [];
  if (credentials.length > 0) {
    list.push('sends the credentials with the operations that take them');
  }
  if (keepsCookies(document)) {
    list.push('makes its calls with the cookies that the server has set');
  }
  if (sendsForms(document)) {
    list.push('writes bodies as forms');
  }
  return list;
}

/** What openapi-fetch is told. @param {import('./documents.mjs').Document} document */
function fetchOptions(document) {
  const cookies = keepsCookies(document) ? "credentials: 'include', " : '';
  const forms = sendsForms(document) ? 'bodySerializer: form, ' : '';
  if (!cookies && !forms) {
    return 'options';
  }
  return `{ ${cookies}${forms}...options${forms ? ", headers: mergeHeaders({ 'Content-Type': formType }, options.headers)" : ''} }`;
}

/** The parameter of the function that makes a client. @param {ClientCredential[]} credentials */
function taken(credentials) {
  return credentials.length === 0 ? 'options' : `{ ${credentials.map((c) => `${c.option}, `).join('')}...options }`;
}

/** The statements that make a client. @param {import('./documents.mjs').Document} document @param {ClientCredential[]} credentials */
function body(document, credentials) {
  const made = `createClient<paths>(${fetchOptions(document)});\n`;
  if (credentials.length === 0) {
    return `  return ${made}`;
  }
  const sent = credentials.map((c) => {
    const fields = [`credential: ${c.kind === 'pair' ? `basicHeader(${c.option})` : c.option}`, `header: ${quote(c.header)}`];
    if (c.kind === 'token') {
      fields.push("prefix: 'Bearer '");
    }
    if (!c.everywhere) {
      fields.push(`operations: ${c.option}Operations`);
    }
    return `      { ${fields.join(', ')} },`;
  });
  return `  const client = ${made}  client.use(
    sendCredentials([
${sent.join('\n')}
    ]),
  );
  return client;
`;
}

/** @param {string} api @param {import('./documents.mjs').Document} document @param {ClientCredential[]} credentials */
function readme(api, document, credentials) {
  const name = pascal(api);
  const { predicate, shown } = errorFormOf(document);
  const required = [`baseUrl: '${exampleAddress(document)}'`, ...credentials.filter((c) => c.required || c.kind === 'pair').map((c) => `${c.option}: ${exampleOf(c)}`)];
  return `# ${packageName(api)} ${document.info.version}

A typed TypeScript client of the API ${document.info.title}, made from the API's OpenAPI document. ${document.info.summary}

Unpack it into a folder of your project, and install it from there:

\`\`\`console
$ npm install ./path/to/that/folder
\`\`\`

\`\`\`ts
import { create${name}Client, ${predicate} } from '${packageName(api)}';

const client = create${name}Client({ ${required.join(', ')} });

const { data, error } = await client.${firstCall(document)};
if (${predicate}(error)) {
  console.error(${shown});
} else {
  console.log(data);
}
\`\`\`

${authentication(document, credentials)}
Every schema of the document is a type of its name, such as \`${Object.keys(document.components.schemas)[0]}\`.
Unions narrow by their discriminator. How a client is called is described by openapi-fetch, which it stands on.

The compiled code is in \`dist/\`. After \`npm install\` in this folder, \`npm run build\` makes it anew from \`src/\` and
\`schema.d.ts\`.
`;
}

/** A credential as the README shows it. @param {ClientCredential} c */
function exampleOf(c) {
  return c.kind === 'pair' ? "{ user: '…', password: '…' }" : "'…'";
}

/** What the README says about how a client proves whom it calls for. @param {import('./documents.mjs').Document} document @param {ClientCredential[]} credentials */
function authentication(document, credentials) {
  const parts = [];
  if (keepsCookies(document)) {
    const cookies = Object.values(document.components.securitySchemes ?? {}).filter(isCookie);
    parts.push(`Calls are made with the cookies that the server has set (\`credentials: 'include'\`), so whoever has signed in stays
signed in. A browser keeps them; in a program without them, hand the cookie on yourself, in \`headers: { cookie: '…' }\`:

${cookies.map((scheme) => `- \`${scheme.name}\`: ${oneLine(scheme.description)}`).join('\n')}
`);
  }
  if (credentials.length > 0) {
    parts.push(`Besides \`baseUrl\`, a client takes these. Each is a ${credentials.some(({ kind }) => kind !== 'pair') ? 'text' : 'pair'}, or a function that is asked before every call. It is sent with
the operations that take it, unless a call brings the header itself.

${credentials.map((c) => `- \`${c.option}\`${c.required ? '' : ' (optional)'}: ${oneLine(c.description)}`).join('\n')}
`);
  }
  return parts.join('\n');
}

/**
 * The call that the README shows: the first GET that needs no parameters, else the first POST that needs none and has an
 * example of its body.
 * @param {import('./documents.mjs').Document} document
 */
function firstCall(document) {
  const paths = Object.entries(document.paths).filter(([path]) => !path.includes('{'));
  for (const [path, item] of paths) {
    if (item.get && !needsParameters(document, item.get)) {
      return `GET('${path}')`;
    }
  }
  for (const [path, item] of paths) {
    const example = Object.values(item.post?.requestBody?.content?.['application/json']?.examples ?? {})[0];
    if (example && !needsParameters(document, item.post)) {
      return `POST('${path}', { body: ${JSON.stringify(example.value, null, 2)} })`;
    }
  }
  throw new Error(`${document.info.title} has no operation without parameters to show in the README`);
}

/** @param {import('./documents.mjs').Document} document @param {any} operation */
function needsParameters(document, operation) {
  return (operation.parameters ?? []).some((/** @type {{$ref?: string, required?: boolean}} */ p) => {
    const name = p.$ref?.match(/^#\/components\/parameters\/(.+)$/)?.[1];
    return name ? document.components.parameters?.[name]?.required : p.$ref || p.required;
  });
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
