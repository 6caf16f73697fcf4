import { queryOptions, useQuery } from '@tanstack/react-query';
import { portal } from '@/api/clients';
import { answered } from '@/api/problem';
import { programmeKey } from './session-key';

/** What everybody may know of the bank's programme: its name, its agreements, what a registration needs. */
export const programmeQuery = queryOptions({
  queryKey: programmeKey,
  queryFn: () => answered(portal.GET('/registrations/form')),
  staleTime: 5 * 60_000,
});

/** Reads {@link programmeQuery}. */
export function useProgramme() {
  return useQuery(programmeQuery);
}
