import '@mantine/charts/styles.css';
import { BarChart, LineChart } from '@mantine/charts';
import { Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { portal, type PortalSchemas } from '@/api/clients';
import { answered } from '@/api/problem';
import { DataTable, type Column } from '@/parts/data-table';
import { Empty } from '@/parts/empty';
import { Count, Time, useLocale } from '@/parts/figures';
import { QueryView } from '@/parts/query-view';
import { applicationKey, useOpened } from './application';
import { daysOf } from '@/parts/days';
import { useFilters } from '@/parts/filters';
import { Facts, Section } from '@/parts/section';
import { useTexts } from './texts';

type Report = PortalSchemas['UsageReport'];
type Row = PortalSchemas['UsageRow'];
type Figures = PortalSchemas['UsageFigures'];

/** How much an application calls, by day and by API, with what was refused and how long answers took. */
export function Component() {
  const t = useTexts();
  const a = useOpened();
  const [{ from, to, api }, setFilters] = useFilters(['from', 'to', 'api']);
  const columns = useColumns();
  const query = { application: a.id, ...(from && { from }), ...(to && { to }), ...(api && { api }), limit: 200 };
  const usage = (groupBy: 'day' | 'api') => ({
    queryKey: [...applicationKey(a.id), 'usage', groupBy, query],
    queryFn: () => readAll({ ...query, groupBy: [groupBy] }),
  });
  const byDay = useQuery(usage('day'));
  const byApi = useQuery(usage('api'));
  return (
    <Stack gap="lg">
      <Section title={t('usage')} text={t('usageText')}>
        <Group gap="sm" align="end" mb="md">
          <TextInput label={t('from')} type="date" value={from || (byDay.data?.from ?? '')} onChange={(e) => setFilters({ from: e.currentTarget.value })} />
          <TextInput label={t('to')} type="date" value={to || (byDay.data?.to ?? '')} onChange={(e) => setFilters({ to: e.currentTarget.value })} />
          <Select
            label={t('api')}
            placeholder={t('all')}
            data={a.subscriptions.map((s) => ({ value: s.api, label: s.title }))}
            value={api || null}
            onChange={(v) => setFilters({ api: v ?? '' })}
            clearable
          />
        </Group>
        <QueryView query={byDay} loading={t('loadingUsage')}>
          {(report) => (report.total.calls === 0 ? <Empty title={t('noCalls')} text={t('noCallsText')} /> : <Charts report={report} />)}
        </QueryView>
      </Section>
      <Section title={t('byApi')}>
        <QueryView query={byApi} loading={t('loadingUsage')}>
          {({ rows }) => (
            <DataTable
              caption={t('byApi')}
              rows={rows}
              rowKey={(r) => r.api ?? ''}
              empty={<Text c="dimmed">{t('noCalls')}</Text>}
              columns={[{ label: t('api'), cell: (r) => a.subscriptions.find((s) => s.api === r.api)?.title ?? r.api }, ...columns]}
            />
          )}
        </QueryView>
      </Section>
    </Stack>
  );
}

/** Reads a report to its end, page after page: a year by day is two pages. */
async function readAll(query: { application: string; groupBy: ('day' | 'api')[]; limit: number; cursor?: string }): Promise<Report> {
  const report = await answered(portal.GET('/usage', { params: { query } }));
  if (report.next === undefined) {
    return report;
  }
  const rest = await readAll({ ...query, cursor: report.next });
  return { ...report, rows: [...report.rows, ...rest.rows] };
}

function useColumns(): Column<Row>[] {
  const t = useTexts();
  const number = (label: string, value: (f: Figures) => number | undefined): Column<Row> => ({
    label,
    numeric: true,
    cell: ({ figures }) => {
      const n = value(figures);
      return n === undefined ? '–' : <Count value={n} />;
    },
  });
  return [
    number(t('calls'), (f) => f.calls),
    number(t('clientErrors'), (f) => f.clientErrors),
    number(t('serverErrors'), (f) => f.serverErrors),
    number(t('throttled'), (f) => f.throttled),
    number(t('p50'), (f) => f.latency?.p50),
    number(t('p95'), (f) => f.latency?.p95),
    number(t('max'), (f) => f.latency?.max),
  ];
}

function Charts({ report }: { report: Report }) {
  const t = useTexts();
  const columns = useColumns();
  const locale = useLocale();
  const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const found = new Map(report.rows.map((r) => [r.day, r.figures]));
  const data = daysOf(report.from, report.to).map((d) => {
    const f = found.get(d);
    const bad = (f?.clientErrors ?? 0) + (f?.serverErrors ?? 0);
    return {
      day: day.format(new Date(d)),
      good: (f?.calls ?? 0) - bad,
      refused: f?.clientErrors ?? 0,
      failed: f?.serverErrors ?? 0,
      p50: f?.latency?.p50 ?? null,
      p95: f?.latency?.p95 ?? null,
    };
  });
  const { total } = report;
  return (
    <Stack gap="md">
      <Facts
        facts={[
          [t('calls'), <Count key="calls" value={total.calls} />],
          [t('clientErrors'), <Count key="client" value={total.clientErrors} />],
          [t('serverErrors'), <Count key="server" value={total.serverErrors} />],
          [t('p95'), total.latency && <Count value={total.latency.p95} />],
        ]}
      />
      {/* The same figures stand in the table below, for those who do not see the pictures. */}
      <div aria-hidden>
        <Text size="sm" fw={600} mb="xs">
          {t('callsByDay')}
        </Text>
        <BarChart
          h={220}
          data={data}
          dataKey="day"
          type="stacked"
          withLegend
          barChartProps={{ accessibilityLayer: false }}
          series={[
            { name: 'good', label: t('answeredWell'), color: 'brand.6' },
            { name: 'refused', label: t('clientErrors'), color: 'yellow.6' },
            { name: 'failed', label: t('serverErrors'), color: 'red.7' },
          ]}
        />
        <Text size="sm" fw={600} mt="md" mb="xs">
          {t('latencyByDay')}
        </Text>
        <LineChart
          h={180}
          data={data}
          dataKey="day"
          withLegend
          connectNulls={false}
          lineChartProps={{ accessibilityLayer: false }}
          series={[
            { name: 'p50', label: t('p50'), color: 'brand.6' },
            { name: 'p95', label: t('p95'), color: 'grape.6' },
          ]}
        />
      </div>
      <details>
        <summary>{t('asTable')}</summary>
        <DataTable
          caption={t('callsByDay')}
          rows={report.rows}
          rowKey={(r) => r.day ?? ''}
          empty={null}
          columns={[{ label: t('day'), cell: (r) => (r.day === undefined ? '–' : <Time value={r.day} only="date" />) }, ...columns]}
        />
      </details>
    </Stack>
  );
}
