import { List, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { sandboxOf, type SandboxSchemas } from '@/api/clients';
import { answered } from '@/api/problem';
import { DataTable } from '@/parts/data-table';
import { QueryView } from '@/parts/query-view';
import { Section } from '@/parts/section';
import { sandboxKey } from './sandbox-key';
import { useTexts } from './texts';

type Answer = SandboxSchemas['ExplainedAnswer'];
type Trace = SandboxSchemas['RuleTrace'];

/** Why a request was answered so: the rule, then those that nearly matched, the nearest first. */
export function Explanation({ entry, application }: { entry: string; application: string }) {
  const t = useTexts();
  const query = useQuery({
    queryKey: [...sandboxKey(application), 'explanation', entry],
    queryFn: () => answered(sandboxOf(application).GET('/journal/{entry}/explanation', { params: { path: { entry } } })),
    retry: false,
  });
  return (
    <Section title={t('why')}>
      <QueryView query={query} loading={t('loadingWhy')}>
        {({ answer, rules }) => (
          <Stack gap="md">
            <Because answer={answer} trace={rules.find((r) => r.outcome === 'answered')} />
            <Misses rules={rules.filter((r) => r.outcome === 'missed')} />
            <Untried rules={rules.filter((r) => r.outcome === 'untried')} />
          </Stack>
        )}
      </QueryView>
    </Section>
  );
}

const placeOf = ({ file, line }: Trace) => `${file}:${line}`;

function Because({ answer, trace }: { answer: Answer; trace: Trace | undefined }) {
  const t = useTexts();
  return (
    <div>
      <Text>
        {t(`source_${answer.source}`, { rule: answer.rule ?? '', scenario: answer.scenario ?? '', problem: answer.problem ?? '' })}
        {trace && (
          <Text span c="dimmed" className="path">
            {' '}
            {placeOf(trace)}
          </Text>
        )}
      </Text>
      {answer.detail !== undefined && <Text size="sm">{answer.detail}</Text>}
      {answer.violations && answer.violations.length > 0 && (
        <List size="sm" mt={4}>
          {answer.violations.map((v) => (
            <List.Item key={`${v.pointer ?? v.parameter ?? ''} ${v.message}`}>
              <code>{v.pointer ?? v.parameter}</code> {v.message}
            </List.Item>
          ))}
        </List>
      )}
    </div>
  );
}

function Misses({ rules }: { rules: Trace[] }) {
  const t = useTexts();
  if (rules.length === 0) {
    return null;
  }
  return (
    <div>
      <Title order={3} mb={4}>
        {t('misses')}
      </Title>
      <DataTable
        caption={t('misses')}
        rows={rules}
        rowKey={(r) => `${r.scenario} ${r.rule} ${placeOf(r)}`}
        empty={null}
        columns={[
          {
            label: t('rule'),
            cell: (r) => (
              <>
                {r.scenario}: {r.rule}
                <Text size="xs" c="dimmed" className="path">
                  {placeOf(r)}
                </Text>
              </>
            ),
          },
          { label: t('condition'), cell: (r) => <span className="path">{r.condition ?? '–'}</span> },
          { label: t('wantedValue'), cell: (r) => <span className="path">{r.wanted ?? '–'}</span> },
          { label: t('got'), cell: (r) => <span className="path">{r.got ?? '–'}</span> },
        ]}
      />
    </div>
  );
}

function Untried({ rules }: { rules: Trace[] }) {
  const t = useTexts();
  if (rules.length === 0) {
    return null;
  }
  return (
    <details>
      <summary>{t('untried', { count: rules.length })}</summary>
      <List size="sm" mt={4}>
        {rules.map((r) => (
          <List.Item key={`${r.scenario} ${r.rule} ${placeOf(r)}`}>
            {r.scenario}: {r.rule}{' '}
            <Text span c="dimmed" className="path">
              {placeOf(r)}
            </Text>
          </List.Item>
        ))}
      </List>
    </details>
  );
}
