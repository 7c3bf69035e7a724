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
    'Turning points',
    'Three questions to think about',
    'What the computers really weighed',
    'Limits of the model',
  ]);
  await expect.element(screen.getByText(/not a prediction.*nobody has won/)).toBeVisible();
  // A card of each capital is shown, and the three judgements.
  expect(screen.getByText('Instruction card').elements()).toHaveLength(4);
  expect(screen.container.querySelectorAll('[aria-labelledby=debrief-ending] li')).toHaveLength(3);
  await screen.getByText('Strengths drawn for this game').click();
  await expect.element(screen.getByText(/Drawn for this game: .* of .* to /).first()).toBeVisible();
  await screen
    .getByText(/^Line by line/)
    .first()
    .click();
  await expect.element(screen.getByText(/answers “/).first()).toBeVisible();
  expect(screen.container.textContent).not.toMatch(/⟨|undefined|NaN/);
});

test('each quarter is retold in short, with what really happened beside it and its sources', async () => {
  const game = await aGameAt({ seat: 'russia', rounds: 3, round: 9 });
  const screen = await render(Debrief, { game });
  // Three that were played and two that ran on.
  expect(screen.getByText('In this game', { exact: true }).elements()).toHaveLength(5);
  expect(screen.getByText('In the record', { exact: true }).elements()).toHaveLength(5);
  await expect.element(screen.getByText(/The Kremlin makes a letter known/)).toBeVisible();
  await expect.element(screen.getByText('June 27, 2016')).toBeVisible();
  const sources = screen.container.querySelector<HTMLElement>('.record .sources summary');
  sources?.click();
  await expect.element(screen.getByText(/over the Su-24/).first()).toBeVisible();
});

test('turning points open why, and three questions are asked', async () => {
  const game = await aGameAt({ seat: 'turkey', rounds: 3, round: 9 });
  const screen = await render(Debrief, { game });
  await render(Why, { game });
  const turns = screen.container.querySelector('[aria-labelledby=debrief-turns]');
  expect(turns?.querySelectorAll('li')).toHaveLength(3);
  expect(turns?.textContent).toMatch(/It moved .* in all\)/);
  expect(screen.container.querySelectorAll('[aria-labelledby=debrief-questions] li')).toHaveLength(3);
  turns?.querySelector('button')?.click();
  await expect.element(screen.getByRole('dialog')).toBeVisible();
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
