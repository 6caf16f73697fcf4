import { NumberInput, Radio, Select, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { SandboxSchemas } from '@/api/clients';
import { answered, done } from '@/api/problem';
import { QueryView } from '@/parts/query-view';
import { RowField } from './row-field';
import { Simulation, useRows, type Row } from './simulation';
import { useTexts } from './texts';

const api = 'virtual-accounts';
const modes = ['UPI', 'IMPS', 'NEFT', 'RTGS', 'FT'] as const;

/** Money that reaches a virtual account. */
export function SimulateCredit({ application }: { application: string }) {
  const t = useTexts();
  const accounts = useRows(application, api, 'virtualAccounts');
  const credits = useRows(application, api, 'credits');
  return (
    <QueryView query={accounts} loading={t('loadingRows')}>
      {(of) => (
        <QueryView query={credits} loading={t('loadingRows')}>
          {(before) => <Credit application={application} accounts={of.filter((r) => r['status'] === 'active')} remitter={before[0]} />}
        </QueryView>
      )}
    </QueryView>
  );
}

interface CreditValues extends Record<string, unknown> {
  virtualAccountNumber: string;
  amount: string;
  mode: SandboxSchemas['CreditMode'];
  utr: string;
  count: number | string;
  remitter: SandboxSchemas['CreditRemitter'];
}

function Credit({ application, accounts, remitter }: { application: string; accounts: Row[]; remitter: Row | undefined }) {
  const t = useTexts();
  const needed = (v: string) => (v.trim() === '' ? t('needed') : null);
  const form = useForm<CreditValues>({
    initialValues: {
      virtualAccountNumber: accounts[0]?.['virtualAccountNumber'] ?? '',
      amount: '1500.00',
      mode: 'UPI',
      utr: '',
      count: 1,
      remitter: {
        name: remitter?.['remitterName'] ?? 'Ravi Menon',
        account: remitter?.['remitterAccount'] ?? '50100012345678',
        ifsc: remitter?.['remitterIfsc'] ?? 'HDFC0000001',
      },
    },
    validate: {
      virtualAccountNumber: needed,
      amount: (v) => (/^[0-9]+(\.[0-9]{1,2})?$/.test(v.trim()) ? null : t('badAmount')),
      remitter: { name: needed, account: needed, ifsc: needed },
    },
  });
  return (
    <Simulation
      application={application}
      form={form}
      table={`${api}/credits`}
      simulate={(s, { amount, utr, count, ...rest }) =>
        answered(s.POST('/simulate/credit', { body: { ...rest, amount: amount.trim(), count: Number(count), ...(utr.trim() && { utr: utr.trim() }) } }))
      }
      happened={({ references }, v) => (
        <>
          <span>{t('credited', { count: references.length, account: v.virtualAccountNumber })}</span>
          <Text component="code" size="xs" ff="monospace">
            {references.slice(0, 10).join(', ')}
            {references.length > 10 && ' …'}
          </Text>
        </>
      )}
    >
      <RowField label={t('virtualAccount')} rows={accounts} column="virtualAccountNumber" notes={['clientName', 'validTo']} input={form.getInputProps('virtualAccountNumber')} />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <TextInput label={t('amount')} description={t('amountHint')} inputMode="decimal" required {...form.getInputProps('amount')} />
        <Select label={t('mode')} description={t('modeHint')} data={modes} allowDeselect={false} {...form.getInputProps('mode')} />
        <NumberInput label={t('creditCount')} description={t('creditCountHint')} min={1} max={1000} allowDecimal={false} {...form.getInputProps('count')} />
        <TextInput label={t('utr')} description={t('utrHint')} maxLength={22} {...form.getInputProps('utr')} />
      </SimpleGrid>
      <SimpleGrid cols={{ base: 1, xs: 3 }}>
        <TextInput label={t('remitterName')} required maxLength={100} {...form.getInputProps('remitter.name')} />
        <TextInput label={t('remitterAccount')} required maxLength={34} {...form.getInputProps('remitter.account')} />
        <TextInput label={t('remitterIfsc')} required maxLength={11} {...form.getInputProps('remitter.ifsc')} />
      </SimpleGrid>
    </Simulation>
  );
}

/** A refund that settles or fails. */
export function SimulateRefund({ application }: { application: string }) {
  const t = useTexts();
  const refunds = useRows(application, api, 'refunds');
  return (
    <QueryView query={refunds} loading={t('loadingRows')}>
      {(rows) => <Refund application={application} refunds={rows.filter((r) => r['status'] === 'accepted')} />}
    </QueryView>
  );
}

interface RefundValues extends Record<string, unknown> {
  refundId: string;
  outcome: SandboxSchemas['RefundOutcome'];
  reason: string;
}

function Refund({ application, refunds }: { application: string; refunds: Row[] }) {
  const t = useTexts();
  const form = useForm<RefundValues>({
    initialValues: { refundId: refunds[0]?.['refundId'] ?? '', outcome: 'settled', reason: '' },
    validate: { refundId: (v) => (v.trim() === '' ? t('needed') : null) },
  });
  return (
    <Simulation
      application={application}
      form={form}
      table={`${api}/refunds`}
      simulate={(s, { refundId, outcome, reason }) =>
        done(s.POST('/simulate/refund', { body: { refundId: refundId.trim(), outcome, ...(outcome === 'failed' && reason.trim() && { reason: reason.trim() }) } }))
      }
      happened={(_, v) => <span>{t(`refund_${v.outcome}Said`, { refund: v.refundId })}</span>}
    >
      <RowField
        label={t('refund')}
        description={t(refunds.length === 0 ? 'noRefunds' : 'refundHint')}
        rows={refunds}
        column="refundId"
        notes={['amount', 'clientName']}
        input={form.getInputProps('refundId')}
      />
      <Radio.Group label={t('outcome')} {...form.getInputProps('outcome')}>
        <Stack gap={6} mt={6}>
          <Radio value="settled" label={t('refund_settled')} />
          <Radio value="failed" label={t('refund_failed')} />
        </Stack>
      </Radio.Group>
      {form.values.outcome === 'failed' && (
        <TextInput label={t('whyFailed')} description={t('optional')} maxLength={200} {...form.getInputProps('reason')} />
      )}
    </Simulation>
  );
}
