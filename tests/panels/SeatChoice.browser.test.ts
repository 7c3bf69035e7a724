/** The choice of a capital: what a game comes to is told, and beginning without a choice leads to it. */
import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import SeatChoice from '../../src/panels/SeatChoice.svelte';
import type { Shell } from '../../src/panels/shell.svelte.ts';
import { aGameAt } from './aGame.ts';

async function shown() {
  const { words, tables, sources, timeline } = await aGameAt();
  const begun: unknown[] = [];
  const screen = { name: 'seat' };
  const begin = (...given: unknown[]) => begun.push(given);
  const shell = { words, busy: false, library: [], screen, leave: () => {}, begin };
  const scenario = { texts: { id: 'tehran-2016' }, tables, sources, timeline, digest: '' };
  const props = { shell: shell as unknown as Shell, scenario: scenario as never };
  return { screen: await render(SeatChoice, props), begun };
}

test('who begins without a capital is led to the capitals', async () => {
  const { screen, begun } = await shown();
  const begin = screen.getByRole('button', { name: 'Begin' }).element() as HTMLButtonElement;
  begin.focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(screen.getByRole('alert')).toHaveTextContent('Please choose a capital first.');
  await expect.element(screen.getByRole('radio', { name: /^Tehran/ })).toHaveFocus();
  await userEvent.keyboard(' {Enter}');
  expect(begun).toHaveLength(1);
});

test('each length says how many moves a round it allows', async () => {
  const { screen } = await shown();
  await expect
    .element(screen.getByRole('radio', { name: '3 rounds of up to 2 moves, about 9 minutes' }))
    .toBeVisible();
  await expect
    .element(screen.getByRole('radio', { name: /^8 rounds of up to 3 moves, about / }))
    .toBeVisible();
});
