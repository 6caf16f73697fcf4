import { Alert } from '@mantine/core';
import { Outlet } from 'react-router';
import { PageHeader } from '@/parts/page-header';
import { Tabs } from '@/parts/tabs';
import { useIsBankAdmin } from './data';
import { useTexts } from './texts';

/** What the bank sets for the portal: its tabs, each a page with an address of its own. */
export function Component() {
  const t = useTexts();
  const admin = useIsBankAdmin();
  const to = '/bank/settings';
  return (
    <>
      <PageHeader title={t('settings')} text={t('settingsText')} />
      <Tabs
        label={t('settingsParts')}
        tabs={[
          { to, label: t('general') },
          { to: `${to}/fields`, label: t('fields') },
          { to: `${to}/agreements`, label: t('agreements') },
        ]}
      />
      {!admin && <Alert mb="md">{t('adminsOnly')}</Alert>}
      <Outlet />
    </>
  );
}
