import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { CallFailed, refusedWith } from '@/api/problem';
import { sessionKey } from './session-key';

/** Forgets who was signed in, once the server says that the session is over. */
function noticeEnd(error: unknown): void {
  if (refusedWith(error, 'SESSION_ENDED') && queries.getQueryData(sessionKey) !== null) {
    queries.setQueryData(sessionKey, null);
  }
}

/** What the app knows of the server's answers. Reads are tried again where the network or the server failed, once. */
export const queries: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: noticeEnd }),
  mutationCache: new MutationCache({ onError: noticeEnd }),
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (failures, error) => failures < 1 && error instanceof CallFailed && (error.status === 0 || error.status >= 502),
    },
  },
});
