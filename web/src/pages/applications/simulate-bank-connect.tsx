import { Radio, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { answered, done } from '@/api/problem';
import { QueryView } from '@/parts/query-view';
import { RowField } from './row-field';
import { Simulation, useRows, type Row } from './simulation';
import { useTexts } from './texts';

const api = 'bank-connect';

/** A statement that somebody uploads. */
export function SimulateStatement({ application }: { application: string }) {
  const t = useTexts();
  const entities = useRows(application, api, 'entities');
  const statements = useRows(application, api, 'statements');
  return (
    <QueryView query={entities} loading={t('loadingRows')}>
      {(rows) => (
        <QueryView query={statements} loading={t('loadingRows')}>
          {(uploaded) => <Statement application={application} entities={rows} statements={uploaded} />}
        </QueryView>
      )}
    </QueryView>
  );
}

interface StatementValues extends Record<string, unknown> {
  entityId: string;
  bankName: string;
  accountId: string;
  pdfPassword: string;
}

function Statement({ application, entities, statements }: { application: string; entities: Row[]; statements: Row[] }) {
  const t = useTexts();
  const form = useForm<StatementValues>({
    initialValues: { entityId: entities[0]?.['entity_id'] ?? '', bankName: statements[0]?.['bank_name'] ?? 'axis', accountId: '', pdfPassword: '' },
    validate: {
      entityId: (v) => (v.trim() === '' ? t('needed') : null),
      bankName: (v) => (/^[a-z0-9_]{2,32}$/.test(v.trim()) ? null : t('badBankName')),
    },
  });
  return (
    <Simulation
      application={application}
      form={form}
      table={`${api}/statements`}
      simulate={(s, { entityId, bankName, accountId, pdfPassword }) =>
        answered(
          s.POST('/simulate/statement', {
            body: {
              entityId: entityId.trim(),
              bankName: bankName.trim(),
              ...(accountId.trim() && { accountId: accountId.trim() }),
              ...(pdfPassword && { pdfPassword }),
            },
          }),
        )
      }
      happened={({ statementId }) => <span>{t('uploaded', { statement: statementId })}</span>}
    >
      <RowField label={t('entity')} rows={entities} column="entity_id" notes={['link_id', 'meta_data']} input={form.getInputProps('entityId')} />
      <RowField label={t('bankName')} description={t('bankNameHint')} rows={statements} column="bank_name" notes={[]} input={form.getInputProps('bankName')} />
      <TextInput label={t('accountId')} description={t('accountIdHint')} maxLength={36} {...form.getInputProps('accountId')} />
      <TextInput
        label={t('pdfPassword')}
        description={t('pdfPasswordHint')}
        maxLength={32}
        autoComplete="off"
        spellCheck={false}
        {...form.getInputProps('pdfPassword')}
      />
    </Simulation>
  );
}

/** Net banking of a bank that goes down or comes back. */
export function SimulateBankHealth({ application }: { application: string }) {
  const t = useTexts();
  const banks = useRows(application, api, 'net_banking_health');
  return (
    <QueryView query={banks} loading={t('loadingRows')}>
      {(rows) => <Health application={application} banks={rows} />}
    </QueryView>
  );
}

interface HealthValues extends Record<string, unknown> {
  bank: string;
  up: string;
  issue: string;
}

function Health({ application, banks }: { application: string; banks: Row[] }) {
  const t = useTexts();
  const form = useForm<HealthValues>({
    initialValues: { bank: banks[0]?.['bank'] ?? '', up: 'false', issue: '' },
    validate: { bank: (v) => (v.trim() === '' ? t('needed') : null) },
  });
  const up = form.values.up === 'true';
  return (
    <Simulation
      application={application}
      form={form}
      table={`${api}/net_banking_health`}
      simulate={(s, v) =>
        done(
          s.POST('/simulate/bank-health', {
            body: { bank: v.bank.trim(), up: v.up === 'true', ...(v.up !== 'true' && v.issue.trim() && { issue: v.issue.trim() }) },
          }),
        )
      }
      happened={(_, v) => <span>{t(v.up === 'true' ? 'bankIsUp' : 'bankIsDown', { bank: v.bank })}</span>}
    >
      <RowField label={t('bank')} rows={banks} column="bank" notes={['issue_details']} input={form.getInputProps('bank')} />
      <Radio.Group label={t('netBanking')} {...form.getInputProps('up')}>
        <Stack gap={6} mt={6}>
          <Radio value="false" label={t('goesDown')} />
          <Radio value="true" label={t('comesBack')} />
        </Stack>
      </Radio.Group>
      {!up && <TextInput label={t('issue')} description={t('issueHint')} maxLength={200} {...form.getInputProps('issue')} />}
    </Simulation>
  );
}
