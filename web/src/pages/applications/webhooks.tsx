import { Alert, Anchor, Button, Group, Select, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Link } from 'react-router';
import { portal, type PortalSchemas } from '@/api/clients';
import { answered } from '@/api/problem';
import { ConfirmDialog } from '@/parts/confirm-dialog';
import { CopyField } from '@/parts/copy-field';
import { DataTable } from '@/parts/data-table';
import { Empty } from '@/parts/empty';
import { Time } from '@/parts/figures';
import { useFilters } from '@/parts/filters';
import { Paging } from '@/parts/paging';
import { ProblemAlert } from '@/parts/problem-alert';
import { QueryView } from '@/parts/query-view';
import { Facts, Section } from '@/parts/section';
import { State, type Tone } from '@/parts/state';
import { applicationKey, useOpened, type Application } from './application';
import { Delivery } from './delivery';
import { useTexts } from './texts';

type DeliveryState = PortalSchemas['DeliveryState'];

const shownFor = 60_000; // ms

/** How the states of a delivery look. */
export const deliveryTones: Record<DeliveryState, Tone> = { delivered: 'good', pending: 'wait', failed: 'bad' };

/** Where events are sent, what they are signed with, and what became of them. */
export function Component() {
  const t = useTexts();
  const a = useOpened();
  const [{ delivery }] = useFilters(['delivery']);
  return (
    <Stack gap="lg">
      <Section
        title={t('webhook')}
        text={t('webhookText')}
        actions={
          <Button variant="default" size="xs" component={Link} to={`/applications/${a.id}/edit`}>
            {t(a.webhookUrl === undefined ? 'setAddress' : 'changeAddress')}
          </Button>
        }
      >
        <Stack gap="md">
          <Facts facts={[[t('webhookUrl'), a.webhookUrl ?? t('notSet')]]} />
          <Secrets application={a} />
        </Stack>
      </Section>
      {delivery !== '' && <Delivery application={a.id} delivery={delivery} />}
      <Deliveries application={a} />
    </Stack>
  );
}

function Secrets({ application: a }: { application: Application }) {
  const t = useTexts();
  const [rotating, setRotating] = useState(false);
  const params = { path: { application: a.id } };
  const secrets = useMutation({ mutationFn: () => answered(portal.GET('/applications/{application}/webhook', { params })), gcTime: 0 });
  const { data, reset } = secrets;
  useEffect(() => {
    if (!data) {
      return undefined;
    }
    const timer = setTimeout(reset, shownFor);
    return () => clearTimeout(timer);
  }, [data, reset]);
  return (
    <>
      {data?.secrets.map((s) => (
        <div key={s.secret}>
          <CopyField label={t(s.endsAt === undefined ? 'signingSecret' : 'signingSecretOld')} value={s.secret} />
          {s.endsAt !== undefined && (
            <Text size="sm" c="dimmed">
              {t('endsAt')} <Time value={s.endsAt} />
            </Text>
          )}
        </div>
      ))}
      {data?.secrets.length === 0 && <Text c="dimmed">{t('noSecrets')}</Text>}
      {secrets.isError && <ProblemAlert error={secrets.error} />}
      <Group gap="xs">
        <Button variant="light" loading={secrets.isPending} onClick={() => (data ? reset() : secrets.mutate())}>
          {t(data ? 'hideSecrets' : 'showSigning')}
        </Button>
        <Button variant="default" onClick={() => setRotating(true)}>
          {t('rotateSigning')}
        </Button>
      </Group>
      <ConfirmDialog
        opened={rotating}
        onClose={() => setRotating(false)}
        title={t('rotateSigning')}
        text={t('rotateSigningText')}
        action={t('rotate')}
        onConfirm={async () => {
          await answered(portal.POST('/applications/{application}/webhook/rotate-secret', { params }));
          await secrets.mutateAsync();
        }}
      />
    </>
  );
}

const states = ['pending', 'delivered', 'failed'] as const;
const isState = (v: string): v is DeliveryState => (states as readonly string[]).includes(v);

function Deliveries({ application: a }: { application: Application }) {
  const t = useTexts();
  const cache = useQueryClient();
  const [{ state, after }, setFilters] = useFilters(['state', 'after', 'delivery']);
  const key = [...applicationKey(a.id), 'deliveries'];
  const query = useQuery({
    queryKey: [...key, state, after],
    queryFn: () =>
      answered(
        portal.GET('/applications/{application}/deliveries', {
          params: { path: { application: a.id }, query: { limit: 25, ...(isState(state) && { state }), ...(after && { cursor: after }) } },
        }),
      ),
    refetchInterval: ({ state: { data } }) => (data?.deliveries.some((d) => d.state === 'pending') ? 3000 : false),
  });
  const test = useMutation({
    mutationFn: () => answered(portal.POST('/applications/{application}/webhook/test', { params: { path: { application: a.id } } })),
    onSuccess: () => cache.invalidateQueries({ queryKey: key }),
  });
  return (
    <Section
      title={t('deliveries')}
      text={t('deliveriesText')}
      actions={
        a.webhookUrl !== undefined && (
          <Button variant="default" size="xs" loading={test.isPending} onClick={() => test.mutate()}>
            {t('sendTest')}
          </Button>
        )
      }
    >
      <Stack gap="sm">
        {test.isError && <ProblemAlert error={test.error} />}
        {test.isSuccess && (
          <Alert color="brand" role="status">
            {t('testSent')}
          </Alert>
        )}
        <Select
          label={t('state')}
          placeholder={t('all')}
          data={states.map((s) => ({ value: s, label: t(`delivery_${s}`) }))}
          value={isState(state) ? state : null}
          onChange={(v) => setFilters({ state: v ?? '', after: '' })}
          clearable
          maw="14rem"
        />
        <QueryView query={query} loading={t('loadingDeliveries')}>
          {({ deliveries, next }) => (
            <>
              <DataTable
                caption={t('deliveries')}
                rows={deliveries}
                rowKey={(d) => d.id}
                empty={<Empty title={t(state === '' ? 'noDeliveries' : 'noneFound')} text={t(state === '' ? 'noDeliveriesText' : 'noneFoundText')} />}
                columns={[
                  {
                    label: t('event'),
                    cell: (d) => (
                      <Anchor component={Link} inherit to={{ search: new URLSearchParams({ ...(state && { state }), delivery: d.id }).toString() }}>
                        {d.type}
                      </Anchor>
                    ),
                  },
                  { label: t('state'), cell: (d) => <State tone={deliveryTones[d.state]}>{t(`delivery_${d.state}`)}</State> },
                  { label: t('attempts'), numeric: true, cell: (d) => d.attempts.length },
                  { label: t('at'), cell: (d) => <Time value={d.createdAt} /> },
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
