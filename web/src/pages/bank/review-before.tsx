import { Anchor, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { portal } from '@/api/clients';
import { answered } from '@/api/problem';
import { DataTable } from '@/parts/data-table';
import { Time } from '@/parts/figures';
import { QueryView } from '@/parts/query-view';
import { Section } from '@/parts/section';
import { State } from '@/parts/state';
import { requestTones } from '@/parts/tones';
import { useUsageColumns } from '@/parts/usage';
import { useUsageTexts } from '@/parts/usage-texts';
import { AuditEntries } from './audit-entries';
import { listQuery, useApiTitle, type Request } from './data';
import { useTexts } from './texts';
import { useWish } from './wish';

/** What was before: what was asked and decided, what was called, and what was done. */
export function ReviewBefore({ request: r }: { request: Request }) {
  return (
    <>
      {r.application && r.kind !== 'application' && <Calls application={r.application.id} />}
      <Earlier request={r} />
      <History request={r} />
    </>
  );
}

/** A request without an application is about its organisation as a whole. */
const aboutOf = (r: Request): Record<string, string> => (r.application ? { application: r.application.id } : { organisation: r.organisation.id });

function Earlier({ request: r }: { request: Request }) {
  const t = useTexts();
  const wish = useWish();
  const about = aboutOf(r);
  const query = useQuery(
    listQuery(['requests', 'earlier', about, r.version], async () => {
      const read = (state: 'approved' | 'rejected') => answered(portal.GET('/bank/requests', { params: { query: { ...about, state, limit: 20 } } }));
      const pages = await Promise.all([read('rejected'), read('approved')]);
      return pages
        .flatMap((p) => p.requests)
        .filter((e) => e.id !== r.id)
        .sort((a, b) => b.createdAt.localeCompare(a.createdAt));
    }),
  );
  return (
    <Section title={t('earlier')}>
      <QueryView query={query}>
        {(requests) => (
          <DataTable
            caption={t('earlier')}
            rows={requests}
            rowKey={(e) => e.id}
            empty={<Text c="dimmed">{t('noEarlier')}</Text>}
            columns={[
              {
                label: t('kind'),
                cell: (e) => (
                  <Anchor component={Link} inherit to={`/bank/reviews/${e.id}`}>
                    {t(`kind_${e.kind}`)}
                  </Anchor>
                ),
              },
              { label: t('asked'), cell: (e) => wish(e) },
              { label: t('state'), cell: (e) => <State tone={requestTones[e.state]}>{t(`request_${e.state}`)}</State> },
              { label: t('reasonGiven'), cell: (e) => <span className="prose">{e.decision?.reason}</span> },
              { label: t('since'), cell: (e) => <Time value={e.createdAt} only="date" /> },
            ]}
          />
        )}
      </QueryView>
    </Section>
  );
}

function Calls({ application }: { application: string }) {
  const t = useTexts();
  const u = useUsageTexts();
  const title = useApiTitle();
  const columns = useUsageColumns();
  const query = useQuery(
    listQuery(['usage', 'of', application], () => answered(portal.GET('/bank/usage', { params: { query: { application, groupBy: ['api'], limit: 200 } } }))),
  );
  return (
    <Section
      title={t('callsSoFar')}
      text={t('callsSoFarText')}
      actions={
        <Anchor size="sm" component={Link} to={`/bank/usage?application=${application}`}>
          {t('allUsage')}
        </Anchor>
      }
    >
      <QueryView query={query}>
        {({ rows }) => (
          <DataTable
            caption={t('callsSoFar')}
            rows={rows}
            rowKey={(u) => u.api ?? ''}
            empty={<Text c="dimmed">{u('noCalls')}</Text>}
            columns={[{ label: t('api'), cell: (u) => title(u.api ?? '') }, ...columns]}
          />
        )}
      </QueryView>
    </Section>
  );
}

function History({ request: r }: { request: Request }) {
  const t = useTexts();
  const about = aboutOf(r);
  const query = useQuery(listQuery(['audit', 'of', about, r.version], () => answered(portal.GET('/bank/audit', { params: { query: { ...about, limit: 10 } } }))));
  return (
    <Section
      title={t('history')}
      actions={
        <Group>
          <Anchor size="sm" component={Link} to={`/bank/audit?${new URLSearchParams(about).toString()}`}>
            {t('allHistory')}
          </Anchor>
        </Group>
      }
    >
      <QueryView query={query}>{({ entries }) => <AuditEntries entries={entries} caption={t('history')} empty={<Text c="dimmed">{t('noHistory')}</Text>} />}</QueryView>
    </Section>
  );
}
