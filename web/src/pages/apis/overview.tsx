import { Alert, Anchor, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { Link, useLocation } from 'react-router';
import { useSession } from '@/app/session';
import { DataTable } from '@/parts/data-table';
import { Empty } from '@/parts/empty';
import { useLimits } from '@/parts/limits';
import { MarkdownText } from '@/parts/markdown';
import { Facts, Section } from '@/parts/section';
import { State } from '@/parts/state';
import { subscriptionTones } from '@/parts/tones';
import { AddToApplication } from './add-to-application';
import { pageOf, useIsPartner, useOpened, type ApiDetail } from './data';
import { ShowInterest } from './interest';
import { useTexts } from './texts';

type Dialog = 'add' | 'interest';

/** What an API is, what it can be had for, and who of the organisation has it. */
export function Component() {
  const t = useTexts();
  const opened = useOpened();
  const partner = useIsPartner();
  const [dialog, setDialog] = useState<Dialog>();
  const [told, setTold] = useState(false);
  const close = () => setDialog(undefined);
  return (
    <Stack gap="lg">
      {partner ? (
        <Group gap="sm">
          <Button onClick={() => setDialog('add')}>{t('addTo')}</Button>
          <Button variant="default" onClick={() => setDialog('interest')}>
            {t('interested')}
          </Button>
          <Button variant="default" component={Link} to={pageOf(opened.api.api, 'console')}>
            {t('tryIt')}
          </Button>
        </Group>
      ) : (
        <Doors />
      )}
      {told && (
        <Alert color="brand" role="status">
          {t('interestTold')}
        </Alert>
      )}
      {partner && <Uses opened={opened} />}
      <Section title={t('about')}>
        <Stack gap="lg">
          {opened.description !== undefined && <MarkdownText text={opened.description} />}
          <Facts
            facts={[
              [t('documentVersion'), opened.documentVersion],
              [t('needsToken'), t(opened.needsToken ? 'tokenNeeded' : 'tokenNotNeeded')],
              [t('inEverySandbox'), opened.api.test ? t('yes') : t('no')],
            ]}
          />
        </Stack>
      </Section>
      {opened.scopes.length > 0 && (
        <Section title={t('scopes')}>
          <DataTable
            caption={t('scopes')}
            rows={opened.scopes}
            rowKey={(s) => s.scope}
            empty={null}
            columns={[
              { label: t('scope'), cell: (s) => <code>{s.scope}</code> },
              { label: t('meaning'), cell: (s) => s.description },
            ]}
          />
        </Section>
      )}
      <Plans plans={opened.plans} />
      <Modal opened={dialog === 'add'} onClose={close} title={t('addTo')} centered>
        <AddToApplication opened={opened} onDone={close} />
      </Modal>
      <Modal opened={dialog === 'interest'} onClose={close} title={t('interested')} centered>
        <ShowInterest
          api={opened.api}
          onCancel={close}
          onDone={() => {
            setTold(true);
            close();
          }}
        />
      </Modal>
    </Stack>
  );
}

/** What a visitor does next. */
function Doors() {
  const t = useTexts();
  const { data: person } = useSession();
  const { pathname } = useLocation();
  if (person !== null) {
    return null;
  }
  return (
    <Alert color="brand">
      <Group justify="space-between" gap="sm">
        <Text size="sm">{t('visitor')}</Text>
        <Group gap="xs">
          <Button component={Link} to={`/sign-in?next=${encodeURIComponent(pathname)}`} variant="default" size="compact-md">
            {t('signIn')}
          </Button>
          <Button component={Link} to="/register" size="compact-md">
            {t('register')}
          </Button>
        </Group>
      </Group>
    </Alert>
  );
}

function Uses({ opened }: { opened: ApiDetail }) {
  const t = useTexts();
  return (
    <Section title={t('yours')}>
      <DataTable
        caption={t('yours')}
        rows={opened.subscriptions ?? []}
        rowKey={(s) => s.application.id}
        empty={<Empty title={t('notYours')} text={t('notYoursText')} />}
        columns={[
          {
            label: t('application'),
            cell: (s) => (
              <Anchor component={Link} inherit fw={600} to={`/applications/${s.application.id}/apis`}>
                {s.application.name}
              </Anchor>
            ),
          },
          { label: t('state'), cell: (s) => <State tone={subscriptionTones[s.state]}>{t(`subscription_${s.state}`)}</State> },
          { label: t('stage'), cell: (s) => t(`stage_${s.stage}`) },
          { label: t('plan'), cell: (s) => opened.plans.find((p) => p.name === s.plan)?.title ?? s.plan },
          { label: t('productionUrl'), cell: (s) => <span className="path">{s.productionUrl ?? '–'}</span> },
        ]}
      />
    </Section>
  );
}

function Plans({ plans }: { plans: ApiDetail['plans'] }) {
  const t = useTexts();
  const limits = useLimits();
  return (
    <Section title={t('plans')} text={t('plansText')}>
      <DataTable
        caption={t('plans')}
        rows={plans}
        rowKey={(p) => p.name}
        empty={<Empty title={t('noPlans')} />}
        columns={[
          { label: t('plan'), cell: (p) => p.title },
          { label: t('limits'), cell: (p) => limits(p.limits) },
          { label: t('rules'), cell: (p) => <span className="prose">{p.rules}</span> },
          { label: t('for'), cell: (p) => t(p.production ? 'forProduction' : 'forTests') },
        ]}
      />
    </Section>
  );
}
