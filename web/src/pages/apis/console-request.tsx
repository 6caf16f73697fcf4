import { Anchor, Button, Code, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { sendRaw, type Json } from '@/api/documents';
import type { ApiDocument, Operation } from '@/api/openapi';
import { addressOf, headersOf, parametersOf } from '@/api/request';
import { curl } from '@/api/samples';
import { CopyCode } from '@/parts/copy-field';
import { ProblemAlert } from '@/parts/problem-alert';
import { Section } from '@/parts/section';
import { ConsoleAnswer } from './console-answer';
import { ConsoleCredentials } from './console-credentials';
import { ConsoleParameters } from './console-parameters';
import { credentialsOf } from './credentials';
import { pageOf, type Application } from './data';
import { Method } from './method';
import { useTexts } from './texts';

interface Props {
  api: string;
  application: Application;
  document: ApiDocument;
  operation: Operation;
  /** What the body begins with. */
  example: Json | undefined;
  /** A scenario that is asked for; "" for none. */
  scenario: string;
}

/** What is kept of a request while it is typed: nowhere but here. */
interface Typed {
  /** By place and name. */
  parameters: Record<string, string>;
  headers: string;
  token: string;
  secrets: Record<string, string>;
  body: string;
}

const keyOf = (p: { in: string; name: string }) => `${p.in} ${p.name}`;
const monospace = { input: { fontFamily: 'var(--mantine-font-family-monospace)', fontSize: '0.8125rem' } };

/** A request of an operation, and what it was answered. */
export function ConsoleRequest({ api, application, document, operation, example, scenario }: Props) {
  const t = useTexts();
  const cache = useQueryClient();
  const { bearer, secrets } = credentialsOf(operation, document);
  const given = parametersOf(operation);
  const [typed, setTyped] = useState<Typed>(() => ({
    parameters: Object.fromEntries(given.map((p) => [keyOf(p), p.required ? p.example : ''])),
    headers: scenario === '' ? '' : `X-Sandbox-Scenario: ${scenario}`,
    token: '',
    secrets: {},
    body: example === undefined ? '' : JSON.stringify(example, null, 2),
  }));
  const [shown, setShown] = useState(false);
  const change = (changed: Partial<Typed>) => setTyped((now) => ({ ...now, ...changed }));
  const valueOf = (p: { in: string; name: string }) => typed.parameters[keyOf(p)] ?? '';
  const lacking = given.filter((p) => p.in === 'path' && valueOf(p) === '');
  const path = addressOf(operation, document, valueOf);

  /** The headers; of what is secret what `secret` makes of it. */
  const headers = (secret: (value: string, word: string) => string): Record<string, string> => ({
    ...Object.fromEntries(given.filter((p) => p.in === 'header' && valueOf(p) !== '').map((p) => [p.name.toLowerCase(), valueOf(p)])),
    ...Object.fromEntries(secrets.flatMap((s) => (typed.secrets[s.name] ? [[s.name, secret(typed.secrets[s.name] ?? '', 'SECRET')]] : []))),
    ...headersOf(
      { ...typed, method: operation.method, path, authorization: typed.token === '' ? '' : `Bearer ${secret(typed.token, 'TOKEN')}` },
      application.clientId ?? '',
    ),
  });
  const asCurl = (secret: (value: string, word: string) => string) =>
    curl({ method: operation.method, url: window.location.origin + path, headers: Object.entries(headers(secret)), body: typed.body });

  const send = useMutation({
    gcTime: 0,
    mutationFn: () => sendRaw({ method: operation.method, path, headers: headers((value) => value), body: typed.body }),
    onSettled: () => cache.invalidateQueries({ queryKey: ['sandbox', application.id] }),
  });
  return (
    <div className="console">
      <Section title={t('request')}>
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            if (lacking.length === 0) {
              send.mutate();
            }
          }}
        >
          <Stack gap="md">
            <div>
              <Group gap="xs" wrap="nowrap" align="baseline">
                <Method method={operation.method} />
                <span className="path">{path}</span>
              </Group>
              <Text size="sm" mt={4}>
                {operation.summary}.{' '}
                <Anchor component={Link} to={pageOf(api, `reference/${operation.id}`)} size="sm">
                  {t('toReference')}
                </Anchor>
              </Text>
            </div>
            <ConsoleParameters
              root={document.root}
              parameters={given}
              valueOf={valueOf}
              onChange={(p, value) => setTyped((now) => ({ ...now, parameters: { ...now.parameters, [keyOf(p)]: value } }))}
            />
            <ConsoleCredentials
              application={application}
              document={document}
              bearer={bearer}
              secrets={secrets}
              token={typed.token}
              onToken={(token) => change({ token })}
              secretOf={(name) => typed.secrets[name] ?? ''}
              onSecret={(name, value) => setTyped((now) => ({ ...now, secrets: { ...now.secrets, [name]: value } }))}
            />
            {operation.body && (
              <Textarea label={t('body')} autosize minRows={4} maxRows={20} styles={monospace} spellCheck={false} value={typed.body} onChange={(event) => change({ body: event.currentTarget.value })} />
            )}
            <Textarea
              label={t('headers')}
              description={t('headersText')}
              autosize
              minRows={1}
              styles={monospace}
              spellCheck={false}
              value={typed.headers}
              onChange={(event) => change({ headers: event.currentTarget.value })}
            />
            {lacking.length > 0 && (
              <Text size="sm" c="dimmed" role="status">
                {t('fillIn')}{' '}
                {lacking.map((p) => (
                  <Code key={p.name}>{p.name}</Code>
                ))}
              </Text>
            )}
            <Group gap="xs">
              <Button type="submit" loading={send.isPending} disabled={lacking.length > 0}>
                {t('send')}
              </Button>
              <Button variant="default" onClick={() => setShown(true)}>
                {t('asCurl')}
              </Button>
            </Group>
          </Stack>
        </form>
      </Section>
      <Section title={t('answer')}>
        <span role="status" className="unseen">
          {send.data && t('answeredWith', { status: send.data.status })}
        </span>
        {send.isError && <ProblemAlert error={send.error} />}
        {send.data ? (
          <ConsoleAnswer key={send.submittedAt} answer={send.data} api={api} application={application.id} />
        ) : (
          !send.isError && (
            <Text size="sm" c="dimmed">
              {t(send.isPending ? 'sending' : 'notSent')}
            </Text>
          )
        )}
      </Section>
      <Modal opened={shown} onClose={() => setShown(false)} title={t('asCurl')} size="lg" centered>
        <Stack>
          <Text size="sm">{t('asCurlText')}</Text>
          <CopyCode code={asCurl((_, word) => word)} copied={asCurl((value) => value)} what={t('asCurl')} />
        </Stack>
      </Modal>
    </div>
  );
}
