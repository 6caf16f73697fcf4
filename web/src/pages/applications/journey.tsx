import { Anchor, Button, Checkbox, Group, List, Modal, Stack, Text, Textarea, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { portal, type PortalSchemas } from '@/api/clients';
import { answered } from '@/api/problem';
import { useIsAdmin } from '@/app/session';
import { AgreementText } from '@/parts/agreement-text';
import { QueryView } from '@/parts/query-view';
import { Section } from '@/parts/section';
import { State } from '@/parts/state';
import { useSubmit } from '@/parts/use-submit';
import { subscriptionTones } from '@/parts/tones';
import { applicationKey, useChanged, useOpened } from './application';
import { useTexts } from './texts';

type ApiJourney = PortalSchemas['ApiJourney'];
type Step = PortalSchemas['JourneyStep'];
type Gap = PortalSchemas['JourneyGap'];

/** How far each API is on its way from the sandbox to production, and what is missing for the next step. */
export function Component() {
  const t = useTexts();
  const a = useOpened();
  const query = useQuery({
    queryKey: [...applicationKey(a.id), 'journey', a.version],
    queryFn: () => answered(portal.GET('/applications/{application}/journey', { params: { path: { application: a.id } } })),
  });
  return (
    <QueryView query={query} loading={t('loadingJourney')}>
      {({ apis }) => (
        <Stack gap="lg">
          {apis.map((x) => (
            <Section
              key={x.api}
              title={x.title}
              actions={<State tone={subscriptionTones[x.state]}>{t(`subscription_${x.state}`)}</State>}
            >
              <Steps journey={x} />
            </Section>
          ))}
        </Stack>
      )}
    </QueryView>
  );
}

function Steps({ journey }: { journey: ApiJourney }) {
  const t = useTexts();
  const [asked, setAsked] = useState<Step>();
  return (
    <>
      <ol className="steps" aria-label={t('journeyOf', { api: journey.title })}>
        <li data-reached={journey.state === 'approved' || undefined}>
          <Group justify="space-between">
            <Title order={3}>1. {t('stage_sandbox')}</Title>
            {journey.state === 'approved' && <State tone="good">{t(journey.stage === 'sandbox' ? 'here' : 'reached')}</State>}
          </Group>
          <Text size="sm" c="dimmed">
            {t('sandboxStep')}
          </Text>
        </li>
        {journey.steps.map((step, i) => (
          <StepCard key={step.stage} step={step} number={i + 2} here={step.stage === journey.stage} onAsk={() => setAsked(step)} />
        ))}
      </ol>
      <Modal
        opened={asked !== undefined}
        onClose={() => setAsked(undefined)}
        title={t('askStage', { stage: asked ? t(`stage_${asked.stage}`) : '', api: journey.title })}
        size="lg"
        centered
      >
        {asked && <Ask api={journey.api} step={asked} onDone={() => setAsked(undefined)} />}
      </Modal>
    </>
  );
}

/** An agreement that is missing can be accepted with the request itself. */
const isAgreement = (g: Gap): g is Gap & { agreement: string; version: number } => g.agreement !== undefined && g.version !== undefined;

function StepCard({ step, number, here, onAsk }: { step: Step; number: number; here: boolean; onAsk: () => void }) {
  const t = useTexts();
  const a = useOpened();
  const admin = useIsAdmin();
  const possible = step.requestable || (step.missing.length > 0 && step.missing.every(isAgreement));
  return (
    <li data-reached={step.reached || undefined}>
      <Stack gap={6} align="start">
        <Group justify="space-between" w="100%">
          <Title order={3}>
            {number}. {t(`stage_${step.stage}`)}
          </Title>
          {step.reached && <State tone="good">{t(here ? 'here' : 'reached')}</State>}
          {step.request !== undefined && <State tone="wait">{t('requested')}</State>}
        </Group>
        <Text size="sm" c="dimmed">
          {t(`${step.stage}Step`)}
        </Text>
        {!step.reached && step.missing.length > 0 && (
          <>
            <Text size="sm" fw={600}>
              {t('missing')}
            </Text>
            <List size="sm" spacing={4}>
              {step.missing.map((g) => (
                <List.Item key={`${g.code} ${g.message}`}>
                  {g.message}
                  {g.code === 'ACCOUNT_PLAN_TOO_LOW' && (
                    <>
                      {' '}
                      <Anchor component={Link} to="/organisation/plan" inherit>
                        {t('toAccountPlan')}
                      </Anchor>
                    </>
                  )}
                </List.Item>
              ))}
            </List>
          </>
        )}
        {step.request !== undefined && (
          <Anchor component={Link} to={`/applications/${a.id}`} size="sm">
            {t('toRequests')}
          </Anchor>
        )}
        {!step.reached && step.request === undefined && possible && admin && (
          <Button size="xs" mt={4} onClick={onAsk}>
            {t('askFor', { stage: t(`stage_${step.stage}`) })}
          </Button>
        )}
        {!step.reached && possible && !admin && (
          <Text size="sm" c="dimmed">
            {t('adminOnly')}
          </Text>
        )}
      </Stack>
    </li>
  );
}

function Ask({ api, step, onDone }: { api: string; step: Step; onDone: () => void }) {
  const t = useTexts();
  const a = useOpened();
  const changed = useChanged();
  const missing = step.missing.filter(isAgreement);
  const form = useForm<{ signatory: string; comment: string; accepted: Record<string, boolean> }>({
    initialValues: { signatory: '', comment: '', accepted: Object.fromEntries(missing.map((g) => [g.agreement, false])) },
    validate: {
      signatory: (v) => (missing.length > 0 && v.trim() === '' ? t('needed') : null),
      accepted: Object.fromEntries(missing.map((g) => [g.agreement, (v: boolean) => (v ? null : t('acceptNeeded'))])),
    },
  });
  const { onSubmit, busy, alert } = useSubmit({
    form,
    send: ({ signatory, comment }, key) =>
      answered(
        portal.POST('/applications/{application}/apis/{api}/stage-requests', {
          params: { path: { application: a.id, api }, header: { 'Idempotency-Key': key } },
          body: {
            stage: step.stage,
            ...(missing.length > 0 && {
              agreements: missing.map(({ agreement, version }) => ({ agreement, version, signatory: signatory.trim() })),
            }),
            ...(comment.trim() && { comment: comment.trim() }),
          },
        }),
      ),
    onSuccess: async () => {
      await changed();
      onDone();
    },
  });
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack>
        <Text>{t('askStageText')}</Text>
        {missing.map((g) => (
          <div key={g.agreement}>
            <AgreementText agreement={g.agreement} version={g.version} />
            <Checkbox
              label={t('acceptFor', { agreement: g.agreement, version: g.version })}
              required
              {...form.getInputProps(`accepted.${g.agreement}`, { type: 'checkbox' })}
            />
          </div>
        ))}
        {missing.length > 0 && (
          <TextInput label={t('signatory')} description={t('signatoryHint')} required maxLength={200} {...form.getInputProps('signatory')} />
        )}
        <Textarea label={t('comment')} description={t('optional')} autosize minRows={2} maxLength={2000} {...form.getInputProps('comment')} />
        {alert}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onDone}>
            {t('cancel')}
          </Button>
          <Button type="submit" loading={busy}>
            {t('askBank')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
