/** Counterfactual shares: the same game without one thing, the same dice, every other decision kept; and sums that come out. */
import { describe, expect, it } from 'vitest';
import { factorId } from '../../../src/engine/counterfactual/factors.ts';
import { openPlayed } from '../../../src/engine/counterfactual/played.ts';
import type { Played } from '../../../src/engine/counterfactual/played.ts';
import { sharesOf, sift, siftOne, weigh } from '../../../src/engine/counterfactual/shares.ts';
import type { Sifted } from '../../../src/engine/counterfactual/shares.ts';
import { playWithout, withLuck } from '../../../src/engine/counterfactual/without.ts';
import { newRecord, recorded, replay } from '../../../src/engine/record.ts';
import type { GameRecord } from '../../../src/engine/record.ts';
import { aRandomGame } from '../../panels/aRandomGame.ts';
import { aGame, theRealScenario } from '../aGame.ts';
import type { GameSetup } from '../aGame.ts';

const { tables } = theRealScenario();

function sifted(played: Played): Sifted {
  const all = sift(played);
  while (siftOne(all));
  return all;
}

/** A game by hand, played with a record so that it can be played again. */
function recordedGame(setup: GameSetup, play: (game: ReturnType<typeof aGame>) => void): Played {
  const game = aGame(setup);
  const seeds = { dice: game.chance.dice, doubt: game.chance.dice };
  let record: GameRecord = newRecord(game.tables, seeds, { rounds: 8, moves: 2, layers: [] }, {});
  const take = game.take.bind(game);
  game.take = (decision) => {
    const before = game.position;
    const changes = take(decision);
    record = recorded(record, decision, before, game.position);
    return changes;
  };
  play(game);
  return openPlayed(game.tables, record);
}

describe('A game played without something', () => {
  const games = Array.from({ length: 2 }, (_, at) => aRandomGame(tables, `without ${at}`));

  it('is the game itself where what is missing never was', () => {
    for (const { record } of games) {
      const played = openPlayed(tables, record);
      const nothing = { id: 'event.none', kind: 'event', round: 1, seat: '', what: 'none', at: -1 } as const;
      const again = playWithout(played, [nothing]);
      expect(again.skipped).toEqual([]);
      expect(again.final).toEqual(played.final);
      expect(again.ends).toEqual(played.ends);
    }
  });

  it('comes out as the record without that decision does, where nothing else falls with it', () => {
    let compared = 0;
    for (const { record } of games) {
      const played = openPlayed(tables, record);
      for (const factor of played.factors) {
        if (factor.at < 0) continue;
        const other = playWithout(played, [factor]);
        if (other.skipped.length > 0) continue;
        const decisions = record.decisions.flatMap((decision, at) => {
          if (at !== factor.at) return [decision];
          if (decision.kind !== 'lock') return [];
          const { answer, moves, ...rest } = decision.orders;
          const orders = {
            ...rest,
            ...(factor.kind === 'answer' || answer === undefined ? {} : { answer }),
            moves: moves.filter(({ move }) => factor.what !== `${decision.seat}.${move}`),
          };
          return [{ ...decision, orders }];
        });
        const again = replay(tables, { ...record, decisions });
        if (again.refused) continue;
        expect(other.final, factor.id).toEqual(again.position.cells);
        compared++;
      }
    }
    expect(compared).toBeGreaterThan(40);
  });

  it('names what is no longer possible, and keeps the rest', () => {
    let named = 0;
    for (const { record } of games) {
      const played = openPlayed(tables, record);
      for (const factor of played.factors) {
        for (const { seat, round, why } of playWithout(played, [factor]).skipped) {
          expect(tables.capitals.map(({ id }) => id)).toContain(seat);
          expect(round).toBeGreaterThanOrEqual(factor.round);
          expect(why.reason).not.toBe('wrongRound');
          named++;
        }
      }
    }
    expect(named).toBeGreaterThan(10);
  });

  it('moves nothing before it was missing', () => {
    for (const { record } of games) {
      const played = openPlayed(tables, record);
      for (const factor of played.factors) {
        const { ends } = playWithout(played, [factor]);
        expect(ends.length, factor.id).toBe(played.ends.length);
        for (let round = 1; round < factor.round; round++)
          expect(ends[round - 1]).toEqual(played.ends[round - 1]);
      }
    }
  });
});

describe('Shares', () => {
  it('and what they leave over add up to the value, for every cell in every round', () => {
    for (let game = 0; game < 2; game++) {
      const all = sifted(openPlayed(tables, aRandomGame(tables, `shares ${game}`).record));
      for (const path of tables.layout.paths)
        for (let round = 1; round <= all.played.ends.length; round++) {
          const { value, start, course, shares, together } = sharesOf(all, path, round);
          const single = shares.reduce((sum, { by }) => sum + by, 0);
          expect(start + course + single + together).toBe(value);
        }
    }
  });

  it('count an order, an event and the luck of a press by what would have been without each', () => {
    const all = sifted(openPlayed(tables, aRandomGame(tables, 'kinds').record));
    const kinds = new Set(all.played.factors.map(({ kind }) => kind));
    expect([...kinds].toSorted()).toEqual(
      expect.arrayContaining(['accept', 'answer', 'die', 'event', 'move']),
    );
    const heaviest = weigh(all)[0];
    if (!heaviest) throw new Error('nothing weighs');
    const [effect] = heaviest.effects;
    const share = sharesOf(all, effect?.path ?? '', 99).shares.find(
      ({ factor }) => factor.id === heaviest.factor.id,
    );
    expect(share?.by).toBe(effect?.by);
  });

  it('take out what they say: the event does not happen, the client never acts by itself, the pact stays secret, the strength is the middle', () => {
    const seen = new Set<string>();
    for (const name of ['luck 4']) {
      const played = openPlayed(tables, aRandomGame(tables, name).record);
      for (const factor of played.factors) {
        const { kind, what } = factor;
        const path =
          kind === 'event'
            ? `event.${what}`
            : kind === 'act'
              ? `${what.includes('.') ? 'made' : 'acted'}.${what}`
              : '';
        if (path === '' && kind !== 'leak' && kind !== 'strength') continue;
        const { final, ends } = playWithout(played, [factor]);
        seen.add(kind);
        if (path !== '') {
          const cell = tables.layout.cell(path);
          expect([factor.id, played.final[cell]]).not.toEqual([factor.id, 0]);
          // What a press asks of a client it may still do.
          if (kind === 'event' || path.startsWith('acted.'))
            expect([factor.id, final[cell]]).toEqual([factor.id, 0]);
        }
        if (kind === 'leak') {
          const at = tables.deals.find(
            ({ serial }) => played.ends[factor.round - 1]?.[serial] === Number(what),
          );
          expect(at && played.ends[factor.round - 1]?.[at.leaked]).toBe(1);
          expect(at && ends[factor.round - 1]?.[at.leaked]).toBe(0);
        }
        if (kind === 'strength') {
          const link = tables.links.find(({ id }) => id === what);
          const strengths = played.chance.strengths.slice();
          strengths[link?.index ?? -1] = link?.strength ?? 0;
          const again = withLuck(played, { ...played.chance, strengths });
          expect(final).toEqual(again.final);
        }
      }
    }
    expect([...seen].toSorted()).toEqual(['act', 'event', 'leak', 'strength']);
  });

  it('of one order alone are all that there is, with nothing left over', () => {
    const played = recordedGame({}, (game) => {
      game.play({ iran: ['surge'] });
      game.play();
    });
    const all = sifted(played);
    const [order] = played.factors;
    expect(order).toMatchObject({ id: 'move.iran.surge.1', kind: 'move', seat: 'iran', at: 0 });
    const moved = weigh(all)[0]?.effects[0];
    const { shares, together } = sharesOf(all, moved?.path ?? '', 99);
    expect(shares[0]?.factor.id).toBe('move.iran.surge.1');
    expect(shares[0]?.by).not.toBe(0);
    if (played.factors.length === 1) expect(together).toBe(0);
  });

  it('are found from the change that a factor made', () => {
    const game = aRandomGame(tables, 'kinds');
    const played = openPlayed(tables, game.record);
    const known = new Set(played.factors.map(({ id }) => id));
    const capitalOf = (id: string): string =>
      tables.capitals[tables.decisions.find((one) => one.id === id)?.capital ?? -1]?.id ?? '';
    const found = new Set(
      game.changes.map((change) => factorId(change, capitalOf)).filter((id) => known.has(id)),
    );
    const felt = played.factors.filter(({ kind }) => kind !== 'cable' && kind !== 'strength');
    expect(found.size).toBeGreaterThan(felt.length * 0.9);
  });
});
