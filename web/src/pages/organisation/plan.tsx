import { Button, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { portal, type PortalSchemas } from '@/api/clients';
import { answered } from '@/api/problem';
import { organisationKey } from '@/app/organisation';
import { useIsAdmin } from '@/app/session';
import { Time } from '@/parts/figures';
import { useLimits } from '@/parts/limits';
import { QueryView } from '@/parts/query-view';
import { Facts, Section } from '@/parts/section';
import { usePlans } from './data';
import { AskForPlan } from './plan-request';
import { Quota } from './quota';
import { RequestTable } from './request-table';
import { useTexts } from './texts';

/** The account plan: which APIs, how many calls, how much of that is used today, and how to get another plan. */
export function Component() {
  const t = useTexts();
  const plan = useQuery({ queryKey: [...organisationKey, 'plan'], queryFn: () => answered(portal.GET('/organisation/account-plan')) });
  const plans = usePlans();
  return (
    <Stack gap="lg">
      <QueryView query={plan} loading={t('loadingPlan')}>
        {(p) => (
          <QueryView query={plans} loading={t('loadingPlan')}>
            {(all) => <Plan plan={p} plans={all} />}
          </QueryView>
        )}
      </QueryView>
      <Quota />
      <Asked />
    </Stack>
  );
}

function Plan({ plan, plans }: { plan: PortalSchemas['AccountPlan']; plans: PortalSchemas['PlanList'] }) {
  const t = useTexts();
  const limits = useLimits();
  const admin = useIsAdmin();
  const [asking, setAsking] = useState(false);
  const access = plans.access.find((a) => a.name === plan.access);
  const quota = plans.quota.find((q) => q.name === plan.quota);
  const open = plan.request !== undefined;
  return (
    <Section
      title={t('tab_plan')}
      text={t('planText')}
      actions={admin && !open && <Button onClick={() => setAsking(true)}>{t('askForPlan')}</Button>}
    >
      <Facts
        facts={[
          [t('access'), access?.title ?? plan.access],
          [t('apis'), access?.every === true ? t('everyApi') : access?.apis.join(', ')],
          [t('forProduction'), access && t(access.productionPlans ? 'yes' : 'no')],
          [t('quota'), quota?.title ?? plan.quota],
          [t('limits'), limits(plan.limits)],
          [t('price'), quota && t(`price_${quota.price}`)],
          [t('supportLevel'), quota && t(`support_${quota.support}`)],
          [t('holdsSince'), <Time key="since" value={plan.since} only="date" />],
        ]}
      />
      <Text size="sm" c="dimmed" mt="md">
        {t(open ? 'planAskedFor' : admin ? 'planAdmin' : 'planDeveloper')}
      </Text>
      <AskForPlan opened={asking} onClose={() => setAsking(false)} plan={plan} plans={plans} />
    </Section>
  );
}

/** What was asked for lately, with what the bank has decided. */
function Asked() {
  const t = useTexts();
  const query = useQuery({
    queryKey: [...organisationKey, 'requests', 'account-plan'],
    queryFn: () => answered(portal.GET('/organisation/requests', { params: { query: { kind: 'account-plan', limit: 10 } } })),
  });
  return (
    <Section title={t('planRequests')}>
      <QueryView query={query} loading={t('loadingRequests')}>
        {({ requests }) => (
          <RequestTable
            caption={t('planRequests')}
            requests={requests}
            empty={
              <Text size="sm" c="dimmed">
                {t('noPlanRequests')}
              </Text>
            }
          />
        )}
      </QueryView>
    </Section>
  );
}
