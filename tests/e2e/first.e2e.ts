/** A first game in the built app: offered a guide, shown around by doing on a phone and on a wide screen, and not asked again. */
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { begin, expectNoErrors, launch, openApp, openWindow, overflow, seriousIn } from './app.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

for (const size of ['wide', 'phone'] as const) {
  test(`the first round is learnt by doing it: ${size}`, async () => {
    const context = await openWindow(browser, { size, newcomer: true, webgl: size === 'wide' });
    const page = await openApp(context);
    await begin(page, 'Ankara');
    const card = page.getByRole('complementary', { name: 'The first round' });
    await card.getByRole('button', { name: 'Show me around' }).click();
    const goThere = () => card.getByRole('button', { name: 'Show me', exact: true }).click();

    await card.getByText(/^This you watch/).waitFor();
    await expectInSight(page, '[data-coach=watch]');
    expect(await seriousIn(page)).toEqual([]);
    await card.getByRole('button', { name: 'Next' }).click();

    await goThere();
    await expectInSight(page, '[data-coach=decision]');
    await page.locator('[data-coach=decision]').getByRole('radio').nth(1).check();
    await card.getByText(/^These moves/).waitFor();
    await goThere();
    await expectInSight(page, '[data-coach=hand]');
    await page
      .locator('[data-coach=hand]')
      .getByRole('button', { name: /^Order:? / })
      .first()
      .click();
    await card.getByText(/^The others bargain/).waitFor();
    await goThere();
    await expectInSight(page, '[data-coach=offers]');
    await card.getByRole('button', { name: 'Next' }).click();
    await goThere();
    await expectInSight(page, '[data-coach=lock]');
    await page.locator('[data-coach=lock]').click();
    const sure = page.getByRole('button', { name: 'Lock all the same' });
    const told = page.getByRole('button', { name: 'To the report' });
    await sure.or(told).first().waitFor();
    if (await sure.isVisible()) await sure.click();

    await card.getByText(/^The quarter is told/).waitFor();
    await expectInSight(page, '[data-coach=reveal]');
    await told.click();
    await card.getByText(/^Open one/).waitFor();
    await goThere();
    await page.locator('[data-coach=why]').getByRole('button', { name: /^Why/ }).first().click();
    await page.keyboard.press('Escape');
    await card.getByText(/^That was a round/).waitFor();
    expect(await overflow(page)).toBe(0);
    await card.getByRole('button', { name: 'Done' }).click();
    expect(await card.count()).toBe(0);

    await page.locator('.menu summary').click();
    await page.getByRole('button', { name: 'Show me around' }).click();
    await card.getByText(/^This you watch/).waitFor();
    await card.getByRole('button', { name: 'Stop' }).click();
    await page.locator('.menu summary').click();
    await page.getByRole('button', { name: 'Leave: the game is kept' }).click();
    await begin(page, 'Moscow');
    expect(await card.count()).toBe(0);
    expectNoErrors(page);
    await context.close();
  });
}

/** Expect that something is pointed at, and that the card hides none of its beginning. */
async function expectInSight(page: Page, target: string): Promise<void> {
  await page.locator(`${target}[data-pointed]`).waitFor();
  const shown = await page.locator(target).first().boundingBox();
  const card = await page.locator('aside.coach').boundingBox();
  if (!shown || !card) throw new Error(`${target} or the card is not there`);
  const { width = 0, height = 0 } = page.viewportSize() ?? {};
  expect(shown.y).toBeGreaterThanOrEqual(0);
  expect(shown.y).toBeLessThan(height);
  expect(shown.x).toBeLessThan(width);
  const above = shown.y + Math.min(shown.height, 44) <= card.y + 1;
  const beside = shown.x >= card.x + card.width || shown.x + shown.width <= card.x;
  expect(above || beside, `${target} lies under the card`).toBe(true);
}
