import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { ifMatch, idempotencyKey, portal } from '@/api/clients';
import { answered } from '@/api/problem';
import { ConfirmDialog } from '@/parts/confirm-dialog';
import { Time } from '@/parts/figures';
import { QueryView } from '@/parts/query-view';
import { State } from '@/parts/state';
import { useVersions, type Overlay } from './data';
import { useTexts } from './texts';

interface Props {
  overlay: Overlay;
  unsaved: boolean;
  onRolledBack: (now: Overlay) => void;
  onCompare: (version: number) => void;
}

/** The versions of the file: who saved them, when and what for, and the way back to one. */
export function HistoryPanel({ overlay, unsaved, onRolledBack, onCompare }: Props) {
  const t = useTexts();
  const versions = useVersions(overlay.id);
  const [back, setBack] = useState<{ version: number; key: string }>();
  const rollBack = async (comment: string) => {
    if (!back) {
      return;
    }
    const now = await answered(
      portal.POST('/overlays/{overlay}/rollback', {
        params: { path: { overlay: overlay.id }, header: { 'If-Match': ifMatch(overlay.version), 'Idempotency-Key': back.key } },
        body: { version: back.version, ...(comment !== '' && { comment }) },
      }),
    );
    onRolledBack(now);
  };
  return (
    <QueryView query={versions} loading={t('loadingVersions')}>
      {(listed) => (
        <>
          <ol className="plain-list studio-rules" aria-label={t('tab_history')}>
            {listed.map((v) => (
              <li key={v.version}>
                <Stack gap={4}>
                  <Group gap="xs">
                    <Text fw={600}>{t('version', { version: v.version })}</Text>
                    {v.version === overlay.publication?.version && <State tone="good">{t('published')}</State>}
                    {v.rollbackTo !== undefined && <State tone="off">{t('rolledBack', { version: v.rollbackTo })}</State>}
                  </Group>
                  <Text size="sm" c="dimmed" className="breakable">
                    {v.author.name} · <Time value={v.savedAt} />
                    {v.comment !== undefined && v.comment !== '' && ` · ${v.comment}`}
                  </Text>
                  <Group gap="xs">
                    <Button size="compact-sm" variant="default" onClick={() => onCompare(v.version)} aria-label={t('compareVersion', { version: v.version })}>
                      {t('compare')}
                    </Button>
                    {v.version !== overlay.version && (
                      <Button
                        size="compact-sm"
                        variant="default"
                        onClick={() => setBack({ version: v.version, key: idempotencyKey() })}
                        aria-label={t('goBackTo', { version: v.version })}
                      >
                        {t('goBack')}
                      </Button>
                    )}
                  </Group>
                </Stack>
              </li>
            ))}
          </ol>
          <ConfirmDialog
            opened={back !== undefined}
            onClose={() => setBack(undefined)}
            title={t('goBackTo', { version: back?.version ?? 0 })}
            text={t(unsaved ? 'goBackUnsaved' : 'goBackText')}
            action={t('goBack')}
            reason="optional"
            onConfirm={rollBack}
          />
        </>
      )}
    </QueryView>
  );
}
