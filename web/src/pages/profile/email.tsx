import { Alert, Button, Group, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconMail } from '@tabler/icons-react';
import { useState } from 'react';
import { portal } from '@/api/clients';
import { answered } from '@/api/problem';
import type { Person } from '@/app/session';
import { Section } from '@/parts/section';
import { useSubmit } from '@/parts/use-submit';
import { useTexts } from './texts';

/** Another e-mail address: a link goes to it, and it counts once that is followed. */
export function EmailSection({ person }: { person: Person }) {
  const t = useTexts();
  const [sent, setSent] = useState('');
  const form = useForm({
    initialValues: { email: '', currentPassword: '' },
    validate: {
      email: (v) => (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(v.trim()) ? null : t('badEmail')),
      currentPassword: (v) => (v === '' ? t('needed') : null),
    },
  });
  const { onSubmit, busy, alert } = useSubmit({
    form,
    send: async ({ email, currentPassword }, key) => {
      await answered(
        portal.POST('/me/email', { params: { header: { 'Idempotency-Key': key } }, body: { email: email.trim(), currentPassword } }),
      );
      return email.trim();
    },
    onSuccess: (email) => {
      form.reset();
      setSent(email);
    },
  });
  return (
    <Section title={t('email')} text={t('emailText', { email: person.email })}>
      <form onSubmit={onSubmit} noValidate>
        <Stack maw="40rem">
          <TextInput label={t('newEmail')} type="email" autoComplete="email" required maxLength={254} {...form.getInputProps('email')} />
          <PasswordInput
            label={t('currentPassword')}
            description={t('emailProof')}
            autoComplete="current-password"
            required
            {...form.getInputProps('currentPassword')}
          />
          {alert}
          {sent !== '' && (
            <Alert color="brand" icon={<IconMail aria-hidden />} role="status">
              {t('emailSent', { email: sent })}
            </Alert>
          )}
          <Group justify="flex-end">
            <Button type="submit" loading={busy}>
              {t('sendLink')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Section>
  );
}
