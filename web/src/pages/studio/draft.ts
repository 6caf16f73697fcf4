/** Work on a file that has not been saved: its text, and the version that it was begun from (0 is none). */
export interface Draft {
  source: string;
  base: number;
}

const key = (person: string, file: string) => `studio:${person}:${file}`;

/** What somebody has typed in this tab and not saved, also before the page was loaded anew. */
export function readDraft(person: string, file: string): Draft | undefined {
  const kept = sessionStorage.getItem(key(person, file));
  if (kept === null) {
    return undefined;
  }
  const { source, base } = JSON.parse(kept) as Partial<Draft>;
  return typeof source === 'string' && typeof base === 'number' ? { source, base } : undefined;
}

/** Keeps what is not saved; undefined forgets it. It is false where the browser keeps no more. */
export function keepDraft(person: string, file: string, draft: Draft | undefined): boolean {
  if (!draft) {
    sessionStorage.removeItem(key(person, file));
    return true;
  }
  try {
    sessionStorage.setItem(key(person, file), JSON.stringify(draft));
    return true;
  } catch {
    return false; // the quota: the page says so
  }
}
