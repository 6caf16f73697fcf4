import { expect, signIn, test, type Page } from './fixtures';
import { views } from './views';

test.use({ settings: [] });

interface Loaded {
  url: string;
  kind: string;
  bytes: number;
  /** What asked for it: the document, or a script. */
  by: string | undefined;
}

/** Opens a page as somebody who has never been there, and gives what was loaded until it stands there. */
async function cold(page: Page, path: string, heading: RegExp): Promise<Loaded[]> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.setCacheDisabled', { cacheDisabled: true });
  const bytes = new Map<string, number>();
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => bytes.set(requestId, encodedDataLength));
  const asked: (Omit<Loaded, 'bytes'> & { id: string })[] = [];
  devtools.on('Network.requestWillBeSent', ({ requestId, request, type, initiator }) => {
    asked.push({ id: requestId, url: request.url, kind: type ?? '', by: initiator.url ?? initiator.stack?.callFrames[0]?.url });
  });
  await page.goto(path);
  await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
  await expect(page.getByText('Loading')).toHaveCount(0);
  await devtools.detach();
  return asked.map(({ id, ...one }) => ({ ...one, bytes: bytes.get(id) ?? 0 }));
}

/** How many requests have led to one another in a row, by what asked for each. */
function chain(loaded: Loaded[]): number {
  const byUrl = new Map(loaded.map((one) => [one.url, one]));
  const length = ({ url, by }: Loaded): number => {
    const before = by === undefined || by === url ? undefined : byUrl.get(by);
    return before === undefined ? 1 : 1 + length(before);
  };
  return Math.max(...loaded.map(length));
}

for (const { name, path, heading, signedIn } of views) {
  test(`the first view, ${name}, is small on the wire and has no long chain of requests`, async ({ page, sandbank }) => {
    if (signedIn) {
      await signIn(page, sandbank.partner);
    }
    const loaded = await cold(page, path, heading);
    const scripts = loaded.filter(({ kind }) => kind === 'Script');
    const bytes = (list: Loaded[]) => list.reduce((sum, one) => sum + one.bytes, 0);
    const listed = loaded.map((one) => `${one.kind} ${one.url} ${one.bytes}`).join('\n');
    expect(scripts.length, listed).toBeGreaterThan(0);
    expect(bytes(scripts), listed).toBeLessThan(300_000);
    expect(bytes(loaded), listed).toBeLessThan(400_000);
    expect(loaded.length, listed).toBeLessThanOrEqual(60);
    expect(chain(loaded), listed).toBeLessThanOrEqual(5);
    console.log(`${name}: ${loaded.length} requests, ${bytes(scripts)} bytes of scripts, ${bytes(loaded)} in all, a chain of ${chain(loaded)}`);
  });
}
