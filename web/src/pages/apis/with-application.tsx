import { Button, Select, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link, useLocation } from 'react-router';
import { useSession } from '@/app/session';
import { Empty } from '@/parts/empty';
import { Loading } from '@/parts/loading';
import { QueryView } from '@/parts/query-view';
import { useSandbox } from '@/parts/use-sandbox';
import { pageOf, useIsPartner, useOpened, type Application } from './data';
import { useTexts } from './texts';

interface Props {
  /** What is done with the application. */
  children: (application: Application) => ReactNode;
}

/** What needs one of the organisation's applications that have the API. It is chosen; where there is none, it says what to do. */
export function WithApplication({ children }: Props) {
  const t = useTexts();
  const { data: person } = useSession();
  const partner = useIsPartner();
  const { pathname, search } = useLocation();
  if (person === undefined) {
    return <Loading />;
  }
  if (person === null) {
    return (
      <Empty title={t('signInFirst')} text={t('signInFirstText')}>
        <Button component={Link} to={`/sign-in?next=${encodeURIComponent(pathname + search)}`}>
          {t('signIn')}
        </Button>
      </Empty>
    );
  }
  return partner ? <Chosen>{children}</Chosen> : <Empty title={t('partnersOnly')} text={t('partnersOnlyText')} />;
}

function Chosen({ children }: Props) {
  const t = useTexts();
  const { api } = useOpened();
  const { query, applications, chosen, choose } = useSandbox();
  const having = applications.filter((a) => a.subscriptions.some((s) => s.api === api.api && s.state === 'approved'));
  const application = having.find((a) => a === chosen) ?? having[0];
  return (
    <QueryView query={query} loading={t('loadingApplications')}>
      {() =>
        application ? (
          <Stack gap="lg">
            <Select
              label={t('application')}
              data={having.map((a) => ({ value: a.id, label: a.name }))}
              value={application.id}
              onChange={(id) => id !== null && choose(id)}
              allowDeselect={false}
              maw="24rem"
            />
            {children(application)}
          </Stack>
        ) : (
          <Empty title={t('noApplication', { api: api.title })} text={t('noApplicationText')}>
            <Button component={Link} to={pageOf(api.api)}>
              {t('toOverview')}
            </Button>
          </Empty>
        )
      }
    </QueryView>
  );
}
