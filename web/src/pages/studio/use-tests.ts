import { useMutation } from '@tanstack/react-query';
import { portal, type PortalSchemas } from '@/api/clients';
import { answered } from '@/api/problem';

export type TestReport = PortalSchemas['OverlayTestReport'];
export type TestCase = PortalSchemas['OverlayTestCase'];

/** What the tests of a text have come to, with the text. */
export interface Ran {
  source: string;
  report: TestReport;
}

/** Runs the tests that stand in a text, or one of them by its name. */
export function useTests() {
  return useMutation({
    mutationFn: async ({ source, only }: { source: string; only?: string }): Promise<Ran> => ({
      source,
      report: await answered(portal.POST('/overlays/tests', { body: { source, ...(only !== undefined && { case: only }) } })),
    }),
  });
}

export type Tests = ReturnType<typeof useTests>;
