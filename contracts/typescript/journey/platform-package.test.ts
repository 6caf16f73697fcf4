// What the packages of the portal and of OAuth send, read by a server that answers what the documents promise.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test, type TestContext } from 'node:test';
import { createOauthClient, isOAuthError } from '@sandbank/oauth';
import { createPortalClient, isProblem } from '@sandbank/portal';
import { answered } from './sandbox.js';

/** A call as it arrived. */
interface Call {
  line: string;
  headers: IncomingHttpHeaders;
  body: string;
}

/** A server that notes every call and gives all of them one answer, for as long as a test runs. */
async function listen(t: TestContext, status: number, answer: unknown) {
  const calls: Call[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (text: string) => (body += text));
    request.on('end', () => {
      calls.push({ line: `${request.method} ${request.url}`, headers: request.headers, body });
      response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(answer));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => server.close());
  return { baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, calls };
}

test('oauth package: a token is asked for with Basic and a form', async (t) => {
  const { baseUrl, calls } = await listen(t, 200, { access_token: 'a.b.c', token_type: 'Bearer', expires_in: 3600, scope: 'customers pan' });
  const client = createOauthClient({ baseUrl, basic: { user: 'key', password: 'pässword' } });
  const token = answered(await client.POST('/token', { body: { grant_type: 'client_credentials', scope: 'customers pan' } }));
  assert.equal(token.expires_in, 3600);
  const [call] = calls;
  assert.equal(call?.line, 'POST /token');
  assert.equal(call.headers.authorization, `Basic ${Buffer.from('key:pässword').toString('base64')}`);
  assert.equal(call.headers['content-type'], 'application/x-www-form-urlencoded');
  assert.equal(call.body, 'grant_type=client_credentials&scope=customers+pan');
});

test('oauth package: the secret goes only with the operations that take it, as it is at the time', async (t) => {
  const { baseUrl, calls } = await listen(t, 200, { active: false });
  let password: string | undefined;
  const client = createOauthClient({ baseUrl, basic: () => (password ? { user: 'key', password } : undefined) });
  await client.POST('/introspect', { body: { token: 'a.b.c' } });
  password = 'rotated';
  await client.POST('/introspect', { body: { token: 'a.b.c', token_type_hint: undefined } });
  await client.GET('/jwks');
  assert.deepEqual(
    calls.map(({ line, headers, body }) => [line, headers.authorization, body]),
    [
      ['POST /introspect', undefined, 'token=a.b.c'],
      ['POST /introspect', `Basic ${Buffer.from('key:rotated').toString('base64')}`, 'token=a.b.c'],
      ['GET /jwks', undefined, ''],
    ],
  );
});

test('oauth package: errors of OAuth are told from other answers', async (t) => {
  const { baseUrl } = await listen(t, 401, { error: 'invalid_client', error_description: 'The client is unknown.' });
  const refused = await createOauthClient({ baseUrl }).POST('/token', { body: { grant_type: 'client_credentials' } });
  assert.ok(isOAuthError(refused.error));
  assert.equal(refused.error.error, 'invalid_client');
  for (const other of [undefined, null, 'Bad Gateway', {}, { error: 'invalid_client' }, { ...refused.error, error: 401 }]) {
    assert.equal(isOAuthError(other), false, JSON.stringify(other));
  }
});

test('portal package: calls are made with cookies, and no key', async (t) => {
  const { baseUrl, calls } = await listen(t, 401, { type: 'urn:problem:session-ended', title: 'Ended', status: 401, code: 'SESSION_ENDED' });
  const modes: RequestCredentials[] = [];
  const client = createPortalClient({
    baseUrl,
    headers: { cookie: 'session=one' },
    fetch: (request) => {
      modes.push(request.credentials);
      return fetch(request);
    },
  });
  const session = await client.GET('/session');
  assert.ok(isProblem(session.error) && session.error.code === 'SESSION_ENDED');
  await client.POST('/session', { body: { username: 'asha.rao', password: 'correct horse battery' } });
  assert.deepEqual(modes, ['include', 'include']);
  assert.deepEqual(
    calls.map(({ line, headers, body }) => [line, headers.cookie, headers['x-api-key'], headers['content-type'], body]),
    [
      ['GET /session', 'session=one', undefined, undefined, ''],
      ['POST /session', 'session=one', undefined, 'application/json', '{"username":"asha.rao","password":"correct horse battery"}'],
    ],
  );
});
