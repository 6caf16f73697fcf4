import type { SandboxSchemas } from '@/api/clients';

type Values = SandboxSchemas['RowValues'];
type Json = SandboxSchemas['JsonValue'];

/** A value of a table as it is shown and typed: text as it is, anything else as JSON, nothing as "". */
export function written(value: Json | undefined): string {
  if (value === undefined) {
    return '';
  }
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/**
 * Tells which columns hold something else than text, going by the rows that there are: what is typed into these is read
 * as JSON.
 */
export function jsonColumns(columns: readonly string[], rows: readonly Values[]): Set<string> {
  return new Set(columns.filter((c) => rows.some((r) => r[c] !== undefined && r[c] !== null && typeof r[c] !== 'string')));
}

/** Whether something typed can be read for its column. */
export function readableAs(text: string, json: boolean): boolean {
  if (!json || text === '') {
    return true;
  }
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** The row that was typed; columns left empty are left out. */
export function typed(texts: Record<string, string>, json: ReadonlySet<string>): Values {
  return Object.fromEntries(
    Object.entries(texts)
      .filter(([, text]) => text !== '')
      .map(([column, text]) => [column, json.has(column) ? (JSON.parse(text) as Json) : text]),
  );
}

/** A row's key as the API takes it: the values of the key's columns, joined by commas, which are escaped within them. */
export function keyOf(row: Values, key: readonly string[]): string {
  return key.map((c) => written(row[c]).replace(/[\\,]/g, '\\$&')).join(',');
}
