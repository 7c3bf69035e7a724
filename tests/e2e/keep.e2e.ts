/** What is kept: games in the browser, records as files, and what happens when either is not as it should be. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { GameRecord } from '../../src/engine/record.ts';
import { begin, expectNoErrors, launch, openApp, openWindow, playRound, saveRecord, seen } from './app.ts';

let browser: Browser;
const folder = mkdtempSync(join(tmpdir(), 'red-lines-e2e-'));
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

test('a tab closed in the middle of a round is gone on with, draft included', async () => {
  const context = await openWindow(browser);
  const page = await openApp(context);
  await begin(page, 'Tehran');
  await playRound(page);
  await page.getByRole('tab', { name: 'Orders' }).click();
  await page
    .getByRole('tabpanel', { name: 'Orders' })
    .getByRole('button', { name: /^Order/ })
    .first()
    .click();
  const drafted = await draftOf(page);
  // A draft is kept a moment after it has changed.
  await page.waitForTimeout(900);
  await page.close();

  const again = await openApp(context);
  await again.getByRole('button', { name: /^Continue/ }).click();
  await again.getByText(seen('round 2 of 3')).waitFor();
  await again.getByRole('tab', { name: 'Orders' }).click();
  expect(await draftOf(again)).toBe(drafted);
  await playRound(again);
  await again.getByText(seen('round 3 of 3')).waitFor();
  expectNoErrors(again);

  await again.getByText('Menu').click();
  await again.getByRole('button', { name: 'Leave: the game is kept' }).click();
  await again.getByText(seen('Round 3 of 3')).waitFor();
  await again.getByRole('button', { name: /^Delete/ }).click();
  await again.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await expect.poll(() => again.getByRole('button', { name: /^Continue/ }).count()).toBe(0);
  await context.close();
});

test('a record from the browser replays on the command line to the same digests', async () => {
  const context = await openWindow(browser);
  const page = await openApp(context);
  await begin(page, 'Moscow');
  for (let round = 1; round <= 3; round++) await playRound(page);
  await page.getByRole('heading', { level: 1, name: 'Debrief' }).waitFor();
  const path = await saveRecord(page, folder);
  const record = JSON.parse(readFileSync(path, 'utf8')) as GameRecord;
  expect(record.digests).toHaveLength(3);
  const { stdout } = await promisify(execFile)(process.execPath, [
    'src/cli/main.ts',
    'replay',
    path,
    '--json',
  ]);
  const replayed = JSON.parse(stdout) as {
    digest: string;
    digests: string[];
    rounds: number;
    differs: unknown;
  };
  expect(replayed).toMatchObject({ digests: record.digests, differs: null, rounds: 3 });
  expect(replayed.digest).toBe(record.digests.at(-1));
  await context.close();
});

test('a record opens as a game of its own; whatever is no record gets one sentence, and the game stays', async () => {
  const context = await openWindow(browser);
  const page = await openApp(context);
  await begin(page, 'Ankara');
  await playRound(page);
  const path = await saveRecord(page, folder);
  const text = readFileSync(path, 'utf8');
  const record = JSON.parse(text) as GameRecord;
  const changed = (more: object) => JSON.stringify({ ...record, ...more });
  const { scenario } = record;
  const wrong: [string, string, RegExp][] = [
    ['cut.json', text.slice(0, text.length / 2), /cut\.json.* is damaged/],
    ['picture.json', '\u0089PNG\r\n', /picture\.json.* is damaged/],
    ['shopping.json', '{"milk": 2, "bread": ["rye"]}', /shopping\.json.* is JSON, but not a record/],
    ['newer.json', changed({ format: 99 }), /newer\.json.* by a newer version/],
    [
      'elsewhere.json',
      changed({ scenario: { ...scenario, id: 'vienna-1815' } }),
      /belongs to the scenario .*vienna-1815/,
    ],
    ['edition.json', changed({ scenario: { ...scenario, version: '0.0.1' } }), /another edition .*0\.0\.1/],
    ['odd.json', changed({ seeds: 7 }), /odd\.json.* not as it must be/],
    ['bent.json', changed({ digests: ['0123456789abcdef'] }), /does not come out as it says: .* round \D*1/],
  ];
  for (const [name, content, sentence] of wrong) {
    await page.getByText('Menu').click();
    await page.locator('header input[type=file]').setInputFiles({
      name,
      mimeType: 'application/json',
      buffer: Buffer.from(content),
    });
    const dialog = page.getByRole('dialog', { name: 'Please note' });
    await dialog.waitFor();
    expect(plain(await dialog.innerText()), name).toMatch(sentence);
    await dialog.getByRole('button', { name: 'Close' }).click();
    expect(await page.getByText(seen('round 2 of 3')).count(), name).toBeGreaterThan(0);
  }
  await playRound(page);
  await page.getByText(seen('round 3 of 3')).waitFor();

  // What plays the same is opened, and what is not the same about it is said.
  await page.getByText('Menu').click();
  const edited = changed({ scenario: { ...scenario, digest: '0123456789abcdef' } });
  await page.locator('header input[type=file]').setInputFiles({
    name: 'edited.json',
    mimeType: 'application/json',
    buffer: Buffer.from(edited),
  });
  const dialog = page.getByRole('dialog', { name: 'Please note' });
  await dialog.getByText(/has been edited since this record was made/).waitFor();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await page.getByText(seen('round 2 of 3')).waitFor();
  await page.getByText('Menu').click();
  await page.getByRole('button', { name: 'Leave: the game is kept' }).click();
  await page
    .getByRole('button', { name: /^Delete/ })
    .first()
    .click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await expect.poll(() => page.getByRole('button', { name: /^Continue/ }).count()).toBe(1);
  await page.getByRole('button', { name: /^Continue/ }).click();
  await page.getByText(seen('round 3 of 3')).waitFor();

  await page.getByText('Menu').click();
  await page.locator('header input[type=file]').setInputFiles(path);
  await page.getByText(seen('round 2 of 3')).waitFor();
  await page.getByText('Menu').click();
  await page.getByRole('button', { name: 'Leave: the game is kept' }).click();
  await expect.poll(() => page.getByRole('button', { name: /^Continue/ }).count()).toBe(2);
  expectNoErrors(page);
  await context.close();
});

test('a kept game that comes out differently today is shown as it was played, and names the round', async () => {
  const context = await openWindow(browser);
  const page = await openApp(context);
  await begin(page, 'Washington');
  await playRound(page);
  await page.getByText('Menu').click();
  await page.getByRole('button', { name: 'Leave: the game is kept' }).click();
  await page.getByRole('button', { name: /^Continue/ }).waitFor();
  await page.evaluate(bendDigest);
  await page.reload();
  await page.getByRole('button', { name: /^Continue/ }).click();
  const note = page.getByText('Rules or scenario have changed since');
  await note.waitFor();
  expect(plain(await note.innerText())).toContain('from round 1 on');
  await page.getByRole('heading', { name: /^Report/ }).waitFor();
  expectNoErrors(page);
  await context.close();
});

test('where the browser keeps nothing this is said, and the game goes on', async () => {
  const context = await openWindow(browser);
  await context.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('no storage here', 'SecurityError');
    };
  });
  const page = await openApp(context);
  await page.getByText('This browser keeps nothing here').waitFor();
  await begin(page, 'Tehran');
  await playRound(page);
  await page.getByText(seen('round 2 of 3')).waitFor();
  expectNoErrors(page);
  await context.close();
});

/** The orders drafted so far, as they are told. */
function draftOf(page: Page): Promise<string> {
  return page.getByRole('region', { name: 'Your orders' }).innerText();
}

/** Text without the marks that keep directions apart. */
function plain(text: string): string {
  return text.replace(/[\u2066-\u2069]/g, '');
}

/** Change the first digest of the only kept game. Runs in the page. */
function bendDigest(): Promise<void> {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open('keyval-store');
    asked.onerror = () => reject(asked.error ?? new Error('no store'));
    asked.onsuccess = () => {
      const store = asked.result.transaction('keyval', 'readwrite').objectStore('keyval');
      const keys = store.getAllKeys();
      keys.onsuccess = () => {
        const key = keys.result.find((one) => String(one).startsWith('game:'));
        if (key === undefined) return reject(new Error('no game is kept'));
        const game = store.get(key);
        game.onsuccess = () => {
          const save = game.result as { record: { digests: string[] } };
          save.record.digests[0] = '0123456789abcdef';
          store.put(save, key).onsuccess = () => resolve();
        };
      };
    };
  });
}
