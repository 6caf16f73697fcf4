import { Anchor, Badge, Group, Stack, Text } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { portal } from '@/api/clients';
import { answered } from '@/api/problem';
import { DataTable } from '@/parts/data-table';
import { Empty } from '@/parts/empty';
import { useFilters } from '@/parts/filters';
import { ChoiceFilter, SearchField } from '@/parts/listing';
import { Paging } from '@/parts/paging';
import { QueryView } from '@/parts/query-view';
import { Section } from '@/parts/section';
import { useTexts } from './texts';

const statuses = [400, 401, 403, 404, 405, 406, 409, 412, 413, 415, 422, 429, 500, 501, 502, 503, 504].map((s) => ({ value: String(s), label: String(s) }));
const isStatus = (v: string): boolean => /^[45]\d\d$/.test(v);

/** Every problem that the APIs answer with, and what to do about it. */
export function Component() {
  const t = useTexts();
  const [{ text, api, status, after }, setFilters] = useFilters(['text', 'api', 'status', 'after']);
  const apis = useQuery({
    queryKey: ['catalogue', 'names'],
    queryFn: () => answered(portal.GET('/catalogue/apis', { params: { query: { limit: 200 } } })),
  });
  const query = useQuery({
    queryKey: ['errors', text, api, status, after],
    queryFn: () =>
      answered(
        portal.GET('/errors', {
          params: {
            query: { limit: 25, ...(text && { text }), ...(api && { api }), ...(isStatus(status) && { status: Number(status) }), ...(after && { cursor: after }) },
          },
        }),
      ),
    placeholderData: keepPreviousData,
  });
  return (
    <Section title={t('errors')} text={t('errorsText')}>
      <Stack gap="md">
        <Group gap="sm" align="end">
          <SearchField label={t('search')} value={text} onChange={(v) => setFilters({ text: v.trim(), after: '' })} />
          <ChoiceFilter
            label={t('api')}
            value={api}
            choices={apis.data?.apis.map((a) => ({ value: a.api, label: a.title })) ?? []}
            onChange={(v) => setFilters({ api: v, after: '' })}
          />
          <ChoiceFilter label={t('status')} value={status} choices={statuses} onChange={(v) => setFilters({ status: v, after: '' })} />
        </Group>
        <QueryView query={query} loading={t('loadingErrors')}>
          {({ errors, next }) => (
            <>
              <DataTable
                caption={t('errors')}
                rows={errors}
                rowKey={(e) => `${e.code} ${e.status} ${e.title} ${e.apis?.join() ?? ''}`}
                empty={<Empty title={t('noneFound')} text={t('noneFoundText')} />}
                columns={[
                  {
                    label: t('code'),
                    cell: (e) => (
                      <Anchor component={Link} inherit to={`/errors/${e.code}`} className="path">
                        {e.code}
                      </Anchor>
                    ),
                  },
                  { label: t('status'), cell: (e) => e.status },
                  { label: t('means'), cell: (e) => e.title },
                  { label: t('handling'), cell: (e) => e.handling },
                  { label: t('api'), cell: (e) => <Of apis={e.apis} /> },
                ]}
              />
              <Paging after={after} next={next} onChange={(v) => setFilters({ after: v })} />
            </>
          )}
        </QueryView>
      </Stack>
    </Section>
  );
}

/** The APIs that alone have a problem. */
export function Of({ apis }: { apis: readonly string[] | undefined }) {
  const t = useTexts();
  if (!apis) {
    return (
      <Text component="span" inherit c="dimmed">
        {t('every')}
      </Text>
    );
  }
  return (
    <Group gap={4} component="span">
      {apis.map((a) => (
        <Badge key={a} variant="default" tt="none" fw={500}>
          {a}
        </Badge>
      ))}
    </Group>
  );
}
