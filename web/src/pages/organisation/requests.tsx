import { Group, Stack } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { portal, type PortalSchemas } from '@/api/clients';
import { answered } from '@/api/problem';
import { organisationKey } from '@/app/organisation';
import { Empty } from '@/parts/empty';
import { useFilters } from '@/parts/filters';
import { ChoiceFilter } from '@/parts/listing';
import { Paging } from '@/parts/paging';
import { QueryView } from '@/parts/query-view';
import { Section } from '@/parts/section';
import { useApplicationNames } from './applications';
import { RequestTable } from './request-table';
import { useTexts } from './texts';

type Request = PortalSchemas['Request'];

const states = ['open', 'approved', 'rejected', 'withdrawn'] as const;
const kinds = ['application', 'subscription', 'account-plan', 'api-plan', 'stage'] as const;
const isState = (v: string): v is Request['state'] => (states as readonly string[]).includes(v);
const isKind = (v: string): v is Request['kind'] => (kinds as readonly string[]).includes(v);

/** All that the organisation has asked the bank for, with what the bank has decided and why. */
export function Component() {
  const t = useTexts();
  const [{ state, kind, application, after }, setFilters] = useFilters(['state', 'kind', 'application', 'after']);
  const applications = useApplicationNames();
  const query = useQuery({
    queryKey: [...organisationKey, 'requests', state, kind, application, after],
    queryFn: () =>
      answered(
        portal.GET('/organisation/requests', {
          params: {
            query: {
              limit: 25,
              ...(isState(state) && { state }),
              ...(isKind(kind) && { kind }),
              ...(application && { application }),
              ...(after && { cursor: after }),
            },
          },
        }),
      ),
    placeholderData: keepPreviousData,
  });
  const filtered = state !== '' || kind !== '' || application !== '';
  return (
    <Section title={t('tab_requests')} text={t('requestsText')}>
      <Stack gap="md">
        <Group gap="sm" align="end">
          <ChoiceFilter
            label={t('state')}
            value={state}
            choices={states.map((s) => ({ value: s, label: t(`request_${s}`) }))}
            onChange={(v) => setFilters({ state: v, after: '' })}
          />
          <ChoiceFilter
            label={t('kind')}
            value={kind}
            choices={kinds.map((k) => ({ value: k, label: t(`kind_${k}`) }))}
            onChange={(v) => setFilters({ kind: v, after: '' })}
          />
          <ChoiceFilter label={t('application')} value={application} choices={applications} onChange={(v) => setFilters({ application: v, after: '' })} />
        </Group>
        <QueryView query={query} loading={t('loadingRequests')}>
          {({ requests, next }) => (
            <>
              <RequestTable
                caption={t('tab_requests')}
                requests={requests}
                empty={filtered ? <Empty title={t('noneFound')} text={t('noneFoundText')} /> : <Empty title={t('noRequests')} text={t('noRequestsText')} />}
              />
              <Paging after={after} next={next} onChange={(v) => setFilters({ after: v })} />
            </>
          )}
        </QueryView>
      </Stack>
    </Section>
  );
}
