import { Anchor, Group, Paper, Stack, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { portal } from '@/api/clients';
import { answered } from '@/api/problem';
import { DataTable, type Column } from '@/parts/data-table';
import { given, oneOf, useFilters } from '@/parts/filters';
import { ChoiceFilter } from '@/parts/listing';
import { PageHeader } from '@/parts/page-header';
import { QueryView } from '@/parts/query-view';
import { Section } from '@/parts/section';
import { useUsageColumns, wholeReport, type UsageRow } from '@/parts/usage';
import { UsageCharts } from '@/parts/usage-charts';
import { useUsageTexts } from '@/parts/usage-texts';
import { ApplicationChosen } from './chosen';
import { listQuery, useApiChoices, useApiTitle } from './data';
import { ApplicationLink, OrganisationLink } from './links';
import { OrganisationFilter } from './organisation-filter';
import { useTexts } from './texts';

const groups = ['organisation', 'application', 'api'] as const;

/** How much is called over all, by day, and by organisation, application or API. */
export function Component() {
  const t = useTexts();
  const u = useUsageTexts();
  const apis = useApiChoices();
  const [{ from, to, organisation, application, api, by }, setFilters] = useFilters(['from', 'to', 'organisation', 'application', 'api', 'by']);
  const group = oneOf(groups, by) ?? 'organisation';
  const query = given({ from, to, organisation, application, api });
  const usage = (groupBy: 'day' | (typeof groups)[number]) =>
    listQuery(['usage', groupBy, query], () =>
      wholeReport((cursor) => answered(portal.GET('/bank/usage', { params: { query: { ...query, limit: 200, groupBy: [groupBy], ...given({ cursor }) } } }))),
    );
  const byDay = useQuery(usage('day'));
  const byGroup = useQuery(usage(group));
  return (
    <>
      <PageHeader title={u('usage')} text={t('bankUsageText')} />
      <Stack gap="lg">
        <Paper p={{ base: 'md', sm: 'lg' }}>
          <Group gap="sm" align="end" mb="lg">
            <TextInput label={u('from')} type="date" value={from || (byDay.data?.from ?? '')} onChange={(e) => setFilters({ from: e.currentTarget.value })} />
            <TextInput label={u('to')} type="date" value={to || (byDay.data?.to ?? '')} onChange={(e) => setFilters({ to: e.currentTarget.value })} />
            <OrganisationFilter value={organisation} onChange={(v) => setFilters({ organisation: v })} />
            <ChoiceFilter label={t('api')} choices={apis} value={api} onChange={(v) => setFilters({ api: v })} />
            <ApplicationChosen id={application} onClear={() => setFilters({ application: '' })} />
          </Group>
          <QueryView query={byDay} loading={u('loadingUsage')}>
            {(report) => <UsageCharts report={report} />}
          </QueryView>
        </Paper>
        <Section
          title={t('whoCalls')}
          actions={
            <ChoiceFilter
              label={t('countBy')}
              always
              choices={groups.map((g) => ({ value: g, label: t(g) }))}
              value={group}
              onChange={(v) => setFilters({ by: v === 'organisation' ? '' : v })}
            />
          }
        >
          <QueryView query={byGroup} loading={u('loadingUsage')}>
            {({ rows }) => <Rows rows={rows} group={group} />}
          </QueryView>
        </Section>
      </Stack>
    </>
  );
}

function Rows({ rows, group }: { rows: UsageRow[]; group: (typeof groups)[number] }) {
  const t = useTexts();
  const u = useUsageTexts();
  const title = useApiTitle();
  const columns = useUsageColumns();
  // A report by organisation begins with those that came first: the greatest come first here.
  const sorted = rows.filter((r) => r[group] !== undefined).sort((a, b) => b.figures.calls - a.figures.calls);
  const first: Column<UsageRow> = {
    label: t(group),
    cell: (r) =>
      group === 'organisation' ? (
        <OrganisationLink of={r.organisation} />
      ) : group === 'application' ? (
        <ApplicationLink of={r.application} />
      ) : (
        <Anchor component={Link} inherit to={`/bank/usage?by=application&api=${r.api ?? ''}`}>
          {title(r.api ?? '')}
        </Anchor>
      ),
  };
  return (
    <DataTable
      caption={t('whoCalls')}
      rows={sorted}
      rowKey={(r) => r.organisation?.id ?? r.application?.id ?? r.api ?? ''}
      empty={u('noCalls')}
      columns={[first, ...columns]}
    />
  );
}
