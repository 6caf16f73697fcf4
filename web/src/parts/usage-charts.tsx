import '@mantine/charts/styles.css';
import { BarChart, LineChart } from '@mantine/charts';
import { Stack, Text } from '@mantine/core';
import { DataTable } from './data-table';
import { daysOf } from './days';
import { Empty } from './empty';
import { Count, Time, useLocale } from './figures';
import { Facts } from './section';
import { useUsageColumns, type UsageReport } from './usage';
import { useUsageTexts } from './usage-texts';

/** A report by day: what it comes to, the calls and the latency in pictures, and the same as a table. */
export function UsageCharts({ report }: { report: UsageReport }) {
  const t = useUsageTexts();
  const columns = useUsageColumns();
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
  if (total.calls === 0) {
    return <Empty title={t('noCalls')} text={t('noCallsText')} />;
  }
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
