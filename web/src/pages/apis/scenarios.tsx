import { Anchor, Code, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { sandboxOf, type SandboxSchemas } from '@/api/clients';
import { answered } from '@/api/problem';
import { DataTable } from '@/parts/data-table';
import { Empty } from '@/parts/empty';
import { Count } from '@/parts/figures';
import { QueryView } from '@/parts/query-view';
import { Section } from '@/parts/section';
import { State } from '@/parts/state';
import { pageOf, useOpened, type Application } from './data';
import { useTexts } from './texts';
import { WithApplication } from './with-application';

type Summary = SandboxSchemas['ScenarioSummary'];

/** The scenarios of the API: those that speak by themselves, and those that are asked for. */
export function Component() {
  return <WithApplication>{(application) => <Listed application={application} />}</WithApplication>;
}

function Listed({ application }: { application: Application }) {
  const t = useTexts();
  const { api } = useOpened();
  const query = useQuery({
    queryKey: ['sandbox', application.id, 'scenarios', api.api],
    queryFn: () => answered(sandboxOf(application.id).GET('/scenarios', { params: { query: { api: api.api } } })),
  });
  return (
    <Section
      title={t('tab_scenarios')}
      text={t('scenariosText')}
      actions={
        <Anchor component={Link} to={`/applications/${application.id}/sandbox`} size="sm">
          {t('selectInSandbox')}
        </Anchor>
      }
    >
      <QueryView query={query} loading={t('loadingScenarios')}>
        {({ scenarios }) => (
          <DataTable
            caption={t('tab_scenarios')}
            rows={scenarios}
            rowKey={(s) => s.name}
            empty={<Empty title={t('noScenarios')} />}
            columns={[
              {
                label: t('scenario'),
                cell: (s) => (
                  <>
                    <Anchor component={Link} inherit fw={600} to={`/studio/scenarios/${encodeURIComponent(s.api)}/${encodeURIComponent(s.name)}?application=${application.id}`}>
                      {s.title ?? s.name}
                    </Anchor>
                    <Text size="xs" c="dimmed" fw={400}>
                      {s.name}
                    </Text>
                  </>
                ),
              },
              { label: t('rules'), numeric: true, cell: (s) => <Count value={s.rules} /> },
              { label: t('speaks'), cell: (s) => <Speaks scenario={s} /> },
              {
                label: t('askFor'),
                cell: (s) =>
                  s.default ? (
                    '–'
                  ) : (
                    <>
                      <Code className="breakable">X-Sandbox-Scenario: {s.name}</Code>{' '}
                      <Anchor
                        component={Link}
                        inherit
                        to={pageOf(api.api, 'console', { scenario: s.name, application: application.id })}
                        aria-label={t('tryScenario', { scenario: s.title ?? s.name })}
                      >
                        {t('tryIt')}
                      </Anchor>
                    </>
                  ),
              },
            ]}
          />
        )}
      </QueryView>
    </Section>
  );
}

function Speaks({ scenario: s }: { scenario: Summary }) {
  const t = useTexts();
  return <State tone={s.default || s.selected ? 'good' : 'off'}>{t(s.default ? 'always' : s.selected ? 'selected' : 'notSelected')}</State>;
}
