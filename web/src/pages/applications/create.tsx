import './applications.css';
import { Paper } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { portal, type PortalSchemas } from '@/api/clients';
import { answered } from '@/api/problem';
import { accepted, Agreements } from '@/pages/accounts/agreements';
import { PageHeader } from '@/parts/page-header';
import { QueryView } from '@/parts/query-view';
import { useSubmit } from '@/parts/use-submit';
import { useChanged } from './application';
import { ApplicationFields, contentOf, useApplicationForm, useChoices, type Choices } from './application-form';
import { useTexts } from './texts';

/** The page that creates an application and sends it to the bank. */
export function Component() {
  const t = useTexts();
  const choices = useChoices();
  const agreements = useQuery({
    queryKey: ['agreements', 'application'],
    queryFn: () => answered(portal.GET('/agreements', { params: { query: { purpose: 'application' } } })),
  });
  return (
    <>
      <PageHeader title={t('createTitle')} text={t('createText')} back={{ to: '/applications', label: t('applications') }} />
      <Paper p={{ base: 'md', sm: 'lg' }}>
        <QueryView query={agreements} loading={t('loadingForm')}>
          {(a) => (
            <QueryView query={choices} loading={t('loadingForm')}>
              {(c) => <Create choices={c} agreements={a.agreements} />}
            </QueryView>
          )}
        </QueryView>
      </Paper>
    </>
  );
}

function Create({ choices, agreements }: { choices: Choices; agreements: PortalSchemas['Agreement'][] }) {
  const t = useTexts();
  const navigate = useNavigate();
  const changed = useChanged();
  const form = useApplicationForm(undefined, Object.fromEntries(agreements.map((a) => [a.agreement, false])));
  const { onSubmit, busy, alert } = useSubmit({
    form,
    send: (values, key) =>
      answered(
        portal.POST('/applications', {
          params: { header: { 'Idempotency-Key': key } },
          body: { ...contentOf(values), groups: values.groups, agreements: accepted(agreements) },
        }),
      ),
    onSuccess: async ({ id }) => {
      await changed();
      await navigate(`/applications/${id}`);
    },
  });
  return (
    <ApplicationFields form={form} choices={choices} groups onSubmit={onSubmit} busy={busy} action={t('createAction')} cancel="/applications">
      <Agreements agreements={agreements} form={form} />
      {alert}
    </ApplicationFields>
  );
}
