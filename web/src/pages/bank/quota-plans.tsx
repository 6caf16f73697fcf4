import { Button, Checkbox, Group, Select, Textarea, TextInput } from '@mantine/core';
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
import { plansQuery, useBankChanged, useIsBankAdmin } from './data';
import { described, useChecks } from './fields';
import { LimitFields, limitsOf, limitValues, planField, type LimitValues } from './plan-limits';
import { RowActions } from './row-actions';
import { useTexts } from './texts';

type Plan = PortalSchemas['QuotaPlan'];

interface Values extends LimitValues {
  name: string;
  title: string;
  description: string;
  price: string;
  support: string;
  offered: boolean;
}

const valuesOf = (p?: Plan): Values => ({
  name: p?.name ?? '',
  title: p?.title ?? '',
  description: p?.description ?? '',
  price: p?.price ?? 'free',
  support: p?.support ?? 'standard',
  offered: p?.offered ?? true,
  ...limitValues(p?.limits),
});

const editionOf = (p?: Plan): Edition<Values> => ({ values: valuesOf(p), version: p?.version ?? 0 });

const bodyOf = (v: Values): PortalSchemas['QuotaPlanChange'] => ({
  title: v.title.trim(),
  ...described(v.description),
  limits: limitsOf(v),
  price: v.price === 'chargeable' ? 'chargeable' : 'free',
  support: v.support === 'personal' ? 'personal' : 'standard',
  offered: v.offered,
});

/** The quotas of account plans. */
export function QuotaPlans({ plans }: { plans: Plan[] }) {
  const t = useTexts();
  const limits = useLimits();
  const changed = useBankChanged();
  const admin = useIsBankAdmin();
  const [editing, setEditing] = useState<{ plan?: Plan }>();
  const [deleting, setDeleting] = useState<Plan>();
  return (
    <Section
      title={t('quotaPlans')}
      text={t('quotaPlansText')}
      actions={
        admin && (
          <Button size="xs" variant="default" onClick={() => setEditing({})}>
            {t('newQuota')}
          </Button>
        )
      }
    >
      <DataTable
        caption={t('quotaPlans')}
        rows={plans}
        rowKey={(p) => p.name}
        empty={t('none')}
        columns={[
          { label: t('titleOf'), cell: (p) => p.title },
          { label: t('limits'), cell: (p) => limits(p.limits) },
          { label: t('price'), cell: (p) => t(`price_${p.price}`) },
          { label: t('support'), cell: (p) => t(`support_${p.support}`) },
          { label: t('state'), cell: (p) => <State tone={p.offered ? 'good' : 'off'}>{t(p.offered ? 'offered' : 'notOffered')}</State> },
          ...(admin
            ? [{ label: t('actions'), numeric: true, cell: (p: Plan) => <RowActions name={p.title} onEdit={() => setEditing({ plan: p })} onDelete={p.name === 'standard' ? undefined : () => setDeleting(p)} /> }]
            : []),
        ]}
      />
      <EditorDialog subject={editing} onClose={() => setEditing(undefined)} title={({ plan }) => (plan ? t('editOf', { name: plan.title }) : t('newQuota'))}>
        {({ plan }) => <Editor plan={plan} onClose={() => setEditing(undefined)} />}
      </EditorDialog>
      <ConfirmDialog
        opened={deleting !== undefined}
        onClose={() => setDeleting(undefined)}
        title={t('deleteOf', { name: deleting?.title ?? '' })}
        text={t('deleteQuotaText')}
        action={t('delete')}
        danger
        onConfirm={async () => {
          await done(portal.DELETE('/bank/quota-plans/{plan}', { params: { path: { plan: deleting?.name ?? '' } } }));
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
  const { needed, identifier } = useChecks();
  return (
    <EditorForm
      initial={editionOf(plan)}
      names={{
        title: t('titleOf'),
        description: t('description'),
        price: t('price'),
        support: t('support'),
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
            ? portal.PUT('/bank/quota-plans/{plan}', { params: { path: { plan: plan.name }, header: { 'If-Match': ifMatch(version) } }, body: bodyOf(values) })
            : portal.POST('/bank/quota-plans', { params: { header: { 'Idempotency-Key': key } }, body: { name: values.name, ...bodyOf(values) } }),
        )
      }
      newest={async () => {
        const found = (await cache.query({ ...plansQuery, staleTime: 0 })).quota.find((p) => p.name === plan?.name);
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
          <Textarea label={t('description')} autosize minRows={2} maxLength={4000} {...form.getInputProps('description')} />
          <LimitFields form={form} />
          <Group grow align="start">
            <Select
              label={t('price')}
              data={(['free', 'chargeable'] as const).map((v) => ({ value: v, label: t(`price_${v}`) }))}
              allowDeselect={false}
              {...form.getInputProps('price')}
            />
            <Select
              label={t('support')}
              data={(['standard', 'personal'] as const).map((v) => ({ value: v, label: t(`support_${v}`) }))}
              allowDeselect={false}
              {...form.getInputProps('support')}
            />
          </Group>
          <Checkbox label={t('offeredHint')} {...form.getInputProps('offered', { type: 'checkbox' })} />
        </>
      )}
    </EditorForm>
  );
}
