import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { portal } from '@/api/clients';
import { answered } from '@/api/problem';

/** The applications whose sandboxes can be tried in, and the one that the address names, or else the first. */
export function useSandbox() {
  const [search, setSearch] = useSearchParams();
  const query = useQuery({
    queryKey: ['applications', 'with sandboxes'],
    queryFn: async () => (await answered(portal.GET('/applications', { params: { query: { limit: 200 } } }))).applications,
  });
  const applications = (query.data ?? []).filter((a) => a.state === 'enabled' && a.clientId !== undefined);
  const chosen = applications.find((a) => a.id === search.get('application')) ?? applications[0];
  const choose = (id: string) => {
    setSearch(
      (now) => {
        now.set('application', id);
        return now;
      },
      { replace: true },
    );
  };
  return { query, applications, chosen, choose };
}
