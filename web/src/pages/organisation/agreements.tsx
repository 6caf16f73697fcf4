import { Anchor, Button, Checkbox, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { portal, type PortalSchemas } from '@/api/clients';
import { answered } from '@/api/problem';
import { organisationKey } from '@/app/organisation';
import { useIsAdmin } from '@/app/session';
import { AgreementText } from '@/parts/agreement-text';
import { DataTable, type Column } from '@/parts/data-table';
import { DialogForm } from '@/parts/dialog-form';
import { Empty } from '@/parts/empty';
import { Time } from '@/parts/figures';
import { useFilters } from '@/parts/filters';
import { Paging } from '@/parts/paging';
import { QueryView } from '@/parts/query-view';
import { Section } from '@/parts/section';
import { State } from '@/parts/state';
import { useSubmit } from '@/parts/use-submit';
import { standing } from './agreement-standing';
import { useChanged } from './data';
import { useTexts } from './texts';

type Agreement = PortalSchemas['Agreement'];
type AgreementRecord = PortalSchemas['AgreementRecord'];

/** What the bank demands, what of it the organisation has accepted, and the record of that. */
export function Component() {
  const t = useTexts();
  const [read, setRead] = useState<{ agreement: string; version: number }>();
  return (
    <Stack gap="lg">
      <Current onRead={setRead} />
      <Records onRead={setRead} />
      <Modal opened={read !== undefined} onClose={() => setRead(undefined)} title={t('readTitle', { agreement: read?.agreement ?? '', version: read?.version ?? 0 })} size="lg">
        {read && <AgreementText {...read} />}
      </Modal>
    </Stack>
  );
}

interface Reading {
  onRead: (it: { agreement: string; version: number }) => void;
}

function Current({ onRead }: Reading) {
  const t = useTexts();
  const agreements = useQuery({ queryKey: ['agreements', 'current'], queryFn: () => answered(portal.GET('/agreements')) });
  const records = useQuery({
    queryKey: [...organisationKey, 'agreements', 'newest'],
    queryFn: () => answered(portal.GET('/organisation/agreements', { params: { query: { limit: 200 } } })),
  });
  return (
    <Section title={t('currentAgreements')} text={t('currentAgreementsText')}>
      <QueryView query={agreements} loading={t('loadingAgreements')}>
        {(current) => (
          <QueryView query={records} loading={t('loadingAgreements')}>
            {(accepted) => <Demanded agreements={current.agreements} records={accepted.records} onRead={onRead} />}
          </QueryView>
        )}
      </QueryView>
    </Section>
  );
}

function Demanded({ agreements, records, onRead }: Reading & { agreements: Agreement[]; records: AgreementRecord[] }) {
  const t = useTexts();
  const admin = useIsAdmin();
  const [accepting, setAccepting] = useState<Agreement>();
  const actions: Column<Agreement> = {
    label: t('actions'),
    cell: (a) =>
      standing(a, records) === 'accepted' ? (
        '–'
      ) : (
        <Button size="compact-sm" variant="default" onClick={() => setAccepting(a)} aria-label={t('acceptOf', { title: a.title })}>
          {t('accept')}
        </Button>
      ),
  };
  return (
    <>
      <DataTable
        caption={t('currentAgreements')}
        rows={agreements}
        rowKey={(a) => a.agreement}
        empty={<Empty title={t('noAgreements')} />}
        columns={[
          {
            label: t('agreement'),
            cell: (a) => (
              <Anchor component="button" type="button" inherit ta="inherit" onClick={() => onRead(a)}>
                {a.title}
              </Anchor>
            ),
          },
          { label: t('version'), numeric: true, cell: (a) => a.version },
          { label: t('neededFor'), cell: (a) => a.purposes.map((p) => t(`purpose_${p}`)).join(', ') },
          { label: t('state'), cell: (a) => <Standing of={standing(a, records)} /> },
          ...(admin ? [actions] : []),
        ]}
      />
      <Modal opened={accepting !== undefined} onClose={() => setAccepting(undefined)} title={t('acceptOf', { title: accepting?.title ?? '' })} size="lg">
        {accepting && <Accept agreement={accepting} onDone={() => setAccepting(undefined)} />}
      </Modal>
    </>
  );
}

function Standing({ of }: { of: ReturnType<typeof standing> }) {
  const t = useTexts();
  return <State tone={of === 'accepted' ? 'good' : of === 'perApplication' ? 'off' : 'wait'}>{t(`agreement_${of}`)}</State>;
}

function Accept({ agreement: a, onDone }: { agreement: Agreement; onDone: () => void }) {
  const t = useTexts();
  const changed = useChanged();
  const form = useForm({
    initialValues: { signatory: '', accepted: false },
    validate: { accepted: (v) => (v ? null : t('acceptNeeded')), signatory: (v) => (v.trim() === '' ? t('needed') : null) },
  });
  const { onSubmit, busy, alert } = useSubmit({
    form,
    send: ({ signatory }, key) =>
      answered(
        portal.POST('/organisation/agreements', {
          params: { header: { 'Idempotency-Key': key } },
          body: { agreement: a.agreement, version: a.version, signatory: signatory.trim() },
        }),
      ),
    onSuccess: async () => {
      await changed();
      onDone();
    },
  });
  return (
    <DialogForm onSubmit={onSubmit} busy={busy} action={t('accept')} onCancel={onDone}>
      <AgreementText agreement={a.agreement} version={a.version} />
      <Checkbox label={t('acceptFor', { title: a.title, version: a.version })} required {...form.getInputProps('accepted', { type: 'checkbox' })} />
      <TextInput label={t('signatory')} description={t('signatoryHint')} required maxLength={200} {...form.getInputProps('signatory')} />
      {alert}
    </DialogForm>
  );
}

function Records({ onRead }: Reading) {
  const t = useTexts();
  const [{ after }, setFilters] = useFilters(['after']);
  const query = useQuery({
    queryKey: [...organisationKey, 'agreements', 'records', after],
    queryFn: () => answered(portal.GET('/organisation/agreements', { params: { query: { limit: 25, ...(after && { cursor: after }) } } })),
    placeholderData: keepPreviousData,
  });
  return (
    <Section title={t('records')} text={t('recordsText')}>
      <QueryView query={query} loading={t('loadingAgreements')}>
        {({ records, next }) => (
          <>
            <DataTable
              caption={t('records')}
              rows={records}
              rowKey={(r) => r.id}
              empty={<Empty title={t('noRecords')} />}
              columns={[
                {
                  label: t('agreement'),
                  cell: (r) => (
                    <Anchor component="button" type="button" inherit ta="inherit" onClick={() => onRead(r)}>
                      {r.agreement}, {r.version}
                    </Anchor>
                  ),
                },
                { label: t('acceptedBy'), cell: (r) => <By record={r} /> },
                { label: t('signatory'), cell: (r) => r.signatory ?? '–' },
                {
                  label: t('application'),
                  cell: (r) =>
                    r.application ? (
                      <Anchor component={Link} inherit to={`/applications/${r.application.id}`} className="breakable">
                        {r.application.name}
                      </Anchor>
                    ) : (
                      t('allApplications')
                    ),
                },
                { label: t('acceptedAt'), cell: (r) => <Time value={r.acceptedAt} /> },
              ]}
            />
            <Paging after={after} next={next} onChange={(v) => setFilters({ after: v })} />
          </>
        )}
      </QueryView>
    </Section>
  );
}

/** Who has accepted: a member in the portal, or somebody on paper, which the bank has recorded. */
function By({ record: r }: { record: AgreementRecord }) {
  const t = useTexts();
  if (r.acceptedBy) {
    return <span className="breakable">{r.acceptedBy.name}</span>;
  }
  return (
    <Stack gap={2}>
      <span>{t('onPaper')}</span>
      {r.signedOn !== undefined && (
        <Text size="sm" c="dimmed" component="span">
          <Time value={r.signedOn} only="date" />
        </Text>
      )}
      {r.documentReference !== undefined && (
        <Text size="sm" c="dimmed" component="span" className="breakable">
          {r.documentReference}
        </Text>
      )}
    </Stack>
  );
}
