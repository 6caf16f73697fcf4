import { useQuery } from '@tanstack/react-query';
import { Outlet, useOutletContext, useParams } from 'react-router';
import { PageHeader } from '@/parts/page-header';
import { QueryView } from '@/parts/query-view';
import { State } from '@/parts/state';
import { Tabs } from '@/parts/tabs';
import { organisationQuery, type Organisation } from './data';
import { useTexts } from './texts';

/** One organisation: its tabs, each a page with an address of its own. */
export function Component() {
  const t = useTexts();
  const { organisation = '' } = useParams();
  const query = useQuery(organisationQuery(organisation));
  const o = query.data;
  const to = `/bank/organisations/${organisation}`;
  return (
    <>
      <PageHeader
        title={o?.name ?? t('organisation')}
        back={{ to: '/bank/organisations', label: t('organisations') }}
        actions={o && <State tone={o.state === 'active' ? 'good' : 'bad'}>{t(`organisation_${o.state}`)}</State>}
      />
      <QueryView query={query} loading={t('loadingOrganisation')}>
        {(read) => (
          <>
            <Tabs
              label={t('organisationParts')}
              tabs={[
                { to, label: t('overview') },
                { to: `${to}/people`, label: t('members') },
                { to: `${to}/applications`, label: t('applications') },
                { to: `${to}/reviews`, label: t('requests') },
                { to: `${to}/agreements`, label: t('agreements') },
              ]}
            />
            <Outlet context={read} />
          </>
        )}
      </QueryView>
    </>
  );
}

/** The organisation whose tabs are open. */
export function useOpenedOrganisation(): Organisation {
  return useOutletContext<Organisation>();
}
