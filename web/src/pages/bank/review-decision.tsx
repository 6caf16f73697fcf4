import { Anchor, Button, Checkbox, Group, Radio, Select, Stack, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { idempotencyKey, ifMatch, portal } from '@/api/clients';
import { answered, CallFailed } from '@/api/problem';
import { useLimits } from '@/parts/limits';
import { Notice } from '@/parts/notice';
import { Section } from '@/parts/section';
import { useSubmit } from '@/parts/use-submit';
import { WebLink } from '@/parts/web-link';
import { catalogueQuery, plansQuery, type Request } from './data';
import { useTexts } from './texts';

interface Props {
  /** What the reviewer has looked at. */
  seen: Request;
  /** How the request is now. */
  now: Request;
  onDecided: (now: Request) => Promise<void>;
  /** Told that the server has refused, since the request may be another by now. */
  onRefused: () => void;
}

/** Approves or rejects a request. Once somebody else has decided, what was typed still stands there to be copied. */
export function ReviewDecision({ seen, now, onDecided, onRefused }: Props) {
  const t = useTexts();
  const [key, setKey] = useState(idempotencyKey);
  const form = useForm({
    initialValues: { outcome: '', reason: '', final: false, plan: '' },
    validate: {
      outcome: (v) => (v === '' ? t('outcomeNeeded') : null),
      reason: (v) => (v.trim() === '' ? t('needed') : null),
    },
  });
  const { outcome, reason } = form.values;
  const stage = seen.kind === 'stage' ? seen.stage : undefined;
  const { onSubmit, busy, alert } = useSubmit({
    form,
    send: async (values) => {
      try {
        return await answered(
          portal.POST('/bank/requests/{request}/decision', {
            params: { path: { request: seen.id }, header: { 'If-Match': ifMatch(seen.version), 'Idempotency-Key': key } },
            body: {
              outcome: values.outcome === 'approve' ? 'approve' : 'reject',
              reason: values.reason.trim(),
              ...(values.outcome === 'reject' && stage !== undefined && values.final && { final: true }),
              ...(values.outcome === 'approve' && stage === 'production' && values.plan && { plan: values.plan }),
            },
          }),
        );
      } catch (error) {
        setKey(idempotencyKey());
        if (error instanceof CallFailed && (error.status === 409 || error.status === 412)) {
          onRefused();
        }
        throw error;
      }
    },
    onSuccess: onDecided,
  });
  if (now.state !== 'open') {
    return reason.trim() === '' ? null : (
      <Section title={t('typed')}>
        <Textarea aria-label={t('typed')} value={reason} readOnly autosize minRows={2} />
      </Section>
    );
  }
  const edited = now.version !== seen.version;
  return (
    <Section title={t('decide')} text={t('decisionText')}>
      <form onSubmit={onSubmit} noValidate>
        <Stack maw="40rem">
          <Radio.Group label={t('outcome')} required {...form.getInputProps('outcome')}>
            <Stack gap={6} mt={6}>
              <Radio value="approve" label={t('approve')} description={t(`approve_${seen.kind}`)} />
              <Radio value="reject" label={t('reject')} description={t('rejectText')} />
            </Stack>
          </Radio.Group>
          {outcome === 'approve' && stage === 'production' && <Production request={now} plan={form.getInputProps('plan')} />}
          {outcome === 'reject' && stage !== undefined && <Checkbox label={t('final')} {...form.getInputProps('final', { type: 'checkbox' })} />}
          <Textarea label={t('reasonGiven')} required autosize minRows={3} maxLength={2000} {...form.getInputProps('reason')} />
          {!edited && alert}
          <Group justify="flex-end">
            <Button type="submit" loading={busy} disabled={edited} color={outcome === 'reject' ? 'red.8' : 'brand'}>
              {t(outcome === 'approve' ? 'approve' : outcome === 'reject' ? 'reject' : 'decide')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Section>
  );
}

/** What goes with stage Production: the plan, and the address at which the bank serves the API, which the catalogue has. */
function Production({ request: r, plan }: { request: Request; plan: object }) {
  const t = useTexts();
  const limits = useLimits();
  const plans = useQuery(plansQuery).data?.api ?? [];
  const catalogue = useQuery(catalogueQuery).data;
  const api = r.apis?.[0] ?? '';
  const entry = catalogue?.apis.find((a) => a.api === api);
  const possible = plans.filter((p) => p.production && (p.apis?.includes(api) ?? true) && entry?.plans.includes(p.name));
  return (
    <>
      <Select
        label={t('planWith')}
        description={t('planWithHint')}
        placeholder={t('none')}
        data={possible.map((p) => ({ value: p.name, label: `${p.title} (${limits(p.limits)})` }))}
        clearable
        {...plan}
      />
      {entry &&
        (entry.productionUrl === undefined ? (
          <Notice>
            <Stack gap={4} align="start">
              <Text size="sm">{t('noProductionUrl')}</Text>
              <Anchor size="sm" component={Link} to="/bank/catalogue">
                {t('toCatalogue')}
              </Anchor>
            </Stack>
          </Notice>
        ) : (
          <Text size="sm">
            {t('productionUrl')}: <WebLink address={entry.productionUrl} />
          </Text>
        ))}
    </>
  );
}
