import { Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { portal } from '@/api/clients';
import { answered } from '@/api/problem';
import { DataTable } from '@/parts/data-table';
import { useFilters } from '@/parts/filters';
import { QueryView } from '@/parts/query-view';
import { Section } from '@/parts/section';
import { useUsageColumns, wholeReport } from '@/parts/usage';
import { UsageCharts } from '@/parts/usage-charts';
import { useUsageTexts } from '@/parts/usage-texts';
import { applicationKey, useOpened } from './application';
import { useTexts } from './texts';

/** How much an application calls, by day and by API, with what was refused and how long answers took. */
export function Component() {
  const t = useTexts();
  const a = useOpened();
  const [{ from, to, api }, setFilters] = useFilters(['from', 'to', 'api']);
  const u = useUsageTexts();
  const columns = useUsageColumns();
  const query = { application: a.id, ...(from && { from }), ...(to && { to }), ...(api && { api }), limit: 200 };
  const usage = (groupBy: 'day' | 'api') => ({
    queryKey: [...applicationKey(a.id), 'usage', groupBy, query],
    queryFn: () => wholeReport((cursor) => answered(portal.GET('/usage', { params: { query: { ...query, groupBy: [groupBy], ...(cursor && { cursor }) } } }))),
  });
  const byDay = useQuery(usage('day'));
  const byApi = useQuery(usage('api'));
  return (
    <Stack gap="lg">
      <Section title={u('usage')} text={u('usageText')}>
        <Group gap="sm" align="end" mb="md">
          <TextInput label={u('from')} type="date" value={from || (byDay.data?.from ?? '')} onChange={(e) => setFilters({ from: e.currentTarget.value })} />
          <TextInput label={u('to')} type="date" value={to || (byDay.data?.to ?? '')} onChange={(e) => setFilters({ to: e.currentTarget.value })} />
          <Select
            label={t('api')}
            placeholder={t('all')}
            data={a.subscriptions.map((s) => ({ value: s.api, label: s.title }))}
            value={api || null}
            onChange={(v) => setFilters({ api: v ?? '' })}
            clearable
          />
        </Group>
        <QueryView query={byDay} loading={u('loadingUsage')}>
          {(report) => <UsageCharts report={report} />}
        </QueryView>
      </Section>
      <Section title={u('byApi')}>
        <QueryView query={byApi} loading={u('loadingUsage')}>
          {({ rows }) => (
            <DataTable
              caption={u('byApi')}
              rows={rows}
              rowKey={(r) => r.api ?? ''}
              empty={<Text c="dimmed">{u('noCalls')}</Text>}
              columns={[{ label: t('api'), cell: (r) => a.subscriptions.find((s) => s.api === r.api)?.title ?? r.api }, ...columns]}
            />
          )}
        </QueryView>
      </Section>
    </Stack>
  );
}
