import { Button, Group, Stack } from '@mantine/core';
import type { ReactNode, SubmitEvent } from 'react';
import { useShellTexts } from '@/app/shell-texts';

interface Props {
  onSubmit: (event?: SubmitEvent<HTMLFormElement>) => void;
  busy: boolean;
  /** What the button says that sends it. */
  action: string;
  onCancel: () => void;
  children: ReactNode;
}

/** A form in a dialog, with its two buttons. */
export function DialogForm({ onSubmit, busy, action, onCancel, children }: Props) {
  const t = useShellTexts();
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack>
        {children}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onCancel}>
            {t('cancel')}
          </Button>
          <Button type="submit" loading={busy}>
            {action}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
