import { Tabs } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { useSearchParams } from 'react-router';
import { Loading } from '@/parts/loading';
import type { CoveredLine } from './coverage-marks';
import { CoveragePanel } from './coverage-panel';
import { scenarioOf, apiOf, type Overlay } from './data';
import { HistoryPanel } from './history-panel';
import { OperationPanel } from './operation-panel';
import { operationAt, placeAt } from './place';
import { TablesPanel } from './tables-panel';
import { TestsPanel } from './tests-panel';
import { useTexts } from './texts';
import { TryPanel } from './try-panel';
import type { Tests } from './use-tests';
import type { Vocabulary } from './vocabulary';

const ChangesPanel = lazy(() => import('./changes-panel').then((m) => ({ default: m.ChangesPanel })));

interface Props {
  source: string;
  /** The line of the cursor, from 0. */
  line: number;
  overlay: Overlay | undefined;
  unsaved: boolean;
  vocabulary: Vocabulary;
  tests: Tests;
  onEdit: (source: string) => void;
  onCovered: (lines: CoveredLine[]) => void;
  onGo: (line: number, column?: number) => void;
  onRolledBack: (now: Overlay) => void;
}

const tabs = ['operation', 'try', 'tests', 'tables', 'coverage', 'changes', 'history'] as const;

/** What stands beside the editor, by tab; the tab is in the address. */
export function Panel({ source, line, overlay, unsaved, vocabulary, tests, onEdit, onCovered, onGo, onRolledBack }: Props) {
  const t = useTexts();
  const [search, setSearch] = useSearchParams();
  const there = tabs.filter((tab) => overlay !== undefined || (tab !== 'changes' && tab !== 'history' && tab !== 'coverage'));
  const tab = there.find((name) => name === search.get('tab')) ?? 'operation';
  const open = (name: string | null, more: Record<string, string> = {}) => {
    setSearch(
      (now) => {
        for (const [key, value] of Object.entries({ tab: name ?? 'operation', ...more })) {
          now.set(key, value);
        }
        return now;
      },
      { replace: true },
    );
  };
  const ended = source.split('\n').slice(0, line + 1).join('\n');
  const id = operationAt(placeAt(ended, ended.length).path);
  const operation = vocabulary.document?.operations.find((o) => o.id === id);
  return (
    <section aria-label={t('beside')} className="studio-panel">
      <Tabs value={tab} onChange={(name) => open(name)} keepMounted={false}>
        <Tabs.List aria-label={t('beside')}>
          {there.map((name) => (
            <Tabs.Tab key={name} value={name}>
              {t(`tab_${name}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="operation" pt="md">
          <OperationPanel operation={operation} document={vocabulary.document} />
        </Tabs.Panel>
        <Tabs.Panel value="try" pt="md">
          <TryPanel
            api={apiOf(source)}
            scenario={scenarioOf(source)}
            document={vocabulary.document}
            operation={operation}
            source={source}
            line={line}
            saved={overlay !== undefined}
            unsaved={unsaved}
            onGo={onGo}
          />
        </Tabs.Panel>
        <Tabs.Panel value="tests" pt="md">
          <TestsPanel source={source} document={vocabulary.document} tests={tests} onEdit={onEdit} onCovered={onCovered} onGo={onGo} />
        </Tabs.Panel>
        <Tabs.Panel value="tables" pt="md">
          <TablesPanel source={source} onEdit={onEdit} />
        </Tabs.Panel>
        {overlay && (
          <>
            <Tabs.Panel value="coverage" pt="md">
              <CoveragePanel overlay={overlay} unsaved={unsaved} onCovered={onCovered} onGo={onGo} />
            </Tabs.Panel>
            <Tabs.Panel value="changes" pt="md">
              <Suspense fallback={<Loading />}>
                <ChangesPanel overlay={overlay} source={source} unsaved={unsaved} />
              </Suspense>
            </Tabs.Panel>
            <Tabs.Panel value="history" pt="md">
              <HistoryPanel overlay={overlay} unsaved={unsaved} onRolledBack={onRolledBack} onCompare={(version) => open('changes', { with: String(version) })} />
            </Tabs.Panel>
          </>
        )}
      </Tabs>
    </section>
  );
}
