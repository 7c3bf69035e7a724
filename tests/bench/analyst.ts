/**
 * Measures the built game (dist/) in the browser of the tests: milliseconds from a click to what the analyst draws, the first games and
 * all of them, when it is sent for and when a move is picked. Figures by name; none where nothing is built.
 */
import { existsSync } from 'node:fs';
import { chromium } from 'playwright';
import type { Locator, Page } from 'playwright';
import { preview } from 'vite';
import { launchOptions, unpackChromium } from '../setup/chromium.ts';

interface Clicked {
  /** When the last click came, when something was drawn after it, and when all was. */
  at: number;
  first: number;
  last: number;
}

/** Measure how long the analyst takes. */
export async function analystFigures(): Promise<Record<string, number>> {
  if (!existsSync('dist/index.html') || (await unpackChromium()) !== null) return {};
  const server = await preview({ preview: { port: 0, host: '127.0.0.1' }, logLevel: 'silent' });
  const browser = await chromium.launch(launchOptions());
  try {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 800 },
      serviceWorkers: 'block',
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    await page.addInitScript(watchClicks);
    await page.goto(`${server.resolvedUrls?.local[0] ?? ''}?seed=bench`);
    await page.locator('.scenario .main-action').click();
    await page.locator('input[name=seat]').first().check();
    await page.getByRole('radio', { name: /^\W*8\W/ }).check();
    await page.locator('button[type=submit]').click();
    await page.locator('#tab-orders').click();
    // The map is drawn and the game is at rest, as it is when somebody has read the briefing.
    await page.waitForTimeout(3000);
    const sentFor = await timeOf(page, page.locator('.place > button'));
    const moves = [];
    for (let move = 0; move < 3; move++)
      moves.push(await timeOf(page, page.getByRole('button', { name: /^Order/ }).first()));
    const middle = (of: readonly number[]): number =>
      [...of].sort((one, other) => one - other)[Math.trunc(of.length / 2)] ?? 0;
    return {
      'analyst sent for: first games on screen, ms': sentFor.first,
      'analyst sent for: all games on screen, ms': sentFor.last,
      'a move picked: first games on screen, ms': middle(moves.map(({ first }) => first)),
      'a move picked: all games on screen, ms': middle(moves.map(({ last }) => last)),
    };
  } finally {
    await browser.close();
    await server.close();
  }
}

/** Notes when the last click came and when the analyst had drawn after it. Runs in the page. */
function watchClicks(): void {
  const times: Clicked = { at: 0, first: 0, last: 0 };
  Object.assign(window, { clicked: times });
  localStorage.setItem(
    'red-lines.settings',
    JSON.stringify({ tour: 'seen', pace: 'atOnce', motion: 'reduced' }),
  );
  let wasThere = false;
  let isPlayed = false;
  const begin = (): void => {
    wasThere = document.querySelector('.analyst .answer') !== null;
    isPlayed = false;
    Object.assign(times, { at: performance.now(), first: 0, last: 0 });
  };
  addEventListener('click', begin, { capture: true });
  // What was changed is on the screen when the frame after it has been drawn.
  const drawn = (when: 'first' | 'last'): void =>
    void requestAnimationFrame(() => setTimeout(() => (times[when] ||= performance.now())));
  const look = (changes: MutationRecord[]): void => {
    const answer = document.querySelector('.analyst .answer');
    if (!answer || times.at === 0) return;
    const isBusy = answer.getAttribute('aria-busy') === 'true';
    const wasPlayed = isPlayed;
    isPlayed ||= isBusy || !wasThere;
    if (!isPlayed) return;
    const redrawn = changes.some(({ target }) => answer !== target && answer.contains(target));
    if (!wasThere || (wasPlayed && redrawn)) drawn('first');
    if (!isBusy) drawn('last');
  };
  const all = { subtree: true, childList: true, attributes: true, characterData: true };
  new MutationObserver(look).observe(document, all);
}

async function timeOf(page: Page, what: Locator): Promise<{ first: number; last: number }> {
  await what.click();
  const isDrawn = () => (window as unknown as { clicked: Clicked }).clicked.last > 0;
  await page.waitForFunction(isDrawn, null, { timeout: 60_000 });
  return page.evaluate(() => {
    const { at, first, last } = (window as unknown as { clicked: Clicked }).clicked;
    return { first: Math.round(first - at), last: Math.round(last - at) };
  });
}
