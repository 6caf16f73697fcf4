import { Code, Stack, Text, Title } from '@mantine/core';
import type { Json, JsonObject } from '@/api/documents';
import { State } from '@/parts/state';
import { membersOf, typeOf, type ApiDocument, type Operation } from '@/api/openapi';
import { useTexts } from './texts';

/** The operation of the rule at the cursor, as the document describes it. */
export function OperationPanel({ operation, document }: { operation: Operation | undefined; document: ApiDocument | undefined }) {
  const t = useTexts();
  if (!operation || !document) {
    return (
      <Text size="sm" c="dimmed">
        {t('noOperation')}
      </Text>
    );
  }
  const { root, basePath } = document;
  return (
    <Stack gap="md">
      <div>
        <Title order={2} className="breakable">
          {operation.id}
        </Title>
        <Text ff="monospace" size="sm" className="breakable">
          {operation.method} {basePath}
          {operation.path}
        </Text>
        <Text size="sm" mt={4}>
          {operation.summary}
        </Text>
        {operation.description !== '' && (
          <Text size="sm" c="dimmed" className="prose" mt={4}>
            {operation.description.replace(/([^\n])\n(?=\S)/g, '$1 ')}
          </Text>
        )}
      </div>
      {operation.parameters.length > 0 && (
        <div>
          <Title order={3}>{t('parameters')}</Title>
          <ul className="plain-list studio-outline">
            {operation.parameters.map((p) => (
              <li key={`${p.in} ${p.name}`}>
                <Named name={p.name} required={p.required} type={`${p.in} · ${typeOf(root, p.schema)}`} />
              </li>
            ))}
          </ul>
        </div>
      )}
      {operation.body && (
        <div>
          <Title order={3}>{t('body')}</Title>
          <Outline root={root} schema={operation.body.schema} />
        </div>
      )}
      <div>
        <Title order={3} mb={4}>
          {t('answers')}
        </Title>
        <Stack gap="xs">
          {operation.answers.map((a) => (
            <details key={a.status} open={a.status.startsWith('2')}>
              <summary>
                <State tone={a.status.startsWith('2') ? 'good' : 'off'}>{a.status}</State>{' '}
                <Text component="span" size="sm">
                  {a.description}
                </Text>
              </summary>
              {a.schema !== undefined && <Outline root={root} schema={a.schema} />}
            </details>
          ))}
        </Stack>
      </div>
    </Stack>
  );
}

function Named({ name, required, type }: { name: string; required: boolean; type: string }) {
  const t = useTexts();
  return (
    <Text size="sm" className="breakable" component="span">
      <Code>{name}</Code>
      {required && (
        <Text component="span" size="xs" fw={600}>
          {' '}
          {t('needed')}
        </Text>
      )}{' '}
      <Text component="span" size="xs" c="dimmed">
        {type}
      </Text>
    </Text>
  );
}

const deepest = 4;

/** The members of a schema, with theirs below. */
function Outline({ root, schema, depth = 0 }: { root: JsonObject; schema: Json; depth?: number }) {
  const members = membersOf(root, schema);
  if (members.length === 0) {
    return depth === 0 ? <Text size="sm">{typeOf(root, schema)}</Text> : null;
  }
  return (
    <ul className="plain-list studio-outline">
      {members.map((m) => (
        <li key={m.name}>
          <Named name={m.name} required={m.required} type={typeOf(root, m.schema)} />
          {depth < deepest && <Outline root={root} schema={m.schema} depth={depth + 1} />}
        </li>
      ))}
    </ul>
  );
}
