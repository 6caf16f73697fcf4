import { Alert, Button, Stack, Text } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import type { PortalSchemas } from '@/api/clients';
import { Time } from '@/parts/figures';
import { useTexts } from './texts';

interface Props {
  receipt: PortalSchemas['EnquiryReceipt'];
  /** What happens next. */
  text: string;
  onAnother: () => void;
}

/** Says that the bank has received something, in the place of the form. */
export function Received({ receipt, text, onAnother }: Props) {
  const t = useTexts();
  return (
    <Alert color="brand" icon={<IconCheck aria-hidden />} role="status" title={t('received')}>
      <Stack gap="xs" align="start">
        <Text size="sm">{text}</Text>
        <Text size="sm" c="dimmed">
          {t('receivedAt')} <Time value={receipt.receivedAt} /> · {t('reference')} <code>{receipt.id}</code>
        </Text>
        <Button size="compact-sm" variant="default" onClick={onAnother}>
          {t('another')}
        </Button>
      </Stack>
    </Alert>
  );
}
