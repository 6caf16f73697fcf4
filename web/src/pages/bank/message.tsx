import { Anchor, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { portal } from '@/api/clients';
import { answered } from '@/api/problem';
import { Time } from '@/parts/figures';
import { PageHeader } from '@/parts/page-header';
import { QueryView } from '@/parts/query-view';
import { Facts, Section } from '@/parts/section';
import { State } from '@/parts/state';
import { withOwnLinks } from '@/parts/web-address';
import { messageTones } from './message-tones';
import { useTexts } from './texts';

/** One mail with its text. That it was read stands in the audit log, so it is read once and not again by itself. */
export function Component() {
  const t = useTexts();
  const { message = '' } = useParams();
  const query = useQuery({
    queryKey: ['bank', 'message', message],
    queryFn: () => answered(portal.GET('/bank/outbox/{message}', { params: { path: { message } } })),
    staleTime: Infinity,
    gcTime: 0,
  });
  const m = query.data;
  return (
    <>
      <PageHeader
        title={m?.subject ?? t('message')}
        back={{ to: '/bank/outbox', label: t('outbox') }}
        actions={m && <State tone={messageTones[m.state]}>{t(`message_${m.state}`)}</State>}
      />
      <QueryView query={query} loading={t('loadingMessage')}>
        {(read) => (
          <Section title={t('message')} text={t('messageText')}>
            <Stack gap="md">
              <Facts
                facts={[
                  [t('recipient'), read.to],
                  [t('written'), <Time key="written" value={read.createdAt} />],
                  [t('sentAt'), read.sentAt && <Time value={read.sentAt} />],
                  [t('failure'), read.failure],
                ]}
              />
              {read.text === undefined ? <Text c="dimmed">{t('noText')}</Text> : <Body text={read.text} />}
            </Stack>
          </Section>
        )}
      </QueryView>
    </>
  );
}

function Body({ text }: { text: string }) {
  return (
    <div className="code">
      {withOwnLinks(text, window.location.origin).map((piece, i) =>
        piece.to === undefined ? (
          piece.text
        ) : (
          <Anchor key={i} href={piece.to} inherit>
            {piece.text}
          </Anchor>
        ),
      )}
    </div>
  );
}
