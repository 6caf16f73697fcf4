import { Anchor, Button, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { sandboxOf, type SandboxSchemas } from '@/api/clients';
import { answered } from '@/api/problem';
import { DataTable } from '@/parts/data-table';
import { Empty } from '@/parts/empty';
import { Count, Time } from '@/parts/figures';
import { useFilters } from '@/parts/filters';
import { ChoiceFilter } from '@/parts/listing';
import { Paging } from '@/parts/paging';
import { ProblemAlert } from '@/parts/problem-alert';
import { QueryView } from '@/parts/query-view';
import { Facts, Section } from '@/parts/section';
import { State, type Tone } from '@/parts/state';
import { Body } from '@/parts/exchange';
import { sandboxKey } from './sandbox-key';
import { useTexts } from './texts';
import { useSandboxChange } from './use-sandbox';

type Callback = SandboxSchemas['CallbackDelivery'];
type Status = Callback['status'];

const size = 20;
const statuses = ['pending', 'delivered', 'failed', 'dropped'] as const;
const isStatus = (v: string): v is Status => (statuses as readonly string[]).includes(v);
const tones: Record<Status, Tone> = { delivered: 'good', pending: 'wait', failed: 'bad', dropped: 'bad' };

/** What the sandbox has called back, with what became of it. */
export function Callbacks({ application }: { application: string }) {
  const t = useTexts();
  const [{ callback, status, before }, setFilters] = useFilters(['callback', 'status', 'before', 'what']);
  const query = useQuery({
    queryKey: [...sandboxKey(application), 'callbacks', status, before],
    queryFn: () =>
      answered(sandboxOf(application).GET('/callbacks', { params: { query: { size, ...(isStatus(status) && { status }), ...(before && { before }) } } })),
    refetchInterval: ({ state: { data } }) => (data?.callbacks.some((c) => c.status === 'pending') ? 3000 : false),
  });
  return (
    <>
      {callback !== '' && <Opened key={callback} application={application} callback={callback} />}
      <Section title={t('callbacks')} text={t('callbacksText')}>
        <Stack gap="md">
          <Group>
            <ChoiceFilter
              label={t('state')}
              value={status}
              choices={statuses.map((s) => ({ value: s, label: t(`callback_${s}`) }))}
              onChange={(v) => setFilters({ status: v, before: '' })}
            />
          </Group>
          <QueryView query={query} loading={t('loadingCallbacks')}>
            {({ callbacks, more }) => (
              <>
                <Listed callbacks={callbacks} filtered={status !== ''} />
                <Paging after={before} next={more ? callbacks.at(-1)?.id : undefined} onChange={(v) => setFilters({ before: v })} />
              </>
            )}
          </QueryView>
        </Stack>
      </Section>
    </>
  );
}

function Listed({ callbacks, filtered }: { callbacks: Callback[]; filtered: boolean }) {
  const t = useTexts();
  const [{ what, status, before }] = useFilters(['what', 'status', 'before']);
  const kept = { ...(what && { what }), ...(status && { status }), ...(before && { before }) };
  return (
    <DataTable
      caption={t('callbacks')}
      rows={callbacks}
      rowKey={(c) => c.id}
      empty={<Empty title={t(filtered ? 'noneFound' : 'noCallbacks')} text={t(filtered ? 'noneFoundText' : 'noCallbacksText')} />}
      columns={[
        {
          label: t('callback'),
          cell: (c) => (
            <Anchor component={Link} inherit to={{ search: new URLSearchParams({ ...kept, callback: c.id }).toString() }} className="breakable">
              {c.name ?? c.operation ?? c.method}
            </Anchor>
          ),
        },
        { label: t('api'), cell: (c) => c.api ?? '–' },
        { label: t('state'), cell: (c) => <State tone={tones[c.status]}>{t(`callback_${c.status}`)}</State> },
        { label: t('attempts'), numeric: true, cell: (c) => c.attempts.length },
        { label: t('at'), cell: (c) => <Time value={c.createdAt} /> },
      ]}
    />
  );
}

/** One callback: each attempt to deliver it, and what was sent. */
function Opened({ application, callback }: { application: string; callback: string }) {
  const t = useTexts();
  const [, setFilters] = useFilters(['callback']);
  const params = { path: { callback } };
  const query = useQuery({
    queryKey: [...sandboxKey(application), 'callbacks', 'one', callback],
    queryFn: () => answered(sandboxOf(application).GET('/callbacks/{callback}', { params })),
    refetchInterval: ({ state: { data } }) => (data?.status === 'pending' ? 3000 : false),
  });
  const resend = useSandboxChange(application, async (s) => {
    const sent = await answered(s.POST('/callbacks/{callback}/resend', { params }));
    setFilters({ callback: sent.id });
  });
  return (
    <Section
      title={t('callback')}
      actions={
        <>
          {query.data && query.data.status !== 'pending' && (
            <Button size="xs" loading={resend.isPending} onClick={() => resend.mutate()}>
              {t('resend')}
            </Button>
          )}
          <Button size="xs" variant="default" onClick={() => setFilters({ callback: '' })}>
            {t('close')}
          </Button>
        </>
      }
    >
      <Stack gap="md">
        {resend.isError && <ProblemAlert error={resend.error} />}
        <QueryView query={query} loading={t('loadingCallbacks')}>
          {(c) => <Shown callback={c} />}
        </QueryView>
      </Stack>
    </Section>
  );
}

function Shown({ callback: c }: { callback: Callback }) {
  const t = useTexts();
  return (
    <>
      <Facts
        facts={[
          [t('callback'), c.name],
          [t('api'), c.api],
          [t('state'), t(`callback_${c.status}`)],
          [t('callbackFailure'), c.failure],
          [t('webhookUrl'), c.url],
          [t('at'), <Time key="at" value={c.createdAt} />],
          [t('nextAttempt'), c.nextAttemptAt && <Time value={c.nextAttemptAt} />],
          [t('resendOf'), c.resendOf],
        ]}
      />
      <div>
        <Title order={3}>{t('attempts')}</Title>
        <DataTable
          caption={t('attempts')}
          rows={c.attempts}
          rowKey={(x) => x.at}
          empty={
            <Text size="sm" c="dimmed">
              {t('noAttempts')}
            </Text>
          }
          columns={[
            { label: t('at'), cell: (x) => <Time value={x.at} /> },
            { label: t('answer'), cell: (x) => x.failure ?? x.status ?? '–' },
            {
              label: t('took'),
              numeric: true,
              cell: (x) => (
                <Group component="span" gap={4} justify="flex-end">
                  <Count value={x.tookMillis} /> ms
                </Group>
              ),
            },
          ]}
        />
      </div>
      <div>
        <Title order={3} mb="xs">
          {t('payload')}
        </Title>
        <Body body={c.body} what={t('payload')} />
      </div>
    </>
  );
}
