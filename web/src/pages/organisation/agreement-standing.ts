import type { PortalSchemas } from '@/api/clients';

/**
 * How an organisation stands to an agreement: it has `accepted` the current version for all of its applications, or
 * `perApplication` for some, or an `earlier` version only, or `none`.
 */
export type Standing = 'accepted' | 'perApplication' | 'earlier' | 'none';

type Agreement = Pick<PortalSchemas['Agreement'], 'agreement' | 'version'>;
type AgreementRecord = Pick<PortalSchemas['AgreementRecord'], 'agreement' | 'version' | 'application'>;

/** Tells how an organisation stands to an agreement in its current version, going by its records. */
export function standing({ agreement, version }: Agreement, records: readonly AgreementRecord[]): Standing {
  const its = records.filter((r) => r.agreement === agreement);
  const current = its.filter((r) => r.version === version);
  if (current.some((r) => r.application === undefined)) {
    return 'accepted';
  }
  if (current.length > 0) {
    return 'perApplication';
  }
  return its.length > 0 ? 'earlier' : 'none';
}
