import { Checkbox, MultiSelect, Textarea, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ifMatch, portal, type PortalSchemas } from '@/api/clients';
import { answered } from '@/api/problem';
import { DataTable } from '@/parts/data-table';
import { EditorDialog, EditorForm, type Edition } from '@/parts/editor-dialog';
import { Section } from '@/parts/section';
import { plansQuery, useApiChoices, useApiTitle, useBankChanged, useIsBankAdmin } from './data';
import { described, useChecks } from './fields';
import { RowActions } from './row-actions';
import { useTexts } from './texts';

type Plan = PortalSchemas['AccessPlan'];

interface Values extends Record<string, unknown> {
  title: string;
  description: string;
  every: boolean;
  apis: string[];
  productionPlans: boolean;
}

const editionOf = (p: Plan): Edition<Values> => ({
  values: { title: p.title, description: p.description ?? '', every: p.every === true, apis: p.apis, productionPlans: p.productionPlans },
  version: p.version,
});

/** The sets of APIs of account plans. */
export function AccessPlans({ plans }: { plans: Plan[] }) {
  const t = useTexts();
  const title = useApiTitle();
  const admin = useIsBankAdmin();
  const [editing, setEditing] = useState<Plan>();
  return (
    <Section title={t('accessPlans')} text={t('accessPlansText')}>
      <DataTable
        caption={t('accessPlans')}
        rows={plans}
        rowKey={(p) => p.name}
        empty={t('none')}
        columns={[
          { label: t('titleOf'), cell: (p) => p.title },
          { label: t('apis'), cell: (p) => (p.every === true ? t('every') : p.apis.map(title).join(', ') || t('none')) },
          { label: t('productionPlans'), cell: (p) => t(p.productionPlans ? 'yes' : 'no') },
          ...(admin ? [{ label: t('actions'), numeric: true, cell: (p: Plan) => <RowActions name={p.title} onEdit={() => setEditing(p)} /> }] : []),
        ]}
      />
      <EditorDialog subject={editing} onClose={() => setEditing(undefined)} title={(p) => t('editOf', { name: p.title })}>
        {(plan) => <Editor plan={plan} onClose={() => setEditing(undefined)} />}
      </EditorDialog>
    </Section>
  );
}

function Editor({ plan, onClose }: { plan: Plan; onClose: () => void }) {
  const t = useTexts();
  const cache = useQueryClient();
  const changed = useBankChanged();
  const choices = useApiChoices();
  const { needed } = useChecks();
  return (
    <EditorForm
      initial={editionOf(plan)}
      names={{ title: t('titleOf'), description: t('description'), every: t('every'), apis: t('apis'), productionPlans: t('productionPlans') }}
      validate={{ title: needed }}
      send={({ values, version }) =>
        answered(
          portal.PUT('/bank/access-plans/{accessPlan}', {
            params: { path: { accessPlan: plan.name }, header: { 'If-Match': ifMatch(version) } },
            body: {
              title: values.title.trim(),
              ...described(values.description),
              every: values.every,
              apis: values.every ? [] : values.apis,
              productionPlans: values.productionPlans,
            },
          }),
        )
      }
      newest={async () => {
        const found = (await cache.query({ ...plansQuery, staleTime: 0 })).access.find((p) => p.name === plan.name);
        return found && editionOf(found);
      }}
      onDone={async () => {
        onClose();
        await changed();
      }}
      onCancel={onClose}
      action={t('save')}
    >
      {(form) => (
        <>
          <TextInput label={t('titleOf')} required maxLength={200} {...form.getInputProps('title')} />
          <Textarea label={t('description')} autosize minRows={2} maxLength={4000} {...form.getInputProps('description')} />
          <Checkbox label={t('everyHint')} {...form.getInputProps('every', { type: 'checkbox' })} />
          {!form.values.every && <MultiSelect label={t('apis')} data={choices} searchable {...form.getInputProps('apis')} />}
          <Checkbox label={t('productionPlansHint')} {...form.getInputProps('productionPlans', { type: 'checkbox' })} />
        </>
      )}
    </EditorForm>
  );
}
