/** A game as a link, in the built app: made in the debrief, opened in another browser, and told in one sentence where it cannot be. */
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { begin, expectNoErrors, launch, openApp, openWindow, playRound, seen, seriousIn } from './app.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

test(
  'a game that is over goes by a link into another browser, to its debrief or to a round',
  { timeout: 120_000 },
  async () => {
    const context = await openWindow(browser);
    const page = await openApp(context);
    await begin(page, 'Tehran');
    for (let round = 1; round <= 3; round++) await playRound(page);
    await page.getByRole('heading', { level: 1, name: 'Debrief' }).waitFor();
    await page.locator('.menu summary').click();
    await page.getByRole('button', { name: 'Share this game by a link' }).click();
    const dialog = page.getByRole('dialog', { name: 'A link that holds this game' });
    await dialog.getByText(/It lays everything open/).waitFor();
    const link = await linkIn(page);
    expect(link.length).toBeLessThan(4000);
    expect(await seriousIn(page)).toEqual([]);
    await dialog.getByRole('combobox').selectOption({ index: 2 });
    await expect.poll(() => linkIn(page)).toMatch(/&round=2$/);
    const toRound = await linkIn(page);
    await dialog.getByRole('button', { name: 'Close' }).click();
    expectNoErrors(page);

    const other = await openWindow(browser, { size: 'phone' });
    const there = await openApp(other, hashOf(link));
    await there.getByRole('heading', { level: 1, name: 'Debrief' }).waitFor();
    await there.getByText('This game came by a link. It is here to be read').waitFor();
    expect(await seriousIn(there)).toEqual([]);
    const second = await openApp(other, hashOf(toRound));
    await second.getByRole('heading', { name: /^Report: / }).waitFor();
    // A game that is over has nothing to draft or lock, whichever round is read.
    expect(await second.getByRole('tab').allInnerTexts()).toEqual(['Map', 'Report']);
    await second.getByRole('button', { name: 'To the debrief' }).click();
    await second.getByRole('heading', { level: 1, name: 'Debrief' }).waitFor();
    // Nothing was kept until it was asked for.
    await second.getByRole('button', { name: 'Keep it among my games' }).click();
    await second.getByText('is now kept among yours').waitFor();
    await second.waitForTimeout(900);
    await second.goBack();
    await second.getByRole('button', { name: /^Look again/ }).waitFor();
    expect(await second.getByRole('button', { name: /^Look again/ }).count()).toBe(1);
    expect(new URL(second.url()).hash).toBe('');
    expectNoErrors(second);
    await other.close();
    await context.close();
  },
);

test('a link that cannot be opened gets one sentence, and the game in progress stays on the screen', async () => {
  const context = await openWindow(browser);
  const page = await openApp(context);
  await begin(page, 'Ankara');
  await playRound(page);
  for (const [hash, sentence] of [
    ['#game=AAAA', /This link is damaged/],
    [`#game=${'A'.repeat(50_000)}`, /too long to be one/],
    ['#game=q1bKzcxRsjKq5QIA', /This link is damaged|no game of Red Lines/],
  ] as const) {
    await page.evaluate((to) => (location.hash = to), hash);
    const dialog = page.getByRole('dialog', { name: 'Please note' });
    await dialog.waitFor();
    expect(await dialog.innerText()).toMatch(sentence);
    await dialog.getByRole('button', { name: 'Close' }).click();
    await page.getByText(seen('round 2 of 3')).waitFor();
  }
  expectNoErrors(page);
  await context.close();
});

test(
  'a reveal that a reload broke off is offered again, and what is listed is up to date',
  { timeout: 120_000 },
  async () => {
    const context = await openWindow(browser);
    await context.addInitScript(() => {
      localStorage.setItem('red-lines.settings', JSON.stringify({ pace: 'slow', tour: 'seen' }));
    });
    const page = await openApp(context);
    await begin(page, 'Moscow');
    await page.getByRole('tab', { name: 'Orders' }).click();
    await page.getByRole('button', { name: 'Lock orders' }).click();
    const sure = page.getByRole('button', { name: 'Lock all the same' });
    const skip = page.getByRole('button', { name: 'Show all lines' });
    await sure.or(skip).first().waitFor();
    if (await sure.isVisible()) await sure.click();
    await skip.waitFor();
    await page.waitForTimeout(300);
    await page.reload();
    await page.getByText(seen('Round 2 of 3')).waitFor();
    await page.getByRole('button', { name: /^Continue/ }).click();
    await skip.click();
    await page.getByRole('button', { name: 'To the report' }).click();
    await page.waitForTimeout(900);
    await page.reload();
    await page.getByRole('button', { name: /^Continue/ }).click();
    await page.getByRole('tab', { name: 'Briefing' }).waitFor();
    expect(await skip.count()).toBe(0);
    expectNoErrors(page);
    await context.close();
  },
);

async function linkIn(page: Page): Promise<string> {
  const field = page.getByRole('textbox', { name: 'The link' });
  await field.waitFor();
  return field.inputValue();
}

function hashOf(link: string): string {
  expect(link.startsWith(inject('address'))).toBe(true);
  return link.slice(link.indexOf('#'));
}
