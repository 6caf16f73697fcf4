import { Code, Group, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { Json, JsonObject } from '@/api/documents';
import { choicesOf, exampleIn, isDeep, limitsOf, shapeOf, typeName } from '@/api/schema';
import { MarkdownText } from '@/parts/markdown';
import { State } from '@/parts/state';
import { useTexts } from './texts';

interface Props {
  root: JsonObject;
  schema: Json | undefined;
}

/** What a body or an answer is made of; what is deeper is opened by whoever wants to see it. */
export function SchemaView({ root, schema }: Props) {
  const { members, others, items, variants } = shapeOf(root, schema);
  const t = useTexts();
  if (!isDeep(root, schema)) {
    return <Described root={root} schema={schema} />;
  }
  return (
    <>
      {members.length > 0 && (
        <ul className="schema">
          {members.map((m) => (
            <li key={m.name}>
              <Group gap={8} align="baseline">
                <Code fw={600}>{m.name}</Code>
                <Text size="xs" c="dimmed" component="span">
                  {typeName(root, m.schema)}
                </Text>
                {m.required && <State tone="wait">{t('required')}</State>}
                {m.schema['deprecated'] === true && <State tone="bad">{t('deprecated')}</State>}
              </Group>
              <Described root={root} schema={m.schema} />
              {isDeep(root, m.schema) && (
                <Opened label={t('membersOf', { name: m.name })}>
                  <SchemaView root={root} schema={m.schema} />
                </Opened>
              )}
            </li>
          ))}
        </ul>
      )}
      {items !== undefined && (
        <div className="schema-inner">
          <Text size="sm" c="dimmed">
            {t('eachItem', { type: typeName(root, items) })}
          </Text>
          <SchemaView root={root} schema={items} />
        </div>
      )}
      {others !== undefined && (
        <div className="schema-inner">
          <Text size="sm" c="dimmed">
            {t('otherMembers', { type: typeName(root, others) })}
          </Text>
          <SchemaView root={root} schema={others} />
        </div>
      )}
      {variants.length > 0 && (
        <div className="schema">
          <Text size="sm" c="dimmed" mt={4}>
            {t('oneOf')}
          </Text>
          {variants.map((v, i) => (
            <Opened key={`${v.name} ${i}`} label={v.name === '' ? typeName(root, v.schema) : v.name}>
              <SchemaView root={root} schema={v.schema} />
            </Opened>
          ))}
        </div>
      )}
    </>
  );
}

/** What is made when it is opened first: a schema may contain itself. */
function Opened({ label, children }: { label: string; children: ReactNode }) {
  const [opened, setOpened] = useState(false);
  return (
    <details onToggle={(event) => setOpened(event.currentTarget.open)}>
      <summary>{label}</summary>
      {opened && <div className="schema-inner">{children}</div>}
    </details>
  );
}

/** What a value means, and what it must keep to. */
function Described({ root, schema }: Props) {
  const t = useTexts();
  const choices = choicesOf(root, schema);
  const example = exampleIn(root, schema);
  const description = typeof schema === 'object' && schema !== null && !Array.isArray(schema) ? schema['description'] : undefined;
  const limits = limitsOf(root, schema);
  return (
    <>
      {typeof description === 'string' && <MarkdownText text={description} />}
      {(limits.length > 0 || choices.length > 0 || example !== undefined) && (
        <Text size="xs" c="dimmed" component="div" className="breakable">
          {limits.map(({ kind, value }) => (
            <span key={kind}>
              {t(`limit_${kind}`)} {value !== '' && <Code fz="xs">{value}</Code>}{' '}
            </span>
          ))}
          {choices.length > 0 && (
            <span>
              {t('choices')}{' '}
              {choices.map((c) => (
                <Code key={c} fz="xs" mr={4}>
                  {c}
                </Code>
              ))}
            </span>
          )}
          {example !== undefined && (
            <span>
              {t('forExample')} <Code fz="xs">{example}</Code>
            </span>
          )}
        </Text>
      )}
    </>
  );
}
