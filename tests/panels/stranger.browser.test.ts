/** Somebody who has read no manual, after a game: where it turned, why, what if not, and on which source a step rests. Clicks are counted. */
import axe from 'axe-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { Locator } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import Debrief from '../../src/panels/debrief/Debrief.svelte';
import type { Game } from '../../src/panels/game.svelte.ts';
import type { OpenedGame } from '../../src/panels/playing.ts';
import { Tree } from '../../src/panels/tree.svelte.ts';
import { closeWhatIf } from '../../src/panels/whatif.svelte.ts';
import WhatIfHost from '../../src/panels/whatif/WhatIfHost.svelte';
import Why from '../../src/panels/Why.svelte';
import { closeWhy } from '../../src/panels/why.svelte.ts';
import '../../src/panels/style.css';
import { aGameAt } from './aGame.ts';

const fetchFile = async (file: string): Promise<string> => (await fetch(`/${file}`)).text();
let clicks = 0;
const click = async (what: Locator): Promise<void> => {
  clicks++;
  await what.click();
};

beforeEach(async () => {
  clicks = 0;
  // What is found here for weak eyes is found in the strictest theme.
  document.documentElement.dataset['theme'] = 'contrast';
  await page.viewport(1280, 800);
});
afterEach(() => {
  closeWhy();
  closeWhatIf();
  delete document.documentElement.dataset['theme'];
});

/** List what axe finds wrong in a dialog. */
async function wrongIn(dialog: Locator): Promise<string[]> {
  const { violations } = await axe.run(dialog.element(), { resultTypes: ['violations'] });
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

/** The debrief of a game with the dialogs that stand beside it on its screen. */
async function afterGame(): Promise<{ game: Game; tree: Tree }> {
  const game = await aGameAt({ seat: 'iran', rounds: 3, round: 9 });
  const tree = new Tree(game.table.record());
  const opened = { game, tree, saving: { keeps: true } } as OpenedGame;
  await render(WhatIfHost, { shell: { words: game.words as never, openBranch: async () => {} }, opened });
  await render(Why, { game });
  await render(Debrief, { game, fetchFile });
  return { game, tree };
}

test('five clicks from the debrief: the turning point, why it was one, and what if not', async () => {
  const { tree } = await afterGame();
  const began = performance.now();
  await click(page.getByRole('button', { name: /^Next: What happened/ }));
  const turns = page.getByRole('region', { name: 'Turning points' });
  await expect
    .element(turns.getByText(/^With it .* than without it\.$/).first(), { timeout: 10_000 })
    .toBeVisible();
  // What: the first of the list. Why: what it made, with both ends of it.
  await click(turns.getByRole('button', { name: /^Why\?/ }).first());
  const why = page.getByRole('dialog', { name: 'Why?' });
  await expect.element(why.getByRole('heading', { name: 'What came of it' })).toBeVisible();
  await expect.element(why.getByText(/^Ended at .*; without it, .*\.$/).first()).toBeVisible();
  expect(clicks).toBe(2);
  expect(await wrongIn(why)).toEqual([]);
  // What if not: it is left out already, and only has to be played.
  await click(why.getByRole('button', { name: 'What if?' }));
  const whatIf = page.getByRole('dialog', { name: 'What if?' });
  await expect.element(whatIf.getByText(/is left out here/)).toBeVisible();
  await click(whatIf.getByRole('button', { name: /let computers play the rest/ }));
  await expect
    .element(whatIf.getByRole('heading', { name: 'Where they part' }), { timeout: 10_000 })
    .toBeVisible();
  expect(tree.forks).toHaveLength(1);
  expect(await wrongIn(whatIf)).toEqual([]);
  expect(clicks).toBeLessThanOrEqual(5);
  // Two minutes are for reading: what the computer takes of them is nothing.
  expect(performance.now() - began).toBeLessThan(20_000);
});

test('three clicks from a number to a page on which a step behind it rests', async () => {
  await afterGame();
  await page.getByRole('button', { name: /^What it cost people/ }).click();
  await click(page.getByRole('button', { name: /^Why\?.*Violence: Aleppo/ }));
  const why = page.getByRole('dialog', { name: 'Why?' });
  await expect.element(why.getByRole('heading', { name: 'What led to it' })).toBeVisible();
  const steps = why.element().querySelectorAll<HTMLElement>(':scope > ul > li > details');
  let sourced = 0;
  for (const step of steps) {
    clicks = 1;
    await click(page.elementLocator(step.querySelector('summary') as HTMLElement));
    const sources = step.querySelector<HTMLDetailsElement>(':scope > .rule > .sources');
    if (sources) {
      sourced++;
      await click(page.elementLocator(sources.querySelector('summary') as HTMLElement));
      const link = sources.querySelector('a');
      await expect.element(page.elementLocator(link as HTMLElement)).toBeVisible();
      expect(link?.href).toMatch(/^https?:/);
      expect(clicks).toBeLessThanOrEqual(3);
    } else {
      // Without a source it says so, or leads on to an earlier quarter.
      expect(step.textContent).toMatch(/A rule of the game itself|drifts|20\d\d/);
    }
  }
  expect(sourced).toBeGreaterThan(0);
});
