import { Button, Checkbox, MultiSelect, Textarea, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ifMatch, portal, type PortalSchemas } from '@/api/clients';
import { answered, done } from '@/api/problem';
import { ConfirmDialog } from '@/parts/confirm-dialog';
import { DataTable } from '@/parts/data-table';
import { EditorDialog, EditorForm, type Edition } from '@/parts/editor-dialog';
import { useLimits } from '@/parts/limits';
import { Section } from '@/parts/section';
import { State } from '@/parts/state';
import { plansQuery, useApiChoices, useApiTitle, useBankChanged, useIsBankAdmin } from './data';
import { useChecks } from './fields';
import { LimitFields, limitsOf, limitValues, planField, type LimitValues } from './plan-limits';
import { RowActions } from './row-actions';
import { useTexts } from './texts';

type Plan = PortalSchemas['ApiPlan'];

interface Values extends LimitValues {
  name: string;
  title: string;
  rules: string;
  apis: string[];
  production: boolean;
  offered: boolean;
}

const editionOf = (p?: Plan): Edition<Values> => ({
  values: {
    name: p?.name ?? '',
    title: p?.title ?? '',
    rules: p?.rules ?? '',
    apis: p?.apis ?? [],
    production: p?.production ?? false,
    offered: p?.offered ?? true,
    ...limitValues(p?.limits),
  },
  version: p?.version ?? 0,
});

const bodyOf = (v: Values): PortalSchemas['ApiPlanChange'] => ({
  title: v.title.trim(),
  rules: v.rules.trim(),
  limits: limitsOf(v),
  ...(v.apis.length > 0 && { apis: v.apis }),
  production: v.production,
  offered: v.offered,
});

/** The plans that APIs of applications are on. */
export function ApiPlans({ plans }: { plans: Plan[] }) {
  const t = useTexts();
  const title = useApiTitle();
  const limits = useLimits();
  const changed = useBankChanged();
  const admin = useIsBankAdmin();
  const [editing, setEditing] = useState<{ plan?: Plan }>();
  const [deleting, setDeleting] = useState<Plan>();
  return (
    <Section
      title={t('apiPlans')}
      text={t('apiPlansText')}
      actions={
        admin && (
          <Button size="xs" variant="default" onClick={() => setEditing({})}>
            {t('newApiPlan')}
          </Button>
        )
      }
    >
      <DataTable
        caption={t('apiPlans')}
        rows={plans}
        rowKey={(p) => p.name}
        empty={t('none')}
        columns={[
          { label: t('titleOf'), cell: (p) => p.title },
          { label: t('limits'), cell: (p) => limits(p.limits) },
          { label: t('apis'), cell: (p) => p.apis?.map(title).join(', ') ?? t('every') },
          { label: t('forProduction'), cell: (p) => t(p.production ? 'yes' : 'no') },
          { label: t('state'), cell: (p) => <State tone={p.offered ? 'good' : 'off'}>{t(p.offered ? 'offered' : 'notOffered')}</State> },
          ...(admin
            ? [{ label: t('actions'), numeric: true, cell: (p: Plan) => <RowActions name={p.title} onEdit={() => setEditing({ plan: p })} onDelete={p.name === 'sandbox' ? undefined : () => setDeleting(p)} /> }]
            : []),
        ]}
      />
      <EditorDialog subject={editing} onClose={() => setEditing(undefined)} title={({ plan }) => (plan ? t('editOf', { name: plan.title }) : t('newApiPlan'))}>
        {({ plan }) => <Editor plan={plan} onClose={() => setEditing(undefined)} />}
      </EditorDialog>
      <ConfirmDialog
        opened={deleting !== undefined}
        onClose={() => setDeleting(undefined)}
        title={t('deleteOf', { name: deleting?.title ?? '' })}
        text={t('deleteApiPlanText')}
        action={t('delete')}
        danger
        onConfirm={async () => {
          await done(portal.DELETE('/bank/api-plans/{plan}', { params: { path: { plan: deleting?.name ?? '' } } }));
          await changed();
        }}
      />
    </Section>
  );
}

function Editor({ plan, onClose }: { plan: Plan | undefined; onClose: () => void }) {
  const t = useTexts();
  const cache = useQueryClient();
  const changed = useBankChanged();
  const choices = useApiChoices();
  const { needed, identifier } = useChecks();
  return (
    <EditorForm
      initial={editionOf(plan)}
      names={{
        title: t('titleOf'),
        rules: t('rules'),
        apis: t('apis'),
        production: t('productionHint'),
        offered: t('offeredHint'),
        callsPerDay: t('callsPerDay'),
        callsPerHour: t('callsPerHour'),
        callsPerSecond: t('callsPerSecond'),
      }}
      validate={{ title: needed, name: identifier }}
      fieldOf={planField}
      send={({ values, version }, key) =>
        answered(
          plan
            ? portal.PUT('/bank/api-plans/{plan}', { params: { path: { plan: plan.name }, header: { 'If-Match': ifMatch(version) } }, body: bodyOf(values) })
            : portal.POST('/bank/api-plans', { params: { header: { 'Idempotency-Key': key } }, body: { name: values.name, ...bodyOf(values) } }),
        )
      }
      newest={async () => {
        const found = (await cache.query({ ...plansQuery, staleTime: 0 })).api.find((p) => p.name === plan?.name);
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
          {!plan && <TextInput label={t('identifier')} description={t('identifierHint')} required maxLength={64} {...form.getInputProps('name')} />}
          <TextInput label={t('titleOf')} required maxLength={200} {...form.getInputProps('title')} />
          <Textarea label={t('rules')} autosize minRows={2} maxLength={4000} {...form.getInputProps('rules')} />
          <LimitFields form={form} />
          <MultiSelect label={t('apis')} description={t('planApisHint')} data={choices} searchable {...form.getInputProps('apis')} />
          <Checkbox label={t('productionHint')} {...form.getInputProps('production', { type: 'checkbox' })} />
          <Checkbox label={t('offeredHint')} {...form.getInputProps('offered', { type: 'checkbox' })} />
        </>
      )}
    </EditorForm>
  );
}
