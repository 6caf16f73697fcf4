import type { Json, JsonObject } from '@/api/documents';
import given from './grammar.json';
import { deref } from '@/api/openapi';
import type { Step } from './place';

// What may stand in a scenario file is said by its JSON Schema, grammar.json: that of an API with one operation, as
// `sandbank schema grammar --document grammar.yaml` prints it. What is an API's own comes from its document and from
// the sandbox (vocabulary.ts). A test compares grammar.json with what the program prints.

const root = given as unknown as JsonObject;

/** Something that may be written at a place. */
export interface Choice {
  label: string;
  detail: string;
  name: boolean;
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A schema and everything that it consists of or chooses from. */
function parts(schema: Json | undefined, depth = 0): JsonObject[] {
  if (!isObject(schema) || depth > 12) {
    return [];
  }
  const described = schema['$ref'] === undefined ? [schema] : [schema, ...parts(deref(root, schema), depth + 1)];
  const more = ['allOf', 'anyOf', 'oneOf'].flatMap((key) => (Array.isArray(schema[key]) ? schema[key] : []));
  return [...described, ...[...more, schema['then'], schema['else']].flatMap((s) => parts(s, depth + 1))];
}

function step(schemas: JsonObject[], to: Step): JsonObject[] {
  const next = schemas.flatMap((s): (Json | undefined)[] => {
    if (to === '[]') {
      return [s['items']];
    }
    const properties = isObject(s['properties']) ? s['properties'] : {};
    if (properties[to] !== undefined) {
      return [properties[to]];
    }
    return isObject(s['additionalProperties']) ? [s['additionalProperties']] : [];
  });
  return next.flatMap((s) => parts(s));
}

/** The way in the grammar for one in a file: every operation of an API is like the grammar's only one. */
function general(path: Step[]): Step[] {
  const rule = path[0] === 'rules' && path.length > 1 && path[1] !== '*';
  return rule ? ['rules', 'anyOperation', ...path.slice(2)] : path;
}

function describe(schema: Json): string {
  const text = parts(schema).map((s) => s['description']).find((d) => typeof d === 'string');
  return text ?? '';
}

/** What the grammar lets stand at a place: names of members, and values. */
export function choicesAt(path: Step[]): Choice[] {
  const schemas = general(path).reduce((found, to) => step(found, to), parts(root));
  const names = schemas.flatMap((s) => Object.entries(isObject(s['properties']) ? s['properties'] : {}).filter(([, v]) => v !== false));
  const values = schemas.flatMap((s): Json[] => {
    if (Array.isArray(s['enum'])) {
      return s['enum'];
    }
    if (s['const'] !== undefined) {
      return [s['const']];
    }
    return s['type'] === 'boolean' ? [true, false] : [];
  });
  const all = new Map<string, Choice>();
  for (const [label, schema] of names) {
    const detail = describe(schema);
    if (!all.has(label) || all.get(label)?.detail === '') {
      all.set(label, { label, detail, name: true });
    }
  }
  for (const value of values) {
    const label = typeof value === 'string' ? value : JSON.stringify(value);
    all.set(`=${label}`, { label, detail: '', name: false });
  }
  return [...all.values()];
}
