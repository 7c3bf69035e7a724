/**
 * Measures the built game (dist/) in the browser of the tests: work and pace of frames while a reveal plays at 960×600 with
 * WebGL drawn by the processor, frames at rest, and what the page weighs. Figures by name; none where nothing is built.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright';
import type { Page } from 'playwright';
import { preview } from 'vite';
import { launchOptions, unpackChromium } from '../setup/chromium.ts';

interface Frames {
  /** Milliseconds of script in each animation frame, and when it began. */
  work: number[];
  at: number[];
}

/** Measure frames and weights. */
export async function frameFigures(): Promise<Record<string, number>> {
  if (!existsSync('dist/index.html') || (await unpackChromium()) !== null) return {};
  const server = await preview({ preview: { port: 0, host: '127.0.0.1' }, logLevel: 'silent' });
  const browser = await chromium.launch(launchOptions());
  try {
    const context = await browser.newContext({
      viewport: { width: 960, height: 600 },
      serviceWorkers: 'block',
    });
    const page = await context.newPage();
    await page.addInitScript(countFrames);
    await page.goto(`${server.resolvedUrls?.local[0] ?? ''}?seed=bench`);
    return { ...(await playReveal(page)), ...weights() };
  } finally {
    await browser.close();
    await server.close();
  }
}

/** Notes how long each animation frame's script takes. Runs in the page. */
function countFrames(): void {
  const frames: Frames = { work: [], at: [] };
  Object.assign(window, { frames });
  const ask = window.requestAnimationFrame.bind(window);
  window.requestAnimationFrame = (act) =>
    ask((now) => {
      const begun = performance.now();
      act(now);
      frames.work.push(performance.now() - begun);
      frames.at.push(begun);
    });
  localStorage.setItem('red-lines.settings', JSON.stringify({ tour: 'seen', pace: 'usual', motion: 'full' }));
}

async function playReveal(page: Page): Promise<Record<string, number>> {
  await page.locator('.scenario .main-action').click();
  await page.locator('input[name=seat]').first().check();
  await page.locator('button[type=submit]').click();
  await page.locator('.map canvas').first().waitFor();
  await page.waitForTimeout(4000);
  const resting = await framesOver(page, 2000);
  await page.locator('#tab-orders').click();
  await page.locator('#panel-orders .main-action:visible').last().click();
  const sure = page.locator('dialog[open] .main-action');
  const told = page.locator('.reveal');
  await sure.or(told).first().waitFor();
  if (await sure.isVisible()) await sure.click();
  await told.waitFor();
  await page.waitForTimeout(1500);
  const playing = await framesOver(page, 8000);
  const work = [...playing.work];
  work.sort((one, other) => one - other);
  const at = (share: number): number =>
    Math.round((work[Math.trunc((work.length - 1) * share)] ?? 0) * 100) / 100;
  const lasted = ((playing.at.at(-1) ?? 0) - (playing.at[0] ?? 0)) / 1000;
  return {
    'frames at rest, in two seconds': resting.work.length,
    'frames a second while a reveal plays, 960×600, software WebGL': Math.round(
      (playing.at.length - 1) / Math.max(lasted, 0.001),
    ),
    'work of a frame, median, milliseconds': at(0.5),
    'work of a frame, 95 of 100, milliseconds': at(0.95),
  };
}

async function framesOver(page: Page, milliseconds: number): Promise<Frames> {
  const taken = () => page.evaluate(() => (window as unknown as { frames: Frames }).frames);
  const before = (await taken()).work.length;
  await page.waitForTimeout(milliseconds);
  const { work, at } = await taken();
  return { work: work.slice(before), at: at.slice(before) };
}

/** Kilobytes (gzip) of script: before the first panel works, and of the largest later parts. */
function weights(): Record<string, number> {
  const size = (name: string): number =>
    Math.round(gzipSync(readFileSync(join('dist', name))).length / 102.4) / 10;
  const page = readFileSync('dist/index.html', 'utf8');
  const first = [...page.matchAll(/(?:src|href)="\.\/(code\/[^"]+\.js)"/g)].map(([, name = '']) => name);
  const parts = readdirSync('dist/code')
    .filter((name) => name.endsWith('.js') && !first.includes(`code/${name}`) && !name.startsWith('phaser'))
    .map((name) => size(`code/${name}`));
  return {
    'script before the first panel, kB gzip': Math.round(first.reduce((sum, name) => sum + size(name), 0)),
    'largest later part but Phaser, kB gzip': Math.max(...parts),
    'letters of a first game, kB': Math.round(
      readdirSync('dist/code')
        .filter(
          (name) => /latin-(400|600)-(normal|italic)-.*\.woff2$/.test(name) && !name.includes('latin-ext'),
        )
        .reduce((sum, name) => sum + readFileSync(join('dist/code', name)).length, 0) / 1024,
    ),
  };
}
