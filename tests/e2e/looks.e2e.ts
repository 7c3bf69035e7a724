/**
 * How the main screens look, compared with how they looked when somebody last looked at them and found them good. A screen is
 * kept as a grid, one digit a cell for how far it stands out from the paper: small, readable, and blind to a letter more or less, but not to a part that
 * is gone, shifted or lies over another. `LOOKS=write` before the command writes the grids anew; differing screens lie in .screens/.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { screenshotsCompare } from '../setup/chromium.ts';
import { expectNoErrors, launch, lockRound, openApp, openWindow, overflow, seriousIn } from './app.ts';
import type { Look } from './app.ts';

const file = new URL('looks.json', import.meta.url);
const kept = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string[]>;
const writes = process.env['LOOKS'] === 'write';
const found: Record<string, string[]> = {};

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(async () => {
  await browser.close();
  if (!writes) return;
  const all = Object.entries({ ...kept, ...found });
  all.sort(([one], [other]) => (one < other ? -1 : 1));
  writeFileSync(file, `${JSON.stringify(Object.fromEntries(all), null, 1)}\n`);
});

/** In the long tests every size in every theme and both directions; else the widest. */
const thorough = import.meta.env.MODE === 'soak';
const everyLook: Look[] = (['wide', 'tablet', 'phone'] as const).flatMap((size) =>
  (['light', 'dark', 'contrast'] as const).flatMap((theme) =>
    ['', 'xx-rtl'].map((language) => ({ size, theme, language })),
  ),
);
const someLooks: Look[] = [{ size: 'wide', theme: 'light', language: '' }];

/** Pixels along the side of a cell. */
const cell = 32;
/** Steps (of 16) by which a cell may differ, and the part of all cells that may differ by more. */
const step = 2;
const part = 0.04;

/** What of the gallery is kept. */
const galleryParts = [
  'controls',
  'states',
  'documents',
  'map',
  'report',
  'debrief',
  'laboratory',
  'compare',
  'wall',
  'device',
  'slips',
];

describe.runIf(screenshotsCompare())('screens look as they looked', () => {
  for (const look of thorough ? everyLook : someLooks) {
    const name = [look.size, look.theme, look.language].filter(Boolean).join(' ');
    test(name, async () => {
      const context = await openWindow(browser, { ...look, webgl: true });
      const page = await openApp(context);
      await walk(page, (screen) => see(page, `${name}: ${screen}`));
      expectNoErrors(page);
      await context.close();
      const own = Object.keys(found).filter((key) => key.startsWith(`${name}: `));
      const differing = writes ? [] : own.flatMap((key) => differenceOf(key));
      expect(differing).toEqual([]);
    });
  }

  for (const theme of thorough ? (['light', 'dark', 'contrast'] as const) : []) {
    test(`the gallery, ${theme}`, async () => {
      const context = await openWindow(browser, { size: 'wide', theme });
      const page = await openApp(context, '?gallery');
      await page.locator('[data-part=map] .map .map-names').last().waitFor({ state: 'attached' });
      await page.locator('[data-part=debrief] h2').nth(1).waitFor();
      await page.locator('[data-part=laboratory] table').first().waitFor();
      expect(await overflow(page)).toBe(0);
      expect(await seriousIn(page)).toEqual([]);
      for (const shown of galleryParts) {
        await page.locator(`[data-part=${shown}]`).evaluate((one) => one.scrollIntoView());
        await see(page, `gallery ${theme}: ${shown}`);
      }
      expectNoErrors(page);
      await context.close();
      const own = Object.keys(found).filter((key) => key.startsWith(`gallery ${theme}: `));
      expect(writes ? [] : own.flatMap((key) => differenceOf(key))).toEqual([]);
    });
  }

  test('a broken layout is seen', async () => {
    const context = await openWindow(browser, { size: 'wide', theme: 'light', webgl: true });
    const page = await openApp(context);
    await settle(page);
    const before = await gridOf(page);
    await page.addStyleTag({ content: '.scenario { padding-block-start: 9rem !important; }' });
    await settle(page);
    expect(farApart(before, await gridOf(page))).toBeGreaterThan(part);
    // A part that lies over another, and one that is gone.
    for (const broken of [
      '.scenario { padding-block-start: revert !important; } .about { position: absolute !important; inset-block-start: 0; }',
      '.about { position: static !important; } .picture { visibility: hidden; }',
    ]) {
      await page.addStyleTag({ content: broken });
      await settle(page);
      expect(farApart(before, await gridOf(page)), broken).toBeGreaterThan(part);
    }
    await context.close();
  });
});

/** Go through the main screens of a game that is always the same. */
async function walk(page: Page, at: (screen: string) => Promise<void>): Promise<void> {
  await page.locator('.picture canvas.shown').first().waitFor();
  await at('library');
  await page.locator('.scenario .main-action').click();
  await page.locator('input[name=seat]').first().check();
  await page.evaluate(() => window.scrollTo(0, 0));
  await at('seat');
  await page.locator('button[type=submit]').click();
  await page.locator('[role=tab]').first().waitFor();
  for (const tab of ['map', 'briefing', 'talks', 'orders']) {
    const button = page.locator(`#tab-${tab}`);
    if ((await button.count()) === 0) continue;
    await button.click();
    await page.locator('.map .map-land').first().waitFor({ state: 'attached' });
    await at(tab);
  }
  await lockRound(page);
  await at('reveal');
  await page.locator('.reveal .main-action').click();
  await at('report');
}

async function see(page: Page, key: string): Promise<void> {
  await settle(page);
  found[key] = await gridOf(page);
  if (!writes && differenceOf(key).length === 0) return;
  mkdirSync('.screens', { recursive: true });
  await page.screenshot({ path: `.screens/${key.replaceAll(/[^\w-]+/g, '-')}.png` });
}

/** Wait until letters have come and nothing moves. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(700);
}

function differenceOf(key: string): string[] {
  const [before, now] = [kept[key], found[key]];
  if (!before || !now) return [`${key} was never kept: write it`];
  const far = farApart(before, now);
  return far > part ? [`${key}: ${Math.round(far * 100)} of 100 cells differ`] : [];
}

/** The part of all cells that differ by more than a little; all where the sizes differ. */
function farApart(before: readonly string[], now: readonly string[]): number {
  if (before.length !== now.length) return 1;
  const cells = before.flatMap((row, line) =>
    Array.from(row, (digit, column) =>
      Math.abs(Number.parseInt(digit, 16) - Number.parseInt(now[line]?.[column] ?? '0', 16)),
    ),
  );
  return cells.filter((apart) => apart > step).length / cells.length;
}

/** Turn the window into rows of digits, each how far a cell stands out from the paper, which most cells show. */
async function gridOf(page: Page): Promise<string[]> {
  const picture = (await page.screenshot()).toString('base64');
  return page.evaluate(
    async ([data, size]) => {
      const image = new Image();
      image.src = `data:image/png;base64,${data}`;
      await image.decode();
      const columns = Math.ceil(image.width / size);
      const rows = Math.ceil(image.height / size);
      const canvas = document.createElement('canvas');
      Object.assign(canvas, { width: columns, height: rows });
      const pen = canvas.getContext('2d');
      if (!pen) throw new Error('no canvas');
      pen.imageSmoothingQuality = 'high';
      pen.drawImage(image, 0, 0, columns, rows);
      const { data: pixels } = pen.getImageData(0, 0, columns, rows);
      const lights = Array.from({ length: rows * columns }, (_, index) => {
        const [red = 0, green = 0, blue = 0] = pixels.slice(index * 4, index * 4 + 3);
        return Math.round(0.3 * red + 0.59 * green + 0.11 * blue);
      });
      const counts = new Map<number, number>();
      for (const light of lights) counts.set(light, (counts.get(light) ?? 0) + 1);
      const [paper] = [...counts].reduce((most, one) => (one[1] > most[1] ? one : most), [0, 0]);
      return Array.from({ length: rows }, (_, row) =>
        lights
          .slice(row * columns, (row + 1) * columns)
          .map((light) => Math.min(15, Math.round(Math.abs(light - paper) / 5)).toString(16))
          .join(''),
      );
    },
    [picture, cell] as const,
  );
}
