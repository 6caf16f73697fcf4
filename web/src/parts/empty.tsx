import { Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';

/** What stands where there is nothing yet: what belongs here, and what to do (`children`, such as a button). */
export function Empty({ title, text, children }: { title: string; text?: string; children?: ReactNode }) {
  return (
    <Stack align="center" gap="xs" py="xl" px="md" ta="center">
      <Text fw={600}>{title}</Text>
      {text !== undefined && (
        <Text c="dimmed" maw="32rem">
          {text}
        </Text>
      )}
      {children}
    </Stack>
  );
}
