import { SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ifMatch, portal, type PortalSchemas } from '@/api/clients';
import { answered } from '@/api/problem';
import { useProgramme } from '@/app/programme';
import { sideOf, type Person } from '@/app/session';
import { sessionKey } from '@/app/session-key';
import { useShellTexts } from '@/app/shell-texts';
import { checkCustom, CustomFields, givenValues, valuesOf, type CustomField } from '@/parts/custom-fields';
import { EditorForm, type Edition } from '@/parts/editor-dialog';
import { Time } from '@/parts/figures';
import { PageHeader } from '@/parts/page-header';
import { QueryView } from '@/parts/query-view';
import { Facts, Section } from '@/parts/section';
import { EmailSection } from './email';
import { Join } from './join';
import { PasswordSection } from './password';
import { useTexts } from './texts';

const profileQuery = queryOptions({ queryKey: ['profile'], queryFn: () => answered(portal.GET('/me')) });

/** The account of whoever is signed in. */
export function Component() {
  const t = useTexts();
  const profile = useQuery(profileQuery);
  const programme = useProgramme();
  return (
    <>
      <PageHeader title={t('title')} />
      <QueryView query={profile} loading={t('loading')}>
        {(person) => (
          <Stack gap="lg">
            <Account person={person} />
            {sideOf(person) === 'none' && <Join />}
            <QueryView query={programme} loading={t('loading')}>
              {({ fields, passwordMinLength }) => (
                <>
                  <Details person={person} fields={fields.filter((f) => f.tab === 'person')} />
                  <EmailSection person={person} />
                  <PasswordSection least={passwordMinLength} />
                </>
              )}
            </QueryView>
          </Stack>
        )}
      </QueryView>
    </>
  );
}

function Account({ person }: { person: Person }) {
  const t = useTexts();
  const shell = useShellTexts();
  return (
    <Section title={t('account')}>
      <Facts
        facts={[
          [t('username'), person.username],
          [t('email'), person.email],
          [t('organisation'), person.organisation?.name],
          [t('role'), shell(person.role ?? 'none')],
          [t('createdAt'), <Time key="created" value={person.createdAt} only="date" />],
          [t('lastSignIn'), person.lastSignInAt && <Time value={person.lastSignInAt} />],
        ]}
      />
    </Section>
  );
}

interface Values extends Record<string, unknown> {
  firstName: string;
  lastName: string;
  mobile: string;
  custom: Record<string, string>;
}

function contentOf({ firstName, lastName, mobile, custom }: Values): PortalSchemas['ProfileChange'] {
  const given = givenValues(custom);
  return {
    firstName: firstName.trim(),
    lastName: lastName.trim(),
    ...(mobile.trim() && { mobile: mobile.trim() }),
    ...(given && { custom: given }),
  };
}

/** The names, the mobile number, and what the bank asks for besides. */
function Details({ person, fields }: { person: Person; fields: CustomField[] }) {
  const t = useTexts();
  const cache = useQueryClient();
  const [opened, setOpened] = useState(person);
  const [saved, setSaved] = useState(false);
  const needed = (v: string) => (v.trim() === '' ? t('needed') : null);
  const edition = (p: Person): Edition<Values> => ({
    values: { firstName: p.firstName, lastName: p.lastName, mobile: p.mobile ?? '', custom: valuesOf(fields, 'person', p.custom) },
    version: p.version,
  });
  return (
    <Section title={t('details')} text={t('detailsText')}>
      <Stack maw="40rem" onChange={() => setSaved(false)}>
        <EditorForm<Values, Person>
          key={opened.version}
          initial={edition(opened)}
          validate={{
            firstName: needed,
            lastName: needed,
            mobile: (v) => (v.trim() === '' || /^\+?[0-9]{5,17}$/.test(v.trim()) ? null : t('badMobile')),
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
          names={{ firstName: t('firstName'), lastName: t('lastName'), mobile: t('mobile'), custom: t('custom') }}
          send={({ values, version }) => answered(portal.PUT('/me', { params: { header: { 'If-Match': ifMatch(version) } }, body: contentOf(values) }))}
          newest={async () => edition(await cache.query({ ...profileQuery, staleTime: 0 }))}
          onDone={(changed) => {
            cache.setQueryData(profileQuery.queryKey, changed);
            cache.setQueryData(sessionKey, changed);
            setOpened(changed);
            setSaved(true);
          }}
          action={t('save')}
        >
          {(form) => (
            <>
              <SimpleGrid cols={{ base: 1, xs: 2 }}>
                <TextInput label={t('firstName')} autoComplete="given-name" required maxLength={200} {...form.getInputProps('firstName')} />
                <TextInput label={t('lastName')} autoComplete="family-name" required maxLength={200} {...form.getInputProps('lastName')} />
              </SimpleGrid>
              <TextInput label={t('mobile')} type="tel" autoComplete="tel" {...form.getInputProps('mobile')} />
              <CustomFields fields={fields} tab="person" form={form} at="custom" />
            </>
          )}
        </EditorForm>
        <Text size="sm" role="status" ta="right">
          {saved ? t('saved') : ''}
        </Text>
      </Stack>
    </Section>
  );
}
