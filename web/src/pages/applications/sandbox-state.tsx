import { Select, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { sandboxOf, type SandboxSchemas } from '@/api/clients';
import { answered } from '@/api/problem';
import { DataTable } from '@/parts/data-table';
import { Time } from '@/parts/figures';
import { ProblemAlert } from '@/parts/problem-alert';
import { QueryView } from '@/parts/query-view';
import { Section } from '@/parts/section';
import { sandboxKey } from './sandbox-key';
import { useTexts } from './texts';
import { useSandboxChange } from './use-sandbox';

type State = SandboxSchemas['SandboxState'];

/** The state of an application's sandbox: values, tables with their sizes, and what is still to happen. */
export function useSandboxState(application: string) {
  return useQuery({
    queryKey: [...sandboxKey(application), 'state'],
    queryFn: () => answered(sandboxOf(application).GET('/state')),
  });
}

/** The values that scenarios declare, to be set, and what the sandbox will do later. */
export function States({ application }: { application: string }) {
  const t = useTexts();
  const query = useSandboxState(application);
  return (
    <Section title={t('states')} text={t('statesText')}>
      <QueryView query={query} loading={t('loadingState')}>
        {(state) => (
          <Stack gap="md">
            <Values application={application} values={state.values} />
            <Pending pending={state.pending} />
          </Stack>
        )}
      </QueryView>
    </Section>
  );
}

function Values({ application, values }: { application: string; values: State['values'] }) {
  const t = useTexts();
  const set = useSandboxChange(application, (s, { api, name, value }: SandboxSchemas['StateValue']) =>
    answered(s.PUT('/state/{api}/{name}', { params: { path: { api, name } }, body: { value } })),
  );
  if (values.length === 0) {
    return <Text c="dimmed">{t('noStates')}</Text>;
  }
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }}>
        {values.map((v) => (
          <Select
            key={`${v.api} ${v.name}`}
            label={`${v.api}: ${v.name}`}
            description={v.value === v.initial ? undefined : t('initially', { value: v.initial })}
            data={v.values}
            value={v.value}
            allowDeselect={false}
            disabled={set.isPending}
            onChange={(value) => value !== null && set.mutate({ ...v, value })}
          />
        ))}
      </SimpleGrid>
      {set.isError && <ProblemAlert error={set.error} />}
    </>
  );
}

function Pending({ pending }: { pending: State['pending'] }) {
  const t = useTexts();
  if (pending.length === 0) {
    return null;
  }
  return (
    <div>
      <Title order={3} mb={4}>
        {t('pending')}
      </Title>
      <DataTable
        caption={t('pending')}
        rows={pending}
        rowKey={(p) => `${p.due} ${p.kind} ${p.rule} ${p.name ?? ''} ${p.requestId ?? ''}`}
        empty={null}
        columns={[
          { label: t('due'), cell: (p) => <Time value={p.due} /> },
          { label: t('what'), cell: (p) => `${t(`pending_${p.kind}`)} ${p.name ?? ''}` },
          { label: t('rule'), cell: (p) => <span className="path">{p.rule}</span> },
        ]}
      />
    </div>
  );
}
