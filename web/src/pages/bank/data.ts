import { keepPreviousData, queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { portal, type PortalSchemas } from '@/api/clients';
import { answered } from '@/api/problem';
import { usePerson } from '@/app/session';

export type Request = PortalSchemas['Request'];
export type Application = PortalSchemas['Application'];
export type Organisation = PortalSchemas['Organisation'];
export type Person = PortalSchemas['Person'];
export type Catalogue = PortalSchemas['ManagedCatalogue'];

/** Whether whoever is signed in may do what reviewers may not. */
export function useIsBankAdmin(): boolean {
  return usePerson().role === 'bank-admin';
}

/** Reads everything of the bank again, after something has changed. */
export function useBankChanged(): () => Promise<void> {
  const cache = useQueryClient();
  return () => cache.invalidateQueries({ queryKey: ['bank'] });
}

/** How many entries a page of a list has. */
export const pageSize = 50;

/** Options of a query for a page of a list: what was shown stays until the next is there. */
export function listQuery<T>(key: readonly unknown[], read: () => Promise<T>) {
  return queryOptions({ queryKey: ['bank', ...key], queryFn: read, placeholderData: keepPreviousData });
}

export const plansQuery = queryOptions({ queryKey: ['bank', 'plans'], queryFn: () => answered(portal.GET('/plans')) });

export const catalogueQuery = queryOptions({ queryKey: ['bank', 'catalogue'], queryFn: () => answered(portal.GET('/bank/catalogue')) });

export const settingsQuery = queryOptions({ queryKey: ['bank', 'settings'], queryFn: () => answered(portal.GET('/bank/settings')) });

export const agreementsQuery = queryOptions({ queryKey: ['bank', 'agreements'], queryFn: () => answered(portal.GET('/agreements')) });

export const organisationQuery = (id: string) =>
  queryOptions({
    queryKey: ['bank', 'organisation', id],
    queryFn: () => answered(portal.GET('/bank/organisations/{organisation}', { params: { path: { organisation: id } } })),
  });

/** An application; `of` is the version of something that changes with it, such as its request. */
export const applicationQuery = (id: string, of = 0) =>
  queryOptions({
    queryKey: ['bank', 'application', id, of],
    queryFn: () => answered(portal.GET('/bank/applications/{application}', { params: { path: { application: id } } })),
  });

/** The choices of a field that takes one of the catalogue's APIs. */
export function useApiChoices(): { value: string; label: string }[] {
  const { data } = useQuery(catalogueQuery);
  return (data?.apis ?? []).map((a) => ({ value: a.api, label: a.title }));
}

/** Gives the title of an API, its name while that is not known. */
export function useApiTitle(): (api: string) => string {
  const { data } = useQuery(catalogueQuery);
  return (api) => data?.apis.find((a) => a.api === api)?.title ?? api;
}

export const personQuery = (id: string) =>
  queryOptions({
    queryKey: ['bank', 'person', id],
    queryFn: () => answered(portal.GET('/bank/people/{person}', { params: { path: { person: id } } })),
  });
