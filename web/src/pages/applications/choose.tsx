import './applications.css';
import { Anchor, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, Navigate, useMatches } from 'react-router';
import { portal } from '@/api/clients';
import { answered } from '@/api/problem';
import { Empty } from '@/parts/empty';
import { PageHeader } from '@/parts/page-header';
import { QueryView } from '@/parts/query-view';
import { Section } from '@/parts/section';
import { isApproved } from './application';
import { useTexts } from './texts';

type Tab = 'log' | 'sandbox' | 'webhooks';

/** Leads from the navigation to a tab of an application: at once where there is one application, else one is chosen. */
export function Component() {
  const t = useTexts();
  const { tab } = useMatches().at(-1)?.handle as { tab: Tab };
  const query = useQuery({
    queryKey: ['applications', 'list'],
    queryFn: () => answered(portal.GET('/applications', { params: { query: { limit: 200 } } })),
  });
  return (
    <>
      <PageHeader title={t(`tab_${tab}`)} text={t(`${tab}Text`)} />
      <QueryView query={query} loading={t('loadingApplications')}>
        {({ applications }) => {
          const ready = applications.filter(isApproved);
          if (ready.length === 1 && ready[0]) {
            return <Navigate to={`/applications/${ready[0].id}/${tab}`} replace />;
          }
          return (
            <Section title={t('chooseApplication')}>
              {ready.length === 0 && <Empty title={t('noneReady')} text={t('noneReadyText')} />}
              <Stack component="ul" gap="xs" className="plain-list">
                {ready.map((a) => (
                  <li key={a.id}>
                    <Anchor component={Link} to={`/applications/${a.id}/${tab}`}>
                      {a.name}
                    </Anchor>
                  </li>
                ))}
              </Stack>
            </Section>
          );
        }}
      </QueryView>
    </>
  );
}
