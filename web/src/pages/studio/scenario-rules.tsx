import { Anchor, Button, Code, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { Link, useNavigate } from 'react-router';
import type { SandboxSchemas } from '@/api/clients';
import { Empty } from '@/parts/empty';
import { State } from '@/parts/state';
import { useApiDocument } from '@/parts/use-api-document';
import { fromRule, type Origin } from './bank-text';
import { useTexts } from './texts';

type Rule = SandboxSchemas['ScenarioRule'];

interface Props {
  origin: Origin;
  operations: SandboxSchemas['ScenarioOperation'][];
  /** The scenario's own file; "" while it is not there. */
  text: string;
  onLine: (line: number) => void;
}

/** The rules of a scenario by operation, in the order in which they are tried; each can be the beginning of one's own. */
export function ScenarioRules({ origin, operations, text, onLine }: Props) {
  const t = useTexts();
  const navigate = useNavigate();
  const { api } = origin;
  const { data: document } = useApiDocument(api);
  const called = (id: string) => {
    const found = document?.operations.find((o) => o.id === id);
    return found ? `${found.method} ${found.path}` : '';
  };
  const begin = (operation: string, rule: Rule) => {
    const source = fromRule(text, rule.line, operation, origin);
    void navigate(`/studio/new?api=${encodeURIComponent(api)}`, { state: { source } });
  };
  if (operations.length === 0) {
    return <Empty title={t('noRules')} text={t('noRulesText')} />;
  }
  return (
    <Stack gap="lg">
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
                <RuleOutline rule={rule} onLine={text === '' ? undefined : onLine} onBegin={text === '' ? undefined : () => begin(operation, rule)} />
              </li>
            ))}
          </ol>
        </Paper>
      ))}
    </Stack>
  );
}

interface RuleProps {
  rule: Rule;
  /** Undefined where the text cannot be shown. */
  onLine: ((line: number) => void) | undefined;
  onBegin: (() => void) | undefined;
}

function RuleOutline({ rule, onLine, onBegin }: RuleProps) {
  const t = useTexts();
  const { answer } = rule;
  const said = [answer.fault ?? answer.problem, answer.status].filter((v) => v !== undefined).join(' · ');
  return (
    <Stack gap={4} py="xs">
      <Group justify="space-between" gap="xs">
        <Text fw={600} className="breakable">
          {rule.name}{' '}
          {onLine ? (
            <Anchor component="button" type="button" size="xs" fw={400} onClick={() => onLine(rule.line)} aria-label={t('lineOf', { line: rule.line, rule: rule.name })}>
              {t('line', { line: rule.line })}
            </Anchor>
          ) : (
            <Text component="span" size="xs" c="dimmed" fw={400}>
              {t('line', { line: rule.line })}
            </Text>
          )}
        </Text>
        <Group gap="xs">
          {rule.delay !== undefined && <State tone="wait">{rule.delay}</State>}
          <State tone={(answer.status ?? 200) < 400 && answer.fault === undefined ? 'good' : 'bad'}>{said === '' ? answer.kind : said}</State>
          {onBegin && (
            <Button size="compact-xs" variant="default" onClick={onBegin} aria-label={t('beginWithRule', { rule: rule.name })}>
              {t('beginWith')}
            </Button>
          )}
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
