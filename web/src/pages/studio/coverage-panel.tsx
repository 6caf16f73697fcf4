import { Alert, Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { sandboxOf, type SandboxSchemas } from '@/api/clients';
import { answered, done } from '@/api/problem';
import { Empty } from '@/parts/empty';
import { Time } from '@/parts/figures';
import { ProblemAlert } from '@/parts/problem-alert';
import { QueryView } from '@/parts/query-view';
import { coveredLines } from './coverage-lines';
import type { CoveredLine } from './coverage-marks';
import { useSandbox } from '@/parts/use-sandbox';
import type { Overlay } from './data';
import { useTexts } from './texts';

interface Props {
  overlay: Overlay;
  unsaved: boolean;
  onCovered: (lines: CoveredLine[]) => void;
  onGo: (line: number) => void;
}

type Rule = SandboxSchemas['CoveredRule'];

const often = 3000; // ms

/** Which rules of the file have answered in the sandbox since recording began; the editor's lines are painted by it. */
export function CoveragePanel({ overlay, unsaved, onCovered, onGo }: Props) {
  const t = useTexts();
  const cache = useQueryClient();
  const { query: applications, chosen } = useSandbox();
  const application = chosen?.id ?? '';
  const key = ['sandbox', application, 'coverage', overlay.api];
  const query = useQuery({
    queryKey: key,
    enabled: chosen !== undefined,
    refetchInterval: ({ state }) => (state.data?.recording === true ? often : false),
    queryFn: () => answered(sandboxOf(application).GET('/coverage', { params: { query: { api: overlay.api } } })),
  });
  const renew = () => cache.invalidateQueries({ queryKey: key });
  const begin = useMutation({ mutationFn: () => answered(sandboxOf(application).PUT('/coverage')), onSuccess: renew });
  const end = useMutation({ mutationFn: () => done(sandboxOf(application).DELETE('/coverage')), onSuccess: renew });
  const { data } = query;
  const rules = useMemo(() => (data?.recording === true ? data.rules.filter((r) => r.scenario === overlay.name) : []), [data, overlay.name]);
  const lines = useMemo(() => coveredLines(rules, t), [rules, t]);
  useEffect(() => {
    onCovered(lines);
    return () => onCovered([]);
  }, [lines, onCovered]);
  if (applications.isSuccess && !chosen) {
    return <Empty title={t('noApplication')} text={t('noApplicationText')} />;
  }
  return (
    <QueryView query={query} loading={t('loadingCoverage')}>
      {({ recording, since }) => (
        <Stack gap="sm">
          <Text size="sm" role="status">
            {recording ? t('recording') : t('notRecording')} {recording && since !== undefined && <Time value={since} />}
          </Text>
          <Group gap="sm">
            <Button loading={begin.isPending} variant={recording ? 'default' : 'filled'} onClick={() => begin.mutate()}>
              {t(recording ? 'recordAnew' : 'record')}
            </Button>
            {recording && (
              <Button variant="default" loading={end.isPending} onClick={() => end.mutate()}>
                {t('endRecording')}
              </Button>
            )}
          </Group>
          {begin.isError && <ProblemAlert error={begin.error} />}
          {end.isError && <ProblemAlert error={end.error} />}
          {recording && unsaved && <Alert color="brand">{t('coverageOfSaved')}</Alert>}
          {recording && <Used rules={rules} onGo={onGo} />}
        </Stack>
      )}
    </QueryView>
  );
}

function Used({ rules, onGo }: { rules: Rule[]; onGo: (line: number) => void }) {
  const t = useTexts();
  const used = rules.filter((r) => r.hits > 0).length;
  return (
    <div>
      <Text fw={600} mb={4}>
        {t('used', { used, count: rules.length })}
      </Text>
      <ul className="plain-list studio-rules">
        {rules.map((r) => (
          <li key={`${r.operation} ${r.line}`}>
            <Text size="sm" className="breakable">
              {r.rule} ({r.operation}) – {t('hits', { count: r.hits })}{' '}
              <Anchor component="button" type="button" size="sm" onClick={() => onGo(r.line)}>
                {t('line', { line: r.line })}
              </Anchor>
            </Text>
          </li>
        ))}
      </ul>
    </div>
  );
}
