import axe from 'axe-core';
import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { Assumption } from '../../src/engine/scenario/assumptions.ts';
import ModelHost from '../../src/panels/model/ModelHost.svelte';
import ModelPage from '../../src/panels/model/ModelPage.svelte';
import { closeModel, openModel } from '../../src/panels/model/open.svelte.ts';
import { subjectOf, subjectOfScenario } from '../../src/panels/model/subject.ts';
import '../../src/panels/style.css';
import { aGameAt } from './aGame.ts';

afterEach(closeModel);

test('the web is drawn and searched; a box opens what pushes it, with sources; its path in this game is lit', async () => {
  const game = await aGameAt({ seat: 'iran', round: 3 });
  const screen = await render(ModelPage, { subject: subjectOf(game), onClose: () => {} });
  await expect.poll(() => screen.container.querySelectorAll('.svelte-flow__node').length).toBeGreaterThan(80);
  await screen.getByRole('searchbox').fill('displaced inside');
  await screen.getByRole('button', { name: 'Displaced inside Syria', exact: true }).click();
  const card = screen.container.querySelector('.card');
  await expect.poll(() => document.activeElement).toBe(card);
  expect(card?.textContent).toMatch(/Now.*million people/);
  expect(card?.textContent).toMatch(/Left alone.*goes back towards/);
  const pushes = [...(card?.querySelectorAll('summary') ?? [])];
  const violence = pushes.find(({ textContent }) => /^\s*↑\s+Violence: Aleppo\s*$/.test(textContent));
  expect(pushes.map(({ textContent }) => textContent.trim())).toContain(violence?.textContent.trim());
  violence?.click();
  await expect.poll(() => violence?.parentElement?.textContent).toMatch(/\d sources/);
  const before = screen.container.querySelectorAll('.thing.dim').length;
  await screen.getByRole('button', { name: 'Light the path' }).first().click();
  await expect.poll(() => screen.container.querySelectorAll('.thing.dim').length).not.toBe(before);
});

test('the web is walked through by keyboard, and stands as tables too', async () => {
  const game = await aGameAt({ seat: 'iran' });
  const { tables, sources, words } = game;
  const screen = await render(ModelPage, {
    subject: subjectOfScenario(tables, sources, words),
    onClose: () => {},
  });
  await expect.poll(() => screen.container.querySelectorAll('.svelte-flow__node').length).toBeGreaterThan(80);
  screen.container.querySelector<HTMLElement>('.svelte-flow__node')?.focus();
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => screen.container.querySelectorAll('.card').length).toBe(1);
  await screen.getByRole('heading', { name: 'The same as tables' }).click();
  await expect.element(screen.getByRole('columnheader', { name: 'Why' })).toBeVisible();
  expect(screen.container.querySelectorAll('.rules > li')).toHaveLength(tables.links.length);
  expect(screen.container.textContent).not.toMatch(/⟨|undefined|NaN/);
});

test('a statechart is drawn with where it stands, each capital’s and each client’s, and stands as a table', async () => {
  const game = await aGameAt({ seat: 'turkey', round: 2 });
  const screen = await render(ModelPage, { subject: subjectOf(game), onClose: () => {} });
  await screen.getByRole('button', { name: 'Statecharts' }).click();
  await expect.poll(() => screen.container.querySelectorAll('.thing.now').length).toBe(5);
  await screen.getByRole('combobox').selectOptions('Damascus');
  await expect.poll(() => screen.container.querySelectorAll('.thing.now').length).toBe(1);
  await screen.getByRole('heading', { name: 'Conduct' }).click();
  await expect.element(screen.getByRole('columnheader', { name: 'Only if' }).first()).toBeVisible();
  await screen.getByRole('button', { name: 'Values' }).click();
  await expect.element(screen.getByRole('heading', { name: 'Where everything starts' })).toBeVisible();
  expect(screen.container.textContent).not.toMatch(/⟨|undefined|NaN/);
});

test('an assumption is changed by keyboard, named, undone, and played', async () => {
  const game = await aGameAt({ seat: 'iran' });
  const played: (readonly Assumption[])[] = [];
  const screen = await render(ModelPage, {
    subject: subjectOf(game),
    onClose: () => {},
    onPlay: (assumptions: readonly Assumption[]) => played.push(assumptions),
  });
  await screen.getByRole('button', { name: 'My assumptions' }).click();
  const begin = screen.getByRole('button', { name: 'Begin a game on these assumptions' });
  await expect.element(begin).toBeDisabled();
  const slider = screen.getByRole('slider').first();
  (slider.element() as HTMLElement).focus();
  await userEvent.keyboard('{End}');
  await expect.element(screen.getByText(/From 5 points to 6.25 points/)).toBeVisible();
  await screen.getByRole('button', { name: /^Undo/ }).click();
  await expect.element(begin).toBeDisabled();
  (slider.element() as HTMLElement).focus();
  await userEvent.keyboard('{Home}');
  await begin.click();
  expect(played).toEqual([[{ what: 'link.truceUp', is: 375 }]]);
});

test('over a game it opens and closes with the focus where it was; nothing serious is found wrong with it', async () => {
  const game = await aGameAt({ seat: 'usa', round: 2 });
  const screen = await render(ModelHost, { game });
  openModel();
  const dialog = screen.getByRole('dialog', { name: 'The model, open' });
  await expect.element(dialog.getByRole('heading', { level: 1 })).toHaveFocus();
  for (const view of ['What pushes what', 'Statecharts', 'My assumptions']) {
    await dialog.getByRole('button', { name: view, exact: true }).click();
    const { violations } = await axe.run(dialog.element(), { resultTypes: ['violations'] });
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    expect({ view, serious: serious.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`) }).toEqual({
      view,
      serious: [],
    });
  }
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => document.querySelectorAll('dialog[open]').length).toBe(0);
});

test('it fits a phone', async () => {
  await page.viewport(360, 740);
  const game = await aGameAt({ seat: 'turkey' });
  const screen = await render(ModelPage, { subject: subjectOf(game), onClose: () => {} });
  for (const view of ['Statecharts', 'Values', 'My assumptions', 'What pushes what']) {
    await screen.getByRole('button', { name: view, exact: true }).click();
    expect({ view, wide: document.documentElement.scrollWidth }).toEqual({ view, wide: 360 });
  }
  await page.viewport(1280, 800);
});
