import { Anchor, Button, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { sandboxOf } from '@/api/clients';
import type { RawAnswer } from '@/api/documents';
import { scenarioOf } from '@/api/exchange';
import { answered, CallFailed } from '@/api/problem';
import { Body, Headers, Status } from '@/parts/exchange';
import { Count } from '@/parts/figures';
import { ProblemAlert } from '@/parts/problem-alert';
import { Facts } from '@/parts/section';
import { problemIn } from './exchanged';
import { useTexts } from './texts';

interface Props {
  answer: RawAnswer;
  api: string;
  application: string;
}

/** What a request was answered: status, headers, body, how long it took, and by which rule. */
export function ConsoleAnswer({ answer, api, application }: Props) {
  const t = useTexts();
  const header = (name: string) => answer.headers.find(([own]) => own === name)?.[1];
  const problem = problemIn(answer.text);
  const requestId = header('x-request-id');
  const mediaType = header('content-type') ?? '';
  const size = new TextEncoder().encode(answer.text).length;
  const readable = mediaType === '' || /json|text|xml|yaml/.test(mediaType);
  return (
    <Stack gap="md">
      <Group gap="sm">
        <Status entry={answer} />
        <Text size="sm" c="dimmed" className="figures">
          <Count value={answer.tookMillis} /> ms
        </Text>
      </Group>
      {problem && <ProblemAlert error={new CallFailed(answer.status, problem, requestId)} />}
      <Facts
        facts={[
          [t('scenario'), header('x-sandbox-scenario')],
          [t('rule'), header('x-sandbox-rule')],
        ]}
      />
      {requestId !== undefined && <Entry application={application} api={api} requestId={requestId} />}
      <div>
        <Title order={3} mb={4}>
          {t('body')}
        </Title>
        {readable ? (
          <Body body={{ size, text: answer.text }} what={t('bodyOfAnswer')} />
        ) : (
          <Text size="sm" c="dimmed">
            {t('binary', { type: mediaType })}
          </Text>
        )}
      </div>
      <div>
        <Title order={3} mb={4}>
          {t('answerHeaders')}
        </Title>
        <Headers headers={answer.headers.map(([name, value]) => ({ name, value }))} caption={t('answerHeaders')} />
      </div>
    </Stack>
  );
}

/** Leads to the request in the log, and into the studio with a rule made of it. */
function Entry({ application, api, requestId }: { application: string; api: string; requestId: string }) {
  const t = useTexts();
  const query = useQuery({
    queryKey: ['sandbox', application, 'entry of', requestId],
    queryFn: async () => {
      const box = sandboxOf(application);
      const { entries } = await answered(box.GET('/journal', { params: { query: { requestId } } }));
      const found = entries[0]?.id;
      return found === undefined ? null : answered(box.GET('/journal/{entry}', { params: { path: { entry: found } } }));
    },
  });
  if (query.isError) {
    return <ProblemAlert error={query.error} />;
  }
  const entry = query.data;
  return !entry ? null : (
    <Group gap="sm">
      <Anchor component={Link} to={`/applications/${application}/log/${entry.id}`} size="sm">
        {t('toLog')}
      </Anchor>
      {entry.operation !== undefined && (
        <Button
          component={Link}
          size="compact-sm"
          variant="default"
          to={{ pathname: '/studio/new', search: new URLSearchParams({ api, operation: entry.operation, application }).toString() }}
          state={{ source: scenarioOf(entry) }}
        >
          {t('asScenario')}
        </Button>
      )}
    </Group>
  );
}
