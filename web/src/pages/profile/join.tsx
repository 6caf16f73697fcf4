import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { portal } from '@/api/clients';
import { answered } from '@/api/problem';
import { becomes } from '@/app/session';
import { Section } from '@/parts/section';
import { useSubmit } from '@/parts/use-submit';
import { tokenIn } from './invitation-link';
import { useTexts } from './texts';

/** For people who belong to no organisation (any more): the link of an invitation makes them members. */
export function Join() {
  const t = useTexts();
  const cache = useQueryClient();
  const navigate = useNavigate();
  const form = useForm({ initialValues: { link: '' }, validate: { link: (v) => (tokenIn(v) === '' ? t('badLink') : null) } });
  const { onSubmit, busy, alert } = useSubmit({
    form,
    send: ({ link }) => answered(portal.POST('/me/organisation', { body: { token: tokenIn(link) } })),
    onSuccess: async (person) => {
      becomes(cache, person);
      await navigate('/');
    },
    fieldOf: (path) => (path === 'token' ? 'link' : ''),
  });
  return (
    <Section title={t('join')} text={t('joinText')}>
      <form onSubmit={onSubmit} noValidate>
        <Stack maw="40rem">
          <TextInput label={t('link')} description={t('linkHint')} autoComplete="off" spellCheck={false} required {...form.getInputProps('link')} />
          {alert}
          <Group justify="flex-end">
            <Button type="submit" loading={busy}>
              {t('joinAction')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Section>
  );
}
