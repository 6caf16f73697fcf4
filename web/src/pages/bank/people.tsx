import { Anchor } from '@mantine/core';
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
import { listQuery, pageSize, type Person } from './data';
import { OrganisationLink } from './links';
import { OrganisationFilter } from './organisation-filter';
import { personTones } from './person-tones';
import { useTexts } from './texts';

const roles = ['admin', 'developer', 'reviewer', 'bank-admin'] as const;
const memberRoles = ['admin', 'developer'] as const;
const states = ['registered', 'active', 'locked'] as const;

/** Everybody with an account, or, as a tab of an organisation, its members. */
export function Component() {
  const t = useTexts();
  const { organisation: own } = useParams();
  const [{ text, role, state, organisation, after }, setFilters] = useFilters(['text', 'role', 'state', 'organisation', 'after']);
  const query = { text, role: oneOf(roles, role), state: oneOf(states, state), organisation: own ?? organisation, cursor: after };
  const page = useQuery(
    listQuery(['people', query], () => answered(portal.GET('/bank/people', { params: { query: { limit: pageSize, ...given(query) } } }))),
  );
  const filters = (
    <>
      <SearchField label={t('search')} value={text} onChange={(v) => setFilters({ text: v.trim(), after: '' })} />
      <ChoiceFilter
        label={t('role')}
        choices={(own === undefined ? roles : memberRoles).map((r) => ({ value: r, label: t(`role_${r}`) }))}
        value={role}
        onChange={(v) => setFilters({ role: v, after: '' })}
      />
      <ChoiceFilter label={t('state')} choices={states.map((s) => ({ value: s, label: t(`person_${s}`) }))} value={state} onChange={(v) => setFilters({ state: v, after: '' })} />
      {own === undefined && <OrganisationFilter value={organisation} onChange={(v) => setFilters({ organisation: v, after: '' })} />}
    </>
  );
  return (
    <>
      {own === undefined && <PageHeader title={t('people')} text={t('peopleText')} />}
      <Listing filters={filters} query={page} loading={t('loadingPeople')} after={after} onPage={(v) => setFilters({ after: v })}>
        {({ people }) => (
          <DataTable
            caption={t(own === undefined ? 'people' : 'members')}
            rows={people}
            rowKey={(p) => p.id}
            empty={<Empty title={t('noneFound')} text={t('noneFoundText')} />}
            columns={[
              {
                label: t('username'),
                cell: (p) => (
                  <Anchor component={Link} inherit to={`/bank/people/${p.id}`} fw={600} className="breakable">
                    {p.username}
                  </Anchor>
                ),
              },
              { label: t('name'), cell: (p) => <span className="breakable">{`${p.firstName} ${p.lastName}`}</span> },
              { label: t('role'), cell: (p) => t(p.role === undefined ? 'none' : `role_${p.role}`) },
              ...(own === undefined ? [{ label: t('organisation'), cell: (p: Person) => <OrganisationLink of={p.organisation} /> }] : []),
              { label: t('state'), cell: (p) => <State tone={personTones[p.state]}>{t(`person_${p.state}`)}</State> },
              { label: t('lastSignInAt'), cell: (p) => (p.lastSignInAt === undefined ? '–' : <Time value={p.lastSignInAt} />) },
            ]}
          />
        )}
      </Listing>
    </>
  );
}
