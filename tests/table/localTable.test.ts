/** A table for one: what the computers at it say reaches the game, whoever of them is refused. */
import { expect, test } from 'vitest';
import { seedFrom } from '../../src/engine/dice.ts';
import { dealsIn } from '../../src/engine/deals/terms.ts';
import { seedsFrom } from '../../src/engine/position.ts';
import { theRealScenario } from '../engine/aGame.ts';
import { openLocalTable } from '../../src/table/localTable.ts';
import type { ComputerSeat } from '../../src/table/computers.ts';

const { tables } = theRealScenario();

/** A capital that only answers, and always with the same. */
function answering(
  seat: string,
  answer: 'accept' | 'decline',
  offerOf: (waiting: number) => number,
): ComputerSeat {
  return {
    seat,
    open: () => [],
    answers: (view) =>
      dealsIn(tables, view.cells)
        .filter(({ state, by, accepted }) => state === 'proposed' && by !== seat && !accepted.includes(seat))
        .map(({ serial }) => ({
          decision: { seat, round: 1, kind: 'answer', offer: offerOf(serial), answer } as const,
          reasons: [],
        })),
    lock: () => ({ decision: { seat, round: 1, kind: 'lock', orders: { moves: [] } }, reasons: [] }),
  };
}

test('a capital whose answer is refused keeps no other from answering', async () => {
  const table = openLocalTable({
    tables,
    options: { rounds: 3, moves: 2, layers: [] },
    seeds: seedsFrom(seedFrom('refused')),
    seat: 'russia',
    // Tehran answers an offer that does not exist.
    computers: [
      answering('iran', 'accept', () => 999_999),
      answering('turkey', 'decline', (serial) => serial),
    ],
    players: {},
  });
  const terms = [
    { capital: 'russia', kind: 'make', move: 'guaranteeTruce' },
    { capital: 'turkey', kind: 'make', move: 'mendTies' },
  ] as const;
  const offer = { to: ['iran', 'turkey'], terms, from: 1, until: 2, secret: false, stake: 0 };
  expect(await table.decide({ seat: 'russia', round: 1, kind: 'offer', offer })).toEqual({ ok: true });
  expect(table.state.said.map(({ seat, answer }) => [seat, answer])).toEqual([['turkey', 'decline']]);
});
