import { Button, Group, PasswordInput, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { portal } from '@/api/clients';
import { done } from '@/api/problem';
import { Section } from '@/parts/section';
import { useSubmit } from '@/parts/use-submit';
import { useTexts } from './texts';

/** Another password, with the one that there is as proof. */
export function PasswordSection({ least }: { least: number }) {
  const t = useTexts();
  const [changed, setChanged] = useState(false);
  const form = useForm({
    initialValues: { currentPassword: '', newPassword: '' },
    validate: {
      currentPassword: (v) => (v === '' ? t('needed') : null),
      newPassword: (v) => (v.length < least ? t('tooShort', { least }) : null),
    },
  });
  const { onSubmit, busy, alert } = useSubmit({
    form,
    send: (body) => done(portal.PUT('/me/password', { body })),
    onSuccess: () => {
      form.reset();
      setChanged(true);
    },
  });
  return (
    <Section title={t('password')} text={t('passwordText')}>
      <form onSubmit={onSubmit} onChange={() => setChanged(false)} noValidate>
        <Stack maw="40rem">
          <PasswordInput label={t('currentPassword')} autoComplete="current-password" required {...form.getInputProps('currentPassword')} />
          <PasswordInput
            label={t('newPassword')}
            description={t('passwordHint', { least })}
            autoComplete="new-password"
            required
            {...form.getInputProps('newPassword')}
          />
          {alert}
          <Group justify="flex-end">
            <span role="status">{changed ? t('passwordChanged') : ''}</span>
            <Button type="submit" loading={busy}>
              {t('changePassword')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Section>
  );
}
