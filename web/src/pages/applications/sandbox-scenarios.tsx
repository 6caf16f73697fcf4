import { Button, Group, MultiSelect, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { sandboxOf, type SandboxSchemas } from '@/api/clients';
import { answered, done } from '@/api/problem';
import { DataTable } from '@/parts/data-table';
import { Time } from '@/parts/figures';
import { ProblemAlert } from '@/parts/problem-alert';
import { QueryView } from '@/parts/query-view';
import { Section } from '@/parts/section';
import { sandboxKey } from './sandbox-key';
import { useTexts } from './texts';
import { useSandboxChange } from './use-sandbox';

type Summary = SandboxSchemas['ScenarioSummary'];

const nameOf = (s: Summary) => `${s.api}/${s.name}`;

/** Which scenarios speak in the sandbox, and the rules that are set before them. */
export function Scenarios({ application }: { application: string }) {
  const t = useTexts();
  const key = sandboxKey(application);
  const all = useQuery({ queryKey: [...key, 'scenarios'], queryFn: () => answered(sandboxOf(application).GET('/scenarios')) });
  const selection = useQuery({ queryKey: [...key, 'selection'], queryFn: () => answered(sandboxOf(application).GET('/selection')) });
  return (
    <Section title={t('scenarios')} text={t('scenariosText')}>
      <QueryView query={all} loading={t('loadingScenarios')}>
        {({ scenarios }) => (
          <QueryView query={selection}>
            {(selected) => (
              <Stack gap="lg">
                <Chosen key={selected.scenarios.join()} application={application} scenarios={scenarios} selected={selected.scenarios} />
                <Overrides application={application} />
              </Stack>
            )}
          </QueryView>
        )}
      </QueryView>
    </Section>
  );
}

function Chosen({ application, scenarios, selected }: { application: string; scenarios: Summary[]; selected: string[] }) {
  const t = useTexts();
  // A selection may name a scenario without its API; then it is the one of that name.
  const qualified = selected.map((s) => scenarios.find((x) => nameOf(x) === s || x.name === s)).flatMap((x) => (x ? [nameOf(x)] : []));
  const [chosen, setChosen] = useState(qualified);
  const save = useSandboxChange(application, async (s, names: string[]) => {
    await (names.length === 0 ? done(s.DELETE('/selection')) : answered(s.PUT('/selection', { body: { scenarios: names } })));
  });
  const apis = [...new Set(scenarios.map((s) => s.api))];
  return (
    <Stack gap="sm">
      {apis.map((api) => {
        const own = scenarios.filter((s) => s.api === api && !s.default);
        const others = chosen.filter((c) => !c.startsWith(`${api}/`));
        return (
          <MultiSelect
            key={api}
            label={t('scenariosOf', { api })}
            placeholder={chosen.length === others.length ? t('scenariosDefault') : undefined}
            data={own.map((s) => ({ value: nameOf(s), label: s.title ?? s.name }))}
            value={chosen.filter((c) => c.startsWith(`${api}/`))}
            onChange={(v) => setChosen([...others, ...v])}
            searchable
            clearable
          />
        );
      })}
      {save.isError && <ProblemAlert error={save.error} />}
      <Group gap="xs">
        <Button size="xs" disabled={chosen.join() === qualified.join()} loading={save.isPending} onClick={() => save.mutate(chosen)}>
          {t('select')}
        </Button>
        {qualified.length > 0 && (
          <Button size="xs" variant="default" loading={save.isPending} onClick={() => save.mutate([])}>
            {t('selectNone')}
          </Button>
        )}
      </Group>
    </Stack>
  );
}

/** Rules that were set on the sandbox and are tried before every scenario. */
function Overrides({ application }: { application: string }) {
  const t = useTexts();
  const query = useQuery({
    queryKey: [...sandboxKey(application), 'overrides'],
    queryFn: () => answered(sandboxOf(application).GET('/overrides')),
  });
  const remove = useSandboxChange(application, (s, override: string) =>
    done(s.DELETE('/overrides/{override}', { params: { path: { override } } })),
  );
  return (
    <QueryView query={query}>
      {({ overrides }) =>
        overrides.length === 0 ? null : (
          <div>
            <Title order={3} mb={4}>
              {t('overrides')}
            </Title>
            <Text size="sm" c="dimmed" mb="xs">
              {t('overridesText')}
            </Text>
            {remove.isError && <ProblemAlert error={remove.error} />}
            <DataTable
              caption={t('overrides')}
              rows={overrides}
              rowKey={(o) => o.id}
              empty={null}
              columns={[
                { label: t('operation'), cell: (o) => `${o.api}: ${o.operation}` },
                {
                  label: t('rule'),
                  cell: (o) => (
                    <Text className="path" lineClamp={3}>
                      {o.rule}
                    </Text>
                  ),
                },
                { label: t('since'), cell: (o) => <Time value={o.setAt} /> },
                {
                  label: t('actions'),
                  cell: (o) => (
                    <Button size="compact-sm" variant="default" onClick={() => remove.mutate(o.id)}>
                      {t('remove')}
                    </Button>
                  ),
                },
              ]}
            />
          </div>
        )
      }
    </QueryView>
  );
}
