import { Anchor, Group, Stack, Text, Title } from '@mantine/core';
import { Link } from 'react-router';
import type { SandboxSchemas } from '@/api/clients';
import { State, type Tone } from '@/parts/state';
import { useTexts } from './texts';

type Trace = SandboxSchemas['RuleTrace'];

interface Props {
  title: string;
  /** Undefined where a request was answered and not written down. */
  explanation: SandboxSchemas['Explanation'] | undefined;
  status: number;
  /** In milliseconds. */
  took?: number;
  /** The scenario of the file that is edited: its rules are shown in the editor. */
  scenario: string;
  onGo: (line: number) => void;
}

const tones: Record<Trace['outcome'], Tone> = { answered: 'good', continued: 'wait', missed: 'bad', untried: 'off' };
const most = 12;

/** What a request is answered with and why: the rule, and what became of the others. */
export function Explained({ title, explanation, status, took, scenario, onGo }: Props) {
  const t = useTexts();
  const answer = explanation?.answer;
  return (
    <Stack gap={6}>
      <Group gap="xs">
        <Title order={2} size="h3">{title}</Title>
        <State tone={status >= 200 && status < 400 ? 'good' : 'bad'}>{status === 0 ? (answer?.fault ?? '0') : status}</State>
        {took !== undefined && (
          <Text size="sm" c="dimmed" className="figures">
            {t('took', { count: took })}
          </Text>
        )}
      </Group>
      {answer && (
        <Text size="sm" className="breakable">
          {answer.rule !== undefined ? t('byRule', { rule: answer.rule, scenario: answer.scenario ?? '' }) : t(`source_${answer.source}`)}
          {answer.detail !== undefined && ` ${answer.detail}`}
        </Text>
      )}
      {answer?.violations?.map((v) => (
        <Text key={`${v.pointer ?? v.parameter ?? ''} ${v.message}`} size="sm" className="breakable">
          <code>{v.pointer ?? v.parameter}</code> {v.message}
        </Text>
      ))}
      <ul className="plain-list studio-rules">
        {(explanation?.rules ?? []).slice(0, most).map((r) => (
          <li key={`${r.file} ${r.line} ${r.rule}`}>
            <TracedRule rule={r} own={r.scenario === scenario} api={explanation?.api ?? ''} onGo={onGo} />
          </li>
        ))}
      </ul>
    </Stack>
  );
}

function TracedRule({ rule, own, api, onGo }: { rule: Trace; own: boolean; api: string; onGo: (line: number) => void }) {
  const t = useTexts();
  return (
    <div className="breakable">
      <Group gap="xs" wrap="nowrap" align="start">
        <State tone={tones[rule.outcome]}>{t(`outcome_${rule.outcome}`)}</State>
        <Text size="sm">
          {rule.rule}{' '}
          {own ? (
            <Anchor component="button" type="button" size="sm" onClick={() => onGo(rule.line)}>
              {t('line', { line: rule.line })}
            </Anchor>
          ) : rule.file === '' || rule.scenario === 'override' ? (
            t('asTypedRule')
          ) : (
            <Anchor component={Link} size="sm" to={`/studio/scenarios/${encodeURIComponent(api)}/${encodeURIComponent(rule.scenario)}`}>
              {rule.scenario}
            </Anchor>
          )}
        </Text>
      </Group>
      {rule.condition !== undefined && (
        <Text size="xs" c="dimmed">
          {t('wanted', { condition: rule.condition, wanted: rule.wanted ?? '', got: rule.got ?? '' })}
        </Text>
      )}
    </div>
  );
}
