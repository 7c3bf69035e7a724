/**
 * A played game, laid out so that it can be played again without something: where each round began and ended, and what its
 * decisions referred to. What is taken out is the business of `without.ts`.
 */
import type { Change } from '../changes.ts';
import { decide } from '../decide.ts';
import { dealsIn } from '../deals/terms.ts';
import { phaseOf, start } from '../position.ts';
import { chanceOf } from '../record.ts';
import type { GameRecord } from '../record.ts';
import type { Chance } from '../run.ts';
import type { Tables } from '../tables.ts';
import { listFactors } from './factors.ts';
import type { Factor } from './factors.ts';

export interface Played {
  readonly tables: Tables;
  readonly record: GameRecord;
  readonly chance: Chance;
  /** Cells before anything was decided in a round, by round - 1. */
  readonly starts: readonly Int32Array[];
  /** Place of the first decision of a round, by round - 1. */
  readonly firsts: readonly number[];
  /** Cells when a round had been played, by round - 1; the quarters that ran on included. */
  readonly ends: readonly Int32Array[];
  /** Cells as they stand at last, the ending included. */
  readonly final: Int32Array;
  /** Serial number of the offer that a decision made, by its place in the record. */
  readonly serials: ReadonlyMap<number, number>;
  readonly factors: readonly Factor[];
}

/**
 * Lay out a game.
 * @param record one that replays on these tables: find that out first with `replay`
 * @param chance its luck, where that is not the record's own
 * @throws when a decision of it is refused
 */
export function openPlayed(tables: Tables, record: GameRecord, chance = chanceOf(tables, record)): Played {
  const begun = start(tables, record.options, chance);
  let { position } = begun;
  const cells = position.cells.slice();
  const changes: Change[] = [];
  const starts = [position.cells];
  const firsts = [0];
  const ends: Int32Array[] = [];
  const serials = new Map<number, number>();
  record.decisions.forEach((decision, at) => {
    const decided = decide(position, decision, chance);
    if (!decided.ok) throw new Error('this record does not replay on these rules');
    if (decision.kind === 'offer') serials.set(at, newSerial(tables, position.cells, decided.position.cells));
    for (const change of decided.changes) {
      changes.push(change);
      cells[tables.layout.cell(change.where)] = change.to;
      if (change.where === 'round') ends.push(cells.slice());
    }
    position = decided.position;
    if (ends.length >= firsts.length && phaseOf(position) !== 'over') {
      starts.push(position.cells);
      firsts.push(at + 1);
    }
  });
  const drawn = tables.links.filter(({ index, strength }) => chance.strengths[index] !== strength);
  const factors = listFactors(
    record.decisions,
    changes,
    drawn.map(({ id }) => id),
  );
  return { tables, record, chance, starts, firsts, ends, final: position.cells, serials, factors };
}

/** Find the serial number of the offer that one decision has put on the table; 0 where there is none. */
export function newSerial(tables: Tables, before: Int32Array, after: Int32Array): number {
  const known = new Set(dealsIn(tables, before).map(({ serial }) => serial));
  return dealsIn(tables, after).find(({ serial }) => !known.has(serial))?.serial ?? 0;
}
