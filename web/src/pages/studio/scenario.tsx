import { Button, Code, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { sandboxOf, type SandboxSchemas } from '@/api/clients';
import { answered } from '@/api/problem';
import { Empty } from '@/parts/empty';
import { PageHeader } from '@/parts/page-header';
import { QueryView } from '@/parts/query-view';
import { State } from '@/parts/state';
import { useApiDocument } from '@/parts/use-api-document';
import { useSandbox } from '@/parts/use-sandbox';
import { useTexts } from './texts';
import './studio.css';

type Rule = SandboxSchemas['ScenarioRule'];

/** A scenario of the bank, to be read: its rules by operation, in the order in which they are tried. */
export function Component() {
  const t = useTexts();
  const { api = '', scenario = '' } = useParams();
  const { query: applications, chosen } = useSandbox();
  const query = useQuery({
    queryKey: ['sandbox', chosen?.id, 'scenarios', api, scenario],
    enabled: chosen !== undefined,
    queryFn: () => answered(sandboxOf(chosen?.id ?? '').GET('/scenarios/{api}/{scenario}', { params: { path: { api, scenario } } })),
  });
  const { data: document } = useApiDocument(api);
  const called = (id: string) => {
    const found = document?.operations.find((o) => o.id === id);
    return found ? `${found.method} ${found.path}` : '';
  };
  const named = query.data?.title ?? scenario;
  return (
    <>
      <PageHeader
        title={named}
        text={<Code>{query.data?.file ?? `${api}/${scenario}.yaml`}</Code>}
        back={{ to: '/studio', label: t('title') }}
        actions={query.data?.default === true ? <State tone="good">{t('default')}</State> : undefined}
      />
      <Text mb="lg" maw="44rem">
        {t('bankText')}
      </Text>
      {applications.isSuccess && !chosen ? (
        <Empty title={t('noApplication')} text={t('noApplicationText')} />
      ) : (
        <QueryView query={query} loading={t('loadingScenario')}>
          {({ operations }) => (
            <Stack gap="lg">
              {operations.length === 0 && <Empty title={t('noRules')} text={t('noRulesText')} />}
              {operations.map(({ operation, rules }) => (
                <Paper key={operation} p={{ base: 'md', sm: 'lg' }} component="section" aria-labelledby={`operation-${operation}`}>
                  <Group justify="space-between" mb="sm" gap="xs">
                    <div className="breakable">
                      <Title order={2} id={`operation-${operation}`}>
                        {operation === '*' ? t('everyOperation') : operation}
                      </Title>
                      <Text size="sm" c="dimmed" ff="monospace">
                        {called(operation)}
                      </Text>
                    </div>
                    <Button
                      component={Link}
                      variant="light"
                      size="compact-md"
                      to={`/studio/new?api=${encodeURIComponent(api)}&operation=${encodeURIComponent(operation)}`}
                      aria-label={t('overlayFor', { operation })}
                    >
                      {t('writeOverlay')}
                    </Button>
                  </Group>
                  <ol className="plain-list studio-rules">
                    {rules.map((rule) => (
                      <li key={`${rule.line} ${rule.name}`}>
                        <RuleOutline rule={rule} />
                      </li>
                    ))}
                  </ol>
                </Paper>
              ))}
            </Stack>
          )}
        </QueryView>
      )}
    </>
  );
}

function RuleOutline({ rule }: { rule: Rule }) {
  const t = useTexts();
  const { answer } = rule;
  const said = [answer.fault ?? answer.problem, answer.status].filter((v) => v !== undefined).join(' · ');
  return (
    <Stack gap={4} py="xs">
      <Group justify="space-between" gap="xs">
        <Text fw={600} className="breakable">
          {rule.name}{' '}
          <Text component="span" size="xs" c="dimmed" fw={400}>
            {t('line', { line: rule.line })}
          </Text>
        </Text>
        <Group gap="xs">
          {rule.delay !== undefined && <State tone="wait">{rule.delay}</State>}
          <State tone={(answer.status ?? 200) < 400 && answer.fault === undefined ? 'good' : 'bad'}>{said === '' ? answer.kind : said}</State>
        </Group>
      </Group>
      {rule.conditions.map((c) => (
        <Text key={`${c.line} ${c.kind} ${c.place ?? ''} ${c.wants}`} size="sm" c="dimmed" className="breakable">
          {c.kind} <Code>{c.place ?? ''}</Code> {c.wants}
        </Text>
      ))}
      {rule.effects.map((e) => (
        <Text key={e} size="sm" className="breakable">
          → {e}
        </Text>
      ))}
    </Stack>
  );
}
