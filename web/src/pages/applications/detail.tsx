import './applications.css';
import { Outlet, useParams } from 'react-router';
import { PageHeader } from '@/parts/page-header';
import { QueryView } from '@/parts/query-view';
import { State } from '@/parts/state';
import { Tabs } from '@/parts/tabs';
import { applicationTones } from '@/parts/tones';
import { isApproved, useApplication, type Application } from './application';
import { useTexts } from './texts';

/** One application: its tabs, each a page with an address of its own. */
export function Component() {
  const t = useTexts();
  const { application = '' } = useParams();
  const query = useApplication(application);
  const a = query.data;
  return (
    <>
      <PageHeader
        title={a?.name ?? t('application')}
        back={{ to: '/applications', label: t('applications') }}
        actions={a && <State tone={applicationTones[a.state]}>{t(`state_${a.state}`)}</State>}
      />
      <QueryView query={query} loading={t('loadingApplication')}>
        {(opened) => (
          <>
            <ApplicationTabs application={opened} />
            <Outlet context={opened} />
          </>
        )}
      </QueryView>
    </>
  );
}

function ApplicationTabs({ application: a }: { application: Application }) {
  const t = useTexts();
  const tabs = isApproved(a)
    ? (['auth', 'apis', 'journey', 'usage', 'log', 'sandbox', 'simulate', 'webhooks'] as const)
    : (['auth', 'apis', 'journey', 'webhooks'] as const);
  const to = `/applications/${a.id}`;
  return <Tabs label={t('tabs')} tabs={[{ to, label: t('tab_overview') }, ...tabs.map((tab) => ({ to: `${to}/${tab}`, label: t(`tab_${tab}`) }))]} />;
}
