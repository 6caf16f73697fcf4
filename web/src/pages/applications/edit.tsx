import { useNavigate } from 'react-router';
import { ifMatch, portal } from '@/api/clients';
import { answered } from '@/api/problem';
import { QueryView } from '@/parts/query-view';
import { Section } from '@/parts/section';
import { useSubmit } from '@/parts/use-submit';
import { useChanged, useOpened } from './application';
import { ApplicationFields, contentOf, useApplicationForm, useChoices, type Choices } from './application-form';
import { useTexts } from './texts';

/** The page that changes an application; one that was rejected goes to the bank again with that. */
export function Component() {
  const t = useTexts();
  const choices = useChoices();
  const { state } = useOpened();
  return (
    <Section title={t('edit')} text={t(state === 'rejected' ? 'editRejectedText' : 'editText')}>
      <QueryView query={choices} loading={t('loadingForm')}>
        {(c) => <Edit choices={c} />}
      </QueryView>
    </Section>
  );
}

function Edit({ choices }: { choices: Choices }) {
  const t = useTexts();
  const a = useOpened();
  const navigate = useNavigate();
  const changed = useChanged();
  const form = useApplicationForm(a);
  const { onSubmit, busy, alert } = useSubmit({
    form,
    send: (values) =>
      answered(
        portal.PUT('/applications/{application}', {
          params: { path: { application: a.id }, header: { 'If-Match': ifMatch(a.version) } },
          body: contentOf(values),
        }),
      ),
    onSuccess: async () => {
      await changed();
      await navigate(`/applications/${a.id}`);
    },
  });
  return (
    <ApplicationFields
      form={form}
      choices={choices}
      scopeFixed={a.approvedAt !== undefined}
      onSubmit={onSubmit}
      busy={busy}
      action={t(a.state === 'rejected' ? 'editResubmit' : 'save')}
      cancel={`/applications/${a.id}`}
    >
      {alert}
    </ApplicationFields>
  );
}
