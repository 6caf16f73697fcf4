import { Alert, Anchor, Button, Group, Stack, Tabs, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { portal, type PortalSchemas } from '@/api/clients';
import { canProve, humanProof } from '@/api/human-proof';
import { answered } from '@/api/problem';
import { useProgramme } from '@/app/programme';
import { Time } from '@/parts/figures';
import { QueryView } from '@/parts/query-view';
import { useSubmit } from '@/parts/use-submit';
import { accepted, Agreements } from './agreements';
import { Card } from './card';
import { checkCustom, CustomFields, givenValues, noValues, type CustomTab } from '@/parts/custom-fields';
import { checkPerson, PersonFields, type PersonValues } from './person-fields';
import { useTexts } from './texts';

type Form = PortalSchemas['RegistrationForm'];
type Receipt = PortalSchemas['RegistrationReceipt'];

interface Values extends Record<string, unknown> {
  person: PersonValues & { email: string };
  organisation: { name: string; website: string; custom: Record<string, string> };
  accepted: Record<string, boolean>;
}

export function Component() {
  const t = useTexts();
  const programme = useProgramme();
  const [sent, setSent] = useState<{ receipt: Receipt; email: string }>();
  if (sent) {
    return <Sent {...sent} />;
  }
  return (
    <Card
      wide
      title={t('registerTitle')}
      text={t('registerText')}
      below={
        <>
          {t('haveAccount')}{' '}
          <Anchor component={Link} to="/sign-in">
            {t('signIn')}
          </Anchor>
        </>
      }
    >
      <QueryView query={programme} loading={t('loadingForm')}>
        {(data) => <Registration programme={data} onSent={(receipt, email) => setSent({ receipt, email })} />}
      </QueryView>
    </Card>
  );
}

function Sent({ receipt, email }: { receipt: Receipt; email: string }) {
  const t = useTexts();
  return (
    <Card
      title={t('registered')}
      text={t('registeredText', { email, username: receipt.username })}
      below={
        <Anchor component={Link} to="/activation-mail">
          {t('resend')}
        </Anchor>
      }
    >
      <Text>
        {t('activateUntil')} <Time value={receipt.activateUntil} />
      </Text>
    </Card>
  );
}

function useRegistrationForm(programme: Form) {
  const t = useTexts();
  const { fields, agreements, passwordMinLength: least } = programme;
  const custom = (tab: CustomTab) =>
    Object.fromEntries(
      fields
        .filter((f) => f.tab === tab)
        .map((f) => [
          f.key,
          (v: string) => {
            const wrong = checkCustom(f, v);
            return wrong && t(wrong);
          },
        ]),
    );
  return useForm<Values>({
    initialValues: {
      person: { username: '', password: '', firstName: '', lastName: '', email: '', mobile: '', custom: noValues(fields, 'person') },
      organisation: { name: '', website: '', custom: noValues(fields, 'organisation') },
      accepted: Object.fromEntries(agreements.map((a) => [a.agreement, false])),
    },
    validate: {
      person: {
        ...checkPerson(least, t),
        email: (v: string) => (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(v.trim()) ? null : t('badEmail')),
        custom: custom('person'),
      },
      organisation: {
        name: (v: string) => (v.trim() === '' ? t('needed') : null),
        website: (v: string) => (v.trim() === '' || /^https?:\/\/\S+$/.test(v.trim()) ? null : t('badWebsite')),
        custom: custom('organisation'),
      },
      accepted: Object.fromEntries(agreements.map((a) => [a.agreement, (v: boolean) => (v ? null : t('acceptNeeded'))])),
    },
  });
}

/** What is sent for what was filled in. */
function registrationOf({ person, organisation }: Values, programme: Form): PortalSchemas['NewRegistration'] {
  const mobile = person.mobile.trim();
  const website = organisation.website.trim();
  const ofPerson = givenValues(person.custom);
  const ofOrganisation = givenValues(organisation.custom);
  return {
    person: {
      username: person.username.trim(),
      password: person.password,
      firstName: person.firstName.trim(),
      lastName: person.lastName.trim(),
      email: person.email.trim(),
      ...(mobile !== '' && { mobile }),
      ...(ofPerson && { custom: ofPerson }),
    },
    organisation: {
      name: organisation.name.trim(),
      ...(website !== '' && { website }),
      ...(ofOrganisation && { custom: ofOrganisation }),
    },
    agreements: accepted(programme.agreements),
  };
}

function Registration({ programme, onSent }: { programme: Form; onSent: (receipt: Receipt, email: string) => void }) {
  const t = useTexts();
  const [tab, setTab] = useState<CustomTab>('person');
  const form = useRegistrationForm(programme);
  const availability = useMutation({
    mutationFn: (question: PortalSchemas['AvailabilityQuestion']) => answered(portal.POST('/registrations/availability', { body: question })),
    onSuccess: (answer) => {
      if (answer.username === false) {
        form.setFieldError('person.username', t('nameTaken'));
      }
      if (answer.organisationName === false) {
        form.setFieldError('organisation.name', t('nameTaken'));
      }
    },
  });
  const ask = (question: PortalSchemas['AvailabilityQuestion'], field: string, value: string) => {
    if (value !== '' && !programme.humanCheck.required && !form.validateField(field).hasError) {
      availability.mutate(question);
    }
  };
  const { onSubmit, busy, alert } = useSubmit({
    form,
    send: async (values) => {
      const body = { ...registrationOf(values, programme), ...(await humanProof(programme.humanCheck)) };
      return answered(portal.POST('/registrations', { body }));
    },
    onSuccess: (receipt) => onSent(receipt, form.getValues().person.email.trim()),
  });
  const next = () => {
    const wrong = Object.keys(form.validate().errors).filter((path) => path.startsWith('person.'));
    form.clearErrors();
    wrong.forEach((path) => form.validateField(path));
    if (wrong[0] === undefined) {
      setTab('organisation');
    } else {
      form.getInputNode(wrong[0])?.focus();
    }
  };
  if (!canProve(programme.humanCheck)) {
    return <Alert color="yellow">{t('humanCheck', { provider: programme.humanCheck.provider ?? '' })}</Alert>;
  }
  const wrongPerson = Object.keys(form.errors).some((path) => path.startsWith('person.'));
  return (
    <form onSubmit={onSubmit} noValidate>
      <Tabs value={tab} onChange={(v) => setTab(v === 'organisation' ? v : 'person')} keepMounted>
        <Tabs.List mb="lg">
          <Tabs.Tab value="person" c={wrongPerson ? 'var(--mantine-color-error)' : undefined}>
            {t('tabPerson')}
          </Tabs.Tab>
          <Tabs.Tab value="organisation">{t('tabOrganisation')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="person">
          <Stack>
            <PersonFields form={form} least={programme.passwordMinLength} onUsername={(username) => ask({ username }, 'person.username', username)} />
            <TextInput label={t('email')} type="email" autoComplete="email" required {...form.getInputProps('person.email')} />
            <CustomFields fields={programme.fields} tab="person" form={form} at="person.custom" />
            <Button onClick={next}>{t('next')}</Button>
          </Stack>
        </Tabs.Panel>
        <Tabs.Panel value="organisation">
          <Stack>
            <OrganisationFields form={form} onName={(organisationName) => ask({ organisationName }, 'organisation.name', organisationName)} />
            <CustomFields fields={programme.fields} tab="organisation" form={form} at="organisation.custom" />
            <Agreements agreements={programme.agreements} form={form} />
            {alert}
            <Group grow>
              <Button variant="default" onClick={() => setTab('person')}>
                {t('back')}
              </Button>
              <Button type="submit" loading={busy}>
                {t('register')}
              </Button>
            </Group>
          </Stack>
        </Tabs.Panel>
      </Tabs>
    </form>
  );
}

function OrganisationFields({ form, onName }: { form: ReturnType<typeof useRegistrationForm>; onName: (name: string) => void }) {
  const t = useTexts();
  const name = form.getInputProps('organisation.name') as { value: string; onBlur?: (e: unknown) => void };
  return (
    <>
      <TextInput
        label={t('organisationName')}
        autoComplete="organization"
        required
        maxLength={200}
        {...name}
        onBlur={(event) => {
          name.onBlur?.(event);
          onName(name.value.trim());
        }}
      />
      <TextInput label={t('website')} description={t('websiteHint')} type="url" autoComplete="url" {...form.getInputProps('organisation.website')} />
    </>
  );
}
