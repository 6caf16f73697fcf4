import { Alert, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { PageHeader } from '@/parts/page-header';
import { QueryView } from '@/parts/query-view';
import { AccessPlans } from './access-plans';
import { ApiPlans } from './api-plans';
import { plansQuery, useIsBankAdmin } from './data';
import { QuotaPlans } from './quota-plans';
import { useTexts } from './texts';

/** The plans: sets of APIs and quotas, which make up account plans, and the plans of APIs. */
export function Component() {
  const t = useTexts();
  const admin = useIsBankAdmin();
  const query = useQuery(plansQuery);
  return (
    <>
      <PageHeader title={t('plans')} text={t('plansText')} />
      <QueryView query={query} loading={t('loadingPlans')}>
        {({ access, quota, api }) => (
          <Stack gap="lg">
            {!admin && <Alert>{t('adminsOnly')}</Alert>}
            <QuotaPlans plans={quota} />
            <AccessPlans plans={access} />
            <ApiPlans plans={api} />
          </Stack>
        )}
      </QueryView>
    </>
  );
}
