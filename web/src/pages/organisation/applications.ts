import { useQuery } from '@tanstack/react-query';
import { portal } from '@/api/clients';
import { answered } from '@/api/problem';

/** The organisation's applications for a filter: their ids and names. What 200 do not hold is found by its own pages. */
export function useApplicationNames(): { value: string; label: string }[] {
  const { data } = useQuery({
    queryKey: ['applications', 'names'],
    queryFn: () => answered(portal.GET('/applications', { params: { query: { limit: 200 } } })),
  });
  return data?.applications.map((a) => ({ value: a.id, label: a.name })) ?? [];
}
