import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { portal } from '@/api/clients';
import { answered } from '@/api/problem';
import { Empty } from '@/parts/empty';
import { given, useFilters } from '@/parts/filters';
import { ChoiceFilter, Listing } from '@/parts/listing';
import { PageHeader } from '@/parts/page-header';
import { auditActions } from './audit-actions';
import { AuditEntries } from './audit-entries';
import { ApplicationChosen, PersonChosen } from './chosen';
import { listQuery, pageSize } from './data';
import { dayAfter, startOf } from './day';
import { OrganisationFilter } from './organisation-filter';
import { useTexts } from './texts';

const keys = ['action', 'organisation', 'application', 'person', 'from', 'to', 'after'] as const;

/** What was done by anybody, the latest first. */
export function Component() {
  const t = useTexts();
  const [{ action, organisation, application, person, from, to, after }, setFilters] = useFilters(keys);
  const query = {
    action: auditActions.includes(action) ? action : undefined,
    organisation,
    application,
    person,
    since: startOf(from),
    until: startOf(dayAfter(to)),
    cursor: after,
  };
  const page = useQuery(
    listQuery(['audit', query], () => answered(portal.GET('/bank/audit', { params: { query: { limit: pageSize, ...given(query) } } }))),
  );
  const filters = (
    <>
      <ChoiceFilter
        label={t('action')}
        choices={auditActions.map((a) => ({ value: a, label: a }))}
        value={action}
        onChange={(v) => setFilters({ action: v, after: '' })}
      />
      <OrganisationFilter value={organisation} onChange={(v) => setFilters({ organisation: v, after: '' })} />
      <TextInput label={t('from')} type="date" value={from} onChange={(e) => setFilters({ from: e.currentTarget.value, after: '' })} />
      <TextInput label={t('to')} type="date" value={to} onChange={(e) => setFilters({ to: e.currentTarget.value, after: '' })} />
      <ApplicationChosen id={application} onClear={() => setFilters({ application: '', after: '' })} />
      <PersonChosen id={person} onClear={() => setFilters({ person: '', after: '' })} />
    </>
  );
  return (
    <>
      <PageHeader title={t('audit')} text={t('auditText')} />
      <Listing filters={filters} query={page} loading={t('loadingAudit')} after={after} onPage={(v) => setFilters({ after: v })}>
        {({ entries }) => <AuditEntries entries={entries} caption={t('audit')} withOrganisation empty={<Empty title={t('noneFound')} text={t('noneFoundText')} />} />}
      </Listing>
    </>
  );
}
