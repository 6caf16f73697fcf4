import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDebouncedValue } from '@mantine/hooks';
import { portal, type PortalSchemas } from '@/api/clients';
import { answered, CallFailed } from '@/api/problem';

export type Finding = PortalSchemas['FileFinding'];

const pause = 1100; // ms; the server checks sixty times in a minute

/** What the server finds in a text, a moment after the last change. */
export function useCheck(source: string) {
  const [text] = useDebouncedValue(source, pause);
  return useQuery({
    queryKey: ['overlays', 'check', text],
    enabled: text.trim() !== '',
    staleTime: 60_000,
    gcTime: 60_000,
    placeholderData: keepPreviousData,
    queryFn: () => answered(portal.POST('/overlays/check', { body: { source: text } })),
  });
}

/** What a refusal to save says about the text; undefined for other failures. */
export function findingsOf(error: unknown): Finding[] | undefined {
  if (!(error instanceof CallFailed) || error.problem === undefined || !('findings' in error.problem)) {
    return undefined;
  }
  const { findings } = error.problem as { findings?: Finding[] };
  return findings;
}
