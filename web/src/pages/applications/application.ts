import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useOutletContext } from 'react-router';
import { portal, type PortalSchemas } from '@/api/clients';
import { answered } from '@/api/problem';
import { applicationTones } from '@/parts/tones';

export type Application = PortalSchemas['Application'];

/** Everything that is read of one application is below this key. */
export const applicationKey = (id: string) => ['applications', 'one', id] as const;

/** One application. While the bank decides about it, it is asked for again now and then. */
export function useApplication(id: string) {
  return useQuery({
    queryKey: applicationKey(id),
    queryFn: () => answered(portal.GET('/applications/{application}', { params: { path: { application: id } } })),
    refetchInterval: ({ state }) => (state.data && applicationTones[state.data.state] === 'wait' ? 15_000 : false),
  });
}

/** The application whose tabs are open. It is for the pages below `/applications/:application`. */
export function useOpened(): Application {
  return useOutletContext<Application>();
}

/** Reads everything about the applications again, after something has changed. */
export function useChanged(): () => Promise<void> {
  const cache = useQueryClient();
  return () => cache.invalidateQueries({ queryKey: ['applications'] });
}

/** Whether the application has been approved, so that it has keys and a sandbox. */
export function isApproved(a: Application): boolean {
  return a.approvedAt !== undefined && a.state !== 'deleted';
}
