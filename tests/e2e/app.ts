/** What the whole-app tests share: a browser, the built app in it, and the few ways through a game that they all take. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright';
import type { Browser, BrowserContext, Page } from 'playwright';
import { expect, inject } from 'vitest';
import { launchOptions } from '../setup/chromium.ts';

/** The sizes at which screens are looked at; the last is a wide window at twice its size. */
export const sizes = {
  wide: { width: 1280, height: 800 },
  tablet: { width: 768, height: 1024 },
  phone: { width: 360, height: 740 },
  zoomed: { width: 640, height: 400 },
} as const;

export interface Look {
  readonly size?: keyof typeof sizes;
  readonly theme?: 'light' | 'dark' | 'contrast';
  /** A language, made-up ones included. */
  readonly language?: string;
  /** True for a player who has not been shown around yet. */
  readonly newcomer?: boolean;
  /** True where the browser may keep the whole game for later: all other windows load it anew. */
  readonly keeps?: boolean;
  /** True where the map is drawn: here the processor draws it, and all else waits meanwhile. Elsewhere it stands as text. The long tests always draw. */
  readonly webgl?: boolean;
}

export function launch(): Promise<Browser> {
  return chromium.launch(launchOptions());
}

/** Open a window of its own, with storage of its own; reveals are shown at once. */
export async function openWindow(browser: Browser, look: Look = {}): Promise<BrowserContext> {
  const {
    size = 'wide',
    theme = 'light',
    language = '',
    newcomer = false,
    webgl = import.meta.env.MODE === 'soak',
    keeps = false,
  } = look;
  const context = await browser.newContext({
    viewport: sizes[size],
    colorScheme: theme === 'dark' ? 'dark' : 'light',
    contrast: theme === 'contrast' ? 'more' : 'no-preference',
    hasTouch: size !== 'wide',
    reducedMotion: 'reduce',
    acceptDownloads: true,
    serviceWorkers: keeps ? 'allow' : 'block',
  });
  const settings = { pace: 'atOnce', language, tour: newcomer ? 'new' : 'seen' };
  await context.addInitScript((kept) => {
    localStorage.setItem('red-lines.settings', JSON.stringify(kept));
  }, settings);
  if (!webgl) {
    await context.addInitScript(() => {
      const draw = HTMLCanvasElement.prototype.getContext;
      HTMLCanvasElement.prototype.getContext = function (
        this: HTMLCanvasElement,
        kind: string,
        ...rest: unknown[]
      ) {
        // Nothing but the map and portraits of it is drawn on a canvas.
        return kind.startsWith('webgl') || kind === '2d' || kind === 'bitmaprenderer'
          ? null
          : (draw as (...all: unknown[]) => unknown).call(this, kind, ...rest);
      } as typeof draw;
    });
  }
  return context;
}

/** Errors that pages have met, by page: a test ends with none. */
const met = new WeakMap<Page, string[]>();
/** Paths that pages have asked for, by page. */
const asked = new WeakMap<Page, Set<string>>();

/** Open the app's first screen. */
export async function openApp(
  context: BrowserContext,
  query = '?seed=e2e&dev',
  address = inject('address'),
): Promise<Page> {
  const page = await context.newPage();
  const errors: string[] = [];
  const paths = new Set<string>();
  met.set(page, errors);
  asked.set(page, paths);
  await page.addInitScript(addShifts);
  page.on('pageerror', ({ message }) => errors.push(message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  page.on('request', (request) => {
    const { origin } = new URL(address);
    const url = new URL(request.url());
    if (url.protocol.startsWith('http') && url.origin !== origin) errors.push(`asked ${url.origin}`);
    else if (url.protocol.startsWith('http')) paths.add(url.pathname.slice(1) || 'index.html');
  });
  await page.goto(`${address}${query}`);
  await page.locator('h1').waitFor();
  return page;
}

/** Expect that a page has met no error and asked no other host. */
export function expectNoErrors(page: Page): void {
  expect(met.get(page)).toEqual([]);
}

/** Adds up how far things jump that nobody has just touched. Runs in the page. */
function addShifts(): void {
  const shown = Object.assign(window, { shifts: [] as { jump: number; what: string }[] });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const { value, hadRecentInput, sources } = entry as PerformanceEntry & {
        value: number;
        hadRecentInput: boolean;
        sources: { node: Node | null }[];
      };
      if (hadRecentInput) continue;
      const what = sources.map(({ node }) => (node instanceof Element ? node.className : node?.nodeName));
      shown.shifts.push({ jump: value, what: what.join(', ') });
    }
  }).observe({ type: 'layout-shift', buffered: true });
}

/** Say how far things have jumped since the page was loaded, in the measure of Core Web Vitals, and what jumped most. */
export async function jumpsOf(page: Page): Promise<{ sum: number; most: string }> {
  const shifts = await page.evaluate(
    () => (window as unknown as { shifts: { jump: number; what: string }[] }).shifts,
  );
  const sum = shifts.reduce((all, { jump }) => all + jump, 0);
  const most = shifts.reduce((one, other) => (other.jump > one.jump ? other : one), { jump: 0, what: '' });
  return { sum, most: `${most.what} ${most.jump}` };
}

/** Weigh what a page has asked for, as the server sends it: kilobytes of letters, and of all else. */
export function weightOf(page: Page): { letters: number; rest: number } {
  const weight = { letters: 0, rest: 0 };
  for (const path of asked.get(page) ?? []) {
    const file = `dist/${decodeURIComponent(path)}`;
    if (!existsSync(file)) continue;
    const bytes = readFileSync(file);
    if (path.endsWith('.woff2')) weight.letters += bytes.length / 1024;
    else weight.rest += (path.endsWith('.png') ? bytes : gzipSync(bytes)).length / 1024;
  }
  return weight;
}

/** Go from the first screen into a game. */
export async function begin(page: Page, capital: string, rounds = 3): Promise<void> {
  await page.getByRole('button', { name: 'Choose a capital' }).click();
  await page.locator('.cards').getByRole('radio', { name: capital }).check();
  await page.getByRole('radio', { name: seen(`${rounds} rounds`) }).check();
  await page.getByRole('button', { name: seen(`Begin as ${capital}`) }).click();
  await page.getByRole('tab', { name: 'Briefing' }).waitFor();
}

/** Lock what is drafted, whatever is left, and see the reveal to its end. */
export async function playRound(page: Page): Promise<void> {
  await page.getByRole('tab', { name: 'Orders' }).click();
  await page.getByRole('button', { name: 'Lock orders' }).click();
  const sure = page.getByRole('button', { name: 'Lock all the same' });
  const done = page.getByRole('button', { name: /^To the (report|debrief)$/ });
  await sure.or(done).first().waitFor();
  if (await sure.isVisible()) await sure.click();
  await done.click();
}

/**
 * Lock what is drafted, whatever is left, by places and not by words.
 * @param told where it shows that nothing is asked any more
 */
export async function lockRound(page: Page, told = page.locator('.reveal .main-action')): Promise<void> {
  await page.locator('#tab-orders').click();
  await page.locator('#panel-orders .main-action:visible').last().click();
  const sure = page.locator('dialog[open] .main-action');
  await sure.or(told).first().waitFor();
  if (await sure.isVisible()) await sure.click();
  await told.waitFor();
}

/** Find words as a reader sees them: the marks that keep directions apart may stand between any two letters. */
export function seen(words: string): RegExp {
  const letters = Array.from(words, (letter) => letter.replace(/[.*+?^${}()|[\]\\]/, '\\$&'));
  return new RegExp(letters.join('[\\u2066-\\u2069]*'));
}

/** Say how many pixels a page is wider than its window. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** Expect that a screen stays within its window, and that axe finds nothing serious. */
export async function expectWell(page: Page): Promise<void> {
  expect(await overflow(page)).toBe(0);
  expect(await seriousIn(page)).toEqual([]);
}

const axeSource = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');

/** List what axe finds serious or worse on a page. */
export async function seriousIn(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource);
  return page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: {
        run(
          context: Document,
          options: { resultTypes: string[] },
        ): Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }>;
      };
    };
    // All rules are tried; only of what passes, no list is made, which took a third of the time.
    const { violations } = await axe.run(document, { resultTypes: ['violations'] });
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  });
}

/** Save the record by the menu. @returns where it stands now, under the name that the page gave it */
export async function saveRecord(page: Page, folder: string): Promise<string> {
  await page.locator('.menu summary').click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save the record as a file' }).click(),
  ]);
  const path = join(folder, download.suggestedFilename());
  await download.saveAs(path);
  return path;
}
