/** What a forecast from a seat counts besides its orders: warnings that stand; and scenarios far larger than ours, whose worker dies. */
import { expect, test } from 'vitest';
import { decide } from '../../src/engine/decide.ts';
import { seedFrom } from '../../src/engine/dice.ts';
import type { Offer } from '../../src/engine/deals/terms.ts';
import { drawChance, seedsFrom, start } from '../../src/engine/position.ts';
import type { Position } from '../../src/engine/position.ts';
import { Laboratory } from '../../src/engine/scenario/laboratorySchema.ts';
import { viewFor } from '../../src/engine/seats.ts';
import type { Tables } from '../../src/engine/tables.ts';
import { differences } from '../../src/forecast/differ.ts';
import type { Port } from '../../src/forecast/crew.ts';
import { playGames } from '../../src/forecast/games.ts';
import { armQuestion } from '../../src/forecast/laboratory.ts';
import { pooledForecaster } from '../../src/forecast/pool.ts';
import { meanOf } from '../../src/forecast/quantiles.ts';
import type { Question } from '../../src/forecast/question.ts';
import { reportOf, swingsTold } from '../../src/forecast/report.ts';
import { gamesOf, levelOf, repliesOf } from '../../src/forecast/results.ts';
import { bigTables } from './bigScenario.ts';
import { longGame, readJson, tables } from './june2016.ts';

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
  // An offer is answered there too, by those who look ahead; and a laboratory has its answer and all on which it hangs.
  const offer: Offer = {
    to: ['turkey'],
    terms: [{ capital: 'usa', kind: 'stance', line: 'ankara', stance: 'reassure' }],
    from: 1,
    until: 2,
    secret: false,
    stake: 0,
  };
  const { beginning } = question;
  const offering: Question = {
    ...question,
    atTable: 'deep@4',
    beginning: { ...beginning, plan: { answers: [], offer, orders: { moves: [] } } } as Question['beginning'],
  };
  const told = repliesOf(gamesOf(big, offering, playGames(big, offering, 0, offering.games)), 0);
  expect(told.reduce((sum, { games }) => sum + games, 0)).toBe(offering.games);
  const laboratory = Laboratory.parse(readJson('laboratory.json'));
  const trial = { games: 12, seed, options: longGame, hinges: {}, strengths: {} };
  const played = laboratory.arms.map(({ id }) => {
    const arm = armQuestion(big, laboratory, id, trial);
    return gamesOf(big, arm, playGames(big, arm, 0, arm.games));
  });
  const asked = { outcome: { kind: 'reached', capital: 'iran' }, arms: ['ankara', 'moscow'] } as const;
  const report = reportOf(big, laboratory, trial, played, asked);
  expect(report.arms).toHaveLength(4);
  expect(report.sensitivity).toHaveLength(swingsTold);
});
