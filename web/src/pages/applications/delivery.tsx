import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { portal, type PortalSchemas } from '@/api/clients';
import { answered } from '@/api/problem';
import { DataTable } from '@/parts/data-table';
import { Count, Time } from '@/parts/figures';
import { useFilters } from '@/parts/filters';
import { ProblemAlert } from '@/parts/problem-alert';
import { QueryView } from '@/parts/query-view';
import { Facts, Section } from '@/parts/section';
import { applicationKey } from './application';
import { Body } from '@/parts/exchange';
import { useTexts } from './texts';

/** One delivery: each attempt to send it, and what was sent. */
export function Delivery({ application, delivery }: { application: string; delivery: string }) {
  const t = useTexts();
  const cache = useQueryClient();
  const [, setFilters] = useFilters(['delivery']);
  const key = [...applicationKey(application), 'deliveries'];
  const params = { path: { application, delivery } };
  const query = useQuery({
    queryKey: [...key, 'one', delivery],
    queryFn: () => answered(portal.GET('/applications/{application}/deliveries/{delivery}', { params })),
    refetchInterval: ({ state }) => (state.data?.state === 'pending' ? 3000 : false),
  });
  const resend = useMutation({
    mutationFn: () => answered(portal.POST('/applications/{application}/deliveries/{delivery}/resend', { params })),
    onSuccess: async (sent) => {
      await cache.invalidateQueries({ queryKey: key });
      setFilters({ delivery: sent.id });
    },
  });
  return (
    <Section
      title={t('delivery')}
      actions={
        <>
          {query.data && query.data.state !== 'pending' && (
            <Button size="xs" loading={resend.isPending} onClick={() => resend.mutate()}>
              {t('resend')}
            </Button>
          )}
          <Button size="xs" variant="default" onClick={() => setFilters({ delivery: '' })}>
            {t('close')}
          </Button>
        </>
      }
    >
      <Stack gap="md">
        {resend.isError && <ProblemAlert error={resend.error} />}
        <QueryView query={query} loading={t('loadingDeliveries')}>
          {(d) => <Shown delivery={d} />}
        </QueryView>
      </Stack>
    </Section>
  );
}

function Shown({ delivery: d }: { delivery: PortalSchemas['Delivery'] }) {
  const t = useTexts();
  return (
    <>
      <Facts
        facts={[
          [t('event'), d.type],
          [t('state'), t(`delivery_${d.state}`)],
          [t('webhookUrl'), d.url],
          [t('at'), <Time key="at" value={d.createdAt} />],
          [t('nextAttempt'), d.nextAttemptAt && <Time value={d.nextAttemptAt} />],
          [t('resendOf'), d.resendOf],
        ]}
      />
      <div>
        <Title order={3}>{t('attempts')}</Title>
        <DataTable
          caption={t('attempts')}
          rows={d.attempts}
          rowKey={(x) => x.at}
          empty={<Text size="sm" c="dimmed">{t('noAttempts')}</Text>}
          columns={[
            { label: t('at'), cell: (x) => <Time value={x.at} /> },
            { label: t('answer'), cell: (x) => x.failure ?? x.status ?? '–' },
            { label: t('took'), numeric: true, cell: (x) => <Group component="span" gap={4} justify="flex-end"><Count value={x.tookMillis} /> ms</Group> },
          ]}
        />
      </div>
      {d.payload !== undefined && (
        <div>
          <Title order={3} mb="xs">
            {t('payload')}
          </Title>
          <Body body={{ size: d.payload.length, text: d.payload }} what={t('payload')} />
        </div>
      )}
    </>
  );
}
