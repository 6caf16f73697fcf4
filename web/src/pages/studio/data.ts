import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { parseDocument } from 'yaml';
import { portal, sandboxOf, type PortalSchemas, type SandboxSchemas } from '@/api/clients';
import { answered } from '@/api/problem';
import { useApiDocument } from '@/parts/use-api-document';
import { tablesIn } from './table-text';
import type { Vocabulary } from './vocabulary';

export type Overlay = PortalSchemas['Overlay'];
export type Application = PortalSchemas['Application'];
export type ScenarioSummary = SandboxSchemas['ScenarioSummary'];

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

/** What can be spoken of in a file: the API's operations, the tables and states of the sandbox, and the file's own. */
export function useVocabulary(source: string, application: string | undefined): Vocabulary {
  const api = apiOf(source);
  const { data: document } = useApiDocument(api);
  const { data: scenarios } = useScenarios(application);
  const { data: state } = useQuery({
    queryKey: ['sandbox', application, 'state'],
    enabled: application !== undefined,
    queryFn: () => answered(sandboxOf(application ?? '').GET('/state')),
  });
  const { data: answers } = useQuery({
    queryKey: ['sandbox', application, 'problems', api],
    enabled: application !== undefined && scenarios !== undefined,
    staleTime: Infinity,
    queryFn: async () => {
      const own = (scenarios ?? []).filter((s) => s.api === api);
      const read = own.map((s) => answered(sandboxOf(application ?? '').GET('/scenarios/{api}/{scenario}', { params: { path: { api, scenario: s.name } } })));
      const rules = (await Promise.all(read)).flatMap((s) => s.operations.flatMap((o) => o.rules));
      return [...new Set(rules.flatMap((r) => r.answer.problem ?? []))].sort();
    },
  });
  return useMemo(() => {
    const tables = (state?.tables ?? []).filter((t) => t.api === api);
    return {
      apis: [...new Set((scenarios ?? []).map((s) => s.api))],
      document,
      tables: [...tables, ...tablesIn(source).filter((t) => !tables.some((other) => other.name === t.name))],
      states: (state?.values ?? []).filter((v) => v.api === api),
      problems: [...new Set([...problemsIn(source), ...(answers ?? [])])],
    };
  }, [api, source, document, scenarios, state, answers]);
}
