import { Anchor, Badge, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { portal } from '@/api/clients';
import { answered } from '@/api/problem';
import { DataTable } from '@/parts/data-table';
import { Empty } from '@/parts/empty';
import { Time } from '@/parts/figures';
import { given, oneOf, useFilters } from '@/parts/filters';
import { ChoiceFilter, Listing } from '@/parts/listing';
import { PageHeader } from '@/parts/page-header';
import { State } from '@/parts/state';
import { requestTones } from '@/parts/tones';
import { listQuery, pageSize, type Request } from './data';
import { ApplicationLink, OrganisationLink } from './links';
import { OrganisationFilter } from './organisation-filter';
import { useTexts } from './texts';
import { useWish } from './wish';

const kinds = ['application', 'subscription', 'account-plan', 'api-plan', 'stage'] as const;
const states = ['open', 'approved', 'rejected', 'withdrawn'] as const;

/** The requests of all organisations, or, as a tab of an organisation, those of one; the oldest first. */
export function Component() {
  const t = useTexts();
  const { organisation: own } = useParams();
  const [{ kind, state, organisation, after }, setFilters] = useFilters(['kind', 'state', 'organisation', 'after']);
  const query = {
    kind: oneOf(kinds, kind),
    state: oneOf(states, state) ?? 'open',
    organisation: own ?? organisation,
    cursor: after,
  };
  const page = useQuery(
    listQuery(['requests', query], () => answered(portal.GET('/bank/requests', { params: { query: { limit: pageSize, ...given(query) } } }))),
  );
  const filters = (
    <>
      <ChoiceFilter
        label={t('state')}
        always
        choices={states.map((s) => ({ value: s, label: t(`request_${s}`) }))}
        value={query.state}
        onChange={(v) => setFilters({ state: v === 'open' ? '' : v, after: '' })}
      />
      <ChoiceFilter label={t('kind')} choices={kinds.map((k) => ({ value: k, label: t(`kind_${k}`) }))} value={kind} onChange={(v) => setFilters({ kind: v, after: '' })} />
      {own === undefined && <OrganisationFilter value={organisation} onChange={(v) => setFilters({ organisation: v, after: '' })} />}
    </>
  );
  const filtered = kind !== '' || organisation !== '' || query.state !== 'open';
  return (
    <>
      {own === undefined && <PageHeader title={t('reviews')} text={t('reviewsText')} />}
      <Listing filters={filters} query={page} loading={t('loadingReviews')} after={after} onPage={(v) => setFilters({ after: v })}>
        {({ requests }) => <Requests requests={requests} filtered={filtered} own={own !== undefined} decided={query.state !== 'open'} />}
      </Listing>
    </>
  );
}

function Requests({ requests, filtered, own, decided }: { requests: Request[]; filtered: boolean; own: boolean; decided: boolean }) {
  const t = useTexts();
  const wish = useWish();
  return (
    <DataTable
      caption={t('reviews')}
      rows={requests}
      rowKey={(r) => r.id}
      empty={<Empty title={t(filtered ? 'noneFound' : 'noReviews')} text={t(filtered ? 'noneFoundText' : 'noReviewsText')} />}
      columns={[
        {
          label: t('kind'),
          cell: (r) => (
            <Group gap={6} component="span">
              <Anchor component={Link} inherit to={`/bank/reviews/${r.id}`} fw={600}>
                {t(`kind_${r.kind}`)}
              </Anchor>
              {r.revised === true && (
                <Badge variant="default" size="sm" tt="none">
                  {t('again')}
                </Badge>
              )}
            </Group>
          ),
        },
        {
          label: t('asked'),
          cell: (r) => (
            <Text size="sm" component="span" className="breakable">
              {wish(r)}
            </Text>
          ),
        },
        ...(own ? [] : [{ label: t('organisation'), cell: (r: Request) => <OrganisationLink of={r.organisation} /> }]),
        { label: t('application'), cell: (r) => <ApplicationLink of={r.application} /> },
        { label: t('since'), cell: (r) => <Time value={r.createdAt} /> },
        ...(decided ? [{ label: t('state'), cell: (r: Request) => <State tone={requestTones[r.state]}>{t(`request_${r.state}`)}</State> }] : []),
      ]}
    />
  );
}
