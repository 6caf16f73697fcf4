import { Anchor, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { portal } from '@/api/clients';
import { answered } from '@/api/problem';
import { DataTable } from '@/parts/data-table';
import { Empty } from '@/parts/empty';
import { Count, Time } from '@/parts/figures';
import { QueryView } from '@/parts/query-view';
import { Figure } from './partner-home';
import { useTexts } from './texts';

/** The start page of the bank's staff: what waits for a decision, and how much is called. */
export function BankHome() {
  const t = useTexts();
  const waiting = useQuery({
    queryKey: ['bank', 'requests', 'waiting'],
    queryFn: () => answered(portal.GET('/bank/requests', { params: { query: { state: 'open', limit: 10 } } })),
  });
  const usage = useQuery({ queryKey: ['bank', 'usage', 'total'], queryFn: () => answered(portal.GET('/bank/usage')) });
  return (
    <Stack gap="lg">
      <Paper p={{ base: 'md', sm: 'lg' }} component="section" aria-labelledby="waiting">
        <Title order={2} id="waiting" mb="sm">
          {t('waiting')}
        </Title>
        <QueryView query={waiting} loading={t('loadingWaiting')}>
          {({ requests }) => (
            <DataTable
              caption={t('waiting')}
              rows={requests}
              rowKey={(r) => r.id}
              empty={<Empty title={t('waitingNone')} />}
              columns={[
                {
                  label: t('kind'),
                  cell: (r) => (
                    <Anchor component={Link} inherit to={`/bank/reviews/${r.id}`}>
                      {t(`kind_${r.kind}`)}
                    </Anchor>
                  ),
                },
                { label: t('organisation'), cell: (r) => r.organisation.name },
                { label: t('application'), cell: (r) => r.application?.name ?? '–' },
                { label: t('since'), cell: (r) => <Time value={r.createdAt} /> },
              ]}
            />
          )}
        </QueryView>
      </Paper>
      <Paper p={{ base: 'md', sm: 'lg' }} component="section" aria-labelledby="usage">
        <Title order={2} id="usage" mb="sm">
          {t('callsAll')}
        </Title>
        <QueryView query={usage}>
          {({ total, from, to }) => (
            <>
              <Text size="sm" c="dimmed" mb="xs">
                <Time value={from} only="date" /> – <Time value={to} only="date" />
              </Text>
              <Group component="dl" gap="xl" m={0}>
                <Figure label={t('callsCount')} value={<Count value={total.calls} />} />
                <Figure label={t('clientErrors')} value={<Count value={total.clientErrors} />} />
                <Figure label={t('serverErrors')} value={<Count value={total.serverErrors} />} />
              </Group>
            </>
          )}
        </QueryView>
      </Paper>
    </Stack>
  );
}
