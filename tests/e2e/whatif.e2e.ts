/** What if, in the built app: a choice of a past quarter is changed, played on, kept with the save and with the record's file. */
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { GameRecord } from '../../src/engine/record.ts';
import {
  begin,
  expectNoErrors,
  launch,
  openApp,
  openWindow,
  playRound,
  saveRecord,
  seen,
  seriousIn,
} from './app.ts';

let browser: Browser;
const folder = mkdtempSync(join(tmpdir(), 'red-lines-whatif-'));
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

test(
  'a game is forked from its report, played on, left and found again with its branches',
  { timeout: 120_000 },
  async () => {
    const context = await openWindow(browser);
    const page = await openApp(context);
    await begin(page, 'Tehran');
    await playRound(page);
    await playRound(page);
    // From an order of the report, or from the menu where nothing was ordered.
    await page.locator('.menu summary').click();
    await page.getByRole('button', { name: 'What if? …' }).click();
    const dialog = page.getByRole('dialog', { name: 'What if?' });
    await dialog.getByRole('button', { name: 'Change a choice' }).click();
    await dialog.getByRole('combobox', { name: 'Quarter' }).selectOption('1');
    await dialog.locator('fieldset').first().getByRole('radio').nth(1).check();
    expect(await seriousIn(page)).toEqual([]);
    await dialog.getByRole('button', { name: /let computers play the rest/ }).click();
    await dialog.getByRole('heading', { name: 'Where they part' }).waitFor();
    await dialog
      .getByRole('button', { name: /^Why\?/ })
      .first()
      .click();
    await dialog
      .getByText(/in the one, .* in the other/)
      .first()
      .waitFor();
    expect(await seriousIn(page)).toEqual([]);

    await dialog.getByRole('button', { name: 'Change a choice' }).click();
    await dialog.getByRole('combobox', { name: 'Quarter' }).selectOption('1');
    await dialog.locator('fieldset').first().getByRole('radio').nth(2).check();
    await anotherScreen(page, () => dialog.getByRole('button', { name: 'Change it and play on' }).click());
    await page.getByText(seen('round 2 of 3')).waitFor();
    await playRound(page);
    await page.getByText(seen('round 3 of 3')).waitFor();
    await page.waitForTimeout(900);
    await page.reload();
    await page.getByRole('button', { name: /^Continue/ }).waitFor();
    expect(await page.getByRole('button', { name: /^Continue/ }).count()).toBe(1);
    await page.getByRole('button', { name: /^Continue/ }).click();
    await page.getByText(seen('round 3 of 3')).waitFor();
    await page.locator('.menu summary').click();
    await page.getByRole('button', { name: 'What if? …' }).click();
    await dialog.getByText('(on the screen)').waitFor();
    expect(await dialog.getByRole('button', { name: /^Compare/ }).count()).toBe(3);
    await anotherScreen(page, () =>
      dialog.getByRole('button', { name: /^Go on with it.*The game itself/ }).click(),
    );
    await page.getByText(seen('round 3 of 3')).waitFor();

    const path = await saveRecord(page, folder);
    const record = JSON.parse(readFileSync(path, 'utf8')) as GameRecord;
    expect(path).toMatch(/-round-3\.json$/);
    expect(record.format).toBe(2);
    expect(record.forks?.map(({ of, changed }) => [of, changed])).toEqual([
      ['', 1],
      ['', 1],
    ]);
    await anotherScreen(page, () => page.locator('header input[type=file]').setInputFiles(path));
    await page.locator('.menu summary').click();
    await page.getByRole('button', { name: 'What if? …' }).click();
    await dialog.getByText(seen('Branch 2')).first().waitFor();
    expectNoErrors(page);
    await context.close();
  },
);

/** Do what opens another game, and wait for it: the same words may stand on the screen of the one before, whose menu goes with it. */
async function anotherScreen(page: Page, open: () => Promise<void>): Promise<void> {
  await page.locator('.screen').evaluate((screen: HTMLElement) => (screen.dataset['before'] = ''));
  await open();
  await page.locator('.screen:not([data-before])').waitFor();
}
