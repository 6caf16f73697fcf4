import './applications.css';
import { Anchor, Button, Group, Paper, Select, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconPlus, IconSearch } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { portal } from '@/api/clients';
import { answered } from '@/api/problem';
import { DataTable } from '@/parts/data-table';
import { Empty } from '@/parts/empty';
import { Time } from '@/parts/figures';
import { useFilters } from '@/parts/filters';
import { PageHeader } from '@/parts/page-header';
import { Paging } from '@/parts/paging';
import { QueryView } from '@/parts/query-view';
import { State } from '@/parts/state';
import { tones, type Application } from './application';
import { useTexts } from './texts';

const states = ['pending', 'revised', 'rejected', 'enabled', 'disabled', 'suspended', 'deleted'] as const;
const isState = (v: string): v is Application['state'] => (states as readonly string[]).includes(v);

/** All applications of the organisation, with their states. */
export function Component() {
  const t = useTexts();
  const [{ text, state, after }, setFilters] = useFilters(['text', 'state', 'after']);
  const search = useDebouncedCallback((v: string) => setFilters({ text: v, after: '' }), 250);
  const query = useQuery({
    queryKey: ['applications', 'list', text, state, after],
    queryFn: () =>
      answered(
        portal.GET('/applications', {
          params: { query: { limit: 50, ...(text && { text }), ...(isState(state) && { state }), ...(after && { cursor: after }) } },
        }),
      ),
    placeholderData: keepPreviousData,
  });
  const create = (
    <Button component={Link} to="/applications/new" leftSection={<IconPlus size={18} aria-hidden />}>
      {t('create')}
    </Button>
  );
  return (
    <>
      <PageHeader title={t('applications')} text={t('applicationsText')} actions={create} />
      <Paper p={{ base: 'md', sm: 'lg' }}>
        <Group mb="md" gap="sm" align="end">
          <TextInput
            key={text === '' ? 'none' : 'some'}
            label={t('search')}
            defaultValue={text}
            onChange={(event) => search(event.currentTarget.value)}
            leftSection={<IconSearch size={16} aria-hidden />}
            className="grow"
            miw="12rem"
          />
          <Select
            label={t('state')}
            placeholder={t('all')}
            data={states.map((s) => ({ value: s, label: t(`state_${s}`) }))}
            value={isState(state) ? state : null}
            onChange={(v) => setFilters({ state: v ?? '', after: '' })}
            clearable
            w={{ base: '100%', xs: '13rem' }}
          />
        </Group>
        <QueryView query={query} loading={t('loadingApplications')}>
          {({ applications, next }) => (
            <Stack>
              <Listed applications={applications} filtered={text !== '' || state !== ''} create={create} />
              <Paging after={after} next={next} onChange={(v) => setFilters({ after: v })} />
            </Stack>
          )}
        </QueryView>
      </Paper>
    </>
  );
}

function Listed({ applications, filtered, create }: { applications: Application[]; filtered: boolean; create: React.ReactNode }) {
  const t = useTexts();
  return (
    <DataTable
      caption={t('applications')}
      rows={applications}
      rowKey={(a) => a.id}
      empty={
        filtered ? (
          <Empty title={t('noneFound')} text={t('noneFoundText')} />
        ) : (
          <Empty title={t('none')} text={t('noneText')}>
            {create}
          </Empty>
        )
      }
      columns={[
        {
          label: t('name'),
          cell: (a) => (
            <Anchor component={Link} inherit to={`/applications/${a.id}`} fw={600}>
              {a.name}
            </Anchor>
          ),
        },
        { label: t('state'), cell: (a) => <State tone={tones[a.state]}>{t(`state_${a.state}`)}</State> },
        {
          label: t('apis'),
          cell: (a) => (
            <Text size="sm" component="span">
              {a.subscriptions.map((s) => s.title).join(', ')}
            </Text>
          ),
        },
        { label: t('platform'), cell: (a) => t(`platform-${a.platform}`) },
        { label: t('createdAt'), cell: (a) => <Time value={a.createdAt} only="date" /> },
      ]}
    />
  );
}
