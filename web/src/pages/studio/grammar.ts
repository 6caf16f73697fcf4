import type { Json, JsonObject } from '@/api/documents';
import { deref } from '@/api/openapi';
import type { Step } from './place';

// What may stand in a scenario file is said by the JSON Schema of the API's files, which the server makes of what it
// serves (GET /scenario-schemas/{api}).

/** Something that may be written at a place. */
export interface Choice {
  label: string;
  detail: string;
  name: boolean;
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Where in a schema one is: its root, and the operation that the step of a test calls, "" for none. */
interface Reading {
  root: JsonObject;
  call: string;
}

/** The operation that a part of a schema is about, which speaks of the steps of tests. */
function calledIn(schema: JsonObject): Json | undefined {
  const condition = isObject(schema['if']) && isObject(schema['if']['properties']) ? schema['if']['properties']['call'] : undefined;
  return isObject(condition) ? condition['const'] : undefined;
}

/** A schema and everything that it consists of or chooses from. */
function parts(at: Reading, schema: Json | undefined, depth = 0): JsonObject[] {
  if (!isObject(schema) || depth > 12) {
    return [];
  }
  const called = calledIn(schema);
  if (called !== undefined && called !== at.call) {
    return [];
  }
  const described = schema['$ref'] === undefined ? [schema] : [schema, ...parts(at, deref(at.root, schema), depth + 1)];
  const more = ['allOf', 'anyOf', 'oneOf'].flatMap((key) => (Array.isArray(schema[key]) ? schema[key] : []));
  return [...described, ...[...more, schema['then'], schema['else']].flatMap((s) => parts(at, s, depth + 1))];
}

function step(at: Reading, schemas: JsonObject[], to: Step): JsonObject[] {
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
  return next.flatMap((s) => parts(at, s));
}

function describe(at: Reading, schema: Json): string {
  const text = parts(at, schema).map((s) => s['description']).find((d) => typeof d === 'string');
  return text ?? '';
}

/** What a schema lets stand at a place: names of members, and values. `call` is what the step calls, of a test. */
export function choicesAt(root: JsonObject | undefined, path: Step[], call = ''): Choice[] {
  const at = { root: root ?? {}, call };
  const schemas = path.reduce((found, to) => step(at, found, to), parts(at, at.root));
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
    const detail = describe(at, schema);
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
