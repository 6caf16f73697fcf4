import { Alert, Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { portal, type PortalSchemas } from '@/api/clients';
import { answered, done } from '@/api/problem';
import { ConfirmDialog } from '@/parts/confirm-dialog';
import { CopyField } from '@/parts/copy-field';
import { DataTable } from '@/parts/data-table';
import { Time } from '@/parts/figures';
import { ProblemAlert } from '@/parts/problem-alert';
import { QueryView } from '@/parts/query-view';
import { Facts, Section } from '@/parts/section';
import { State } from '@/parts/state';
import { subscriptionTones } from '@/parts/tones';
import { isWithdrawable } from '@/parts/withdrawable';
import { applicationKey, useChanged, useOpened, type Application } from './application';
import { useTexts } from './texts';

/** The first tab: what state the application is in, what happens next, and what it is. */
export function Component() {
  const t = useTexts();
  const a = useOpened();
  return (
    <Stack gap="lg">
      <Standing application={a} />
      <Requests application={a} />
      <Section
        title={t('details')}
        actions={
          a.state !== 'deleted' &&
          a.state !== 'suspended' && (
            <Button variant="default" size="xs" component={Link} to={`/applications/${a.id}/edit`}>
              {t('edit')}
            </Button>
          )
        }
      >
        <Stack gap="md">
          <Facts
            facts={[
              [t('platform'), t(`platform-${a.platform}`)],
              [t('partnerScope'), a.partnerScope],
              [t('oauthType'), t(`oauth_${a.oauthType}`)],
              [t('oauthCallback'), a.oauthCallback],
              [t('webhookUrl'), a.webhookUrl],
              [t('createdAt'), <Time key="created" value={a.createdAt} />],
              [t('createdBy'), a.createdBy.name],
              [t('approvedAt'), a.approvedAt && <Time value={a.approvedAt} />],
            ]}
          />
          {a.description !== undefined && <Text className="prose">{a.description}</Text>}
          {a.clientId !== undefined && <CopyField label={t('clientId')} value={a.clientId} />}
        </Stack>
      </Section>
      <Apis application={a} />
    </Stack>
  );
}

function Standing({ application: a }: { application: Application }) {
  const t = useTexts();
  const changed = useChanged();
  const submit = useMutation({
    mutationFn: () => answered(portal.POST('/applications/{application}/submit', { params: { path: { application: a.id } } })),
    onSuccess: changed,
  });
  return (
    <Section title={t(`state_${a.state}`)} text={t(`next_${a.state}`)}>
      <Stack align="start" gap="sm">
        {a.stateReason !== undefined && a.stateReason !== '' && (
          <Alert color={a.state === 'rejected' || a.state === 'suspended' ? 'red' : 'gray'} title={t('reasonOfBank')} w="100%">
            <span className="prose">{a.stateReason}</span>
          </Alert>
        )}
        {submit.isError && <ProblemAlert error={submit.error} />}
        <Group gap="xs">
          {a.state === 'rejected' && (
            <>
              <Button component={Link} to={`/applications/${a.id}/edit`}>
                {t('editResubmit')}
              </Button>
              <Button variant="default" loading={submit.isPending} onClick={() => submit.mutate()}>
                {t('resubmit')}
              </Button>
            </>
          )}
          {a.state === 'enabled' && (
            <Button variant="light" component={Link} to={`/applications/${a.id}/auth`}>
              {t('toKeys')}
            </Button>
          )}
          <Switches application={a} />
        </Group>
      </Stack>
    </Section>
  );
}

/** Switches an application off and on, and deletes it; each is asked about first. */
function Switches({ application: a }: { application: Application }) {
  const t = useTexts();
  const changed = useChanged();
  const navigate = useNavigate();
  const [asked, setAsked] = useState<'disable' | 'enable' | 'delete'>();
  const close = () => setAsked(undefined);
  const params = { path: { application: a.id } };
  const act = {
    disable: () => answered(portal.POST('/applications/{application}/disable', { params })).then(changed),
    enable: () => answered(portal.POST('/applications/{application}/enable', { params })).then(changed),
    delete: async () => {
      await done(portal.DELETE('/applications/{application}', { params }));
      await navigate('/applications');
      await changed();
    },
  };
  const dialog = (kind: keyof typeof act) => (
    <ConfirmDialog
      opened={asked === kind}
      onClose={close}
      title={t(`${kind}Title`, { name: a.name })}
      text={t(`${kind}Text`)}
      action={t(kind)}
      danger={kind !== 'enable'}
      onConfirm={act[kind]}
    />
  );
  return (
    <>
      {a.state === 'enabled' && (
        <Button variant="default" onClick={() => setAsked('disable')}>
          {t('disable')}
        </Button>
      )}
      {a.state === 'disabled' && <Button onClick={() => setAsked('enable')}>{t('enable')}</Button>}
      {a.state !== 'deleted' && (
        <Button variant="default" c="var(--mantine-color-error)" onClick={() => setAsked('delete')}>
          {t('delete')}
        </Button>
      )}
      {dialog('disable')}
      {dialog('enable')}
      {dialog('delete')}
    </>
  );
}

/** The open requests to the bank about an application. */
function Requests({ application: a }: { application: Application }) {
  const t = useTexts();
  const changed = useChanged();
  const [withdrawn, setWithdrawn] = useState<PortalSchemas['Request']>();
  const query = useQuery({
    queryKey: [...applicationKey(a.id), 'requests', a.version],
    queryFn: () => answered(portal.GET('/organisation/requests', { params: { query: { application: a.id, state: 'open', limit: 50 } } })),
  });
  return (
    <QueryView query={query}>
      {({ requests }) =>
        requests.length === 0 ? null : (
          <Section title={t('waiting')} text={t('waitingText')}>
            <DataTable
              caption={t('waiting')}
              rows={requests}
              rowKey={(r) => r.id}
              empty={null}
              columns={[
                { label: t('request'), cell: (r) => t(`kind_${r.kind}`) },
                { label: t('apis'), cell: (r) => r.apis?.join(', ') ?? '–' },
                { label: t('wanted'), cell: (r) => r.stage && t(`stage_${r.stage}`) || r.plan || '–' },
                { label: t('since'), cell: (r) => <Time value={r.createdAt} /> },
                {
                  label: t('actions'),
                  cell: (r) =>
                    isWithdrawable(r) ? (
                      <Button size="compact-sm" variant="default" onClick={() => setWithdrawn(r)}>
                        {t('withdraw')}
                      </Button>
                    ) : (
                      '–'
                    ),
                },
              ]}
            />
            <ConfirmDialog
              opened={withdrawn !== undefined}
              onClose={() => setWithdrawn(undefined)}
              title={t('withdrawTitle')}
              text={t('withdrawText')}
              action={t('withdraw')}
              danger
              onConfirm={() =>
                answered(portal.POST('/organisation/requests/{request}/withdraw', { params: { path: { request: withdrawn?.id ?? '' } } })).then(changed)
              }
            />
          </Section>
        )
      }
    </QueryView>
  );
}

function Apis({ application: a }: { application: Application }) {
  const t = useTexts();
  return (
    <Section title={t('apis')}>
      <DataTable
        caption={t('apis')}
        rows={a.subscriptions}
        rowKey={(s) => s.api}
        empty={t('noApis')}
        columns={[
          {
            label: t('api'),
            cell: (s) => (
              <Anchor component={Link} inherit to={`/applications/${a.id}/apis`}>
                {s.title}
              </Anchor>
            ),
          },
          { label: t('state'), cell: (s) => <State tone={subscriptionTones[s.state]}>{t(`subscription_${s.state}`)}</State> },
          { label: t('stage'), cell: (s) => t(`stage_${s.stage}`) },
          { label: t('since'), cell: (s) => <Time value={s.since} only="date" /> },
        ]}
      />
    </Section>
  );
}
