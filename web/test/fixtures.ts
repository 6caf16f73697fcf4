import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import AxeBuilder from '@axe-core/playwright';
import { test as base, expect, type Page } from '@playwright/test';
import { Sandbank, type Login } from './sandbank';

export { expect, type Page } from '@playwright/test';

const screenshots = process.env['SCREENSHOTS'] === undefined ? undefined : fileURLToPath(new URL('../screenshots', import.meta.url));

/** Refusals that are part of a page's work, which the browser reports in its console all the same: statuses by path. */
export type Expected = Record<string, number[]>;

/** The app asks who is signed in: nobody may be. */
const alwaysExpected: Expected = { '/portal/v1/session': [401] };

interface Fixtures {
  /** What a test provokes on purpose, such as `{ '/portal/v1/registrations': [422] }`. */
  expected: Expected;
  page: Page;
}

/**
 * Tests against the real program. A file of tests has one of its own when it says `test.use({ settings: [] })`, which all
 * do: without it Playwright hands on that of the file before. A test fails by any error in the browser's console, any
 * violation of the page's policy, and any call of another host.
 */
export const test = base.extend<Fixtures, { settings: string[]; sandbank: Sandbank }>({
  settings: [[], { option: true, scope: 'worker' }],
  sandbank: [
    async ({ settings }, use) => {
      const sandbank = await Sandbank.start(...settings);
      await use(sandbank);
      await sandbank.stop();
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ sandbank }, use) => use(sandbank.origin),
  expected: async ({}, use) => use({}),
  page: async ({ page, sandbank, expected }, use) => {
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(`uncaught: ${error.message}`));
    page.on('request', (request) => {
      if (!request.url().startsWith(sandbank.origin) && !request.url().startsWith('data:')) {
        faults.push(`a call of another host: ${request.url()}`);
      }
    });
    page.on('console', (message) => {
      if (message.type() !== 'error' && message.type() !== 'warning') {
        return;
      }
      const status = /status of (\d+)/.exec(message.text())?.[1];
      const path = URL.canParse(message.location().url) ? new URL(message.location().url).pathname : '';
      if (status !== undefined && [alwaysExpected, expected].some((e) => e[path]?.includes(Number(status)))) {
        return;
      }
      faults.push(`console: ${message.text()} (${message.location().url})`);
    });
    await use(page);
    expect(faults, 'what the browser complained about').toEqual([]);
  },
});

/** Signs in as one of the demo, by the page. */
export async function signIn(page: Page, { username, password }: Login): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('User name').fill(username);
  await page.getByLabel(/^Password/).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /^Hello/ })).toBeVisible();
}

/** What axe asks of a page: WCAG 2.2 AA, and what is good practice. */
const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * What each look is held to. In light and wide it is every rule. The others show the same document with the same names and
 * roles, so there only those rules are asked again whose answer can be another one:
 *
 * - dark: colours are others, so contrast, and links told from the text around them by colour;
 * - phone: what is laid out, hidden and shown is another. Columns become cards and the navigation goes behind a button, so
 *   contrast (texts stand on other backgrounds), the size of what is touched, what scrolls and must be reached by keyboard,
 *   landmarks and headings (some are hidden), names of the buttons, fields and links that only a phone shows, tables and lists
 *   that are drawn otherwise, and what is hidden but can be focused.
 */
const looks = [
  { name: 'light', colours: 'light', width: 1280, height: 900 },
  { name: 'dark', colours: 'dark', width: 1280, height: 900, rules: ['color-contrast', 'link-in-text-block'] },
  {
    name: 'phone',
    colours: 'light',
    width: 360,
    height: 780,
    rules: [
      'color-contrast',
      'target-size',
      'scrollable-region-focusable',
      'aria-hidden-focus',
      'nested-interactive',
      'landmark-one-main',
      'landmark-unique',
      'region',
      'bypass',
      'page-has-heading-one',
      'heading-order',
      'empty-heading',
      'button-name',
      'link-name',
      'label',
      'aria-required-children',
      'aria-required-parent',
      'list',
      'listitem',
      'td-headers-attr',
      'th-has-data-cells',
      'css-orientation-lock',
      'meta-viewport',
    ],
  },
] as const;

/**
 * Looks at the page as it stands: in light, in dark and as wide as a phone, axe finds nothing that breaks WCAG 2.2 AA,
 * and nothing is wider than the window. With SCREENSHOTS set it takes a picture of each, by the name.
 */
export async function expectGoodPage(page: Page, name: string): Promise<void> {
  const before = page.viewportSize();
  for (const look of looks) {
    await page.setViewportSize({ width: look.width, height: look.height });
    await page.emulateMedia({ colorScheme: look.colours, reducedMotion: 'reduce' });
    await expect(page.locator(`html[data-mantine-color-scheme="${look.colours}"]`)).toBeAttached();
    await page.evaluate(() => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted))));
    // The pages have no frames, so nothing needs to be put together in a page of its own.
    const axe = new AxeBuilder({ page }).setLegacyMode();
    const { violations } = await ('rules' in look ? axe.withRules([...look.rules]) : axe.withTags(standards)).analyze();
    const found = violations.map((v) => `${v.id}: ${v.help}: ${v.nodes.map((n) => `${n.html.slice(0, 120)} ${n.failureSummary ?? ''}`).join(' | ')}`);
    expect(found, `axe on ${name}, ${look.name}`).toEqual([]);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(overflow, `${name}, ${look.name}: pixels that the page is wider than the window`).toBeLessThanOrEqual(0);
    if (screenshots !== undefined) {
      // What is fixed to the window, such as the head, stands where it does in a window that has room for the page.
      const height = await page.evaluate(() => document.documentElement.scrollHeight);
      await page.setViewportSize({ width: look.width, height: Math.max(look.height, height) });
      await mkdir(screenshots, { recursive: true });
      await page.screenshot({ path: `${screenshots}/${name}-${look.name}.png` });
    }
  }
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  if (before) {
    await page.setViewportSize(before);
  }
}
