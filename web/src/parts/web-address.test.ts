import { describe, expect, it } from 'vitest';
import { webAddress, withOwnLinks } from './web-address';

describe('webAddress', () => {
  it.each(['https://acme.example/a?b#c', 'http://127.0.0.1:8080/'])('takes %s', (text) => expect(webAddress(text)).toBe(text));
  it.each(['javascript:alert(1)', 'JaVaScRiPt:alert(1)', 'data:text/html,x', '//acme.example', '/portal', 'acme.example', ''])('takes no %j', (text) =>
    expect(webAddress(text)).toBeUndefined(),
  );
});

describe('withOwnLinks', () => {
  const origin = 'https://portal.example';
  it('finds a link of the own server and leaves the rest', () =>
    expect(withOwnLinks('Open https://portal.example/activate#abc now', origin)).toEqual([
      { text: 'Open ' },
      { text: 'https://portal.example/activate#abc', to: 'https://portal.example/activate#abc' },
      { text: ' now' },
    ]));
  it.each(['https://portal.example.evil.example/x', 'https://portal.example@evil.example/x', 'http://portal.example/x', 'javascript:alert(1)//https'])(
    'leaves %s as text',
    (text) => expect(withOwnLinks(text, origin).every((piece) => piece.to === undefined)).toBe(true),
  );
});
