import { Anchor, Group, Stack, Text, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { IconChevronLeft } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useShellTexts } from '@/app/shell-texts';

interface Props {
  title: string;
  /** A sentence or two below the title. */
  text?: ReactNode;
  /** Buttons at the right. */
  actions?: ReactNode;
  /** The page above, for a page of details. */
  back?: { to: string; label: string };
}

/** The head of every page. It names the browser's tab as well. */
export function PageHeader({ title, text, actions, back }: Props) {
  const t = useShellTexts();
  useDocumentTitle(`${title} · ${t('product')}`);
  return (
    <Stack gap={6} mb="lg">
      {back && (
        <Anchor component={Link} to={back.to} size="sm" underline="hover">
          <Group gap={2} wrap="nowrap" component="span">
            <IconChevronLeft size={16} aria-hidden />
            {back.label}
          </Group>
        </Anchor>
      )}
      <Group justify="space-between" align="start" gap="sm">
        <Title order={1} className="breakable">{title}</Title>
        {actions !== undefined && <Group gap="xs">{actions}</Group>}
      </Group>
      {text !== undefined && (
        <Text c="dimmed" maw="44rem" className="breakable">
          {text}
        </Text>
      )}
    </Stack>
  );
}
