import './apis.css';
import { Code, Group, Text } from '@mantine/core';
import { Outlet, useParams } from 'react-router';
import { PageHeader } from '@/parts/page-header';
import { QueryView } from '@/parts/query-view';
import { Tabs } from '@/parts/tabs';
import { pageOf, useApi } from './data';
import { useTexts } from './texts';

const tabs = ['reference', 'console', 'magic-values', 'scenarios', 'errors', 'changelog', 'downloads'] as const;

/** One API: its tabs, each a page with an address of its own. */
export function Component() {
  const t = useTexts();
  const { api = '' } = useParams();
  const query = useApi(api);
  const opened = query.data;
  return (
    <>
      <PageHeader
        title={opened?.api.title ?? api}
        text={opened?.api.summary}
        back={{ to: '/catalogue', label: t('catalogue') }}
        actions={
          opened?.documentVersion !== undefined && (
            <Group gap={6} pt={6}>
              <Code>{opened.api.api}</Code>
              <Text size="sm" c="dimmed">
                {t('version', { version: opened.documentVersion })}
              </Text>
            </Group>
          )
        }
      />
      <QueryView query={query} loading={t('loadingApi')}>
        {(detail) => (
          <>
            <Tabs
              label={t('tabs')}
              tabs={[{ to: pageOf(api), label: t('tab_overview') }, ...tabs.map((tab) => ({ to: pageOf(api, tab), label: t(`tab_${tab}`) }))]}
            />
            <Outlet context={detail} />
          </>
        )}
      </QueryView>
    </>
  );
}
