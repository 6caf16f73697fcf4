import type { Json, JsonObject } from './documents';

/** A parameter of an operation. */
export interface Parameter {
  name: string;
  in: string;
  required: boolean;
  description: string;
  schema: Json;
  /** Its first example as text, "" for none. */
  example: string;
}

/** An example under its name. */
export type Example = [name: string, value: Json];

/** What an operation can answer with a status. */
export interface OperationAnswer {
  status: string;
  description: string;
  headers: { name: string; description: string }[];
  /** The schema of its JSON. */
  schema: Json | undefined;
  mediaTypes: string[];
  examples: Example[];
}

/** An operation of an API. */
export interface Operation {
  id: string;
  tags: string[];
  method: string;
  path: string;
  summary: string;
  description: string;
  parameters: Parameter[];
  /** The schema of the JSON body, and its examples. */
  body: { schema: Json; examples: Example[] } | undefined;
  answers: OperationAnswer[];
  /** The names of its security schemes. */
  security: string[];
  deprecated: boolean;
}

/** How callers show who they are. */
export interface SecurityScheme {
  type: string;
  /** Of an API key: the name of the header or parameter, and where that is. */
  name: string;
  in: string;
  description: string;
}

/** An API's document. */
export interface ApiDocument {
  title: string;
  basePath: string;
  /** Groups of operations, in their order. */
  tags: { name: string; description: string }[];
  operations: Operation[];
  /** What the bank calls at the application. */
  webhooks: Operation[];
  securitySchemes: Record<string, SecurityScheme>;
  root: JsonObject;
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function objectOf(value: Json | undefined): JsonObject {
  return isObject(value) ? value : {};
}

function text(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}

/** Follows the references of a value within its document, and gives {} where they lead nowhere. */
export function deref(root: JsonObject, value: Json | undefined): JsonObject {
  let found = value;
  for (let steps = 0; steps < 16 && isObject(found) && typeof found['$ref'] === 'string'; steps++) {
    const way = found['$ref'].replace(/^#\//, '').split('/');
    found = way.reduce<Json | undefined>((o, step) => (isObject(o) ? o[step.replaceAll('~1', '/').replaceAll('~0', '~')] : undefined), root);
  }
  return isObject(found) ? found : {};
}

function examplesOf(root: JsonObject, holder: JsonObject): Example[] {
  if (isObject(holder['examples'])) {
    return Object.entries(holder['examples']).map(([name, e]) => [name, deref(root, e)['value'] ?? null]);
  }
  return holder['example'] === undefined ? [] : [['example', holder['example']]];
}

function parameterOf(root: JsonObject, given: Json): Parameter {
  const p = deref(root, given);
  const example = examplesOf(root, p)[0]?.[1];
  return {
    name: text(p['name']),
    in: text(p['in']),
    required: p['required'] === true,
    description: text(p['description']),
    schema: p['schema'] ?? {},
    example: example === undefined ? '' : typeof example === 'string' ? example : JSON.stringify(example),
  };
}

function jsonOf(content: Json | undefined): [string, JsonObject] | undefined {
  const found = isObject(content) ? Object.entries(content).find(([type]) => /^application\/(.*\+)?json$/.test(type)) : undefined;
  return found && isObject(found[1]) ? [found[0], found[1]] : undefined;
}

function answerOf(root: JsonObject, status: string, answer: JsonObject): OperationAnswer {
  const content = objectOf(answer['content']);
  return {
    status,
    description: text(answer['description']),
    headers: Object.entries(objectOf(answer['headers'])).map(([name, h]) => ({ name, description: text(deref(root, h)['description']) })),
    schema: jsonOf(content)?.[1]['schema'],
    mediaTypes: Object.keys(content),
    examples: Object.values(content).flatMap((c) => (isObject(c) ? examplesOf(root, c) : [])),
  };
}

const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch'];

function operationOf(root: JsonObject, method: string, path: string, item: JsonObject, o: JsonObject): Operation {
  const parameters = [item['parameters'], o['parameters']].flatMap((list) => (Array.isArray(list) ? list : []));
  const body = jsonOf(deref(root, o['requestBody'])['content']);
  const security = o['security'] ?? root['security'];
  return {
    id: text(o['operationId']),
    tags: Array.isArray(o['tags']) ? o['tags'].map(text) : [],
    method: method.toUpperCase(),
    path,
    summary: text(o['summary']),
    description: text(o['description']),
    parameters: parameters.map((p) => parameterOf(root, p)),
    body: body && { schema: body[1]['schema'] ?? {}, examples: examplesOf(root, body[1]) },
    answers: Object.entries(objectOf(o['responses'])).map(([status, given]) => answerOf(root, status, deref(root, given))),
    deprecated: o['deprecated'] === true,
    security: (Array.isArray(security) ? security : []).flatMap((s) => (isObject(s) ? Object.keys(s) : [])),
  };
}

function operationsOf(root: JsonObject, paths: Json | undefined): Operation[] {
  return Object.entries(objectOf(paths)).flatMap(([path, given]) => {
    const item = deref(root, given);
    return methods.flatMap((method) => (isObject(item[method]) ? [operationOf(root, method, path, item, item[method])] : []));
  });
}

/** Reads an OpenAPI document. */
export function apiDocument(root: JsonObject): ApiDocument {
  const servers = root['servers'];
  const url = Array.isArray(servers) && isObject(servers[0]) ? text(servers[0]['url']) : '';
  const schemes = Object.entries(objectOf(objectOf(root['components'])['securitySchemes']));
  return {
    title: text(objectOf(root['info'])['title']),
    basePath: url.replace(/^https?:\/\/[^/]+/, '').replace(/\/$/, ''),
    tags: (Array.isArray(root['tags']) ? root['tags'] : []).map((tag) => ({
      name: text(objectOf(tag)['name']),
      description: text(objectOf(tag)['description']),
    })),
    operations: operationsOf(root, root['paths']),
    webhooks: operationsOf(root, root['webhooks']),
    securitySchemes: Object.fromEntries(
      schemes.map(([name, given]) => {
        const s = deref(root, given);
        return [name, { type: text(s['type']), name: text(s['name']), in: text(s['in']), description: text(s['description']) }];
      }),
    ),
    root,
  };
}

/** A member of an object, as a schema describes it. */
export interface Member {
  name: string;
  schema: JsonObject;
  required: boolean;
}

/** The members that a schema names, also those of its allOf, oneOf and anyOf; of a list those of its elements. */
export function membersOf(root: JsonObject, given: Json | undefined, depth = 0): Member[] {
  const schema = deref(root, given);
  if (depth > 8) {
    return [];
  }
  const required = Array.isArray(schema['required']) ? schema['required'] : [];
  const own = Object.entries(objectOf(schema['properties'])).map(([name, s]) => ({
    name,
    schema: deref(root, s),
    required: required.includes(name),
  }));
  const parts = ['allOf', 'oneOf', 'anyOf'].flatMap((key) => (Array.isArray(schema[key]) ? schema[key] : []));
  const listed = schema['items'] === undefined ? [] : membersOf(root, schema['items'], depth + 1);
  const all = [...own, ...parts.flatMap((s) => membersOf(root, s, depth + 1)), ...listed];
  return all.filter((m, i) => all.findIndex((other) => other.name === m.name) === i);
}

/** What a schema says of a value, in short: its type, its enum or its form. */
export function typeOf(root: JsonObject, given: Json | undefined): string {
  const schema = deref(root, given);
  if (Array.isArray(schema['enum'])) {
    return schema['enum'].map((v) => JSON.stringify(v)).join(' | ');
  }
  if (schema['const'] !== undefined) {
    return JSON.stringify(schema['const']);
  }
  const type = Array.isArray(schema['type']) ? schema['type'].map(text).join(' | ') : text(schema['type']);
  if (type === 'array') {
    return `${typeOf(root, schema['items'])}[]`;
  }
  const form = text(schema['format']) || text(schema['pattern']);
  return [type || (membersOf(root, schema).length > 0 ? 'object' : 'any'), form].filter(Boolean).join(' ');
}

/** The values that a schema lists; none where it lists none. */
export function valuesOf(root: JsonObject, given: Json | undefined): string[] {
  const schema = deref(root, given);
  if (schema['type'] === 'boolean') {
    return ['true', 'false'];
  }
  return Array.isArray(schema['enum']) ? schema['enum'].map((v) => (typeof v === 'string' ? v : JSON.stringify(v))) : [];
}

/** A token that the document's own examples show; "" where there is none. */
export function exampleToken(value: Json | undefined): string {
  if (Array.isArray(value)) {
    return value.map(exampleToken).find((t) => t !== '') ?? '';
  }
  if (!isObject(value)) {
    return '';
  }
  const own = value['accessToken'] ?? value['access_token'];
  if (typeof own === 'string' && own !== '') {
    return own;
  }
  return Object.values(value).map(exampleToken).find((t) => t !== '') ?? '';
}
