import { Modal, Select, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { portal, type PortalSchemas } from '@/api/clients';
import { answered } from '@/api/problem';
import { DialogForm } from '@/parts/dialog-form';
import { useLimits } from '@/parts/limits';
import { useSubmit } from '@/parts/use-submit';
import { useChanged } from './data';
import { useTexts } from './texts';

interface Props {
  plan: PortalSchemas['AccountPlan'];
  plans: PortalSchemas['PlanList'];
  onClose: () => void;
}

/** The dialog that asks the bank for another account plan. */
export function AskForPlan({ opened, ...props }: Props & { opened: boolean }) {
  const t = useTexts();
  return (
    <Modal opened={opened} onClose={props.onClose} title={t('askForPlan')} centered>
      <Ask {...props} />
    </Modal>
  );
}

function Ask({ plan, plans, onClose }: Props) {
  const t = useTexts();
  const limits = useLimits();
  const changed = useChanged();
  const offered = plans.quota.filter((q) => q.offered);
  const form = useForm<{ access: PortalSchemas['AccessPlanName']; quota: string; comment: string }>({
    initialValues: { access: plan.access, quota: offered.some((q) => q.name === plan.quota) ? plan.quota : (offered[0]?.name ?? ''), comment: '' },
    validate: { quota: (v) => (v === '' ? t('needed') : null) },
  });
  const access = plans.access.find((a) => a.name === form.values.access);
  const quota = offered.find((q) => q.name === form.values.quota);
  const { onSubmit, busy, alert } = useSubmit({
    form,
    send: ({ comment, ...wanted }, key) =>
      answered(
        portal.POST('/organisation/account-plan/requests', {
          params: { header: { 'Idempotency-Key': key } },
          body: { ...wanted, ...(comment.trim() && { comment: comment.trim() }) },
        }),
      ),
    onSuccess: async () => {
      await changed();
      onClose();
    },
  });
  return (
    <DialogForm onSubmit={onSubmit} busy={busy} action={t('askBank')} onCancel={onClose}>
      <Text>{t('askForPlanText')}</Text>
      <Select
        label={t('access')}
        description={access?.description}
        data={plans.access.map((a) => ({ value: a.name, label: a.title }))}
        allowDeselect={false}
        {...form.getInputProps('access')}
      />
      <Select
        label={t('quota')}
        description={quota && `${limits(quota.limits)} · ${t(`price_${quota.price}`)} · ${t(`support_${quota.support}`)}`}
        data={offered.map((q) => ({ value: q.name, label: q.title }))}
        allowDeselect={false}
        {...form.getInputProps('quota')}
      />
      <Textarea label={t('comment')} description={t('commentHint')} autosize minRows={2} maxLength={4000} {...form.getInputProps('comment')} />
      {alert}
    </DialogForm>
  );
}
