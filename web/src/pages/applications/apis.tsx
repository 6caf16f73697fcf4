import { Anchor, Button, Group, Modal, MultiSelect, Select, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { portal, type PortalSchemas } from '@/api/clients';
import { answered, done } from '@/api/problem';
import { useIsAdmin } from '@/app/session';
import { ConfirmDialog } from '@/parts/confirm-dialog';
import { DataTable } from '@/parts/data-table';
import { DialogForm } from '@/parts/dialog-form';
import { useLimits } from '@/parts/limits';
import { QueryView } from '@/parts/query-view';
import { Section } from '@/parts/section';
import { State } from '@/parts/state';
import { useSubmit } from '@/parts/use-submit';
import { subscriptionTones } from '@/parts/tones';
import { useChanged, useOpened, type Application } from './application';
import { useChoices, type Choices } from './application-form';
import { useTexts } from './texts';

type Subscription = PortalSchemas['Subscription'];
type Plan = PortalSchemas['ApiPlan'];

/** The APIs of an application, each with its plan. */
export function Component() {
  const t = useTexts();
  const a = useOpened();
  const plans = useQuery({ queryKey: ['plans'], queryFn: () => answered(portal.GET('/plans')) });
  const [adding, setAdding] = useState(false);
  const open = a.state !== 'deleted' && a.state !== 'suspended';
  return (
    <Section title={t('tab_apis')} text={t('apisText')} actions={open && <Button onClick={() => setAdding(true)}>{t('addApi')}</Button>}>
      <QueryView query={plans} loading={t('loadingPlans')}>
        {({ api }) => <Table application={a} plans={api} open={open} />}
      </QueryView>
      <Modal opened={adding} onClose={() => setAdding(false)} title={t('addApi')} centered>
        <Add application={a} onDone={() => setAdding(false)} />
      </Modal>
    </Section>
  );
}

function Table({ application: a, plans, open }: { application: Application; plans: Plan[]; open: boolean }) {
  const t = useTexts();
  const changed = useChanged();
  const admin = useIsAdmin();
  const [planned, setPlanned] = useState<Subscription>();
  const [removed, setRemoved] = useState<Subscription>();
  return (
    <>
      <DataTable
        caption={t('apis')}
        rows={a.subscriptions}
        rowKey={(s) => s.api}
        empty={t('noApis')}
        columns={[
          {
            label: t('api'),
            cell: (s) => (
              <Anchor component={Link} inherit to={`/apis/${s.api}`}>
                {s.title}
              </Anchor>
            ),
          },
          {
            label: t('state'),
            cell: (s) => (
              <>
                <State tone={subscriptionTones[s.state]}>{t(`subscription_${s.state}`)}</State>
                {s.rejectedFor !== undefined && <Text size="sm">{s.rejectedFor}</Text>}
              </>
            ),
          },
          { label: t('stage'), cell: (s) => <StageOf subscription={s} /> },
          { label: t('plan'), cell: (s) => <PlanOf name={s.plan} plans={plans} /> },
          {
            label: t('actions'),
            cell: (s) => (
              <Group gap={6} wrap="nowrap">
                {open && admin && s.state === 'approved' && (
                  <Button size="compact-sm" variant="default" onClick={() => setPlanned(s)} aria-label={t('changePlanOf', { api: s.title })}>
                    {t('changePlan')}
                  </Button>
                )}
                {open && (
                  <Button size="compact-sm" variant="default" onClick={() => setRemoved(s)} aria-label={t('removeOf', { api: s.title })}>
                    {t('remove')}
                  </Button>
                )}
              </Group>
            ),
          },
        ]}
      />
      {!admin && (
        <Text size="sm" c="dimmed" mt="sm">
          {t('adminOnly')}
        </Text>
      )}
      <Modal opened={planned !== undefined} onClose={() => setPlanned(undefined)} title={t('changePlanOf', { api: planned?.title ?? '' })} centered>
        {planned && <ChangePlan application={a} subscription={planned} plans={plans} onDone={() => setPlanned(undefined)} />}
      </Modal>
      <ConfirmDialog
        opened={removed !== undefined}
        onClose={() => setRemoved(undefined)}
        title={t('removeOf', { api: removed?.title ?? '' })}
        text={t('removeText')}
        action={t('remove')}
        danger
        onConfirm={async () => {
          await done(portal.DELETE('/applications/{application}/apis/{api}', { params: { path: { application: a.id, api: removed?.api ?? '' } } }));
          await changed();
        }}
      />
    </>
  );
}

function StageOf({ subscription: s }: { subscription: Subscription }) {
  const t = useTexts();
  return (
    <>
      {t(`stage_${s.stage}`)}
      {s.productionUrl !== undefined && (
        <Text size="xs" className="path">
          {s.productionUrl}
        </Text>
      )}
    </>
  );
}

function PlanOf({ name, plans }: { name: string; plans: Plan[] }) {
  const limits = useLimits();
  const plan = plans.find((p) => p.name === name);
  return (
    <>
      {plan?.title ?? name}
      {plan && (
        <Text size="xs" c="dimmed">
          {limits(plan.limits)}
        </Text>
      )}
    </>
  );
}

interface PlanProps {
  application: Application;
  subscription: Subscription;
  plans: Plan[];
  onDone: () => void;
}

function ChangePlan({ application: a, subscription: s, plans, onDone }: PlanProps) {
  const t = useTexts();
  const limits = useLimits();
  const changed = useChanged();
  const offered = plans.filter((p) => p.offered && p.name !== s.plan && (p.apis?.includes(s.api) ?? true));
  const form = useForm({ initialValues: { plan: '', comment: '' }, validate: { plan: (v) => (v === '' ? t('planNeeded') : null) } });
  const chosen = offered.find((p) => p.name === form.values.plan);
  const { onSubmit, busy, alert } = useSubmit({
    form,
    send: ({ plan, comment }, key) =>
      answered(
        portal.POST('/applications/{application}/apis/{api}/plan-requests', {
          params: { path: { application: a.id, api: s.api }, header: { 'Idempotency-Key': key } },
          body: { plan, ...(comment.trim() && { comment: comment.trim() }) },
        }),
      ),
    onSuccess: async () => {
      await changed();
      onDone();
    },
  });
  return (
    <DialogForm onSubmit={onSubmit} busy={busy} action={t('askBank')} onCancel={onDone}>
      <Text>{t('changePlanText')}</Text>
      <Select
        label={t('plan')}
        data={offered.map((p) => ({ value: p.name, label: p.title }))}
        nothingFoundMessage={t('noOtherPlan')}
        required
        {...form.getInputProps('plan')}
      />
      {chosen && (
        <Text size="sm" c="dimmed">
          {limits(chosen.limits)}. {chosen.rules}
        </Text>
      )}
      <Textarea label={t('comment')} description={t('optional')} autosize minRows={2} maxLength={2000} {...form.getInputProps('comment')} />
      {alert}
    </DialogForm>
  );
}

function Add({ application: a, onDone }: { application: Application; onDone: () => void }) {
  const t = useTexts();
  const choices = useChoices();
  return (
    <QueryView query={choices} loading={t('loadingForm')}>
      {(c) => <AddForm application={a} choices={c} onDone={onDone} />}
    </QueryView>
  );
}

function AddForm({ application: a, choices, onDone }: { application: Application; choices: Choices; onDone: () => void }) {
  const t = useTexts();
  const changed = useChanged();
  const has = new Set(a.subscriptions.map((s) => s.api));
  const form = useForm<{ apis: string[]; groups: string[] }>({
    initialValues: { apis: [], groups: [] },
    validate: { apis: (v, { groups }) => (v.length === 0 && groups.length === 0 ? t('apiNeeded') : null) },
  });
  const { onSubmit, busy, alert } = useSubmit({
    form,
    send: (body, key) =>
      answered(
        portal.POST('/applications/{application}/apis', { params: { path: { application: a.id }, header: { 'Idempotency-Key': key } }, body }),
      ),
    onSuccess: async () => {
      await changed();
      onDone();
    },
  });
  return (
    <DialogForm onSubmit={onSubmit} busy={busy} action={t('add')} onCancel={onDone}>
      <Text>{t('addText')}</Text>
      <MultiSelect
        label={t('apis')}
        data={choices.apis.filter((x) => !has.has(x.api)).map((x) => ({ value: x.api, label: x.title }))}
        searchable
        nothingFoundMessage={t('noOtherApi')}
        {...form.getInputProps('apis')}
      />
      {choices.groups.length > 0 && (
        <MultiSelect
          label={t('groups')}
          description={t('groupsHint')}
          data={choices.groups.map((g) => ({ value: g.group, label: g.title }))}
          {...form.getInputProps('groups')}
        />
      )}
      {alert}
    </DialogForm>
  );
}
