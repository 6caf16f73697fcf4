import { useQueryClient } from '@tanstack/react-query';
import { ifMatch, portal, type PortalSchemas } from '@/api/clients';
import { answered, CallFailed } from '@/api/problem';
import { programmeKey } from '@/app/session-key';
import { settingsQuery } from './data';

type Settings = PortalSchemas['Settings'];
type Field = PortalSchemas['CustomField'];

/** Saves the fields of registrations, on the settings that they were made from. */
export function useSaveFields(): (settings: Settings, fields: Field[], version?: number) => Promise<void> {
  const cache = useQueryClient();
  return async ({ bankName, supportEmail, relationshipManager, version: read }, fields, version = read) => {
    try {
      const now = await answered(
        portal.PUT('/bank/settings', { params: { header: { 'If-Match': ifMatch(version) } }, body: { bankName, supportEmail, relationshipManager, fields } }),
      );
      cache.setQueryData(settingsQuery.queryKey, now);
      await cache.invalidateQueries({ queryKey: programmeKey });
    } catch (error) {
      if (error instanceof CallFailed && error.status === 412) {
        await cache.invalidateQueries({ queryKey: settingsQuery.queryKey });
      }
      throw error;
    }
  };
}
