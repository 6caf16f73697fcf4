import { Anchor, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { portal } from '@/api/clients';
import { answered } from '@/api/problem';
import { usePerson } from '@/app/session';
import { Time } from '@/parts/figures';
import { PageHeader } from '@/parts/page-header';
import { QueryView } from '@/parts/query-view';
import { Facts, Section } from '@/parts/section';
import { State } from '@/parts/state';
import { personQuery, useIsBankAdmin, type Person } from './data';
import { useCustomFacts } from './facts';
import { OrganisationLink } from './links';
import { personTones } from './person-tones';
import { ReasonAction } from './reason-action';
import { useTexts } from './texts';

/** One person with an account, who can be locked out and let in again. */
export function Component() {
  const t = useTexts();
  const custom = useCustomFacts();
  const { person = '' } = useParams();
  const query = useQuery(personQuery(person));
  const p = query.data;
  return (
    <>
      <PageHeader
        title={p ? `${p.firstName} ${p.lastName}` : t('person')}
        back={{ to: '/bank/people', label: t('people') }}
        actions={p && <State tone={personTones[p.state]}>{t(`person_${p.state}`)}</State>}
      />
      <QueryView query={query} loading={t('loadingPerson')}>
        {(read) => (
          <Section title={t('details')} actions={<Lock of={read} />}>
            <Stack gap="md" align="start">
              <Facts
                facts={[
                  [t('username'), read.username],
                  [t('email'), read.email],
                  [t('mobile'), read.mobile],
                  [t('role'), t(read.role === undefined ? 'none' : `role_${read.role}`)],
                  [t('organisation'), read.organisation && <OrganisationLink of={read.organisation} />],
                  [t('createdAt'), <Time key="created" value={read.createdAt} />],
                  [t('lastSignInAt'), read.lastSignInAt && <Time value={read.lastSignInAt} />],
                  ...custom('person', read.custom),
                ]}
              />
              <Anchor size="sm" component={Link} to={`/bank/audit?person=${read.id}`}>
                {t('whatTheyDid')}
              </Anchor>
            </Stack>
          </Section>
        )}
      </QueryView>
    </>
  );
}

function Lock({ of: p }: { of: Person }) {
  const t = useTexts();
  const self = usePerson().id === p.id;
  if (!useIsBankAdmin() || self || p.state === 'registered') {
    return null;
  }
  const locked = p.state === 'locked';
  const what = locked ? 'unlock' : 'lock';
  return (
    <ReasonAction
      action={t(what)}
      title={t(`${what}Person`, { name: p.username })}
      text={t(`${what}PersonText`)}
      danger={!locked}
      act={(reason, key) => {
        const call = { params: { path: { person: p.id }, header: { 'Idempotency-Key': key } }, body: { reason } };
        return answered(locked ? portal.POST('/bank/people/{person}/unlock', call) : portal.POST('/bank/people/{person}/lock', call));
      }}
    />
  );
}
