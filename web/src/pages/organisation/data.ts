import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useOutletContext } from 'react-router';
import { portal, type PortalSchemas } from '@/api/clients';
import { answered } from '@/api/problem';

export type Organisation = PortalSchemas['Organisation'];

/** Everything that is read of the own organisation is below this key of the query cache. */
export const organisationKey = ['organisation'] as const;

/** The organisation of whoever is signed in. */
export const organisationQuery = queryOptions({
  queryKey: [...organisationKey, 'itself'],
  queryFn: () => answered(portal.GET('/organisation')),
});

/** All plans that can be seen. */
export function usePlans() {
  return useQuery({ queryKey: ['plans'], queryFn: () => answered(portal.GET('/plans')) });
}

/** The organisation whose tabs are open. It is for the pages below `/organisation`. */
export function useOpened(): Organisation {
  return useOutletContext<Organisation>();
}

/** Reads everything about the organisation again, after something has changed. */
export function useChanged(): () => Promise<void> {
  const cache = useQueryClient();
  return () => cache.invalidateQueries({ queryKey: organisationKey });
}
