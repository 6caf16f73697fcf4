import type { PortalSchemas } from '@/api/clients';

/** Whether a request can be taken back: one about an application goes with that, one about an API when the API is removed. */
export function isWithdrawable({ state, kind }: PortalSchemas['Request']): boolean {
  return state === 'open' && kind !== 'application' && kind !== 'subscription';
}
