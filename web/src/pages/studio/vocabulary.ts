import type { JsonObject } from '@/api/documents';
import { membersOf, valuesOf, type ApiDocument, type Operation } from '@/api/openapi';
import { choicesAt, type Choice } from './grammar';
import type { Place, Step } from './place';

/** What can be spoken of in the scenario files of an API. */
export interface Vocabulary {
  apis: string[];
  document: ApiDocument | undefined;
  /** Tables of the API and of the file itself. */
  tables: { name: string; columns: string[] }[];
  states: { name: string; values: string[] }[];
  /** Problems of which scenarios and the file speak. */
  problems: { code: string; title: string }[];
  /** The JSON Schema of the API's scenario files. */
  schema: JsonObject | undefined;
}

/** What else stands around the place where one types. */
export interface Around {
  /** The status that the rule answers, "" where it says none. */
  status: string;
  /** The operation that the step of a test calls, "" for none. */
  call: string;
}

const name = (label: string, detail = ''): Choice => ({ label, detail, name: true });
const value = (label: string, detail = ''): Choice => ({ label, detail, name: false });

function inRespond(operation: Operation, vocabulary: Vocabulary, rest: Step[], status: string): Choice[] | undefined {
  const [first, ...way] = rest;
  switch (first) {
    case 'status':
      return operation.answers.map((a) => value(a.status, a.description));
    case 'problem':
      return vocabulary.problems.map((p) => value(p.code, p.title));
    case 'type':
      return [...new Set(operation.answers.flatMap((a) => a.mediaTypes))].map((m) => value(m));
    case 'example':
      return operation.answers.flatMap((a) => a.examples.map(([name]) => value(name, a.status)));
    case 'body': {
      const answer = operation.answers.find((a) => (status === '' ? a.status.startsWith('2') : a.status === status));
      return within(vocabulary, answer?.schema, way);
    }
    default:
      return undefined;
  }
}

/** The members or values of a place within a body. */
function within(vocabulary: Vocabulary, schema: Parameters<typeof membersOf>[1], way: Step[]): Choice[] {
  const root = vocabulary.document?.root ?? {};
  let at = schema;
  for (const to of way) {
    if (to !== '[]') {
      at = membersOf(root, at).find((m) => m.name === to)?.schema;
    }
  }
  const text = (d: unknown) => (typeof d === 'string' ? d : '');
  return [
    ...membersOf(root, at).map((m) => name(m.name, text(m.schema['description']))),
    ...valuesOf(root, at).map((v) => value(v)),
  ];
}

function inMatch(operation: Operation, vocabulary: Vocabulary, path: Step[]): Choice[] | undefined {
  const [part, ...way] = path.slice(4);
  const operators = way.length > 0 ? choicesAt(vocabulary.schema, path).filter((c) => c.label.startsWith('$')) : [];
  if (part === 'body') {
    return [...within(vocabulary, operation.body?.schema, way), ...operators];
  }
  if (part !== 'path' && part !== 'query' && part !== 'header') {
    return undefined;
  }
  const own = operation.parameters.filter((p) => p.in === part);
  if (way.length === 0) {
    return own.map((p) => name(p.name, p.description));
  }
  const schema = own.find((p) => p.name === way[0])?.schema;
  return [...valuesOf(vocabulary.document?.root ?? {}, schema).map((v) => value(v)), ...operators];
}

const effects = ['insert', 'upsert', 'update', 'delete'];

/** Names of tables, columns and states, wherever they stand. */
function ofSandbox({ tables, states }: Vocabulary, path: Step[]): Choice[] | undefined {
  const last = path.at(-1) ?? '';
  const before = path.at(-2) ?? '';
  const columns = (table: string) => tables.find((t) => t.name === table)?.columns.map((c) => name(c));
  if (last === 'table') {
    return tables.map((t) => value(t.name, t.columns.join(', ')));
  }
  if (effects.includes(last)) {
    return tables.map((t) => name(t.name, t.columns.join(', ')));
  }
  if (effects.includes(before)) {
    return columns(last);
  }
  if ((last === 'state' && path.includes('rules')) || last === 'set') {
    return states.map((s) => name(s.name, s.values.join(' | ')));
  }
  if ((before === 'state' && path.includes('rules')) || before === 'set') {
    return states.find((s) => s.name === last)?.values.map((v) => value(v));
  }
  return undefined;
}

/** What may be written at a place, the API's own words first. */
export function wordsAt(vocabulary: Vocabulary, { path }: Place, { status, call }: Around): Choice[] {
  const operations = vocabulary.document?.operations ?? [];
  if (path.length === 1 && path[0] === 'api') {
    return vocabulary.apis.map((a) => value(a));
  }
  if (path.length === 1 && path[0] === 'rules') {
    const others = choicesAt(vocabulary.schema, path).filter((c) => !operations.some((o) => o.id === c.label));
    return [...operations.map((o) => name(o.id, `${o.method} ${o.path}: ${o.summary}`)), ...others];
  }
  const operation = operations.find((o) => o.id === path[1]);
  if (path[0] === 'rules' && operation) {
    const own = path[3] === 'respond' ? inRespond(operation, vocabulary, path.slice(4), status) : path[3] === 'match' ? inMatch(operation, vocabulary, path) : undefined;
    if (own) {
      return own;
    }
  }
  return ofSandbox(vocabulary, path) ?? choicesAt(vocabulary.schema, path, call);
}
