import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { parseDocument } from 'yaml';
import { portal, sandboxOf, type PortalSchemas, type SandboxSchemas } from '@/api/clients';
import type { JsonObject } from '@/api/documents';
import { answered } from '@/api/problem';
import { useApiDocument } from '@/parts/use-api-document';
import { tablesIn } from './table-text';
import type { Vocabulary } from './vocabulary';

export type Overlay = PortalSchemas['Overlay'];
export type Application = PortalSchemas['Application'];
export type ScenarioSummary = SandboxSchemas['ScenarioSummary'];

export type ScenarioFile = SandboxSchemas['ScenarioFile'];

/** Where the server says that the files of organisations stand. */
export const overlayFolder = 'overlays/';

/** The organisation's scenario files, which are at most 100. */
export function useOverlays() {
  return useQuery({
    queryKey: ['overlays', 'list'],
    queryFn: async () => (await answered(portal.GET('/overlays', { params: { query: { limit: 200 } } }))).overlays,
  });
}

export function useOverlay(id: string) {
  return useQuery({
    queryKey: ['overlays', id],
    queryFn: () => answered(portal.GET('/overlays/{overlay}', { params: { path: { overlay: id } } })),
  });
}

export function useVersions(id: string) {
  return useQuery({
    queryKey: ['overlays', id, 'versions'],
    queryFn: async () => (await answered(portal.GET('/overlays/{overlay}/versions', { params: { path: { overlay: id }, query: { limit: 200 } } }))).versions,
  });
}

/** The scenarios that are loaded for the sandbox of an application. */
export function useScenarios(application: string | undefined) {
  return useQuery({
    queryKey: ['sandbox', application, 'scenarios'],
    enabled: application !== undefined,
    queryFn: async () => (await answered(sandboxOf(application ?? '').GET('/scenarios'))).scenarios,
  });
}

/** The files that a scenario is loaded from, its own first. */
export function useScenarioFiles(application: string | undefined, api: string, scenario: string) {
  return useQuery({
    queryKey: ['sandbox', application, 'files', api, scenario],
    enabled: application !== undefined,
    queryFn: async () =>
      (await answered(sandboxOf(application ?? '').GET('/scenarios/{api}/{scenario}/files', { params: { path: { api, scenario } } }))).files,
  });
}

/** The API that a scenario file is for; "" where it says none. */
export function apiOf(source: string): string {
  return /^api:\s*["']?([\w.-]+)/m.exec(source)?.[1] ?? '';
}

/** The scenario's name in a file; "" where it says none. */
export function scenarioOf(source: string): string {
  return /^scenario:\s*["']?([\w.-]+)/m.exec(source)?.[1] ?? '';
}

/** The codes of problems that a file declares or answers with. */
function problemsIn(source: string): string[] {
  const declared = parseDocument(source).get('problems');
  const own = declared !== null && typeof declared === 'object' && 'toJSON' in declared ? Object.keys((declared as { toJSON: () => object }).toJSON()) : [];
  return [...own, ...[...source.matchAll(/\bproblem:\s*([A-Z][A-Z0-9_]+)/g)].map((m) => m[1] ?? '')];
}

/** The error catalogue of an API, with what each problem means. */
function useProblems(api: string) {
  return useQuery({
    queryKey: ['errors', api],
    enabled: api !== '',
    staleTime: Infinity,
    queryFn: async () => {
      const { errors } = await answered(portal.GET('/errors', { params: { query: { api, limit: 200 } } }));
      return errors.map(({ code, status, title, handling }) => ({ code, title: `${status}: ${title}. ${handling}` }));
    },
  });
}

/** The JSON Schema of an API's scenario files, as the running server knows it. */
function useSchema(api: string, application: string | undefined) {
  return useQuery({
    queryKey: ['sandbox', application, 'schema', api],
    enabled: api !== '' && application !== undefined,
    staleTime: 60_000,
    queryFn: async () =>
      (await answered(sandboxOf(application ?? '').GET('/scenario-schemas/{api}', { params: { path: { api } } }))) as JsonObject,
  });
}

/** What can be spoken of in a file: the API's operations, the tables and states of the sandbox, and the file's own. */
export function useVocabulary(source: string, chosen: Application | undefined): Vocabulary {
  const application = chosen?.id;
  const { data: scenarios } = useScenarios(application);
  const written = apiOf(source);
  const apis = useMemo(() => {
    const subscribed = chosen?.subscriptions.map((s) => s.api) ?? [];
    return [...new Set([...(scenarios ?? []).map((s) => s.api), ...subscribed])];
  }, [scenarios, chosen]);
  const api = apis.includes(written) || application === undefined ? written : ''; // whatever else is typed is asked of nobody
  const { data: document } = useApiDocument(api);
  const { data: schema } = useSchema(api, application);
  const { data: problems } = useProblems(api);
  const { data: state } = useQuery({
    queryKey: ['sandbox', application, 'state'],
    enabled: application !== undefined,
    queryFn: () => answered(sandboxOf(application ?? '').GET('/state')),
  });
  return useMemo(() => {
    const tables = (state?.tables ?? []).filter((t) => t.api === api);
    const known = problems ?? [];
    const own = [...new Set(problemsIn(source))].filter((code) => !known.some((p) => p.code === code));
    return {
      apis,
      document,
      tables: [...tables, ...tablesIn(source).filter((t) => !tables.some((other) => other.name === t.name))],
      states: (state?.values ?? []).filter((v) => v.api === api),
      problems: [...own.map((code) => ({ code, title: '' })), ...known],
      schema,
    };
  }, [apis, api, source, document, schema, problems, state]);
}
