import { Paper, Select, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { Link, NavLink, useNavigate, useParams } from 'react-router';
import type { ApiDocument, Operation } from '@/api/openapi';
import { Empty } from '@/parts/empty';
import { QueryView } from '@/parts/query-view';
import { Section } from '@/parts/section';
import { useApiDocument } from '@/parts/use-api-document';
import { pageOf, useOpened } from './data';
import { Method } from './method';
import { OperationView } from './operation-view';
import { useTexts } from './texts';

interface Group {
  name: string;
  description: string;
  operations: Operation[];
}

/** The operations by their first tag, in the document's order; those without one, and what the bank calls, stand last. */
function grouped({ tags, operations, webhooks }: ApiDocument, others: string, called: string): Group[] {
  const named = tags.map((tag) => ({ ...tag, operations: operations.filter((o) => o.tags[0] === tag.name) }));
  const rest = operations.filter((o) => !tags.some((tag) => tag.name === o.tags[0]));
  return [...named, { name: others, description: '', operations: rest }, { name: called, description: '', operations: webhooks }].filter(
    (group) => group.operations.length > 0,
  );
}

/** The reference of an API: its operations, and one of them at a time in full. */
export function Component() {
  const t = useTexts();
  const { api } = useOpened();
  const { operation } = useParams();
  const query = useApiDocument(api.api);
  return (
    <QueryView query={query} loading={t('loadingDocument')}>
      {(document) => {
        const groups = grouped(document, t('otherOperations'), t('callbacks'));
        const all = groups.flatMap((group) => group.operations);
        const shown = all.find((o) => o.id === operation);
        return (
          <div className="reference">
            <Navigation api={api.api} groups={groups} shown={shown} />
            {shown ? (
              <OperationView key={shown.id} api={api.api} operation={shown} document={document} called={document.webhooks.includes(shown)} />
            ) : (
              <Stack gap="lg">
                {operation !== undefined && <Empty title={t('noSuchOperation')} text={t('noSuchOperationText')} />}
                <Index api={api.api} groups={groups} basePath={document.basePath} />
              </Stack>
            )}
          </div>
        );
      }}
    </QueryView>
  );
}

function Navigation({ api, groups, shown }: { api: string; groups: Group[]; shown: Operation | undefined }) {
  const t = useTexts();
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const id = useId();
  const wanted = text.trim().toLowerCase();
  const fits = (o: Operation) => `${o.id} ${o.summary} ${o.method} ${o.path}`.toLowerCase().includes(wanted);
  return (
    <>
      <Select
        hiddenFrom="md"
        label={t('operation')}
        placeholder={t('chooseOperation')}
        data={groups.map((group) => ({ group: group.name, items: group.operations.map((o) => ({ value: o.id, label: o.summary || o.id })) }))}
        value={shown?.id ?? null}
        onChange={(chosen) => void navigate(pageOf(api, chosen === null ? 'reference' : `reference/${chosen}`))}
        searchable
        clearable
      />
      <Paper p="sm" className="reference-nav" visibleFrom="md" component="nav" aria-label={t('operations')}>
        <TextInput
          size="xs"
          mb="sm"
          aria-label={t('findOperation')}
          placeholder={t('findOperation')}
          leftSection={<IconSearch size={14} aria-hidden />}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        {groups.map((group, i) => {
          const found = group.operations.filter(fits);
          return found.length === 0 ? null : (
            <div key={group.name}>
              <Text size="xs" fw={600} c="dimmed" px={8} mb={2} id={`${id}-${i}`}>
                {group.name}
              </Text>
              <ul className="plain-list" aria-labelledby={`${id}-${i}`}>
                {found.map((o) => (
                  <li key={o.id}>
                    <NavLink to={pageOf(api, `reference/${o.id}`)}>{o.summary || o.id}</NavLink>
                  </li>
                ))}
              </ul>
            </div>
          );
        })}
        {!groups.some((group) => group.operations.some(fits)) && (
          <Text size="sm" c="dimmed" role="status">
            {t('noneFound')}
          </Text>
        )}
      </Paper>
    </>
  );
}

/** All operations, by tag. */
function Index({ api, groups, basePath }: { api: string; groups: Group[]; basePath: string }) {
  const t = useTexts();
  return (
    <Section title={t('operations')} text={t('basePath', { path: basePath })}>
      <Stack gap="lg">
        {groups.map((group) => (
          <div key={group.name}>
            <Title order={3}>{group.name}</Title>
            {group.description !== '' && (
              <Text size="sm" c="dimmed" mb={6}>
                {group.description}
              </Text>
            )}
            <ul className="plain-list operations">
              {group.operations.map((o) => (
                <li key={o.id}>
                  <Link to={pageOf(api, `reference/${o.id}`)}>
                    <Method method={o.method} />
                    <span className="path">{o.path}</span>
                    <span>{o.summary}</span>
                  </Link>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </Stack>
    </Section>
  );
}
