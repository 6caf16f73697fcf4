import { Anchor, Group, Stack, Text } from '@mantine/core';
import { Link } from 'react-router';
import type { PortalSchemas } from '@/api/clients';
import type { Operation } from '@/api/openapi';
import { DataTable } from '@/parts/data-table';
import { Empty } from '@/parts/empty';
import { useFilters } from '@/parts/filters';
import { ChoiceFilter, SearchField } from '@/parts/listing';
import { QueryView } from '@/parts/query-view';
import { Section } from '@/parts/section';
import { State } from '@/parts/state';
import { useApiDocument } from '@/parts/use-api-document';
import { codesOf, namedCodes } from './codes';
import { pageOf, useErrors, useOpened } from './data';
import { useTexts } from './texts';

type Entry = PortalSchemas['ErrorEntry'];

/** What can go wrong: the problems of the API itself, and those that any call can be answered with. */
export function Component() {
  const t = useTexts();
  const { api } = useOpened();
  const [{ text, status }, setFilters] = useFilters(['text', 'status']);
  const errors = useErrors(api.api);
  const { data: document } = useApiDocument(api.api);
  const operations = document?.operations ?? [];
  const wanted = text.toLowerCase();
  const fits = (e: Entry) => (status === '' || String(e.status) === status) && `${e.code} ${e.title}`.toLowerCase().includes(wanted);
  return (
    <QueryView query={errors} loading={t('loadingErrors')}>
      {(all) => {
        const named = new Set(operations.flatMap(namedCodes));
        const isOwn = (e: Entry) => e.apis !== undefined || named.has(e.code);
        const found = all.filter(fits);
        const statuses = [...new Set(all.map((e) => String(e.status)))].sort();
        return (
          <Stack gap="lg">
            <Section title={t('tab_errors')} text={t('errorsText')}>
              <Group gap="sm" align="end">
                <SearchField label={t('search')} value={text} onChange={(typed) => setFilters({ text: typed })} />
                <ChoiceFilter
                  label={t('status')}
                  value={status}
                  choices={statuses.map((s) => ({ value: s, label: s }))}
                  onChange={(chosen) => setFilters({ status: chosen })}
                />
              </Group>
            </Section>
            {found.length === 0 && <Empty title={t('noneFound')} />}
            <Errors title={t('ownErrors')} errors={found.filter(isOwn)} operations={operations} api={api.api} />
            <Errors title={t('sharedErrors')} errors={found.filter((e) => !isOwn(e))} operations={[]} api={api.api} />
          </Stack>
        );
      }}
    </QueryView>
  );
}

function Errors({ title, errors, operations, api }: { title: string; errors: Entry[]; operations: Operation[]; api: string }) {
  const t = useTexts();
  return errors.length === 0 ? null : (
    <Section title={title}>
      <DataTable
        caption={title}
        rows={errors}
        rowKey={(e) => `${e.code} ${e.status} ${e.title}`}
        empty={null}
        columns={[
          { label: t('code'), cell: (e) => <code className="breakable">{e.code}</code> },
          { label: t('status'), cell: (e) => <State tone={e.status >= 500 ? 'bad' : 'wait'}>{e.status}</State> },
          {
            label: t('meaning'),
            cell: (e) => (
              <>
                {e.title}
                <Text size="sm" c="dimmed">
                  {e.handling}
                </Text>
                <NamedBy code={e.code} errors={errors} operations={operations} api={api} />
              </>
            ),
          },
        ]}
      />
    </Section>
  );
}

const most = 4;

/** The operations whose part of the document names a code; where most of them do, none. */
function NamedBy({ code, errors, operations, api }: { code: string; errors: Entry[]; operations: Operation[]; api: string }) {
  const naming = operations.filter((o) => codesOf(o, errors).includes(code));
  return naming.length === 0 || naming.length > most ? null : (
    <Group gap="xs" mt={2}>
      {naming.map((o) => (
        <Anchor key={o.id} component={Link} size="xs" to={pageOf(api, `reference/${o.id}`)}>
          {o.id}
        </Anchor>
      ))}
    </Group>
  );
}
