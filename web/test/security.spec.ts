import type { APIRequestContext } from '@playwright/test';
import { expect, signIn, test as base, type Page } from './fixtures';
import { Foreign } from './foreign';
import type { Sandbank } from './sandbank';

const test = base.extend<{ foreign: Foreign }>({
  foreign: async ({}, use) => {
    const foreign = await Foreign.start();
    await use(foreign);
    await foreign.stop();
  },
});

test.use({ settings: [] });

interface Application {
  id: string;
}

async function read<T>(request: APIRequestContext, path: string): Promise<T> {
  const answer = await request.get(`/portal/v1${path}`);
  expect(answer.status(), path).toBe(200);
  return (await answer.json()) as T;
}

const ownApplication = async (page: Page) => (await read<{ applications: Application[] }>(page.request, '/applications')).applications[0]?.id ?? '';

/** Everything that a write of the portal's could have changed for whoever is signed in; the session itself is needed for it. */
async function stateOf(page: Page): Promise<string> {
  const application = await ownApplication(page);
  const parts = ['/me', '/organisation', '/organisation/members', '/organisation/invitations', '/organisation/requests', '/applications', '/overlays', '/agreements'];
  const ofApplication = ['', '/credentials', '/webhook', '/journey'].map((below) => `/applications/${application}${below}`);
  return JSON.stringify(await Promise.all([...parts, ...ofApplication].map((path) => read(page.request, path))));
}

/** The operations of an API that change something, with an example of their bodies. */
async function writes(sandbank: Sandbank, application: string): Promise<{ method: string; path: string; body: string }[]> {
  const document = (await (await fetch(`${sandbank.origin}/openapi/portal.json`)).json()) as { paths: Record<string, Record<string, unknown>> };
  return Object.entries(document.paths).flatMap(([path, item]) =>
    ['post', 'put', 'patch', 'delete']
      .filter((method) => method in item)
      .map((method) => ({
        method: method.toUpperCase(),
        path: `/portal/v1${path.replace('{application}', application).replaceAll(/\{\w+\}/g, '01a1f9ff-14f8-74c5-be4d-4f362f6d6df9')}`,
        body: JSON.stringify({ name: 'Changed', firstName: 'Changed', lastName: 'Changed', platform: 'web', oauthType: '2.0', reason: 'Changed.' }),
      })),
  );
}

test('a page of another site cannot show the portal in a frame', async ({ context, sandbank, foreign, page }) => {
  await signIn(page, sandbank.partner);
  for (const origin of foreign.origins) {
    const evil = await context.newPage();
    await evil.goto(origin);
    for (const path of ['/', '/sign-in', '/applications', '/docs']) {
      await evil.evaluate((src) => {
        const frame = document.createElement('iframe');
        frame.src = src;
        document.body.replaceChildren(frame);
        return new Promise((loaded) => frame.addEventListener('load', loaded));
      }, sandbank.origin + path);
      await expect.poll(() => evil.frames()[1]?.url(), `${path} in a frame of ${origin}`).toMatch(/^chrome-error:/);
    }
    await evil.close();
  }
});

test('a page of another site changes nothing with the session of whoever visits it, and reads nothing', async ({ context, sandbank, foreign, page }) => {
  await signIn(page, sandbank.partner);
  const operations = await writes(sandbank, await ownApplication(page));
  expect(operations.length).toBeGreaterThan(60);
  const before = await stateOf(page);
  for (const origin of foreign.origins) {
    const evil = await context.newPage();
    await evil.goto(origin);
    // As a page can without asking, and as it may ask first (CORS).
    const answers = await evil.evaluate(
      async ({ operations, target }) => {
        const outcome = async (url: string, init: RequestInit) => {
          try {
            const answer = await fetch(url, { credentials: 'include', ...init });
            return answer.type === 'opaque' ? 'opaque' : `read ${String(answer.status)}`;
          } catch {
            return 'refused';
          }
        };
        const seen: Record<string, number> = {};
        for (const { method, path, body } of operations) {
          const outcomes = [
            await outcome(target + path, { method, body, headers: { 'content-type': 'application/json' } }),
            ...(method === 'POST' ? [await outcome(target + path, { method, body, mode: 'no-cors', headers: { 'content-type': 'text/plain' } })] : []),
          ];
          outcomes.forEach((name) => (seen[name] = (seen[name] ?? 0) + 1));
        }
        for (const path of ['/portal/v1/me', '/portal/v1/applications', '/sandbox/v1/journal', '/applications']) {
          const name = `GET ${await outcome(target + path, {})}`;
          seen[name] = (seen[name] ?? 0) + 1;
        }
        return seen;
      },
      { operations, target: sandbank.origin },
    );
    expect(Object.keys(answers).sort(), `what ${origin} is told`).toEqual(['GET refused', 'opaque', 'refused']);
    await evil.close();
    expect(await stateOf(page), `after ${origin}`).toBe(before);
  }
});

test('a form on a page of another site changes nothing', async ({ context, sandbank, foreign, page }) => {
  await signIn(page, sandbank.partner);
  const before = await stateOf(page);
  const evil = await context.newPage();
  for (const origin of foreign.origins) {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data']) {
      for (const path of ['/session', '/overlays', '/organisation/invitations']) {
        await evil.goto(origin);
        const refused = evil.waitForResponse((answer) => answer.request().method() === 'POST');
        await evil.evaluate(
          ({ action, type }) => {
            const form = document.createElement('form');
            Object.assign(form, { method: 'post', action, enctype: type });
            const field = document.createElement('input');
            field.name = '{"email":"evil@evil.example","role":"admin","x":"';
            field.value = '"}';
            form.append(field);
            document.body.append(form);
            form.submit();
          },
          { action: `${sandbank.origin}/portal/v1${path}`, type },
        );
        expect([403, 415], `${type} to ${path} from ${origin}`).toContain((await refused).status());
        await evil.waitForURL(`${sandbank.origin}/**`);
      }
    }
  }
  expect(await stateOf(page)).toBe(before);
});

test('nothing that scripts can read opens a session', async ({ context, sandbank, page }) => {
  await signIn(page, sandbank.partner);
  const cookies = await context.cookies();
  // Links in mails lead to pages, which must find the session: so the cookie is lax, and writes are refused by their origin.
  expect(cookies.map(({ name, httpOnly, sameSite, path }) => ({ name, httpOnly, sameSite, path }))).toEqual([
    { name: 'session', httpOnly: true, sameSite: 'Lax', path: '/' },
  ]);
  const value = cookies[0]?.value ?? '';
  expect(value.length).toBeGreaterThan(20);
  await page.goto('/applications');
  await expect(page.getByRole('table')).toBeVisible();
  const kept = await page.evaluate(async () =>
    JSON.stringify([document.cookie, Object.entries(localStorage), Object.entries(sessionStorage), await indexedDB.databases(), await caches.keys()]),
  );
  expect(kept).not.toContain(value);
  expect(kept).not.toContain(sandbank.partner.password);
  expect(await page.evaluate(() => document.cookie)).toBe('');
  // Whoever has all of that is not signed in.
  const other = await context.browser()?.newContext({ baseURL: sandbank.origin });
  expect((await other?.request.get('/portal/v1/session'))?.status()).toBe(401);
  await other?.close();
});

test('no secret is in a page before it is asked for, nor ever in an address', async ({ context, sandbank, page }) => {
  const addresses: string[] = [];
  page.on('request', (request) => addresses.push(request.url()));
  await signIn(page, sandbank.partner);
  const application = await ownApplication(page);
  const { credentials } = await read<{ credentials: { clientSecret: string }[] }>(page.request, `/applications/${application}/credentials`);
  const { secrets } = await read<{ secrets: { secret: string }[] }>(page.request, `/applications/${application}/webhook`);
  const session = (await context.cookies())[0]?.value ?? '';
  const hidden = [...credentials.map((c) => c.clientSecret), ...secrets.map((s) => s.secret), session, sandbank.partner.password];
  expect(hidden.every((secret) => secret.length >= 16)).toBe(true);
  const at = `/applications/${application}`;
  for (const path of ['/', at, `${at}/edit`, `${at}/auth`, `${at}/webhooks`, `${at}/log`, `${at}/sandbox`, `${at}/usage`, '/studio']) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByText('Loading')).toHaveCount(0);
    const content = await page.content();
    expect(hidden.filter((secret) => content.includes(secret)), path).toEqual([]);
  }
  await page.goto(`${at}/auth`);
  await page.getByRole('button', { name: 'Show the secret' }).click();
  await expect(page.getByRole('article')).toContainText(credentials[0]?.clientSecret ?? '');
  expect(hidden.filter((secret) => addresses.some((address) => address.includes(secret)))).toEqual([]);
  expect(await page.evaluate(() => JSON.stringify(history.state))).not.toContain(credentials[0]?.clientSecret);
});

const markup = '<script>alert(1)</script><img src=x onerror=alert(2)>';
const hostile = `${markup}\u202Etxt.exe`;

test('hostile texts are shown as texts', async ({ sandbank, page }) => {
  page.on('dialog', (dialog) => {
    throw new Error(`a text of somebody has opened a dialog: ${dialog.message()}`);
  });
  await signIn(page, sandbank.partner);
  const { agreements } = await read<{ agreements: { agreement: string; version: number }[] }>(page.request, '/agreements?purpose=application');
  const created = await page.request.post('/portal/v1/applications', {
    data: {
      name: `Shop ${hostile}`, description: `javascript:alert(3) ${hostile}`, partnerScope: hostile, platform: 'web', oauthType: '2.0', apis: ['deposits'],
      agreements: agreements.map(({ agreement, version }) => ({ agreement, version })),
    },
  });
  expect(created.status(), await created.text()).toBe(201);
  const { id } = (await created.json()) as { id: string };
  const source = `scenario: hostile\ntitle: ${JSON.stringify(hostile)}\napi: deposits\n\nrules:\n  verifyMyVpa:\n    - name: ${JSON.stringify(markup)}\n      match: {body: {vpa: shop@acme}}\n      respond: {body: {status: success}}\n`;
  const file = await page.request.post('/portal/v1/overlays', { data: { source, comment: hostile } });
  expect(file.status(), await file.text()).toBe(201);
  const overlay = ((await file.json()) as { id: string }).id;

  const own = (await read<{ applications: { id: string; clientId?: string }[] }>(page.request, '/applications')).applications.find((a) => a.clientId !== undefined);
  await fetch(`${sandbank.origin}/deposits/v1/my/verifications/upi-vpa?q=${encodeURIComponent(hostile)}`, {
    method: 'POST',
    headers: { 'x-api-key': own?.clientId ?? '', 'content-type': 'application/json', 'x-note': '<img src=x onerror=alert(4)>' },
    body: JSON.stringify({ vpa: hostile }),
  });

  const shows = async (path: string, text: string | RegExp) => {
    await page.goto(path);
    await expect(page.getByText(text).first()).toBeVisible();
    await expect(page.locator('main script, main img[src=x], a[href^="javascript:"]')).toHaveCount(0);
  };
  await shows('/', /<script>alert\(1\)<\/script>/);
  await shows('/applications', /<img src=x onerror=alert\(2\)>/);
  await shows(`/applications/${id}`, /javascript:alert\(3\)/);
  await shows('/studio', /<script>alert\(1\)<\/script>/);
  await shows(`/studio/overlays/${overlay}?tab=history`, /<script>alert\(1\)<\/script>/);
  await shows(`/applications/${own?.id ?? ''}/log`, /upi-vpa/);
  await page.getByRole('link', { name: /upi-vpa/ }).first().click();
  await expect(page.getByText(/alert\(2\)/).first()).toBeVisible();
  await expect(page.locator('main script, main img[src=x], a[href^="javascript:"]')).toHaveCount(0);
});
