import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test as base, type Page, type Route } from '@playwright/test';
import { pactOf, type Interaction } from './pact';

export { expect } from '@playwright/test';

const dist = fileURLToPath(new URL('../dist', import.meta.url));

/** The document of the API that the examples are of, as far as the pages need one; documents are no part of a pact. */
const document = {
  info: { title: 'Deposits' },
  servers: [{ url: '/deposits/v1' }],
  paths: { '/customers/find': { post: { operationId: 'findCustomers', security: [{ apiKey: [], applicationToken: [] }], responses: {} } } },
  components: { securitySchemes: {} },
};

/** Where the pages believe to be. Nothing is there: what they ask for is answered by the tests. */
const origin = 'https://portal.bank.example';

/** What is a call of an API; everything else is a file of the app. */
const ofAnApi = /^\/(portal|sandbox|oauth)\/v\d+\//;

/** What the API that steers sandboxes is told beside the session. Like a credential, it is no part of a pact. */
const sandboxOf = 'x-application';

/** Opens a page of the app that finds a provider which answers these interactions, and nothing else. */
type Open = (path: string, ...interactions: Interaction[]) => Promise<Page>;

/**
 * Hands a call of a page on to the mock server, on a connection of its own that is closed after the answer: the library
 * may wait for ever for connections that a browser has opened and keeps.
 */
async function forward(route: Route, port: number): Promise<void> {
  const call = route.request();
  const { pathname, search } = new URL(call.url());
  const headers = await call.allHeaders();
  if (pathname.startsWith('/sandbox/') && !headers[sandboxOf]) {
    throw new Error(`${call.method()} ${pathname} does not say of which application the sandbox is`);
  }
  const answer = await new Promise<{ status: number; headers: Record<string, string>; body: Buffer }>((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, method: call.method(), path: pathname + search, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const given = Object.entries(response.headers).map(([name, value]): [string, string] => [name, String(value)]);
        resolve({ status: response.statusCode ?? 0, headers: Object.fromEntries(given), body: Buffer.concat(chunks) });
      });
    });
    sent.on('error', reject);
    sent.end(call.postDataBuffer());
  });
  await route.fulfill(answer);
}

/** The name of what a test leaves behind for the reporter: the pact of its interactions, as the library writes it. */
export const attachment = 'pact';

/**
 * Tests of the app as a consumer: the built app, in a browser, calls Pact's mock server as if that were the program. A
 * test fails when the pages make a request that is no interaction, or do not make one that is.
 */
export const test = base.extend<{ open: Open }>({
  open: async ({ page }, use, testInfo) => {
    let close: (() => Promise<void>) | undefined;
    await use(async (path, ...interactions) => {
      const pact = pactOf(interactions);
      const port = pact.createMockServer('127.0.0.1');
      await page.route('**/*', (route) => {
        const { pathname } = new URL(route.request().url());
        if (ofAnApi.test(pathname)) {
          return forward(route, port);
        }
        if (pathname === '/openapi/deposits.json') {
          return route.fulfill({ json: document });
        }
        const file = join(dist, pathname);
        return route.fulfill({ path: pathname !== '/' && existsSync(file) ? file : join(dist, 'index.html') });
      });
      close = async () => {
        await page.unrouteAll({ behavior: 'wait' });
        await page.close();
        const wrong = pact.mockServerMismatches(port);
        const folder = await mkdtemp(join(tmpdir(), 'sandbank-pact-'));
        try {
          pact.writePactFile(folder, false);
          pact.cleanupMockServer(port);
          if (wrong.length > 0) {
            throw new Error(`the pages do not ask for what the interactions say:\n${JSON.stringify(wrong, null, 2)}`);
          }
          await testInfo.attach(attachment, { body: await readFile(join(folder, 'sandbank-web-sandbank.json')), contentType: 'application/json' });
        } finally {
          await rm(folder, { recursive: true });
        }
      };
      await page.goto(origin + path);
      return page;
    });
    await close?.();
  },
});
