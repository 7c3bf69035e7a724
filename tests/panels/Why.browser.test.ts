import { afterEach, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import Why from '../../src/panels/Why.svelte';
import { closeWhy, openWhy } from '../../src/panels/why.svelte.ts';
import '../../src/panels/style.css';
import { aGameAt } from './aGame.ts';

afterEach(closeWhy);

test('what moved a level is told down to rule, strength, sources and the opposing view', async () => {
  const game = await aGameAt({ seat: 'iran', round: 3 });
  const screen = await render(Why, { game });
  openWhy('violence.aleppo');
  const dialog = screen.getByRole('dialog');
  await expect.element(dialog).toBeVisible();
  await expect.element(dialog.getByText(/Violence: Aleppo: .* in /).first()).toBeVisible();
  await dialog
    .getByText(/stands at “Arm”/)
    .first()
    .click();
  await expect.element(dialog.getByText(/A steady flow of arms keeps the fighting/)).toBeVisible();
  await expect.element(dialog.getByText(/Taken to lie between/).first()).toBeVisible();
  await expect.element(dialog.getByText('Others see it differently').first()).toBeVisible();
  await dialog
    .getByText(/^\d+ sources$/)
    .last()
    .click();
  await expect.element(dialog.getByRole('link').last()).toBeVisible();
  await expect.element(dialog.getByText(/not a prediction/)).toBeVisible();
  expect(dialog.element().textContent).not.toMatch(/⟨|undefined|NaN|Drawn for this game/);
});

test('it opens and closes by keyboard and gives the focus back', async () => {
  const game = await aGameAt({ seat: 'turkey', round: 2 });
  const screen = await render(Why, { game });
  const opener = document.createElement('button');
  opener.textContent = 'opener';
  opener.addEventListener('click', () => openWhy('home.turkey'));
  document.body.append(opener);
  opener.focus();
  await userEvent.keyboard('{Enter}');
  const dialog = screen.getByRole('dialog');
  await expect.element(dialog).toBeVisible();
  await userEvent.keyboard('{Tab}{Enter}');
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => document.activeElement).toBe(opener);
  expect(dialog.elements()).toHaveLength(0);
  opener.remove();
});

test('a client’s answer shows the sum that made it', async () => {
  const game = await aGameAt({ seat: 'iran', round: 1 });
  const press = game.choices.find((choice) => choice.press && choice.why === null);
  if (!press?.press) throw new Error('no press is open');
  game.redraft((draft) => {
    draft.moves = [{ move: press.move, influence: press.press?.ways[0]?.influence ?? 1 }];
  });
  expect(await game.lock()).toEqual({ ok: true });
  const reply = game.changes.find(({ where }) => where === `reply.iran.${press.move}`);
  if (!reply) throw new Error('nobody answered');
  const screen = await render(Why, { game });
  openWhy(reply);
  await expect.element(screen.getByText(/^Pressed \d \+ reliance \d − confidence \d/)).toBeVisible();
});

test('an order of a computer capital tells what that capital said for it', async () => {
  const game = await aGameAt({ seat: 'iran', round: 2 });
  const order = game.changes.find(({ by }) => by.kind === 'move' && !by.id.startsWith('iran.'));
  if (!order) throw new Error('nobody moved');
  const screen = await render(Why, { game });
  openWhy(order);
  await expect
    .element(screen.getByText(/said for its orders of this quarter: .+ not all of it\./))
    .toBeVisible();
});

test('once all is laid open, each single cause is counted, and the sum comes out', async () => {
  const game = await aGameAt({ seat: 'russia', rounds: 3, round: 9 });
  const screen = await render(Why, { game });
  openWhy('violence.aleppo', game.table.everything()?.changes ?? null);
  const table = screen.getByRole('table', { name: /^What “.*Aleppo.*” owes/ });
  await expect.element(table).toBeVisible();
  const more = screen.getByRole('button', { name: /^Show all/ });
  if (more.elements().length > 0) await more.click();
  const rows = [...table.element().querySelectorAll('tbody tr')].map((row) => ({
    amount: row.querySelector('.amount')?.textContent ?? '',
    isSum: row.classList.contains('sum'),
  }));
  expect(rows.length).toBeGreaterThan(5);
  // Start, together, course and the value itself stand beside the causes.
  expect(rows.filter(({ isSum }) => isSum)).toHaveLength(4);
  const points = (text: string): number =>
    Number(/(\d+(\.\d+)?)\D*$/.exec(text)?.[1]) * (text.startsWith('−') ? -1 : 1);
  const value = points(rows.at(-1)?.amount ?? '');
  const sum = rows.slice(0, -1).reduce((total, { amount }) => total + points(amount), 0);
  // Start and value are whole, every row is rounded to a tenth.
  expect(Math.abs(value - sum)).toBeLessThan(1.1 + rows.length * 0.05);
  await expect.element(screen.getByText(/nobody reacts/)).toBeVisible();
});

test('an order tells what would have ended otherwise without it', async () => {
  const game = await aGameAt({ seat: 'iran', rounds: 3, round: 9 });
  const { changes = [] } = game.table.everything() ?? {};
  const order = changes.find(({ where, by }) => where.startsWith('made.') && by.kind === 'move');
  if (!order) throw new Error('nobody moved');
  const screen = await render(Why, { game });
  openWhy(order, changes);
  await expect.element(screen.getByRole('heading', { name: 'What came of it' })).toBeVisible();
  await expect.element(screen.getByText(/^[+−]\d|ended the same/).first()).toBeVisible();
  expect(screen.getByRole('dialog').element().textContent).not.toMatch(/⟨|undefined|NaN/);
});

test('while the game goes on it is counted about, and not at all where it would tell secrets', async () => {
  const open = await aGameAt({ seat: 'iran', round: 3 });
  const screen = await render(Why, { game: open });
  openWhy('violence.aleppo');
  await expect.element(screen.getByText(/only about right/)).toBeVisible();
  closeWhy();
  const secret = await aGameAt({ seat: 'iran', round: 3, layers: ['secrecy'] });
  const other = await render(Why, { game: secret });
  openWhy('violence.aleppo');
  await expect.element(other.getByText(/it would tell what is secret/).last()).toBeVisible();
});

test('an aim shows each part with its weight, and is never without a cause', async () => {
  const game = await aGameAt({ seat: 'turkey', round: 2 });
  const screen = await render(Why, { game });
  openWhy(`aim.turkey.${game.capital.aims[0]?.id ?? ''}`);
  await expect.element(screen.getByText(/a weight of \d+ in 100/).first()).toBeVisible();
  expect(screen.getByText(/Nothing that you can see/).elements()).toHaveLength(0);
});
