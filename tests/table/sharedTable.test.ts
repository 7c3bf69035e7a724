/** Several people at one table: what each of them sees, when the round is played, and what can be taken back. */
import { expect, test } from 'vitest';
import { dealsIn } from '../../src/engine/deals/terms.ts';
import { seedFrom } from '../../src/engine/dice.ts';
import { seedsFrom } from '../../src/engine/position.ts';
import { replay } from '../../src/engine/record.ts';
import type { Layer } from '../../src/engine/layers.ts';
import { openLocalTable } from '../../src/table/localTable.ts';
import { computerSeats } from '../../src/table/seats.ts';
import { openSharedTable } from '../../src/table/sharedTable.ts';
import type { SharedTable } from '../../src/table/sharedTable.ts';
import { theRealScenario } from '../engine/aGame.ts';

const { tables } = theRealScenario();
const seeds = seedsFrom(seedFrom('around one table'));

function aTable(people: readonly string[], layers: readonly Layer[] = []): SharedTable {
  return openSharedTable({ tables, options: { rounds: 3, moves: 2, layers }, seeds, people });
}
function lock(table: SharedTable, seat: string, moves: { move: string }[] = []) {
  return table.decide({ seat, round: table.round, kind: 'lock', orders: { moves } });
}
const cell = (table: SharedTable, seat: string, path: string): number =>
  table.at(seat).state.view.cells[tables.layout.find(path)] ?? 0;

test('a round is played when all people have sealed their orders, and nobody sees them before', () => {
  const table = aTable(['iran', 'turkey']);
  const before = table.at('turkey').state;
  expect(lock(table, 'iran', [{ move: 'surge' }]).ok).toBe(true);
  expect(table.round).toBe(1);
  expect(table.hasSealed('iran')).toBe(true);
  expect(cell(table, 'iran', 'locked.iran')).toBe(1);
  expect(cell(table, 'turkey', 'locked.iran')).toBe(0);
  expect([...table.at('turkey').state.view.cells]).toEqual([...before.view.cells]);
  expect(table.at('turkey').state.changes).toEqual(before.changes);
  expect(table.open.state.waitingFor).toEqual(['turkey']);
  expect(lock(table, 'turkey').ok).toBe(true);
  expect(table.round).toBe(2);
  const { changes, fresh } = table.open.state;
  expect(changes.slice(fresh).some(({ step }) => step === 'standing')).toBe(true);
  expect(table.open.state.waitingFor).toEqual(['iran', 'turkey']);
});

test('sealed orders can be taken back while somebody has not sealed', () => {
  const table = aTable(['iran', 'turkey']);
  lock(table, 'iran');
  expect(lock(table, 'iran')).toEqual({ ok: false, why: { reason: 'locked' } });
  table.unseal('iran');
  expect(cell(table, 'iran', 'locked.iran')).toBe(0);
  lock(table, 'turkey');
  expect(table.round).toBe(1);
  expect(lock(table, 'iran').ok).toBe(true);
  expect(table.round).toBe(2);
});

test('an offer goes from one to the other, in secret where that is on', () => {
  const table = aTable(['iran', 'russia', 'turkey', 'usa'], ['secrecy']);
  const offer = {
    to: ['turkey'],
    terms: [{ capital: 'iran', kind: 'forgo', move: 'surge' }],
    from: 1,
    until: 1,
    secret: true,
    stake: 0,
  } as const;
  expect(table.decide({ seat: 'iran', round: 1, kind: 'offer', offer }).ok).toBe(true);
  const seen = (seat: string): number => dealsIn(tables, table.at(seat).state.view.cells).length;
  expect([seen('iran'), seen('turkey'), seen('russia'), seen('usa')]).toEqual([1, 1, 0, 0]);
  expect(dealsIn(tables, table.open.state.view.cells)).toEqual([]);
  const serial = dealsIn(tables, table.at('turkey').state.view.cells)[0]?.serial ?? 0;
  expect(table.decide({ seat: 'turkey', round: 1, kind: 'answer', offer: serial, answer: 'accept' }).ok).toBe(
    true,
  );
  expect(dealsIn(tables, table.at('iran').state.view.cells)[0]?.state).toBe('inForce');
});

test('a seat decides for itself alone', async () => {
  const table = aTable(['iran', 'turkey']);
  const answer = await table
    .at('iran')
    .decide({ seat: 'turkey', round: 1, kind: 'lock', orders: { moves: [] } });
  expect(answer).toEqual({ ok: false, why: { reason: 'notYourSeat' } });
  expect(lock(table, 'russia')).toEqual({ ok: false, why: { reason: 'notYourSeat' } });
});

test('a round is taken back, a game is kept and gone on with, and its record replays', () => {
  const table = aTable(['iran', 'russia', 'turkey', 'usa']);
  for (const seat of table.people) lock(table, seat);
  const before = [...table.open.state.view.cells];
  for (const seat of ['iran', 'russia', 'usa']) lock(table, seat);
  expect(table.orderByComputer('turkey').ok).toBe(true);
  expect(table.round).toBe(3);
  table.undoRound();
  expect(table.round).toBe(2);
  expect([...table.open.state.view.cells]).toEqual(before);
  lock(table, 'iran', [{ move: 'surge' }]);
  const kept = structuredClone(table.keep());
  const again = openSharedTable({ tables, kept });
  expect(again.hasSealed('iran')).toBe(true);
  for (const seat of ['russia', 'turkey', 'usa']) lock(again, seat);
  for (const seat of again.people) lock(again, seat);
  expect(again.everything()?.position.cells[tables.at.phase]).toBe(3);
  expect(replay(tables, again.record()).differs).toBe(null);
});

test('one person at a shared table has the game that one has alone', async () => {
  const options = { rounds: 3, moves: 2, layers: [] };
  const alone = openLocalTable({
    tables,
    options,
    seeds,
    seat: 'iran',
    ...computerSeats(tables, 'iran', seeds),
  });
  const shared = aTable(['iran']);
  for (let round = 1; round <= 3; round++) {
    await alone.decide({ seat: 'iran', round, kind: 'lock', orders: { moves: [] } });
    lock(shared, 'iran');
  }
  expect(shared.record().digests).toEqual(alone.record().digests);
});

test('the debrief can follow any round', () => {
  const table = aTable(['iran', 'turkey']);
  for (const seat of table.people) lock(table, seat);
  lock(table, 'iran');
  expect(table.debrief().ok).toBe(true);
  expect(table.everything()).not.toBe(null);
  expect(table.at('iran').everything()?.record).toBe(table.record());
});
