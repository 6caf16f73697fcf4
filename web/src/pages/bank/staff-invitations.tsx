import { Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { idempotencyKey, portal, type PortalSchemas } from '@/api/clients';
import { answered, done } from '@/api/problem';
import { ConfirmDialog } from '@/parts/confirm-dialog';
import { DataTable } from '@/parts/data-table';
import { EditorDialog, EditorForm } from '@/parts/editor-dialog';
import { Empty } from '@/parts/empty';
import { Time } from '@/parts/figures';
import { useFilters } from '@/parts/filters';
import { Paging } from '@/parts/paging';
import { QueryView } from '@/parts/query-view';
import { Section } from '@/parts/section';
import { State } from '@/parts/state';
import { invitationTones } from '@/parts/tones';
import { listQuery, pageSize, useBankChanged } from './data';
import { EmailField, RoleField } from './staff-fields';
import { useTexts } from './texts';

type Invitation = PortalSchemas['Invitation'];

/** The invitations to the bank's staff: new ones, and what became of those that were sent. */
export function StaffInvitations() {
  const t = useTexts();
  const [{ after }, setFilters] = useFilters(['after']);
  const [inviting, setInviting] = useState<object>();
  const query = useQuery(
    listQuery(['invitations', after], () => answered(portal.GET('/bank/invitations', { params: { query: { limit: pageSize, ...(after && { cursor: after }) } } }))),
  );
  return (
    <Section
      title={t('invitations')}
      actions={
        <Button size="xs" onClick={() => setInviting({})}>
          {t('invite')}
        </Button>
      }
    >
      <QueryView query={query}>
        {({ invitations, next }) => (
          <>
            <Invitations invitations={invitations} />
            <Paging after={after} next={next} onChange={(v) => setFilters({ after: v })} />
          </>
        )}
      </QueryView>
      <EditorDialog subject={inviting} onClose={() => setInviting(undefined)} title={() => t('invite')}>
        {() => <Invite onClose={() => setInviting(undefined)} />}
      </EditorDialog>
    </Section>
  );
}

function Invite({ onClose }: { onClose: () => void }) {
  const t = useTexts();
  const changed = useBankChanged();
  return (
    <EditorForm
      initial={{ values: { email: '', role: 'reviewer' }, version: 0 }}
      names={{}}
      validate={{ email: (v) => (v.trim() === '' ? t('needed') : null) }}
      send={({ values }, key) =>
        answered(
          portal.POST('/bank/invitations', {
            params: { header: { 'Idempotency-Key': key } },
            body: { email: values.email.trim(), role: values.role === 'bank-admin' ? 'bank-admin' : 'reviewer' },
          }),
        )
      }
      onDone={async () => {
        onClose();
        await changed();
      }}
      onCancel={onClose}
      action={t('sendInvitation')}
    >
      {(form) => (
        <>
          <EmailField {...form.getInputProps('email')} />
          <RoleField {...form.getInputProps('role')} />
        </>
      )}
    </EditorForm>
  );
}

function Invitations({ invitations }: { invitations: Invitation[] }) {
  const t = useTexts();
  const changed = useBankChanged();
  const [asked, setAsked] = useState<{ what: 'resend' | 'withdraw'; invitation: Invitation; key: string }>();
  const ask = (what: 'resend' | 'withdraw', invitation: Invitation) => setAsked({ what, invitation, key: idempotencyKey() });
  const confirm = async () => {
    const path = { invitation: asked?.invitation.id ?? '' };
    if (asked?.what === 'resend') {
      await answered(portal.POST('/bank/invitations/{invitation}/resend', { params: { path, header: { 'Idempotency-Key': asked.key } } }));
    } else {
      await done(portal.DELETE('/bank/invitations/{invitation}', { params: { path } }));
    }
    await changed();
  };
  const what = asked?.what ?? 'resend';
  return (
    <>
      <DataTable
        caption={t('invitations')}
        rows={invitations}
        rowKey={(i) => i.id}
        empty={<Empty title={t('noInvitations')} />}
        columns={[
          { label: t('email'), cell: (i) => <span className="breakable">{i.email}</span> },
          { label: t('role'), cell: (i) => t(`role_${i.role}`) },
          { label: t('state'), cell: (i) => <State tone={invitationTones[i.state]}>{t(`invitation_${i.state}`)}</State> },
          { label: t('invitedBy'), cell: (i) => i.invitedBy.name },
          { label: t('expiresAt'), cell: (i) => <Time value={i.expiresAt} /> },
          {
            label: t('actions'),
            numeric: true,
            cell: (i) => (
              <Group gap={6} wrap="nowrap" justify="flex-end">
                {(i.state === 'open' || i.state === 'expired') && (
                  <Button size="compact-sm" variant="default" onClick={() => ask('resend', i)} aria-label={t('resendOf', { name: i.email })}>
                    {t('resend')}
                  </Button>
                )}
                {i.state === 'open' && (
                  <Button size="compact-sm" variant="default" onClick={() => ask('withdraw', i)} aria-label={t('withdrawOf', { name: i.email })}>
                    {t('withdraw')}
                  </Button>
                )}
              </Group>
            ),
          },
        ]}
      />
      <ConfirmDialog
        opened={asked !== undefined}
        onClose={() => setAsked(undefined)}
        title={t(`${what}Of`, { name: asked?.invitation.email ?? '' })}
        text={t(`${what}InvitationText`)}
        action={t(what)}
        danger={what === 'withdraw'}
        onConfirm={confirm}
      />
    </>
  );
}
