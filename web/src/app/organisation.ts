import { queryOptions } from '@tanstack/react-query';
import { portal } from '@/api/clients';
import { answered } from '@/api/problem';

/** Everything that is read of the own organisation is below this key of the query cache. */
export const organisationKey = ['organisation'] as const;

/** The organisation of whoever is signed in. */
export const organisationQuery = queryOptions({
  queryKey: [...organisationKey, 'itself'],
  queryFn: () => answered(portal.GET('/organisation')),
});
