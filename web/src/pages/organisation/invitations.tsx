import { Button, Group, Radio, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { portal, type PortalSchemas } from '@/api/clients';
import { answered, done } from '@/api/problem';
import { organisationKey } from '@/app/organisation';
import { useShellTexts } from '@/app/shell-texts';
import { ConfirmDialog } from '@/parts/confirm-dialog';
import { DataTable } from '@/parts/data-table';
import { Empty } from '@/parts/empty';
import { Time } from '@/parts/figures';
import { useFilters } from '@/parts/filters';
import { ChoiceFilter } from '@/parts/listing';
import { Paging } from '@/parts/paging';
import { ProblemAlert } from '@/parts/problem-alert';
import { QueryView } from '@/parts/query-view';
import { Section } from '@/parts/section';
import { State } from '@/parts/state';
import { invitationTones } from '@/parts/tones';
import { useSubmit } from '@/parts/use-submit';
import { useChanged } from './data';
import { useTexts } from './texts';

type Invitation = PortalSchemas['Invitation'];
type InvitationState = PortalSchemas['InvitationState'];

const states = ['open', 'accepted', 'withdrawn', 'expired'] as const;
const isState = (v: string): v is InvitationState => (states as readonly string[]).includes(v);

/** Who is invited to the organisation, and what became of each invitation. For admins. */
export function Component() {
  const t = useTexts();
  const [sent, setSent] = useState(0);
  return (
    <Stack gap="lg">
      <Section title={t('invite')} text={t('inviteText')}>
        <Invite key={sent} onSent={() => setSent(sent + 1)} />
      </Section>
      <Invitations />
    </Stack>
  );
}

function Invite({ onSent }: { onSent: () => void }) {
  const t = useTexts();
  const roles = useShellTexts();
  const changed = useChanged();
  const form = useForm<{ email: string; role: PortalSchemas['MemberRole'] }>({
    initialValues: { email: '', role: 'developer' },
    validate: { email: (v) => (/^[^\s@]+@[^\s@]+$/.test(v.trim()) ? null : t('badEmail')) },
  });
  const { onSubmit, busy, alert } = useSubmit({
    form,
    send: ({ email, role }, key) =>
      answered(portal.POST('/organisation/invitations', { params: { header: { 'Idempotency-Key': key } }, body: { email: email.trim(), role } })),
    onSuccess: async () => {
      await changed();
      onSent();
    },
  });
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack maw="40rem">
        <TextInput label={t('email')} type="email" autoComplete="off" required maxLength={254} {...form.getInputProps('email')} />
        <Radio.Group label={t('role')} {...form.getInputProps('role')}>
          <Stack gap={6} mt={6}>
            <Radio value="developer" label={roles('developer')} description={t('developerCan')} />
            <Radio value="admin" label={roles('admin')} description={t('adminCan')} />
          </Stack>
        </Radio.Group>
        {alert}
        <Group>
          <Button type="submit" loading={busy}>
            {t('sendInvitation')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function Invitations() {
  const t = useTexts();
  const [{ state, after }, setFilters] = useFilters(['state', 'after']);
  const query = useQuery({
    queryKey: [...organisationKey, 'invitations', state, after],
    queryFn: () =>
      answered(
        portal.GET('/organisation/invitations', { params: { query: { limit: 50, ...(isState(state) && { state }), ...(after && { cursor: after }) } } }),
      ),
    placeholderData: keepPreviousData,
  });
  return (
    <Section title={t('tab_invitations')}>
      <Stack gap="md">
        <Group>
          <ChoiceFilter
            label={t('state')}
            value={state}
            choices={states.map((s) => ({ value: s, label: t(`invitation_${s}`) }))}
            onChange={(v) => setFilters({ state: v, after: '' })}
          />
        </Group>
        <QueryView query={query} loading={t('loadingInvitations')}>
          {({ invitations, next }) => (
            <>
              <Listed invitations={invitations} filtered={state !== ''} />
              <Paging after={after} next={next} onChange={(v) => setFilters({ after: v })} />
            </>
          )}
        </QueryView>
      </Stack>
    </Section>
  );
}

function Listed({ invitations, filtered }: { invitations: Invitation[]; filtered: boolean }) {
  const t = useTexts();
  const roles = useShellTexts();
  const changed = useChanged();
  const [withdrawn, setWithdrawn] = useState<Invitation>();
  const resend = useMutation({
    mutationFn: (invitation: string) => answered(portal.POST('/organisation/invitations/{invitation}/resend', { params: { path: { invitation } } })),
    onSuccess: changed,
  });
  return (
    <>
      {resend.isError && <ProblemAlert error={resend.error} />}
      <DataTable
        caption={t('tab_invitations')}
        rows={invitations}
        rowKey={(i) => i.id}
        empty={filtered ? <Empty title={t('noneFound')} text={t('noneFoundText')} /> : <Empty title={t('noInvitations')} text={t('noInvitationsText')} />}
        columns={[
          { label: t('email'), cell: (i) => <span className="breakable">{i.email}</span> },
          { label: t('role'), cell: (i) => roles(i.role) },
          { label: t('state'), cell: (i) => <State tone={invitationTones[i.state]}>{t(`invitation_${i.state}`)}</State> },
          {
            label: t('sentAt'),
            cell: (i) => (
              <Stack gap={0}>
                {i.sentAt === undefined ? '–' : <Time value={i.sentAt} only="date" />}
                <Text component="span" size="sm" c="dimmed" className="breakable">
                  {t('invitedBy', { name: i.invitedBy.name })}
                </Text>
              </Stack>
            ),
          },
          { label: t('expiresAt'), cell: (i) => <Time value={i.expiresAt} only="date" /> },
          {
            label: t('actions'),
            cell: (i) => (
              <Group gap={6}>
                {(i.state === 'open' || i.state === 'expired') && (
                  <Button
                    size="compact-sm"
                    variant="default"
                    loading={resend.isPending && resend.variables === i.id}
                    onClick={() => resend.mutate(i.id)}
                    aria-label={t('resendTo', { email: i.email })}
                  >
                    {t('resend')}
                  </Button>
                )}
                {i.state === 'open' && (
                  <Button size="compact-sm" variant="default" onClick={() => setWithdrawn(i)} aria-label={t('withdrawOf', { email: i.email })}>
                    {t('withdraw')}
                  </Button>
                )}
              </Group>
            ),
          },
        ]}
      />
      <ConfirmDialog
        opened={withdrawn !== undefined}
        onClose={() => setWithdrawn(undefined)}
        title={t('withdrawOf', { email: withdrawn?.email ?? '' })}
        text={t('withdrawInvitationText')}
        action={t('withdraw')}
        danger
        onConfirm={() => done(portal.DELETE('/organisation/invitations/{invitation}', { params: { path: { invitation: withdrawn?.id ?? '' } } })).then(changed)}
      />
    </>
  );
}
