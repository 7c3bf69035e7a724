/** What a forecast from a seat counts besides its orders: warnings that stand; and scenarios far larger than ours, whose worker dies. */
import { expect, test } from 'vitest';
import { decide } from '../../src/engine/decide.ts';
import { seedFrom } from '../../src/engine/dice.ts';
import { drawChance, seedsFrom, start } from '../../src/engine/position.ts';
import type { Position } from '../../src/engine/position.ts';
import { viewFor } from '../../src/engine/seats.ts';
import type { Tables } from '../../src/engine/tables.ts';
import { differences } from '../../src/forecast/differ.ts';
import type { Port } from '../../src/forecast/crew.ts';
import { playGames } from '../../src/forecast/games.ts';
import { pooledForecaster } from '../../src/forecast/pool.ts';
import { meanOf } from '../../src/forecast/quantiles.ts';
import type { Question } from '../../src/forecast/question.ts';
import { gamesOf, levelOf } from '../../src/forecast/results.ts';
import { bigTables } from './bigScenario.ts';
import { longGame, tables } from './june2016.ts';

const seed = seedFrom('warned');
const begun = (own: Tables): Position => start(own, longGame, drawChance(own, seedsFrom(seed))).position;
/** The same luck whatever the seat sees. */
const fromSeat = (position: Position, seat: string, games: number): Question => ({
  games,
  seed,
  beginning: {
    kind: 'view',
    seat,
    cells: viewFor(position, seat).cells,
    plan: { answers: [], orders: { moves: [] } },
  },
  levels: [`home.${seat}`],
  byRound: true,
});

test('a warning of its own that stands counts: what is not carried out costs at home', () => {
  const position = begun(tables);
  const condition = { capital: 'russia', line: 'ankara', stance: 'thaw' };
  const warned = decide(
    position,
    { seat: 'usa', round: 1, kind: 'warn', if: condition, will: 'loosenOnAnkara' },
    drawChance(tables, seedsFrom(seed)),
  );
  if (!warned.ok) throw new Error(warned.why.reason);
  const homeAfter = (from: Position): number => {
    const question = fromSeat(from, 'usa', 200);
    const games = gamesOf(tables, question, playGames(tables, question, 0, question.games));
    return meanOf(levelOf(games, 'home.usa')).mean;
  };
  expect(homeAfter(warned.position)).toBeLessThan(homeAfter(position));
});

test('plans are told apart where their games differ, and a plan not from itself', () => {
  const position = begun(tables);
  const played = (moves: string[]) => {
    const question = fromSeat(position, 'iran', 120);
    const orders = { moves: moves.map((move) => ({ move })) };
    const { beginning } = question;
    const asked = {
      ...question,
      beginning: { ...beginning, plan: { answers: [], orders } } as typeof beginning,
      levels: ['home.iran', 'people', 'confidence.damascus'],
    };
    return gamesOf(tables, asked, playGames(tables, asked, 0, asked.games));
  };
  const [none, credit] = [played([]), played(['creditDamascus'])];
  expect(differences(none, none)).toEqual([]);
  const found = differences(credit, none, 1);
  expect(found.map(({ path }) => path)).toContain('home.iran');
  // An interval keeps its sign.
  for (const { low, high } of found) expect(low * high).toBeGreaterThan(0);
});

test('two hundred links and sixty moves a capital are played, also where the worker dies, which is said once', async () => {
  const big = bigTables(tables.scenario, 200, 60);
  const question = fromSeat(begun(big), 'usa', 20);
  let lose = (): void => undefined;
  const dying: Port<Question> = {
    post: () => setTimeout(() => lose()),
    listen: (_, lost) => (lose = lost),
    close: () => undefined,
  };
  let fellBack = 0;
  const forecaster = pooledForecaster(big, {
    workers: 1,
    open: () => dying,
    rest: () => new Promise((resolve) => setTimeout(resolve)),
    patience: () => new Promise(() => undefined),
    fellBack: () => fellBack++,
  });
  expect((await forecaster.ask(question))?.rows).toEqual(playGames(big, question, 0, question.games));
  expect([fellBack, forecaster.host]).toEqual([1, 'inline']);
});
