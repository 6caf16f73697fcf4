import { Box, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { ifMatch, portal, type PortalSchemas } from '@/api/clients';
import { answered } from '@/api/problem';
import { organisationQuery } from '@/app/organisation';
import { useProgramme } from '@/app/programme';
import { sessionKey } from '@/app/session-key';
import { checkCustom, CustomFields, givenValues, valuesOf, type CustomField } from '@/parts/custom-fields';
import { EditorForm, type Edition } from '@/parts/editor-dialog';
import { QueryView } from '@/parts/query-view';
import { Section } from '@/parts/section';
import { useChanged, useOpened } from './data';
import { useTexts } from './texts';

interface Values extends Record<string, unknown> {
  name: string;
  website: string;
  custom: Record<string, string>;
}

/** The page that changes the organisation. Developers are refused by the server. */
export function Component() {
  const t = useTexts();
  const programme = useProgramme();
  return (
    <Section title={t('edit')} text={t('editText')}>
      <QueryView query={programme} loading={t('loadingForm')}>
        {({ fields }) => <Edit fields={fields.filter((f) => f.tab === 'organisation')} />}
      </QueryView>
    </Section>
  );
}

function contentOf({ name, website, custom }: Values): PortalSchemas['OrganisationChange'] {
  const given = givenValues(custom);
  return { name: name.trim(), ...(website.trim() && { website: website.trim() }), ...(given && { custom: given }) };
}

function Edit({ fields }: { fields: CustomField[] }) {
  const t = useTexts();
  const o = useOpened();
  const cache = useQueryClient();
  const navigate = useNavigate();
  const changed = useChanged();
  const edition = (it: PortalSchemas['Organisation']): Edition<Values> => ({
    values: { name: it.name, website: it.website ?? '', custom: valuesOf(fields, 'organisation', it.custom) },
    version: it.version,
  });
  return (
    <Box maw="40rem">
      <EditorForm<Values, PortalSchemas['Organisation']>
        initial={edition(o)}
        validate={{
          name: (v) => (v.trim() === '' ? t('needed') : null),
          website: (v) => (v.trim() === '' || /^https?:\/\/\S+$/.test(v.trim()) ? null : t('badWebsite')),
          custom: Object.fromEntries(
            fields.map((f) => [
              f.key,
              (v: string) => {
                const wrong = checkCustom(f, v);
                return wrong && t(wrong);
              },
            ]),
          ),
        }}
        names={{ name: t('name'), website: t('website'), custom: t('custom') }}
        send={({ values, version }) => answered(portal.PUT('/organisation', { params: { header: { 'If-Match': ifMatch(version) } }, body: contentOf(values) }))}
        newest={async () => edition(await cache.query({ ...organisationQuery, staleTime: 0 }))}
        onDone={async () => {
          await Promise.all([changed(), cache.invalidateQueries({ queryKey: sessionKey })]);
          await navigate('/organisation');
        }}
        onCancel={() => void navigate('/organisation')}
        action={t('save')}
      >
        {(form) => (
          <>
            <TextInput label={t('name')} description={t('nameHint')} required maxLength={200} {...form.getInputProps('name')} />
            <TextInput label={t('website')} description={t('websiteHint')} type="url" {...form.getInputProps('website')} />
            <CustomFields fields={fields} tab="organisation" form={form} at="custom" />
          </>
        )}
      </EditorForm>
    </Box>
  );
}
