import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import Debrief from '../../src/panels/Debrief.svelte';
import Why from '../../src/panels/Why.svelte';
import { closeWhy, openWhy } from '../../src/panels/why.svelte.ts';
import { layers } from '../../src/engine/layers.ts';
import type { GameRecord } from '../../src/engine/record.ts';
import '../../src/panels/style.css';
import { aGameAt } from './aGame.ts';

afterEach(closeWhy);

test('everything is laid open, people first, nobody has won', async () => {
  const game = await aGameAt({ seat: 'iran', rounds: 3, round: 9, layers: [...layers] });
  const screen = await render(Debrief, { game });
  const headings = [...screen.container.querySelectorAll('h2')].map(({ textContent }) => textContent);
  expect(headings).toEqual([
    'People',
    'How it ended',
    'What became of the aims',
    'Promised and delivered',
    'Quarter by quarter',
    'What the computers really weighed',
    'Limits of the model',
  ]);
  await expect.element(screen.getByText(/not a prediction.*nobody has won/)).toBeVisible();
  // A card of each capital is shown, and the three judgements.
  expect(screen.getByText('Instruction card').elements()).toHaveLength(4);
  expect(screen.container.querySelectorAll('[aria-labelledby=debrief-ending] li')).toHaveLength(3);
  await screen.getByText('Strengths drawn for this game').click();
  await expect.element(screen.getByText(/Drawn for this game: .* of .* to /).first()).toBeVisible();
  await screen.getByRole('heading', { name: 'June–August 2016' }).click();
  await expect.element(screen.getByText(/answers “/).first()).toBeVisible();
  expect(screen.container.textContent).not.toMatch(/⟨|undefined|NaN/);
});

test('the record can be kept, and one can play again', async () => {
  const kept: GameRecord[] = [];
  let again = 0;
  const game = await aGameAt({ seat: 'usa', rounds: 3, round: 9 });
  const screen = await render(Debrief, {
    game,
    onExport: (record: GameRecord) => kept.push(record),
    onAgain: () => again++,
  });
  await screen.getByRole('button', { name: 'Save the record of this game' }).click();
  expect(kept[0]?.scenario.id).toBe('tehran-2016');
  await screen.getByRole('button', { name: 'Play again' }).click();
  expect(again).toBe(1);
});

test('why tells the strength that was drawn, once it may be known', async () => {
  const game = await aGameAt({ seat: 'russia', rounds: 3, round: 9 });
  const screen = await render(Why, { game });
  openWhy('issue.truce', game.table.everything()?.changes ?? null);
  const dialog = screen.getByRole('dialog');
  await dialog
    .getByText(/^[+−]\d.*stood at/)
    .first()
    .click();
  await expect.element(dialog.getByText(/Drawn for this game/).first()).toBeVisible();
});

test('it fits a phone', async () => {
  await page.viewport(360, 740);
  const game = await aGameAt({ seat: 'turkey', rounds: 3, round: 9 });
  await render(Debrief, { game });
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(360);
  await page.viewport(1280, 800);
});
