import { useQuery } from '@tanstack/react-query';
import { Outlet } from 'react-router';
import { organisationQuery } from '@/app/organisation';
import { useIsAdmin } from '@/app/session';
import { PageHeader } from '@/parts/page-header';
import { QueryView } from '@/parts/query-view';
import { State } from '@/parts/state';
import { Tabs } from '@/parts/tabs';
import { useTexts } from './texts';

/** The own organisation: its tabs, each a page with an address of its own. Some are for admins only. */
export function Component() {
  const t = useTexts();
  const admin = useIsAdmin();
  const query = useQuery(organisationQuery);
  const tabs = admin
    ? (['members', 'invitations', 'plan', 'requests', 'agreements', 'audit'] as const)
    : (['members', 'plan', 'requests', 'agreements'] as const);
  return (
    <>
      <PageHeader
        title={query.data?.name ?? t('organisation')}
        actions={query.data?.state === 'suspended' && <State tone="bad">{t('state_suspended')}</State>}
      />
      <QueryView query={query} loading={t('loading')}>
        {(organisation) => (
          <>
            <Tabs
              label={t('tabs')}
              tabs={[{ to: '/organisation', label: t('tab_overview') }, ...tabs.map((tab) => ({ to: `/organisation/${tab}`, label: t(`tab_${tab}`) }))]}
            />
            <Outlet context={organisation} />
          </>
        )}
      </QueryView>
    </>
  );
}
