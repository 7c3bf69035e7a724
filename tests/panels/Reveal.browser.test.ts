import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { MapHandle, MapStep } from '../../src/map/picture.ts';
import { news } from '../../src/panels/announce.svelte.ts';
import Reveal from '../../src/panels/Reveal.svelte';
import { closeWhy, why } from '../../src/panels/why.svelte.ts';
import '../../src/panels/style.css';
import { aGameAt } from './aGame.ts';

afterEach(closeWhy);

/** A map that only remembers what it was asked to play. */
function aMap(): { map: MapHandle; played: MapStep[] } {
  const played: MapStep[] = [];
  const map: MapHandle = {
    show: () => undefined,
    play: async (steps) => void played.push(...steps),
    skip: () => undefined,
    resize: () => undefined,
    frames: () => 0,
    rest: () => undefined,
    work: () => [],
    words: () => [],
    destroy: () => undefined,
  };
  return { map, played };
}

test('orders turn over one by one while the map plays along and each line is spoken', async () => {
  const { map, played } = aMap();
  const game = await aGameAt({ seat: 'russia', round: 2 });
  const screen = await render(Reveal, { game, map, onDone: () => undefined });
  await screen.getByRole('button', { name: 'Pause' }).click();
  const lines = () => screen.getByRole('listitem').elements().length;
  const shown = lines();
  expect(shown).toBeGreaterThan(0);
  await screen.getByRole('button', { name: 'Next line' }).click();
  await expect.poll(lines).toBe(shown + 1);
  expect(played.length).toBeGreaterThan(0);
  const last = screen.getByRole('listitem').elements().at(-1)?.querySelector('.voice')?.textContent ?? '';
  await expect.poll(() => news.text).toContain(last);
});

test('it can be skipped, played again, and left for the report, by keyboard alone', async () => {
  let done = 0;
  const game = await aGameAt({ seat: 'iran', round: 3 });
  const screen = await render(Reveal, { game, map: null, onDone: () => done++ });
  (screen.getByRole('button', { name: 'Show all lines' }).element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  const out = screen.getByRole('button', { name: 'To the report' });
  await expect.poll(() => document.activeElement).toBe(out.element());
  expect(screen.getByRole('heading', { name: 'Consequences' }).elements()).toHaveLength(1);
  expect(screen.container.textContent).not.toMatch(/⟨|undefined|NaN/);
  await userEvent.keyboard('{Enter}');
  expect(done).toBe(1);
  await screen.getByRole('button', { name: 'Play again' }).click();
  await expect.element(screen.getByRole('button', { name: 'Pause' })).toBeVisible();
});

test('every line can be asked why', async () => {
  const game = await aGameAt({ seat: 'turkey', round: 2 });
  const screen = await render(Reveal, { game, map: null, onDone: () => undefined });
  await screen.getByRole('button', { name: 'Show all lines' }).click();
  await screen
    .getByRole('button', { name: /^Why\?.*answers/ })
    .first()
    .click();
  expect(why.asked).not.toBeNull();
});

test('the last round is told with the quarters that ran on, on a narrow screen too', async () => {
  await page.viewport(360, 740);
  const game = await aGameAt({ seat: 'usa', round: 9, rounds: 3 });
  expect(game.phase).toBe('over');
  const screen = await render(Reveal, { game, map: null, onDone: () => undefined });
  await screen.getByRole('button', { name: 'Show all lines' }).click();
  expect(screen.getByRole('heading', { name: /no new orders/ }).elements()).toHaveLength(2);
  await expect.element(screen.getByRole('button', { name: 'To the debrief' })).toBeVisible();
  const ended = screen.getByRole('region', { name: 'How it ended' }).getByRole('listitem');
  await expect.element(ended).toBeInViewport();
  expect(ended.elements()).toHaveLength(1);
  expect(screen.container.scrollWidth).toBeLessThanOrEqual(360);
  await page.viewport(1280, 800);
});
