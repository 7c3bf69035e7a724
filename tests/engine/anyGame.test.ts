/** What holds in any game: properties, tried on random legal play of the real scenario. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyChanges, causeKinds, steps } from '../../src/engine/changes.ts';
import { apply, decide } from '../../src/engine/decide.ts';
import type { Decision } from '../../src/engine/decide.ts';
import { checkOrders } from '../../src/engine/orders.ts';
import { digest, phaseOf, roundOf } from '../../src/engine/position.ts';
import type { Position } from '../../src/engine/position.ts';
import { isOver, newRecord, recorded, replay, replayDigests } from '../../src/engine/record.ts';
import { seedsFrom } from '../../src/engine/position.ts';
import { seedFrom } from '../../src/engine/dice.ts';
import { theRealScenario } from './aGame.ts';
import { allOn, beginGame, picker, playRandomly, someOrders, someTalk } from './randomPlay.ts';

const { tables } = theRealScenario();
const { layout } = tables;
const seeds = fc.integer({ min: 0, max: 1_000_000 }).map(String);
const games = (runs: number) => ({ numRuns: runs });

/** Play some rounds at random and stop while talks are open. */
function inTheMiddle(seed: string, rounds: number): Position {
  let position = beginGame(tables, seed).position;
  playRandomly(tables, seed, ({ decided }) => {
    if (roundOf(decided.position) <= rounds && phaseOf(decided.position) === 'talks')
      ({ position } = decided);
  });
  return position;
}

describe('in any game', () => {
  test('a decision never changes the position it was taken on', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        playRandomly(tables, seed, ({ before, decision, decided }) => {
          const was = digest(before.cells);
          const last = before.last.slice();
          decide(before, decision, beginGame(tables, seed).chance);
          expect(digest(before.cells)).toBe(was);
          expect(before.last).toEqual(last);
          expect(decided.position.cells).not.toBe(before.cells);
        });
      }),
      games(3),
    );
  });

  test('playing with a trace and without one comes to the same', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { chance } = beginGame(tables, seed);
        playRandomly(tables, seed, ({ before, decision, decided }) => {
          const cells = before.cells.slice();
          expect(apply(tables, cells, decision, chance, null)).toBeNull();
          expect(digest(cells)).toBe(digest(decided.position.cells));
        });
      }),
      games(5),
    );
  });

  test('the changes, applied to the old position, give the new one', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        playRandomly(tables, seed, ({ before, decided }) => {
          expect(digest(applyChanges(tables, before.cells, decided.changes))).toBe(
            digest(decided.position.cells),
          );
        });
      }),
      games(5),
    );
  });

  test('every change follows on the last one of its cell, and has a cause that came before it', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const begun = beginGame(tables, seed);
        const known = new Set(begun.changes.map(({ id }) => id));
        const cells = applyChanges(tables, layout.start, begun.changes);
        let next = begun.position.nextChange;
        playRandomly(tables, seed, ({ before, decided }) => {
          cells.set(before.cells);
          for (const change of decided.changes) {
            expect(change.id).toBe(next++);
            expect(cells[layout.cell(change.where)]).toBe(change.from);
            expect(change.to).not.toBe(change.from);
            cells[layout.cell(change.where)] = change.to;
            expect(causeKinds).toContain(change.by.kind);
            expect(steps).toContain(change.step);
            expect(change.by.id).not.toMatch(/undefined/);
            expect(change.because === -1 || known.has(change.because)).toBe(true);
            expect(change.because).toBeLessThan(change.id);
            known.add(change.id);
          }
        });
      }),
      games(4),
    );
  });

  test('whatever stands on a link, an event, a clock or a move names its sources', () => {
    playRandomly(tables, 'sources', ({ decided }) => {
      for (const { by, source } of decided.changes)
        if (
          [
            'link',
            'late',
            'event',
            'clock',
            'outsider',
            'move',
            'press',
            'asked',
            'unasked',
            'answer',
          ].includes(by.kind)
        )
          expect([by.kind, by.id, source.length > 0]).toEqual([by.kind, by.id, true]);
    });
  });

  test('the shares of each governorate add to 100.00, and every cell stays within its bounds', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        playRandomly(tables, seed, ({ decided }) => {
          const { cells } = decided.position;
          for (const { id } of tables.scenario.governorates) {
            const shares = tables.scenario.holders.map(
              (holder) => cells[layout.cell(`control.${id}.${holder}`)]!,
            );
            expect(shares.reduce((sum, share) => sum + share, 0)).toBe(10000);
          }
          const out = layout.paths.filter(
            (_, cell) => cells[cell]! < layout.least[cell]! || cells[cell]! > layout.most[cell]!,
          );
          expect(out).toEqual([]);
        });
      }),
      games(5),
    );
  });

  test('no watched level moves more than one step from report to report', () => {
    const watched = layout.paths.filter((path) => /^(home|trust|aim|people)(\.|$)/.test(path));
    fc.assert(
      fc.property(seeds, (seed) => {
        let report = beginGame(tables, seed).position;
        playRandomly(tables, seed, ({ decided }) => {
          const played = roundOf(decided.position) - roundOf(report);
          if (played === 0) return;
          for (const path of watched) {
            const cell = layout.cell(path);
            const moved = Math.abs(decided.position.cells[cell]! - report.cells[cell]!);
            // The last report comes after three rounds: the one that was ordered and two that ran on.
            expect([path, moved <= 2000 * played]).toEqual([path, true]);
          }
          report = decided.position;
        });
      }),
      games(6),
    );
  });

  test('at most two acts unasked and three events come in a round, all with a sign before', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        playRandomly(tables, seed, ({ before, decided }) => {
          const rounds = new Set(decided.changes.map(({ round }) => round));
          for (const round of rounds) {
            const now = decided.changes.filter((change) => change.round === round);
            const acts = now.filter(
              ({ where, by }) =>
                (by.kind === 'unasked' && where.startsWith('made.')) || where.startsWith('acted.'),
            );
            const events = now.filter(({ where }) => where.startsWith('event.'));
            expect(acts.length).toBeLessThanOrEqual(2);
            expect(events.length).toBeLessThanOrEqual(3);
            if (round !== roundOf(before)) continue;
            for (const { where } of [...acts, ...events]) {
              const [kind, ...rest] = where.split('.');
              const sign =
                kind === 'made' ? rest.join('.') : `${kind === 'acted' ? 'outsider' : 'event'}.${rest[0]}`;
              expect([sign, before.cells[layout.cell(`sign.${sign}`)]]).toEqual([sign, 1]);
            }
          }
        });
      }),
      games(5),
    );
  });

  test('it does not matter in which order seats lock', () => {
    fc.assert(
      fc.property(
        seeds,
        fc.integer({ min: 1, max: 6 }),
        fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }),
        (seed, rounds, order) => {
          const position = inTheMiddle(seed, rounds);
          const { chance } = beginGame(tables, seed);
          const pick = picker(`orders ${seed}`);
          const locks = tables.capitals.map((capital): Decision => ({
            seat: capital.id,
            round: roundOf(position),
            kind: 'lock',
            orders: someOrders(position, capital, pick),
          }));
          const played = (sequence: number[]) =>
            sequence.reduce((now, at) => {
              const decided = decide(now, locks[at]!, chance);
              if (!decided.ok) throw new Error(decided.why.reason);
              return decided.position;
            }, position);
          expect(digest(played(order).cells)).toBe(digest(played([0, 1, 2, 3]).cells));
        },
      ),
      games(25),
    );
  });

  test('a record plays again to the same digests, with a trace and without', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        let record = newRecord(tables, seedsFrom(seedFrom(seed)), allOn, {});
        const { position } = playRandomly(tables, seed, ({ before, decision, decided }) => {
          record = recorded(record, decision, before, decided.position);
        });
        const read: typeof record = JSON.parse(JSON.stringify(record));
        const again = replay(tables, read);
        expect(again).toMatchObject({ differs: null, refused: null, digests: record.digests });
        expect(isOver(again.position)).toBe(true);
        expect(digest(again.position.cells)).toBe(digest(position.cells));
        expect(replayDigests(tables, read)).toEqual(record.digests);
        expect(record.digests).toHaveLength(allOn.rounds);
      }),
      games(5),
    );
  });

  test('a record whose digest was altered names the round that differs', () => {
    let record = newRecord(tables, seedsFrom(seedFrom('5')), allOn, {});
    playRandomly(tables, '5', ({ before, decision, decided }) => {
      record = recorded(record, decision, before, decided.position);
    });
    const digests = record.digests.map((one, at) => (at === 2 ? '0000000000000000' : one));
    expect(replay(tables, { ...record, digests }).differs).toBe(3);
  });

  test('orders that pass the check can be locked, and others are refused with a reason', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 1, max: 7 }), (seed, rounds) => {
        const position = inTheMiddle(seed, rounds);
        const { chance } = beginGame(tables, seed);
        const pick = picker(`any ${seed}`);
        for (const capital of tables.capitals) {
          for (let tries = 0; tries < 10; tries++) {
            const moves = Array.from({ length: pick(4) }, () => {
              const move = capital.moves[pick(capital.moves.length)]!;
              return { move: move.id, ...(move.kind === 'press' ? { influence: pick(5) } : {}) };
            });
            const checked = checkOrders(tables, position.cells, capital, { moves });
            const decided = decide(
              position,
              { seat: capital.id, round: roundOf(position), kind: 'lock', orders: { moves } },
              chance,
            );
            expect(decided.ok).toBe(!('reason' in checked));
            if (!decided.ok) expect(decided.why.reason).toMatch(/^[a-z][A-Za-z]*$/);
          }
          const talk = decide(position, someTalk(position, capital, pick), chance);
          if (!talk.ok) expect(talk.why.reason).toMatch(/^[a-z][A-Za-z]*$/);
        }
      }),
      games(10),
    );
  });
});
