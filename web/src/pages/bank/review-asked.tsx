import { Alert, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Time } from '@/parts/figures';
import { useLimits } from '@/parts/limits';
import { QueryView } from '@/parts/query-view';
import { Facts, Section } from '@/parts/section';
import { State } from '@/parts/state';
import { applicationTones } from '@/parts/tones';
import { AgreementRecords } from './agreement-records';
import { applicationQuery, organisationQuery, plansQuery, useApiTitle, type Request } from './data';
import { AccountPlanFact, ApplicationApis, ApplicationFacts, OrganisationFacts } from './facts';
import { ApplicationLink, OrganisationLink, PersonLink } from './links';
import { useTexts } from './texts';

/** What a request asks for, beside what holds now. */
export function ReviewAsked({ request: r }: { request: Request }) {
  const t = useTexts();
  const title = useApiTitle();
  const limits = useLimits();
  const plans = useQuery(plansQuery).data;
  const organisation = useQuery(organisationQuery(r.organisation.id)).data;
  const application = useQuery({ ...applicationQuery(r.application?.id ?? '', r.version), enabled: r.application !== undefined }).data;
  const subscription = r.apis?.length === 1 ? application?.subscriptions.find((s) => s.api === r.apis?.[0]) : undefined;
  const plan = plans?.api.find((p) => p.name === r.plan);
  const planNow = plans?.api.find((p) => p.name === subscription?.plan);
  const open = r.state === 'open';
  return (
    <Section title={t('wanted')}>
      <Stack gap="md">
        {open && organisation?.state === 'suspended' && <Alert color="red">{t('suspendedNow')}</Alert>}
        <Facts
          facts={[
            [t('kind'), t(`kind_${r.kind}`)],
            [t('apis'), r.apis && r.apis.length > 0 ? r.apis.map(title).join(', ') : undefined],
            [t('stage'), r.stage && <strong>{t(`stage_${r.stage}`)}</strong>],
            [t('plan'), r.plan && <strong>{plan ? `${plan.title} (${limits(plan.limits)})` : r.plan}</strong>],
            [t('rules'), plan && <span className="prose">{plan.rules}</span>],
            [t('accountPlan'), r.accountPlan && <strong><AccountPlanFact {...r.accountPlan} /></strong>],
            [t('present'), open ? present() : undefined],
            [t('revised'), r.revised === true ? t('yes') : undefined],
            [t('requestedBy'), <PersonLink key="by" of={r.createdBy} />],
            [t('requestedAt'), <Time key="at" value={r.createdAt} />],
            [t('comment'), r.comment && <span className="prose">{r.comment}</span>],
          ]}
        />
        {r.agreements && r.agreements.length > 0 && (
          <div>
            <Text fw={600} size="sm" mb={4}>
              {t('agreementsOfRequest')}
            </Text>
            <AgreementRecords records={r.agreements} caption={t('agreementsOfRequest')} />
          </div>
        )}
      </Stack>
    </Section>
  );

  function present() {
    if (r.stage !== undefined && subscription) {
      return t(`stage_${subscription.stage}`);
    }
    if (r.plan !== undefined && subscription) {
      return planNow ? `${planNow.title} (${limits(planNow.limits)})` : subscription.plan;
    }
    return r.accountPlan && organisation ? <AccountPlanFact access={organisation.accountPlan.access} quota={organisation.accountPlan.quota} /> : undefined;
  }
}

/** For whom it is: the application and its organisation. */
export function ReviewAbout({ request: r }: { request: Request }) {
  const t = useTexts();
  const application = useQuery({ ...applicationQuery(r.application?.id ?? '', r.version), enabled: r.application !== undefined });
  const organisation = useQuery(organisationQuery(r.organisation.id));
  return (
    <>
      {r.application && (
        <Section
          title={t('application')}
          actions={application.data && <State tone={applicationTones[application.data.state]}>{t(`application_${application.data.state}`)}</State>}
        >
          <QueryView query={application} loading={t('loadingApplication')}>
            {(a) => (
              <Stack gap="md">
                <Text fw={600}>
                  <ApplicationLink of={a} />
                </Text>
                <ApplicationFacts of={a} />
                <ApplicationApis of={a} />
              </Stack>
            )}
          </QueryView>
        </Section>
      )}
      <Section title={t('organisation')}>
        <QueryView query={organisation} loading={t('loadingOrganisation')}>
          {(o) => (
            <Stack gap="md">
              <Text fw={600}>
                <OrganisationLink of={o} />
              </Text>
              <OrganisationFacts of={o} withPlan />
            </Stack>
          )}
        </QueryView>
      </Section>
    </>
  );
}
