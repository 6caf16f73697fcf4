import { Alert, Anchor, Button, Group, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { portal } from '@/api/clients';
import { answered } from '@/api/problem';
import { EditorDialog, EditorForm } from '@/parts/editor-dialog';
import { PageHeader } from '@/parts/page-header';
import { QueryView } from '@/parts/query-view';
import { Section } from '@/parts/section';
import { State } from '@/parts/state';
import { applicationTones } from '@/parts/tones';
import { applicationQuery, useBankChanged, useIsBankAdmin, type Application } from './data';
import { ApplicationApis, ApplicationFacts } from './facts';
import { OrganisationLink } from './links';
import { ReasonAction } from './reason-action';
import { useTexts } from './texts';

/** One application of an organisation: what it is, how far its APIs have come, and whether it is suspended. */
export function Component() {
  const t = useTexts();
  const { application = '' } = useParams();
  const query = useQuery(applicationQuery(application));
  const a = query.data;
  return (
    <>
      <PageHeader
        title={a?.name ?? t('application')}
        text={a && <OrganisationLink of={a.organisation} />}
        back={{ to: '/bank/applications', label: t('applications') }}
        actions={a && <State tone={applicationTones[a.state]}>{t(`application_${a.state}`)}</State>}
      />
      <QueryView query={query} loading={t('loadingApplication')}>
        {(read) => (
          <Stack gap="lg">
            {read.stateReason !== undefined && read.stateReason !== '' && (
              <Alert color={read.state === 'suspended' || read.state === 'rejected' ? 'red' : 'gray'} title={t('stateReason')}>
                <span className="prose">{read.stateReason}</span>
              </Alert>
            )}
            <Section title={t('details')} actions={<Actions of={read} />}>
              <Stack gap="md">
                <ApplicationFacts of={read} />
                <Group gap="md">
                  {read.request !== undefined && (
                    <Anchor size="sm" component={Link} to={`/bank/reviews/${read.request}`}>
                      {t('toRequest')}
                    </Anchor>
                  )}
                  <Anchor size="sm" component={Link} to={`/bank/usage?by=api&application=${read.id}`}>
                    {t('itsUsage')}
                  </Anchor>
                  <Anchor size="sm" component={Link} to={`/bank/audit?application=${read.id}`}>
                    {t('itsAudit')}
                  </Anchor>
                </Group>
              </Stack>
            </Section>
            <Section title={t('apis')}>
              <ApplicationApis of={read} />
            </Section>
          </Stack>
        )}
      </QueryView>
    </>
  );
}

function Actions({ of: a }: { of: Application }) {
  const t = useTexts();
  const [scope, setScope] = useState<Application>();
  return (
    <>
      {a.state !== 'deleted' && (
        <Button size="xs" variant="default" onClick={() => setScope(a)}>
          {t('setScope')}
        </Button>
      )}
      <Suspension of={a} />
      <EditorDialog subject={scope} onClose={() => setScope(undefined)} title={() => t('setScope')}>
        {(of) => <Scope of={of} onClose={() => setScope(undefined)} />}
      </EditorDialog>
    </>
  );
}

function Suspension({ of: a }: { of: Application }) {
  const t = useTexts();
  const suspended = a.state === 'suspended';
  const can = suspended || a.state === 'enabled' || a.state === 'disabled';
  if (!useIsBankAdmin() || !can) {
    return null;
  }
  const what = suspended ? 'lift' : 'suspend';
  return (
    <ReasonAction
      action={t(what)}
      title={t(`${what}Application`, { name: a.name })}
      text={t(`${what}ApplicationText`)}
      danger={!suspended}
      act={(reason, key) => {
        const call = { params: { path: { application: a.id }, header: { 'Idempotency-Key': key } }, body: { reason } };
        return answered(suspended ? portal.POST('/bank/applications/{application}/lift', call) : portal.POST('/bank/applications/{application}/suspend', call));
      }}
    />
  );
}

function Scope({ of: a, onClose }: { of: Application; onClose: () => void }) {
  const t = useTexts();
  const changed = useBankChanged();
  const needed = (v: string) => (v.trim() === '' ? t('needed') : null);
  return (
    <EditorForm
      initial={{ values: { partnerScope: a.partnerScope, reason: '' }, version: 0 }}
      names={{}}
      validate={{ partnerScope: needed, reason: needed }}
      send={({ values }) =>
        answered(
          portal.PUT('/bank/applications/{application}/partner-scope', {
            params: { path: { application: a.id } },
            body: { partnerScope: values.partnerScope.trim(), reason: values.reason.trim() },
          }),
        )
      }
      onDone={async () => {
        onClose();
        await changed();
      }}
      onCancel={onClose}
      action={t('save')}
    >
      {(form) => (
        <>
          <Text size="sm">{t('setScopeText')}</Text>
          <TextInput label={t('partnerScope')} required maxLength={200} {...form.getInputProps('partnerScope')} />
          <Textarea label={t('reasonGiven')} required autosize minRows={2} maxLength={2000} {...form.getInputProps('reason')} />
        </>
      )}
    </EditorForm>
  );
}
