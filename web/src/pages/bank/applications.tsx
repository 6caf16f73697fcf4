import { Anchor, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
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
import { listQuery, pageSize, useApiChoices, type Application } from './data';
import { OrganisationLink } from './links';
import { OrganisationFilter } from './organisation-filter';
import { useTexts } from './texts';

const states = ['pending', 'revised', 'rejected', 'enabled', 'disabled', 'suspended', 'deleted'] as const;

/** The applications of all organisations, or, as a tab of an organisation, those of one. */
export function Component() {
  const t = useTexts();
  const { organisation: own } = useParams();
  const apis = useApiChoices();
  const [{ text, state, organisation, api, after }, setFilters] = useFilters(['text', 'state', 'organisation', 'api', 'after']);
  const query = { text, state: oneOf(states, state), organisation: own ?? organisation, api, cursor: after };
  const page = useQuery(
    listQuery(['applications', query], () => answered(portal.GET('/bank/applications', { params: { query: { limit: pageSize, ...given(query) } } }))),
  );
  const filters = (
    <>
      <SearchField label={t('search')} value={text} onChange={(v) => setFilters({ text: v.trim(), after: '' })} />
      <ChoiceFilter label={t('state')} choices={states.map((s) => ({ value: s, label: t(`application_${s}`) }))} value={state} onChange={(v) => setFilters({ state: v, after: '' })} />
      <ChoiceFilter label={t('api')} choices={apis} value={api} onChange={(v) => setFilters({ api: v, after: '' })} />
      {own === undefined && <OrganisationFilter value={organisation} onChange={(v) => setFilters({ organisation: v, after: '' })} />}
    </>
  );
  return (
    <>
      {own === undefined && <PageHeader title={t('applications')} text={t('applicationsText')} />}
      <Listing filters={filters} query={page} loading={t('loadingApplications')} after={after} onPage={(v) => setFilters({ after: v })}>
        {({ applications }) => (
          <DataTable
            caption={t('applications')}
            rows={applications}
            rowKey={(a) => a.id}
            empty={<Empty title={t('noneFound')} text={t('noneFoundText')} />}
            columns={[
              {
                label: t('name'),
                cell: (a) => (
                  <Anchor component={Link} inherit to={`/bank/applications/${a.id}`} fw={600} className="breakable">
                    {a.name}
                  </Anchor>
                ),
              },
              ...(own === undefined ? [{ label: t('organisation'), cell: (a: Application) => <OrganisationLink of={a.organisation} /> }] : []),
              { label: t('state'), cell: (a) => <State tone={applicationTones[a.state]}>{t(`application_${a.state}`)}</State> },
              {
                label: t('apis'),
                cell: (a) => (
                  <Text size="sm" component="span">
                    {a.subscriptions.map((s) => s.title).join(', ')}
                  </Text>
                ),
              },
              { label: t('createdAt'), cell: (a) => <Time value={a.createdAt} only="date" /> },
            ]}
          />
        )}
      </Listing>
    </>
  );
}
