import { Anchor, Button, PasswordInput, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { Link } from 'react-router';
import { portal } from '@/api/clients';
import { done } from '@/api/problem';
import { useProgramme } from '@/app/programme';
import { useSubmit } from '@/parts/use-submit';
import { Card } from './card';
import { useTexts } from './texts';
import { useLinkToken } from './token';
import { BrokenLink, ToSignIn } from './use-link';

export function Component() {
  const t = useTexts();
  const token = useLinkToken();
  const least = useProgramme().data?.passwordMinLength ?? 12;
  const [set, setSet] = useState(false);
  const form = useForm({
    initialValues: { newPassword: '' },
    validate: { newPassword: (v) => (v.length < least ? t('tooShort', { least }) : null) },
  });
  const { onSubmit, busy, alert } = useSubmit({
    form,
    send: ({ newPassword }) => done(portal.POST('/password/reset', { body: { token, newPassword } })),
    onSuccess: () => setSet(true),
  });
  if (token === '') {
    return <BrokenLink />;
  }
  if (set) {
    return (
      <Card title={t('resetDone')} text={t('resetDoneText')}>
        <ToSignIn />
      </Card>
    );
  }
  return (
    <Card
      title={t('resetTitle')}
      below={
        <Anchor component={Link} to="/forgotten-password">
          {t('forgottenTitle')}
        </Anchor>
      }
    >
      <form onSubmit={onSubmit} noValidate>
        <Stack>
          <PasswordInput
            label={t('newPassword')}
            description={t('passwordHint', { least })}
            autoComplete="new-password"
            required
            {...form.getInputProps('newPassword')}
          />
          {alert}
          <Button type="submit" fullWidth loading={busy}>
            {t('resetButton')}
          </Button>
        </Stack>
      </form>
    </Card>
  );
}
