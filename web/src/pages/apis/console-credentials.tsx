import { Anchor, Button, Code, Group, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { accessToken, currentCredential, ownAccessToken } from '@/api/access-token';
import { sendRaw } from '@/api/documents';
import { exampleToken, type ApiDocument, type SecurityScheme } from '@/api/openapi';
import { CallFailed } from '@/api/problem';
import { ProblemAlert } from '@/parts/problem-alert';
import type { Credentials } from './credentials';
import type { Application } from './data';
import { tokenIn } from './exchanged';
import { useTexts } from './texts';

interface Props {
  application: Application;
  document: ApiDocument;
  bearer: Credentials['bearer'];
  secrets: SecurityScheme[];
  token: string;
  onToken: (token: string) => void;
  secretOf: (name: string) => string;
  onSecret: (name: string, value: string) => void;
}

/** What the call is made with. Secrets are typed or fetched for this page alone, and gone with it. */
export function ConsoleCredentials({ application, document, bearer, secrets, token, onToken, secretOf, onSecret }: Props) {
  const t = useTexts();
  return (
    <Stack gap="sm">
      <Text size="sm">
        {t('key')} <Code>{application.clientId}</Code>
      </Text>
      {secrets.map((scheme) => (
        <Secret key={scheme.name} application={application} scheme={scheme} value={secretOf(scheme.name)} onChange={(value) => onSecret(scheme.name, value)} />
      ))}
      {bearer !== undefined && (
        <PasswordInput
          label={t(bearer === 'application' ? 'applicationToken' : 'customerToken')}
          description={t(bearer === 'application' ? 'applicationTokenText' : 'customerTokenText')}
          autoComplete="off"
          value={token}
          onChange={(event) => onToken(event.currentTarget.value)}
        />
      )}
      {bearer === 'application' && <ApplicationToken application={application} onToken={onToken} />}
      {bearer === 'customer' && <CustomerToken application={application} document={document} onToken={onToken} />}
    </Stack>
  );
}

/** Fetches an access token, with the secret that is typed or with the application's own. */
function ApplicationToken({ application, onToken }: { application: Application; onToken: (token: string) => void }) {
  const t = useTexts();
  const [secret, setSecret] = useState('');
  const token = useMutation({
    gcTime: 0,
    mutationFn: () => (secret === '' ? ownAccessToken(application.id) : accessToken(application.clientId ?? '', secret)),
    onSuccess: (value) => {
      setSecret('');
      onToken(value);
    },
  });
  return (
    <>
      <Group align="end" gap="sm">
        <PasswordInput
          className="grow"
          miw="12rem"
          label={t('clientSecret')}
          description={t('clientSecretText')}
          autoComplete="off"
          value={secret}
          onChange={(event) => setSecret(event.currentTarget.value)}
        />
        <Button variant="default" loading={token.isPending} onClick={() => token.mutate()}>
          {t('getToken')}
        </Button>
      </Group>
      {token.isError && <ProblemAlert error={token.error} />}
    </>
  );
}

/** A customer's token: the document's own example, or one that is exchanged for that of another login. */
function CustomerToken({ application, document, onToken }: { application: Application; document: ApiDocument; onToken: (token: string) => void }) {
  const t = useTexts();
  const [other, setOther] = useState('');
  const example = exampleToken(document.root);
  const exchange = document.operations.find((o) => o.id === 'exchangeToken');
  const exchanged = useMutation({
    gcTime: 0,
    mutationFn: async () => {
      const answer = await sendRaw({
        method: 'POST',
        path: `${document.basePath}${exchange?.path ?? ''}`,
        headers: { 'x-api-key': application.clientId ?? '', 'content-type': 'application/json' },
        body: JSON.stringify({ token: other }),
      });
      const { token, problem } = tokenIn(answer.text);
      if (token === undefined) {
        throw new CallFailed(answer.status, problem, undefined);
      }
      return token;
    },
    onSuccess: onToken,
  });
  return (
    <>
      {example !== '' && (
        <Text size="sm">
          <Anchor component="button" type="button" size="sm" onClick={() => onToken(example)}>
            {t('useExampleToken')}
          </Anchor>
        </Text>
      )}
      {exchange && (
        <Group align="end" gap="sm">
          <TextInput
            className="grow"
            miw="12rem"
            label={t('otherToken')}
            description={t('otherTokenText')}
            autoComplete="off"
            value={other}
            onChange={(event) => setOther(event.currentTarget.value)}
          />
          <Button variant="default" disabled={other === ''} loading={exchanged.isPending} onClick={() => exchanged.mutate()}>
            {t('exchange')}
          </Button>
        </Group>
      )}
      {exchanged.isError && <ProblemAlert error={exchanged.error} />}
    </>
  );
}

function Secret({ application, scheme, value, onChange }: { application: Application; scheme: SecurityScheme; value: string; onChange: (value: string) => void }) {
  const t = useTexts();
  const own = useMutation({
    gcTime: 0,
    mutationFn: async () => (await currentCredential(application.id))?.serverHash ?? '',
    onSuccess: onChange,
  });
  return (
    <>
      <Group align="end" gap="sm">
        <PasswordInput className="grow" miw="12rem" label={scheme.name} autoComplete="off" value={value} onChange={(event) => onChange(event.currentTarget.value)} />
        {scheme.name === 'server-hash' && (
          <Button variant="default" loading={own.isPending} onClick={() => own.mutate()}>
            {t('useOwn')}
          </Button>
        )}
      </Group>
      {own.isError && <ProblemAlert error={own.error} />}
    </>
  );
}
