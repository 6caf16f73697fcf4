import { Alert } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Outlet, useOutletContext } from 'react-router';
import { PageHeader } from '@/parts/page-header';
import { QueryView } from '@/parts/query-view';
import { Tabs } from '@/parts/tabs';
import { catalogueQuery, useIsBankAdmin, type Catalogue } from './data';
import { useTexts } from './texts';

/** The catalogue as the bank manages it, with what is not published: its tabs, each a page with an address of its own. */
export function Component() {
  const t = useTexts();
  const admin = useIsBankAdmin();
  const query = useQuery(catalogueQuery);
  const to = '/bank/catalogue';
  return (
    <>
      <PageHeader title={t('catalogue')} text={t('catalogueText')} />
      <Tabs
        label={t('catalogueParts')}
        tabs={[
          { to, label: t('apis') },
          { to: `${to}/categories`, label: t('categories') },
          { to: `${to}/products`, label: t('products') },
          { to: `${to}/groups`, label: t('groups') },
        ]}
      />
      {!admin && <Alert mb="md">{t('adminsOnly')}</Alert>}
      <QueryView query={query} loading={t('loadingCatalogue')}>
        {(catalogue) => <Outlet context={catalogue} />}
      </QueryView>
    </>
  );
}

/** The catalogue whose tabs are open. */
export function useOpenedCatalogue(): Catalogue {
  return useOutletContext<Catalogue>();
}
