import { Group, Text, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ifMatch, portal, type PortalSchemas } from '@/api/clients';
import { answered } from '@/api/problem';
import { programmeKey } from '@/app/session-key';
import { EditorForm, type Edition } from '@/parts/editor-dialog';
import { QueryView } from '@/parts/query-view';
import { Facts, Section } from '@/parts/section';
import { settingsQuery, useBankChanged, useIsBankAdmin } from './data';
import { useChecks } from './fields';
import { useTexts } from './texts';

type Settings = PortalSchemas['Settings'];

interface Values extends Record<string, unknown> {
  bankName: string;
  supportEmail: string;
  name: string;
  email: string;
  telephone: string;
}

const editionOf = (s: Settings): Edition<Values> => ({
  values: {
    bankName: s.bankName,
    supportEmail: s.supportEmail,
    name: s.relationshipManager.name,
    email: s.relationshipManager.email,
    telephone: s.relationshipManager.telephone ?? '',
  },
  version: s.version,
});

/** The bank's name, where feedback goes, and who looks after organisations that have nobody of their own. */
export function Component() {
  const t = useTexts();
  const admin = useIsBankAdmin();
  const query = useQuery(settingsQuery);
  return (
    <Section title={t('general')}>
      <QueryView query={query} loading={t('loadingSettings')}>
        {(settings) => (admin ? <Form settings={settings} /> : <Shown settings={settings} />)}
      </QueryView>
    </Section>
  );
}

function Shown({ settings: s }: { settings: Settings }) {
  const t = useTexts();
  return (
    <Facts
      facts={[
        [t('bankName'), s.bankName],
        [t('supportEmail'), s.supportEmail],
        [t('relationshipManager'), s.relationshipManager.name],
        [t('email'), s.relationshipManager.email],
        [t('telephone'), s.relationshipManager.telephone],
      ]}
    />
  );
}

function Form({ settings }: { settings: Settings }) {
  const t = useTexts();
  const cache = useQueryClient();
  const changed = useBankChanged();
  const { needed } = useChecks();
  const [saved, setSaved] = useState<number>();
  return (
    <EditorForm
      // A form that was saved begins anew with what was saved.
      key={saved}
      initial={editionOf(settings)}
      names={{ bankName: t('bankName'), supportEmail: t('supportEmail'), name: t('relationshipManager'), email: t('email'), telephone: t('telephone') }}
      validate={{ bankName: needed, supportEmail: needed, name: needed, email: needed }}
      fieldOf={(path) => path.replace(/^relationshipManager\./, '')}
      send={({ values: v, version }) =>
        answered(
          portal.PUT('/bank/settings', {
            params: { header: { 'If-Match': ifMatch(version) } },
            body: {
              bankName: v.bankName.trim(),
              supportEmail: v.supportEmail.trim(),
              fields: settings.fields,
              relationshipManager: { name: v.name.trim(), email: v.email.trim(), ...(v.telephone.trim() && { telephone: v.telephone.trim() }) },
            },
          }),
        )
      }
      newest={async () => editionOf(await cache.query({ ...settingsQuery, staleTime: 0 }))}
      onDone={async (now) => {
        cache.setQueryData(settingsQuery.queryKey, now);
        setSaved(now.version);
        await Promise.all([changed(), cache.invalidateQueries({ queryKey: programmeKey })]);
      }}
      action={t('save')}
    >
      {(form) => (
        <>
          <TextInput label={t('bankName')} required maxLength={200} maw="32rem" {...form.getInputProps('bankName')} />
          <TextInput label={t('supportEmail')} description={t('supportEmailHint')} type="email" required maw="32rem" {...form.getInputProps('supportEmail')} />
          <div>
            <Text fw={600}>{t('relationshipManager')}</Text>
            <Text size="sm" c="dimmed" mb="xs">
              {t('defaultManagerHint')}
            </Text>
            <Group align="start" gap="sm">
              <TextInput label={t('name')} required maxLength={200} className="grow" miw="12rem" {...form.getInputProps('name')} />
              <TextInput label={t('email')} type="email" required className="grow" miw="12rem" {...form.getInputProps('email')} />
              <TextInput label={t('telephone')} type="tel" className="grow" miw="12rem" {...form.getInputProps('telephone')} />
            </Group>
          </div>
          {saved === settings.version && (
            <Text size="sm" role="status">
              {t('saved')}
            </Text>
          )}
        </>
      )}
    </EditorForm>
  );
}
