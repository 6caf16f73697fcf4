import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useOutletContext } from 'react-router';
import { portal, type PortalSchemas } from '@/api/clients';
import { answered } from '@/api/problem';
import { organisationKey } from '@/app/organisation';

export type Organisation = PortalSchemas['Organisation'];

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
