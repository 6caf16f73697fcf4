import type { PortalSchemas } from '@/api/clients';
import { useShellTexts } from '@/app/shell-texts';
import { useLocale } from './figures';

/** Gives the limits of a plan in words. */
export function useLimits(): (limits: PortalSchemas['PlanLimits']) => string {
  const t = useShellTexts();
  const count = new Intl.NumberFormat(useLocale());
  return ({ callsPerDay, callsPerHour, callsPerSecond }) =>
    ([['perDay', callsPerDay], ['perHour', callsPerHour], ['perSecond', callsPerSecond]] as const)
      .flatMap(([unit, value]) => (value === undefined ? [] : [t(unit, { calls: count.format(value) })]))
      .join(', ') || t('noLimit');
}
