import { Button } from '@mantine/core';
import { useState } from 'react';
import { idempotencyKey } from '@/api/clients';
import { CallFailed } from '@/api/problem';
import { ConfirmDialog } from '@/parts/confirm-dialog';
import { useBankChanged } from './data';

interface Props {
  /** What the button says, such as "Suspend". */
  action: string;
  title: string;
  text: string;
  danger: boolean;
  /** Does it, with a value for `Idempotency-Key`. */
  act: (reason: string, key: string) => Promise<unknown>;
}

/** A button for what is done with a reason, which is asked for first. */
export function ReasonAction({ action, title, text, danger, act }: Props) {
  const changed = useBankChanged();
  const [key, setKey] = useState(idempotencyKey);
  const [asked, setAsked] = useState(false);
  const confirm = async (reason: string) => {
    try {
      await act(reason, key);
    } catch (error) {
      // What was answered is done with; what was not is tried again as the same.
      if (!(error instanceof CallFailed) || error.status !== 0) {
        setKey(idempotencyKey());
      }
      throw error;
    }
    setKey(idempotencyKey());
    await changed();
  };
  return (
    <>
      <Button size="xs" variant="default" {...(danger && { c: 'var(--mantine-color-error)' })} onClick={() => setAsked(true)}>
        {action}
      </Button>
      <ConfirmDialog opened={asked} onClose={() => setAsked(false)} title={title} text={text} action={action} danger={danger} reason="needed" onConfirm={confirm} />
    </>
  );
}
