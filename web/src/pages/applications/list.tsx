import './applications.css';
import { Anchor, Button, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { portal } from '@/api/clients';
import { answered } from '@/api/problem';
import { DataTable } from '@/parts/data-table';
import { Empty } from '@/parts/empty';
import { Time } from '@/parts/figures';
import { given, oneOf, useFilters } from '@/parts/filters';
import { ChoiceFilter, Listing, SearchField } from '@/parts/listing';
import { PageHeader } from '@/parts/page-header';
import { State } from '@/parts/state';
import { applicationTones } from '@/parts/tones';
import { type Application } from './application';
import { useTexts } from './texts';

const states = ['pending', 'revised', 'rejected', 'enabled', 'disabled', 'suspended', 'deleted'] as const;

/** All applications of the organisation, with their states. */
export function Component() {
  const t = useTexts();
  const [{ text, state, after }, setFilters] = useFilters(['text', 'state', 'after']);
  const query = useQuery({
    queryKey: ['applications', 'list', text, state, after],
    queryFn: () =>
      answered(
        portal.GET('/applications', {
          params: { query: { limit: 50, ...given({ text, state: oneOf(states, state), cursor: after }) } },
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
      <Listing
        query={query}
        loading={t('loadingApplications')}
        after={after}
        onPage={(v) => setFilters({ after: v })}
        filters={
          <>
            <SearchField label={t('search')} value={text} onChange={(v) => setFilters({ text: v, after: '' })} />
            <ChoiceFilter
              label={t('state')}
              choices={states.map((s) => ({ value: s, label: t(`state_${s}`) }))}
              value={state}
              onChange={(v) => setFilters({ state: v, after: '' })}
            />
          </>
        }
      >
        {({ applications }) => <Listed applications={applications} filtered={text !== '' || state !== ''} create={create} />}
      </Listing>
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
        { label: t('state'), cell: (a) => <State tone={applicationTones[a.state]}>{t(`state_${a.state}`)}</State> },
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
