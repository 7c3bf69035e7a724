/** Words and names: what the button opens, as a reader sees it. */
import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import Glossary from '../../src/panels/Glossary.svelte';
import { aGameAt } from './aGame.ts';

test('terms and contested words are listed with their sources, and Escape closes the list', async () => {
  const game = await aGameAt();
  const scenario = { texts: { id: 'tehran-2016' }, sources: game.sources };
  const screen = await render(Glossary, { words: game.words, scenario });
  await screen.getByRole('button', { name: 'Words and names' }).click();
  await expect.element(screen.getByRole('heading', { name: 'Guarantor' })).toBeVisible();
  await expect.element(screen.getByRole('heading', { name: 'Operation or invasion' })).toBeVisible();
  expect(document.querySelectorAll('dialog section .sources cite').length).toBeGreaterThan(60);
  expect(document.body.textContent).not.toMatch(/\[(glossary|contested)-/);
  await screen.getByRole('button', { name: 'Close' }).click();
  expect(document.querySelector('dialog')?.open).toBe(false);
});

test('a list that cannot be had is said in a sentence', async () => {
  const game = await aGameAt();
  const screen = await render(Glossary, {
    words: game.words,
    scenario: { texts: { id: 'nowhere' }, sources: {} },
  });
  await screen.getByRole('button', { name: 'Words and names' }).click();
  await expect.element(screen.getByRole('alert')).toBeVisible();
  expect(screen.getByRole('alert').element().textContent).toContain('could not be loaded');
});
