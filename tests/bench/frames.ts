/**
 * Measures the built game (dist/) in the browser of the tests: pace and work of frames while a reveal plays in a small window
 * and in a usual one with WebGL drawn by the processor, frames at rest, and what the page weighs. Work is time on the processor, so that others who use
 * the machine do not count; the pace is that of frames while something moves. No figures where nothing is built.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright';
import type { Browser, Page } from 'playwright';
import { preview } from 'vite';
import { launchOptions, unpackChromium } from '../setup/chromium.ts';

/** A longer wait than this between two frames is no frame late: nothing moved. */
const pause = 250;

/** Measure frames and weights. */
export async function frameFigures(): Promise<Record<string, number>> {
  if (!existsSync('dist/index.html') || (await unpackChromium()) !== null) return {};
  const server = await preview({ preview: { port: 0, host: '127.0.0.1' }, logLevel: 'silent' });
  const browser = await chromium.launch(launchOptions());
  try {
    const figures: Record<string, number> = {};
    for (const [width, height] of [
      [960, 600],
      [1280, 800],
    ] as const) {
      const context = await browser.newContext({ viewport: { width, height }, serviceWorkers: 'block' });
      const page = await context.newPage();
      await page.addInitScript(countFrames);
      await page.goto(`${server.resolvedUrls?.local[0] ?? ''}?seed=bench`);
      for (const [name, figure] of Object.entries(await playReveal(page, browser)))
        figures[`${name}, ${width}×${height}`] = figure;
      await context.close();
    }
    return { ...figures, ...weights() };
  } finally {
    await browser.close();
    await server.close();
  }
}

/** Notes when each animation frame begins. Runs in the page. */
function countFrames(): void {
  const frames: number[] = [];
  Object.assign(window, { frames });
  const ask = window.requestAnimationFrame.bind(window);
  window.requestAnimationFrame = (act) =>
    ask((now) => {
      // Several who ask for the same frame get one.
      if (frames.at(-1) !== now) frames.push(now);
      act(now);
    });
  localStorage.setItem('red-lines.settings', JSON.stringify({ tour: 'seen', pace: 'usual', motion: 'full' }));
}

async function playReveal(page: Page, browser: Browser): Promise<Record<string, number>> {
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
  const asked = await browser.newBrowserCDPSession();
  const drawn = async (): Promise<number> =>
    (await asked.send('SystemInfo.getProcessInfo')).processInfo
      .filter(({ type }) => type === 'GPU')
      .reduce((sum, { cpuTime }) => sum + cpuTime * 1000, 0);
  const before = await drawn();
  const playing = await framesOver(page, 6000);
  const drawing = (await drawn()) - before;
  const gaps = playing.slice(1).map((begun, index) => begun - (playing[index] ?? begun));
  const moving = gaps.filter((gap) => gap < pause);
  await browser.startTracing(page, {
    categories: ['disabled-by-default-devtools.timeline', 'devtools.timeline'],
  });
  await page.waitForTimeout(4000);
  const work = workOfFrames(await browser.stopTracing());
  return {
    'frames at rest, in two seconds': resting.length,
    'frames a second while the map moves, software WebGL': round(
      1000 / (moving.reduce((sum, gap) => sum + gap, 0) / Math.max(moving.length, 1)),
    ),
    'wait for the next of them, 95 of 100, milliseconds': round(at(moving, 0.95)),
    'main thread for a frame, median, milliseconds': round(at(work, 0.5)),
    'main thread for a frame, 95 of 100, milliseconds': round(at(work, 0.95)),
    'software drawing for a frame, mean, milliseconds': round(drawing / Math.max(playing.length, 1)),
  };
}

async function framesOver(page: Page, milliseconds: number): Promise<number[]> {
  const taken = () => page.evaluate(() => (window as unknown as { frames: number[] }).frames);
  const before = (await taken()).length;
  await page.waitForTimeout(milliseconds);
  return (await taken()).slice(before);
}

interface Traced {
  name: string;
  pid: number;
  tid: number;
  ts: number;
  tdur?: number;
  args: { name?: string };
}

/** Add up, for each frame, what the page's main thread did since the frame before, in milliseconds on the processor. */
function workOfFrames(trace: Buffer): number[] {
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: Traced[] };
  const main = traceEvents.find(({ name }) => name === 'FireAnimationFrame');
  const own = traceEvents.filter(({ pid, tid }) => pid === main?.pid && tid === main.tid);
  own.sort((one, other) => one.ts - other.ts);
  const work: number[] = [];
  let sum = 0;
  let last = -1;
  for (const { name, tdur = 0, ts } of own) {
    if (name === 'RunTask') sum += tdur / 1000;
    // Several who ask for the same frame get one.
    if (name !== 'FireAnimationFrame' || ts - last < 4000) continue;
    work.push(sum);
    [sum, last] = [0, ts];
  }
  return work.slice(1);
}

/** The value below which a share of all lie. */
function at(values: readonly number[], share: number): number {
  const inOrder = [...values];
  inOrder.sort((one, other) => one - other);
  return inOrder[Math.trunc((inOrder.length - 1) * share)] ?? 0;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
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
