import { useMutation, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { Navigate, Outlet, useLocation, useNavigate } from 'react-router';
import { portal, type PortalSchemas } from '@/api/clients';
import { answered, CallFailed, done } from '@/api/problem';
import { Loading } from '@/parts/loading';
import { ProblemAlert } from '@/parts/problem-alert';
import { programmeKey, sessionKey } from './session-key';

export type Person = PortalSchemas['Person'];

/** Whether somebody belongs to a partner's organisation, to the bank's staff, or to nobody. */
export type Side = 'partner' | 'bank' | 'none';

export function sideOf(person: Person): Side {
  switch (person.role) {
    case 'admin':
    case 'developer':
      return 'partner';
    case 'reviewer':
    case 'bank-admin':
      return 'bank';
    default:
      return 'none';
  }
}

async function readSession(): Promise<Person | null> {
  try {
    const { person } = await answered(portal.GET('/session'));
    return person;
  } catch (error) {
    if (error instanceof CallFailed && error.status === 401) {
      return null;
    }
    throw error;
  }
}

/** Who is signed in: `data` is null for nobody, and undefined while that is not known. */
export function useSession() {
  return useQuery({ queryKey: sessionKey, queryFn: readSession, staleTime: 60_000 });
}

/** The person who is signed in. It is for pages below {@link SignedIn} only. */
export function usePerson(): Person {
  const { data } = useSession();
  if (!data) {
    throw new Error('usePerson is for pages that need a session');
  }
  return data;
}

/** Whether whoever is signed in is an admin of a partner's organisation, who may change it and ask the bank for plans and stages. */
export function useIsAdmin(): boolean {
  return usePerson().role === 'admin';
}

/** Notes that somebody else is signed in from now on, null is nobody, and forgets what was read before. */
export function becomes(cache: QueryClient, person: Person | null): void {
  cache.setQueryData(sessionKey, person);
  cache.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionKey[0] && queryKey[0] !== programmeKey[0] });
}

/** Signs out, forgets everything that was read, and leads to the sign-in page. */
export function useSignOut() {
  const cache = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: () => done(portal.DELETE('/session')),
    onSuccess: async () => {
      becomes(cache, null);
      await navigate('/sign-in');
    },
  });
}

/**
 * The pages within it need somebody who is signed in, of one side if it is given. Others are led to the sign-in page and
 * come back from it, or to the first page.
 */
export function SignedIn({ side }: { side?: Side }) {
  const session = useSession();
  const { pathname, search } = useLocation();
  if (session.isPending) {
    return <Loading />;
  }
  if (session.isError) {
    return <ProblemAlert error={session.error} retry={() => void session.refetch()} />;
  }
  if (session.data === null) {
    const next = pathname === '/' ? '' : `?next=${encodeURIComponent(pathname + search)}`;
    return <Navigate to={`/sign-in${next}`} replace />;
  }
  if (side !== undefined && sideOf(session.data) !== side) {
    return <Navigate to="/" replace />;
  }
  return <Outlet />;
}
