import { Outlet } from 'react-router';
import { sideOf, useSession } from '@/app/session';
import { PageHeader } from '@/parts/page-header';
import { Tabs } from '@/parts/tabs';
import { useTexts } from './texts';

/** Ways to the bank's people, and what the APIs' problems mean. What needs an organisation is shown to its members. */
export function Component() {
  const t = useTexts();
  const { data: person } = useSession();
  const partner = person ? sideOf(person) === 'partner' : false;
  return (
    <>
      <PageHeader title={t('title')} text={t('titleText')} />
      <Tabs
        label={t('tabs')}
        tabs={[
          { to: '/support', label: t('feedback') },
          ...(partner ? [{ to: '/support/contact', label: t('contact') }, { to: '/support/new-api', label: t('newApi') }] : []),
          { to: '/errors', label: t('errors') },
        ]}
      />
      <Outlet />
    </>
  );
}
