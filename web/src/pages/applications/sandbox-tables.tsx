import { Button, Group, Modal, Select, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { sandboxOf, type SandboxSchemas } from '@/api/clients';
import { answered, done } from '@/api/problem';
import { ConfirmDialog } from '@/parts/confirm-dialog';
import { DataTable, type Column } from '@/parts/data-table';
import { useFilters } from '@/parts/filters';
import { QueryView } from '@/parts/query-view';
import { Section } from '@/parts/section';
import { useSubmit } from '@/parts/use-submit';
import { jsonColumns, keyOf, readableAs, typed, written } from './row-values';
import { sandboxKey } from './sandbox-key';
import { useSandboxState } from './sandbox-state';
import { useTexts } from './texts';
import { useSandboxChange } from './use-sandbox';

type Table = SandboxSchemas['TableSummary'];
type Page = SandboxSchemas['TableRowPage'];
type Row = SandboxSchemas['TableRow'];

const size = 20;

/** The tables of the sandbox: one is chosen, its rows are changed. */
export function Tables({ application }: { application: string }) {
  const t = useTexts();
  const [{ table }, setFilters] = useFilters(['table', 'row']);
  const query = useSandboxState(application);
  return (
    <Section title={t('tables')} text={t('tablesText')}>
      <QueryView query={query} loading={t('loadingState')}>
        {({ tables }) => {
          const opened = tables.find((x) => `${x.api}/${x.name}` === table);
          return (
            <Stack gap="md">
              <Select
                label={t('table')}
                placeholder={t('chooseTable')}
                data={tables.map((x) => ({ value: `${x.api}/${x.name}`, label: t('tableOf', { title: x.title ?? x.name, api: x.api, rows: x.rows }) }))}
                value={opened ? table : null}
                onChange={(v) => setFilters({ table: v ?? '', row: '' })}
                searchable
                clearable
                nothingFoundMessage={t('noneFound')}
              />
              {opened && <Rows key={table} application={application} table={opened} />}
            </Stack>
          );
        }}
      </QueryView>
    </Section>
  );
}

function Rows({ application, table }: { application: string; table: Table }) {
  const t = useTexts();
  const [filters, setFilters] = useFilters(['row']);
  const page = Math.max(1, Number(filters.row) || 1);
  const query = useQuery({
    queryKey: [...sandboxKey(application), 'table', table.api, table.name, page],
    queryFn: () =>
      answered(
        sandboxOf(application).GET('/tables/{api}/{table}/rows', {
          params: { path: { api: table.api, table: table.name }, query: { page, size } },
        }),
      ),
  });
  return (
    <QueryView query={query} loading={t('loadingRows')}>
      {(rows) => (
        <Stack gap="sm">
          <Grid application={application} page={rows} />
          <Group justify="space-between">
            <Text size="sm" c="dimmed">
              {t('rows', { count: rows.total })}
            </Text>
            <Group gap="xs">
              {page > 1 && (
                <Button size="xs" variant="default" onClick={() => setFilters({ row: page === 2 ? '' : String(page - 1) })}>
                  {t('previousPage')}
                </Button>
              )}
              {page * size < rows.total && (
                <Button size="xs" variant="default" onClick={() => setFilters({ row: String(page + 1) })}>
                  {t('nextPage')}
                </Button>
              )}
            </Group>
          </Group>
        </Stack>
      )}
    </QueryView>
  );
}

function Grid({ application, page }: { application: string; page: Page }) {
  const t = useTexts();
  const [edited, setEdited] = useState<Row | 'new'>();
  const [deleted, setDeleted] = useState<Row>();
  const remove = useSandboxChange(application, (s, key: string) =>
    done(s.DELETE('/tables/{api}/{table}/rows/{key}', { params: { path: { api: page.api, table: page.table, key } } })),
  );
  const named = [...page.key, ...page.columns.filter((c) => !page.key.includes(c))]; // what names a row comes first
  const columns = named.map((c): Column<Row> => ({ label: c, cell: ({ row }) => <span className="path">{written(row[c])}</span> }));
  const actions: Column<Row> = {
    label: t('actions'),
    cell: (row) =>
      row.key === undefined ? null : (
        <Group gap={6} wrap="nowrap">
          <Button size="compact-sm" variant="default" onClick={() => setEdited(row)} aria-label={t('editRow', { key: row.key })}>
            {t('edit')}
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => setDeleted(row)} aria-label={t('deleteRow', { key: row.key })}>
            {t('delete')}
          </Button>
        </Group>
      ),
  };
  const [first = actions, ...rest] = columns;
  return (
    <>
      {page.writable && (
        <div>
          <Button size="xs" variant="default" onClick={() => setEdited('new')}>
            {t('addRow')}
          </Button>
        </div>
      )}
      <DataTable
        caption={page.table}
        rows={page.rows}
        rowKey={(r) => r.key ?? JSON.stringify(r.row)}
        empty={<Text c="dimmed">{t('noRows')}</Text>}
        columns={[first, ...rest, ...(page.writable ? [actions] : [])]}
      />
      <Modal opened={edited !== undefined} onClose={() => setEdited(undefined)} title={t(edited === 'new' ? 'addRow' : 'changeRow')} centered>
        {edited !== undefined && (
          <EditRow application={application} page={page} row={edited === 'new' ? undefined : edited} onDone={() => setEdited(undefined)} />
        )}
      </Modal>
      <ConfirmDialog
        opened={deleted !== undefined}
        onClose={() => setDeleted(undefined)}
        title={t('deleteRow', { key: deleted?.key ?? '' })}
        text={t('deleteRowText')}
        action={t('delete')}
        danger
        onConfirm={() => remove.mutateAsync(deleted?.key ?? '')}
      />
    </>
  );
}

function EditRow({ application, page, row, onDone }: { application: string; page: Page; row: Row | undefined; onDone: () => void }) {
  const t = useTexts();
  const json = jsonColumns(page.columns, page.rows.map((r) => r.row));
  const put = useSandboxChange(application, (s, values: Record<string, string>) => {
    const body = typed(values, json);
    return answered(
      s.PUT('/tables/{api}/{table}/rows/{key}', {
        params: { path: { api: page.api, table: page.table, key: row?.key ?? keyOf(body, page.key) } },
        body,
      }),
    );
  });
  const form = useForm<Record<string, string>>({
    initialValues: Object.fromEntries(page.columns.map((c) => [c, written(row?.row[c])])),
    validate: Object.fromEntries(
      page.columns.map((c) => [
        c,
        (v: string) => (page.key.includes(c) && v === '' ? t('needed') : readableAs(v, json.has(c)) ? null : t('badJson')),
      ]),
    ),
  });
  const { onSubmit, busy, alert } = useSubmit({ form, send: (values) => put.mutateAsync(values), onSuccess: onDone });
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack gap="sm">
        {page.columns.map((c) => (
          <TextInput
            key={c}
            label={c}
            description={json.has(c) ? t('asJson') : undefined}
            required={page.key.includes(c)}
            readOnly={row !== undefined && page.key.includes(c)}
            {...form.getInputProps(c)}
          />
        ))}
        {alert}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onDone}>
            {t('cancel')}
          </Button>
          <Button type="submit" loading={busy}>
            {t('save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
