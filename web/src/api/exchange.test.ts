import { describe, expect, it } from 'vitest';
import type { SandboxSchemas } from '@/api/clients';
import { curlOf, readableBody, ruleOf, scenarioOf } from './exchange';

const entry: SandboxSchemas['JournalEntry'] = {
  id: '42',
  at: '2026-03-01T10:00:00Z',
  requestId: 'r',
  api: 'deposits',
  operation: 'verifyMyVpa',
  method: 'POST',
  path: '/deposits/v1/my/verifications/upi-vpa',
  status: 200,
  tookMillis: 1,
  request: {
    target: "/deposits/v1/my/verifications/upi-vpa?lang=it's",
    headers: [
      { name: 'Host', value: 'localhost' },
      { name: 'X-Api-Key', value: '***' },
      { name: 'Authorization', value: 'Bearer ***' },
      { name: 'Content-Type', value: 'application/json' },
    ],
    body: { size: 40, text: '{"vpa":"john@okhdfc","pan":"***"}' },
  },
  answer: { status: 200, headers: [], body: { size: 20, text: '{"status":"${success}"}' } },
};

describe('one request', () => {
  it('as curl has placeholders for what is secret, and is quoted for a shell', () => {
    expect(curlOf(entry, 'http://localhost')).toBe(
      [
        `curl -X POST 'http://localhost/deposits/v1/my/verifications/upi-vpa?lang=it'\\''s'`,
        `-H 'X-Api-Key: CLIENT_ID'`,
        `-H 'Authorization: Bearer TOKEN'`,
        `-H 'Content-Type: application/json'`,
        `--data-raw '{"vpa":"john@okhdfc","pan":"***"}'`,
      ].join(' \\\n  '),
    );
  });

  it('as a rule matches what was sent but for what is masked, and answers it literally', () => {
    expect(ruleOf(entry)).toEqual({
      name: 'as in request 42',
      match: { query: { lang: "it's" }, body: { vpa: 'john@okhdfc' } },
      respond: { status: 200, body: { status: '$${success}' } },
    });
  });

  it('that was answered with a problem gives a rule with that problem', () => {
    expect(ruleOf({ ...entry, status: 504, problem: 'PSP_TIMEOUT' }).respond).toEqual({ problem: 'PSP_TIMEOUT' });
  });

  it('as a scenario names the API and the operation', () => {
    expect(scenarioOf(entry)).toContain('api: deposits\nrules:\n  verifyMyVpa:\n    - name: as in request 42\n      match: {');
  });

  it('has a body to read where that is text', () => {
    expect(readableBody({ size: 7, text: '{"a":1}' })).toBe('{\n  "a": 1\n}');
    expect(readableBody({ size: 3, text: 'abc' })).toBe('abc');
    expect(readableBody({ size: 3, base64: '////' })).toBeUndefined();
  });
});
