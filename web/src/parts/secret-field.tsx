import { ActionIcon, Box, Group, Text, Tooltip } from '@mantine/core';
import { IconEye, IconEyeOff } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useShellTexts } from '@/app/shell-texts';
import { ProblemAlert } from './problem-alert';
import { CopyAction } from './copy-field';

interface Props {
  label: string;
  /** Fetches the secret. It is asked each time that somebody wants to see it, and kept no longer than it is shown. */
  reveal: () => Promise<string>;
  /** After how many seconds it is hidden again. */
  seconds?: number;
}

/** A secret that is fetched and shown when it is asked for, and hidden again by itself. */
export function SecretField({ label, reveal, seconds = 60 }: Props) {
  const t = useShellTexts();
  const [secret, setSecret] = useState<string>();
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);

  useEffect(() => {
    if (secret === undefined) {
      return undefined;
    }
    const timer = setTimeout(() => setSecret(undefined), seconds * 1000);
    return () => clearTimeout(timer);
  }, [secret, seconds]);

  const show = async () => {
    setBusy(true);
    setError(undefined);
    try {
      setSecret(await reveal());
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };
  const shown = secret !== undefined;
  const action = t(shown ? 'hide' : 'show', { what: label });
  return (
    <Box>
      <Text size="sm" c="dimmed">
        {label}
      </Text>
      <Group gap={4} wrap="nowrap">
        <Text component="code" ff="monospace" size="sm" className="breakable" aria-live="polite">
          {shown ? secret : <span role="img" aria-label={t('hidden')}>••••••••••••</span>}
        </Text>
        <Tooltip label={action}>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={action}
            loading={busy}
            onClick={() => (shown ? setSecret(undefined) : void show())}
          >
            {shown ? <IconEyeOff size={18} aria-hidden /> : <IconEye size={18} aria-hidden />}
          </ActionIcon>
        </Tooltip>
        {shown && <CopyAction value={secret} what={label} />}
      </Group>
      {error !== undefined && <ProblemAlert error={error} />}
    </Box>
  );
}
