import { Button, Stack, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { portal } from '@/api/clients';
import { answered } from '@/api/problem';
import { Time } from '@/parts/figures';
import { Notice } from '@/parts/notice';
import { PageHeader } from '@/parts/page-header';
import { QueryView } from '@/parts/query-view';
import { Facts, Section } from '@/parts/section';
import { State } from '@/parts/state';
import { requestTones } from '@/parts/tones';
import { listQuery, plansQuery, useBankChanged, type Request } from './data';
import { ReviewAbout, ReviewAsked } from './review-asked';
import { ReviewDecision } from './review-decision';
import { ReviewBefore } from './review-before';
import { PersonLink } from './links';
import { useTexts } from './texts';

/** One request, with everything that is to be known before it is decided. */
export function Component() {
  const { request = '' } = useParams();
  return <Review key={request} id={request} />;
}

function Review({ id }: { id: string }) {
  const t = useTexts();
  const key = ['bank', 'request', id];
  const cache = useQueryClient();
  const changed = useBankChanged();
  // What the reviewer has looked at: decisions are about that, not about what it has become since.
  const [seen, setSeen] = useState<Request>();
  const query = useQuery({
    queryKey: key,
    queryFn: () => answered(portal.GET('/bank/requests/{request}', { params: { path: { request: id } } })),
    refetchInterval: ({ state }) => (state.data?.state === 'open' ? 15_000 : false),
  });
  const r = query.data;
  if (r && seen === undefined) {
    setSeen(r);
  }
  const decided = async (now: Request) => {
    setSeen(now);
    cache.setQueryData(key, now);
    await changed();
  };
  return (
    <>
      <PageHeader
        title={r ? t(`kind_${r.kind}`) : t('request')}
        text={r && (r.application ? `${r.application.name}, ${r.organisation.name}` : r.organisation.name)}
        back={{ to: '/bank/reviews', label: t('reviews') }}
        actions={r && <State tone={requestTones[r.state]}>{t(`request_${r.state}`)}</State>}
      />
      <QueryView query={query} loading={t('loadingReview')}>
        {(now) => (
          <Stack gap="lg">
            <ReviewAsked request={now} />
            {seen && <Meanwhile seen={seen} now={now} onSeen={() => setSeen(now)} />}
            {now.decision && <Decided request={now} />}
            {seen?.state === 'open' && <ReviewDecision seen={seen} now={now} onDecided={decided} onRefused={() => void query.refetch()} />}
            <ReviewAbout request={now} />
            <ReviewBefore request={now} />
          </Stack>
        )}
      </QueryView>
    </>
  );
}

/** Says what has become of the request while the reviewer looked at it. */
function Meanwhile({ seen, now, onSeen }: { seen: Request; now: Request; onSeen: () => void }) {
  const t = useTexts();
  if (seen.version === now.version && seen.state === now.state) {
    return null;
  }
  if (now.state !== 'open') {
    return (
      <Notice urgent title={t('goneTitle')}>
        {t(`gone_${now.state}`)}
      </Notice>
    );
  }
  return (
    <Notice urgent title={t('editedTitle')}>
      <Stack gap="xs" align="start">
        <Text size="sm">{t('editedText')}</Text>
        <Button size="compact-sm" onClick={onSeen}>
          {t('editedSeen')}
        </Button>
      </Stack>
    </Notice>
  );
}

function Decided({ request: r }: { request: Request }) {
  const t = useTexts();
  const plans = useQuery(plansQuery).data?.api;
  const d = r.decision;
  if (!d) {
    return null;
  }
  return (
    <Section title={t('decision')} actions={<NextWaiting />}>
      <Facts
        facts={[
          [t('outcome'), <State key="outcome" tone={requestTones[r.state]}>{t(`request_${r.state}`)}</State>],
          [t('decidedBy'), d.decidedBy && <PersonLink of={d.decidedBy} />],
          [t('decidedAt'), <Time key="at" value={d.decidedAt} />],
          [t('planWith'), d.plan && (plans?.find((p) => p.name === d.plan)?.title ?? d.plan)],
          [t('finally'), d.final === true ? t('yes') : undefined],
          [t('reasonGiven'), <span key="reason" className="prose">{d.reason}</span>],
        ]}
      />
    </Section>
  );
}

/** Leads to the oldest request that is open. */
function NextWaiting() {
  const t = useTexts();
  const { data } = useQuery(listQuery(['requests', 'next'], () => answered(portal.GET('/bank/requests', { params: { query: { state: 'open', limit: 1 } } }))));
  if (!data) {
    return null;
  }
  const next = data.requests[0];
  return next ? (
    <Button size="xs" component={Link} to={`/bank/reviews/${next.id}`}>
      {t('next')}
    </Button>
  ) : (
    <Text size="sm" c="dimmed">
      {t('noNext')}
    </Text>
  );
}
