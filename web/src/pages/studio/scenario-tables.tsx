import { Button, Checkbox, Code, Group, Stack, Text, Title } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { sandboxOf, type SandboxSchemas } from '@/api/clients';
import { answered } from '@/api/problem';
import { Empty } from '@/parts/empty';
import { Paging } from '@/parts/paging';
import { QueryView } from '@/parts/query-view';
import { fromRows, type DeclaredTable } from './bank-text';
import { useTexts } from './texts';

type Page = SandboxSchemas['TableRowPage'];
type Values = SandboxSchemas['RowValues'];

interface Props {
  application: string;
  api: string;
  tables: DeclaredTable[];
}

/** The tables of a scenario as the sandbox has them, page by page. Rows that are chosen become a table of one's own. */
export function ScenarioTables({ application, api, tables }: Props) {
  return (
    <Stack gap="xl">
      {tables.map((table) => (
        <OneTable key={table.name} application={application} api={api} table={table} />
      ))}
    </Stack>
  );
}

const size = 25;

function OneTable({ application, api, table }: { application: string; api: string; table: DeclaredTable }) {
  const t = useTexts();
  const navigate = useNavigate();
  const [page, setPage] = useState(1);
  const [chosen, setChosen] = useState<ReadonlyMap<string, Values>>(new Map());
  const query = useQuery({
    queryKey: ['sandbox', application, 'rows', api, table.name, page],
    placeholderData: keepPreviousData,
    queryFn: () =>
      answered(sandboxOf(application).GET('/tables/{api}/{table}/rows', { params: { path: { api, table: table.name }, query: { page, size } } })),
  });
  const choose = (key: string, row: Values) => {
    setChosen((now) => {
      const next = new Map(now);
      if (!next.delete(key)) {
        next.set(key, row);
      }
      return next;
    });
  };
  const copy = (key: string[]) =>
    void navigate(`/studio/new?api=${encodeURIComponent(api)}`, { state: { source: fromRows(table, api, key, [...chosen.values()]) } });
  return (
    <section aria-labelledby={`table-${table.name}`}>
      <Title order={2} size="h3" id={`table-${table.name}`} className="breakable">
        <Code fz="inherit">{table.name}</Code>
      </Title>
      <QueryView query={query} loading={t('loadingTable')}>
        {(read) => (
          <Stack gap="xs">
            <Group justify="space-between" gap="xs">
              <Text size="sm" c="dimmed">
                {[table.file ?? t('inScenario'), t('rowsOf', { count: read.total }), ...(read.writable ? [t('writable')] : [])].join(' · ')}
              </Text>
              <Button size="compact-sm" variant="default" disabled={chosen.size === 0} onClick={() => copy(read.key)}>
                {t('copyRows', { count: chosen.size })}
              </Button>
            </Group>
            <Rows name={table.name} page={read} chosen={chosen} onChoose={choose} />
            <Paging
              after={page > 1 ? String(page) : ''}
              next={page * size < read.total ? String(page + 1) : undefined}
              onChange={(to) => setPage(to === '' ? 1 : Number(to))}
            />
          </Stack>
        )}
      </QueryView>
    </section>
  );
}

interface RowsProps {
  name: string;
  page: Page;
  chosen: ReadonlyMap<string, Values>;
  onChoose: (key: string, row: Values) => void;
}

function Rows({ name, page, chosen, onChoose }: RowsProps) {
  const t = useTexts();
  if (page.total === 0) {
    return <Empty title={t('noRows')} text={t('noRowsText')} />;
  }
  const first = (page.page - 1) * page.size;
  const columns = [...page.key, ...page.columns.filter((c) => !page.key.includes(c))];
  return (
    <div className="table-around">
      <table className="studio-grid studio-read" aria-label={t('rowsIn', { table: name })}>
        <thead>
          <tr>
            <th scope="col">
              <span className="unseen">{t('choose')}</span>
            </th>
            {columns.map((c) => (
              <th key={c} scope="col">
                {c}
                {page.key.includes(c) && <Text component="span" size="xs" c="dimmed">{` ${t('key')}`}</Text>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {page.rows.map(({ key, row }, i) => {
            const id = key ?? String(first + i + 1);
            return (
              <tr key={id}>
                <td>
                  <Checkbox size="xs" aria-label={t('chooseRow', { row: id })} checked={chosen.has(id)} onChange={() => onChoose(id, row)} />
                </td>
                {columns.map((c) => (
                  <td key={c}>
                    <div>{shown(row[c])}</div>
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function shown(value: unknown): string {
  return value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value);
}
