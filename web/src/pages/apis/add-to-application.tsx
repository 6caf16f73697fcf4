import { Button, Select, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { idempotencyKey, portal } from '@/api/clients';
import { answered } from '@/api/problem';
import { DialogForm } from '@/parts/dialog-form';
import { Empty } from '@/parts/empty';
import { QueryView } from '@/parts/query-view';
import { useSubmit } from '@/parts/use-submit';
import type { ApiDetail, Application } from './data';
import { useTexts } from './texts';

const closed: readonly Application['state'][] = ['deleted', 'suspended'];

/** Adds the API to an application of the organisation that does not have it yet. */
export function AddToApplication({ opened, onDone }: { opened: ApiDetail; onDone: () => void }) {
  const t = useTexts();
  const query = useQuery({
    queryKey: ['applications', 'to add to'],
    queryFn: () => answered(portal.GET('/applications', { params: { query: { limit: 200 } } })),
  });
  return (
    <QueryView query={query} loading={t('loadingApplications')}>
      {({ applications }) => {
        const free = applications.filter((a) => !closed.includes(a.state) && !a.subscriptions.some((s) => s.api === opened.api.api));
        return free.length === 0 ? (
          <Empty title={t('allHaveIt')} text={t('allHaveItText')}>
            <Button component={Link} to="/applications/new">
              {t('newApplication')}
            </Button>
          </Empty>
        ) : (
          <AddForm api={opened.api.api} applications={free} onDone={onDone} />
        );
      }}
    </QueryView>
  );
}

function AddForm({ api, applications, onDone }: { api: string; applications: Application[]; onDone: () => void }) {
  const t = useTexts();
  const cache = useQueryClient();
  const [key] = useState(idempotencyKey);
  const form = useForm({ initialValues: { application: applications[0]?.id ?? '' } });
  const { onSubmit, busy, alert } = useSubmit({
    form,
    send: ({ application }) =>
      answered(portal.POST('/applications/{application}/apis', { params: { path: { application }, header: { 'Idempotency-Key': key } }, body: { apis: [api] } })),
    onSuccess: async () => {
      await Promise.all([cache.invalidateQueries({ queryKey: ['applications'] }), cache.invalidateQueries({ queryKey: ['catalogue'] })]);
      onDone();
    },
  });
  return (
    <DialogForm onSubmit={onSubmit} busy={busy} action={t('add')} onCancel={onDone}>
      <Text size="sm">{t('addText')}</Text>
      <Select
        label={t('application')}
        data={applications.map((a) => ({ value: a.id, label: a.name }))}
        allowDeselect={false}
        required
        {...form.getInputProps('application')}
      />
      {alert}
    </DialogForm>
  );
}
