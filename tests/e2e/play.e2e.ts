/** A whole game in the built app: by mouse to the debrief, by keyboard alone through a round, ended early, and without WebGL. */
import { readFileSync, readdirSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  begin,
  expectNoErrors,
  jumpsOf,
  launch,
  openApp,
  openWindow,
  playRound,
  seen,
  weightOf,
} from './app.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

test('three rounds are played by mouse, from the first screen to the debrief', async () => {
  const context = await openWindow(browser, { webgl: true });
  const page = await openApp(context);
  await begin(page, 'Ankara');
  await page.locator('.map canvas').first().waitFor();

  await page.getByRole('tab', { name: 'Orders' }).click();
  const panel = page.getByRole('tabpanel', { name: 'Orders' });
  await panel.getByRole('radio').nth(1).check();
  await panel
    .getByRole('button', { name: /^Order:? / })
    .first()
    .click();
  await page.keyboard.press('Control+z');
  await playRound(page);

  await page.getByRole('heading', { name: /^Report/ }).waitFor();
  await page.getByText(seen('round 2 of 3')).waitFor();
  await playRound(page);
  await page.getByText(seen('round 3 of 3')).waitFor();
  await playRound(page);

  await page.getByRole('heading', { level: 1, name: 'Debrief' }).waitFor();
  await page.locator('main.debrief h2').first().waitFor();
  expect(await page.locator('main').innerText()).not.toContain('⟨');
  const jumps = await jumpsOf(page);
  expect(jumps.sum, jumps.most).toBeLessThan(0.1);
  expect(weightOf(page).rest).toBeLessThan(700);
  expectNoErrors(page);
  await context.close();
});

test('a round is played by keyboard alone', async () => {
  const context = await openWindow(browser);
  const page = await openApp(context);
  const { keyboard } = page;
  const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');
  const heading = () => page.evaluate(() => document.activeElement?.tagName);
  const tabTo = async (name: RegExp, most = 80) => {
    for (let steps = 0; steps < most && !name.test(await focused()); steps++) await keyboard.press('Tab');
    expect(await focused()).toMatch(name);
  };

  await tabTo(/^Choose a capital/);
  await keyboard.press('Enter');
  await page.getByRole('radio', { name: 'Tehran' }).waitFor();
  await expect.poll(heading).toBe('H1');
  const onSeat = () =>
    page.evaluate(() => (document.activeElement as HTMLInputElement | null)?.name === 'seat');
  for (let steps = 0; steps < 30 && !(await onSeat()); steps++) await keyboard.press('Tab');
  await keyboard.press('ArrowDown');
  await keyboard.press('ArrowUp');
  await keyboard.press('Enter');

  await page.getByRole('tab', { name: 'Briefing' }).waitFor();
  await expect.poll(heading).toBe('H1');
  await keyboard.press('o');
  await page.getByRole('tabpanel', { name: 'Orders' }).waitFor();
  await keyboard.press('t');
  await page.getByRole('tabpanel', { name: 'Talks' }).waitFor();
  await keyboard.press('Shift+?');
  await page.getByRole('dialog', { name: 'Keys' }).waitFor();
  await keyboard.press('Escape');
  await keyboard.press('o');
  await tabTo(/^Lock orders/, 300);
  await keyboard.press('Enter');
  const sure = page.getByRole('button', { name: 'Lock all the same' });
  await sure.waitFor();
  await tabTo(/^Lock all the same/);
  await keyboard.press('Enter');
  await page.getByRole('button', { name: 'To the report' }).waitFor();
  await tabTo(/^To the report/);
  await keyboard.press('Enter');
  await page.getByRole('heading', { name: /^Report/ }).waitFor();
  await keyboard.press('b');
  await page.getByRole('tabpanel', { name: 'Briefing' }).waitFor();
  expect(await page.getByText(seen('round 2 of 3')).count()).toBeGreaterThan(0);
  expectNoErrors(page);
  await context.close();
});

test('the debrief can follow any round, after asking', async () => {
  const context = await openWindow(browser, { size: 'phone' });
  const page = await openApp(context);
  await begin(page, 'Moscow', 8);
  await page.locator('.menu summary').click();
  expect(await page.getByRole('button', { name: 'Go to the debrief now' }).isVisible()).toBe(false);
  await page.keyboard.press('Escape');
  await playRound(page);
  await page.locator('.menu summary').click();
  await page.getByRole('button', { name: 'Go to the debrief now' }).click();
  await page.getByRole('button', { name: 'Play on' }).click();
  await page.locator('.menu summary').click();
  await page.getByRole('button', { name: 'Go to the debrief now' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Go to the debrief now' }).click();
  await page.getByRole('button', { name: 'To the debrief' }).click();
  await page.getByRole('heading', { level: 1, name: 'Debrief' }).waitFor();
  const jumps = await jumpsOf(page);
  expect(jumps.sum, jumps.most).toBeLessThan(0.1);
  expectNoErrors(page);
  await context.close();
});

test('without WebGL the map is drawn still, its text is beside it, and the game plays on', async () => {
  const context = await openWindow(browser, { webgl: true });
  await context.addInitScript(() => {
    const draw = HTMLCanvasElement.prototype.getContext;
    Object.assign(HTMLCanvasElement.prototype, {
      getContext(this: HTMLCanvasElement, ...all: [string]) {
        return all[0].startsWith('webgl') ? null : draw.apply(this, all);
      },
    });
  });
  const page = await openApp(context);
  await begin(page, 'Washington');
  await page.locator('.map-land').first().waitFor();
  await page.getByRole('button', { name: 'Show as text' }).click();
  await page.getByRole('table', { name: 'Who holds the governorates' }).waitFor();
  await page.getByRole('button', { name: 'Aleppo', exact: true }).first().click();
  await page.getByRole('dialog', { name: 'Aleppo' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Show as a map' }).click();
  await playRound(page);
  await page.getByRole('heading', { name: /^Report/ }).waitFor();
  const sent = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
  expect(sent.filter((name) => /code\/(stage|phaser)/.test(name))).toEqual([]);
  expectNoErrors(page);
  await context.close();
});

test('the first panel works before 120 kB of script have come, and no later part but Phaser is heavier', () => {
  const kilobytes = (name: string): number => gzipSync(readFileSync(`dist/${name}`)).length / 1024;
  const page = readFileSync('dist/index.html', 'utf8');
  const first = [...page.matchAll(/(?:src|href)="\.\/(code\/[^"]+\.js)"/g)].map(([, name = '']) => name);
  expect(first.length).toBeGreaterThan(0);
  expect(first.reduce((sum, name) => sum + kilobytes(name), 0)).toBeLessThan(120);
  const heavy = readdirSync('dist/code')
    .filter((name) => name.endsWith('.js') && !name.startsWith('phaser'))
    .filter((name) => kilobytes(`code/${name}`) > 120);
  expect(heavy).toEqual([]);
});
