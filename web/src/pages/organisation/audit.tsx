import { Button, Group, List, Stack, Text, TextInput } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { portal, type PortalSchemas } from '@/api/clients';
import { answered } from '@/api/problem';
import { organisationKey } from '@/app/organisation';
import { DataTable } from '@/parts/data-table';
import { Empty } from '@/parts/empty';
import { Time } from '@/parts/figures';
import { useFilters } from '@/parts/filters';
import { ChoiceFilter, SearchField } from '@/parts/listing';
import { Paging } from '@/parts/paging';
import { QueryView } from '@/parts/query-view';
import { Section } from '@/parts/section';
import { useApplicationNames } from './applications';
import { useTexts } from './texts';

type Entry = PortalSchemas['AuditEntry'];

const keys = ['action', 'person', 'application', 'since', 'until', 'after'] as const;
const isAction = (v: string): boolean => /^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*$/.test(v);

/** Who did what in the organisation and to it, and why. For admins. */
export function Component() {
  const t = useTexts();
  const [filters, setFilters] = useFilters(keys);
  const { action, person, application, since, until, after } = filters;
  const query = useQuery({
    queryKey: [...organisationKey, 'audit', action, person, application, since, until, after],
    queryFn: () =>
      answered(
        portal.GET('/audit', {
          params: {
            query: {
              limit: 50,
              ...(isAction(action) && { action }),
              ...(person && { person }),
              ...(application && { application }),
              ...(since && { since: startOf(since, 0) }),
              ...(until && { until: startOf(until, 1) }),
              ...(after && { cursor: after }),
            },
          },
        }),
      ),
    placeholderData: keepPreviousData,
  });
  const filtered = keys.some((k) => k !== 'after' && filters[k] !== '');
  return (
    <Section title={t('tab_audit')} text={t('auditText')}>
      <Stack gap="md">
        <Filters filtered={filtered} />
        <QueryView query={query} loading={t('loadingAudit')}>
          {({ entries, next }) => (
            <>
              <Entries entries={entries} />
              <Paging after={after} next={next} onChange={(v) => setFilters({ after: v })} />
            </>
          )}
        </QueryView>
      </Stack>
    </Section>
  );
}

/** The moment that a day begins with for the reader, or the day after so many days. */
function startOf(day: string, later: number): string {
  const start = new Date(`${day}T00:00:00`);
  start.setDate(start.getDate() + later);
  return start.toISOString();
}

function Filters({ filtered }: { filtered: boolean }) {
  const t = useTexts();
  const [{ action, person, application, since, until }, setFilters] = useFilters(keys);
  const applications = useApplicationNames();
  const members = useQuery({
    queryKey: [...organisationKey, 'members', 'names'],
    queryFn: () => answered(portal.GET('/organisation/members', { params: { query: { limit: 200 } } })),
  });
  const people = members.data?.members.map((m) => ({ value: m.person.id, label: m.person.name })) ?? [];
  return (
    <Stack gap={4}>
      <Group gap="sm" align="end">
        <SearchField label={t('action')} value={action} onChange={(v) => setFilters({ action: v.trim(), after: '' })} />
        <ChoiceFilter label={t('person')} value={person} choices={people} onChange={(v) => setFilters({ person: v, after: '' })} />
        <ChoiceFilter label={t('application')} value={application} choices={applications} onChange={(v) => setFilters({ application: v, after: '' })} />
        <Group gap="sm">
          <TextInput label={t('from')} type="date" value={since} max={until || undefined} onChange={(e) => setFilters({ since: e.currentTarget.value, after: '' })} />
          <TextInput label={t('to')} type="date" value={until} min={since || undefined} onChange={(e) => setFilters({ until: e.currentTarget.value, after: '' })} />
        </Group>
        {filtered && (
          <Button variant="default" onClick={() => setFilters({ action: '', person: '', application: '', since: '', until: '', after: '' })}>
            {t('clearFilters')}
          </Button>
        )}
      </Group>
      <Text size="sm" c="dimmed" role="status">
        {action === '' || isAction(action) ? '' : t('badAction')}
      </Text>
    </Stack>
  );
}

function Entries({ entries }: { entries: Entry[] }) {
  const t = useTexts();
  return (
    <DataTable
      caption={t('tab_audit')}
      rows={entries}
      rowKey={(e) => e.id}
      empty={<Empty title={t('noneFound')} text={t('noneFoundText')} />}
      columns={[
        { label: t('action'), cell: (e) => <span className="path">{e.action}</span> },
        { label: t('at'), cell: (e) => <Time value={e.at} /> },
        { label: t('actor'), cell: (e) => <Actor entry={e} /> },
        { label: t('object'), cell: (e) => <What entry={e} /> },
        { label: t('whatChanged'), cell: (e) => <Changes entry={e} /> },
      ]}
    />
  );
}

function Actor({ entry: { actor } }: { entry: Entry }) {
  const t = useTexts();
  return <span className="breakable">{actor.person?.name ?? actor.username ?? t(`actor_${actor.kind}`)}</span>;
}

function What({ entry: { object } }: { entry: Entry }) {
  return (
    <Stack gap={2}>
      <span className="breakable">{object.name ?? object.id ?? '–'}</span>
      <Text size="sm" c="dimmed" component="span">
        {object.kind}
      </Text>
    </Stack>
  );
}

function Changes({ entry: { reason, changes = [] } }: { entry: Entry }) {
  if (reason === undefined && changes.length === 0) {
    return '–';
  }
  return (
    <Stack gap={4} align="stretch">
      {reason !== undefined && <span className="prose">{reason}</span>}
      {changes.length > 0 && (
        <List size="sm" listStyleType="none" className="breakable">
          {changes.map((c) => (
            <List.Item key={c.member}>
              {c.member}: {c.before ?? '–'} → {c.after ?? '–'}
            </List.Item>
          ))}
        </List>
      )}
    </Stack>
  );
}
