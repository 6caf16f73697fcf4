import { Anchor, Button, Group, Select, Stack, Switch, Text, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { sandboxOf, type SandboxSchemas } from '@/api/clients';
import { answered, done } from '@/api/problem';
import { ConfirmDialog } from '@/parts/confirm-dialog';
import { DataTable } from '@/parts/data-table';
import { Empty } from '@/parts/empty';
import { Count } from '@/parts/figures';
import { useFilters } from '@/parts/filters';
import { QueryView } from '@/parts/query-view';
import { Section } from '@/parts/section';
import { useOpened } from './application';
import { Clock, Status } from '@/parts/exchange';
import { sandboxKey } from './sandbox-key';
import { useTexts } from './texts';
import { useLive } from './use-live';

type Entry = SandboxSchemas['JournalEntrySummary'];

const classes = ['2', '3', '4', '5'] as const;
const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
const filterNames = ['text', 'api', 'method', 'status', 'path', 'page', 'live'] as const;
const size = 50;

/** The requests of an application's sandbox, the latest first; new ones show by themselves. */
export function Component() {
  const t = useTexts();
  const a = useOpened();
  const [filters, setFilters] = useFilters(filterNames);
  const { text, api, method, status, path, live } = filters;
  const page = Math.max(1, Number(filters.page) || 1);
  const key = [...sandboxKey(a.id), 'journal'];
  const query = useQuery({
    queryKey: [...key, 'search', text, api, method, status, path, page],
    queryFn: () =>
      answered(
        sandboxOf(a.id).GET('/journal', {
          params: {
            query: {
              page,
              size,
              ...(text && { text }),
              ...(api && { api }),
              ...(method && { method: method as SandboxSchemas['HttpMethod'] }),
              ...(status && { status: Number(status) }),
              ...(path && { path }),
            },
          },
        }),
      ),
    placeholderData: keepPreviousData,
  });
  const standing = useLive(a.id, key, live !== 'off');
  const filtered = [text, api, method, status, path].some((v) => v !== '');
  return (
    <Section
      title={t('tab_log')}
      text={t('logText')}
      actions={
        <>
          <Switch
            label={t('live')}
            description={t(`live_${standing}`)}
            checked={live !== 'off'}
            onChange={(e) => setFilters({ live: e.currentTarget.checked ? '' : 'off' })}
          />
          <Clear application={a.id} onCleared={() => query.refetch()} />
        </>
      }
    >
      <Filters />
      <QueryView query={query} loading={t('loadingLog')}>
        {({ entries, total, dropped }) => (
          <Stack gap="sm">
            <Entries entries={entries} application={a.id} filtered={filtered} />
            <Group justify="space-between">
              <Text size="sm" c="dimmed" role="status">
                {t('requests', { count: total })}
                {dropped > 0 && ` ${t('droppedEntries', { count: dropped })}`}
              </Text>
              <Group gap="xs">
                {page > 1 && (
                  <Button size="xs" variant="default" onClick={() => setFilters({ page: page === 2 ? '' : String(page - 1) })}>
                    {t('newer')}
                  </Button>
                )}
                {page * size < total && (
                  <Button size="xs" variant="default" onClick={() => setFilters({ page: String(page + 1) })}>
                    {t('older')}
                  </Button>
                )}
              </Group>
            </Group>
          </Stack>
        )}
      </QueryView>
    </Section>
  );
}

function Filters() {
  const t = useTexts();
  const { subscriptions } = useOpened();
  const [{ text, api, method, status, path }, set] = useFilters(filterNames);
  const typed = useDebouncedCallback((change: { text?: string; path?: string }) => set({ ...change, page: '' }), 300);
  const [shown, setShown] = useState(0); // counts how often the fields were emptied
  return (
    <Group key={shown} gap="sm" align="end" mb="md">
      <TextInput
        label={t('search')}
        defaultValue={text}
        onChange={(e) => typed({ text: e.currentTarget.value })}
        leftSection={<IconSearch size={16} aria-hidden />}
        maxLength={256}
        className="grow"
        miw="11rem"
      />
      <TextInput label={t('pathBegins')} defaultValue={path} onChange={(e) => typed({ path: e.currentTarget.value })} w={{ base: '100%', xs: '12rem' }} />
      <Select
        label={t('api')}
        placeholder={t('all')}
        data={subscriptions.map((s) => ({ value: s.api, label: s.title }))}
        value={api || null}
        onChange={(v) => set({ api: v ?? '', page: '' })}
        clearable
        w="9.5rem"
      />
      <Select
        label={t('method')}
        placeholder={t('all')}
        data={[...methods]}
        value={method || null}
        onChange={(v) => set({ method: v ?? '', page: '' })}
        clearable
        w="7.5rem"
      />
      <Select
        label={t('status')}
        placeholder={t('all')}
        data={classes.map((c) => ({ value: c, label: t(`class_${c}`) }))}
        value={status || null}
        onChange={(v) => set({ status: v ?? '', page: '' })}
        clearable
        w="9.5rem"
      />
      {[text, api, method, status, path].some((v) => v !== '') && (
        <Button
          variant="subtle"
          onClick={() => {
            set({ text: '', api: '', method: '', status: '', path: '', page: '' });
            setShown(shown + 1);
          }}
        >
          {t('clearFilters')}
        </Button>
      )}
    </Group>
  );
}

function Entries({ entries, application, filtered }: { entries: Entry[]; application: string; filtered: boolean }) {
  const t = useTexts();
  return (
    <DataTable
      caption={t('tab_log')}
      rows={entries}
      rowKey={(e) => e.id}
      empty={
        filtered ? (
          <Empty title={t('noneFound')} text={t('noneFoundText')} />
        ) : (
          <Empty title={t('noRequests')} text={t('noRequestsText')}>
            <Anchor component={Link} to="/">
              {t('firstCalls')}
            </Anchor>
          </Empty>
        )
      }
      columns={[
        {
          label: t('request'),
          cell: (e) => (
            <Anchor component={Link} to={`/applications/${application}/log/${e.id}`} className="path">
              {e.method} {e.path}
            </Anchor>
          ),
        },
        { label: t('status'), cell: (e) => <Status entry={e} /> },
        {
          label: t('answeredBy'),
          cell: (e) => (
            <Text size="sm" component="span">
              {e.problem ?? (e.rule === undefined ? '–' : `${e.scenario ?? ''}: ${e.rule}`)}
            </Text>
          ),
        },
        { label: t('took'), numeric: true, cell: (e) => <><Count value={e.tookMillis} /> ms</> },
        { label: t('at'), cell: (e) => <Clock value={e.at} /> },
      ]}
    />
  );
}

function Clear({ application, onCleared }: { application: string; onCleared: () => Promise<unknown> }) {
  const t = useTexts();
  const [asked, setAsked] = useState(false);
  return (
    <>
      <Button size="xs" variant="default" onClick={() => setAsked(true)}>
        {t('clearLog')}
      </Button>
      <ConfirmDialog
        opened={asked}
        onClose={() => setAsked(false)}
        title={t('clearLog')}
        text={t('clearLogText')}
        action={t('clearLog')}
        danger
        onConfirm={async () => {
          await done(sandboxOf(application).DELETE('/journal'));
          await onCleared();
        }}
      />
    </>
  );
}
