import { useQuery } from '@tanstack/react-query';
import { useOutletContext } from 'react-router';
import { portal, type PortalSchemas } from '@/api/clients';
import { answered } from '@/api/problem';
import { sideOf, useSession } from '@/app/session';

export type ApiDetail = PortalSchemas['CatalogueApiDetail'];
export type Application = PortalSchemas['Application'];

/** What the catalogue says of an API. With a session it says which of the organisation's applications have it. */
export function useApi(api: string) {
  const { data: person } = useSession();
  return useQuery({
    queryKey: ['catalogue', 'api', api, person?.id ?? ''],
    enabled: person !== undefined,
    queryFn: () => answered(portal.GET('/catalogue/apis/{api}', { params: { path: { api } } })),
  });
}

/** All problems that calls of an API can be answered with. */
export function useErrors(api: string) {
  return useQuery({
    queryKey: ['errors', api],
    staleTime: 5 * 60_000,
    queryFn: async () => {
      const found: PortalSchemas['ErrorEntry'][] = [];
      for (let cursor: string | undefined = ''; cursor !== undefined; ) {
        const page: PortalSchemas['ErrorEntryPage'] = await answered(
          portal.GET('/errors', { params: { query: { api, limit: 200, ...(cursor !== '' && { cursor }) } } }),
        );
        found.push(...page.errors);
        cursor = page.next;
      }
      return found;
    },
  });
}

/** The API whose tabs are open. It is for the pages below `/apis/:api`. */
export function useOpened(): ApiDetail {
  return useOutletContext<ApiDetail>();
}

/** Whether somebody of a partner's organisation is signed in. */
export function useIsPartner(): boolean {
  const { data: person } = useSession();
  return person !== undefined && person !== null && sideOf(person) === 'partner';
}

/** The address of a page of an API. */
export function pageOf(api: string, page = '', search: Record<string, string> = {}): string {
  const asked = new URLSearchParams(search).toString();
  return `/apis/${encodeURIComponent(api)}${page === '' ? '' : `/${page}`}${asked === '' ? '' : `?${asked}`}`;
}
