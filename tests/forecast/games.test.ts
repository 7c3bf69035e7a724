/** Forecasts: the same games whoever plays them, nothing hidden used, and the figures that they come to. */
import { describe, expect, it } from 'vitest';
import { seedFrom } from '../../src/engine/dice.ts';
import { viewFor, viewSeed } from '../../src/engine/seats.ts';
import type { Position } from '../../src/engine/position.ts';
import type { FromWorker, Port as AnyPort, ToWorker } from '../../src/forecast/crew.ts';
import { gamesInOneGo } from '../../src/forecast/goes.ts';
import { playGames } from '../../src/forecast/games.ts';
import { ledgerFields } from '../../src/forecast/ledger.ts';
import { playGame } from '../../src/forecast/playout.ts';
import { seedsOf } from '../../src/forecast/doubt.ts';
import { chronicleOf } from '../../src/panels/reading/chronicle.ts';
import { ledgerOf as readLedger } from '../../src/panels/reading/ledger.ts';
import { pooledForecaster, questionCraft } from '../../src/forecast/pool.ts';
import type { Question } from '../../src/forecast/question.ts';
import { boundsOf } from '../../src/forecast/question.ts';
import { openServant } from '../../src/forecast/servant.ts';
import {
  bandsOf,
  endingsOf,
  gamesOf,
  ledgerOf,
  levelOf,
  movesOf,
  reachedBy,
} from '../../src/forecast/results.ts';
import { longGame, positionsOf, tables } from './june2016.ts';

const levels = ['people', 'issue.assad', 'home.iran'];
const whole: Question = {
  games: 8,
  seed: seedFrom('whole'),
  beginning: { kind: 'start', options: { ...longGame, rounds: 3 } },
  levels,
  byRound: true,
  ledger: { of: 'iran', partners: ['russia', 'turkey'] },
};

/** A question from a seat's view, its orders those given. */
function fromSeat(position: Position, seat: string, orders = { moves: [] }): Question {
  const view = viewFor(position, seat);
  const plan = { answers: [], orders };
  return {
    games: 4,
    seed: viewSeed(view),
    beginning: { kind: 'view', seat, cells: view.cells, plan },
    levels,
    byRound: true,
  };
}

/** More games than are played in two goes, and fewer than in three. */
const some = 2 * gamesInOneGo + 4;
const rest = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
const never = (): Promise<void> => new Promise(() => undefined);

type Port = AnyPort<Question>;

/** A worker that lives in this process; it may stop answering after some messages. */
function aPort(answers = Infinity, how: 'lost' | 'silent' = 'lost'): Port {
  let take: (message: FromWorker) => void = () => undefined;
  let lost = (): void => undefined;
  let isOpen = true;
  let left = answers;
  const servant = openServant(questionCraft, (rows) => take(rows), rest);
  return {
    post(sent: ToWorker<Question>) {
      const message = structuredClone(sent);
      setTimeout(() => {
        if (!isOpen) return;
        if (message.kind === 'ask' || left-- > 0) servant.take(message);
        else if (how === 'lost') lost();
      });
    },
    listen(taken, isLost) {
      take = taken;
      lost = isLost;
    },
    close: () => void (isOpen = false),
  };
}

const pool = (ports: (() => Port)[], fellBack = (): void => undefined, patience = never) =>
  pooledForecaster(tables, {
    workers: ports.length,
    open: () => (ports.shift() ?? aPort)(),
    rest,
    patience,
    fellBack,
  });

/** A forecaster that plays where it is called. */
const inlineForecaster = () => pool([]);

describe('A forecast', () => {
  it('is the same for the same seed, in slices of any size, inline and with any number of workers', async () => {
    const question = { ...whole, games: some };
    const rows = playGames(tables, question, 0, some);
    expect([...playGames(tables, question, 0, 7), ...playGames(tables, question, 7, some)]).toEqual([
      ...rows,
    ]);
    const told: number[] = [];
    const inline = await inlineForecaster().ask(question, ({ played }) => told.push(played));
    expect(inline?.rows).toEqual(rows);
    expect(told).toEqual([gamesInOneGo, 2 * gamesInOneGo, some]);
    for (const workers of [1, 2, 3]) {
      const forecaster = pool(Array.from({ length: workers }, () => aPort));
      expect((await forecaster.ask(question))?.rows).toEqual(rows);
      expect(forecaster.host).toBe('workers');
      forecaster.close();
    }
  });

  it('tells the games that have come in without a gap, as they come', async () => {
    const question = { ...whole, games: some };
    const rows = playGames(tables, question, 0, some);
    for (const forecaster of [inlineForecaster(), pool([aPort, aPort])]) {
      const told: number[] = [];
      await forecaster.ask(question, ({ played, soFar }) => {
        const { games, rows: come, layout } = soFar();
        expect(games).toBeLessThanOrEqual(played);
        expect(come).toEqual(rows.subarray(0, games * layout.width));
        told.push(games);
      });
      expect(told).toHaveLength(3);
      expect(told.at(-1)).toBe(some);
      forecaster.close();
    }
  });

  it('plays the newest question alone: one that is overtaken or called off gives nothing', async () => {
    for (const forecaster of [inlineForecaster(), pool([aPort])]) {
      const first = forecaster.ask({ ...whole, games: 10 * gamesInOneGo });
      const second = forecaster.ask({ ...whole, seed: seedFrom('second') });
      expect(await first).toBe(null);
      expect((await second)?.rows).toEqual(playGames(tables, { ...whole, seed: seedFrom('second') }, 0, 8));
      const third = forecaster.ask({ ...whole, games: 10 * gamesInOneGo });
      forecaster.cancel();
      expect(await third).toBe(null);
      // What was called off leaves nothing behind.
      expect((await forecaster.ask(whole))?.rows).toEqual(playGames(tables, whole, 0, 8));
      forecaster.close();
    }
  });

  it('goes on where a worker dies, whenever it dies, and says so once when none is left', async () => {
    const question = { ...whole, games: some };
    const rows = playGames(tables, question, 0, some);
    for (const answers of [0, 1, 2, 3]) {
      let fellBack = 0;
      const forecaster = pool([() => aPort(answers)], () => fellBack++);
      expect((await forecaster.ask(question))?.rows).toEqual(rows);
      expect(fellBack).toBe(1);
      expect((await forecaster.ask(whole))?.rows).toEqual(playGames(tables, whole, 0, 8));
      expect(forecaster.host).toBe('inline');
    }
    const one = pool([() => aPort(2), aPort]);
    expect((await one.ask(question))?.rows).toEqual(rows);
    expect(one.host).toBe('workers');
  });

  it('does not wait for a worker that never answers, nor for one that cannot be started', async () => {
    let fellBack = 0;
    const silent = pool([() => aPort(0, 'silent')], () => fellBack++, rest);
    expect((await silent.ask(whole))?.rows).toEqual(playGames(tables, whole, 0, 8));
    const refused = pool(
      [
        () => {
          throw new Error('no workers here');
        },
      ],
      () => fellBack++,
    );
    expect((await refused.ask(whole))?.rows).toEqual(playGames(tables, whole, 0, 8));
    expect(fellBack).toBe(2);
  });
});

describe('A forecast from a seat', () => {
  it('changes with nothing that is hidden from the seat', () => {
    const positions = positionsOf('hidden', 'quick@4', 9).slice(2, 5);
    expect(positions).toHaveLength(3);
    for (const position of positions) {
      const question = fromSeat(position, 'turkey');
      const rows = playGames(tables, question, 0, 4);
      const cells = position.cells.slice();
      for (const { id, card, order, proposed } of tables.capitals) {
        if (id === 'turkey') continue;
        cells[card] = 1 + ((cells[card] ?? 0) % 3);
        cells[proposed] = 1;
        cells[order.moves[0] ?? 0] = 1;
      }
      const other = fromSeat({ ...position, cells }, 'turkey');
      expect(other).toEqual(question);
      expect(playGames(tables, other, 0, 4)).toEqual(rows);
    }
  });

  it('locks the orders that are drafted, and lets the others choose although they are seen to have locked', () => {
    const position = positionsOf('locks', 'quick@4', 1)[0] as Position;
    const iran = tables.capitals.find(({ id }) => id === 'iran');
    const plain = { moves: [{ move: 'creditDamascus' }] };
    const locked = { ...position, cells: position.cells.slice() };
    for (const capital of tables.capitals) if (capital !== iran) locked.cells[capital.locked] = 1;
    for (const at of [position, locked]) {
      const games = gamesOf(
        tables,
        fromSeat(at, 'iran', plain as never),
        playGames(tables, fromSeat(at, 'iran', plain as never), 0, 4),
      );
      expect(movesOf(games, 'iran', 0)).toMatchObject([{ move: 'creditDamascus', share: 1 }]);
      expect(movesOf(games, 'russia', 0).length).toBeGreaterThan(0);
      expect(games.layout.points).toBe(9);
    }
  });
});

describe('What games come to', () => {
  const games = gamesOf(tables, whole, playGames(tables, whole, 0, 8));

  it('is told by level and round, ending, aim and move', () => {
    expect(bandsOf(games, 'people')).toHaveLength(4);
    const [first] = bandsOf(games, 'people');
    expect(first?.[0]).toBe(first?.[4]);
    expect(endingsOf(games).reduce((sum, one) => sum + one.games, 0)).toBe(8);
    for (const { low, share, high } of endingsOf(games)) expect(low <= share && share <= high).toBe(true);
    expect(reachedBy(games, 'usa')).toHaveLength(8);
    expect(Math.max(...reachedBy(games, 'usa'))).toBeLessThanOrEqual(10_000);
    expect(movesOf(games, 'turkey', 0).every(({ games: made }) => made > 0 && made <= 8)).toBe(true);
    expect(() => levelOf(games, 'issue.none')).toThrow('was not noted');
  });

  it('keeps the ledger that the same games tell when they are read', () => {
    const { beginning, seed } = whole;
    if (beginning.kind !== 'start') throw new Error('the games begin at the start');
    const rows = gamesOf(tables, whole, playGames(tables, whole, 0, whole.games));
    const told = Array.from({ length: whole.games }, (_, game) => {
      const seeds = seedsOf(seed, game);
      const { position, changes = [] } = playGame(tables, {
        seeds,
        options: beginning.options,
        traced: true,
      });
      const book = chronicleOf(tables, changes);
      return readLedger(tables, book, position.cells, 'iran', ['russia', 'turkey']).partners;
    });
    for (const partner of [0, 1])
      expect(ledgerOf(rows, partner)).toEqual(
        Object.fromEntries(
          ledgerFields.map((field) => [
            field,
            told.reduce((sum, partners) => sum + (partners[partner]?.ledger[field] ?? 0), 0),
          ]),
        ),
      );
  });

  it('keeps a ledger that adds up', () => {
    for (const partner of [0, 1]) {
      const ledger = ledgerOf(games, partner);
      expect(Object.keys(ledger)).toEqual([...ledgerFields]);
      expect(ledger.delivered + ledger.wouldNot + ledger.couldNot).toBeLessThanOrEqual(ledger.promised);
      expect(ledger.receivedDear).toBeLessThanOrEqual(ledger.delivered);
      expect(ledger.helpWhenItHurt).toBeLessThanOrEqual(ledger.receivedDear);
      expect(ledger.givenDear).toBeLessThanOrEqual(ledger.given);
    }
  });

  it('moves with a strength that is drawn elsewhere, and with no other die', () => {
    const link = tables.links.find(({ id }) => id === 'surgeViolence');
    if (!link) throw new Error('no link');
    const upper = boundsOf(link, 'upper');
    expect(upper.to).toBe(link.strength + link.doubt);
    expect(upper.from).toBeGreaterThan(link.strength);
    expect(boundsOf(link, { from: -9999, to: 9999 })).toEqual(boundsOf(link, undefined));
    expect(boundsOf({ strength: -600, doubt: 300 }, 'upper')).toEqual({ from: -900, to: -700 });
    // A range that is the whole one changes nothing.
    const same = { ...whole, strengths: { surgeViolence: boundsOf(link, undefined) } };
    expect(playGames(tables, same, 0, 8)).toEqual(games.rows);
  });
});
