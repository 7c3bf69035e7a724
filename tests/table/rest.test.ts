/** Forks: the same past, one choice changed, the others deciding anew; and the same again whenever it is asked. */
import { describe, expect, it } from 'vitest';
import { beginFork } from '../../src/engine/counterfactual/fork.ts';
import { branchOf, withBranch } from '../../src/engine/forks.ts';
import { layers } from '../../src/engine/layers.ts';
import { seedFrom } from '../../src/engine/dice.ts';
import { phaseOf, seedsFrom } from '../../src/engine/position.ts';
import { replay } from '../../src/engine/record.ts';
import type { GameRecord } from '../../src/engine/record.ts';
import { openLocalTable } from '../../src/table/localTable.ts';
import { playRest } from '../../src/table/rest.ts';
import { computerSeats } from '../../src/table/seats.ts';
import { theRealScenario } from '../engine/aGame.ts';

const { tables } = theRealScenario();
const go = async (): Promise<void> => {};

async function aPlayedGame(name: string, rounds = 4, on: typeof layers | [] = layers): Promise<GameRecord> {
  const seeds = seedsFrom(seedFrom(name));
  const options = { rounds, moves: 2, layers: [...on] };
  const table = openLocalTable({
    tables,
    options,
    seeds,
    seat: 'iran',
    ...computerSeats(tables, 'iran', seeds),
  });
  for (let round = 1; round <= rounds; round++)
    await table.decide({ kind: 'lock', seat: 'iran', round, orders: { moves: [] } });
  return table.record();
}

/** An order that Tehran may lock in a round in which it locked none. */
function anOrder(record: GameRecord, round: number): GameRecord['decisions'][number] {
  const iran = tables.capitals.find(({ id }) => id === 'iran');
  for (const { id, cost, kind } of iran?.moves ?? []) {
    if (kind === 'press' || kind === 'joint' || cost > 3) continue;
    const changed = { kind: 'orders', seat: 'iran', round, orders: { moves: [{ move: id }] } } as const;
    const begun = beginFork(tables, record, changed);
    if ('record' in begun) return { seat: 'iran', round, kind: 'lock', orders: changed.orders };
  }
  throw new Error('Tehran can order nothing');
}

describe('A fork', () => {
  it('keeps the past and what others locked in the same round, changes one choice, and replays to its digests', async () => {
    const record = await aPlayedGame('fork');
    const lock = anOrder(record, 2);
    if (lock.kind !== 'lock') throw new Error('no lock');
    const begun = beginFork(tables, record, { kind: 'orders', seat: 'iran', round: 2, orders: lock.orders });
    if (!('record' in begun)) throw new Error(begun.reason);
    expect(begun.record.decisions.slice(0, begun.at)).toEqual(record.decisions.slice(0, begun.at));
    expect(begun.record.decisions[begun.at]).toEqual(lock);
    expect(begun.record.digests[0]).toBe(record.digests[0]);
    const others = (one: GameRecord) =>
      one.decisions.filter(({ kind, seat, round }) => kind === 'lock' && round === 2 && seat !== 'iran');
    expect(others(begun.record)).toEqual(others(record));

    const done: number[] = [];
    const rest = await playRest(tables, begun.record, 'iran', async (share) => void done.push(share));
    const again = replay(tables, rest.record);
    expect(again.refused).toBeNull();
    expect(again.differs).toBeNull();
    expect(phaseOf(again.position)).toBe('over');
    expect(again.digests).toEqual(rest.record.digests);
    expect(rest.record.seats['iran']?.plays).toBe('computer');
    expect(rest.said.length).toBeGreaterThan(0);
    expect(done).toEqual([...done].toSorted((one, other) => one - other));
  });

  it('comes out the same whenever it is played, and is kept in the record of its game', async () => {
    const record = await aPlayedGame('twice');
    const lock = anOrder(record, 1);
    if (lock.kind !== 'lock') throw new Error('no lock');
    const begun = beginFork(tables, record, { kind: 'orders', seat: 'iran', round: 1, orders: lock.orders });
    if (!('record' in begun)) throw new Error(begun.reason);
    const [one, other] = [
      await playRest(tables, begun.record, 'iran', go),
      await playRest(tables, begun.record, 'iran', go),
    ];
    expect(other.record).toEqual(one.record);
    const kept = withBranch(record, one.record, { id: 'f1', of: '', at: begun.at, changed: begun.changed });
    const found = branchOf(kept, 'f1');
    expect(found).toEqual(one.record);
    if (found) expect(replay(tables, found).digests).toEqual(one.record.digests);
  });

  it('can change any capital’s orders and any answer to an offer', async () => {
    const record = await aPlayedGame('any', 5);
    const silent = beginFork(tables, record, {
      kind: 'orders',
      seat: 'russia',
      round: 3,
      orders: { moves: [] },
    });
    expect(silent).toMatchObject({ changed: 1 });
    const at = record.decisions.findIndex((one) => one.kind === 'answer' && one.answer === 'accept');
    if (at < 0) return;
    const refused = beginFork(tables, record, { kind: 'answer', at, answer: 'decline' });
    if (!('record' in refused)) throw new Error(refused.reason);
    expect(refused.record.decisions).toHaveLength(at + 1);
    const rest = await playRest(tables, refused.record, 'iran', go);
    expect(replay(tables, rest.record).differs).toBeNull();
  });

  it('gives the reason where a choice could not have been made then', async () => {
    const record = await aPlayedGame('refused', 3, []);
    const orders = { moves: [{ move: 'nothing' }] };
    expect(beginFork(tables, record, { kind: 'orders', seat: 'iran', round: 1, orders })).toMatchObject({
      reason: 'noSuchMove',
    });
    expect(beginFork(tables, record, { kind: 'orders', seat: 'iran', round: 9, orders })).toMatchObject({
      reason: 'other',
    });
  });

  it('back at a seat’s first decision of a round is the game as it stood then', async () => {
    const record = await aPlayedGame('back', 3, []);
    const back = beginFork(tables, record, { kind: 'back', seat: 'iran', round: 2 });
    if (!('record' in back)) throw new Error(back.reason);
    expect(back.changed).toBe(0);
    expect(back.record.digests).toEqual(record.digests.slice(0, 1));
  });
});
