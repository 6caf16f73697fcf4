import { expect, signIn, test } from '../test/fixtures';
import { views } from '../test/views';

const times = Number(process.env['TIMES'] ?? 15);

const median = (values: number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

for (const { name, path, heading, signedIn } of views) {
  test(name, async ({ browser, page, sandbank }) => {
    await signIn(page, sandbank.partner);
    const cookies = await page.context().cookies();
    const painted: number[] = [];
    const interactive: number[] = [];
    for (let i = 0; i < times; i++) {
      const context = await browser.newContext({ baseURL: sandbank.origin });
      if (signedIn) {
        await context.addCookies(cookies);
      }
      const fresh = await context.newPage();
      await fresh.goto(path);
      await expect(fresh.getByRole('heading', { level: 1, name: heading })).toBeVisible();
      await expect(fresh.getByText('Loading')).toHaveCount(0);
      // Interactive is from the end of the last task of 50 ms or longer on, and not before something is painted.
      const { paint, task } = await fresh.evaluate(
        () =>
          new Promise<{ paint: number; task: number }>((known) => {
            let task = 0;
            new PerformanceObserver((list) => {
              list.getEntries().forEach((entry) => (task = Math.max(task, entry.startTime + entry.duration)));
            }).observe({ type: 'longtask', buffered: true });
            const paint = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0;
            requestAnimationFrame(() => setTimeout(() => known({ paint, task })));
          }),
      );
      painted.push(paint);
      interactive.push(Math.max(paint, task));
      await context.close();
    }
    console.log(`${name}: painted after ${median(painted).toFixed(0)} ms, interactive after ${median(interactive).toFixed(0)} ms (medians of ${times} cold loads)`);
  });
}
