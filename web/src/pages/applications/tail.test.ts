// @vitest-environment node
import { describe, expect, it, vi } from 'vitest';

vi.stubGlobal('window', { location: { origin: 'http://localhost' } });
const { takeEvents } = await import('./tail');

describe('events that are sent by the server', () => {
  it('are taken whole, and what is under way is left', () => {
    expect(takeEvents(': hello\n\nid: 41\nevent: entry\ndata: {"id":"41"}\n\nid: 42\neve')).toEqual({
      events: [{ event: 'entry', id: '41', data: '{"id":"41"}' }],
      rest: 'id: 42\neve',
    });
  });

  it('may have several lines of data, and lines that end as on Windows', () => {
    expect(takeEvents('data: a\r\ndata:b\r\n\r\n').events).toEqual([{ event: 'message', id: '', data: 'a\nb' }]);
  });
});
