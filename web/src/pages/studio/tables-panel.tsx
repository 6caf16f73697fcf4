import { ActionIcon, Button, Code, Group, Stack, Text, Title } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { Empty } from '@/parts/empty';
import { addRow, apply, changeCell, removeRow, tablesIn, type FileTable, type Row } from './table-text';
import { useTexts } from './texts';

/** The tables of the file as grids. What is changed in them is changed in the text, and the other way round. */
export function TablesPanel({ source, onEdit }: { source: string; onEdit: (source: string) => void }) {
  const t = useTexts();
  const tables = useMemo(() => tablesIn(source), [source]);
  if (tables.length === 0) {
    return <Empty title={t('noTables')} text={t('noTablesText')} />;
  }
  return (
    <Stack gap="lg">
      <Text size="sm" c="dimmed">
        {t('tablesText')}
      </Text>
      {tables.map((table) => (
        <Grid key={table.name} table={table} source={source} onEdit={onEdit} />
      ))}
    </Stack>
  );
}

interface GridProps {
  table: FileTable;
  source: string;
  onEdit: (source: string) => void;
}

function Grid({ table, source, onEdit }: GridProps) {
  const t = useTexts();
  const [values, setValues] = useState<Record<string, string>>({});
  const add = () => {
    onEdit(apply(source, addRow(source, table, values)));
    setValues({});
  };
  const nameOf = (row: Row) => table.key.map((k) => row.cells[k]?.text ?? '').join(' ') || String(table.rows.indexOf(row) + 1);
  return (
    <form
      aria-labelledby={`table-${table.name}`}
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <Title order={2} size="h3" id={`table-${table.name}`}>
        <Code>{table.name}</Code> {table.title}
      </Title>
      <div className="table-around">
        <table className="studio-grid">
          <thead>
            <tr>
              {table.columns.map((c) => (
                <th key={c} scope="col">
                  {c}
                  {table.key.includes(c) && <Text component="span" size="xs" c="dimmed">{` ${t('key')}`}</Text>}
                </th>
              ))}
              <th scope="col">
                <span className="unseen">{t('remove')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row) => (
              <tr key={row.from}>
                {table.columns.map((c) => (
                  <td key={c}>
                    {row.cells[c]?.fixed === true ? (
                      <Code>{row.cells[c].text}</Code>
                    ) : (
                      <GridCell
                        label={t('cell', { column: c, row: nameOf(row) })}
                        value={row.cells[c]?.text ?? ''}
                        onChange={(text) => onEdit(apply(source, changeCell(table, row, c, text)))}
                      />
                    )}
                  </td>
                ))}
                <td>
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    disabled={table.rows.length === 1}
                    aria-label={t('removeRow', { row: nameOf(row) })}
                    onClick={() => onEdit(apply(source, removeRow(source, row)))}
                  >
                    <IconTrash size={16} aria-hidden />
                  </ActionIcon>
                </td>
              </tr>
            ))}
            <tr>
              {table.columns.map((c) => (
                <td key={c}>
                  <input
                    aria-label={t('newCell', { column: c })}
                    value={values[c] ?? ''}
                    onChange={(event) => {
                      const { value } = event.currentTarget;
                      setValues((now) => ({ ...now, [c]: value }));
                    }}
                  />
                </td>
              ))}
              <td />
            </tr>
          </tbody>
        </table>
      </div>
      <Group mt="xs">
        <Button type="submit" size="compact-sm" variant="default" disabled={Object.values(values).every((v) => v === '')}>
          {t('addRow')}
        </Button>
      </Group>
    </form>
  );
}

/** A cell, which takes its new value when one leaves it or presses Enter; Escape takes the old one back. */
function GridCell({ label, value, onChange }: { label: string; value: string; onChange: (value: string) => void }) {
  const [typed, setTyped] = useState<string>();
  const take = () => {
    if (typed !== undefined && typed !== value) {
      onChange(typed);
    }
    setTyped(undefined);
  };
  return (
    <input
      aria-label={label}
      value={typed ?? value}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={take}
      onKeyDown={(event) => {
        if (event.key === 'Enter') {
          event.preventDefault();
          take();
        } else if (event.key === 'Escape') {
          setTyped(undefined);
        }
      }}
    />
  );
}
