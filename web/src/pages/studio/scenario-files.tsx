import { Anchor, Button, Code, Group, Stack, Text, Title } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { Loading } from '@/parts/loading';
import type { ScenarioFile } from './data';
import { download } from './download';
import { useTexts } from './texts';

const Editor = lazy(() => import('./editor'));

interface Props {
  files: ScenarioFile[];
  /** The line of the scenario's own file that is shown first, 0 for none. */
  line: number;
  onTables: () => void;
}

/** The files of a scenario, its own first, to be read. */
export function ScenarioFiles({ files, line, onTables }: Props) {
  const t = useTexts();
  return (
    <Stack gap="xl">
      {files.map((file) => (
        <section key={file.name} aria-label={file.name}>
          <Group justify="space-between" mb="xs" gap="xs">
            <div className="breakable">
              <Title order={2} size="h3">
                <Code fz="inherit">{file.name}</Code>
              </Title>
              <Text size="sm" c="dimmed">
                {t(`kind_${file.kind}`)} · {t('bytes', { count: file.size })}
              </Text>
            </div>
            {file.text !== undefined && (
              <Button size="compact-sm" variant="default" onClick={() => download(file.name.replace(/.*\//, ''), file.text ?? '')} aria-label={t('downloadOf', { file: file.name })}>
                {t('download')}
              </Button>
            )}
          </Group>
          <Shown file={file} line={line} onTables={onTables} />
        </section>
      ))}
    </Stack>
  );
}

function Shown({ file, line, onTables }: { file: ScenarioFile; line: number; onTables: () => void }) {
  const t = useTexts();
  if (file.text === undefined) {
    return <Text size="sm">{t('notShown')}</Text>;
  }
  return (
    <Stack gap="xs">
      {file.kind === 'table' && (
        <Anchor component="button" type="button" size="sm" ta="left" onClick={onTables}>
          {t('asGrid')}
        </Anchor>
      )}
      <Suspense fallback={<Loading text={t('loadingEditor')} />}>
        <Editor
          label={t('textOf', { file: file.name })}
          value={file.text}
          onReady={(view) => {
            if (line > 0 && file.kind === 'scenario') {
              void import('./editor').then(({ goTo }) => goTo(view, line));
            }
          }}
        />
      </Suspense>
    </Stack>
  );
}
