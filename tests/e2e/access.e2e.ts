/** Every screen for everybody: accessibility, narrow windows, made-up languages that show what is not in a text file. */
import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectNoErrors, launch, openApp, openWindow, overflow, seriousIn } from './app.ts';
import type { Look } from './app.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** In the soak every size in every theme and language; else the ones that differ most. */
const thorough = import.meta.env.MODE === 'soak';
const everyLook: Look[] = (['wide', 'tablet', 'phone', 'zoomed'] as const).flatMap((size) =>
  (['light', 'dark', 'contrast'] as const).flatMap((theme) =>
    ['', 'xx', 'xx-rtl'].map((language) => ({ size, theme, language })),
  ),
);
const someLooks: Look[] = [
  { theme: 'light', webgl: true },
  { theme: 'contrast', size: 'phone', language: 'xx-rtl' },
  { size: 'zoomed', language: 'xx' },
];
const looks = thorough ? everyLook : someLooks;

describe('on every screen axe finds nothing serious, nothing runs out of the window, and no text is in code', () => {
  for (const look of looks) {
    test(JSON.stringify(look), { timeout: 120_000 }, async () => {
      const met = await walk(look, async (page, screen) => {
        const wider = await overflow(page);
        return [
          ...(await seriousIn(page)),
          ...(wider > 0 ? [`${wider} pixels too wide`] : []),
          ...(look.language === 'xx' ? await outsideBrackets(page, screen) : []),
          ...(look.language === 'xx-rtl' ? await notMirrored(page) : []),
        ];
      });
      expect(met).toEqual({});
    });
  }
});

/** In the made-up language everything stands in brackets, but titles of sources are told as they stand on the pages that were read. */
async function outsideBrackets(page: Page, screen: string): Promise<string[]> {
  return /^(why|model)/.test(screen) ? [] : page.evaluate(unbracketed, variants());
}

/** A language from right to left mirrors the page. */
async function notMirrored(page: Page): Promise<string[]> {
  const dir = await page.evaluate(() => document.documentElement.dir);
  const tabs = page.getByRole('tab');
  const [first, last] =
    (await tabs.count()) > 0
      ? await Promise.all([tabs.first().boundingBox(), tabs.last().boundingBox()])
      : [null, null];
  return [
    ...(dir === 'rtl' ? [] : [`the page runs ${dir}`]),
    ...(first && last && first.x < last.x ? ['tabs run from left to right'] : []),
  ];
}

/**
 * Go through every screen of a short game, by places and not by words, and look at each.
 * @returns what was found, by screen; screens without findings are left out
 */
async function walk(
  look: Look,
  find: (page: Page, screen: string) => Promise<string[]>,
): Promise<Record<string, string[]>> {
  const met: Record<string, string[]> = {};
  const at = async (page: Page, screen: string): Promise<void> => {
    const found = await find(page, screen);
    if (found.length > 0) met[screen] = found;
  };
  const context = await openWindow(browser, look);
  const page = await openApp(context);
  await at(page, 'library');
  await page.locator('header button').click();
  await page.locator('dialog[open]').waitFor();
  await at(page, 'settings');
  await page.keyboard.press('Escape');

  await page.locator('.to-laboratory').click();
  await page.locator('#lab-hinges').waitFor();
  await at(page, 'laboratory');
  await page.locator('.page > header button').first().click();

  await page.locator('.scenario .main-action').click();
  await page.locator('input[name=seat]').first().waitFor();
  await at(page, 'choice of a capital');
  await page.locator('input[name=seat]').first().check();
  for (const layer of await page.locator('input[type=checkbox][value]').all()) await layer.check();
  await page.locator('button[type=submit]').click();
  await page.locator('[role=tab]').first().waitFor();

  await lookAtTabs(page, at, 'first round');
  await page.locator('#tab-orders').click();
  await page.locator('.place > button').click();
  await page.locator('.analyst figure svg').waitFor();
  await at(page, 'analyst');
  await page.locator('.place > button').click();
  await lockRound(page);
  await at(page, 'reveal');
  await page.locator('.reveal .main-action').click();
  await lookAtTabs(page, at, 'second round');

  await page.locator('#tab-talks').click();
  await page.locator('#panel-talks .main-action:visible').first().click();
  await at(page, 'offer builder');
  await page.locator('.watch button:visible').first().click();
  await page.locator('dialog[open]').waitFor();
  await at(page, 'why');
  await page.keyboard.press('Escape');
  await page.locator('.when').click();
  await page.keyboard.press('?');
  await page.locator('dialog[open]').waitFor();
  await at(page, 'keys');
  await page.keyboard.press('Escape');

  await page.locator('.menu summary').click();
  await at(page, 'menu');
  await page.locator('.menu .to-debrief').click();
  await page.locator('dialog[open]').waitFor();
  await at(page, 'debrief now?');
  await page.locator('dialog[open] .main-action').click();
  await page.locator('.reveal .main-action').click();
  await page.locator('main.debrief h2').first().waitFor();
  await at(page, 'debrief');
  if (thorough) await lookAtDebrief(page, at);
  expectNoErrors(page);
  await context.close();
  return met;
}

/** Go through the debrief's steps and all that opens from them. */
async function lookAtDebrief(page: Page, at: (page: Page, screen: string) => Promise<void>): Promise<void> {
  const dialog = page.locator('dialog[open]');
  for (let step = 2; step <= 9; step++) {
    await page.locator('.steps-on .main-action').click();
    await page.locator('.drawing:empty, [data-late]').first().waitFor({ state: 'detached' });
    await at(page, `debrief, step ${step}`);
    if (step === 2) {
      await page.locator('[aria-labelledby=debrief-turns] .asks button').first().click();
      await dialog.locator('.effects, #why-worth').first().waitFor();
      for (const sources of await dialog.locator('.sources > summary').all()) await sources.click();
      await at(page, 'why of a turning point');
      await page.keyboard.press('Escape');
      await page.locator('[aria-labelledby=debrief-turns] .asks button').nth(1).click();
      await dialog.locator('form').waitFor();
      await at(page, 'what if');
      await dialog.locator('form .main-action').click();
      await dialog.locator('table').first().waitFor();
      await at(page, 'side by side');
      await dialog.locator('nav button').nth(1).click();
      await at(page, 'branches');
      await page.keyboard.press('Escape');
    }
    if (step === 7) {
      await page.locator('.step .to-model').click();
      await dialog.locator('nav button').first().waitFor();
      for (const part of await dialog.locator('nav button').all()) {
        await part.click();
        await at(page, `model, ${await part.innerText()}`);
      }
      await page.keyboard.press('Escape');
    }
  }
  await page.locator('.to-wall').click();
  await at(page, 'debrief on a wall');
  await page.keyboard.press('Escape');
}

async function lookAtTabs(
  page: Page,
  at: (page: Page, screen: string) => Promise<void>,
  when: string,
): Promise<void> {
  for (const tab of await page.locator('[role=tab]').all()) {
    await tab.click();
    const id = (await tab.getAttribute('id')) ?? '';
    if (id === 'tab-map') await page.locator('.map canvas, .map-panel table').first().waitFor();
    await at(page, `${id}, ${when}`);
  }
}

async function lockRound(page: Page): Promise<void> {
  await page.locator('#tab-orders').click();
  await page.locator('#panel-orders .main-action:visible').last().click();
  const sure = page.locator('dialog[open] .main-action');
  const done = page.locator('.reveal .main-action');
  await sure.or(done).first().waitFor();
  if (await sure.isVisible()) await sure.click();
  await done.waitFor();
}

/** Words that texts pick from by a value ("up", "down"): Fluent hands these to no made-up language when they stand alone. */
function variants(): string[] {
  const texts = ['assets/words/en.ftl', 'assets/scenarios/tehran-2016/words/en.ftl'].map((file) =>
    readFileSync(file, 'utf8'),
  );
  return texts.flatMap((text) =>
    [...text.matchAll(/^\s+\*?\[[^\]]+\]([^{}\n]*)$/gm)].flatMap(
      ([, words = '']) => words.match(/\p{L}+/gu) ?? [],
    ),
  );
}

/** List texts in sight that stand outside all brackets. Months and the joints of enumerations come from the browser itself. Runs in the page. */
function unbracketed(picked: string[]): string[] {
  const fromBrowser = new Set([
    ...Array.from({ length: 12 }, (_, month) =>
      new Date(Date.UTC(2016, month, 15)).toLocaleDateString('en', { month: 'long', timeZone: 'UTC' }),
    ),
    ...picked,
    'and',
    'or',
    'AM',
    'PM',
    'at',
  ]);
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found: string[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    const text = node.textContent ?? '';
    if (
      !element ||
      text.trim() === '' ||
      element.closest('script, style, noscript, kbd, [aria-hidden=true], [lang]:not(html)')
    )
      continue;
    if (!element.checkVisibility()) continue;
    let left = text.replace(/[\u2066-\u2069]/g, '');
    for (let before = ''; before !== left;) {
      before = left;
      left = left.replace(/\[[^[\]]*\]/g, ' ');
    }
    const words = (left.match(/\p{L}+/gu) ?? []).filter((word) => !fromBrowser.has(word));
    if (words.length > 0) found.push(`${text.trim().slice(0, 80)} (${element.tagName} ${element.className})`);
  }
  return found;
}
