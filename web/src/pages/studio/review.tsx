import { Anchor, Group, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import { portal } from '@/api/clients';
import { answered } from '@/api/problem';
import { DataTable } from '@/parts/data-table';
import { Empty } from '@/parts/empty';
import { Time } from '@/parts/figures';
import { PageHeader } from '@/parts/page-header';
import { QueryView } from '@/parts/query-view';
import { State } from '@/parts/state';
import { useTexts } from './texts';

/** For the bank's staff: the scenario files of all organisations. */
export function Component() {
  const t = useTexts();
  const [search, setSearch] = useSearchParams();
  const asked = search.get('state');
  const state = asked === 'own' || asked === 'published' ? asked : undefined;
  const query = useQuery({
    queryKey: ['bank overlays', state],
    queryFn: async () => (await answered(portal.GET('/bank/overlays', { params: { query: { limit: 200, ...(state && { state }) } } }))).overlays,
  });
  return (
    <>
      <PageHeader title={t('bankTitle')} text={t('bankIntro')} />
      <Group mb="md">
        <Select
          label={t('state')}
          data={[
            { value: '', label: t('allStates') },
            { value: 'own', label: t('own') },
            { value: 'published', label: t('published') },
          ]}
          value={state ?? ''}
          allowDeselect={false}
          onChange={(value) => setSearch(value === null || value === '' ? {} : { state: value }, { replace: true })}
        />
      </Group>
      <QueryView query={query} loading={t('loadingFiles')}>
        {(overlays) => (
          <DataTable
            caption={t('bankTitle')}
            rows={overlays}
            rowKey={(o) => o.id}
            empty={<Empty title={t('noFiles')} text={t('noFilesText')} />}
            columns={[
              {
                label: t('file'),
                cell: (o) => (
                  <Anchor component={Link} to={`/bank/scenarios/${o.id}`} className="breakable">
                    {o.api}/{o.name}.yaml
                  </Anchor>
                ),
              },
              { label: t('organisation'), cell: (o) => o.organisation?.name ?? '' },
              { label: t('savedBy'), cell: (o) => o.author.name },
              { label: t('savedAt'), cell: (o) => <Time value={o.savedAt} /> },
              { label: t('state'), cell: (o) => <State tone={o.state === 'published' ? 'good' : 'off'}>{t(o.state)}</State> },
            ]}
          />
        )}
      </QueryView>
    </>
  );
}
