/** Several people at one device, in the built app: nothing of one capital is left for the next, rounds are told to all, games are kept; paper slips are typed in. */
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectNoErrors, expectWell, launch, openApp, openWindow, overflow, seen } from './app.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** Everything that a page holds for eyes, for readers aloud and for whoever looks behind it. */
function everything(page: Page): Promise<string> {
  return page.evaluate(() =>
    [
      document.documentElement.outerHTML.replaceAll(/[\u2066-\u2069]/g, ''),
      document.title,
      location.href,
      JSON.stringify(history.state),
      JSON.stringify(sessionStorage),
    ].join('\n'),
  );
}

async function lock(page: Page): Promise<void> {
  await page.getByRole('tab', { name: 'Orders' }).click();
  await page.getByRole('button', { name: 'Lock orders' }).click();
  const sure = page.getByRole('button', { name: 'Lock all the same' });
  const covered = page.locator('#round-table, #work .reveal').or(page.getByText('All orders are in'));
  await sure.or(covered).first().waitFor();
  if (await sure.isVisible()) await sure.click();
}

test('a device that is handed round keeps nothing of the capital before', async () => {
  const context = await openWindow(browser, { size: 'phone', webgl: false });
  const page = await openApp(context);
  await page.getByRole('link', { name: 'Lead a class or share a device' }).click();
  await page.locator('a[href="#device"]').click();
  await page.getByText('Who plays?').waitFor();
  await page.getByRole('checkbox', { name: /^Moscow/ }).uncheck();
  await page.getByRole('checkbox', { name: /^Washington/ }).uncheck();
  await expectWell(page);
  await page.getByRole('button', { name: 'Begin', exact: true }).click();

  await page.getByRole('heading', { name: seen('Hand the device to Tehran') }).waitFor();
  await expectWell(page);
  const brief = 'Whom will you consult first';
  expect(await everything(page)).not.toContain(brief);
  await page.getByRole('button', { name: seen('We are Tehran') }).click();
  await page.getByRole('tab', { name: 'Briefing' }).waitFor();
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
  expect(await everything(page)).toContain(brief);
  await page.getByRole('tab', { name: 'Orders' }).click();
  const orders = page.getByRole('tabpanel', { name: 'Orders' });
  await orders.getByRole('radio').nth(1).check();
  await orders
    .getByRole('button', { name: /^Order:? / })
    .first()
    .click();
  const told = await page.locator('[aria-labelledby="draft-title"] li').first().textContent();
  const secret = (told ?? '').replaceAll(/[\u2066-\u2069]/g, '').trim();
  expect(secret).not.toBe('');
  // What is watched is folded up on a phone.
  await page.locator('.watch .strip > summary').click();
  await page.locator('.watch button:visible').first().click();
  await page.locator('dialog[open]').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Cover and hand over' }).click();

  await page.getByRole('heading', { name: seen('Hand the device to Ankara') }).waitFor();
  const isCovered = async (): Promise<void> => {
    const all = await everything(page);
    for (const left of [brief, secret, 'role="tabpanel"', 'Your orders']) expect(all).not.toContain(left);
  };
  await isCovered();
  for (const key of ['o', 'b', 't', 'r', 'Escape', 'Control+z']) await page.keyboard.press(key);
  await isCovered();
  await page.goBack();
  await page.waitForTimeout(200);
  await isCovered();
  await page.goForward();
  await page.waitForTimeout(200);
  await isCovered();

  // What was left goes on where it was, covered, and with what was drafted.
  await page.reload();
  await page.getByRole('button', { name: 'Go on with it' }).click();
  await page.locator('#round-table').waitFor();
  await isCovered();
  const first = page.getByRole('button', { name: seen('Tehran first') });
  if (await first.isVisible()) await first.click();
  await page.getByRole('button', { name: seen('We are Tehran') }).click();
  await page.getByRole('tab', { name: 'Orders' }).click();
  await page.getByText(seen(secret)).first().waitFor({ state: 'attached' });
  // Whoever looks away to something else finds the device covered.
  await page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
    Object.defineProperty(document, 'visibilityState', { value: 'visible', configurable: true });
  });
  await page.locator('#round-table').waitFor();
  await isCovered();

  for (const capital of ['Ankara', 'Tehran']) {
    const pick = page.getByRole('button', { name: seen(`${capital} first`) });
    if (await pick.isVisible()) await pick.click();
    await page.getByRole('button', { name: seen(`We are ${capital}`) }).click();
    await page.getByRole('tab', { name: 'Briefing' }).waitFor();
    if (capital === 'Ankara') {
      const all = await everything(page);
      expect(all).not.toContain(secret);
      expect(all).not.toContain(brief);
    }
    await lock(page);
  }
  await page.getByRole('button', { name: 'Tell the quarter' }).click();
  await page.getByRole('button', { name: 'To the report' }).click();
  await expectWell(page);
  await page.getByRole('button', { name: seen('On to September') }).click();
  await page.getByText(seen('round 2 of 3')).waitFor();
  await page.getByRole('button', { name: 'Go to the debrief now' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Go to the debrief now' }).click();
  await page.getByRole('button', { name: 'Tell the quarter' }).click();
  await page.getByRole('button', { name: 'To the debrief' }).click();
  await page.getByRole('button', { name: 'To the debrief' }).click();
  await page.getByRole('heading', { level: 1, name: 'Debrief' }).waitFor();
  await page.getByRole('heading', { name: 'Step out of your role' }).waitFor();
  expect(await page.locator('main').innerText()).not.toContain('⟨');
  expectNoErrors(page);
  await context.close();
});

test('slips are typed in, checked before the lock, and told to all', async () => {
  const context = await openWindow(browser, { webgl: false });
  const page = await openApp(context, '?seed=e2e&dev#slips');
  await page.getByText('Who plays?').waitFor();
  await page.getByRole('button', { name: 'Begin', exact: true }).click();
  await page.getByRole('button', { name: 'Print sheets, slips and offer forms' }).click();
  await page.getByRole('heading', { name: seen('Tehran: sheet of codes') }).waitFor();
  expect(await page.locator('.slip').count()).toBeGreaterThan(12);
  await page.getByRole('button', { name: 'Back to the quarter' }).click();
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
  await page.getByRole('button', { name: 'Type in the slips' }).click();
  await expectWell(page);

  const slip = (seat: string) => page.locator(`#slip-${seat}`);
  await slip('iran').fill('B 99');
  await page.getByText(seen('has the number 99')).waitFor();
  await slip('iran').fill('b');
  await slip('russia').fill('?!');
  await page.getByText('could not be read').waitFor();
  await slip('russia').fill('');
  await slip('turkey').fill('A');
  await page.locator('[aria-labelledby="slip-of-usa"]').getByRole('checkbox').check();
  await page.getByRole('checkbox', { name: 'Tehran', exact: true }).check();
  await page.getByRole('checkbox', { name: 'Ankara', exact: true }).check();
  await page.getByLabel('Promises').nth(0).fill('-2');
  await page.getByLabel('Promises').nth(1).fill('b1');
  await page.getByRole('button', { name: 'Enter it as signed' }).click();
  await page.getByText('In force.').first().waitFor();
  await page.getByRole('button', { name: 'Lock all and play the quarter' }).first().click();
  await page.getByText('A slip is empty').waitFor();
  await page.getByRole('dialog').getByRole('button', { name: 'Lock all and play the quarter' }).click();
  await page.getByRole('button', { name: 'Tell the quarter' }).click();
  await page.getByRole('button', { name: 'To the report' }).click();
  await page.getByRole('button', { name: seen('On to September') }).click();

  await page.getByRole('button', { name: 'Type in the slips' }).click();
  await page.getByRole('button', { name: 'Take the last quarter back' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Take the last quarter back' }).click();
  await page.getByRole('heading', { name: seen('Slips for June') }).waitFor();
  expectNoErrors(page);
  await context.close();
});

test('the kit is whole and fits on a phone', async () => {
  const context = await openWindow(browser, { size: 'phone', webgl: false });
  const page = await openApp(context, '?dev#kit');
  await page.getByRole('heading', { name: 'Quick start' }).waitFor();
  await expectWell(page);
  await page.getByRole('checkbox', { name: 'All sheets on one page' }).check();
  await page.getByRole('heading', { name: 'When something goes wrong' }).waitFor();
  expect(await page.locator('main').innerText()).not.toContain('⟨');
  expect(await overflow(page)).toBe(0);
  expectNoErrors(page);
  await context.close();
});
