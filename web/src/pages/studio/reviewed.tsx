import { Button, Code, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useParams } from 'react-router';
import { idempotencyKey, portal } from '@/api/clients';
import { answered } from '@/api/problem';
import { ConfirmDialog } from '@/parts/confirm-dialog';
import { Time } from '@/parts/figures';
import { Loading } from '@/parts/loading';
import { PageHeader } from '@/parts/page-header';
import { ProblemAlert } from '@/parts/problem-alert';
import { QueryView } from '@/parts/query-view';
import { State } from '@/parts/state';
import type { Overlay } from './data';
import { download } from './download';
import { Findings } from './findings';
import { ReviewedVersions } from './reviewed-versions';
import { findingsOf, type Finding } from './use-check';
import { useTexts } from './texts';
import './studio.css';

const Editor = lazy(() => import('./editor'));

/** For the bank's staff: a file of an organisation, to publish for everybody, to withdraw, and to download. */
export function Component() {
  const t = useTexts();
  const cache = useQueryClient();
  const { overlay: id = '' } = useParams();
  const [asking, setAsking] = useState<{ what: 'publish' | 'withdraw'; key: string }>();
  const [found, setFound] = useState<Finding[]>();
  const query = useQuery({
    queryKey: ['bank overlays', 'one', id],
    queryFn: () => answered(portal.GET('/bank/overlays/{overlay}', { params: { path: { overlay: id } } })),
  });
  const file = useMutation({
    mutationFn: () => answered(portal.GET('/bank/overlays/{overlay}/file', { params: { path: { overlay: id } }, parseAs: 'text' })),
    onSuccess: (text) => download(`${query.data?.name ?? 'scenario'}.yaml`, text),
  });
  const decide = async (reason: string) => {
    const header = { 'Idempotency-Key': asking?.key ?? '' };
    const params = { path: { overlay: id }, header };
    setFound(undefined);
    try {
      await answered(
        asking?.what === 'withdraw'
          ? portal.POST('/bank/overlays/{overlay}/withdraw', { params, body: { reason } })
          : portal.POST('/bank/overlays/{overlay}/publish', { params, body: { version: query.data?.version ?? 1, reason } }),
      );
    } catch (error) {
      setFound(findingsOf(error));
      setAsking((now) => now && { ...now, key: idempotencyKey() });
      throw error;
    }
    await cache.invalidateQueries({ queryKey: ['bank overlays'] });
  };
  const { data } = query;
  const ask = (what: 'publish' | 'withdraw') => setAsking({ what, key: idempotencyKey() });
  return (
    <>
      <PageHeader
        title={data?.title ?? data?.name ?? t('file')}
        text={data && <Code>{`${data.api}/${data.name}.yaml`}</Code>}
        back={{ to: '/bank/scenarios', label: t('bankTitle') }}
        actions={
          data && (
            <>
              <Button variant="default" loading={file.isPending} onClick={() => file.mutate()}>
                {t('download')}
              </Button>
              {data.publication && (
                <Button variant="default" onClick={() => ask('withdraw')}>
                  {t('withdraw')}
                </Button>
              )}
              {data.publication?.version !== data.version && <Button onClick={() => ask('publish')}>{t('publish')}</Button>}
            </>
          )
        }
      />
      {file.isError && <ProblemAlert error={file.error} />}
      <QueryView query={query} loading={t('loadingFile')}>
        {(overlay) => <Shown overlay={overlay} findings={found ?? overlay.findings} />}
      </QueryView>
      <ConfirmDialog
        opened={asking !== undefined}
        onClose={() => setAsking(undefined)}
        title={t(asking?.what === 'withdraw' ? 'withdrawTitle' : 'publishTitle', { version: data?.version ?? 1 })}
        text={t(asking?.what === 'withdraw' ? 'withdrawText' : 'publishText')}
        action={t(asking?.what === 'withdraw' ? 'withdraw' : 'publish')}
        danger={asking?.what === 'withdraw'}
        reason="needed"
        onConfirm={decide}
      />
    </>
  );
}

function Shown({ overlay, findings }: { overlay: Overlay; findings: Finding[] }) {
  const t = useTexts();
  const { publication, author, organisation, savedAt, comment } = overlay;
  return (
    <Stack gap="md">
      <Group gap="sm">
        <State tone={overlay.state === 'published' ? 'good' : 'off'}>{t(overlay.state)}</State>
        <Text size="sm" className="breakable">
          {t('version', { version: overlay.version })} · {organisation?.name} · {author.name} · <Time value={savedAt} />
          {comment !== undefined && comment !== '' && ` · ${comment}`}
        </Text>
      </Group>
      {publication && (
        <Text size="sm" className="breakable">
          {t('publishedBy', { version: publication.version, name: publication.publishedBy?.name ?? '–' })} <Time value={publication.publishedAt} /> · {publication.reason}
        </Text>
      )}
      <Suspense fallback={<Loading text={t('loadingEditor')} />}>
        <Editor label={t('text')} value={overlay.source ?? ''} findings={findings} />
      </Suspense>
      <Findings findings={findings} checking={false} error={null} onGo={() => undefined} />
      <ReviewedVersions overlay={overlay} />
    </Stack>
  );
}
