import './bank.css';
import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { PortalSchemas } from '@/api/clients';
import { DataTable, type Column } from '@/parts/data-table';
import { Time } from '@/parts/figures';
import { OrganisationLink, PersonLink } from './links';
import { useTexts } from './texts';

type Entry = PortalSchemas['AuditEntry'];

interface Props {
  entries: readonly Entry[];
  caption: string;
  empty: ReactNode;
  /** Whether the organisation is told as well. */
  withOrganisation?: boolean;
}

/** Entries of the audit log: when, who, what, to what, why and with which changes. */
export function AuditEntries({ entries, caption, empty, withOrganisation = false }: Props) {
  const t = useTexts();
  const organisation: Column<Entry>[] = withOrganisation ? [{ label: t('organisation'), cell: (e) => <OrganisationLink of={e.organisation} /> }] : [];
  return (
    <DataTable
      caption={caption}
      rows={entries}
      rowKey={(e) => e.id}
      empty={empty}
      columns={[
        { label: t('at'), cell: (e) => <Time value={e.at} /> },
        { label: t('action'), cell: (e) => <Action of={e.action} /> },
        { label: t('who'), cell: (e) => <Actor of={e.actor} /> },
        { label: t('object'), cell: (e) => <span className="breakable">{e.object.name ?? e.object.id ?? e.object.kind}</span> },
        ...organisation,
        { label: t('details'), cell: (e) => <Details of={e} /> },
      ]}
    />
  );
}

/** What was done, which is broken at its dot where there is no room. */
function Action({ of }: { of: string }) {
  const [thing = '', verb = ''] = of.split('.');
  return (
    <code>
      {thing}.<wbr />
      {verb}
    </code>
  );
}

function Actor({ of }: { of: Entry['actor'] }) {
  const t = useTexts();
  return of.person ? <PersonLink of={of.person} /> : <>{of.username ?? t(`actor_${of.kind}`)}</>;
}

function Details({ of: e }: { of: Entry }) {
  const t = useTexts();
  return (
    <div className="entry-details">
      {e.reason !== undefined && <span className="prose">{e.reason}</span>}
      <details>
        <summary>{t('more')}</summary>
        <Text size="xs" component="div" className="breakable">
          {(e.changes ?? []).map((c) => (
            <div key={c.member}>
              <code>{c.member}</code>: {c.before ?? '–'} → {c.after ?? '–'}
            </div>
          ))}
          <div>
            {t('objectKind')}: {e.object.kind} {e.object.id !== undefined && <code>{e.object.id}</code>}
          </div>
          {e.requestId !== undefined && (
            <div>
              {t('requestId')}: <code>{e.requestId}</code>
            </div>
          )}
          {e.clientAddress !== undefined && (
            <div>
              {t('clientAddress')}: <code>{e.clientAddress}</code>
            </div>
          )}
        </Text>
      </details>
    </div>
  );
}
