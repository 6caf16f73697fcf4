/** When a day of the reader's begins (`2026-03-01`), as the APIs take times; "" for what is no day. */
export function startOf(day: string): string {
  const at = Date.parse(`${day}T00:00:00`);
  return Number.isNaN(at) ? '' : new Date(at).toISOString();
}

/** The day after a day; "" for what is no day. */
export function dayAfter(day: string): string {
  const at = Date.parse(day);
  return Number.isNaN(at) ? '' : new Date(at + 86_400_000).toISOString().slice(0, 10);
}
