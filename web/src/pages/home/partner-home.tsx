import { Anchor, Group, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { portal, type PortalSchemas } from '@/api/clients';
import { answered } from '@/api/problem';
import { Empty } from '@/parts/empty';
import { Count } from '@/parts/figures';
import { QueryView } from '@/parts/query-view';
import { State } from '@/parts/state';
import { applicationTones } from '@/parts/tones';
import { FirstCalls } from './first-calls';
import { useTexts } from './texts';

type Application = PortalSchemas['Application'];

/** The start page of a partner: an application that works, the first calls, and how much of the quota is used. */
export function PartnerHome() {
  const t = useTexts();
  const applications = useQuery({
    queryKey: ['applications', 'first'],
    queryFn: () => answered(portal.GET('/applications', { params: { query: { limit: 20 } } })),
  });
  return (
    <QueryView query={applications} loading={t('loadingApplications')}>
      {({ applications: all }) => {
        const ready = all.find((a) => a.state === 'enabled');
        return (
          <Stack gap="lg">
            {ready && <Ready application={ready} />}
            <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
              <Applications all={all} />
              <Today />
            </SimpleGrid>
          </Stack>
        );
      }}
    </QueryView>
  );
}

function Ready({ application }: { application: Application }) {
  const t = useTexts();
  return (
    <Paper p={{ base: 'md', sm: 'lg' }} component="section" aria-labelledby="ready">
      <Stack gap="md">
        <div>
          <Title order={2} id="ready">
            {t('ready')}
          </Title>
          <Text c="dimmed">{t('readyText')}</Text>
        </div>
        <FirstCalls application={application} />
        <Anchor component={Link} to="/catalogue" size="sm">
          {t('reference')}
        </Anchor>
      </Stack>
    </Paper>
  );
}

function Applications({ all }: { all: Application[] }) {
  const t = useTexts();
  return (
    <Paper p={{ base: 'md', sm: 'lg' }} component="section" aria-labelledby="applications">
      <Title order={2} id="applications" mb="sm">
        {t('all')}
      </Title>
      {all.length === 0 ? (
        <Empty title={t('none')} text={t('noneText')} />
      ) : (
        <Stack component="ul" gap="xs" className="plain-list">
          {all.map((a) => (
            <Group key={a.id} component="li" justify="space-between" wrap="nowrap">
              <div>
                <Text fw={600}>{a.name}</Text>
                <Text size="sm" c="dimmed">
                  {a.subscriptions.map((s) => s.title).join(', ')}
                </Text>
              </div>
              <State tone={applicationTones[a.state]}>{t(`state_${a.state}`)}</State>
            </Group>
          ))}
        </Stack>
      )}
    </Paper>
  );
}

function Today() {
  const t = useTexts();
  const quota = useQuery({ queryKey: ['quota'], queryFn: () => answered(portal.GET('/quota')) });
  return (
    <Paper p={{ base: 'md', sm: 'lg' }} component="section" aria-labelledby="today">
      <Title order={2} id="today" mb="sm">
        {t('today')}
      </Title>
      <QueryView query={quota}>
        {({ organisation: use }) => (
          <Group component="dl" gap="xl" m={0}>
            <Figure label={t('usedToday')} value={<Count value={use.usedToday} />} />
            <Figure label={t('usedHour')} value={<Count value={use.usedThisHour} />} />
            <Figure label={t('left')} value={use.remainingToday === undefined ? t('unlimited') : <Count value={use.remainingToday} />} />
          </Group>
        )}
      </QueryView>
    </Paper>
  );
}

/** A number under its name. */
export function Figure({ label, value }: { label: string; value: React.ReactNode }) {
  return (
    <div>
      <Text component="dt" size="sm" c="dimmed">
        {label}
      </Text>
      <Text component="dd" m={0} fz="xl" fw={650} className="figures">
        {value}
      </Text>
    </div>
  );
}
