import { Anchor, Button, Checkbox, Group, Modal, Stack, Textarea, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { portal, type PortalSchemas } from '@/api/clients';
import { answered, done } from '@/api/problem';
import { programmeKey } from '@/app/session-key';
import { AgreementText } from '@/parts/agreement-text';
import { ConfirmDialog } from '@/parts/confirm-dialog';
import { DataTable, type Column } from '@/parts/data-table';
import { EditorDialog, EditorForm } from '@/parts/editor-dialog';
import { Empty } from '@/parts/empty';
import { Time } from '@/parts/figures';
import { QueryView } from '@/parts/query-view';
import { Section } from '@/parts/section';
import { agreementsQuery, useBankChanged, useIsBankAdmin } from './data';
import { useChecks } from './fields';
import { useTexts } from './texts';

type Agreement = PortalSchemas['Agreement'];
type Purpose = PortalSchemas['AgreementPurpose'];

const purposes = ['registration', 'application', 'uat', 'production'] as const;

/** The agreements that the bank demands, in their current versions: new versions, and withdrawal. */
export function Component() {
  const t = useTexts();
  const admin = useIsBankAdmin();
  const query = useQuery(agreementsQuery);
  const [editing, setEditing] = useState<{ agreement?: Agreement }>();
  return (
    <Section
      title={t('agreements')}
      text={t('agreementsText')}
      actions={
        admin && (
          <Button size="xs" variant="default" onClick={() => setEditing({})}>
            {t('newAgreement')}
          </Button>
        )
      }
    >
      <QueryView query={query} loading={t('loadingAgreements')}>
        {({ agreements }) => <Agreements agreements={agreements} onEdit={(agreement) => setEditing({ agreement })} />}
      </QueryView>
      <EditorDialog
        subject={editing}
        onClose={() => setEditing(undefined)}
        title={({ agreement }) => (agreement ? t('newVersionOf', { name: agreement.title }) : t('newAgreement'))}
        size="lg"
      >
        {({ agreement }) => <Publish agreement={agreement} onClose={() => setEditing(undefined)} />}
      </EditorDialog>
    </Section>
  );
}

function useAgreementsChanged() {
  const cache = useQueryClient();
  const changed = useBankChanged();
  return () => Promise.all([changed(), cache.invalidateQueries({ queryKey: programmeKey })]);
}

function Agreements({ agreements, onEdit }: { agreements: Agreement[]; onEdit: (agreement: Agreement) => void }) {
  const t = useTexts();
  const admin = useIsBankAdmin();
  const changed = useAgreementsChanged();
  const [reading, setReading] = useState<Agreement>();
  const [withdrawing, setWithdrawing] = useState<Agreement>();
  const columns: Column<Agreement>[] = [
    { label: t('identifier'), cell: (a) => <code className="breakable">{a.agreement}</code> },
    { label: t('version'), numeric: true, cell: (a) => a.version },
    { label: t('purposes'), cell: (a) => a.purposes.map((p) => t(`purpose_${p}`)).join(', ') },
    { label: t('publishedAt'), cell: (a) => <Time value={a.publishedAt} only="date" /> },
    ...(admin
      ? [
        {
          label: t('actions'),
          numeric: true,
          cell: (a: Agreement) => (
            <Group gap={6} justify="flex-end" wrap="nowrap">
              <Button size="compact-sm" variant="default" onClick={() => onEdit(a)} aria-label={t('newVersionOf', { name: a.title })}>
                {t('newVersion')}
              </Button>
              <Button size="compact-sm" variant="default" onClick={() => setWithdrawing(a)} aria-label={t('withdrawAgreementOf', { name: a.title })}>
                {t('withdraw')}
              </Button>
            </Group>
          ),
        },
        ]
      : []),
  ];
  return (
    <>
      <DataTable
        caption={t('agreements')}
        rows={agreements}
        rowKey={(a) => a.agreement}
        empty={<Empty title={t('none')} />}
        columns={[
          {
            label: t('titleOf'),
            cell: (a) => (
              <Anchor component="button" type="button" inherit ta="left" onClick={() => setReading(a)} aria-label={t('readOf', { name: a.title })} className="breakable">
                {a.title}
              </Anchor>
            ),
          },
          ...columns,
        ]}
      />
      <Modal opened={reading !== undefined} onClose={() => setReading(undefined)} title={t('agreement')} size="lg">
        {reading && <AgreementText agreement={reading.agreement} version={reading.version} />}
      </Modal>
      <ConfirmDialog
        opened={withdrawing !== undefined}
        onClose={() => setWithdrawing(undefined)}
        title={t('withdrawAgreementOf', { name: withdrawing?.title ?? '' })}
        text={t('withdrawAgreementText')}
        action={t('withdraw')}
        danger
        onConfirm={async () => {
          await done(portal.DELETE('/bank/agreements/{agreement}', { params: { path: { agreement: withdrawing?.agreement ?? '' } } }));
          await changed();
        }}
      />
    </>
  );
}

function Publish({ agreement, onClose }: { agreement: Agreement | undefined; onClose: () => void }) {
  const t = useTexts();
  const changed = useAgreementsChanged();
  const { needed, identifier } = useChecks();
  const values: { agreement: string; title: string; text: string; purposes: Purpose[] } = {
    agreement: agreement?.agreement ?? '',
    title: agreement?.title ?? '',
    text: agreement?.text ?? '',
    purposes: agreement?.purposes ?? [],
  };
  return (
    <EditorForm
      initial={{ values, version: agreement?.version ?? 0 }}
      names={{}}
      validate={{ agreement: identifier, title: needed, text: needed, purposes: (v) => (v.length === 0 ? t('outcomeNeeded') : null) }}
      send={({ values: v }, key) =>
        answered(
          portal.POST('/bank/agreements', {
            params: { header: { 'Idempotency-Key': key } },
            body: { agreement: v.agreement, title: v.title.trim(), text: v.text.trim(), purposes: v.purposes },
          }),
        )
      }
      onDone={async () => {
        onClose();
        await changed();
      }}
      onCancel={onClose}
      action={t('publish')}
    >
      {(form) => (
        <>
          <TextInput
            label={t('identifier')}
            description={t('identifierHint')}
            required
            readOnly={agreement !== undefined}
            maxLength={64}
            {...form.getInputProps('agreement')}
          />
          <TextInput label={t('titleOf')} required maxLength={200} {...form.getInputProps('title')} />
          <Checkbox.Group label={t('purposes')} required {...form.getInputProps('purposes')}>
            <Stack gap={6} mt={6}>
              {purposes.map((p) => (
                <Checkbox key={p} value={p} label={t(`purpose_${p}`)} />
              ))}
            </Stack>
          </Checkbox.Group>
          <Textarea label={t('agreementText')} description={t('agreementTextHint')} required autosize minRows={6} maxRows={18} {...form.getInputProps('text')} />
        </>
      )}
    </EditorForm>
  );
}
