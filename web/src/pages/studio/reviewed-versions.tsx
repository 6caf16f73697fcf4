import { Group, Select, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { portal } from '@/api/clients';
import { answered } from '@/api/problem';
import { Time } from '@/parts/figures';
import { QueryView } from '@/parts/query-view';
import { State } from '@/parts/state';
import type { Overlay } from './data';
import { useTexts } from './texts';

/** For the bank's staff: the versions of a file, and what the latest changes since the published one. */
export function ReviewedVersions({ overlay }: { overlay: Overlay }) {
  const t = useTexts();
  const query = useQuery({
    queryKey: ['bank overlays', 'versions', overlay.id, overlay.version],
    queryFn: async () =>
      (await answered(portal.GET('/bank/overlays/{overlay}/versions', { params: { path: { overlay: overlay.id }, query: { limit: 200 } } }))).versions,
  });
  const published = overlay.publication?.version;
  return (
    <QueryView query={query} loading={t('loadingVersions')}>
      {(versions) => (
        <Stack gap="lg">
          <section aria-labelledby="versions">
            <Title order={2} id="versions" mb="xs">
              {t('versions')}
            </Title>
            <ol className="plain-list studio-rules">
              {versions.map((v) => (
                <li key={v.version}>
                  <Group gap="xs">
                    <Text fw={600}>{t('version', { version: v.version })}</Text>
                    {v.version === published && <State tone="good">{t('published')}</State>}
                    {v.rollbackTo !== undefined && <State tone="off">{t('rolledBack', { version: v.rollbackTo })}</State>}
                    <Text size="sm" c="dimmed" className="breakable">
                      {v.author.name} · <Time value={v.savedAt} />
                      {v.comment !== undefined && v.comment !== '' && ` · ${v.comment}`}
                    </Text>
                  </Group>
                </li>
              ))}
            </ol>
          </section>
          {versions.length > 1 && <Since overlay={overlay} from={published ?? overlay.version - 1} numbers={versions.map((v) => v.version)} />}
        </Stack>
      )}
    </QueryView>
  );
}

/** What the latest version changes since an older one, which is the published one at first. */
function Since({ overlay, from: first, numbers }: { overlay: Overlay; from: number; numbers: number[] }) {
  const t = useTexts();
  const [chosen, setChosen] = useState<number>();
  const from = chosen ?? (first === overlay.version ? overlay.version - 1 : first);
  const query = useQuery({
    queryKey: ['bank overlays', 'diff', overlay.id, from, overlay.version],
    queryFn: () =>
      answered(portal.GET('/bank/overlays/{overlay}/diff', { params: { path: { overlay: overlay.id }, query: { from, to: overlay.version } } })),
  });
  const label = (version: number) => t(version === overlay.publication?.version ? 'versionPublished' : 'version', { version });
  return (
    <section aria-labelledby="since">
      <Title order={2} id="since" mb="xs">
        {t('changesSince', { version: from })}
      </Title>
      <Stack gap="sm">
        <Select
          label={t('compareWith')}
          data={numbers.filter((n) => n !== overlay.version).map((n) => ({ value: String(n), label: label(n) }))}
          value={String(from)}
          allowDeselect={false}
          maw="24rem"
          onChange={(version) => version !== null && setChosen(Number(version))}
        />
        <QueryView query={query} loading={t('loadingVersion')}>
          {({ diff }) => (diff === '' ? <Text size="sm">{t('noChanges')}</Text> : <Unified text={diff} />)}
        </QueryView>
      </Stack>
    </section>
  );
}

const classes: Record<string, string> = { '+': 'studio-added', '-': 'studio-removed', '@': 'studio-hunk' };

/** A difference in unified format. */
function Unified({ text }: { text: string }) {
  const lines = text.trimEnd().split('\n').slice(2); // the first two name the versions
  return (
    <pre className="studio-plain">
      {lines.map((line, i) => (
        <span key={i} className={classes[line.charAt(0)]}>
          {line}
          {'\n'}
        </span>
      ))}
    </pre>
  );
}
