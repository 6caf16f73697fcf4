import { Anchor, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { portal } from '@/api/clients';
import { answered } from '@/api/problem';
import { DataTable } from '@/parts/data-table';
import { Empty } from '@/parts/empty';
import { Time } from '@/parts/figures';
import { given, oneOf, useFilters } from '@/parts/filters';
import { ChoiceFilter, Listing } from '@/parts/listing';
import { PageHeader } from '@/parts/page-header';
import { State } from '@/parts/state';
import { listQuery, pageSize } from './data';
import { OrganisationLink } from './links';
import { OrganisationFilter } from './organisation-filter';
import { useTexts } from './texts';

const kinds = ['interest', 'new-api', 'contact', 'feedback'] as const;
const states = ['open', 'answered'] as const;

/** What the bank is told: interest in APIs, wishes for new ones, messages and feedback. */
export function Component() {
  const t = useTexts();
  const [{ kind, state, organisation, after }, setFilters] = useFilters(['kind', 'state', 'organisation', 'after']);
  const query = { kind: oneOf(kinds, kind), state: oneOf(states, state), organisation, cursor: after };
  const page = useQuery(
    listQuery(['enquiries', query], () => answered(portal.GET('/bank/enquiries', { params: { query: { limit: pageSize, ...given(query) } } }))),
  );
  const filters = (
    <>
      <ChoiceFilter label={t('state')} choices={states.map((s) => ({ value: s, label: t(`enquiry_${s}`) }))} value={state} onChange={(v) => setFilters({ state: v, after: '' })} />
      <ChoiceFilter label={t('kind')} choices={kinds.map((k) => ({ value: k, label: t(`enquiry-${k}`) }))} value={kind} onChange={(v) => setFilters({ kind: v, after: '' })} />
      <OrganisationFilter value={organisation} onChange={(v) => setFilters({ organisation: v, after: '' })} />
    </>
  );
  return (
    <>
      <PageHeader title={t('enquiries')} text={t('enquiriesText')} />
      <Listing filters={filters} query={page} loading={t('loadingEnquiries')} after={after} onPage={(v) => setFilters({ after: v })}>
        {({ enquiries }) => (
          <DataTable
            caption={t('enquiries')}
            rows={enquiries}
            rowKey={(e) => e.id}
            empty={<Empty title={t('noEnquiries')} text={t('noEnquiriesText')} />}
            columns={[
              {
                label: t('kind'),
                cell: (e) => (
                  <Anchor component={Link} inherit to={`/bank/enquiries/${e.id}`} fw={600}>
                    {t(`enquiry-${e.kind}`)}
                  </Anchor>
                ),
              },
              {
                label: t('about'),
                cell: (e) => (
                  <Text size="sm" component="span" lineClamp={2} maw="24rem" className="breakable">
                    {e.subject ?? e.message}
                  </Text>
                ),
              },
              { label: t('organisation'), cell: (e) => <OrganisationLink of={e.organisation} /> },
              { label: t('from_person'), cell: (e) => <span className="breakable">{e.person?.name ?? e.email ?? '–'}</span> },
              { label: t('received'), cell: (e) => <Time value={e.receivedAt} /> },
              { label: t('state'), cell: (e) => <State tone={e.state === 'open' ? 'wait' : 'good'}>{t(`enquiry_${e.state}`)}</State> },
            ]}
          />
        )}
      </Listing>
    </>
  );
}
