import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useShellTexts } from '@/app/shell-texts';
import { ProblemAlert } from './problem-alert';

interface Props {
  opened: boolean;
  onClose: () => void;
  title: string;
  /** What will happen. */
  text: string;
  /** What the button says, such as "Suspend". */
  action: string;
  danger?: boolean;
  /** Whether a reason is asked for: `needed` must be filled in. */
  reason?: 'needed' | 'optional';
  /** Does it; the dialog closes once it has succeeded, and shows what it failed with. */
  onConfirm: (reason: string) => Promise<unknown>;
}

/** Asks before something is done, and for the reason where there is to be one. */
export function ConfirmDialog({ opened, onClose, title, ...inside }: Props) {
  return (
    <Modal opened={opened} onClose={onClose} title={title} centered>
      <Inside onClose={onClose} {...inside} />
    </Modal>
  );
}

function Inside({ onClose, text, action, danger, reason, onConfirm }: Omit<Props, 'opened' | 'title'>) {
  const t = useShellTexts();
  const [given, setGiven] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const lacking = reason === 'needed' && given.trim() === '';
  const confirm = async () => {
    setTried(true);
    if (lacking) {
      return;
    }
    setBusy(true);
    setError(undefined);
    try {
      await onConfirm(given.trim());
      onClose();
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void confirm();
      }}
    >
      <Stack>
        <Text>{text}</Text>
        {reason !== undefined && (
          <Textarea
            label={t('reason')}
            description={reason === 'optional' ? t('optional') : undefined}
            required={reason === 'needed'}
            error={tried && lacking ? t('reasonNeeded') : undefined}
            value={given}
            onChange={(event) => setGiven(event.currentTarget.value)}
            maxLength={2000}
            autosize
            minRows={3}
            data-autofocus
          />
        )}
        {error !== undefined && <ProblemAlert error={error} />}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" color={danger ? 'red.8' : 'brand'} loading={busy}>
            {action}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
