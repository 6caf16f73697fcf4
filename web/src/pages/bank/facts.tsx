import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { PortalSchemas } from '@/api/clients';
import { CopyField } from '@/parts/copy-field';
import { DataTable } from '@/parts/data-table';
import { Time } from '@/parts/figures';
import { useLimits } from '@/parts/limits';
import { Facts } from '@/parts/section';
import { State } from '@/parts/state';
import { subscriptionTones } from '@/parts/tones';
import { WebLink } from '@/parts/web-link';
import { plansQuery, settingsQuery, type Application, type Organisation } from './data';
import { PersonLink } from './links';
import { useTexts } from './texts';

type Fact = readonly [string, ReactNode];

/** Gives what somebody has filled in for the bank's own fields of a tab, under their labels. */
export function useCustomFacts(): (tab: PortalSchemas['CustomFieldTab'], values: Record<string, string> | undefined) => Fact[] {
  const t = useTexts();
  const { data } = useQuery(settingsQuery);
  return (tab, values) =>
    Object.entries(values ?? {}).map(([key, value]) => {
      const field = data?.fields.find((f) => f.key === key && f.tab === tab);
      return [field?.label ?? key, field?.kind === 'flag' ? t(value === 'true' ? 'yes' : 'no') : <span className="prose">{value}</span>];
    });
}

/** An account plan in words: its set of APIs, its quota, and what that allows. */
export function AccountPlanFact({ access, quota }: { access: string; quota: string }) {
  const limits = useLimits();
  const { data } = useQuery(plansQuery);
  const found = data?.quota.find((p) => p.name === quota);
  return (
    <>
      {data?.access.find((p) => p.name === access)?.title ?? access}, {found?.title ?? quota}
      {found && ` (${limits(found.limits)})`}
    </>
  );
}

/** What an organisation is; `withPlan` tells its account plan and its relationship manager as well. */
export function OrganisationFacts({ of: o, withPlan = false }: { of: Organisation; withPlan?: boolean }) {
  const t = useTexts();
  const custom = useCustomFacts();
  return (
    <Facts
      facts={[
        [t('website'), o.website && <WebLink address={o.website} />],
        [t('accountPlan'), withPlan ? <AccountPlanFact access={o.accountPlan.access} quota={o.accountPlan.quota} /> : undefined],
        [t('firstContact'), o.firstContact && <PersonLink of={o.firstContact} />],
        [t('relationshipManager'), withPlan ? o.relationshipManager?.name : undefined],
        [t('createdAt'), <Time key="created" value={o.createdAt} only="date" />],
        ...custom('organisation', o.custom),
      ]}
    />
  );
}

/** What an application is. */
export function ApplicationFacts({ of: a }: { of: Application }) {
  const t = useTexts();
  return (
    <>
      <Facts
        facts={[
          [t('platform'), t(`platform-${a.platform}`)],
          [t('partnerScope'), a.partnerScope],
          [t('oauthType'), t(`oauth_${a.oauthType}`)],
          [t('oauthCallback'), a.oauthCallback && <WebLink address={a.oauthCallback} />],
          [t('webhookUrl'), a.webhookUrl && <WebLink address={a.webhookUrl} />],
          [t('createdAt'), <Time key="created" value={a.createdAt} only="date" />],
          [t('createdBy'), <PersonLink key="by" of={a.createdBy} />],
          [t('approvedAt'), a.approvedAt && <Time value={a.approvedAt} only="date" />],
          [t('description'), a.description && <span className="prose">{a.description}</span>],
        ]}
      />
      {a.clientId !== undefined && <CopyField label={t('clientId')} value={a.clientId} />}
    </>
  );
}

/** The APIs of an application, with how far each has come. */
export function ApplicationApis({ of: a }: { of: Application }) {
  const t = useTexts();
  const plans = useQuery(plansQuery).data?.api;
  return (
    <DataTable
      caption={t('apis')}
      rows={a.subscriptions}
      rowKey={(s) => s.api}
      empty={t('none')}
      columns={[
        { label: t('api'), cell: (s) => s.title },
        { label: t('state'), cell: (s) => <State tone={subscriptionTones[s.state]}>{t(`subscription_${s.state}`)}</State> },
        { label: t('stage'), cell: (s) => t(`stage_${s.stage}`) },
        { label: t('plan'), cell: (s) => plans?.find((p) => p.name === s.plan)?.title ?? s.plan },
        { label: t('productionUrl'), cell: (s) => (s.productionUrl === undefined ? '–' : <WebLink address={s.productionUrl} />) },
        { label: t('since'), cell: (s) => <Time value={s.since} only="date" /> },
      ]}
    />
  );
}
