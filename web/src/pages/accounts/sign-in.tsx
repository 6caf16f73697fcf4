import { Anchor, Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { Link, Navigate, useNavigate, useSearchParams } from 'react-router';
import { portal } from '@/api/clients';
import { answered } from '@/api/problem';
import { safeNext } from '@/app/next';
import { becomes, useSession } from '@/app/session';
import { useSubmit } from '@/parts/use-submit';
import { Card } from './card';
import { useTexts } from './texts';

export function Component() {
  const t = useTexts();
  const navigate = useNavigate();
  const cache = useQueryClient();
  const session = useSession();
  const [search] = useSearchParams();
  const next = safeNext(search.get('next'));
  const form = useForm({
    initialValues: { username: '', password: '' },
    validate: {
      username: (v) => (v.trim() === '' ? t('needed') : null),
      password: (v) => (v === '' ? t('needed') : null),
    },
  });
  const { onSubmit, busy, alert } = useSubmit({
    form,
    send: ({ username, password }) => answered(portal.POST('/session', { body: { username: username.trim(), password } })),
    onSuccess: async ({ person }) => {
      becomes(cache, person);
      await navigate(next, { replace: true });
    },
  });
  if (session.data) {
    return <Navigate to={next} replace />;
  }
  return (
    <Card
      title={t('signIn')}
      text={t('signInText')}
      below={
        <>
          {t('noAccount')}{' '}
          <Anchor component={Link} to="/register">
            {t('register')}
          </Anchor>
        </>
      }
    >
      <form onSubmit={onSubmit} noValidate>
        <Stack>
          <TextInput label={t('username')} autoComplete="username" autoCapitalize="none" spellCheck={false} required {...form.getInputProps('username')} />
          <PasswordInput label={t('password')} autoComplete="current-password" required {...form.getInputProps('password')} />
          {alert}
          <Button type="submit" fullWidth loading={busy}>
            {t('signIn')}
          </Button>
          <Anchor component={Link} to="/forgotten-password" size="sm">
            {t('forgotten')}
          </Anchor>
        </Stack>
      </form>
    </Card>
  );
}
