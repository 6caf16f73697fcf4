import type { EditorView } from '@codemirror/view';
import { Alert, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useRef, useState } from 'react';
import { ifMatch, idempotencyKey, portal } from '@/api/clients';
import { answered, CallFailed } from '@/api/problem';
import { usePerson } from '@/app/session';
import { Loading } from '@/parts/loading';
import { ProblemAlert } from '@/parts/problem-alert';
import { Conflict } from './conflict';
import { useSandbox } from '@/parts/use-sandbox';
import { useVocabulary, scenarioOf, type Overlay } from './data';
import { download } from './download';
import { keepDraft, readDraft } from './draft';
import { Findings } from './findings';
import { Leaving } from './leaving';
import { Panel } from './panel';
import type { CoveredLine } from './coverage-marks';
import { useTexts } from './texts';
import { findingsOf, useCheck } from './use-check';
import { useTests } from './use-tests';
import './studio.css';

const Editor = lazy(() => import('./editor'));

interface Props {
  /** What the file is known by: its id, or `new`. */
  file: string;
  overlay?: Overlay;
  /** What a new file begins with. */
  start?: string;
  onCreated?: (id: string) => void;
}

/** The editor of a file with everything about it: findings, operation, requests to try, tables, coverage, changes, history. */
export function Workbench({ file, overlay, start = '', onCreated }: Props) {
  const t = useTexts();
  const cache = useQueryClient();
  const { id: person } = usePerson();
  const saved = overlay?.source ?? '';
  const [found] = useState(() => readDraft(person, file));
  const [restored, setRestored] = useState(found !== undefined && found.source !== saved);
  const [source, setSource] = useState(found?.source ?? (overlay ? saved : start));
  const [base, setBase] = useState(found?.base ?? overlay?.version ?? 0);
  const [kept, setKept] = useState(true);
  const [comment, setComment] = useState('');
  const [line, setLine] = useState(0);
  const [covered, setCovered] = useState<CoveredLine[]>([]);
  const [merging, setMerging] = useState(false);
  const [key, setKey] = useState(idempotencyKey);
  const view = useRef<EditorView>(undefined);
  const { chosen } = useSandbox();
  const vocabulary = useVocabulary(source, chosen);
  const unsaved = source !== (overlay ? saved : start);
  const check = useCheck(source);
  const tests = useTests();
  const newer = overlay !== undefined && overlay.version !== base;

  if (newer && (!unsaved || source === saved)) {
    setBase(overlay.version);
  }
  const edit = (text: string) => {
    setSource(text);
    setKept(keepDraft(person, file, text === (overlay ? saved : start) ? undefined : { source: text, base }));
  };
  const replace = (text: string, version: number) => {
    setSource(text);
    setBase(version);
    setRestored(false);
    keepDraft(person, file, undefined);
  };
  const settle = (now: Overlay) => {
    replace(now.source ?? source, now.version);
    setComment('');
    setMerging(false);
    setKey(idempotencyKey());
    cache.setQueryData(['overlays', now.id], now);
    void cache.invalidateQueries({ queryKey: ['overlays'] });
    void cache.invalidateQueries({ queryKey: ['sandbox'] });
    if (!overlay) {
      onCreated?.(now.id);
    }
  };
  const save = useMutation({
    mutationFn: ({ text, version }: { text: string; version: number }) => {
      const body = { source: text, ...(comment.trim() !== '' && { comment: comment.trim() }) };
      return answered(
        overlay
          ? portal.PUT('/overlays/{overlay}', { params: { path: { overlay: overlay.id }, header: { 'If-Match': ifMatch(version) } }, body })
          : portal.POST('/overlays', { params: { header: { 'Idempotency-Key': key } }, body }),
      );
    },
    onSuccess: settle,
    onError: (error) => {
      if (!(error instanceof CallFailed && error.status === 0)) {
        setKey(idempotencyKey()); // after no answer at all the same call is made again: the first one may have been heard
      }
      if (error instanceof CallFailed && error.status === 412) {
        setMerging(true);
      }
    },
  });
  const conflicting = save.error instanceof CallFailed && save.error.status === 412;
  const submit = () => save.mutate({ text: source, version: base });
  const show = (to: number, column?: number) => {
    if (view.current) {
      void import('./editor').then(({ goTo }) => view.current && goTo(view.current, to, column));
    }
  };
  const findings = findingsOf(save.error) ?? check.data?.findings ?? [];
  if (merging && overlay) {
    return (
      <Conflict
        overlay={overlay.id}
        mine={source}
        busy={save.isPending}
        error={conflicting ? undefined : save.error}
        onEdit={edit}
        onKeep={(text, version) => save.mutate({ text, version })}
        onTheirs={settle}
        onBack={() => {
          setMerging(false);
          save.reset();
        }}
      />
    );
  }
  return (
    <Stack gap="md">
      <Leaving unsaved={unsaved && !save.isPending && !save.isSuccess} />
      {restored && (
        <Alert color="brand" role="status" title={t('restored')}>
          <Stack gap="xs" align="start">
            <Text size="sm">{t('restoredText')}</Text>
            <Button size="compact-sm" variant="default" onClick={() => replace(overlay ? saved : start, overlay?.version ?? 0)}>
              {t('discard')}
            </Button>
          </Stack>
        </Alert>
      )}
      {newer && unsaved && (
        <Alert color="brand" role="status" title={t('newer', { name: overlay.author.name, version: overlay.version })}>
          <Button size="compact-sm" variant="default" onClick={() => setMerging(true)}>
            {t('merge')}
          </Button>
        </Alert>
      )}
      {!kept && (
        <Alert color="brand" role="status">
          {t('notKept')}
        </Alert>
      )}
      <div className="studio">
        <Stack gap="sm" component="section" aria-label={t('file')}>
          <Suspense fallback={<Loading text={t('loadingEditor')} />}>
            <Editor
              label={t('text')}
              value={source}
              onChange={edit}
              onLine={setLine}
              onSave={submit}
              findings={findings}
              covered={covered}
              vocabulary={vocabulary}
              onReady={(own) => {
                view.current = own;
              }}
            />
          </Suspense>
          <Findings findings={findings} checking={check.isFetching} error={check.error} onGo={show} />
          {save.isError && !conflicting && findingsOf(save.error) === undefined && <ProblemAlert error={save.error} />}
          {findingsOf(save.error) !== undefined && (
            <Alert color="red" role="alert">
              {t('notSaved')}
            </Alert>
          )}
          <form
            noValidate
            onSubmit={(event) => {
              event.preventDefault();
              submit();
            }}
          >
            <Group align="end" gap="sm">
              <TextInput className="grow" miw="14rem" label={t('comment')} maxLength={500} value={comment} onChange={(event) => setComment(event.currentTarget.value)} />
              <Button type="submit" loading={save.isPending} disabled={overlay !== undefined && !unsaved}>
                {t(overlay ? 'save' : 'create')}
              </Button>
              <Button variant="default" onClick={() => download(`${scenarioOf(source) || 'scenario'}.yaml`, source)}>
                {t('download')}
              </Button>
            </Group>
          </form>
          <Text size="sm" c="dimmed" role="status">
            {unsaved ? t('unsaved') : overlay ? t('savedAs', { version: overlay.version }) : t('notYet')}
          </Text>
        </Stack>
        <Panel
          source={source}
          line={line}
          overlay={overlay}
          unsaved={unsaved}
          vocabulary={vocabulary}
          tests={tests}
          onEdit={edit}
          onCovered={setCovered}
          onGo={show}
          onRolledBack={settle}
        />
      </div>
    </Stack>
  );
}
