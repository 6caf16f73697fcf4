import { sandboxOf } from '@/api/clients';

/** An event of a stream of server-sent events. */
export interface ServerEvent {
  event: string;
  id: string;
  data: string;
}

/**
 * Takes the whole events out of what has been received (HTML, section 9.2), and gives what is left of the one that is
 * under way. Comments are left out.
 */
export function takeEvents(received: string): { events: ServerEvent[]; rest: string } {
  const blocks = received.replaceAll('\r\n', '\n').split('\n\n');
  const rest = blocks.pop() ?? '';
  const events: ServerEvent[] = [];
  for (const block of blocks) {
    const event: ServerEvent = { event: 'message', id: '', data: '' };
    const data: string[] = [];
    for (const line of block.split('\n')) {
      const [, field = '', value = ''] = /^([^:]*):? ?(.*)$/.exec(line) ?? [];
      if (field === 'data') {
        data.push(value);
      } else if (field === 'event' || field === 'id') {
        event[field] = value;
      }
    }
    if (data.length > 0) {
      events.push({ ...event, data: data.join('\n') });
    }
  }
  return { events, rest };
}

/**
 * Follows the journal of an application's sandbox until `signal` ends it, or the connection does. `onOpen` is told when
 * it is followed, `onEntry` of each entry by its id.
 */
export async function follow(application: string, since: string, signal: AbortSignal, on: { open: () => void; entry: (id: string) => void }): Promise<void> {
  const { data, response } = await sandboxOf(application).GET('/journal/events', {
    params: { header: { ...(since && { 'Last-Event-ID': since }) } },
    parseAs: 'stream',
    signal,
  });
  if (!response.ok || !data) {
    return;
  }
  on.open();
  const reader = data.pipeThrough(new TextDecoderStream()).getReader();
  let received = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) {
      return;
    }
    const { events, rest } = takeEvents(received + value);
    received = rest;
    events.forEach(({ event, id }) => event === 'entry' && on.entry(id));
  }
}
