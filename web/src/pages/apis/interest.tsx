import { Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { idempotencyKey, portal } from '@/api/clients';
import { answered } from '@/api/problem';
import { DialogForm } from '@/parts/dialog-form';
import { useSubmit } from '@/parts/use-submit';
import type { ApiDetail } from './data';
import { useTexts } from './texts';

/** Tells the bank that the organisation is interested in an API. */
export function ShowInterest({ api, onDone, onCancel }: { api: ApiDetail['api']; onDone: () => void; onCancel: () => void }) {
  const t = useTexts();
  const [key] = useState(idempotencyKey);
  const form = useForm({ initialValues: { comment: '' } });
  const { onSubmit, busy, alert } = useSubmit({
    form,
    send: ({ comment }) =>
      answered(
        portal.POST('/catalogue/apis/{api}/interest', {
          params: { path: { api: api.api }, header: { 'Idempotency-Key': key } },
          body: { ...(comment.trim() && { comment: comment.trim() }) },
        }),
      ),
    onSuccess: onDone,
  });
  return (
    <DialogForm onSubmit={onSubmit} busy={busy} action={t('tellBank')} onCancel={onCancel}>
      <Text size="sm">{t('interestText', { api: api.title })}</Text>
      <Textarea label={t('comment')} description={t('optional')} autosize minRows={3} maxLength={4000} {...form.getInputProps('comment')} />
      {alert}
    </DialogForm>
  );
}
