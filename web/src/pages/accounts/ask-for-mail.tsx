import { Alert, Button, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { IconMail } from '@tabler/icons-react';
import { useState } from 'react';
import type { PortalSchemas } from '@/api/clients';
import { humanProof } from '@/api/human-proof';
import { programmeQuery } from '@/app/programme';
import { useSubmit } from '@/parts/use-submit';
import { Card } from './card';
import { useTexts } from './texts';

interface Props {
  title: string;
  text?: string;
  ask: (body: PortalSchemas['AccountName']) => Promise<PortalSchemas['MailUnderWay']>;
}

/** A page that has a mail sent to whoever an account belongs to. Its answer never tells whether there is one. */
export function AskForMail({ title, text, ask }: Props) {
  const t = useTexts();
  const cache = useQueryClient();
  const [said, setSaid] = useState<string>();
  const form = useForm({ initialValues: { account: '' }, validate: { account: (v) => (v.trim() === '' ? t('needed') : null) } });
  const { onSubmit, busy, alert } = useSubmit({
    form,
    send: async ({ account }) => {
      const { humanCheck } = await cache.query({ ...programmeQuery, staleTime: 'static' });
      return ask({ account: account.trim(), ...(await humanProof(humanCheck)) });
    },
    onSuccess: ({ message }) => setSaid(message),
  });
  if (said !== undefined) {
    return (
      <Card title={t('onItsWay')}>
        <Alert color="brand" icon={<IconMail aria-hidden />} role="status">
          {said}
        </Alert>
      </Card>
    );
  }
  return (
    <Card title={title} {...(text !== undefined && { text })}>
      <form onSubmit={onSubmit} noValidate>
        <Stack>
          <TextInput label={t('account')} autoComplete="username" autoCapitalize="none" spellCheck={false} required {...form.getInputProps('account')} />
          {alert}
          <Button type="submit" fullWidth loading={busy}>
            {t('send')}
          </Button>
        </Stack>
      </form>
    </Card>
  );
}
