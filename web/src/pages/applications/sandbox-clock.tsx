import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { sandboxOf, type SandboxSchemas } from '@/api/clients';
import { answered } from '@/api/problem';
import { useLocale } from '@/parts/figures';
import { ProblemAlert } from '@/parts/problem-alert';
import { QueryView } from '@/parts/query-view';
import { Section } from '@/parts/section';
import { State } from '@/parts/state';
import { sandboxKey } from './sandbox-key';
import { useTexts } from './texts';
import { useSandboxChange } from './use-sandbox';

type Change = SandboxSchemas['ClockChange'];

/** The sandbox's own clock: to read, to set, to advance, to freeze. */
export function SandboxClock({ application }: { application: string }) {
  const t = useTexts();
  const query = useQuery({
    queryKey: [...sandboxKey(application), 'clock'],
    queryFn: () => answered(sandboxOf(application).GET('/clock')),
    refetchInterval: ({ state }) => (state.data?.frozen ? false : 10_000),
  });
  const change = useSandboxChange(application, (s, body: Change) => answered(s.PATCH('/clock', { body })));
  return (
    <Section title={t('clock')} text={t('clockText')}>
      <QueryView query={query}>
        {(clock) => (
          <Stack gap="sm">
            <Now clock={clock} />
            <Group gap="xs">
              {(['P1D', 'P30D', 'PT1H'] as const).map((advance) => (
                <Button key={advance} variant="default" size="xs" disabled={change.isPending} onClick={() => change.mutate({ advance })}>
                  {t(`advance_${advance}`)}
                </Button>
              ))}
              <Button variant="default" size="xs" disabled={change.isPending} onClick={() => change.mutate({ frozen: !clock.frozen })}>
                {t(clock.frozen ? 'resume' : 'freeze')}
              </Button>
            </Group>
            <SetTime onSet={(set) => change.mutate({ set })} />
            {change.isError && <ProblemAlert error={change.error} />}
          </Stack>
        )}
      </QueryView>
    </Section>
  );
}

function Now({ clock }: { clock: SandboxSchemas['Clock'] }) {
  const t = useTexts();
  const locale = useLocale();
  const days = Math.round(clock.offsetSeconds / 86_400);
  return (
    <Group gap="sm">
      <Text component="time" dateTime={clock.now} fz="xl" fw={650} className="figures" aria-live="polite">
        {new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'short' }).format(new Date(clock.now))}
      </Text>
      <State tone={clock.frozen ? 'wait' : 'good'}>{t(clock.frozen ? 'frozen' : 'running')}</State>
      {days !== 0 && (
        <Text size="sm" c="dimmed">
          {new Intl.RelativeTimeFormat(locale, { numeric: 'always' }).format(days, 'day')}
        </Text>
      )}
    </Group>
  );
}

function SetTime({ onSet }: { onSet: (instant: string) => void }) {
  const t = useTexts();
  const form = useForm({ initialValues: { at: '' }, validate: { at: (v) => (Number.isNaN(Date.parse(v)) ? t('needed') : null) } });
  return (
    <form noValidate onSubmit={form.onSubmit(({ at }) => onSet(new Date(at).toISOString()))}>
      <Group align="end" gap="xs">
        <TextInput label={t('setClock')} type="datetime-local" {...form.getInputProps('at')} />
        <Button type="submit" variant="default">
          {t('set')}
        </Button>
      </Group>
    </form>
  );
}
