import { isMap, isScalar, isSeq, parseDocument, stringify, type Pair, type Scalar, type YAMLMap } from 'yaml';

// Tables stand in the scenario file itself. They are edited in its text, row by row, so that comments and everything else
// stay as they were written.

/** A cell: its text as one reads it, and where its value stands in the file's text. `fixed` is what is no single value. */
export interface Cell {
  text: string;
  from: number;
  to: number;
  fixed: boolean;
}

/** A row: its cells by column; a column that it lacks has none. */
export interface Row {
  cells: Partial<Record<string, Cell>>;
  from: number;
  to: number;
  flow: boolean;
}

/** A table with its rows in the file. */
export interface FileTable {
  name: string;
  title: string;
  columns: string[];
  types: Record<string, string>;
  key: string[];
  rows: Row[];
  /** Where its rows end, and how far right they begin. */
  end: number;
  indent: number;
}

function scalar(value: unknown): value is Scalar {
  return isScalar(value);
}

function pairs(map: YAMLMap): [string, Pair][] {
  return map.items.flatMap((p): [string, Pair][] => (scalar(p.key) ? [[String(p.key.value), p]] : []));
}

function cellOf(value: unknown, source: string): Cell {
  const node = value as { range?: [number, number, number] | null } | null;
  const [from = 0, to = 0] = node?.range ?? [];
  const fixed = !scalar(value);
  const plain = scalar(value) && value.value !== null ? (typeof value.value === 'string' ? value.value : source.slice(from, to)) : '';
  return { text: fixed ? source.slice(from, to) : plain, from, to, fixed };
}

function tableOf(name: string, map: YAMLMap, source: string): FileTable | undefined {
  const seq: unknown = map.get('rows', true);
  if (!isSeq(seq) || seq.flow === true) {
    return undefined;
  }
  const rows = seq.items.flatMap((item): Row[] => {
    if (!isMap(item) || !item.range) {
      return [];
    }
    const cells = Object.fromEntries(pairs(item).map(([column, p]) => [column, cellOf(p.value, source)]));
    return [{ cells, from: item.range[0], to: item.range[1], flow: item.flow === true }];
  });
  const declared: unknown = map.get('columns', true);
  const types = isMap(declared) ? Object.fromEntries(pairs(declared).map(([c, p]) => [c, scalar(p.value) ? String(p.value.value) : ''])) : {};
  const key: unknown = map.get('key');
  const last = rows.at(-1);
  const first = rows[0];
  if (!last || !first) {
    return undefined;
  }
  const title = map.get('title');
  return {
    name,
    title: typeof title === 'string' ? title : '',
    columns: [...new Set([...Object.keys(types), ...rows.flatMap((r) => Object.keys(r.cells))])],
    types,
    key: isSeq(key) ? key.items.map((k) => (scalar(k) ? String(k.value) : String(k))) : [],
    rows,
    end: last.to,
    indent: first.from - (source.lastIndexOf('\n', first.from - 1) + 1),
  };
}

/** The tables that have rows in the text of a scenario file; none while the text is no YAML. */
export function tablesIn(source: string): FileTable[] {
  const doc = parseDocument(source, { keepSourceTokens: false });
  const tables: unknown = doc.errors.length === 0 && isMap(doc.contents) ? doc.contents.get('tables', true) : undefined;
  if (!isMap(tables)) {
    return [];
  }
  return pairs(tables).flatMap(([name, p]) => {
    const found = isMap(p.value) ? tableOf(name, p.value, source) : undefined;
    return found ? [found] : [];
  });
}

/** A change of a text: what stands between two offsets is replaced. */
export interface TextChange {
  from: number;
  to: number;
  insert: string;
}

const numeric = ['integer', 'number'];

/** How a value is written in a row. Text that YAML would read as something else is quoted. */
function written(text: string, type: string): string {
  if (numeric.includes(type) && /^-?\d+(\.\d+)?$/.test(text)) {
    return text;
  }
  if (type === 'boolean' && /^(true|false)$/.test(text)) {
    return text;
  }
  if (/^[A-Za-z][\w@./+-]*( [\w@./+-]+)*$/.test(text) && stringify(text) === `${text}\n`) {
    return text;
  }
  return JSON.stringify(text);
}

/** The change that gives a cell another value. A cell that is emptied says "" where it has text. */
export function changeCell(table: FileTable, row: Row, column: string, text: string): TextChange {
  const value = written(text, table.types[column] ?? '');
  const cell = row.cells[column];
  if (cell) {
    return { from: cell.from, to: cell.to, insert: (cell.from === cell.to ? ' ' : '') + value };
  }
  const some = Object.keys(row.cells).length > 0;
  if (row.flow) {
    const at = row.to - 1;
    return { from: at, to: at, insert: `${some ? ', ' : ''}${column}: ${value}` };
  }
  return { from: row.from, to: row.from, insert: `${column}: ${value}\n${' '.repeat(table.indent)}` };
}

/** The change that adds a row below the others, with the values given. */
export function addRow(source: string, table: FileTable, values: Record<string, string>): TextChange {
  const end = source.indexOf('\n', table.rows.at(-1)?.flow === true ? table.end : Math.max(0, table.end - 1));
  const at = end < 0 ? source.length : end;
  const cells = Object.entries(values).filter(([, v]) => v !== '');
  const row = `{${cells.map(([c, v]) => `${c}: ${written(v, table.types[c] ?? '')}`).join(', ')}}`;
  return { from: at, to: at, insert: `\n${' '.repeat(Math.max(0, table.indent - 2))}- ${row}` };
}

/** The change that takes a row away, with its line. */
export function removeRow(source: string, row: Row): TextChange {
  const from = source.lastIndexOf('\n', row.from - 1) + 1;
  const end = source.indexOf('\n', row.flow ? row.to : Math.max(row.from, row.to - 1));
  return { from, to: end < 0 ? source.length : end + 1, insert: '' };
}

/** Makes changes in a text. */
export function apply(source: string, { from, to, insert }: TextChange): string {
  return source.slice(0, from) + insert + source.slice(to);
}
