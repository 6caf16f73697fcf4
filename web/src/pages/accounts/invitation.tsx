import { Alert, Anchor, Button, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { portal, type PortalSchemas } from '@/api/clients';
import { answered } from '@/api/problem';
import { useProgramme } from '@/app/programme';
import { becomes, useSession } from '@/app/session';
import { ProblemAlert } from '@/parts/problem-alert';
import { QueryView } from '@/parts/query-view';
import { useSubmit } from '@/parts/use-submit';
import { accepted, Agreements } from './agreements';
import { Card } from './card';
import { checkCustom, CustomFields, givenValues, noValues } from '@/parts/custom-fields';
import { checkPerson, PersonFields, type PersonValues } from './person-fields';
import { useTexts } from './texts';
import { useLinkToken } from './token';
import { BrokenLink, ToSignIn } from './use-link';

type Preview = PortalSchemas['InvitationPreview'];

export function Component() {
  const t = useTexts();
  const token = useLinkToken();
  const [joined, setJoined] = useState<string>();
  const preview = useQuery({
    queryKey: ['invitation', token],
    queryFn: () => answered(portal.POST('/invitations/preview', { body: { token } })),
    enabled: token !== '' && joined === undefined,
    staleTime: Infinity,
    gcTime: 0, // the token is not kept
  });
  if (token === '') {
    return <BrokenLink />;
  }
  if (joined !== undefined) {
    return (
      <Card title={t('joined')} text={t('joinedText', { username: joined })}>
        <ToSignIn />
      </Card>
    );
  }
  const { data } = preview;
  const role = data && t(`role_${data.role}`);
  const text = data && (data.organisation ? t('invitationText', { organisation: data.organisation.name, role: role ?? '' }) : t('invitationBank', { role: role ?? '' }));
  return (
    <Card title={t('invitationTitle')} wide {...(text !== undefined && { text })}>
      <QueryView query={preview} loading={t('readingInvitation')}>
        {(it) => (it.accountExists ? <Join token={token} /> : <Accept token={token} preview={it} onJoined={setJoined} />)}
      </QueryView>
    </Card>
  );
}

/** For somebody who has an account of the invited address. */
function Join({ token }: { token: string }) {
  const t = useTexts();
  const cache = useQueryClient();
  const navigate = useNavigate();
  const { data: person } = useSession();
  const join = useMutation({
    mutationFn: () => answered(portal.POST('/me/organisation', { body: { token } })),
    onSuccess: async (joined) => {
      becomes(cache, joined);
      await navigate('/');
    },
  });
  if (!person) {
    return (
      <Alert color="brand">
        {t('invitationSignIn')}{' '}
        <Anchor component={Link} to="/sign-in">
          {t('signIn')}
        </Anchor>
      </Alert>
    );
  }
  return (
    <Stack>
      <Text>{t('invitationAs', { username: person.username })}</Text>
      {join.isError && <ProblemAlert error={join.error} />}
      <Button loading={join.isPending} onClick={() => join.mutate()}>
        {t('invitationJoin')}
      </Button>
    </Stack>
  );
}

interface Values extends Record<string, unknown> {
  person: PersonValues;
  accepted: Record<string, boolean>;
}

/** For somebody without an account. */
function Accept({ token, preview, onJoined }: { token: string; preview: Preview; onJoined: (username: string) => void }) {
  const t = useTexts();
  const least = useProgramme().data?.passwordMinLength ?? 12;
  const form = useForm<Values>({
    initialValues: {
      person: { username: '', password: '', firstName: '', lastName: '', mobile: '', custom: noValues(preview.fields, 'person') },
      accepted: Object.fromEntries(preview.agreements.map((a) => [a.agreement, false])),
    },
    validate: {
      person: {
        ...checkPerson(least, t),
        custom: Object.fromEntries(
          preview.fields.map((f) => [
            f.key,
            (v: string) => {
              const wrong = checkCustom(f, v);
              return wrong && t(wrong);
            },
          ]),
        ),
      },
      accepted: Object.fromEntries(preview.agreements.map((a) => [a.agreement, (v: boolean) => (v ? null : t('acceptNeeded'))])),
    },
  });
  const { onSubmit, busy, alert } = useSubmit({
    form,
    send: ({ person: { custom, mobile, ...person } }) => {
      const values = givenValues(custom);
      return answered(
        portal.POST('/invitations/acceptance', {
          body: {
            token,
            person: {
              ...person,
              username: person.username.trim(),
              ...(mobile.trim() !== '' && { mobile: mobile.trim() }),
              ...(values && { custom: values }),
            },
            agreements: accepted(preview.agreements),
          },
        }),
      );
    },
    onSuccess: ({ username }) => onJoined(username),
  });
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack>
        <Text size="sm" c="dimmed">
          {t('invitationFor', { email: preview.email })}
        </Text>
        <PersonFields form={form} least={least} />
        <CustomFields fields={preview.fields} tab="person" form={form} at="person.custom" />
        <Agreements agreements={preview.agreements} form={form} />
        {alert}
        <Button type="submit" loading={busy}>
          {t('invitationAccept')}
        </Button>
      </Stack>
    </form>
  );
}
