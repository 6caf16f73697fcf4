import { Anchor, Button, Group, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { portal } from '@/api/clients';
import { answered, done } from '@/api/problem';
import { useSession } from '@/app/session';
import { ConfirmDialog } from '@/parts/confirm-dialog';
import { DataTable } from '@/parts/data-table';
import { EditorDialog, EditorForm } from '@/parts/editor-dialog';
import { Time } from '@/parts/figures';
import { PageHeader } from '@/parts/page-header';
import { QueryView } from '@/parts/query-view';
import { Section } from '@/parts/section';
import { State } from '@/parts/state';
import { listQuery, useBankChanged, useIsBankAdmin, type Person } from './data';
import { personTones } from './person-tones';
import { RoleField, staffRoles } from './staff-fields';
import { StaffInvitations } from './staff-invitations';
import { useTexts } from './texts';

/** The bank's own people, and who is invited to them. */
export function Component() {
  const t = useTexts();
  const admin = useIsBankAdmin();
  const query = useQuery(
    listQuery(['people', 'staff'], async () => {
      const pages = await Promise.all(staffRoles.map((role) => answered(portal.GET('/bank/people', { params: { query: { role, limit: 200 } } }))));
      return pages.flatMap((p) => p.people).sort((a, b) => a.username.localeCompare(b.username));
    }),
  );
  return (
    <>
      <PageHeader title={t('staff')} text={t('staffText')} />
      <Stack gap="lg">
        <Section title={t('people')}>
          <QueryView query={query} loading={t('loadingPeople')}>
            {(people) => <Staff people={people} admin={admin} />}
          </QueryView>
        </Section>
        {admin && <StaffInvitations />}
      </Stack>
    </>
  );
}

function Staff({ people, admin }: { people: Person[]; admin: boolean }) {
  const t = useTexts();
  const changed = useBankChanged();
  const session = useSession();
  const [removing, setRemoving] = useState<Person>();
  const [editing, setEditing] = useState<Person>();
  return (
    <>
      <DataTable
        caption={t('staff')}
        rows={people}
        rowKey={(p) => p.id}
        empty={t('none')}
        columns={[
          {
            label: t('username'),
            cell: (p) => (
              <Anchor component={Link} inherit to={`/bank/people/${p.id}`} fw={600} className="breakable">
                {p.username}
              </Anchor>
            ),
          },
          { label: t('name'), cell: (p) => <span className="breakable">{`${p.firstName} ${p.lastName}`}</span> },
          { label: t('role'), cell: (p) => t(p.role === undefined ? 'none' : `role_${p.role}`) },
          { label: t('state'), cell: (p) => <State tone={personTones[p.state]}>{t(`person_${p.state}`)}</State> },
          { label: t('lastSignInAt'), cell: (p) => (p.lastSignInAt === undefined ? '–' : <Time value={p.lastSignInAt} />) },
          ...(admin
            ? [
                {
                  label: t('actions'),
                  numeric: true,
                  cell: (p: Person) => (
                    <Group gap={6} wrap="nowrap" justify="flex-end">
                      <Button size="compact-sm" variant="default" onClick={() => setEditing(p)} aria-label={t('changeRoleOf', { name: p.username })}>
                        {t('changeRole')}
                      </Button>
                      <Button size="compact-sm" variant="default" onClick={() => setRemoving(p)} aria-label={t('removeOf', { name: p.username })}>
                        {t('remove')}
                      </Button>
                    </Group>
                  ),
                },
              ]
            : []),
        ]}
      />
      <ConfirmDialog
        opened={removing !== undefined}
        onClose={() => setRemoving(undefined)}
        title={t('removeOf', { name: removing?.username ?? '' })}
        text={t('removeText')}
        action={t('remove')}
        danger
        onConfirm={async () => {
          await done(portal.DELETE('/bank/staff/{person}', { params: { path: { person: removing?.id ?? '' } } }));
          await changed();
          await session.refetch(); // it may have been oneself
        }}
      />
      <EditorDialog subject={editing} onClose={() => setEditing(undefined)} title={(p) => t('changeRoleOf', { name: p.username })}>
        {(p) => (
          <EditorForm
            initial={{ values: { role: p.role ?? 'reviewer' }, version: p.version }}
            names={{ role: t('role') }}
            send={({ values }) =>
              answered(
                portal.PUT('/bank/staff/{person}/role', {
                  params: { path: { person: p.id } },
                  body: { role: values.role === 'bank-admin' ? 'bank-admin' : 'reviewer' },
                }),
              )
            }
            onDone={async () => {
              setEditing(undefined);
              await changed();
              await session.refetch();
            }}
            onCancel={() => setEditing(undefined)}
            action={t('save')}
          >
            {(form) => <RoleField {...form.getInputProps('role')} />}
          </EditorForm>
        )}
      </EditorDialog>
    </>
  );
}
