import { Button, Group, NumberInput, Stack, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { portal, type PortalSchemas } from '@/api/clients';
import { answered } from '@/api/problem';
import { Section } from '@/parts/section';
import { useSubmit } from '@/parts/use-submit';
import { Received } from './received';
import { useTexts } from './texts';

/** Tells the bank which API is missing. */
export function Component() {
  const t = useTexts();
  const [receipt, setReceipt] = useState<PortalSchemas['EnquiryReceipt']>();
  return (
    <Section title={t('newApi')} text={t('newApiText')}>
      {receipt ? (
        <Received receipt={receipt} text={t('newApiNext')} onAnother={() => setReceipt(undefined)} />
      ) : (
        <WishForm onSent={setReceipt} />
      )}
    </Section>
  );
}

function WishForm({ onSent }: { onSent: (receipt: PortalSchemas['EnquiryReceipt']) => void }) {
  const t = useTexts();
  const needed = (v: string) => (v.trim() === '' ? t('needed') : null);
  const form = useForm<{ title: string; purpose: string; expectedCallsPerDay: number | string }>({
    initialValues: { title: '', purpose: '', expectedCallsPerDay: '' },
    validate: { title: needed, purpose: needed },
  });
  const { onSubmit, busy, alert } = useSubmit({
    form,
    send: ({ title, purpose, expectedCallsPerDay: calls }, key) =>
      answered(
        portal.POST('/api-requests', {
          params: { header: { 'Idempotency-Key': key } },
          body: { title: title.trim(), purpose: purpose.trim(), ...(calls !== '' && { expectedCallsPerDay: Number(calls) }) },
        }),
      ),
    onSuccess: onSent,
  });
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack maw="40rem">
        <TextInput label={t('apiTitle')} description={t('apiTitleHint')} required maxLength={200} {...form.getInputProps('title')} />
        <Textarea label={t('purpose')} description={t('purposeHint')} required autosize minRows={4} maxLength={4000} {...form.getInputProps('purpose')} />
        <NumberInput
          label={t('expectedCalls')}
          description={t('expectedCallsHint')}
          min={0}
          max={1_000_000_000}
          allowDecimal={false}
          thousandSeparator=","
          {...form.getInputProps('expectedCallsPerDay')}
        />
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
