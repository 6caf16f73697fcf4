import { Alert, Button, Checkbox, Group, PasswordInput, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { ownAccessToken } from '@/api/access-token';
import { sandboxOf } from '@/api/clients';
import { sendRaw } from '@/api/documents';
import { answered, done, refusedWith } from '@/api/problem';
import { Empty } from '@/parts/empty';
import { ProblemAlert } from '@/parts/problem-alert';
import { useSandbox } from '@/parts/use-sandbox';
import { useScenarios, type Application } from './data';
import { exampleToken, type ApiDocument, type Operation } from '@/api/openapi';
import { Explained } from './explained';
import { ruleText } from './place';
import { exampleOf, headersOf, readable, type Asked } from '@/api/request';
import { useTexts } from './texts';

interface Props {
  api: string;
  scenario: string;
  document: ApiDocument | undefined;
  /** The operation of the rule at the cursor. */
  operation: Operation | undefined;
  source: string;
  line: number;
  saved: boolean;
  unsaved: boolean;
  onGo: (line: number) => void;
}

/** A request to try in the sandbox of an application: what it would be answered, and what it is. */
export function TryPanel({ document, operation, ...rest }: Props) {
  const t = useTexts();
  const { query, applications, chosen, choose } = useSandbox();
  const [picked, setPicked] = useState<string>();
  const shown = document?.operations.find((o) => o.id === picked) ?? operation ?? document?.operations[0];
  if (query.isSuccess && !chosen) {
    return <Empty title={t('noApplication')} text={t('noApplicationText')} />;
  }
  if (!document || !shown || !chosen) {
    return (
      <Text size="sm" c="dimmed">
        {t('noOperation')}
      </Text>
    );
  }
  return (
    <Stack gap="sm">
      <Group grow gap="sm">
        <Select
          label={t('operation')}
          data={document.operations.map((o) => o.id)}
          value={shown.id}
          onChange={(id) => setPicked(id ?? undefined)}
          allowDeselect={false}
          searchable
        />
        <Select
          label={t('sandboxOf')}
          data={applications.map((a) => ({ value: a.id, label: a.name }))}
          value={chosen.id}
          onChange={(id) => id !== null && choose(id)}
          allowDeselect={false}
        />
      </Group>
      <Spoken application={chosen.id} api={rest.api} scenario={rest.scenario} saved={rest.saved} />
      <Request key={`${shown.id} ${chosen.id}`} document={document} shown={shown} ruleIsOf={operation?.id} application={chosen} {...rest} />
    </Stack>
  );
}

/** Says whether the file's scenario speaks in the sandbox, and selects it. */
function Spoken({ application, api, scenario, saved }: { application: string; api: string; scenario: string; saved: boolean }) {
  const t = useTexts();
  const cache = useQueryClient();
  const { data } = useScenarios(application);
  const own = data?.find((s) => s.api === api && s.name === scenario);
  const select = useMutation({
    mutationFn: async () => {
      const { scenarios } = await answered(sandboxOf(application).GET('/selection'));
      return answered(sandboxOf(application).PUT('/selection', { body: { scenarios: [...scenarios, `${api}/${scenario}`] } }));
    },
    onSuccess: () => cache.invalidateQueries({ queryKey: ['sandbox'] }),
  });
  if (!saved || !own || own.default || own.selected) {
    return null;
  }
  return (
    <Alert color="brand" role="status">
      <Stack gap="xs" align="start">
        <Text size="sm">{t('notSelected')}</Text>
        {select.isError && <ProblemAlert error={select.error} />}
        <Button size="compact-sm" variant="default" loading={select.isPending} onClick={() => select.mutate()}>
          {t('select')}
        </Button>
      </Stack>
    </Alert>
  );
}

const pause = 500; // ms

type RequestProps = Omit<Props, 'document' | 'operation' | 'saved' | 'scenario'> & {
  scenario: string;
  document: ApiDocument;
  shown: Operation;
  ruleIsOf: string | undefined;
  application: Application;
};

function Request({ document, shown, ruleIsOf, application, api, scenario, source, line, unsaved, onGo }: RequestProps) {
  const t = useTexts();
  const cache = useQueryClient();
  const [asked, setAsked] = useState<Asked>(() => ({ ...exampleOf(shown, document), authorization: bearer(shown, document) }));
  const [typed, setTyped] = useState(false);
  const clientId = application.clientId ?? '';
  const [settled] = useDebouncedValue(asked, pause);
  const { body } = settled;
  const explained = useQuery({
    queryKey: ['sandbox', application.id, 'explained', settled],
    staleTime: 0,
    placeholderData: (before) => before,
    queryFn: () =>
      answered(
        sandboxOf(application.id).POST('/explanations', {
          body: { method: settled.method as 'GET', path: settled.path, headers: headersOf(settled, clientId), ...(body !== '' && { text: body }) },
        }),
      ),
  });
  const rule = ruleIsOf === shown.id ? ruleText(source, line) : undefined;
  const send = useMutation({
    mutationFn: async () => {
      const box = sandboxOf(application.id);
      const set =
        typed && rule !== undefined
          ? await answered(box.POST('/overrides', { body: { api, operation: shown.id, rule, times: 1, ttl: '1m' } }))
          : undefined;
      try {
        const answer = await sendRaw({ method: asked.method, path: asked.path, headers: headersOf(asked, clientId), body: asked.body });
        return { answer, explanation: await explanationOf(application.id, answer.headers) };
      } finally {
        if (set) {
          await forget(application.id, set.id);
        }
      }
    },
    onSettled: () => cache.invalidateQueries({ queryKey: ['sandbox', application.id] }),
  });
  const token = useMutation({
    gcTime: 0,
    mutationFn: () => ownAccessToken(application.id),
    onSuccess: (value) => setAsked((now) => ({ ...now, authorization: `Bearer ${value}` })),
  });
  const field = (name: keyof Asked) => ({
    value: asked[name],
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget;
      setAsked((now) => ({ ...now, [name]: value }));
    },
  });
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send.mutate();
      }}
    >
      <Stack gap="sm">
        <TextInput label={`${t('address')} (${asked.method})`} styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }} {...field('path')} />
        {shown.security.some((s) => s !== 'apiKey') && (
          <Group align="end" gap="sm">
            <PasswordInput className="grow" label={t('authorization')} autoComplete="off" {...field('authorization')} />
            <Button variant="default" loading={token.isPending} onClick={() => token.mutate()}>
              {t('getToken')}
            </Button>
          </Group>
        )}
        {token.isError && <ProblemAlert error={token.error} />}
        <Textarea label={t('headers')} description={t('headersText')} autosize minRows={1} {...field('headers')} />
        {shown.method !== 'GET' && <Textarea label={t('body')} autosize minRows={3} maxRows={14} styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }} {...field('body')} />}
        {rule !== undefined && unsaved && (
          <Checkbox label={t('asTyped')} description={t('asTypedText')} checked={typed} onChange={(event) => setTyped(event.currentTarget.checked)} />
        )}
        <Group>
          <Button type="submit" loading={send.isPending}>
            {t('send')}
          </Button>
        </Group>
        {send.isError && <ProblemAlert error={send.error} />}
        {send.data && (
          <Stack gap="xs" component="section" aria-label={t('answer')} aria-live="polite">
            <Explained explanation={send.data.explanation} status={send.data.answer.status} took={send.data.answer.tookMillis} scenario={scenario} onGo={onGo} title={t('answer')} />
            <pre className="code">{readable(send.data.answer.text)}</pre>
          </Stack>
        )}
        <section aria-label={t('would')}>
          {explained.isError ? (
            <ProblemAlert error={explained.error} />
          ) : (
            explained.data && (
              <Stack gap="xs">
                <Explained explanation={explained.data} status={explained.data.answer.status} scenario={scenario} onGo={onGo} title={t('would')} />
                {!send.data && explained.data.answer.body?.text !== undefined && <pre className="code">{readable(explained.data.answer.body.text)}</pre>}
              </Stack>
            )
          )}
        </section>
      </Stack>
    </form>
  );
}

/** The token of a customer that the document itself shows, for operations that ask for one. */
function bearer(operation: Operation, document: ApiDocument): string {
  const token = operation.security.includes('customerToken') ? exampleToken(document.root) : '';
  return token === '' ? '' : `Bearer ${token}`;
}

/** Why the request was answered as it was, by the entry of the journal; undefined where it was not written down. */
async function explanationOf(application: string, headers: [string, string][]) {
  const requestId = headers.find(([name]) => name === 'x-request-id')?.[1];
  if (requestId === undefined) {
    return undefined;
  }
  const box = sandboxOf(application);
  const { entries } = await answered(box.GET('/journal', { params: { query: { requestId } } }));
  const entry = entries[0]?.id;
  return entry === undefined ? undefined : answered(box.GET('/journal/{entry}/explanation', { params: { path: { entry } } }));
}

/** Takes an override away, which may have gone by itself once it had answered. */
async function forget(application: string, override: string): Promise<void> {
  try {
    await done(sandboxOf(application).DELETE('/overrides/{override}', { params: { path: { override } } }));
  } catch (error) {
    if (!refusedWith(error, 'NOT_FOUND')) {
      throw error;
    }
  }
}
