import { Anchor, Group, Progress, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { portal, type PortalSchemas } from '@/api/clients';
import { answered } from '@/api/problem';
import { DataTable } from '@/parts/data-table';
import { Count, Time } from '@/parts/figures';
import { useLimits } from '@/parts/limits';
import { QueryView } from '@/parts/query-view';
import { Section } from '@/parts/section';
import { useTexts } from './texts';

/** What is used today, of the quota of the organisation and of each API's plan. */
export function Quota() {
  const t = useTexts();
  const limits = useLimits();
  const query = useQuery({ queryKey: ['quota'], queryFn: () => answered(portal.GET('/quota')), refetchInterval: 30_000 });
  return (
    <Section title={t('usedToday')} text={t('usedTodayText')}>
      <QueryView query={query} loading={t('loadingQuota')}>
        {({ organisation, apis, resetsAt }) => (
          <Stack gap="md">
            <Used use={organisation} what={t('organisation')} large />
            <Text size="sm" c="dimmed">
              {t('resetsAt')} <Time value={resetsAt} />
            </Text>
            <DataTable
              caption={t('apiPlans')}
              rows={apis}
              rowKey={(a) => `${a.application.id} ${a.api}`}
              empty={
                <Text size="sm" c="dimmed">
                  {t('noApiPlans')}
                </Text>
              }
              columns={[
                {
                  label: t('application'),
                  cell: (a) => (
                    <Anchor component={Link} inherit to={`/applications/${a.application.id}/usage`} className="breakable">
                      {a.application.name}
                    </Anchor>
                  ),
                },
                { label: t('api'), cell: (a) => a.api },
                {
                  label: t('apiPlan'),
                  cell: (a) => (
                    <>
                      {a.plan}
                      <Text size="xs" c="dimmed">
                        {limits(a.use.limits)}
                      </Text>
                    </>
                  ),
                },
                { label: t('usedToday'), numeric: true, cell: (a) => <Used use={a.use} what={`${a.application.name}, ${a.api}`} /> },
              ]}
            />
          </Stack>
        )}
      </QueryView>
    </Section>
  );
}

/** How much is used of a quota: the numbers, and a bar where there is a limit. */
function Used({ use, what, large = false }: { use: PortalSchemas['QuotaUse']; what: string; large?: boolean }) {
  const t = useTexts();
  const perDay = use.limits.callsPerDay;
  const share = perDay === undefined ? 0 : Math.min(100, (use.usedToday / perDay) * 100);
  return (
    <Stack gap={4} className={large ? 'grow' : 'grow figures'}>
      <Group gap={6} justify={large ? 'flex-start' : 'flex-end'} wrap="nowrap" align="baseline">
        <Text component="span" fz={large ? 'xl' : undefined} fw={650} className="figures">
          <Count value={use.usedToday} />
        </Text>
        <Text component="span" size="sm" c="dimmed">
          {perDay === undefined ? large && t('ofNoLimit') : t('ofADay')} {perDay !== undefined && <Count value={perDay} />}
          {large && (
            <>
              {' · '}
              {t('thisHour')} <Count value={use.usedThisHour} />
              {use.remainingToday !== undefined && (
                <>
                  {' · '}
                  {t('remaining')} <Count value={use.remainingToday} />
                </>
              )}
            </>
          )}
        </Text>
      </Group>
      {perDay !== undefined && (
        <Progress value={share} aria-label={t('usedOf', { what })} size={large ? 'md' : 'xs'} color={share >= 90 ? 'red.7' : 'brand'} />
      )}
    </Stack>
  );
}
