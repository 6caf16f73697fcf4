import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { readClients } from '@/api/documents';
import { CopyCode } from '@/parts/copy-field';
import { QueryView } from '@/parts/query-view';
import { Section } from '@/parts/section';
import { useOpened } from './data';
import { useTexts } from './texts';

/** The document to take away, and clients that were made from it. */
export function Component() {
  const t = useTexts();
  const { api, documentVersion } = useOpened();
  const query = useQuery({ queryKey: ['clients'], queryFn: readClients, staleTime: Infinity });
  const document = `/openapi/${encodeURIComponent(api.api)}`;
  return (
    <Stack gap="lg">
      <Section title={t('document')} text={t('documentText')}>
        <Group gap="sm">
          <Download href={`${document}.yaml`} name={`${api.api}.yaml`} label="YAML" />
          <Download href={`${document}.json`} name={`${api.api}.json`} label="JSON" />
          <Anchor href={`/docs/${encodeURIComponent(api.api)}`} size="sm">
            {t('swagger')}
          </Anchor>
        </Group>
      </Section>
      <Section title={t('clients')} text={t('clientsText', { version: documentVersion ?? '' })}>
        <QueryView query={query} loading={t('loadingClients')}>
          {(clients) => {
            const found = clients.find((c) => c.api === api.api);
            return (
              <Stack gap="lg">
                {found === undefined && <Text c="dimmed">{t('noClients')}</Text>}
                {found?.typescript !== undefined && (
                  <Client language="TypeScript" href={found.typescript} name={`${api.api}-typescript.zip`} commands={typescriptCommands(found.typescript, api.api)} />
                )}
                {found && <Client language="Go" href={found.go} name={`${api.api}-go.zip`} commands={goCommands(found.go, api.api)} />}
              </Stack>
            );
          }}
        </QueryView>
      </Section>
    </Stack>
  );
}

const fetched = (file: string, href: string, folder: string) => [
  `curl -sfo ${file} ${window.location.origin}${href}`,
  `unzip -q ${file} -d ${folder}`,
];

const typescriptCommands = (href: string, api: string) => [...fetched('typescript.zip', href, `sandbank-${api}`), `npm install ./sandbank-${api}`].join('\n');

const goCommands = (href: string, api: string) => [...fetched('go.zip', href, api), `cd ${api} && go test ./...`].join('\n');

function Download({ href, name, label }: { href: string; name: string; label: string }) {
  const t = useTexts();
  return (
    <Button component="a" href={href} download={name} variant="default" leftSection={<IconDownload size={16} aria-hidden />} aria-label={t('download', { what: name })}>
      {label}
    </Button>
  );
}

function Client({ language, href, name, commands }: { language: string; href: string; name: string; commands: string }) {
  const t = useTexts();
  return (
    <Stack gap="xs">
      <Group gap="sm">
        <Download href={href} name={name} label={language} />
      </Group>
      <CopyCode code={commands} what={t('commandsFor', { language })} />
    </Stack>
  );
}
