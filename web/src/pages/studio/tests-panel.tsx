import { Alert, Anchor, Button, Code, Group, Stack, Text } from '@mantine/core';
import { useEffect, useMemo } from 'react';
import type { PortalSchemas } from '@/api/clients';
import { Empty } from '@/parts/empty';
import { ProblemAlert } from '@/parts/problem-alert';
import { State } from '@/parts/state';
import { coveredLines } from './coverage-lines';
import type { CoveredLine } from './coverage-marks';
import type { ApiDocument } from '@/api/openapi';
import { hasTests, withExampleTest } from './example-test';
import { useTexts } from './texts';
import type { TestCase, TestReport, Tests } from './use-tests';

interface Props {
  source: string;
  document: ApiDocument | undefined;
  tests: Tests;
  onEdit: (source: string) => void;
  onCovered: (lines: CoveredLine[]) => void;
  onGo: (line: number, column?: number) => void;
}

const tones = { passed: 'good', failed: 'bad', skipped: 'off', notRun: 'wait' } as const;
const marks = { passed: ['used', '✓'], failed: ['unused', '✗'], skipped: ['half', '–'], notRun: ['half', '–'] } as const;

/** What stands beside the lines of a file whose tests have run: cases, what they missed, and the rules that they used. */
function linesOf(report: TestReport, t: ReturnType<typeof useTexts>): CoveredLine[] {
  const worst = [...report.cases].sort((a, b) => Number(b.outcome === 'failed') - Number(a.outcome === 'failed'));
  const cases = worst.map(({ line, outcome, name }): CoveredLine => {
    const [use, label] = marks[outcome];
    return { line, use, label, title: `${name}: ${t(`case_${outcome}`)}` };
  });
  const missed = report.cases.flatMap(({ failure }) => failure?.differences ?? []);
  const differences = missed.flatMap(({ line, message }): CoveredLine[] => (line === undefined ? [] : [{ line, use: 'unused', label: '✗', title: message }]));
  return [...cases, ...differences, ...coveredLines(report.coverage.lines, t)];
}

/** The tests in the file: they run as they are typed, beside every sandbox, and the editor's lines are painted by them. */
export function TestsPanel({ source, document, tests, onEdit, onCovered, onGo }: Props) {
  const t = useTexts();
  const { data: ran, isPending, error } = tests;
  const lines = useMemo(() => (ran ? linesOf(ran.report, t) : []), [ran, t]);
  const there = useMemo(() => hasTests(source), [source]);
  useEffect(() => {
    onCovered(lines);
    return () => onCovered([]);
  }, [lines, onCovered]);
  if (!there) {
    const example = withExampleTest(source, document);
    return (
      <Stack gap="sm" align="start">
        <Empty title={t('noTests')} text={t('noTestsText')} />
        <Button variant="default" disabled={example === source} onClick={() => onEdit(example)}>
          {t('addTest')}
        </Button>
      </Stack>
    );
  }
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {t('testsText')}
      </Text>
      <Group gap="sm">
        <Button loading={isPending} onClick={() => tests.mutate({ source })}>
          {t('runTests')}
        </Button>
      </Group>
      {error && <ProblemAlert error={error} />}
      {ran && (
        <>
          {ran.source !== source && <Alert color="brand">{t('testsOld')}</Alert>}
          <Summary report={ran.report} />
          <ul className="plain-list studio-rules" aria-label={t('cases')}>
            {ran.report.cases.map((c) => (
              <li key={`${c.line} ${c.name}`}>
                <Case found={c} busy={isPending} onRun={() => tests.mutate({ source, only: c.name })} onGo={onGo} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Stack>
  );
}

function Summary({ report }: { report: TestReport }) {
  const t = useTexts();
  const { totals, coverage } = report;
  const said = [
    t('passed', { count: totals.passed }),
    t('failed', { count: totals.failed }),
    ...(totals.skipped > 0 ? [t('skipped', { count: totals.skipped })] : []),
    ...(totals.notRun > 0 ? [t('notRun', { count: totals.notRun })] : []),
  ].join(', ');
  if (!report.usable) {
    return <Alert color="red">{t('testsUnusable')}</Alert>;
  }
  return (
    <div role="status">
      <Text fw={600}>
        <State tone={totals.failed > 0 ? 'bad' : totals.notRun > 0 ? 'wait' : 'good'}>{said}</State>
      </Text>
      <Text size="sm" mt={4}>
        {t('testsCover', { used: coverage.rulesMatched, count: coverage.rules, both: coverage.conditionsBoth, conditions: coverage.conditions })}
      </Text>
    </div>
  );
}

interface CaseProps {
  found: TestCase;
  busy: boolean;
  onRun: () => void;
  onGo: (line: number, column?: number) => void;
}

function Case({ found, busy, onRun, onGo }: CaseProps) {
  const t = useTexts();
  const { name, line, column, outcome, reason, failure } = found;
  return (
    <Stack gap={4}>
      <Group justify="space-between" gap="xs" wrap="nowrap" align="start">
        <Text size="sm" className="breakable">
          <State tone={tones[outcome]}>{t(`case_${outcome}`)}</State> {name}{' '}
          <Anchor component="button" type="button" size="sm" onClick={() => onGo(line, column)} aria-label={t('goToCase', { name, line })}>
            {t('line', { line })}
          </Anchor>
        </Text>
        <Button size="compact-xs" variant="default" disabled={busy} onClick={onRun} aria-label={t('runCase', { name })}>
          {t('run')}
        </Button>
      </Group>
      {reason !== undefined && (
        <Text size="sm" c="dimmed">
          {reason}
        </Text>
      )}
      {failure && <Failed failure={failure} onGo={onGo} />}
    </Stack>
  );
}

/** What was compared; a message says what was wanted and what came behind it. */
function partOf(message: string): string {
  return message.replace(/: wanted .*/s, '');
}

function Failed({ failure, onGo }: { failure: PortalSchemas['OverlayTestFailure']; onGo: CaseProps['onGo'] }) {
  const t = useTexts();
  const { step, steps, repetition, what, differences, answer } = failure;
  return (
    <Stack gap="xs" className="studio-failure">
      <Text size="sm" c="dimmed">
        {t(repetition === undefined ? 'failedStep' : 'failedRepetition', { step, steps, what, repetition: repetition ?? 1 })}
      </Text>
      {differences.map((d) => (
        <div key={`${d.line ?? 0} ${d.column ?? 0} ${d.message}`}>
          <Text size="sm" className="breakable">
            {d.expected === undefined ? d.message : partOf(d.message)}{' '}
            {d.line !== undefined && (
              <Anchor component="button" type="button" size="sm" onClick={() => onGo(d.line ?? 1, d.column)}>
                {t('line', { line: d.line })}
              </Anchor>
            )}
          </Text>
          {d.expected !== undefined && d.actual !== undefined && (
            <dl className="studio-compared">
              <dt>{t('expected')}</dt>
              <dd>
                <Code>{d.expected}</Code>
              </dd>
              <dt>{t('actual')}</dt>
              <dd>
                <Code>{d.actual}</Code>
              </dd>
            </dl>
          )}
          {d.related?.map((r) => (
            <Text key={`${r.file} ${r.line ?? 0} ${r.message}`} size="sm" c="dimmed" className="breakable">
              {r.message}{' '}
              {r.file === d.file && r.line !== undefined ? (
                <Anchor component="button" type="button" size="sm" onClick={() => onGo(r.line ?? 1, r.column)}>
                  {t('line', { line: r.line })}
                </Anchor>
              ) : (
                `(${r.file}${r.line === undefined ? '' : `:${r.line}`})`
              )}
            </Text>
          ))}
        </div>
      ))}
      {answer !== undefined && (
        <Text size="sm" className="breakable">
          {t('cameBack')} <Code>{answer}</Code>
        </Text>
      )}
    </Stack>
  );
}
