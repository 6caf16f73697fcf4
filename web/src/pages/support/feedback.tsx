import { Button, Group, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { portal, type PortalSchemas } from '@/api/clients';
import { canProve, humanProof } from '@/api/human-proof';
import { answered } from '@/api/problem';
import { useProgramme } from '@/app/programme';
import { useSession } from '@/app/session';
import { QueryView } from '@/parts/query-view';
import { Section } from '@/parts/section';
import { useSubmit } from '@/parts/use-submit';
import { Received } from './received';
import { useTexts } from './texts';

const kinds = ['suggestion', 'api-testing', 'signup', 'uat-form', 'url-testing', 'others'] as const;

/** Feedback to the bank's support. Whoever is not signed in gives an address, and passes the check of the public forms. */
export function Component() {
  const t = useTexts();
  const session = useSession();
  const programme = useProgramme();
  const [receipt, setReceipt] = useState<PortalSchemas['EnquiryReceipt']>();
  return (
    <Section title={t('feedback')} text={t('feedbackText')}>
      {receipt ? (
        <Received receipt={receipt} text={t('feedbackNext')} onAnother={() => setReceipt(undefined)} />
      ) : (
        <QueryView query={session} loading={t('loadingForm')}>
          {(person) => (
            <QueryView query={programme} loading={t('loadingForm')}>
              {({ humanCheck }) => <FeedbackForm visitor={person === null} check={humanCheck} onSent={setReceipt} />}
            </QueryView>
          )}
        </QueryView>
      )}
    </Section>
  );
}

interface Props {
  visitor: boolean;
  check: PortalSchemas['HumanCheck'];
  onSent: (receipt: PortalSchemas['EnquiryReceipt']) => void;
}

function FeedbackForm({ visitor, check, onSent }: Props) {
  const t = useTexts();
  const form = useForm<{ kind: PortalSchemas['FeedbackKind']; message: string; email: string }>({
    initialValues: { kind: visitor ? 'signup' : 'suggestion', message: '', email: '' },
    validate: {
      message: (v) => (v.trim() === '' ? t('needed') : null),
      email: (v) => (!visitor || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(v.trim()) ? null : t('badEmail')),
    },
  });
  const { onSubmit, busy, alert } = useSubmit({
    form,
    send: async ({ kind, message, email }, key) =>
      answered(
        portal.POST('/feedback', {
          params: { header: { 'Idempotency-Key': key } },
          body: { kind, message: message.trim(), ...(visitor && { email: email.trim(), ...(await humanProof(check)) }) },
        }),
      ),
    onSuccess: onSent,
  });
  if (visitor && !canProve(check)) {
    return <Text>{t('humanCheck', { provider: check.provider ?? '' })}</Text>;
  }
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack maw="40rem">
        <Select label={t('kind')} data={kinds.map((k) => ({ value: k, label: t(`kind_${k}`) }))} allowDeselect={false} {...form.getInputProps('kind')} />
        <Textarea label={t('message')} required autosize minRows={5} maxLength={4000} {...form.getInputProps('message')} />
        {visitor && (
          <TextInput
            label={t('email')}
            description={t('emailHint')}
            type="email"
            autoComplete="email"
            required
            maxLength={254}
            {...form.getInputProps('email')}
          />
        )}
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
