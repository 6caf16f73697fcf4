import { Button, Group, Stack, Text } from '@mantine/core';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { portal, type PortalSchemas } from '@/api/clients';
import { answered, done } from '@/api/problem';
import { organisationKey } from '@/app/organisation';
import { useIsAdmin, usePerson } from '@/app/session';
import { sessionKey } from '@/app/session-key';
import { useShellTexts } from '@/app/shell-texts';
import { ConfirmDialog } from '@/parts/confirm-dialog';
import { DataTable, type Column } from '@/parts/data-table';
import { Time } from '@/parts/figures';
import { useFilters } from '@/parts/filters';
import { Paging } from '@/parts/paging';
import { QueryView } from '@/parts/query-view';
import { Section } from '@/parts/section';
import { useChanged } from './data';
import { useTexts } from './texts';

type Member = PortalSchemas['Member'];

/** The people of the organisation, with their roles. */
export function Component() {
  const t = useTexts();
  const admin = useIsAdmin();
  const [{ after }, setFilters] = useFilters(['after']);
  const query = useQuery({
    queryKey: [...organisationKey, 'members', after],
    queryFn: () => answered(portal.GET('/organisation/members', { params: { query: { limit: 50, ...(after && { cursor: after }) } } })),
    placeholderData: keepPreviousData,
  });
  return (
    <Section
      title={t('tab_members')}
      text={t(admin ? 'membersText' : 'membersTextDeveloper')}
      actions={
        admin && (
          <Button size="xs" component={Link} to="/organisation/invitations">
            {t('invite')}
          </Button>
        )
      }
    >
      <QueryView query={query} loading={t('loadingMembers')}>
        {({ members, next }) => (
          <>
            <Members members={members} />
            <Paging after={after} next={next} onChange={(v) => setFilters({ after: v })} />
          </>
        )}
      </QueryView>
    </Section>
  );
}

function Members({ members }: { members: Member[] }) {
  const t = useTexts();
  const roles = useShellTexts();
  const admin = useIsAdmin();
  const me = usePerson();
  const [asked, setAsked] = useState<{ what: 'role' | 'remove'; member: Member }>();
  const actions: Column<Member> = {
    label: t('actions'),
    cell: (member) => (
      <Group gap={6}>
        <Button size="compact-sm" variant="default" onClick={() => setAsked({ what: 'role', member })} aria-label={t(`${otherRole(member)}Of`, { name: member.person.name })}>
          {t(`make_${otherRole(member)}`)}
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => setAsked({ what: 'remove', member })} aria-label={t('removeOf', { name: member.person.name })}>
          {t('remove')}
        </Button>
      </Group>
    ),
  };
  return (
    <>
      <DataTable
        caption={t('tab_members')}
        rows={members}
        rowKey={(m) => m.person.id}
        empty={null}
        columns={[
          {
            label: t('name'),
            cell: (m) => (
              <Stack gap={0} className="breakable">
                <span>
                  {m.person.name}
                  {m.person.id === me.id && (
                    <Text component="span" inherit fw={400} c="dimmed">
                      {' '}
                      ({t('you')})
                    </Text>
                  )}
                </span>
                <Text component="span" size="sm" fw={400} c="dimmed">
                  {m.username}
                </Text>
              </Stack>
            ),
          },
          { label: t('email'), cell: (m) => <span className="breakable">{m.email}</span> },
          { label: t('role'), cell: (m) => roles(m.role) },
          { label: t('joinedAt'), cell: (m) => <Time value={m.joinedAt} only="date" /> },
          { label: t('lastSignIn'), cell: (m) => (m.lastSignInAt === undefined ? '–' : <Time value={m.lastSignInAt} only="date" />) },
          ...(admin ? [actions] : []),
        ]}
      />
      <Asked asked={asked} onClose={() => setAsked(undefined)} />
    </>
  );
}

const otherRole = (m: Member): PortalSchemas['MemberRole'] => (m.role === 'admin' ? 'developer' : 'admin');

/** Asks before a role is changed or somebody is removed; it can be oneself. */
function Asked({ asked, onClose }: { asked: { what: 'role' | 'remove'; member: Member } | undefined; onClose: () => void }) {
  const t = useTexts();
  const me = usePerson();
  const cache = useQueryClient();
  const changed = useChanged();
  const member = asked?.member;
  const name = member?.person.name ?? '';
  const role = member ? otherRole(member) : 'developer';
  const params = { path: { person: member?.person.id ?? '' } };
  const after = async () => {
    if (member?.person.id === me.id) {
      await cache.invalidateQueries({ queryKey: sessionKey }); // what one may do has changed
    }
    await changed();
  };
  return (
    <>
      <ConfirmDialog
        opened={asked?.what === 'role'}
        onClose={onClose}
        title={t(`${role}Title`, { name })}
        text={t(`${role}Text`)}
        action={t(`make_${role}`)}
        onConfirm={() => answered(portal.PUT('/organisation/members/{person}/role', { params, body: { role } })).then(after)}
      />
      <ConfirmDialog
        opened={asked?.what === 'remove'}
        onClose={onClose}
        title={t('removeTitle', { name })}
        text={t('removeText')}
        action={t('remove')}
        danger
        onConfirm={() => done(portal.DELETE('/organisation/members/{person}', { params })).then(after)}
      />
    </>
  );
}
