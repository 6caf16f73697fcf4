import { Stack, Text, UnstyledButton } from '@mantine/core';
import { State } from '@/parts/state';
import { ProblemAlert } from '@/parts/problem-alert';
import { useTexts } from './texts';
import type { Finding } from './use-check';

interface Props {
  findings: Finding[];
  checking: boolean;
  error: unknown;
  onGo: (line: number, column?: number) => void;
}

/** What is wrong with the text, each with its place, which a click leads to. */
export function Findings({ findings, checking, error, onGo }: Props) {
  const t = useTexts();
  const errors = findings.filter((f) => f.severity === 'error').length;
  const said = findings.length === 0 ? t('noFindings') : `${t('errors', { count: errors })}, ${t('warnings', { count: findings.length - errors })}`;
  return (
    <Stack gap={6} component="section" aria-label={t('findings')}>
      <Text size="sm" fw={600} role="status">
        {checking ? t('checking') : said}
      </Text>
      {error !== null && <ProblemAlert error={error} />}
      <ul className="plain-list studio-findings">
        {findings.map((f) => (
          <li key={`${f.code} ${f.line ?? 0} ${f.column ?? 0} ${f.message}`}>
            <UnstyledButton className="studio-finding" onClick={() => onGo(f.line ?? 1, f.column)}>
              <State tone={f.severity === 'error' ? 'bad' : 'wait'}>{t(f.severity)}</State>{' '}
              <Text component="span" size="sm" ff="monospace">
                {f.line ?? 1}:{f.column ?? 1}
              </Text>{' '}
              <Text component="span" size="sm" className="breakable">
                {f.message}
                {f.hint !== undefined && ` – ${f.hint}`}
              </Text>
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </Stack>
  );
}
