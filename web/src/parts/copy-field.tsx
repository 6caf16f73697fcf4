import { ActionIcon, Box, CopyButton, Group, Text, Tooltip } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useShellTexts } from '@/app/shell-texts';

/** A button that copies a value. `what` says what it is, such as "the client ID". */
export function CopyAction({ value, what }: { value: string; what: string }) {
  const t = useShellTexts();
  return (
    <CopyButton value={value} timeout={2000}>
      {({ copied, copy }) => (
        <Tooltip label={copied ? t('copied') : t('copy', { what })}>
          <ActionIcon variant="subtle" color={copied ? 'brand' : 'gray'} onClick={copy} aria-label={copied ? t('copied') : t('copy', { what })}>
            {copied ? <IconCheck size={18} aria-hidden /> : <IconCopy size={18} aria-hidden />}
          </ActionIcon>
        </Tooltip>
      )}
    </CopyButton>
  );
}

/** A value under its label, with a button that copies it. */
export function CopyField({ label, value }: { label: string; value: string }) {
  return (
    <Box>
      <Text size="sm" c="dimmed">
        {label}
      </Text>
      <Group gap={4} wrap="nowrap">
        <Text component="code" ff="monospace" size="sm" className="breakable">
          {value}
        </Text>
        <CopyAction value={value} what={label} />
      </Group>
    </Box>
  );
}

/** Lines to copy into a terminal or an editor. `what` says what they are. */
export function CopyCode({ code, copied, what }: { code: string; copied?: string; what: string }) {
  return (
    <Group align="start" gap={4} wrap="nowrap">
      {/* It scrolls, so the keyboard must reach it. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre className="code grow" tabIndex={0} aria-label={what} role="region">
        {code}
      </pre>
      <CopyAction value={copied ?? code} what={what} />
    </Group>
  );
}
