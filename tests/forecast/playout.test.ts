import { expect, test } from 'vitest';
import { dealsIn } from '../../src/engine/deals/terms.ts';
import { apply, decide } from '../../src/engine/decide.ts';
import { seedFor, seedFrom } from '../../src/engine/dice.ts';
import { drawChance, roundOf, seedsFrom, start } from '../../src/engine/position.ts';
import { replay, replayDigests } from '../../src/engine/record.ts';
import { viewFor } from '../../src/engine/seats.ts';
import { forecast } from '../../src/forecast/forecast.ts';
import { drawSeats, lockOrders, playGame, talk } from '../../src/forecast/playout.ts';
import { policies } from '../../src/forecast/policy.ts';
import type { PolicyName } from '../../src/forecast/policy.ts';
import { rollOut } from '../../src/forecast/rollOut.ts';
import { bigTables } from './bigScenario.ts';
import { aPlayout, longGame, someChance, tables } from './june2016.ts';

test('a playout repeats with its seed, and another seed gives another', () => {
  expect(aPlayout('same').record).toEqual(aPlayout('same').record);
  expect(aPlayout('same').record.digests).not.toEqual(aPlayout('other').record.digests);
});

/** Games that are compared here; the soak compares a thousand. */
const alike: Partial<Record<PolicyName, number>> = { 'quick@4': 20, 'deep@4': 1 };

test.each(Object.keys(policies) as PolicyName[])(
  '%s plays alike on bare cells and through decide()',
  (policy) => {
    for (let game = 0; game < (alike[policy] ?? 3); game++) {
      const bare = aPlayout(`alike ${game}`, policy);
      const traced = aPlayout(`alike ${game}`, policy, longGame, true);
      expect(traced.record).toEqual(bare.record);
      expect(traced.changes?.length).toBeGreaterThan(500);
      const again = replay(tables, bare.record);
      expect([again.refused, again.differs]).toEqual([null, null]);
      expect(replayDigests(tables, bare.record)).toEqual(bare.record.digests);
    }
  },
);

test('a scenario of two hundred links and sixty moves a capital is played', () => {
  const big = bigTables(tables.scenario, 200, 60);
  expect(big.links.length).toBe(200);
  expect(big.capitals.map(({ moves }) => moves.length)).toEqual([60, 60, 60, 60]);
  const setup = { seeds: seedsFrom(seedFrom('big')), options: longGame };
  const played = playGame(big, setup);
  expect(played.record.digests).toHaveLength(longGame.rounds);
  expect(playGame(big, { ...setup, traced: true }).record).toEqual(played.record);
});

test('what computer capitals decide is accepted, but for what they could not know', () => {
  for (const policy of ['quick@4', 'random@1'] as const) {
    for (let game = 0; game < 5; game++) {
      const chance = someChance(`accepted ${game}`);
      const cells = start(tables, longGame, chance).position.cells.slice();
      const refused: string[] = [];
      const board = {
        tables,
        seats: drawSeats(tables, seedFrom(`accepted ${game}`), policy),
        keep: {},
        cells: () => cells,
        seenBy: ({ id }: { id: string }) =>
          viewFor({ tables, cells, last: new Int32Array(), nextChange: 0 }, id).cells,
        put: (decision: Parameters<typeof apply>[2]) => {
          const why = apply(tables, cells, decision, chance, null);
          if (why) refused.push(`${decision.kind} ${why.reason}`);
          return why === null;
        },
      };
      while ((cells[tables.at.phase] ?? 0) < 2) {
        talk(board);
        for (const capital of tables.capitals) lockOrders(board, capital);
      }
      // A partner can be full of pacts that only its members see, and the table full of offers.
      const known = ['answer pactsFull', 'offer tableFull'];
      expect(refused.filter((why) => !known.includes(why))).toEqual([]);
    }
  }
});

test('two hundred games end, and every ending reached is one of the scenario', () => {
  const quick = forecast(tables, { games: 60, seed: seedFrom('end'), options: longGame });
  const random = forecast(tables, {
    games: 140,
    seed: seedFrom('end'),
    options: longGame,
    policy: 'random@1',
  });
  const count = (endings: Readonly<Record<string, number>>) =>
    Object.values(endings).reduce((sum, games) => sum + games, 0);
  expect([count(quick.endings), count(random.endings)]).toEqual([60, 140]);
  // No one way of ending swallows the rest.
  expect(Math.max(...Object.values(quick.endings))).toBeLessThan(60 * 0.55);
  expect(Object.values(quick.endings).filter((games) => games > 0).length).toBeGreaterThanOrEqual(5);
  // Every move of the scenario is made in some game.
  const unused = Object.keys(random.moves).filter(
    (move) => random.moves[move] === 0 && quick.moves[move] === 0,
  );
  expect(unused).toEqual([]);
  const { made, kept } = quick.pacts;
  expect(made / 60).toBeGreaterThan(3);
  expect((made - kept) / made).toBeGreaterThan(0.1);
  expect((made - kept) / made).toBeLessThan(0.45);
  const pegged = Object.entries(quick.aims).filter(([, { mean }]) => mean < 1000 || mean > 9000);
  expect(pegged).toEqual([]);
});

test('a forecast is the same for the same seed, and plain data', () => {
  const request = { games: 12, seed: seedFrom('plain'), options: longGame };
  const one = forecast(tables, request);
  expect(forecast(tables, request)).toEqual(one);
  expect(JSON.parse(JSON.stringify(one))).toEqual(one);
  expect(one.levels['issue.assad']).toHaveLength(9);
});

test('a forecast counts what the records of its games tell: each offer, and each pact, those that end in the last quarter too', () => {
  for (const policy of ['quick@4', 'random@1'] as const) {
    const request = { games: 4, seed: seedFrom('pacts'), options: { ...longGame, rounds: 4 }, policy };
    const told = { offered: 0, made: 0 };
    for (let game = 0; game < request.games; game++) {
      const seed = seedFor(request.seed, `game ${game}`);
      const seats = drawSeats(tables, seed, policy);
      const { record } = playGame(tables, { seeds: seedsFrom(seed), options: request.options, seats });
      told.offered += record.decisions.filter(({ kind }) => kind === 'offer').length;
      const closed = (cells: Int32Array): void => {
        for (const { state, ended } of dealsIn(tables, cells))
          if (ended === 4 && /^(kept|breached|tried|lapsed)$/.test(state)) told.made++;
      };
      const chance = { ...drawChance(tables, seedsFrom(seed)), closed };
      let { position } = start(tables, request.options, chance);
      for (const decision of record.decisions) {
        const decided = decide(position, decision, chance);
        if (!decided.ok) throw new Error(decided.why.reason);
        const round = roundOf(position);
        position = decided.position;
        if (roundOf(position) === round + 1)
          for (const { state, ended } of dealsIn(tables, position.cells))
            if (ended === round && /^(kept|breached|tried|lapsed)$/.test(state)) told.made++;
      }
    }
    const { offered, made, ...ends } = forecast(tables, request).pacts;
    expect({ offered, made }).toEqual(told);
    expect(made).toBe(Object.values(ends).reduce((sum, one) => sum + one, 0));
  }
});

test('a stance held by constraint stands at the end of every game', () => {
  const request = {
    games: 10,
    seed: seedFrom('keep'),
    options: longGame,
    keep: { 'iran.consults': 'both', 'usa.isis': 'armYpg' },
  };
  for (let game = 0; game < request.games; game++) {
    const cells = rollOut(tables, request, game);
    const stance = (owner: string, line: string) => {
      const table = tables.lines.find((one) => one.owner === owner && one.id === line);
      return table?.stances[cells[table.cell] ?? 0];
    };
    expect([stance('iran', 'consults'), stance('usa', 'isis')]).toEqual(['both', 'armYpg']);
  }
});

test('in a short game without layers the computers play on', () => {
  const { record } = aPlayout('short', 'quick@4', { rounds: 3, moves: 2, layers: [] });
  expect(record.digests).toHaveLength(3);
  expect(record.decisions.some(({ kind }) => kind === 'warn')).toBe(false);
});
