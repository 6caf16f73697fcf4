import type { CoveredLine } from './coverage-marks';
import type { useTexts } from './texts';

/** What has been seen of a rule, by a recording or by tests. */
interface SeenRule {
  line: number;
  hits: number;
  conditions: { line: number; held: number; failed: number }[];
}

/** What is painted on the lines of rules and of their conditions. */
export function coveredLines(rules: SeenRule[], t: ReturnType<typeof useTexts>): CoveredLine[] {
  return rules.flatMap((r): CoveredLine[] => [
    { line: r.line, use: r.hits > 0 ? 'used' : 'unused', label: `${r.hits}×`, title: t('hits', { count: r.hits }) },
    ...r.conditions.map(
      ({ line, held, failed }): CoveredLine => ({
        line,
        use: held > 0 && failed > 0 ? 'used' : held + failed > 0 ? 'half' : 'unused',
        label: `${held}/${held + failed}`,
        title: t('condition', { held, failed }),
      }),
    ),
  ]);
}
