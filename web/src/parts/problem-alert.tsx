import { Alert, Button, List, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useShellTexts } from '@/app/shell-texts';
import { CallFailed, type Violation } from '@/api/problem';

interface Props {
  error: unknown;
  /** Tries again, where that makes sense; it becomes a button. */
  retry?: () => void;
  /** The violations to list; without it those of the problem. Forms leave out what stands at their fields. */
  violations?: Violation[];
}

/** Says what a call was refused with or how it failed, and what to do next, in the server's own words. */
export function ProblemAlert({ error, retry, violations }: Props) {
  const t = useShellTexts();
  if (!(error instanceof CallFailed)) {
    throw error; // a mistake of ours: the page's boundary shows it
  }
  const { problem, status, requestId } = error;
  const missing = status === 0;
  const title = problem?.title ?? (missing ? t('noAnswer') : t('strange', { status }));
  const handling = problem ? problem.handling : t(missing ? 'noAnswerHandling' : 'strangeHandling');
  const listed = violations ?? problem?.errors ?? [];
  return (
    <Alert color="red" icon={<IconAlertTriangle aria-hidden />} title={title} role="alert">
      <Stack gap="xs" align="start">
        {problem?.detail !== undefined && <Text size="sm">{problem.detail}</Text>}
        {listed.length > 0 && (
          <List size="sm">
            {listed.map((v) => (
              <List.Item key={`${v.pointer ?? v.parameter ?? ''} ${v.message}`}>
                <code>{v.pointer ?? v.parameter}</code> {v.message}
              </List.Item>
            ))}
          </List>
        )}
        {handling !== undefined && <Text size="sm">{handling}</Text>}
        {requestId !== undefined && (
          <Text size="xs" c="dimmed">
            {t('requestId')}: <code>{requestId}</code>
          </Text>
        )}
        {retry && (
          <Button size="compact-sm" variant="default" onClick={retry}>
            {t('retry')}
          </Button>
        )}
      </Stack>
    </Alert>
  );
}
