import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { portal } from '@/api/clients';
import { answered } from '@/api/problem';
import { PageHeader } from '@/parts/page-header';
import { QueryView } from '@/parts/query-view';
import { Facts, Section } from '@/parts/section';
import { Of } from './errors';
import { codeOf } from './problem-code';
import { useTexts } from './texts';

/** What one problem means: the shared one, or those of the APIs that have it. */
export function Component() {
  const t = useTexts();
  const { code: address = '' } = useParams();
  const code = codeOf(address);
  const query = useQuery({
    queryKey: ['errors', 'one', code],
    queryFn: () => answered(portal.GET('/errors/{code}', { params: { path: { code } } })),
  });
  return (
    <>
      <PageHeader title={code} back={{ to: '/errors', label: t('errors') }} />
      <QueryView query={query} loading={t('loadingErrors')}>
        {({ errors }) => (
          <Stack gap="lg">
            {errors.map((e) => (
              <Section key={`${e.status} ${e.title} ${e.apis?.join() ?? ''}`} title={e.title}>
                <Stack gap="md">
                  <div>
                    <Text size="sm" c="dimmed">
                      {t('handling')}
                    </Text>
                    <Text className="prose">{e.handling}</Text>
                  </div>
                  <Facts
                    facts={[
                      [t('status'), e.status],
                      [t('type'), <code key="type">urn:problem:{e.code.toLowerCase().replaceAll('_', '-')}</code>],
                      [t('api'), <Of key="apis" apis={e.apis} />],
                    ]}
                  />
                </Stack>
              </Section>
            ))}
          </Stack>
        )}
      </QueryView>
    </>
  );
}
