import { Stack, Text, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'react-router';
import { portal, type PortalSchemas } from '@/api/clients';
import { answered, refusedWith } from '@/api/problem';
import { EditorForm } from '@/parts/editor-dialog';
import { Time } from '@/parts/figures';
import { PageHeader } from '@/parts/page-header';
import { QueryView } from '@/parts/query-view';
import { Facts, Section } from '@/parts/section';
import { State } from '@/parts/state';
import { useApiTitle, useBankChanged } from './data';
import { OrganisationLink, PersonLink } from './links';
import { useTexts } from './texts';

type Enquiry = PortalSchemas['Enquiry'];

/** One enquiry, with the answer or the form for it. */
export function Component() {
  const t = useTexts();
  const title = useApiTitle();
  const { enquiry = '' } = useParams();
  const query = useQuery({
    queryKey: ['bank', 'enquiry', enquiry],
    queryFn: () => answered(portal.GET('/bank/enquiries/{enquiry}', { params: { path: { enquiry } } })),
  });
  const e = query.data;
  return (
    <>
      <PageHeader
        title={e ? t(`enquiry-${e.kind}`) : t('enquiry')}
        back={{ to: '/bank/enquiries', label: t('enquiries') }}
        actions={e && <State tone={e.state === 'open' ? 'wait' : 'good'}>{t(`enquiry_${e.state}`)}</State>}
      />
      <QueryView query={query} loading={t('loadingEnquiry')}>
        {(read) => (
          <Stack gap="lg">
            <Section title={read.subject ?? t('enquiry')}>
              <Stack gap="md">
                <Text className="prose">{read.message}</Text>
                <Facts
                  facts={[
                    [t('api'), read.api && title(read.api)],
                    [t('feedbackKind'), read.feedbackKind && t(`feedback_${read.feedbackKind}`)],
                    [t('organisation'), read.organisation && <OrganisationLink of={read.organisation} />],
                    [t('from_person'), read.person && <PersonLink of={read.person} />],
                    [t('email'), read.email],
                    [t('received'), <Time key="at" value={read.receivedAt} />],
                  ]}
                />
              </Stack>
            </Section>
            {read.state === 'answered' && (
              <Section title={t('answer')}>
                <Stack gap="md">
                  <Text className="prose">{read.answer}</Text>
                  <Facts
                    facts={[
                      [t('answeredBy'), read.answeredBy && <PersonLink of={read.answeredBy} />],
                      [t('answeredAt'), read.answeredAt && <Time value={read.answeredAt} />],
                    ]}
                  />
                </Stack>
              </Section>
            )}
            <Answer key={enquiry} enquiry={read} onTaken={() => void query.refetch()} />
          </Stack>
        )}
      </QueryView>
    </>
  );
}

/** The form for the answer. When somebody else has answered meanwhile, what was typed stays there. */
function Answer({ enquiry: e, onTaken }: { enquiry: Enquiry; onTaken: () => void }) {
  const t = useTexts();
  const changed = useBankChanged();
  const [open, setOpen] = useState(e.state === 'open');
  if (!open) {
    return null;
  }
  return (
    <Section title={t('answerIt')} text={t('answerText')}>
      <EditorForm
        initial={{ values: { answer: '' }, version: 0 }}
        names={{ answer: t('answer') }}
        validate={{ answer: (v) => (v.trim() === '' ? t('needed') : null) }}
        send={async ({ values }, key) => {
          try {
            return await answered(
              portal.POST('/bank/enquiries/{enquiry}/answer', {
                params: { path: { enquiry: e.id }, header: { 'Idempotency-Key': key } },
                body: { answer: values.answer.trim() },
              }),
            );
          } catch (error) {
            if (refusedWith(error, 'ENQUIRY_CLOSED')) {
              onTaken();
            }
            throw error;
          }
        }}
        onDone={() => {
          setOpen(false);
          return changed();
        }}
        action={t('send')}
      >
        {(form) => <Textarea label={t('answer')} required autosize minRows={4} maxLength={4000} {...form.getInputProps('answer')} />}
      </EditorForm>
    </Section>
  );
}
