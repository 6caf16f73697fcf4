import { Anchor, Button, Code, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { sandboxOf, type SandboxSchemas } from '@/api/clients';
import { answered } from '@/api/problem';
import { DataTable } from '@/parts/data-table';
import { Empty } from '@/parts/empty';
import { useFilters } from '@/parts/filters';
import { SearchField } from '@/parts/listing';
import { QueryView } from '@/parts/query-view';
import { Section } from '@/parts/section';
import { State } from '@/parts/state';
import { pageOf, useOpened, type Application } from './data';
import { RuleAnswerView } from './rule-answer';
import { TableContentView } from './table-content';
import { useTexts } from './texts';
import { WithApplication } from './with-application';

type Values = SandboxSchemas['MagicValueList'];
type Operation = Values['operations'][number];

/** The values that mean something in a sandbox, and the people and things that it knows. */
export function Component() {
  return <WithApplication>{(application) => <Sandbox key={application.id} application={application} />}</WithApplication>;
}

function Sandbox({ application }: { application: Application }) {
  const t = useTexts();
  const { api } = useOpened();
  const personas = useQuery({
    queryKey: ['sandbox', application.id, 'personas', api.api],
    queryFn: () => answered(sandboxOf(application.id).GET('/personas', { params: { query: { api: api.api } } })),
  });
  const values = useQuery({
    queryKey: ['sandbox', application.id, 'magic values', api.api],
    queryFn: () => answered(sandboxOf(application.id).GET('/magic-values', { params: { query: { api: api.api } } })),
  });
  const others = values.data?.tables.filter((table) => !personas.data?.tables.some((p) => p.name === table.name)) ?? [];
  return (
    <Stack gap="lg">
      <QueryView query={values} loading={t('loadingValues')}>
        {(listed) => <Listed values={listed} api={api.api} application={application.id} />}
      </QueryView>
      <Section title={t('personas')} text={t('personasText')}>
        <QueryView query={personas} loading={t('loadingPersonas')}>
          {({ tables }) => (
            <Stack gap="lg">
              {tables.length === 0 && <Empty title={t('noPersonas')} />}
              {tables.map((table) => (
                <TableContentView key={table.name} table={table} application={application.id} />
              ))}
            </Stack>
          )}
        </QueryView>
      </Section>
      {others.length > 0 && (
        <Section title={t('tables')} text={t('tablesText')}>
          <Stack gap="lg">
            {others.map((table) => (
              <TableContentView key={table.name} table={table} application={application.id} />
            ))}
          </Stack>
        </Section>
      )}
    </Stack>
  );
}

/** Whether an operation, or what a rule of it looks for, has a text. */
function has(operation: Operation, text: string): boolean {
  return text === '' || JSON.stringify(operation).toLowerCase().includes(text.toLowerCase());
}

interface ListedProps {
  values: Values;
  api: string;
  application: string;
}

function Listed({ values, api, application }: ListedProps) {
  const t = useTexts();
  const [{ text }, setFilters] = useFilters(['text']);
  const found = values.operations.filter((o) => has(o, text) && o.values.length + o.lookups.length > 0);
  return (
    <>
      <Section title={t('magicValues')} text={t('magicValuesText')}>
        <SearchField label={t('search')} value={text} onChange={(typed) => setFilters({ text: typed })} />
      </Section>
      {found.length === 0 && <Empty title={t('noValues')} text={text === '' ? t('noValuesText') : t('noValuesFoundText')} />}
      {found.map((o) => (
        <Section
          key={o.operation}
          title={o.summary ?? o.operation}
          text={`${o.method} ${o.path}`}
          actions={
            <Button
              component={Link}
              variant="default"
              size="compact-md"
              to={pageOf(api, 'console', { operation: o.operation, application })}
              aria-label={t('tryOperation', { operation: o.summary ?? o.operation })}
            >
              {t('tryIt')}
            </Button>
          }
        >
          <OperationValues operation={o} application={application} />
        </Section>
      ))}
    </>
  );
}

function OperationValues({ operation: o, application }: { operation: Operation; application: string }) {
  const t = useTexts();
  const scenario = ({ scenario: name, active }: { scenario: string; active: boolean }) => (
    <>
      {name} {!active && <State tone="off">{t('notSelected')}</State>}
    </>
  );
  return (
    <Stack gap="md">
      {o.values.length > 0 && (
        <DataTable
          caption={t('magicValues')}
          rows={o.values}
          rowKey={(v) => `${v.scenario} ${v.rule} ${JSON.stringify(v.terms)}`}
          empty={null}
          columns={[
            {
              label: t('send'),
              cell: (v) => (
                <>
                  {v.terms.map((term) => (
                    <Text key={term.place} size="sm" fw={400} className="breakable">
                      <Code>{term.place}</Code> {t(`relation_${term.relation}`)}{' '}
                      {term.values.map((value) => (
                        <Code key={JSON.stringify(value)} mr={4}>
                          {typeof value === 'string' ? value : JSON.stringify(value)}
                        </Code>
                      ))}
                    </Text>
                  ))}
                  {v.otherwise.map((more) => (
                    <Text key={more} size="xs" fw={400} c="dimmed" className="breakable">
                      {more}
                    </Text>
                  ))}
                </>
              ),
            },
            { label: t('youGet'), cell: (v) => <RuleAnswerView answer={v.answer} /> },
            { label: t('rule'), cell: (v) => v.rule },
            { label: t('scenario'), cell: scenario },
          ]}
        />
      )}
      {o.lookups.length > 0 && (
        <DataTable
          caption={t('lookups')}
          rows={o.lookups}
          rowKey={(l) => `${l.scenario} ${l.rule} ${l.table}`}
          empty={null}
          columns={[
            {
              label: t('lookedUp'),
              cell: (l) => (
                <Text size="sm" fw={400} component="span" className="breakable">
                  {l.terms.map((term) => (
                    <span key={term.column}>
                      <Code>{term.place}</Code> {t('inColumn')} <Code>{term.column}</Code>{' '}
                    </span>
                  ))}
                </Text>
              ),
            },
            {
              label: t('table'),
              cell: (l) => (
                <Anchor component={Link} inherit to={`/applications/${application}/sandbox?table=${encodeURIComponent(`${o.api}/${l.table}`)}`}>
                  {l.table}
                </Anchor>
              ),
            },
            { label: t('youGet'), cell: (l) => <RuleAnswerView answer={l.answer} /> },
            { label: t('rule'), cell: (l) => l.rule },
            { label: t('scenario'), cell: scenario },
          ]}
        />
      )}
    </Stack>
  );
}
