import type { PortalSchemas } from '@/api/clients';
import type { Column } from './data-table';
import { Count } from './figures';
import { useUsageTexts } from './usage-texts';

export type UsageReport = PortalSchemas['UsageReport'];
export type UsageRow = PortalSchemas['UsageRow'];
type Figures = PortalSchemas['UsageFigures'];

/** Reads a report to its end, page after page: a year by day is two pages. `read` gives the page that begins at a cursor. */
export async function wholeReport(read: (cursor?: string) => Promise<UsageReport>, cursor?: string): Promise<UsageReport> {
  const report = await read(cursor);
  if (report.next === undefined) {
    return report;
  }
  const rest = await wholeReport(read, report.next);
  return { ...report, rows: [...report.rows, ...rest.rows] };
}

/** The columns with the figures of a row of a report. */
export function useUsageColumns(): Column<UsageRow>[] {
  const t = useUsageTexts();
  const number = (label: string, value: (f: Figures) => number | undefined): Column<UsageRow> => ({
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
