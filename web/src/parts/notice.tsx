import { Alert } from '@mantine/core';
import type { ReactNode } from 'react';

/** Says something that is to be looked at before one goes on. `urgent` is for what has come up meanwhile: readers of the screen are told at once. */
export function Notice({ title, urgent = false, children }: { title?: string; urgent?: boolean; children: ReactNode }) {
  return (
    <Alert className="notice" classNames={{ label: 'notice-title' }} title={title} role={urgent ? 'alert' : 'note'}>
      {children}
    </Alert>
  );
}
