import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { portal } from '@/api/clients';
import { answered } from '@/api/problem';
import { Empty } from '@/parts/empty';
import { PageHeader } from '@/parts/page-header';
import { QueryView } from '@/parts/query-view';
import { ApiCard, Cards } from './cards';
import { useTexts } from './texts';

/** A product of the bank: the APIs that belong together in it. */
export function Component() {
  const t = useTexts();
  const { product = '' } = useParams();
  const query = useQuery({
    queryKey: ['catalogue', 'products', product],
    queryFn: () => answered(portal.GET('/catalogue/products/{product}', { params: { path: { product } } })),
  });
  const head = query.data?.product;
  return (
    <>
      <PageHeader title={head?.title ?? t('product')} text={head?.description} back={{ to: '/catalogue', label: t('catalogue') }} />
      <QueryView query={query} loading={t('loadingProduct')}>
        {({ apis }) => (
          <Stack gap="xl">
            {apis.length === 0 ? (
              <Empty title={t('noApis')} />
            ) : (
              <Cards title={t('apis')} note={t('found', { count: apis.length })}>
                {apis.map((api) => (
                  <ApiCard key={api.api} api={api} />
                ))}
              </Cards>
            )}
          </Stack>
        )}
      </QueryView>
    </>
  );
}
