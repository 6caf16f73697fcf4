import { Radio, Select, Stack, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { portal, type PortalSchemas, type SandboxSchemas } from '@/api/clients';
import { answered } from '@/api/problem';
import { organisationKey } from '@/app/organisation';
import { QueryView } from '@/parts/query-view';
import { useChanged } from './application';
import { Simulation } from './simulation';
import { useTexts } from './texts';

type Request = PortalSchemas['Request'];

/** A decision of the bank about a request of the organisation, where this server simulates decisions. */
export function SimulateReview({ application }: { application: string }) {
  const t = useTexts();
  const query = useQuery({
    queryKey: [...organisationKey, 'requests', 'to-decide'],
    queryFn: () => answered(portal.GET('/organisation/requests', { params: { query: { state: 'open', limit: 100 } } })),
  });
  return (
    <QueryView query={query} loading={t('loadingRequests')}>
      {({ requests }) => <Review application={application} requests={requests} />}
    </QueryView>
  );
}

interface Values extends Record<string, unknown> {
  request: string;
  outcome: SandboxSchemas['ReviewOutcome'];
  reason: string;
}

function Review({ application, requests }: { application: string; requests: Request[] }) {
  const t = useTexts();
  const cache = useQueryClient();
  const changed = useChanged();
  const form = useForm<Values>({
    initialValues: { request: requests[0]?.id ?? '', outcome: 'approve', reason: t('reviewReasonGiven') },
    validate: { request: (v) => (v === '' ? t('needed') : null), reason: (v) => (v.trim() === '' ? t('needed') : null) },
  });
  const named = (r: Request) =>
    [t(`kind_${r.kind}`), r.application?.name, r.apis?.join(', '), r.stage && t(`stage_${r.stage}`), r.plan, r.accountPlan?.quota].filter(Boolean).join(' · ');
  return (
    <Simulation
      application={application}
      form={form}
      simulate={(s, { request, outcome, reason }) => answered(s.POST('/simulate/review', { body: { request, outcome, reason: reason.trim() } }))}
      happened={(decided) => <span>{t(`decided_${decided.state}`, { request: t(`kind_${decided.kind}`) })}</span>}
      onHappened={async () => {
        form.setFieldValue('request', '');
        await Promise.all([changed(), cache.invalidateQueries({ queryKey: organisationKey })]);
      }}
    >
      {requests.length === 0 && <Text size="sm">{t('noOpenRequests')}</Text>}
      <Select
        label={t('request')}
        data={requests.map((r) => ({ value: r.id, label: named(r) }))}
        placeholder={t('chooseRequest')}
        nothingFoundMessage={t('noneFound')}
        required
        {...form.getInputProps('request')}
      />
      <Radio.Group label={t('outcome')} {...form.getInputProps('outcome')}>
        <Stack gap={6} mt={6}>
          <Radio value="approve" label={t('review_approve')} />
          <Radio value="reject" label={t('review_reject')} />
        </Stack>
      </Radio.Group>
      <Textarea label={t('reviewReason')} description={t('reviewReasonHint')} required autosize minRows={2} maxLength={1000} {...form.getInputProps('reason')} />
    </Simulation>
  );
}
