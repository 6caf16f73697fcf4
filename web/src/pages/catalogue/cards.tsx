import './catalogue.css';
import { Anchor, Group, Paper, Text, Title } from '@mantine/core';
import { useId, type ReactNode } from 'react';
import { Link } from 'react-router';
import type { PortalSchemas } from '@/api/clients';
import { State } from '@/parts/state';
import { useTexts } from './texts';

export type Api = PortalSchemas['CatalogueApi'];

interface Props {
  title: string;
  text?: string | undefined;
  /** The number of cards and the like. */
  note?: ReactNode;
  children: ReactNode;
}

/** Cards under a title. */
export function Cards({ title, text, note, children }: Props) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="shelf">
      <div>
        <Title order={2} id={id} className="breakable">
          {title}
        </Title>
        {text !== undefined && (
          <Text size="sm" c="dimmed" className="prose">
            {text}
          </Text>
        )}
        {note !== undefined && (
          <Text size="sm" c="dimmed" role="status">
            {note}
          </Text>
        )}
      </div>
      <ul className="api-cards">{children}</ul>
    </section>
  );
}

/** Something of the catalogue, which is opened by its card. */
export function Card({ to, title, text, children }: { to: string; title: string; text: string | undefined; children?: ReactNode }) {
  return (
    <li>
      <Paper p="md" className="api-card">
        <Title order={3} className="breakable">
          <Anchor component={Link} to={to} inherit underline="never" className="api-card-link">
            {title}
          </Anchor>
        </Title>
        <Text size="sm" className="api-card-text prose" lineClamp={4}>
          {text}
        </Text>
        {children}
      </Paper>
    </li>
  );
}

/** The card of an API. */
export function ApiCard({ api, category }: { api: Api; category?: string | undefined }) {
  const t = useTexts();
  return (
    <Card to={`/apis/${encodeURIComponent(api.api)}`} title={api.title} text={api.summary}>
      <Group justify="space-between" gap="xs">
        <Text size="xs" c="dimmed" className="breakable">
          {category ?? api.api}
        </Text>
        <Group gap={4}>
          {api.featured && <State tone="good">{t('featured')}</State>}
          {!api.test && <State tone="off">{t('onRequest')}</State>}
        </Group>
      </Group>
    </Card>
  );
}
