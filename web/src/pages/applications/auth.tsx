import { Button, Group, Modal, NumberInput, Paper, Stack, Text, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Link } from 'react-router';
import { portal, type PortalSchemas } from '@/api/clients';
import { answered, done } from '@/api/problem';
import { ConfirmDialog } from '@/parts/confirm-dialog';
import { CopyField } from '@/parts/copy-field';
import { Empty } from '@/parts/empty';
import { Time } from '@/parts/figures';
import { ProblemAlert } from '@/parts/problem-alert';
import { Facts, Section } from '@/parts/section';
import { State } from '@/parts/state';
import { useSubmit } from '@/parts/use-submit';
import { isApproved, useChanged, useOpened, type Application } from './application';
import { useTexts } from './texts';

type Credential = PortalSchemas['Credential'];

const shownFor = 120_000; // ms

/** The keys of an application, and how its users are asked (OAuth). */
export function Component() {
  const t = useTexts();
  const a = useOpened();
  return (
    <Stack gap="lg">
      {isApproved(a) ? (
        <Keys application={a} />
      ) : (
        <Section title={t('keys')}>
          <Empty title={t('noKeys')} text={t('noKeysText')} />
        </Section>
      )}
      <Section
        title={t('oauth')}
        text={t('oauthText')}
        actions={
          a.state !== 'deleted' && (
            <Button variant="default" size="xs" component={Link} to={`/applications/${a.id}/edit`}>
              {t('edit')}
            </Button>
          )
        }
      >
        <Facts
          facts={[
            [t('oauthType'), t(`oauth_${a.oauthType}`)],
            [t('oauthCallback'), a.oauthCallback ?? t('notSet')],
            [t('partnerScope'), a.partnerScope],
          ]}
        />
      </Section>
    </Stack>
  );
}

/** Fetches all pairs of keys when it is asked to, and forgets them again by itself. */
function useKeys(application: string) {
  const keys = useMutation({
    mutationFn: () => answered(portal.GET('/applications/{application}/credentials', { params: { path: { application } } })),
    gcTime: 0,
  });
  const { data, reset } = keys;
  useEffect(() => {
    if (!data) {
      return undefined;
    }
    const timer = setTimeout(reset, shownFor);
    return () => clearTimeout(timer);
  }, [data, reset]);
  return keys;
}

function Keys({ application: a }: { application: Application }) {
  const t = useTexts();
  const changed = useChanged();
  const keys = useKeys(a.id);
  const [rotating, setRotating] = useState(false);
  const [revoked, setRevoked] = useState<Credential>();
  const shown = keys.data !== undefined;
  const again = async () => {
    await changed();
    await keys.mutateAsync();
  };
  return (
    <Section title={t('keys')} text={t('keysText')}>
      <Stack gap="md">
        {keys.data?.credentials.map((c) => <Pair key={c.id} credential={c} onRevoke={() => setRevoked(c)} />)}
        {!shown && a.clientId !== undefined && <CopyField label={t('clientId')} value={a.clientId} />}
        {keys.isError && <ProblemAlert error={keys.error} />}
        <Group gap="sm">
          <Button variant="light" loading={keys.isPending} onClick={() => (shown ? keys.reset() : keys.mutate())}>
            {t(shown ? 'hideSecrets' : 'showSecrets')}
          </Button>
          {(a.state === 'enabled' || a.state === 'disabled') && (
            <Button variant="default" onClick={() => setRotating(true)}>
              {t('rotate')}
            </Button>
          )}
          <Text size="sm" c="dimmed" role="status">
            {shown ? t('secretsShown') : ''}
          </Text>
        </Group>
      </Stack>
      <Modal opened={rotating} onClose={() => setRotating(false)} title={t('rotateTitle')} centered>
        <Rotate
          application={a.id}
          onDone={async () => {
            await again();
            setRotating(false);
          }}
          onCancel={() => setRotating(false)}
        />
      </Modal>
      <ConfirmDialog
        opened={revoked !== undefined}
        onClose={() => setRevoked(undefined)}
        title={t('revokeTitle')}
        text={t('revokeText')}
        action={t('revoke')}
        danger
        onConfirm={async () => {
          await done(
            portal.DELETE('/applications/{application}/credentials/{credential}', { params: { path: { application: a.id, credential: revoked?.id ?? '' } } }),
          );
          await again();
        }}
      />
    </Section>
  );
}

/** One pair of keys, with its secret. */
function Pair({ credential: c, onRevoke }: { credential: Credential; onRevoke: () => void }) {
  const t = useTexts();
  return (
    <Paper p="md" component="article" aria-label={t(`pair_${c.state}`)}>
      <Group justify="space-between" mb="xs">
        <Group gap="xs">
          <Title order={3}>{t(`pair_${c.state}`)}</Title>
          <State tone={c.state === 'current' ? 'good' : 'wait'}>{t(`credential_${c.state}`)}</State>
        </Group>
        {c.state === 'ending' && (
          <Button size="compact-sm" variant="default" onClick={onRevoke}>
            {t('revoke')}
          </Button>
        )}
      </Group>
      <Stack gap="xs">
        <CopyField label={t('clientId')} value={c.clientId} />
        <CopyField label={t('clientSecret')} value={c.clientSecret} />
        {c.serverHash !== undefined && <CopyField label={t('serverHash')} value={c.serverHash} />}
        <Text size="sm" c="dimmed">
          {t('madeAt')} <Time value={c.createdAt} />
          {c.endsAt !== undefined && (
            <>
              {' · '}
              {t('endsAt')} <Time value={c.endsAt} />
            </>
          )}
        </Text>
      </Stack>
    </Paper>
  );
}

function Rotate({ application, onDone, onCancel }: { application: string; onDone: () => Promise<void>; onCancel: () => void }) {
  const t = useTexts();
  const form = useForm<{ overlapHours: number | string }>({ initialValues: { overlapHours: 24 } });
  const { onSubmit, busy, alert } = useSubmit({
    form,
    send: ({ overlapHours }, key) =>
      answered(
        portal.POST('/applications/{application}/credentials', {
          params: { path: { application }, header: { 'Idempotency-Key': key } },
          body: { overlapHours: Number(overlapHours) },
        }),
      ),
    onSuccess: onDone,
  });
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack>
        <Text>{t('rotateText')}</Text>
        <NumberInput label={t('overlapHours')} description={t('overlapHint')} min={0} max={720} allowDecimal={false} {...form.getInputProps('overlapHours')} />
        {alert}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onCancel}>
            {t('cancel')}
          </Button>
          <Button type="submit" loading={busy}>
            {t('rotate')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
