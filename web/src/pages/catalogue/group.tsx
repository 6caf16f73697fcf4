import { Anchor, Paper, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { portal, type PortalSchemas } from '@/api/clients';
import { answered } from '@/api/problem';
import { DataTable, type Column } from '@/parts/data-table';
import { Empty } from '@/parts/empty';
import { Count } from '@/parts/figures';
import { PageHeader } from '@/parts/page-header';
import { QueryView } from '@/parts/query-view';
import { useTexts } from './texts';

type Member = PortalSchemas['ApiGroupMember'];

/** A group of APIs: each with its plans and, for members of an organisation, with their use of it. */
export function Component() {
  const t = useTexts();
  const { group = '' } = useParams();
  const query = useQuery({
    queryKey: ['catalogue', 'groups', group],
    queryFn: () => answered(portal.GET('/catalogue/groups/{group}', { params: { path: { group } } })),
  });
  const head = query.data?.group;
  return (
    <>
      <PageHeader title={head?.title ?? t('group')} text={head?.description} back={{ to: '/catalogue', label: t('catalogue') }} />
      <QueryView query={query} loading={t('loadingGroup')}>
        {({ members }) => (
          <Paper p={{ base: 'md', sm: 'lg' }}>
            <Members members={members} />
          </Paper>
        )}
      </QueryView>
    </>
  );
}

function Members({ members }: { members: Member[] }) {
  const t = useTexts();
  const own: Column<Member>[] = [
    { label: t('usage'), numeric: true, cell: (m) => (m.usage ? <Count value={m.usage.calls} /> : '–') },
    {
      label: t('yours'),
      cell: (m) => m.subscriptions?.map((s) => s.application.name).join(', ') || t('notYours'),
    },
  ];
  return (
    <DataTable
      caption={t('apis')}
      rows={members}
      rowKey={(m) => m.api}
      empty={<Empty title={t('noApis')} />}
      columns={[
        {
          label: t('api'),
          cell: (m) => (
            <>
              <Anchor component={Link} inherit fw={600} to={`/apis/${encodeURIComponent(m.api)}`}>
                {m.title}
              </Anchor>
              <Text size="sm" fw={400} className="prose">
                {m.summary}
              </Text>
            </>
          ),
        },
        { label: t('plans'), cell: (m) => m.plans.map((p) => p.title).join(', ') },
        ...(members.some((m) => m.subscriptions !== undefined) ? own : []),
      ]}
    />
  );
}
