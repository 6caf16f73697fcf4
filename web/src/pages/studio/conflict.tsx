import { Alert, Button, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useEffect } from 'react';
import { portal } from '@/api/clients';
import { answered } from '@/api/problem';
import { Time } from '@/parts/figures';
import { Loading } from '@/parts/loading';
import { ProblemAlert } from '@/parts/problem-alert';
import { QueryView } from '@/parts/query-view';
import type { Overlay } from './data';
import { Findings } from './findings';
import { useTexts } from './texts';
import { findingsOf } from './use-check';

const Merge = lazy(() => import('./compare').then((m) => ({ default: m.Merge })));

interface Props {
  overlay: string;
  mine: string;
  busy: boolean;
  /** What saving the merged text failed with. */
  error: unknown;
  /** Told what the text has become. */
  onEdit: (merged: string) => void;
  onKeep: (text: string, version: number) => void;
  onTheirs: (theirs: Overlay) => void;
  onBack: () => void;
}

/** Somebody else has saved meanwhile: both texts stand beside each other, to be made one. */
export function Conflict({ overlay, ...inside }: Props) {
  const t = useTexts();
  const query = useQuery({
    queryKey: ['overlays', overlay, 'newest'],
    gcTime: 0,
    staleTime: 0,
    refetchOnWindowFocus: false,
    queryFn: () => answered(portal.GET('/overlays/{overlay}', { params: { path: { overlay } } })),
  });
  return (
    <QueryView query={query} loading={t('loadingTheirs')}>
      {(theirs) => (theirs.source === inside.mine ? <Already saved={theirs} onTheirs={inside.onTheirs} /> : <Both theirs={theirs} {...inside} />)}
    </QueryView>
  );
}

/** What was saved is one's own text: the answer to saving it was lost on its way. */
function Already({ saved, onTheirs }: { saved: Overlay; onTheirs: (saved: Overlay) => void }) {
  const t = useTexts();
  useEffect(() => onTheirs(saved), [saved, onTheirs]);
  return <Loading text={t('loadingTheirs')} />;
}

function Both({ theirs, mine, busy, error, onEdit, onKeep, onTheirs, onBack }: Omit<Props, 'overlay'> & { theirs: Overlay }) {
  const t = useTexts();
  const findings = findingsOf(error);
  return (
    <Stack gap="md" component="section" aria-labelledby="conflict">
      <Alert color="brand" role="alert" title={<span id="conflict">{t('conflict', { name: theirs.author.name })}</span>}>
        <Text size="sm">
          {t('conflictText')} <Time value={theirs.savedAt} />
          {theirs.comment !== undefined && theirs.comment !== '' && ` – ${theirs.comment}`}
        </Text>
      </Alert>
      <Group grow gap="md" visibleFrom="sm">
        <Title order={2}>{t('theirs', { version: theirs.version })}</Title>
        <Title order={2}>{t('mine')}</Title>
      </Group>
      <Suspense fallback={<Loading text={t('loadingEditor')} />}>
        <Merge theirs={theirs.source ?? ''} mine={mine} theirLabel={t('theirs', { version: theirs.version })} myLabel={t('mine')} onChange={onEdit} />
      </Suspense>
      {findings && <Findings findings={findings} checking={false} error={null} onGo={() => undefined} />}
      {error !== undefined && error !== null && !findings && <ProblemAlert error={error} />}
      <Group gap="sm">
        <Button loading={busy} onClick={() => onKeep(mine, theirs.version)}>
          {t('saveMerged')}
        </Button>
        <Button variant="default" onClick={() => onTheirs(theirs)}>
          {t('takeTheirs')}
        </Button>
        <Button variant="subtle" onClick={onBack}>
          {t('backToMine')}
        </Button>
      </Group>
    </Stack>
  );
}
