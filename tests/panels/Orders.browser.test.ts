import axe from 'axe-core';
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import Orders from '../../src/panels/Orders.svelte';
// oxlint-disable-next-line import/no-unassigned-import -- a style sheet gives nothing to assign
import '../../src/panels/style.css';
import { aGameAt } from './aGame.ts';
import { anOffer, scripted } from './scripted.ts';

test('the decision, six moves and all lines are there; silence is told', async () => {
  const game = await aGameAt({ seat: 'iran' });
  const screen = await render(Orders, { game });
  await expect.element(screen.getByRole('heading', { name: 'Fits the moment' })).toBeVisible();
  expect(screen.container.querySelectorAll('section[data-coach=hand] article')).toHaveLength(6);
  expect(screen.container.querySelectorAll('summary .line')).toHaveLength(game.capital.lines.length);
  expect(screen.container.querySelectorAll('input[type=radio][value]')).toHaveLength(
    game.decision?.options.length ?? -1,
  );
  await expect.element(screen.getByText(/^Nothing chosen yet: silence would mean/)).toBeVisible();
  expect(screen.container.textContent).not.toContain('⟨');
});

test('a move is ordered, told as a sentence, taken back, and undone', async () => {
  const game = await aGameAt({ seat: 'iran', moves: 3 });
  const screen = await render(Orders, { game });
  await screen.getByText('On the ground', { exact: true }).first().click();
  const card = screen.getByRole('article', { name: 'Send more forces' }).last();
  await card.getByRole('button', { name: 'Order this' }).click();
  expect(game.draft.moves).toEqual([{ move: 'surge' }]);
  await screen.getByText(/^Your orders: 1 of 3/).click();
  const told = game.words.say('move-iran-surge.order');
  await expect.element(screen.getByRole('button', { name: `Take back: ${told}` })).toBeInTheDocument();
  // Another move of the same line takes its place.
  await screen
    .getByRole('article', { name: 'Extend credit to Damascus' })
    .last()
    .getByRole('button', { name: /^Order this instead/ })
    .click();
  expect(game.draft.moves).toEqual([{ move: 'creditDamascus' }]);
  await screen.getByRole('button', { name: 'Undo' }).click();
  expect(game.draft.moves).toEqual([{ move: 'surge' }]);
  await card.getByRole('button', { name: 'Take back' }).click();
  expect(game.draft.moves).toEqual([]);
});

test('what costs support at home, or wins it, says so beforehand', async () => {
  const game = await aGameAt({ seat: 'iran' });
  const screen = await render(Orders, { game });
  for (const summary of screen.container.querySelectorAll('summary')) summary.click();
  const loosened = screen.getByRole('article', { name: 'Loosen the line on Assad' });
  await expect.element(loosened.last().getByText('At home: support falls by about 6.0.')).toBeVisible();
  const firm = screen.getByRole('article', { name: 'Speak for Damascus abroad' });
  expect(firm.last().element().textContent).not.toContain('At home');
});

test('a press says how likely the client is to comply, and by how much it is pressed can be changed', async () => {
  const game = await aGameAt({ seat: 'iran' });
  const screen = await render(Orders, { game });
  await screen.getByText('The president in Damascus', { exact: true }).first().click();
  const card = screen.getByRole('article', { name: 'Press Damascus to let convoys in' }).last();
  await card.getByRole('radio', { name: /^3 influence: (likely|open|unlikely)/ }).click();
  await card.getByRole('button', { name: 'Order this' }).click();
  expect(game.draft.moves).toEqual([{ move: 'pressConvoys', influence: 3 }]);
  await card.getByRole('radio', { name: /^2 influence/ }).click();
  expect(game.draft.moves).toEqual([{ move: 'pressConvoys', influence: 2 }]);
});

test('what cannot be ordered says what it would need', async () => {
  const game = await aGameAt({ seat: 'iran' });
  const screen = await render(Orders, { game });
  const closed = game.choices.find(({ why }) => why?.guard);
  const name = game.words.say(`move-iran-${closed?.move}`);
  for (const summary of screen.container.querySelectorAll('summary')) summary.click();
  const card = screen.getByRole('article', { name }).last();
  await expect.element(card.getByText(/^Needs /)).toBeVisible();
  expect(card.getByRole('button').elements()).toHaveLength(0);
});

test('the line is drawn with where one stands, and the same stands there as text', async () => {
  const game = await aGameAt({ seat: 'iran' });
  const screen = await render(Orders, { game });
  await screen.getByText('Whom Tehran consults first', { exact: true }).first().click();
  const chart = screen.getByRole('figure', { name: /Whom Tehran consults first/ });
  await expect.element(chart.getByText('You stand here')).toBeVisible();
  await expect.element(chart.getByText('Decide alone: leads to “Nobody first”.')).toBeVisible();
  const ways = chart.element().querySelectorAll('svg g.here');
  expect(ways).toHaveLength(chart.element().querySelectorAll('figcaption > ul > li').length);
});

test('the whole of it goes by keyboard: answer, order, lock, confirm', async () => {
  const game = await aGameAt({ seat: 'turkey', name: 'keys' });
  const screen = await render(Orders, { game });
  const radio = screen.container.querySelector<HTMLInputElement>('input[type=radio][value]:enabled');
  radio?.focus();
  await userEvent.keyboard(' ');
  expect(game.draft.answer).toBe(radio?.value);
  const order = screen.getByRole('button', { name: 'Order this' }).first().element() as HTMLButtonElement;
  order.focus();
  await userEvent.keyboard('{Enter}');
  expect(game.draft.moves).toHaveLength(1);
  const lock = screen.getByRole('button', { name: 'Lock orders' }).element() as HTMLButtonElement;
  lock.focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(screen.getByRole('dialog')).toBeVisible();
  await expect.element(screen.getByRole('button', { name: 'Go on drafting' })).toHaveFocus();
  await userEvent.keyboard('{Tab}{Enter}');
  await expect.poll(() => game.round).toBe(2);
  expect(game.draft.moves).toEqual([]);
});

test('what takes something back hands the focus on', async () => {
  const game = await aGameAt({ seat: 'iran', moves: 3 });
  const screen = await render(Orders, { game });
  await screen.getByRole('radio').nth(1).click();
  await screen.getByRole('button', { name: 'Say nothing' }).click();
  expect(document.activeElement).toBe(screen.getByRole('radio').first().element());
  await screen.getByText(/^Your orders: 0 of 3/).click();
  const order = screen.getByRole('button', { name: 'Order this' }).first();
  await order.click();
  await order.click();
  const back = screen.getByRole('button', { name: /^Take back: / });
  await back.first().click();
  await expect.element(back).toHaveFocus();
  await back.click();
  await expect.element(screen.getByText(/^Your orders: 0 of 3/)).toBeVisible();
  expect(document.activeElement?.tagName).toBe('SUMMARY');
  const undo = screen.getByRole('button', { name: 'Undo' });
  while (game.canUndo) await undo.click();
  await expect.element(undo).toBeDisabled();
  expect(document.activeElement?.tagName).toBe('SUMMARY');
});

test('a warning stands beside the moves that would call it, and is told again before the lock', async () => {
  const warnings: [string, { move: string } | { line: string; stance: string }, string][] = [
    ['turkey', { move: 'surge' }, 'armGroups'],
    ['usa', { line: 'ground', stance: 'surge' }, 'speakOut'],
    ['russia', { line: 'ground', stance: 'drawDown' }, 'speakOut'],
  ];
  const game = await aGameAt({
    seat: 'iran',
    layers: ['warnings'],
    others: (tables) =>
      scripted(
        Object.fromEntries(
          warnings.map(([by, condition, will]) => {
            const own = tables.capitals.find(({ id }) => id === by)?.moves ?? [];
            const act = own.find(({ id, joint }) => id === will || !joint)?.id ?? '';
            return [by, { opens: [{ kind: 'warn', if: { capital: 'iran', ...condition }, will: act }] }];
          }),
        ),
      )(tables),
  });
  const screen = await render(Orders, { game });
  for (const summary of screen.container.querySelectorAll('summary')) summary.click();
  const surge = screen.getByRole('article', { name: 'Send more forces' }).last();
  await expect.element(surge.getByText(/^Ankara warned you against this\. Its answer: \S/)).toBeVisible();
  await expect.element(surge.getByText(/^Washington warned you against this\./)).toBeVisible();
  expect(surge.getByText(/^Moscow warned/).elements()).toHaveLength(0);
  const drawDown = screen.getByRole('article', { name: 'Draw forces down' }).last();
  await expect.element(drawDown.getByText(/^Moscow warned you against this\./)).toBeVisible();

  await surge.getByRole('button', { name: 'Order this' }).click();
  await screen.getByRole('button', { name: 'Lock orders' }).click();
  const asked = screen.getByRole('dialog');
  expect(asked.getByText(/^These orders would call a warning\. If we /).elements()).toHaveLength(2);
  await asked.getByRole('button', { name: 'Go on drafting' }).click();
});

test('moves that were promised stand first until they are made, and joint ones say who promised to join', async () => {
  const offer = anOffer(
    ['turkey'],
    [
      { capital: 'turkey', kind: 'make', move: 'unityStatement' },
      { capital: 'iran', kind: 'make', move: 'unityStatement' },
      { capital: 'turkey', kind: 'stance', line: 'opposition', stance: 'restrain' },
    ],
    { until: 2 },
  );
  const others = scripted({
    iran: { opens: [{ kind: 'offer', offer }], orders: [{ move: 'unityStatement' }] },
    russia: {},
    usa: {},
  });
  const game = await aGameAt({ seat: 'turkey', others });
  const screen = await render(Orders, { game });
  expect(screen.getByRole('heading', { name: 'What you promised' }).elements()).toHaveLength(0);
  for (const summary of screen.container.querySelectorAll('summary')) summary.click();
  const card = screen.getByRole('article', { name: 'State Syria’s unity with Tehran' });
  await expect.element(card.last().getByText('Offered by Tehran: answer in Talks.')).toBeVisible();
  const serial = game.deals[0]?.serial ?? 0;
  expect(await game.decide({ kind: 'answer', offer: serial, answer: 'accept' })).toEqual({ ok: true });

  const promised = screen.getByRole('region', { name: 'What you promised' });
  await expect
    .element(promised.getByRole('article', { name: 'State Syria’s unity with Tehran' }))
    .toBeVisible();
  await expect.element(promised.getByText('Tehran promised to do the same.')).toBeVisible();
  await expect.element(promised.getByRole('article', { name: 'Restrain the groups' })).toBeVisible();
  const fits = screen.getByRole('region', { name: 'Fits the moment' });
  expect(fits.getByRole('article', { name: 'Restrain the groups' }).elements()).toHaveLength(0);
  const order = promised.getByRole('button', { name: 'Order this' });
  await order.first().click();
  await order.click();
  await game.lock();
  await expect.poll(() => promised.elements().length).toBe(0);
});

test('an own warning that has come true is told beside its move and before it is climbed down from', async () => {
  const game = await aGameAt({
    seat: 'turkey',
    layers: ['warnings'],
    others: scripted({ usa: {}, russia: {}, iran: { orders: [{ move: 'surge' }] } }),
  });
  const warned = {
    kind: 'warn',
    if: { capital: 'iran', move: 'surge' },
    will: 'speakForOpposition',
  } as const;
  expect(await game.decide(warned)).toEqual({ ok: true });
  await game.lock();
  const screen = await render(Orders, { game });
  for (const summary of screen.container.querySelectorAll('summary')) summary.click();
  const card = screen.getByRole('article', { name: 'Speak for the opposition' }).last();
  await expect.element(card.getByText(/^You warned that you would do this\./)).toBeVisible();
  await screen.getByRole('button', { name: 'Lock orders' }).click();
  await expect
    .element(screen.getByRole('dialog').getByText(/^Your warning has come true; with these orders you climb/))
    .toBeVisible();
});

test('in the last quarter nothing is said of the next', async () => {
  const game = await aGameAt({ seat: 'iran', rounds: 3, round: 3 });
  const screen = await render(Orders, { game });
  await screen.getByRole('button', { name: 'Lock orders' }).click();
  await expect
    .element(screen.getByRole('dialog').getByText(/influence is not used, and this is the last quarter\.$/))
    .toBeVisible();
});

test('it fits a narrow screen, and the accessibility check finds nothing', async () => {
  await page.viewport(360, 740);
  const game = await aGameAt({ round: 2, seat: 'russia' });
  const screen = await render(Orders, { game });
  for (const summary of screen.container.querySelectorAll('summary')) summary.click();
  const { violations } = await axe.run(screen.container);
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(360);
  await page.viewport(1280, 800);
});
