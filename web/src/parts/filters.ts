import { useSearchParams } from 'react-router';

/**
 * Filters that stand in the address, so that what is filtered can be linked to. Setting one keeps the others; an empty
 * value takes it out of the address.
 */
export function useFilters<K extends string>(keys: readonly K[]): [Record<K, string>, (change: Partial<Record<K, string>>) => void] {
  const [params, setParams] = useSearchParams();
  const values = Object.fromEntries(keys.map((k) => [k, params.get(k) ?? ''])) as Record<K, string>;
  const change = (changed: Partial<Record<K, string>>) =>
    setParams(
      (before) => {
        const after = new URLSearchParams(before);
        for (const [key, value] of Object.entries<string | undefined>(changed)) {
          if (value === undefined || value === '') {
            after.delete(key);
          } else {
            after.set(key, value);
          }
        }
        return after;
      },
      { replace: true },
    );
  return [values, change];
}

/** The value of a filter where it is one of those that there are; undefined where it is anything else. */
export function oneOf<T extends string>(values: readonly T[], value: string): T | undefined {
  return values.find((v) => v === value);
}

/** Leaves out what is empty: so the APIs want their queries, and what need not be there in their bodies. */
export function given<T extends Record<string, string | undefined>>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, v]) => v !== undefined && v !== '')) as { [K in keyof T]?: Exclude<T[K], undefined> };
}
