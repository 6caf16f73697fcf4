import { Button, Code, Tabs, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { sandboxOf } from '@/api/clients';
import { answered } from '@/api/problem';
import { Empty } from '@/parts/empty';
import { PageHeader } from '@/parts/page-header';
import { QueryView } from '@/parts/query-view';
import { State } from '@/parts/state';
import { useSandbox } from '@/parts/use-sandbox';
import { fromFile, tablesOf } from './bank-text';
import { useScenarioFiles } from './data';
import { ScenarioFiles } from './scenario-files';
import { ScenarioRules } from './scenario-rules';
import { ScenarioTables } from './scenario-tables';
import { useTexts } from './texts';
import './studio.css';

const views = ['rules', 'text', 'tables'] as const;

/** A scenario of the bank, to be read: its rules, its files and its tables. Each can be the beginning of a file of one's own. */
export function Component() {
  const t = useTexts();
  const navigate = useNavigate();
  const { api = '', scenario = '' } = useParams();
  const [search, setSearch] = useSearchParams();
  const { query: applications, chosen } = useSandbox();
  const query = useQuery({
    queryKey: ['sandbox', chosen?.id, 'scenarios', api, scenario],
    enabled: chosen !== undefined,
    queryFn: () => answered(sandboxOf(chosen?.id ?? '').GET('/scenarios/{api}/{scenario}', { params: { path: { api, scenario } } })),
  });
  const files = useScenarioFiles(chosen?.id, api, scenario);
  const text = files.data?.find((f) => f.kind === 'scenario')?.text ?? '';
  const tables = tablesOf(text);
  const there = views.filter((view) => view !== 'tables' || tables.length > 0);
  const view = there.find((name) => name === search.get('view')) ?? 'rules';
  const open = (name: string | null, line?: number) => {
    setSearch(
      (now) => {
        now.set('view', name ?? 'rules');
        now.delete('line');
        if (line !== undefined) {
          now.set('line', String(line));
        }
        return now;
      },
      { replace: true },
    );
  };
  const origin = { api, name: scenario, default: query.data?.default === true };
  return (
    <>
      <PageHeader
        title={query.data?.title ?? scenario}
        text={
          <>
            <Code>{query.data?.file ?? `${api}/${scenario}.yaml`}</Code> {origin.default && <State tone="good">{t('default')}</State>}
          </>
        }
        back={{ to: '/studio', label: t('title') }}
        actions={
          query.data !== undefined &&
          query.data.operations.length > 0 &&
          text !== '' && (
            <Button variant="default" onClick={() => void navigate(`/studio/new?api=${encodeURIComponent(api)}`, { state: { source: fromFile(text, origin) } })}>
              {t('beginWithFile')}
            </Button>
          )
        }
      />
      <Text mb="lg" maw="44rem">
        {t('bankText')}
      </Text>
      {applications.isSuccess && !chosen ? (
        <Empty title={t('noApplication')} text={t('noApplicationText')} />
      ) : (
        <Tabs value={view} onChange={(name) => open(name)} keepMounted={false}>
          <Tabs.List aria-label={t('title')}>
            {there.map((name) => (
              <Tabs.Tab key={name} value={name}>
                {t(`view_${name}`)}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          <Tabs.Panel value="rules" pt="lg">
            <QueryView query={query} loading={t('loadingScenario')}>
              {({ operations }) => <ScenarioRules origin={origin} operations={operations} text={text} onLine={(line) => open('text', line)} />}
            </QueryView>
          </Tabs.Panel>
          <Tabs.Panel value="text" pt="lg">
            <QueryView query={files} loading={t('loadingScenario')}>
              {(read) => <ScenarioFiles files={read} line={Number(search.get('line') ?? 0)} onTables={() => open('tables')} />}
            </QueryView>
          </Tabs.Panel>
          <Tabs.Panel value="tables" pt="lg">
            {chosen && <ScenarioTables application={chosen.id} api={api} tables={tables} />}
          </Tabs.Panel>
        </Tabs>
      )}
    </>
  );
}
