import { Paper, Stack, Text, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { useShellTexts } from '@/app/shell-texts';

interface Props {
  title: string;
  text?: ReactNode;
  /** Room for a form of two columns. */
  wide?: boolean;
  children?: ReactNode;
  /** What stands below the card, such as the way to another page. */
  below?: ReactNode;
}

/** The card that pages before the session stand in. */
export function Card({ title, text, wide, children, below }: Props) {
  const t = useShellTexts();
  useDocumentTitle(`${title} · ${t('product')}`);
  return (
    <Stack gap="md" data-wide={wide || undefined}>
      <Paper p={{ base: 'md', xs: 'xl' }} shadow="xs">
        <Stack gap="lg">
          <Stack gap={4}>
            <Title order={1}>{title}</Title>
            {text !== undefined && <Text c="dimmed">{text}</Text>}
          </Stack>
          {children}
        </Stack>
      </Paper>
      {below !== undefined && (
        <Text size="sm" ta="center" component="div">
          {below}
        </Text>
      )}
    </Stack>
  );
}
