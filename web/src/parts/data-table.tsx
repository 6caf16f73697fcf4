import { Table } from '@mantine/core';
import type { ReactNode } from 'react';

export interface Column<Row> {
  /** Its heading. */
  label: string;
  cell: (row: Row) => ReactNode;
  /** At the right, for numbers. */
  numeric?: boolean;
}

interface Props<Row> {
  /** What the table shows, for readers of the screen. */
  caption: string;
  /** The first column names the row. */
  columns: readonly [Column<Row>, ...Column<Row>[]];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** What stands there without rows. */
  empty: ReactNode;
  /** For a table of any number of columns: it scrolls by itself, and the keyboard can scroll it. */
  wide?: boolean;
}

/** A table; on a phone each row is a card. */
export function DataTable<Row>({ caption, columns, rows, rowKey, empty, wide = false }: Props<Row>) {
  if (rows.length === 0) {
    return <>{empty}</>;
  }
  return (
    <div className="table-around" {...(wide && { tabIndex: 0, role: 'region', 'aria-label': caption })}>
      <Table className="cards" highlightOnHover verticalSpacing="xs">
        <Table.Caption className="unseen">{caption}</Table.Caption>
        <Table.Thead>
          <Table.Tr>
            {columns.map((c) => (
              <Table.Th key={c.label} scope="col" ta={c.numeric ? 'right' : 'left'}>
                {c.label}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={rowKey(row)}>
              {columns.map((c, i) =>
                i === 0 ? (
                  <Table.Th key={c.label} scope="row" data-label={c.label}>
                    {c.cell(row)}
                  </Table.Th>
                ) : (
                  <Table.Td key={c.label} data-label={c.label} ta={c.numeric ? 'right' : undefined}>
                    {c.cell(row)}
                  </Table.Td>
                ),
              )}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
