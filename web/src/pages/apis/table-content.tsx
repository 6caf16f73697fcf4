import { Anchor, Button, Group, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import type { SandboxSchemas } from '@/api/clients';
import { DataTable, type Column } from '@/parts/data-table';
import { Count } from '@/parts/figures';
import { useTexts } from './texts';

type Table = SandboxSchemas['TableContent'];
type Row = Table['rows'][number];

const first = 6;

const written = (value: unknown) => (value === undefined || value === null ? '' : typeof value === 'string' ? value : JSON.stringify(value));

/** A table of a sandbox with its first rows. */
export function TableContentView({ table, application }: { table: Table; application: string }) {
  const t = useTexts();
  const [all, setAll] = useState(false);
  const column = (name: string): Column<Row> => ({ label: name, cell: (row) => <span className="breakable">{written(row[name])}</span> });
  const [head, ...others] = table.columns;
  const rows = all ? table.rows : table.rows.slice(0, first);
  const title = table.title ?? table.name;
  return (
    <div>
      <Group justify="space-between" mb={4} gap="xs">
        <Title order={3}>{title}</Title>
        <Anchor component={Link} size="sm" to={`/applications/${application}/sandbox?table=${encodeURIComponent(`${table.api}/${table.name}`)}`} aria-label={t('changeTable', { table: title })}>
          {t('change')}
        </Anchor>
      </Group>
      {head !== undefined && (
        <DataTable
          wide
          caption={title}
          rows={rows}
          rowKey={(row) => JSON.stringify(row)}
          empty={
            <Text size="sm" c="dimmed">
              {t('noRows')}
            </Text>
          }
          columns={[column(head), ...others.map(column)]}
        />
      )}
      <Group gap="sm" mt="xs">
        <Text size="sm" c="dimmed">
          {t('rowsShown', { shown: rows.length })} <Count value={table.total} />
        </Text>
        {rows.length < table.rows.length && (
          <Button size="compact-sm" variant="default" onClick={() => setAll(true)}>
            {t('showMore')}
          </Button>
        )}
      </Group>
    </div>
  );
}
