/** The open model in the built app, and a game on assumptions of one's own: marked on the screen, in its record, and where that is opened again. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { GameRecord } from '../../src/engine/record.ts';
import { expectNoErrors, launch, openApp, openWindow, playRound, saveRecord, seen } from './app.ts';

let browser: Browser;
const folder = mkdtempSync(join(tmpdir(), 'red-lines-e2e-'));
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

test('a game on an assumption of one’s own names it wherever it goes', async () => {
  const context = await openWindow(browser);
  const page = await openApp(context);
  const marked = page.getByText(seen('one is not the authors’')).first();
  await page.getByRole('button', { name: /The model, open/ }).click();
  await page.locator('.svelte-flow__node').first().waitFor();
  await page.getByRole('button', { name: 'My assumptions' }).click();
  await page.getByRole('slider').first().focus();
  await page.keyboard.press('End');
  await page.getByRole('button', { name: 'Begin a game on these assumptions' }).click();
  await marked.waitFor();
  await page.locator('.cards').getByRole('radio', { name: 'Tehran' }).check();
  await page.getByRole('button', { name: seen('Begin as Tehran') }).click();
  await page.getByRole('tab', { name: 'Briefing' }).waitFor();
  await marked.waitFor();
  await playRound(page);

  const path = await saveRecord(page, folder);
  const record = JSON.parse(readFileSync(path, 'utf8')) as GameRecord;
  expect(record.assumed).toEqual([{ what: 'link.truceUp', is: 625 }]);
  const { stdout } = await promisify(execFile)(process.execPath, [
    'src/cli/main.ts',
    'replay',
    path,
    '--json',
  ]);
  expect(JSON.parse(stdout)).toMatchObject({ differs: null, sameScenario: true, assumed: record.assumed });

  await page.getByText('Menu').click();
  await page.getByRole('button', { name: 'Leave: the game is kept' }).click();
  await page.locator('li .assumed').getByText('Played on changed assumptions').waitFor();
  await page.getByRole('button', { name: /^Continue/ }).click();
  await marked.waitFor();
  await page.getByText('Menu').click();
  await page.locator('header input[type=file]').setInputFiles(path);
  await page.getByText(seen('round 2 of 3')).waitFor();
  await marked.waitFor();
  expectNoErrors(page);
  await context.close();
});
