import { Button, Select, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { portal, type PortalSchemas } from '@/api/clients';
import { answered } from '@/api/problem';
import { EditorDialog, EditorForm } from '@/parts/editor-dialog';
import { useFilters } from '@/parts/filters';
import { Paging } from '@/parts/paging';
import { QueryView } from '@/parts/query-view';
import { Section } from '@/parts/section';
import { AgreementRecords } from './agreement-records';
import { agreementsQuery, listQuery, pageSize, useBankChanged } from './data';
import { useOpenedOrganisation } from './organisation';
import { useTexts } from './texts';

/** The agreements that an organisation has accepted; one that was signed elsewhere is recorded here. */
export function Component() {
  const t = useTexts();
  const o = useOpenedOrganisation();
  const [{ after }, setFilters] = useFilters(['after']);
  const [recording, setRecording] = useState<PortalSchemas['Agreement'][]>();
  const agreements = useQuery(agreementsQuery).data;
  const query = useQuery(
    listQuery(['organisation', o.id, 'agreements', after], () =>
      answered(
        portal.GET('/bank/organisations/{organisation}/agreements', {
          params: { path: { organisation: o.id }, query: { limit: pageSize, ...(after && { cursor: after }) } },
        }),
      ),
    ),
  );
  return (
    <Section
      title={t('agreements')}
      actions={
        <Button size="xs" variant="default" disabled={!agreements} onClick={() => setRecording(agreements?.agreements)}>
          {t('record')}
        </Button>
      }
    >
      <QueryView query={query}>
        {({ records, next }) => (
          <>
            <AgreementRecords records={records} caption={t('agreements')} />
            <Paging after={after} next={next} onChange={(v) => setFilters({ after: v })} />
          </>
        )}
      </QueryView>
      <EditorDialog subject={recording} onClose={() => setRecording(undefined)} title={() => t('record')}>
        {(known) => <Recording organisation={o.id} known={known} onClose={() => setRecording(undefined)} />}
      </EditorDialog>
    </Section>
  );
}

function Recording({ organisation, known, onClose }: { organisation: string; known: PortalSchemas['Agreement'][]; onClose: () => void }) {
  const t = useTexts();
  const changed = useBankChanged();
  const needed = (v: string) => (v.trim() === '' ? t('needed') : null);
  return (
    <EditorForm
      initial={{ values: { agreement: '', version: '', signatory: '', signedOn: '', documentReference: '' }, version: 0 }}
      names={{}}
      validate={{ agreement: needed, signatory: needed, signedOn: needed, version: (v) => (/^[1-9]\d*$/.test(v) ? null : t('needed')) }}
      send={({ values }, key) =>
        answered(
          portal.POST('/bank/organisations/{organisation}/agreements', {
            params: { path: { organisation }, header: { 'Idempotency-Key': key } },
            body: {
              agreement: values.agreement,
              version: Number(values.version),
              signatory: values.signatory.trim(),
              signedOn: values.signedOn,
              ...(values.documentReference.trim() && { documentReference: values.documentReference.trim() }),
            },
          }),
        )
      }
      onDone={async () => {
        onClose();
        await changed();
      }}
      onCancel={onClose}
      action={t('record')}
    >
      {(form) => {
        const agreement = form.getInputProps('agreement') as { value: string; onChange: (v: string | null) => void };
        return (
          <>
            <Text size="sm">{t('recordText')}</Text>
            <Select
              label={t('agreement')}
              required
              data={known.map((a) => ({ value: a.agreement, label: a.title }))}
              {...agreement}
              value={agreement.value || null}
              onChange={(v) => {
                agreement.onChange(v ?? '');
                form.setFieldValue('version', String(known.find((a) => a.agreement === v)?.version ?? ''));
              }}
            />
            <TextInput label={t('version')} required inputMode="numeric" {...form.getInputProps('version')} />
            <TextInput label={t('signatory')} required maxLength={200} {...form.getInputProps('signatory')} />
            <TextInput label={t('signedOn')} type="date" required {...form.getInputProps('signedOn')} />
            <TextInput label={t('documentReference')} maxLength={200} {...form.getInputProps('documentReference')} />
          </>
        );
      }}
    </EditorForm>
  );
}
