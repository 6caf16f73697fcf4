import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Loading } from './loading';
import { ProblemAlert } from './problem-alert';

interface Props<T> {
  query: UseQueryResult<T>;
  /** What is being loaded, such as "Loading applications …". */
  loading?: string;
  children: (data: T) => ReactNode;
}

/** Shows what a query gives; before that that it is loading, or why it failed. */
export function QueryView<T>({ query, loading, children }: Props<T>) {
  if (query.data !== undefined) {
    return <>{children(query.data)}</>;
  }
  if (query.isError) {
    return <ProblemAlert error={query.error} retry={() => void query.refetch()} />;
  }
  return loading === undefined ? <Loading /> : <Loading text={loading} />;
}
