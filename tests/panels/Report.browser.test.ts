import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import Report from '../../src/panels/Report.svelte';
import { closeWhy, why } from '../../src/panels/why.svelte.ts';
import '../../src/panels/style.css';
import { aGameAt } from './aGame.ts';

afterEach(closeWhy);

test('a round stands on one page, people before everything else', async () => {
  const game = await aGameAt({ seat: 'iran', round: 4 });
  const screen = await render(Report, { game });
  // Its parts come one after the other, what is read first first.
  await expect.element(screen.getByRole('heading', { name: 'What moved most' })).toBeVisible();
  const headings = [...screen.container.querySelectorAll('h3')].map(({ textContent }) => textContent);
  expect(headings[0]).toBe('People');
  expect(headings[1]).toBe('In short');
  expect(headings).toContain('Who did what');
  expect(headings).toContain('Promised and delivered');
  for (const name of ['Tehran', 'Moscow', 'Ankara', 'Washington'])
    await expect.element(screen.getByRole('region', { name, exact: true })).toBeVisible();
  await expect.element(screen.getByText(/million people/).first()).toBeVisible();
  expect(screen.container.textContent).not.toMatch(/⟨|undefined|NaN/);
});

test('an earlier quarter can be chosen', async () => {
  const game = await aGameAt({ seat: 'russia', round: 3 });
  const screen = await render(Report, { game });
  await userEvent.selectOptions(screen.getByRole('combobox'), 'June–August 2016');
  await expect.element(screen.getByRole('heading', { name: 'Report: June–August 2016' })).toBeVisible();
});

test('a level is asked why of the round that is shown', async () => {
  const game = await aGameAt({ seat: 'iran', round: 3 });
  const screen = await render(Report, { game });
  await screen
    .getByRole('button', { name: /^Why\?.*Displaced/ })
    .first()
    .click();
  expect(why.asked?.subject).toEqual({ path: 'level.displaced', round: 2 });
});

test('everything finer opens below and fits a phone', async () => {
  await page.viewport(360, 740);
  const game = await aGameAt({ seat: 'usa', round: 2 });
  const screen = await render(Report, { game });
  await screen.getByText('Everything finer').click();
  await expect.element(screen.getByText('The president’s future').first()).toBeVisible();
  await expect.element(screen.getByText('Alarm: Israel').first()).toBeVisible();
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(360);
  await page.viewport(1280, 800);
});

test('before the first round there is nothing to report', async () => {
  const screen = await render(Report, { game: await aGameAt({}) });
  await expect.element(screen.getByText('No quarter has been played yet.')).toBeVisible();
});
