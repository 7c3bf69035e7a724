/** Every screen for everybody: accessibility, narrow windows, made-up languages that show what is not in a text file. */
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { screenNames } from '../../src/panels/gallery/screenNames.ts';
import { aServer } from '../server/aServer.ts';
import type { AServer } from '../server/aServer.ts';
import { expectNoErrors, launch, lockRound, openApp, openWindow } from './app.ts';
import type { Look } from './app.ts';
import { looking, lookAtTabs } from './looking.ts';
import type { At } from './looking.ts';
import { walkAtOneDevice, walkInClass } from './walkTogether.ts';

let browser: Browser;
let server: AServer | null = null;
beforeAll(async () => {
  browser = await launch();
  if (thorough) server = await aServer({ pages: 'dist' });
});
afterAll(async () => {
  await browser.close();
  await server?.stop();
});

/** In the soak every size in every theme and language; else the ones that differ most. */
const thorough = import.meta.env.MODE === 'soak';
const everyLook: Look[] = (['wide', 'tablet', 'phone', 'zoomed'] as const).flatMap((size) =>
  (['light', 'dark', 'contrast'] as const).flatMap((theme) =>
    // Axe sees nothing of what is drawn, and drawing takes most of the time.
    ['', 'xx', 'xx-rtl'].map((language) => ({
      size,
      theme,
      language,
      webgl: size === 'wide' && language === '',
    })),
  ),
);
const someLooks: Look[] = [
  { theme: 'light', webgl: true },
  { theme: 'contrast', size: 'phone', language: 'xx-rtl' },
  { size: 'zoomed', language: 'xx' },
];
const looks = thorough ? everyLook : someLooks;

/** The gallery's whole screens in every theme, each size in another language. */
const galleryLooks: Look[] = (['light', 'dark', 'contrast'] as const).flatMap((theme) => [
  { size: 'wide', theme, webgl: false },
  { size: 'tablet', theme, language: 'xx', webgl: false },
  { size: 'phone', theme, language: 'xx-rtl', webgl: false },
]);

const found =
  'on every screen axe finds nothing serious, nothing runs out of the window, and no text is in code';
// The long walk is shared between the processors; else other files are being tested beside it.
describe(found, { concurrent: thorough }, () => {
  for (const look of looks) {
    test(JSON.stringify(look), { timeout: thorough ? 300_000 : 120_000 }, async () => {
      const { at, met } = looking(look);
      await walk(look, at);
      expect(met).toEqual({});
    });
  }
  for (const look of thorough ? everyLook : []) {
    test(`playing together: ${JSON.stringify(look)}`, { timeout: 300_000 }, async () => {
      const { at, met } = looking(look);
      const context = await openWindow(browser, { ...look, webgl: false });
      const device = await openApp(context);
      await walkAtOneDevice(device, at);
      expectNoErrors(device);
      if (!server) throw new Error('no server');
      for (const page of await walkInClass(context, `${server.address}/`, at)) expectNoErrors(page);
      server.blameless();
      await context.close();
      expect(met).toEqual({});
    });
  }
  for (const look of thorough ? galleryLooks : []) {
    test(`in states that no walk meets: ${JSON.stringify(look)}`, { timeout: 300_000 }, async () => {
      const { at, met } = looking(look);
      const context = await openWindow(browser, look);
      const page = await openApp(context, `?dev&gallery#${screenNames[0]}`);
      for (const name of screenNames) {
        await page.evaluate((to) => (location.hash = to), name);
        await page.locator(`[data-screen=${name}] h1`).first().waitFor();
        await at(page, name);
      }
      expectNoErrors(page);
      await context.close();
      expect(met).toEqual({});
    });
  }
});

/** Go through every screen of a short game, by places and not by words, and look at each. */
async function walk(look: Look, at: At): Promise<void> {
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
  if (thorough) await playLaboratory(page, at);
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
  const strip = page.locator('.watch .strip > summary');
  if (await strip.isVisible()) {
    await strip.click();
    await at(page, 'all that is watched');
  }
  await page.locator('.watch button:visible').first().click();
  await page.locator('dialog[open]').waitFor();
  await at(page, 'why');
  await page.keyboard.press('Escape');
  await page.locator('header .when').click();
  await page.keyboard.press('?');
  await page.locator('dialog[open]').waitFor();
  await at(page, 'keys');
  await page.keyboard.press('Escape');

  await page.locator('.menu > summary').click();
  await at(page, 'menu');
  if (thorough) {
    await page.locator('.menu > ul > li:last-child > button').click();
    await page.locator('dialog[open]').waitFor();
    await at(page, 'names and words');
    await page.keyboard.press('Escape');
    if (!(await page.locator('.menu .to-debrief').isVisible())) await page.locator('.menu > summary').click();
  }
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
}

/** Play a laboratory's games, as few as may be, and look at all it tells. */
async function playLaboratory(page: Page, at: At): Promise<void> {
  await page.locator('.play input[type=range]').press('Home');
  await page.locator('.play .main-action').click();
  await page.locator('#lab-limits').waitFor();
  await page.locator('main details').evaluateAll((all: HTMLDetailsElement[]) => {
    for (const one of all) one.open = true;
  });
  await at(page, 'laboratory, played');
}

/** Go through the debrief's steps and all that opens from them. */
async function lookAtDebrief(page: Page, at: At): Promise<void> {
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
  await page.locator('.menu > summary').click();
  await page.locator('.menu > ul > li:nth-child(3) > button').click();
  await dialog.locator('textarea').waitFor();
  await at(page, 'a link to the game');
  await page.keyboard.press('Escape');
  await page.locator('.to-wall').click();
  await at(page, 'debrief on a wall');
  await page.keyboard.press('Escape');
}
