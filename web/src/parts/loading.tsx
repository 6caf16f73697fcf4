import { Group, Loader, Text } from '@mantine/core';
import { useShellTexts } from '@/app/shell-texts';

/** Says that something is on its way, in words. */
export function Loading({ text }: { text?: string }) {
  const t = useShellTexts();
  return (
    <Group role="status" gap="sm" py="xl" justify="center">
      <Loader size="sm" aria-hidden />
      <Text c="dimmed">{text ?? t('loading')}</Text>
    </Group>
  );
}
