/** A value that is not the same in both: `theirs` is how it can be written. */
interface Difference<K> {
  key: K;
  theirs: string;
}

/** Tells in which values two states of a form differ, and writes those of the second. */
export function differing<V extends Record<string, unknown>>(mine: V, theirs: V, words: { yes: string; no: string }): Difference<Extract<keyof V, string>>[] {
  const keys = Object.keys(theirs) as Extract<keyof V, string>[];
  return keys.filter((key) => JSON.stringify(mine[key]) !== JSON.stringify(theirs[key])).map((key) => ({ key, theirs: written(theirs[key], words) }));
}

/** The newest state of a form with one's own changes in it: what one has not touched since `base` is as others have made it. */
export function merged<V extends Record<string, unknown>>(base: V, mine: V, theirs: V): V {
  const own = Object.keys(theirs).filter((key) => JSON.stringify(mine[key]) !== JSON.stringify(base[key]));
  return { ...theirs, ...Object.fromEntries(own.map((key) => [key, mine[key]])) };
}

function written(value: unknown, words: { yes: string; no: string }): string {
  if (typeof value === 'boolean') {
    return value ? words.yes : words.no;
  }
  if (Array.isArray(value)) {
    return value.length === 0 ? '–' : value.map((v) => written(v, words)).join(', ');
  }
  if (typeof value === 'number') {
    return String(value);
  }
  if (typeof value === 'string') {
    return value === '' ? '–' : value;
  }
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).map(([name, v]) => `${name}: ${written(v, words)}`).join(', ') || '–';
  }
  return '–';
}
