import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { OpenedGame } from '../../src/panels/playing.ts';
import Report from '../../src/panels/Report.svelte';
import { Tree } from '../../src/panels/tree.svelte.ts';
import { closeWhatIf, openWhatIf } from '../../src/panels/whatif.svelte.ts';
import WhatIfHost from '../../src/panels/whatif/WhatIfHost.svelte';
import '../../src/panels/style.css';
import { aGameAt } from './aGame.ts';

afterEach(closeWhatIf);

async function anOpenedGame(wanted: Parameters<typeof aGameAt>[0]) {
  const game = await aGameAt(wanted);
  const tree = new Tree(game.table.record());
  const branches: string[] = [];
  const opened = { game, tree, saving: { keeps: true } } as OpenedGame;
  const shell = { words: game.words as never, openBranch: async (id: string) => void branches.push(id) };
  return { game, tree, opened, shell, branches };
}

test('a choice of a past quarter is made otherwise, computers play the rest, and the two stand side by side', async () => {
  const { opened, shell, tree } = await anOpenedGame({ seat: 'iran', rounds: 3, round: 9 });
  const screen = await render(WhatIfHost, { shell, opened });
  openWhatIf({ seat: 'iran', round: 1 });
  const dialog = screen.getByRole('dialog', { name: 'What if?' });
  await expect.element(dialog.getByText(/orders nothing/)).toBeVisible();
  const replay = dialog.getByRole('button', { name: /let computers play the rest/ });
  await expect.element(replay).toBeDisabled();
  await dialog.getByRole('combobox', { name: 'Move 1' }).selectOptions(anOption(dialog.element(), 'Move 1'));
  await expect.element(replay).toBeEnabled();
  await replay.click();
  await expect.element(dialog.getByRole('heading', { name: 'Where they part' })).toBeVisible();
  await expect.element(dialog.getByRole('button', { name: 'Side by side' })).toHaveFocus();
  expect(tree.forks).toHaveLength(1);
  expect(tree.forks[0]).toMatchObject({ of: '', changed: 1 });
  await expect.element(dialog.getByRole('heading', { name: /^Levels at the end of/ })).toBeVisible();
  await dialog
    .getByRole('button', { name: /^Why\?/ })
    .first()
    .click();
  await expect.element(dialog.getByText(/in the one, .* in the other/).first()).toBeVisible();
  await dialog.getByRole('button', { name: 'Branches' }).click();
  await expect.element(dialog.getByText('Branch 1', { exact: true }).first()).toBeVisible();
  await expect.element(dialog.getByText('(played on by computers)')).toBeVisible();
  await dialog.getByText('As a drawing').click();
  const drawn = dialog.getByRole('group', { name: 'The branches of this game' });
  await expect.element(drawn.getByText('Branch 1', { exact: true })).toBeVisible();
  expect(dialog.element().textContent).not.toMatch(/⟨|undefined|NaN/);
});

test('after the game the choice of any capital can be changed', async () => {
  const { opened, shell, tree } = await anOpenedGame({ seat: 'turkey', rounds: 3, round: 9 });
  const screen = await render(WhatIfHost, { shell, opened });
  openWhatIf({ seat: 'russia', round: 2 });
  const dialog = screen.getByRole('dialog', { name: 'What if?' });
  await expect.element(dialog.getByRole('combobox', { name: 'Capital' })).toHaveValue('russia');
  const first = dialog.getByRole('combobox', { name: 'Move 1' });
  await first.selectOptions('');
  const second = dialog.getByRole('combobox', { name: 'Move 2' });
  await second.selectOptions('');
  await dialog.getByRole('button', { name: /let computers play the rest/ }).click();
  await expect.element(dialog.getByRole('heading', { name: 'Where they part' })).toBeVisible();
  expect(tree.forks[0]?.decisions[0]).toMatchObject({ seat: 'russia', round: 2, kind: 'lock' });
});

test('while the game goes on only one’s own past can be changed, by keyboard too, and played on from', async () => {
  const { opened, shell, tree, branches } = await anOpenedGame({ seat: 'iran', rounds: 8, round: 3 });
  const screen = await render(WhatIfHost, { shell, opened });
  openWhatIf({ seat: 'iran', round: 2 });
  const dialog = screen.getByRole('dialog', { name: 'What if?' });
  await expect.element(dialog.getByRole('combobox', { name: 'Capital' })).toBeDisabled();
  const quarters = dialog.getByRole('combobox', { name: 'Quarter' }).element().querySelectorAll('option');
  expect(quarters).toHaveLength(2);
  const move = dialog.getByRole('combobox', { name: 'Move 1' });
  move.element().focus();
  await userEvent.keyboard('{ArrowDown}');
  await userEvent.keyboard('{ArrowDown}');
  const play = dialog.getByRole('button', { name: 'Change it and play on' });
  await expect.element(play).toBeEnabled();
  play.element().focus();
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => branches).toEqual(['f1']);
  expect(tree.forks[0]?.seats['iran']).toEqual({ plays: 'person' });
});

test('it is two taps from a report, and fits a phone', async () => {
  await page.viewport(360, 740);
  const { game, opened, shell } = await anOpenedGame({ seat: 'usa', rounds: 3, round: 9 });
  await render(Report, { game });
  await render(WhatIfHost, { shell, opened });
  // In the quarters that ran on nobody ordered anything.
  await page.getByRole('combobox', { name: 'Quarter' }).selectOptions('1');
  await page
    .getByRole('button', { name: /^What if\?/ })
    .first()
    .click();
  await expect.element(page.getByRole('dialog', { name: 'What if?' })).toBeVisible();
  await expect.element(page.getByText(/same dice and strengths/i)).toBeVisible();
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(360);
  await page.viewport(1280, 800);
});

/** Value of the first option of a list that is not empty. */
function anOption(dialog: Element, label: string): string {
  const list = dialog.querySelector<HTMLSelectElement>(`select[aria-label="${label}"]`);
  const option = [...(list?.options ?? [])].find(({ value, text }) => value !== '' && text.includes('(1)'));
  if (!option) throw new Error('nothing can be ordered');
  return option.value;
}
