import { Alert, Anchor, Button, Stack, Text } from '@mantine/core';
import { Link } from 'react-router';
import { useProgramme } from '@/app/programme';
import { useIsAdmin } from '@/app/session';
import { Time } from '@/parts/figures';
import { Facts, Section } from '@/parts/section';
import { WebLink } from '@/parts/web-link';
import { useOpened, type Organisation } from './data';
import { useTexts } from './texts';

/** The first tab: what is known of the organisation, and who speaks for the bank. */
export function Component() {
  const t = useTexts();
  const o = useOpened();
  const admin = useIsAdmin();
  const fields = useProgramme().data?.fields.filter((f) => f.tab === 'organisation') ?? [];
  return (
    <Stack gap="lg">
      {o.state === 'suspended' && (
        <Alert color="red" title={t('suspended')}>
          <Stack gap={4}>
            {o.suspendedFor !== undefined && <span className="prose">{o.suspendedFor}</span>}
            <span>{t('suspendedText')}</span>
          </Stack>
        </Alert>
      )}
      <Section
        title={t('details')}
        actions={
          admin && (
            <Button variant="default" size="xs" component={Link} to="/organisation/edit">
              {t('edit')}
            </Button>
          )
        }
      >
        <Facts
          facts={[
            [t('name'), o.name],
            [t('website'), o.website === undefined ? t('notSet') : <WebLink address={o.website} />],
            ...fields.map((f) => [f.label, shown(o.custom?.[f.key], f.kind, t)] as const),
            [t('firstContact'), o.firstContact?.name],
            [t('since'), <Time key="since" value={o.createdAt} only="date" />],
          ]}
        />
        {!admin && (
          <Text size="sm" c="dimmed" mt="md">
            {t('adminsChange')}
          </Text>
        )}
      </Section>
      <Manager organisation={o} />
    </Stack>
  );
}

/** A value of one of the bank's own fields as one reads it. */
function shown(value: string | undefined, kind: string, t: ReturnType<typeof useTexts>): string {
  if (kind === 'flag') {
    return t(value === 'true' ? 'yes' : 'no');
  }
  return value ?? t('notSet');
}

function Manager({ organisation: { relationshipManager: m } }: { organisation: Organisation }) {
  const t = useTexts();
  if (!m) {
    return null;
  }
  return (
    <Section
      title={t('manager')}
      text={t('managerText')}
      actions={
        <Button variant="default" size="xs" component={Link} to="/support/contact">
          {t('writeToManager')}
        </Button>
      }
    >
      <Facts
        facts={[
          [t('name'), m.name],
          [t('email'), <Anchor key="mail" inherit href={`mailto:${encodeURIComponent(m.email).replace('%40', '@')}`}>{m.email}</Anchor>],
          [t('telephone'), m.telephone],
        ]}
      />
    </Section>
  );
}
