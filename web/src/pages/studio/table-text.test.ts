import { parse } from 'yaml';
import { describe, expect, test } from 'vitest';
import { addRow, apply, changeCell, removeRow, tablesIn } from './table-text';

const source = `scenario: a
tables:
  vpas:
    key: [vpa]
    columns: {vpa: string, count: integer, owner: string}
    rows:
      - {vpa: john@okhdfc, count: 1}  # John
      - vpa: jane@okhdfc
        count: 2
rules: {}
`;

function table(text = source) {
  const found = tablesIn(text)[0];
  if (!found) {
    throw new Error('there is no table');
  }
  return found;
}

function row(i: number) {
  const found = table().rows[i];
  if (!found) {
    throw new Error('there is no row');
  }
  return found;
}

const rows = (text: string) => (parse(text) as { tables: { vpas: { rows: unknown } } }).tables.vpas.rows;

describe('a table in the text of a scenario file', () => {
  test('is read with its columns and rows', () => {
    expect(table()).toMatchObject({ name: 'vpas', columns: ['vpa', 'count', 'owner'], key: ['vpa'] });
    expect(table().rows.map((r) => r.cells['vpa']?.text)).toEqual(['john@okhdfc', 'jane@okhdfc']);
  });

  test('keeps everything else when a cell changes', () => {
    expect(apply(source, changeCell(table(), row(0), 'vpa', 'x y'))).toBe(source.replace('john@okhdfc', 'x y'));
    expect(apply(source, changeCell(table(), row(1), 'count', '7'))).toBe(source.replace('count: 2', 'count: 7'));
  });

  test.each(['', '007', 'true', 'null', ': #', 'say "no"', '- a', '${x}'])('takes %j as text', (text) => {
    expect(rows(apply(source, changeCell(table(), row(0), 'vpa', text)))).toMatchObject([{ vpa: text }, {}]);
    expect(rows(apply(source, changeCell(table(), row(1), 'owner', text)))).toMatchObject([{}, { owner: text, vpa: 'jane@okhdfc' }]);
    expect(rows(apply(source, changeCell(table(), row(0), 'owner', text)))).toMatchObject([{ owner: text, count: 1 }, {}]);
  });

  test('gets a row and loses one', () => {
    expect(rows(apply(source, addRow(source, table(), { vpa: 'a@b', count: '3', owner: '' })))).toEqual([
      { vpa: 'john@okhdfc', count: 1 },
      { vpa: 'jane@okhdfc', count: 2 },
      { vpa: 'a@b', count: 3 },
    ]);
    expect(rows(apply(source, removeRow(source, row(0))))).toEqual([{ vpa: 'jane@okhdfc', count: 2 }]);
    expect(rows(apply(source, removeRow(source, row(1))))).toEqual([{ vpa: 'john@okhdfc', count: 1 }]);
  });

  test('is none while the text is no YAML', () => {
    expect(tablesIn('tables: {')).toEqual([]);
  });
});
