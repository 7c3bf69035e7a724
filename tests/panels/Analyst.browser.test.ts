import axe from 'axe-core';
import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { pooledForecaster } from '../../src/forecast/pool.ts';
import type { Question } from '../../src/forecast/question.ts';
import { endingsOf, repliesOf } from '../../src/forecast/results.ts';
import AnalystPlace from '../../src/panels/analyst/AnalystPlace.svelte';
import { analystOf } from '../../src/panels/analyst/analyst.svelte.ts';
import { news } from '../../src/panels/announce.svelte.ts';
import { drafted } from '../../src/panels/drafted.svelte.ts';
import { newWorker, openForecaster } from '../../src/panels/forecasting.ts';
import type { Game } from '../../src/panels/game.svelte.ts';
import { set } from '../../src/panels/settings.svelte.ts';
// oxlint-disable-next-line import/no-unassigned-import -- a style sheet gives nothing to assign
import '../../src/panels/style.css';
import { goldenQuestions, rowsDigest } from '../forecast/goldenForecast.ts';
import golden from '../golden/forecast.json';
import { aGameAt } from './aGame.ts';
import { anOffer, scripted } from './scripted.ts';

/** Games take longer while tests of others run beside these. */
const patience = { timeout: 20_000 };
const rest = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

afterEach(() => set({ analyst: 'free' }));

function openMoves(game: Game): string[] {
  return game.choices
    .filter(({ why, press, price }) => why === null && !press && price < 3)
    .map(({ move }) => move);
}
function firstOpen(game: Game): string {
  return openMoves(game)[0] ?? '';
}
function nameOf(game: Game, move: string): string {
  return game.words.say(`move-${game.seat}-${move}`);
}

test('it tells what no orders may lead to, follows the draft and compares the two; each chart has its table', async () => {
  const game = await aGameAt({ seat: 'iran', round: 6 });
  const screen = await render(AnalystPlace, { game });
  await screen.getByRole('button', { name: 'Ask the analyst' }).click();
  await expect
    .element(screen.getByText(/^[\d,]+ games were played with these orders\./), patience)
    .toBeVisible();
  game.redraft((draft) => (draft.moves = [{ move: firstOpen(game) }]));
  await expect
    .element(screen.getByText(/games were played with these orders and, with the same luck/), patience)
    .toBeVisible();
  const all = (): boolean => analystOf(game).progress === null;
  await expect.poll(all, patience).toBe(true);
  const { answer, inPage } = analystOf(game);
  expect(answer?.against.map(({ rival, games }) => [rival, games.games])).toEqual([
    ['nothing', answer?.games.games],
  ]);
  expect(inPage).toBe(false);
  expect(screen.container.textContent).not.toContain('⟨');
  for (const figure of screen.container.querySelectorAll('figure'))
    expect(figure.querySelectorAll('tbody tr').length).toBe(answer?.games.layout.points);
  await expect.poll(() => news.text).toContain('The most common ending is');
  // All endings that came are told, and their games add up.
  const came = answer ? endingsOf(answer.games) : [];
  expect(came.reduce((sum, { games }) => sum + games, 0)).toBe(answer?.games.games);
});

test('a plan is put aside and compared with, by keyboard alone; what would be ordered next is asked for', async () => {
  const game = await aGameAt({ seat: 'turkey', round: 6, name: 'keys' });
  game.redraft((draft) => (draft.moves = [{ move: firstOpen(game) }]));
  const screen = await render(AnalystPlace, { game });
  (screen.getByRole('button', { name: 'Ask the analyst' }).element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  const keep = screen.getByRole('button', { name: 'Put these orders aside as the second plan' });
  await expect.element(keep, patience).toBeVisible();
  (keep.element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(screen.getByRole('checkbox', { name: 'The second plan' })).toBeChecked();
  const [first = '', second = ''] = openMoves(game);
  await expect.element(screen.getByText(`The second plan: ${nameOf(game, first)}.`)).toBeVisible();
  // Three side by side: another draft, no orders, and what was put aside.
  game.redraft((draft) => (draft.moves = [{ move: second }]));
  await expect
    .element(screen.getByText(/, as many with no orders and with the second plan\.$/), patience)
    .toBeVisible();
  await expect.poll(() => analystOf(game).progress, patience).toBe(null);
  expect(analystOf(game).answer?.against.map(({ rival }) => rival)).toEqual(['nothing', 'second']);
  // In what they differ is told for each, and each of it can be shown over the quarters.
  expect(screen.container.querySelectorAll('.differs')).toHaveLength(2);
  const differing = screen.container.querySelector<HTMLElement>('.differs button');
  differing?.click();
  await expect.poll(() => differing?.getAttribute('aria-pressed') ?? 'true').toBe('true');
  for (const key of screen.container.querySelectorAll('figure .key')) expect(key.children).toHaveLength(3);
  const none = screen.getByRole('checkbox', { name: 'No orders' });
  (none.element() as HTMLElement).focus();
  await userEvent.keyboard(' ');
  await expect
    .element(screen.getByText(/and, with the same luck, [\d,]+ with the second plan/), patience)
    .toBeVisible();
  const who = screen.getByRole('combobox', { name: 'Capital' });
  (who.element() as HTMLElement).focus();
  await userEvent.selectOptions(who, 'Moscow');
  await expect.element(screen.getByText('Next quarter, having seen them')).toBeVisible();
  (screen.getByRole('button', { name: 'Close' }).element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(screen.getByRole('button', { name: 'Ask the analyst' })).toHaveFocus();
});

const borderTalks = { capital: 'iran', kind: 'make', move: 'borderTalks' } as const;
const restrain = { capital: 'turkey', kind: 'stance', line: 'opposition', stance: 'restrain' } as const;

test('an offer in the making is played as if it were made: how often they say yes, and what follows', async () => {
  const game = await aGameAt({ seat: 'iran' });
  drafted.said = { kind: 'offer', offer: anOffer(['turkey'], [borderTalks, restrain], { until: 2 }) };
  const screen = await render(AnalystPlace, { game });
  await screen.getByRole('button', { name: 'Ask the analyst' }).click();
  const analyst = analystOf(game);
  await expect
    .element(screen.getByRole('heading', { name: 'What Ankara would say' }), patience)
    .toBeVisible();
  await expect.poll(() => analyst.progress, patience).toBe(null);
  expect(analyst.answer?.against.map(({ rival }) => rival)).toEqual(['silent']);
  const said = analyst.answer ? repliesOf(analyst.answer.games, 0) : [];
  expect(said.reduce((sum, { games }) => sum + games, 0)).toBe(analyst.answer?.games.games);
  // They answer as those do who sit at the table.
  expect(analyst.answer?.games.question.atTable).toBe(game.table.record().seats['turkey']?.policy);
  await expect
    .element(screen.getByText(/with the same luck, [\d,]+ with the same orders with nothing said/))
    .toBeVisible();
  expect(screen.container.textContent).not.toContain('⟨');
  // Without the tick the offer is left out.
  await screen.getByRole('checkbox', { name: /^Played as if it were said now/ }).click();
  await expect.poll(() => analyst.answer?.plan.offer, patience).toBe(undefined);
  drafted.said = null;
});

test('an offer that waits is played as if it were answered: yes, no, or other terms in the making', async () => {
  const opens = [{ kind: 'offer', offer: anOffer(['iran'], [borderTalks, restrain]) } as const];
  const turkey = { opens, answers: [[restrain]] };
  const game = await aGameAt({ seat: 'iran', others: scripted({ turkey, russia: {}, usa: {} }) });
  const offer = game.deals[0]?.serial ?? 0;
  const screen = await render(AnalystPlace, { game });
  await screen.getByRole('button', { name: 'Ask the analyst' }).click();
  const analyst = analystOf(game);
  await screen.getByText(/^What if we answered/).click();
  const say = screen.getByRole('combobox', { name: 'We say' });
  await userEvent.selectOptions(say, 'yes');
  await expect
    .element(screen.getByText(/with this answer and these orders and, with the same luck/), patience)
    .toBeVisible();
  const order = /^Where a pact comes of it, what we promise is ordered too: Hold border talks with Ankara/;
  await expect.element(screen.getByText(order)).toBeVisible();
  // Ankara has said yes to its own offer.
  expect(screen.container.textContent).not.toContain('What Ankara would say');
  await screen.getByRole('button', { name: 'Put these orders aside as the second plan' }).click();
  await expect.element(screen.getByText('The second plan: yes to Ankara.')).toBeVisible();
  await userEvent.selectOptions(say, 'no');
  await expect.poll(() => analyst.answer?.plan.answers, patience).toEqual([{ offer, answer: 'decline' }]);
  drafted.said = { kind: 'answer', offer, answer: 'counter', terms: [restrain] };
  await expect
    .element(screen.getByRole('heading', { name: 'What Ankara would say' }), patience)
    .toBeVisible();
  await expect.element(say).not.toBeInTheDocument();
  expect(analyst.answer?.plan.answers).toEqual([{ offer, answer: 'counter', terms: [restrain] }]);
  // What they answer to an offer of our own waits for us too, and is called theirs.
  await game.decide({ kind: 'offer', offer: anOffer(['turkey'], [borderTalks]) });
  await expect.element(screen.getByText(/^Ankara’s other terms for our offer: /)).toBeVisible();
  expect(screen.container.textContent).not.toContain('⟨');
  drafted.said = null;
});

test('orders that cannot be locked are not played out, and it is said why', async () => {
  const game = await aGameAt({ seat: 'iran', round: 6 });
  const screen = await render(AnalystPlace, { game });
  await screen.getByRole('button', { name: 'Ask the analyst' }).click();
  const closed = game.choices.find(({ why }) => why?.guard)?.move ?? '';
  game.redraft((draft) => (draft.moves = [{ move: closed }]));
  await expect
    .element(screen.getByText(/^These orders cannot be locked as they stand/), patience)
    .toBeVisible();
});

test('a second plan that cannot be locked any more is left out, and it is said why', async () => {
  const game = await aGameAt({ seat: 'iran', round: 6 });
  const analyst = analystOf(game);
  const closed = game.choices.find(({ why }) => why?.guard)?.move ?? '';
  analyst.second = { answers: [], orders: { moves: [{ move: closed }] } };
  analyst.compare('second', true);
  const screen = await render(AnalystPlace, { game });
  await screen.getByRole('button', { name: 'Ask the analyst' }).click();
  await expect
    .element(screen.getByText(/^The second plan cannot be carried out as things stand now/), patience)
    .toBeVisible();
  await expect.poll(() => analyst.answer?.against, patience).toEqual([]);
});

test('games can be stopped: what has come in stands, and the draft is answered as before', async () => {
  const game = await aGameAt({ seat: 'iran', round: 2, name: 'enough' });
  const screen = await render(AnalystPlace, { game });
  await screen.getByRole('button', { name: 'Ask the analyst' }).click();
  const analyst = analystOf(game);
  await expect.poll(() => analyst.answer !== null, { ...patience, interval: 20 }).toBe(true);
  // On a fast machine all games may be there before anybody could want them to stop.
  screen.container.querySelector<HTMLElement>('.enough')?.click();
  await expect.poll(() => analyst.progress, patience).toBe(null);
  const games = analyst.answer?.games.games ?? 0;
  expect(games).toBeGreaterThan(0);
  await expect
    .element(screen.getByText(new RegExp(`^${game.words.number(games)} games were played`)))
    .toBeVisible();
  game.redraft((draft) => (draft.moves = [{ move: firstOpen(game) }]));
  await expect.poll(() => analyst.answer?.plan.orders.moves.length, patience).toBe(1);
});

test('where questions are counted it waits to be asked, answers once a quarter, and can be switched off', async () => {
  set({ analyst: 'one' });
  const game = await aGameAt({ seat: 'usa', round: 7 });
  const screen = await render(AnalystPlace, { game });
  await screen.getByRole('button', { name: 'Ask the analyst' }).click();
  const ask = screen.getByRole('button', { name: 'Ask: this rather than that?' });
  await expect.element(ask, patience).toBeEnabled();
  expect(analystOf(game).answer).toBe(null);
  await ask.click();
  await expect
    .element(screen.getByText('This quarter’s question has been answered.'), patience)
    .toBeVisible();
  await expect.element(ask).toBeDisabled();
  const { answer } = analystOf(game);
  game.redraft((draft) => (draft.moves = [{ move: firstOpen(game) }]));
  await rest();
  expect(analystOf(game).answer).toBe(answer);
  set({ analyst: 'off' });
  await expect.element(screen.getByRole('button', { name: 'Ask the analyst' })).not.toBeInTheDocument();
});

test('real workers give what the page gives and what Node gave; one that dies is told once, and the answer is the same', async () => {
  const { tables } = await aGameAt({ seat: 'iran' });
  const question: Question = {
    games: 20,
    seed: { high: 1, low: 2 },
    beginning: { kind: 'start', options: { rounds: 3, moves: 2, layers: [] } },
    levels: ['people'],
    byRound: true,
  };
  const never = (): Promise<void> => new Promise(() => undefined);
  const open = (): never => {
    throw new Error('no workers here');
  };
  const inline = await pooledForecaster(tables, { workers: 0, open, rest, patience: never }).ask(question);
  const workers = openForecaster(tables, () => undefined, newWorker, false);
  for (const [name, asked] of Object.entries(goldenQuestions(tables))) {
    const games = await workers.ask(asked);
    expect(games && rowsDigest(games.rows)).toBe(golden[name as keyof typeof golden].rows);
  }
  expect((await workers.ask(question))?.rows).toEqual(inline?.rows);
  const overtaken = workers.ask(question);
  expect((await workers.ask({ ...question, seed: { high: 3, low: 4 } }))?.rows).not.toEqual(inline?.rows);
  expect(await overtaken).toBe(null);
  workers.close();
  // Where the page plays along it makes no difference who plays which games.
  const both = openForecaster(tables, () => undefined, newWorker, true);
  for (let time = 0; time < 2; time++) expect((await both.ask(question))?.rows).toEqual(inline?.rows);
  both.close();
  let fellBack = 0;
  const broken = URL.createObjectURL(
    new Blob(['throw new Error("on purpose")'], { type: 'text/javascript' }),
  );
  const dying = openForecaster(
    tables,
    () => fellBack++,
    () => new Worker(broken, { type: 'module' }),
    false,
  );
  expect((await dying.ask(question))?.rows).toEqual(inline?.rows);
  expect(fellBack).toBe(1);
  expect(dying.host).toBe('inline');
});

test('it fits a narrow screen, and the accessibility check finds nothing', async () => {
  await page.viewport(360, 740);
  const game = await aGameAt({ seat: 'iran', round: 7 });
  game.redraft((draft) => (draft.moves = [{ move: firstOpen(game) }]));
  const screen = await render(AnalystPlace, { game });
  await screen.getByRole('button', { name: 'Ask the analyst' }).click();
  await expect.element(screen.getByText(/games were played with/), patience).toBeVisible();
  for (const details of screen.container.querySelectorAll('details')) details.open = true;
  const { violations } = await axe.run(screen.container);
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(360);
  await page.viewport(1280, 800);
});
