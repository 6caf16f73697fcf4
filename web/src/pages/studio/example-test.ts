import { parseDocument } from 'yaml';
import type { Json, JsonObject } from '@/api/documents';
import type { ApiDocument, Operation } from '@/api/openapi';

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function read(source: string): JsonObject {
  const document = parseDocument(source);
  const value: unknown = document.errors.length === 0 ? document.toJS() : undefined;
  return isObject(value as Json) ? (value as JsonObject) : {};
}

/** Tells whether a scenario file has tests of its own. */
export function hasTests(source: string): boolean {
  return Array.isArray(read(source)['tests']);
}

/** A body that the match of a rule takes, where that is made of constants; else the document's example. */
function bodyFor(match: Json | undefined, operation: Operation): Json | undefined {
  const body = isObject(match) ? match['body'] : undefined;
  const constant = isObject(body) && Object.values(body).every((v) => typeof v !== 'object');
  const example = operation.body?.examples[0]?.[1];
  return constant ? { ...(isObject(example) ? example : {}), ...body } : example;
}

/** A file with a first test in it: that the first rule answers. The text is the same where there is no rule to test. */
export function withExampleTest(source: string, document: ApiDocument | undefined): string {
  const file = read(source);
  const rules = isObject(file['rules']) ? Object.entries(file['rules']) : [];
  const [id, list] = rules.find(([name]) => document?.operations.some((o) => o.id === name)) ?? [];
  const operation = document?.operations.find((o) => o.id === id);
  const rule = Array.isArray(list) ? list[0] : undefined;
  if (!operation || !isObject(rule) || typeof rule['name'] !== 'string') {
    return source;
  }
  const path = Object.fromEntries(operation.parameters.filter((p) => p.in === 'path').map((p) => [p.name, p.example || p.name]));
  const body = bodyFor(rule['match'], operation);
  const lines = [
    'tests:',
    `  - name: ${JSON.stringify(`${rule['name']} answers`)}`,
    ...(file['default'] === true || typeof file['scenario'] !== 'string' ? [] : [`    select: [${file['scenario']}]`]),
    '    steps:',
    `      - call: ${operation.id}`,
    ...(Object.keys(path).length > 0 ? [`        path: ${JSON.stringify(path)}`] : []),
    ...(body !== undefined ? [`        body: ${JSON.stringify(body)}`] : []),
    `        expect: {rule: ${JSON.stringify(rule['name'])}}`,
  ];
  return `${source.trimEnd()}\n\n${lines.join('\n')}\n`;
}
