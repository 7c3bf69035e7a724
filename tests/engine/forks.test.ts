/** Forks in a record: kept as what differs, read back as games of their own, and refused where they fit nowhere. */
import { describe, expect, it } from 'vitest';
import type { Decision } from '../../src/engine/decide.ts';
import { branchOf, withBranch } from '../../src/engine/forks.ts';
import type { GameRecord } from '../../src/engine/record.ts';
import { readRecord } from '../../src/engine/recordFile.ts';

const lock = (seat: string, round: number, move?: string): Decision => ({
  seat,
  round,
  kind: 'lock',
  orders: { moves: move === undefined ? [] : [{ move }] },
});
const digest = '0123456789abcdef';
const main: GameRecord = {
  format: 2,
  engine: '1.0.0',
  scenario: { id: 'tehran-2016', version: '0.1.0', digest },
  seeds: { dice: digest, doubt: digest },
  options: { rounds: 3, moves: 2, layers: [] },
  seats: { iran: { plays: 'person' } },
  decisions: [lock('iran', 1, 'surge'), lock('usa', 1), lock('iran', 2), lock('usa', 2)],
  digests: [digest, digest],
};
const seats = { iran: { plays: 'computer', policy: 'quick' } } as const;
const first: GameRecord = {
  ...main,
  seats,
  decisions: [lock('iran', 1), lock('usa', 1), lock('iran', 2, 'operate')],
  digests: [digest],
};
const second: GameRecord = { ...first, decisions: [lock('iran', 1), lock('usa', 1), lock('iran', 2)] };

const kept = withBranch(withBranch(main, first, { id: 'a', of: '', at: 0, changed: 1 }), second, {
  id: 'b',
  of: 'a',
  at: 2,
  changed: 1,
});

describe('Forks of a record', () => {
  it('come back as the games that they were', () => {
    expect(branchOf(kept, '')).toEqual(main);
    expect(branchOf(kept, 'a')).toEqual(first);
    expect(branchOf(kept, 'b')).toEqual(second);
    expect(branchOf(kept, 'c')).toBeNull();
    expect(kept.forks?.[1]?.decisions).toHaveLength(1);
  });

  it('are kept anew when they have gone further, in the same place', () => {
    const further = { ...first, decisions: [...first.decisions, lock('usa', 2)] };
    const again = withBranch(kept, further, { id: 'a', of: '', at: 0, changed: 1 });
    expect(again.forks?.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(branchOf(again, 'a')).toEqual(further);
  });

  it('stay with the game when the game itself goes on', () => {
    const further = { ...main, decisions: [...main.decisions, lock('iran', 3)] };
    const again = withBranch(kept, further, { id: '', of: '', at: 0, changed: 0 });
    expect(branchOf(again, '')).toEqual(further);
    expect(branchOf(again, 'b')).toEqual(second);
  });

  it('are written to a file and read back; a file without them, of the first format, is read too', () => {
    expect(readRecord(JSON.stringify(kept))).toEqual({ ok: true, record: kept });
    expect(readRecord(JSON.stringify({ ...main, format: 1 }))).toEqual({ ok: true, record: main });
  });

  it.each([
    ['leaves a game that is not there', { of: 'z' }],
    ['leaves a later fork', { of: 'b' }],
    ['stands twice', { id: 'b' }],
    ['begins after the end of what it leaves', { at: 9 }],
  ])('are refused in one sentence where one %s', (_, wrong) => {
    const [one, other] = kept.forks ?? [];
    const read = readRecord(JSON.stringify({ ...kept, forks: [{ ...one, ...wrong }, other] }), 'game.json');
    expect(read.ok ? null : read.problem.kind).toBe('wrong');
    expect(read.ok ? '' : read.problem.sentence).toMatch(
      /^game\.json, forks\.[01]: found .*, expected an id of its own, and a place in the game or in an earlier fork\.$/,
    );
  });
});
