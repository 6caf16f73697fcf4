import type { PortalSchemas } from '@/api/clients';
import { DataTable } from '@/parts/data-table';
import { Empty } from '@/parts/empty';
import { Time } from '@/parts/figures';
import { ApplicationLink, PersonLink } from './links';
import { useTexts } from './texts';

type Record = PortalSchemas['AgreementRecord'];

/** Agreements that an organisation has accepted, or that the bank has recorded for it. */
export function AgreementRecords({ records, caption }: { records: readonly Record[]; caption: string }) {
  const t = useTexts();
  return (
    <DataTable
      caption={caption}
      rows={records}
      rowKey={(r) => r.id}
      empty={<Empty title={t('noAgreements')} />}
      columns={[
        { label: t('agreement'), cell: (r) => r.agreement },
        { label: t('version'), numeric: true, cell: (r) => r.version },
        { label: t('application'), cell: (r) => <ApplicationLink of={r.application} /> },
        { label: t('signatory'), cell: (r) => r.signatory ?? '–' },
        { label: t('acceptedBy'), cell: (r) => <AcceptedBy record={r} /> },
        { label: t('signedOn'), cell: (r) => (r.signedOn === undefined ? '–' : <Time value={r.signedOn} only="date" />) },
        { label: t('accepted'), cell: (r) => <Time value={r.acceptedAt} /> },
      ]}
    />
  );
}

function AcceptedBy({ record: r }: { record: Record }) {
  const t = useTexts();
  if (r.recordedBy) {
    return (
      <>
        {t('recordedBy', { name: r.recordedBy.name })}
        {r.documentReference !== undefined && ` (${r.documentReference})`}
      </>
    );
  }
  return <PersonLink of={r.acceptedBy} />;
}
