import type { Json, JsonObject } from './documents';
import { deref, type Member } from './openapi';

// What schemas say, as a reference shows it: one level at a time, for a schema may contain itself.

/** One of the schemas that a value can have. */
export interface Variant {
  name: string;
  schema: JsonObject;
}

/** What a value is made of. */
export interface Shape {
  /** Those of an object. */
  members: Member[];
  /** What further members are like; undefined where nothing is said of them, or there are none. */
  others: JsonObject | undefined;
  /** Those of a list. */
  items: JsonObject | undefined;
  variants: Variant[];
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const listOf = (value: Json | undefined): Json[] => (Array.isArray(value) ? value : []);

/** The name of a schema: its title, or that under which the document keeps it. */
function nameOf(root: JsonObject, given: Json): string {
  const schema = deref(root, given);
  if (typeof schema['title'] === 'string') {
    return schema['title'];
  }
  const reference = isObject(given) && typeof given['$ref'] === 'string' ? given['$ref'] : '';
  return reference.split('/').at(-1) ?? '';
}

/** The schema with all schemas of its allOf. */
function whole(root: JsonObject, given: Json | undefined, depth = 0): JsonObject[] {
  const schema = deref(root, given);
  return depth > 8 ? [schema] : [schema, ...listOf(schema['allOf']).flatMap((part) => whole(root, part, depth + 1))];
}

/** Tells what a value of a schema is made of, one level deep. */
export function shapeOf(root: JsonObject, given: Json | undefined): Shape {
  const parts = whole(root, given);
  const required = parts.flatMap((part) => listOf(part['required']));
  const members = parts.flatMap((part) =>
    Object.entries(isObject(part['properties']) ? part['properties'] : {}).map(([name, schema]) => ({
      name,
      schema: deref(root, schema),
      required: required.includes(name),
    })),
  );
  const others = parts.map((part) => part['additionalProperties']).find(isObject);
  const items = parts.map((part) => part['items']).find((value) => value !== undefined);
  return {
    members: members.filter((m, i) => members.findIndex((other) => other.name === m.name) === i),
    others: others && deref(root, others),
    items: items === undefined ? undefined : deref(root, items),
    variants: parts.flatMap((part) =>
      [...listOf(part['oneOf']), ...listOf(part['anyOf'])].map((variant) => ({ name: nameOf(root, variant), schema: deref(root, variant) })),
    ),
  };
}

/** Tells whether there is more to show of a value than its type. */
export function isDeep(root: JsonObject, given: Json | undefined): boolean {
  const { members, others, items, variants } = shapeOf(root, given);
  return members.length > 0 || variants.length > 0 || others !== undefined || (items !== undefined && isDeep(root, items));
}

/** The type of a value in a word or two, such as `string date` or `Customer[]`. */
export function typeName(root: JsonObject, given: Json | undefined): string {
  const parts = whole(root, given);
  const first = (name: string) => parts.map((part) => part[name]).find((value) => value !== undefined);
  const items = first('items');
  if (items !== undefined) {
    return `${typeName(root, items)}[]`;
  }
  const { members, variants } = shapeOf(root, given);
  const title = first('title');
  if ((members.length > 0 || variants.length > 0) && typeof title === 'string') {
    return title;
  }
  const type = first('type');
  const format = first('format');
  const said = Array.isArray(type) ? type.filter((one) => typeof one === 'string').join(' | ') : typeof type === 'string' ? type : members.length > 0 ? 'object' : 'any';
  return typeof format === 'string' ? `${said} ${format}` : said;
}

/** What a value must keep to; the keys are those of the texts that say it. */
export interface Limit {
  kind: 'length' | 'range' | 'items' | 'members' | 'pattern' | 'multipleOf' | 'unique' | 'default';
  /** "" where the kind says it all. */
  value: string;
}

/** The numbers between two bounds, of which at least one is known. */
function between(least: Json | undefined, most: Json | undefined): string | undefined {
  if (typeof least === 'number' && typeof most === 'number') {
    return least === most ? String(least) : `${least} – ${most}`;
  }
  return typeof least === 'number' ? `≥ ${least}` : typeof most === 'number' ? `≤ ${most}` : undefined;
}

/** Lists what a value of a schema must keep to, beside its type. */
export function limitsOf(root: JsonObject, given: Json | undefined): Limit[] {
  return whole(root, given).flatMap((s) => {
    const exclusive = [
      ...(typeof s['exclusiveMinimum'] === 'number' ? [`> ${s['exclusiveMinimum']}`] : []),
      ...(typeof s['exclusiveMaximum'] === 'number' ? [`< ${s['exclusiveMaximum']}`] : []),
    ].join(', ');
    const said: [Limit['kind'], string | undefined][] = [
      ['length', between(s['minLength'], s['maxLength'])],
      ['range', between(s['minimum'], s['maximum']) ?? (exclusive || undefined)],
      ['multipleOf', typeof s['multipleOf'] === 'number' ? String(s['multipleOf']) : undefined],
      ['items', between(s['minItems'], s['maxItems'])],
      ['unique', s['uniqueItems'] === true ? '' : undefined],
      ['members', between(s['minProperties'], s['maxProperties'])],
      ['pattern', typeof s['pattern'] === 'string' ? s['pattern'] : undefined],
      ['default', s['default'] === undefined ? undefined : JSON.stringify(s['default'])],
    ];
    return said.flatMap(([kind, value]) => (value === undefined ? [] : [{ kind, value }]));
  });
}

/** The values that there are, as JSON; none where they are not listed. */
export function choicesOf(root: JsonObject, given: Json | undefined): string[] {
  return whole(root, given).flatMap((s) => [...listOf(s['enum']), ...(s['const'] === undefined ? [] : [s['const']])].map((v) => JSON.stringify(v)));
}

/** The first example of a value, as JSON; undefined where there is none. */
export function exampleIn(root: JsonObject, given: Json | undefined): string | undefined {
  const found = whole(root, given).flatMap((s) => [...listOf(s['examples']), ...(s['example'] === undefined ? [] : [s['example']])])[0];
  return found === undefined ? undefined : JSON.stringify(found);
}
