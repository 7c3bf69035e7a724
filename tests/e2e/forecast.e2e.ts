/** Forecasts in the built app: the analyst beside the orders, and the laboratory from the library and from a debrief. */
import { readFileSync, readdirSync } from 'node:fs';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { begin, expectNoErrors, launch, openApp, openWindow, overflow, seen } from './app.ts';

let browser: Browser;
const axeSource = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');
const patience = { timeout: 50_000 };
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

test('the analyst answers from workers, beside the orders and without holding them up', async () => {
  const context = await openWindow(browser, {});
  const page = await openApp(context);
  await begin(page, 'Tehran');
  await page.getByRole('tab', { name: 'Orders' }).click();
  await page.getByRole('button', { name: 'Ask the analyst' }).click();
  await page.getByText(seen('games were played with these orders')).waitFor(patience);
  expect(page.workers().length).toBeGreaterThan(0);
  expect(await page.getByText('The games are played in the page itself').count()).toBe(0);
  await page
    .getByRole('button', { name: /^Order:? / })
    .first()
    .click();
  await page.getByText(seen('with the same luck')).waitFor(patience);
  expect(await seriousIn(page)).toEqual([]);
  // Whoever closes it and looks again soon finds the workers ready.
  const workers = page.workers().length;
  await page.getByRole('button', { name: 'Close' }).first().click();
  await page.getByRole('button', { name: 'Ask the analyst' }).click();
  await page.getByText(seen('with the same luck')).waitFor(patience);
  expect(page.workers().length).toBe(workers);
  expectNoErrors(page);
  await context.close();
});

test('workers ask for what the page has fetched already, and for nothing of the screens', () => {
  const parts = readdirSync('dist/code');
  const own = parts.find((name) => name.startsWith('games.worker'));
  const asked = new Set(own ? [own] : []);
  for (const name of asked)
    for (const [, other = ''] of readFileSync(`dist/code/${name}`, 'utf8').matchAll(/"\.\/([^"]+\.js)"/g))
      asked.add(other);
  expect([...asked].map((name) => name.replace(/-.{8}\.js$/, '')).sort()).toEqual([
    'games.worker',
    'lists',
    'machines',
    'rules',
  ]);
});

test('where no worker can be started the page plays, and says so', async () => {
  const context = await openWindow(browser, { size: 'phone' });
  await context.addInitScript(() => {
    Object.defineProperty(window, 'Worker', { value: undefined });
  });
  const page = await openApp(context);
  await begin(page, 'Moscow');
  await page.getByRole('tab', { name: 'Talks' }).click();
  await page.getByRole('button', { name: 'Ask the analyst' }).click();
  await page.getByText(/^The games are played in the page itself/).waitFor(patience);
  await page.getByText(seen('games were played with these orders')).waitFor(patience);
  expect(await overflow(page)).toBe(0);
  expectNoErrors(page);
  await context.close();
});

test('the laboratory is reached from the library, plays its ways, and leads back', async () => {
  const context = await openWindow(browser, { size: 'tablet', theme: 'dark' });
  const page = await openApp(context);
  await page.getByRole('button', { name: 'Laboratory' }).click();
  await page.locator('.play input[type=range]').press('Home');
  await page.getByRole('button', { name: seen('Play 4 ways') }).click();
  await page.getByRole('heading', { name: 'Four scales, not added up' }).waitFor(patience);
  expect(await seriousIn(page)).toEqual([]);
  expect(await overflow(page)).toBe(0);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: /CSV/ }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^red-lines-tehran-2016-laboratory-\d+\.csv$/);
  await page.goBack();
  await page.getByRole('button', { name: 'Choose a capital' }).waitFor();
  // Who leaves lets go of the workers.
  const playing = (): number => page.workers().filter((worker) => worker.url().includes('games')).length;
  await expect.poll(playing, patience).toBe(0);
  expectNoErrors(page);
  await context.close();
});

async function seriousIn(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  return page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run(): Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }> };
    };
    const { violations } = await axe.run();
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  });
}
