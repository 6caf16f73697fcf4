import { Button, Group, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { portal, type PortalSchemas } from '@/api/clients';
import { answered } from '@/api/problem';
import { organisationQuery } from '@/app/organisation';
import { usePerson } from '@/app/session';
import { QueryView } from '@/parts/query-view';
import { Section } from '@/parts/section';
import { useSubmit } from '@/parts/use-submit';
import { Received } from './received';
import { useTexts } from './texts';

/** A message to the organisation's relationship manager at the bank. */
export function Component() {
  const t = useTexts();
  const { email } = usePerson();
  const organisation = useQuery(organisationQuery);
  const [receipt, setReceipt] = useState<PortalSchemas['EnquiryReceipt']>();
  return (
    <Section title={t('contact')} text={t('contactText', { email })}>
      <Stack gap="md">
        <QueryView query={organisation} loading={t('loadingManager')}>
          {({ relationshipManager: m }) => (
            <Text>
              {m ? t('toManager', { name: m.name, email: m.email }) : t('toBank')}
              {m?.telephone !== undefined && ` · ${m.telephone}`}
            </Text>
          )}
        </QueryView>
        {receipt ? (
          <Received receipt={receipt} text={t('contactNext', { email })} onAnother={() => setReceipt(undefined)} />
        ) : (
          <ContactForm onSent={setReceipt} />
        )}
      </Stack>
    </Section>
  );
}

function ContactForm({ onSent }: { onSent: (receipt: PortalSchemas['EnquiryReceipt']) => void }) {
  const t = useTexts();
  const needed = (v: string) => (v.trim() === '' ? t('needed') : null);
  const form = useForm({ initialValues: { subject: '', message: '' }, validate: { subject: needed, message: needed } });
  const { onSubmit, busy, alert } = useSubmit({
    form,
    send: ({ subject, message }, key) =>
      answered(
        portal.POST('/contact', { params: { header: { 'Idempotency-Key': key } }, body: { subject: subject.trim(), message: message.trim() } }),
      ),
    onSuccess: onSent,
  });
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack maw="40rem">
        <TextInput label={t('subject')} required maxLength={200} {...form.getInputProps('subject')} />
        <Textarea label={t('message')} required autosize minRows={5} maxLength={4000} {...form.getInputProps('message')} />
        {alert}
        <Group>
          <Button type="submit" loading={busy}>
            {t('send')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
