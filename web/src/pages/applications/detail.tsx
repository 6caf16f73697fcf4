import './applications.css';
import { useEffect, useRef } from 'react';
import { NavLink, Outlet, useLocation, useParams } from 'react-router';
import { PageHeader } from '@/parts/page-header';
import { QueryView } from '@/parts/query-view';
import { State } from '@/parts/state';
import { isApproved, tones, useApplication, type Application } from './application';
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
        actions={a && <State tone={tones[a.state]}>{t(`state_${a.state}`)}</State>}
      />
      <QueryView query={query} loading={t('loadingApplication')}>
        {(opened) => (
          <>
            <Tabs application={opened} />
            <Outlet context={opened} />
          </>
        )}
      </QueryView>
    </>
  );
}

function Tabs({ application: a }: { application: Application }) {
  const t = useTexts();
  const { pathname } = useLocation();
  const nav = useRef<HTMLElement>(null);
  useEffect(() => {
    // On a phone there is no room for all of them.
    nav.current?.querySelector('[aria-current="page"]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [pathname]);
  const tabs = isApproved(a)
    ? (['auth', 'apis', 'journey', 'usage', 'log', 'sandbox', 'webhooks'] as const)
    : (['auth', 'apis', 'journey', 'webhooks'] as const);
  return (
    <nav ref={nav} aria-label={t('tabs')} className="tabs">
      <NavLink to={`/applications/${a.id}`} end>
        {t('tab_overview')}
      </NavLink>
      {tabs.map((tab) => (
        <NavLink key={tab} to={`/applications/${a.id}/${tab}`}>
          {t(`tab_${tab}`)}
        </NavLink>
      ))}
    </nav>
  );
}
