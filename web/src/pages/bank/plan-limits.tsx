import { NumberInput, SimpleGrid } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { PortalSchemas } from '@/api/clients';
import type { NumberOrNone } from './fields';
import { useTexts } from './texts';

/** The limits of a plan as a form has them. */
export interface LimitValues extends Record<string, unknown> {
  callsPerDay: NumberOrNone;
  callsPerHour: NumberOrNone;
  callsPerSecond: NumberOrNone;
}

const names = ['callsPerDay', 'callsPerHour', 'callsPerSecond'] as const;

export function limitValues(limits: PortalSchemas['PlanLimits'] = {}): LimitValues {
  return { callsPerDay: limits.callsPerDay ?? '', callsPerHour: limits.callsPerHour ?? '', callsPerSecond: limits.callsPerSecond ?? '' };
}

/** The limits as the API takes them: what is empty is not limited. */
export function limitsOf(values: LimitValues): PortalSchemas['PlanLimits'] {
  return Object.fromEntries(names.flatMap((n) => (values[n] === '' ? [] : [[n, values[n]]])));
}

/** The form's path for a place in the body of a plan. */
export const planField = (path: string) => path.replace(/^limits\./, '');

/** The fields of a plan's limits. */
export function LimitFields<V extends LimitValues>({ form }: { form: UseFormReturnType<V> }) {
  const t = useTexts();
  return (
    <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm">
      {names.map((n) => (
        <NumberInput key={n} label={t(n)} placeholder={t('unlimited')} min={1} allowDecimal={false} thousandSeparator="," {...form.getInputProps(n)} />
      ))}
    </SimpleGrid>
  );
}
