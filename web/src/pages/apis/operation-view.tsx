import { Anchor, Button, Code, Group, Select, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import type { ApiDocument, Example, Operation, OperationAnswer, Parameter } from '@/api/openapi';
import { choicesOf, limitsOf, typeName } from '@/api/schema';
import { CopyAction, CopyCode } from '@/parts/copy-field';
import { DataTable } from '@/parts/data-table';
import { MarkdownText } from '@/parts/markdown';
import { Section } from '@/parts/section';
import { State } from '@/parts/state';
import { CodeSamples } from './code-samples';
import { codesOf } from './codes';
import { pageOf, useErrors } from './data';
import { Method } from './method';
import { SchemaView } from './schema-view';
import { useTexts } from './texts';

interface Props {
  api: string;
  operation: Operation;
  document: ApiDocument;
  /** Whether the bank calls it at the application. */
  called: boolean;
}

/** One operation in full, as the document describes it. */
export function OperationView({ api, operation: o, document, called }: Props) {
  const t = useTexts();
  const { root } = document;
  const address = `${document.basePath}${o.path}`;
  return (
    <Stack gap="lg">
      <Section
        title={o.summary || o.id}
        actions={
          !called && (
            <Button component={Link} to={pageOf(api, 'console', { operation: o.id })}>
              {t('tryIt')}
            </Button>
          )
        }
      >
        <Stack gap="sm">
          <Group gap="xs" wrap="nowrap">
            <Method method={o.method} />
            <span className="path">{called ? o.path : address}</span>
            {!called && <CopyAction value={address} what={t('path')} />}
          </Group>
          <Group gap="xs">
            <Text size="sm" c="dimmed">
              {t('operationId')}
            </Text>
            <Code>{o.id}</Code>
            {o.deprecated && <State tone="bad">{t('deprecated')}</State>}
          </Group>
          {o.description !== '' && <MarkdownText text={o.description} />}
        </Stack>
      </Section>
      {o.security.length > 0 && <Credentials operation={o} document={document} />}
      {o.parameters.length > 0 && <Parameters parameters={o.parameters} document={document} />}
      {o.body && (
        <Section title={t('requestBody')} text="application/json">
          <Stack gap="md">
            <SchemaView root={root} schema={o.body.schema} />
            <Examples examples={o.body.examples} of={t('ofRequest')} />
          </Stack>
        </Section>
      )}
      <Section title={t('answers')}>
        <div className="answers">
          {o.answers.map((answer) => (
            <Answer key={answer.status} answer={answer} document={document} />
          ))}
        </div>
      </Section>
      <Codes api={api} operation={o} />
      {!called && (
        <Section title={t('samples')} text={t('samplesText')}>
          <CodeSamples operation={o} document={document} />
        </Section>
      )}
    </Stack>
  );
}

function Credentials({ operation, document }: { operation: Operation; document: ApiDocument }) {
  const t = useTexts();
  return (
    <Section title={t('credentials')}>
      <DataTable
        caption={t('credentials')}
        rows={operation.security}
        rowKey={(name) => name}
        empty={null}
        columns={[
          { label: t('credential'), cell: (name) => <Code>{document.securitySchemes[name]?.name || 'Authorization'}</Code> },
          { label: t('meaning'), cell: (name) => <MarkdownText text={document.securitySchemes[name]?.description ?? name} /> },
        ]}
      />
    </Section>
  );
}

function Parameters({ parameters, document: { root } }: { parameters: Parameter[]; document: ApiDocument }) {
  const t = useTexts();
  return (
    <Section title={t('parameters')}>
      <DataTable
        caption={t('parameters')}
        rows={parameters}
        rowKey={(p) => `${p.in} ${p.name}`}
        empty={null}
        columns={[
          {
            label: t('name'),
            cell: (p) => (
              <Group gap={6}>
                <Code fw={600}>{p.name}</Code>
                {p.required && <State tone="wait">{t('required')}</State>}
              </Group>
            ),
          },
          { label: t('in'), cell: (p) => t(`in_${p.in as 'path' | 'query' | 'header' | 'cookie'}`) },
          {
            label: t('type'),
            cell: (p) => (
              <Text size="sm" component="span" className="breakable">
                {typeName(root, p.schema)}
                {limitsOf(root, p.schema).map(({ kind, value }) => (
                  <Text key={kind} size="xs" c="dimmed" component="span" display="block">
                    {t(`limit_${kind}`)} {value}
                  </Text>
                ))}
                {choicesOf(root, p.schema).map((c) => (
                  <Code key={c} fz="xs" mr={4}>
                    {c}
                  </Code>
                ))}
              </Text>
            ),
          },
          { label: t('meaning'), cell: (p) => <MarkdownText text={p.description} /> },
          { label: t('example'), cell: (p) => (p.example === '' ? '–' : <Code className="breakable">{p.example}</Code>) },
        ]}
      />
    </Section>
  );
}

function Answer({ answer, document }: { answer: OperationAnswer; document: ApiDocument }) {
  const t = useTexts();
  const good = answer.status.startsWith('2');
  return (
    <details open={good}>
      <summary>
        <State tone={good ? 'good' : 'off'}>{answer.status}</State> {answer.description.split('\n')[0]?.replaceAll('`', '')}
      </summary>
      <Stack gap="sm" py="sm">
        {answer.mediaTypes.length > 0 && (
          <Text size="sm" c="dimmed">
            {answer.mediaTypes.join(', ')}
          </Text>
        )}
        {answer.schema !== undefined && <SchemaView root={document.root} schema={answer.schema} />}
        <Examples examples={answer.examples} of={answer.status} />
        {answer.headers.length > 0 && (
          <DataTable
            caption={t('headersOf', { status: answer.status })}
            rows={answer.headers}
            rowKey={(h) => h.name}
            empty={null}
            columns={[
              { label: t('header'), cell: (h) => <Code>{h.name}</Code> },
              { label: t('meaning'), cell: (h) => <MarkdownText text={h.description} /> },
            ]}
          />
        )}
      </Stack>
    </details>
  );
}

/** Examples, one at a time. */
function Examples({ examples, of }: { examples: Example[]; of: string }) {
  const t = useTexts();
  const [chosen, setChosen] = useState<string>();
  const [name, value] = examples.find(([own]) => own === chosen) ?? examples[0] ?? [];
  if (name === undefined || value === undefined) {
    return null;
  }
  return (
    <div className="bounded">
      {examples.length > 1 ? (
        <Select
          label={t('example')}
          aria-label={`${of}: ${t('example')}`}
          data={examples.map(([own]) => own)}
          value={name}
          onChange={(own) => setChosen(own ?? undefined)}
          allowDeselect={false}
          size="xs"
          maw="20rem"
          mb={6}
        />
      ) : (
        <Text size="sm" c="dimmed" mb={4}>
          {t('exampleNamed', { name })}
        </Text>
      )}
      <CopyCode code={JSON.stringify(value, null, 2)} what={`${of}: ${t('exampleNamed', { name })}`} />
    </div>
  );
}

/** The codes of problems that are special to the operation. */
function Codes({ api, operation }: { api: string; operation: Operation }) {
  const t = useTexts();
  const { data: errors } = useErrors(api);
  const codes = codesOf(operation, errors ?? []);
  return codes.length === 0 ? null : (
    <Section title={t('codes')} text={t('codesText')}>
      <Group gap="sm" component="ul" className="plain-list">
        {codes.map((code) => (
          <li key={code}>
            <Anchor component={Link} to={pageOf(api, 'errors', { text: code })} ff="monospace" size="sm">
              {code}
            </Anchor>
          </li>
        ))}
      </Group>
    </Section>
  );
}
