import { Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
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
import { listQuery, pageSize, plansQuery } from './data';
import { useTexts } from './texts';

const states = ['active', 'suspended'] as const;

/** All organisations, by name. */
export function Component() {
  const t = useTexts();
  const [{ text, state, after }, setFilters] = useFilters(['text', 'state', 'after']);
  const query = { text, state: oneOf(states, state), cursor: after };
  const plans = useQuery(plansQuery).data;
  const page = useQuery(
    listQuery(['organisations', query], () => answered(portal.GET('/bank/organisations', { params: { query: { limit: pageSize, ...given(query) } } }))),
  );
  const filters = (
    <>
      <SearchField label={t('search')} value={text} onChange={(v) => setFilters({ text: v.trim(), after: '' })} />
      <ChoiceFilter label={t('state')} choices={states.map((s) => ({ value: s, label: t(`organisation_${s}`) }))} value={state} onChange={(v) => setFilters({ state: v, after: '' })} />
    </>
  );
  return (
    <>
      <PageHeader title={t('organisations')} text={t('organisationsText')} />
      <Listing filters={filters} query={page} loading={t('loadingOrganisations')} after={after} onPage={(v) => setFilters({ after: v })}>
        {({ organisations }) => (
          <DataTable
            caption={t('organisations')}
            rows={organisations}
            rowKey={(o) => o.id}
            empty={<Empty title={t('noneFound')} text={t('noneFoundText')} />}
            columns={[
              {
                label: t('name'),
                cell: (o) => (
                  <Anchor component={Link} inherit to={`/bank/organisations/${o.id}`} fw={600} className="breakable">
                    {o.name}
                  </Anchor>
                ),
              },
              { label: t('state'), cell: (o) => <State tone={o.state === 'active' ? 'good' : 'bad'}>{t(`organisation_${o.state}`)}</State> },
              { label: t('access'), cell: (o) => plans?.access.find((p) => p.name === o.accountPlan.access)?.title ?? o.accountPlan.access },
              { label: t('quota'), cell: (o) => plans?.quota.find((p) => p.name === o.accountPlan.quota)?.title ?? o.accountPlan.quota },
              { label: t('relationshipManager'), cell: (o) => o.relationshipManager?.name ?? '–' },
              { label: t('createdAt'), cell: (o) => <Time value={o.createdAt} only="date" /> },
            ]}
          />
        )}
      </Listing>
    </>
  );
}
