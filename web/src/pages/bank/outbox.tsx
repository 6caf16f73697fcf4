import { Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { portal } from '@/api/clients';
import { answered } from '@/api/problem';
import { DataTable } from '@/parts/data-table';
import { Empty } from '@/parts/empty';
import { Time } from '@/parts/figures';
import { given, oneOf, useFilters } from '@/parts/filters';
import { ChoiceFilter, Listing, SearchField } from '@/parts/listing';
import { PageHeader } from '@/parts/page-header';
import { State } from '@/parts/state';
import { listQuery, pageSize } from './data';
import { messageTones } from './message-tones';
import { useTexts } from './texts';

const states = ['kept', 'queued', 'sent', 'failed'] as const;
const isAddress = (v: string) => /^[^\s@]+@[^\s@]+$/.test(v);

/** The mails that the portal has written, the latest first. */
export function Component() {
  const t = useTexts();
  const [{ to, state, after }, setFilters] = useFilters(['to', 'state', 'after']);
  // The API finds whole addresses: what is typed so far would be refused.
  const query = { to: isAddress(to) ? to : '', state: oneOf(states, state), cursor: after };
  const page = useQuery(
    listQuery(['outbox', query], () => answered(portal.GET('/bank/outbox', { params: { query: { limit: pageSize, ...given(query) } } }))),
  );
  const filters = (
    <>
      <SearchField label={t('wholeAddress')} value={to} onChange={(v) => setFilters({ to: v.trim(), after: '' })} />
      <ChoiceFilter label={t('state')} choices={states.map((s) => ({ value: s, label: t(`message_${s}`) }))} value={state} onChange={(v) => setFilters({ state: v, after: '' })} />
    </>
  );
  return (
    <>
      <PageHeader title={t('outbox')} text={t('outboxText')} />
      <Listing filters={filters} query={page} loading={t('loadingOutbox')} after={after} onPage={(v) => setFilters({ after: v })}>
        {({ messages }) => (
          <DataTable
            caption={t('outbox')}
            rows={messages}
            rowKey={(m) => m.id}
            empty={<Empty title={t('noneFound')} text={t('noneFoundText')} />}
            columns={[
              {
                label: t('subject'),
                cell: (m) => (
                  <Anchor component={Link} inherit to={`/bank/outbox/${m.id}`} className="breakable">
                    {m.subject}
                  </Anchor>
                ),
              },
              { label: t('recipient'), cell: (m) => <span className="breakable">{m.to}</span> },
              { label: t('state'), cell: (m) => <State tone={messageTones[m.state]}>{t(`message_${m.state}`)}</State> },
              { label: t('written'), cell: (m) => <Time value={m.createdAt} /> },
              { label: t('sentAt'), cell: (m) => (m.sentAt === undefined ? '–' : <Time value={m.sentAt} />) },
            ]}
          />
        )}
      </Listing>
    </>
  );
}
