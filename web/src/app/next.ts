/** Where to go after signing in: a page of this app, never another site, whatever the address says. */
export function safeNext(next: string | null): string {
  const origin = 'http://here.invalid';
  if (next?.startsWith('/') !== true || !URL.canParse(next, origin)) {
    return '/';
  }
  const { origin: to, pathname, search, hash } = new URL(next, origin);
  return to === origin && !pathname.startsWith('//') ? pathname + search + hash : '/';
}
