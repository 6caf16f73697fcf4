import { Alert, Anchor, Button, Group, Modal, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { sandboxOf, type SandboxSchemas } from '@/api/clients';
import { answered } from '@/api/problem';
import { CopyCode } from '@/parts/copy-field';
import { Count, Time } from '@/parts/figures';
import { ProblemAlert } from '@/parts/problem-alert';
import { QueryView } from '@/parts/query-view';
import { Facts, Section } from '@/parts/section';
import { useOpened } from './application';
import { curlOf, ruleOf, scenarioOf } from '@/api/exchange';
import { Body, Headers, Status } from '@/parts/exchange';
import { Explanation } from './explanation';
import { sandboxKey } from './sandbox-key';
import { useTexts } from './texts';

type Entry = SandboxSchemas['JournalEntry'];

/** One request of the log: what was sent, what was answered, and why. */
export function Component() {
  const t = useTexts();
  const a = useOpened();
  const { entry = '' } = useParams();
  const query = useQuery({
    queryKey: [...sandboxKey(a.id), 'entry', entry],
    queryFn: () => answered(sandboxOf(a.id).GET('/journal/{entry}', { params: { path: { entry } } })),
  });
  return (
    <Stack gap="lg">
      <Anchor component={Link} to={`/applications/${a.id}/log`} size="sm">
        {t('backToLog')}
      </Anchor>
      <QueryView query={query} loading={t('loadingEntry')}>
        {(e) => <Opened key={e.id} entry={e} application={a.id} />}
      </QueryView>
    </Stack>
  );
}

function Opened({ entry: e, application }: { entry: Entry; application: string }) {
  const t = useTexts();
  return (
    <>
      <Section title={`${e.method} ${e.path}`} actions={<Status entry={e} />}>
        <Stack gap="md">
          <Facts
            facts={[
              [t('at'), <Time key="at" value={e.at} />],
              [t('api'), e.api],
              [t('operation'), e.operation],
              [t('answeredBy'), e.rule === undefined ? undefined : `${e.scenario ?? ''}: ${e.rule}`],
              [t('problem'), e.problem],
              [t('took'), <span key="took"><Count value={e.tookMillis} /> ms</span>],
              [t('delayed'), e.delayMillis === undefined ? undefined : <span><Count value={e.delayMillis} /> ms</span>],
              [t('requestId'), <span key="id" className="path">{e.requestId}</span>],
            ]}
          />
          <Actions entry={e} application={application} />
        </Stack>
      </Section>
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
        <Section title={t('sent')}>
          <Stack gap="sm">
            <Text className="path">{e.request.target}</Text>
            <Headers headers={e.request.headers} caption={t('headersSent')} />
            <Body body={e.request.body} what={t('bodySent')} />
          </Stack>
        </Section>
        <Section title={t('answer')}>
          <Stack gap="sm">
            <Headers headers={e.answer.headers} caption={t('headersAnswered')} />
            <Body body={e.answer.body} what={t('bodyAnswered')} />
          </Stack>
        </Section>
      </SimpleGrid>
      <Explanation entry={e.id} application={application} />
    </>
  );
}

function Actions({ entry: e, application }: { entry: Entry; application: string }) {
  const t = useTexts();
  const [shown, setShown] = useState<'curl' | 'scenario'>();
  const replay = useMutation({
    mutationFn: () => answered(sandboxOf(application).POST('/journal/{entry}/replay', { params: { path: { entry: e.id } } })),
  });
  const close = () => setShown(undefined);
  return (
    <Stack gap="sm">
      <Group gap="xs">
        <Button loading={replay.isPending} onClick={() => replay.mutate()}>
          {t('replay')}
        </Button>
        <Button variant="default" onClick={() => setShown('curl')}>
          {t('asCurl')}
        </Button>
        {e.api !== undefined && e.operation !== undefined && (
          <Button variant="default" onClick={() => setShown('scenario')}>
            {t('asScenario')}
          </Button>
        )}
      </Group>
      {replay.isError && <ProblemAlert error={replay.error} />}
      {replay.data && <Replayed replay={replay.data} application={application} />}
      <Modal opened={shown === 'curl'} onClose={close} title={t('asCurl')} size="lg" centered>
        <Stack>
          <Text size="sm">{t('asCurlText')}</Text>
          <CopyCode code={curlOf(e, window.location.origin)} what={t('asCurl')} />
        </Stack>
      </Modal>
      <Modal opened={shown === 'scenario'} onClose={close} title={t('asScenario')} size="lg" centered>
        <FromEntry entry={e} application={application} />
      </Modal>
    </Stack>
  );
}

function Replayed({ replay: r, application }: { replay: SandboxSchemas['Replay']; application: string }) {
  const t = useTexts();
  return (
    <Alert color={r.same ? 'brand' : 'yellow'} title={t(r.same ? 'replaySame' : 'replayDiffers')} role="status">
      <Stack gap="sm">
        {!r.same && (
          <SimpleGrid cols={{ base: 1, md: 2 }}>
            <div>
              <Title order={3}>
                {t('before')} <Status entry={r.original} />
              </Title>
              <Body body={r.original.body} what={t('before')} />
            </div>
            <div>
              <Title order={3}>
                {t('now')} <Status entry={r.replayed} />
              </Title>
              <Body body={r.replayed.body} what={t('now')} />
            </div>
          </SimpleGrid>
        )}
        {r.replay !== undefined && (
          <Anchor component={Link} to={`/applications/${application}/log/${r.replay}`} size="sm">
            {t('openReplay')}
          </Anchor>
        )}
      </Stack>
    </Alert>
  );
}

/** What can be done with a request as a rule: set it in the sandbox, take it to the studio, or copy its file. */
function FromEntry({ entry: e, application }: { entry: Entry; application: string }) {
  const t = useTexts();
  const set = useMutation({
    mutationFn: () => {
      const { name, match, respond } = ruleOf(e);
      return answered(
        sandboxOf(application).POST('/overrides', {
          body: { ...(e.api !== undefined && { api: e.api }), operation: e.operation ?? '', rule: JSON.stringify({ name, ...(match && { match }), respond }) },
        }),
      );
    },
  });
  return (
    <Stack>
      <Text size="sm">{t('asScenarioText')}</Text>
      <div className="bounded">
        <CopyCode code={scenarioOf(e)} what={t('scenarioFile')} />
      </div>
      {set.isError && <ProblemAlert error={set.error} />}
      {set.isSuccess && (
        <Alert color="brand" role="status">
          {t('ruleIsSet')}{' '}
          <Anchor component={Link} to={`/applications/${application}/sandbox`}>
            {t('tab_sandbox')}
          </Anchor>
        </Alert>
      )}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" loading={set.isPending} onClick={() => set.mutate()}>
          {t('setRule')}
        </Button>
        {/* The studio begins a new file with what the link carries along. */}
        <Button
          component={Link}
          to={{ pathname: '/studio/new', search: new URLSearchParams({ api: e.api ?? '', operation: e.operation ?? '' }).toString() }}
          state={{ source: scenarioOf(e) }}
        >
          {t('toStudio')}
        </Button>
      </Group>
    </Stack>
  );
}
