import { Alert, Anchor, Button, Group, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { portal } from '@/api/clients';
import { answered } from '@/api/problem';
import { EditorDialog, EditorForm } from '@/parts/editor-dialog';
import { Time } from '@/parts/figures';
import { useLimits } from '@/parts/limits';
import { Facts, Section } from '@/parts/section';
import { plansQuery, useBankChanged, useIsBankAdmin, type Organisation } from './data';
import { AccountPlanFact, OrganisationFacts } from './facts';
import { useOpenedOrganisation } from './organisation';
import { ReasonAction } from './reason-action';
import { useTexts } from './texts';

/** The first tab: what the organisation is, what plan it is on, who looks after it, and whether it is suspended. */
export function Component() {
  const t = useTexts();
  const o = useOpenedOrganisation();
  const about = new URLSearchParams({ organisation: o.id }).toString();
  return (
    <Stack gap="lg">
      {o.state === 'suspended' && (
        <Alert color="red" title={t('suspendedFor')}>
          <span className="prose">{o.suspendedFor}</span>
        </Alert>
      )}
      <Section title={t('details')} actions={<Suspension of={o} />}>
        <Stack gap="md">
          <OrganisationFacts of={o} />
          <Group gap="md">
            <Anchor size="sm" component={Link} to={`/bank/usage?by=application&${about}`}>
              {t('itsUsage')}
            </Anchor>
            <Anchor size="sm" component={Link} to={`/bank/audit?${about}`}>
              {t('itsAudit')}
            </Anchor>
            <Anchor size="sm" component={Link} to={`/bank/enquiries?${about}`}>
              {t('itsEnquiries')}
            </Anchor>
          </Group>
        </Stack>
      </Section>
      <Plan of={o} />
      <Manager of={o} />
    </Stack>
  );
}

function Suspension({ of: o }: { of: Organisation }) {
  const t = useTexts();
  if (!useIsBankAdmin()) {
    return null;
  }
  const suspended = o.state === 'suspended';
  const what = suspended ? 'lift' : 'suspend';
  return (
    <ReasonAction
      action={t(what)}
      title={t(`${what}Organisation`, { name: o.name })}
      text={t(`${what}OrganisationText`)}
      danger={!suspended}
      act={(reason, key) => {
        const call = { params: { path: { organisation: o.id }, header: { 'Idempotency-Key': key } }, body: { reason } };
        return answered(suspended ? portal.POST('/bank/organisations/{organisation}/lift', call) : portal.POST('/bank/organisations/{organisation}/suspend', call));
      }}
    />
  );
}

function Plan({ of: o }: { of: Organisation }) {
  const t = useTexts();
  const limits = useLimits();
  const changed = useBankChanged();
  const admin = useIsBankAdmin();
  const plans = useQuery(plansQuery).data;
  const [editing, setEditing] = useState<Organisation>();
  const { access, quota, since, request } = o.accountPlan;
  const close = () => setEditing(undefined);
  return (
    <Section
      title={t('accountPlan')}
      actions={
        admin && (
          <Button size="xs" variant="default" onClick={() => setEditing(o)}>
            {t('assignPlan')}
          </Button>
        )
      }
    >
      <Facts
        facts={[
          [t('accountPlan'), <AccountPlanFact key="plan" access={access} quota={quota} />],
          [t('since'), <Time key="since" value={since} only="date" />],
          [
            t('requests'),
            request && (
              <Anchor component={Link} inherit to={`/bank/reviews/${request}`}>
                {t('kind_account-plan')}
              </Anchor>
            ),
          ],
        ]}
      />
      <EditorDialog subject={editing} onClose={close} title={() => t('assignPlan')}>
        {({ id, accountPlan }) => (
          <EditorForm
            initial={{ values: { access: accountPlan.access, quota: accountPlan.quota, reason: '' }, version: 0 }}
            names={{}}
            validate={{ reason: (v) => (v.trim() === '' ? t('needed') : null) }}
            send={({ values }) =>
              answered(
                portal.PUT('/bank/organisations/{organisation}/account-plan', {
                  params: { path: { organisation: id } },
                  body: { access: values.access === 'production' ? 'production' : 'bronze', quota: values.quota, reason: values.reason.trim() },
                }),
              )
            }
            onDone={async () => {
              close();
              await changed();
            }}
            onCancel={close}
            action={t('assign')}
          >
            {(form) => (
              <>
                <Text size="sm">{t('assignPlanText')}</Text>
                <Select label={t('access')} data={(plans?.access ?? []).map((p) => ({ value: p.name, label: p.title }))} allowDeselect={false} {...form.getInputProps('access')} />
                <Select
                  label={t('quota')}
                  data={(plans?.quota ?? []).map((p) => ({ value: p.name, label: `${p.title} (${limits(p.limits)})` }))}
                  allowDeselect={false}
                  {...form.getInputProps('quota')}
                />
                <Textarea label={t('reasonGiven')} required autosize minRows={2} maxLength={2000} {...form.getInputProps('reason')} />
              </>
            )}
          </EditorForm>
        )}
      </EditorDialog>
    </Section>
  );
}

function Manager({ of: o }: { of: Organisation }) {
  const t = useTexts();
  const changed = useBankChanged();
  const admin = useIsBankAdmin();
  const [editing, setEditing] = useState<Organisation>();
  const manager = o.relationshipManager;
  const close = () => setEditing(undefined);
  return (
    <Section
      title={t('relationshipManager')}
      text={t('managerText')}
      actions={
        admin && (
          <Button size="xs" variant="default" onClick={() => setEditing(o)}>
            {t('setManager')}
          </Button>
        )
      }
    >
      {manager ? (
        <Facts
          facts={[
            [t('name'), manager.name],
            [t('email'), manager.email],
            [t('telephone'), manager.telephone],
          ]}
        />
      ) : (
        <Text c="dimmed">{t('noManager')}</Text>
      )}
      <EditorDialog subject={editing} onClose={close} title={() => t('setManager')}>
        {({ id, relationshipManager: now }) => (
          <EditorForm
            initial={{ values: { name: now?.name ?? '', email: now?.email ?? '', telephone: now?.telephone ?? '' }, version: 0 }}
            names={{}}
            validate={{ name: (v) => (v.trim() === '' ? t('needed') : null), email: (v) => (v.trim() === '' ? t('needed') : null) }}
            send={({ values: { name, email, telephone } }) =>
              answered(
                portal.PUT('/bank/organisations/{organisation}/relationship-manager', {
                  params: { path: { organisation: id } },
                  body: { name: name.trim(), email: email.trim(), ...(telephone.trim() && { telephone: telephone.trim() }) },
                }),
              )
            }
            onDone={async () => {
              close();
              await changed();
            }}
            onCancel={close}
            action={t('save')}
          >
            {(form) => (
              <>
                <TextInput label={t('name')} required maxLength={200} {...form.getInputProps('name')} />
                <TextInput label={t('email')} type="email" required {...form.getInputProps('email')} />
                <TextInput label={t('telephone')} type="tel" {...form.getInputProps('telephone')} />
              </>
            )}
          </EditorForm>
        )}
      </EditorDialog>
    </Section>
  );
}
