import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import Watch from '../../src/panels/Watch.svelte';
import { set, settings } from '../../src/panels/settings.svelte.ts';
import { closeWhy, why } from '../../src/panels/why.svelte.ts';
// oxlint-disable-next-line import/no-unassigned-import -- a style sheet gives nothing to assign
import '../../src/panels/style.css';
import { aGameAt } from './aGame.ts';

afterEach(closeWhy);

beforeEach(() => {
  set({ watch: 'brief' });
  return page.viewport(1280, 800);
});

test('nine things and three clocks are in sight, each with a word', async () => {
  const game = await aGameAt({ seat: 'turkey' });
  const screen = await render(Watch, { game });
  const buttons = screen.getByRole('button').elements();
  expect(buttons).toHaveLength(12);
  for (const button of buttons) expect(heard(button)).toMatch(/: \S/);
  await expect.element(screen.getByRole('button', { name: /Trust: .*Washington/ })).toBeVisible();
  expect(screen.container.textContent).not.toContain('⟨');
});

test('a thing opens why it stands where it stands, by mouse and by key', async () => {
  const game = await aGameAt({ seat: 'iran' });
  const screen = await render(Watch, { game });
  await screen.getByRole('button', { name: /^Home/ }).click();
  expect(why.asked?.subject).toEqual({ path: 'home.iran' });
  closeWhy();
  const clock = screen.getByRole('button', { name: /^Link-up in the north/ }).element() as HTMLElement;
  clock.focus();
  clock.click();
  expect(why.asked?.subject).toEqual({ path: 'clock.kurdishBelt' });
});

test('what moved in the last round says so in words', async () => {
  const game = await aGameAt({ seat: 'russia', round: 4 });
  const screen = await render(Watch, { game });
  const labels = screen.getByRole('button').elements().map(heard);
  expect(labels.some((label) => /(up|down) since last quarter \(before: /.test(label))).toBe(true);
});

test('red lines are counted, and unfold in words until they are left', async () => {
  const game = await aGameAt({ seat: 'iran', round: 2 });
  const screen = await render(Watch, { game });
  const [line] = game.capital.redLines.filter(({ card }) => card === -1);
  const told = screen.getByText(game.words.say(`redline-iran-${line?.id}`));
  await expect.element(told).not.toBeVisible();
  await screen.getByText('Red lines').click();
  await expect.element(told).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await expect.element(told).not.toBeVisible();
});

test.each([
  { shape: 'a phone', width: 360, height: 740, brief: 50, whole: 240 },
  { shape: 'a flat window', width: 740, height: 360, brief: 50, whole: 165 },
])('on $shape one line or two are in sight, and all unfolds under them', async (window) => {
  await page.viewport(window.width, window.height);
  const game = await aGameAt({ seat: 'turkey', round: 2 });
  const screen = await render(Watch, { game });
  const { container } = screen;
  const strip = container.querySelector<HTMLElement>('.strip > summary');
  expect(strip?.innerText.replaceAll(/\s+/g, ' ')).toMatch(
    /Sep–Nov 2016 2 of 8 Waits for you: .* Aleppo ?, \d of 4 Red line near: A new mass flight/s,
  );
  expect(screen.getByRole('button').elements()).toHaveLength(0);
  expect(container.clientHeight).toBeLessThan(window.brief);

  strip?.focus();
  await userEvent.keyboard('{Enter}');
  await screen.getByRole('button', { name: /^Aleppo/ }).click();
  expect(why.asked?.subject).toEqual({ path: 'clock.aleppo' });
  expect(settings.watch).toBe('whole');
  expect(container.clientHeight).toBeLessThan(window.whole);
  expect(container.scrollWidth).toBeLessThanOrEqual(window.width);
  for (const button of screen.getByRole('button').elements()) {
    expect(button.getBoundingClientRect().right).toBeLessThanOrEqual(window.width);
    expect(button.scrollWidth).toBeLessThanOrEqual(button.clientWidth + 1);
  }
});

test('names of clocks stay whole where a language is long and the window flat', async () => {
  await page.viewport(640, 360);
  set({ watch: 'whole' });
  const game = await aGameAt({ round: 2, lang: 'xx' });
  const { container } = await render(Watch, { game });
  for (const name of container.querySelectorAll('.clocks .name'))
    expect(name.scrollWidth).toBeLessThanOrEqual(name.clientWidth + 1);
});

/** What a button is called where it is heard and not seen. */
function heard(button: Element): string {
  return button.querySelector('.unseen')?.textContent ?? '';
}
