import { isMap, isScalar, parseDocument, type YAMLMap } from 'yaml';
import { ruleText } from './place';

// The texts of scenario files as they are read: which rules are where, which tables, and files that begin with them.

/** The rules that a file has for an operation, as they are written. */
export interface RulesText {
  operation: string;
  text: string;
}

function mapIn(text: string, member: string): YAMLMap | undefined {
  const document = parseDocument(text);
  const found: unknown = isMap(document.contents) ? document.contents.get(member, true) : undefined;
  return isMap(found) ? found : undefined;
}

/** The rules of a scenario file by operation, in the order of the file; none while it is no YAML. */
export function rulesIn(text: string): RulesText[] {
  const items = mapIn(text, 'rules')?.items ?? [];
  return items.flatMap(({ key, value }): RulesText[] => {
    const end = (value as { range?: [number, number, number] | null } | null)?.range?.[1];
    if (!isScalar(key) || !key.range || end === undefined) {
      return [];
    }
    const from = text.lastIndexOf('\n', key.range[0]) + 1;
    return [{ operation: String(key.value), text: `${text.slice(from, end).trimEnd()}\n` }];
  });
}

/** The rules of some operations, one below the other. */
export function rulesOf(texts: RulesText[], operations: string[]): string {
  return operations.flatMap((o) => texts.filter((r) => r.operation === o).map((r) => r.text)).join('');
}

/** What a file is made from. */
export interface Origin {
  api: string;
  name: string;
  default: boolean;
}

function head({ api, name, ...of }: Origin): string {
  return `scenario: ${name}-of-ours\ntitle: Ours, made from ${name}\napi: ${api}\n${of.default ? 'default: true\n' : ''}`;
}

/**
 * A file that begins with all rules of another. Its tables, states and problems stay where they are: they belong to the
 * API, and the rules go on using them.
 */
export function fromFile(text: string, origin: Origin): string {
  const texts = rulesIn(text);
  return `${head(origin)}\nrules:\n${rulesOf(texts, texts.map((r) => r.operation))}`;
}

/** A file that begins with the rule at a line, from 1, of another; undefined where no rule stands there. */
export function fromRule(text: string, line: number, operation: string, origin: Origin): string | undefined {
  const rule = ruleText(text, line - 1);
  if (rule === undefined) {
    return undefined;
  }
  const [first = '', ...rest] = rule.trimEnd().split('\n');
  const name = operation === '*' ? "'*'" : operation;
  return `${head(origin)}\nrules:\n  ${name}:\n    - ${first}\n${rest.map((l) => `${l === '' ? '' : `      ${l}`}\n`).join('')}`;
}

/** A table as a scenario file declares it. */
export interface DeclaredTable {
  name: string;
  /** The file that holds its rows; undefined where they stand in the scenario. */
  file: string | undefined;
  /** The types of its columns, or the schema that its rows satisfy, as YAML; "" where none is declared. */
  types: string;
}

/** The tables that a scenario file declares. */
export function tablesOf(text: string): DeclaredTable[] {
  const declared = (mapIn(text, 'tables')?.toJSON() ?? {}) as Record<string, { file?: string; columns?: unknown; schema?: unknown } | null>;
  return Object.entries(declared).map(([name, table]) => {
    const types = (['columns', 'schema'] as const).flatMap((key) => (table?.[key] === undefined ? [] : [`    ${key}: ${JSON.stringify(table[key])}\n`]));
    return { name, file: table?.file, types: types.join('') };
  });
}

/** A file with a table of its own that begins with some rows of another. */
export function fromRows(table: DeclaredTable, api: string, key: string[], rows: Record<string, unknown>[]): string {
  const written = rows.map((row) => `      - {${Object.entries(row).map(([column, v]) => `${column}: ${JSON.stringify(v)}`).join(', ')}}\n`);
  const name = `own_${table.name}`;
  return [
    `scenario: ${name.toLowerCase().replaceAll('_', '-')}\ntitle: Rows of ${table.name}, and our own\napi: ${api}\ndefault: true\n\n`,
    `tables:\n  ${name}:\n    key: [${key.join(', ')}]\n${table.types}    rows:\n`,
    ...written,
  ].join('');
}
