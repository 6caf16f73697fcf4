import { Anchor, Radio, SimpleGrid, Stack, Text } from '@mantine/core';
import { Link } from 'react-router';
import { useFilters } from '@/parts/filters';
import { Section } from '@/parts/section';
import { useOpened } from './application';
import { Callbacks } from './callbacks';
import { SimulateBankHealth, SimulateStatement } from './simulate-bank-connect';
import { SimulateCredit, SimulateRefund } from './simulate-money';
import { SimulateReview } from './simulate-review';
import { useTexts } from './texts';

const kinds = ['credit', 'refund', 'statement', 'health', 'review'] as const;
type Kind = (typeof kinds)[number];
const isKind = (v: string): v is Kind => (kinds as readonly string[]).includes(v);

const forms: Record<Kind, (props: { application: string }) => React.ReactNode> = {
  credit: SimulateCredit,
  refund: SimulateRefund,
  statement: SimulateStatement,
  health: SimulateBankHealth,
  review: SimulateReview,
};

/** What happens to a partner without a request, made to happen in the application's sandbox; and what was called back. */
export function Component() {
  const t = useTexts();
  const a = useOpened();
  const [{ what }, setFilters] = useFilters(['what', 'callback', 'status', 'before']);
  const kind: Kind = isKind(what) ? what : 'credit';
  const Form = forms[kind];
  return (
    <Stack gap="lg">
      <Section title={t('tab_simulate')} text={t('simulateText')}>
        <Stack gap="lg">
          <Radio.Group label={t('simulateWhat')} value={kind} onChange={(v) => setFilters({ what: v })}>
            <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} mt="xs" spacing="xs" verticalSpacing="xs">
              {kinds.map((k) => (
                <Radio key={k} value={k} label={t(`simulate_${k}`)} description={t(`simulateText_${k}`)} />
              ))}
            </SimpleGrid>
          </Radio.Group>
          {a.webhookUrl === undefined && (
            <Text size="sm">
              {t('noCallbackAddress')}{' '}
              <Anchor component={Link} to={`/applications/${a.id}/edit`} inherit>
                {t('setAddress')}
              </Anchor>
            </Text>
          )}
          <Form key={kind} application={a.id} />
        </Stack>
      </Section>
      <Callbacks application={a.id} />
    </Stack>
  );
}
