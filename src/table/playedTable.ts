/**
 * A table at which nothing more can be decided: it shows a game as it was played, from what a save kept of it. Used where
 * today's rules or scenario give a record other digests than it had.
 */
import { engineVersion } from '../engine/record.ts';
import type { GameRecord } from '../engine/record.ts';
import type { Change } from '../engine/changes.ts';
import { phases } from '../engine/position.ts';
import type { Tables } from '../engine/tables.ts';
import type { Said, Table, TableState } from './table.ts';

export interface Played {
  readonly tables: Tables;
  readonly seat: string;
  readonly record: GameRecord;
  readonly changes: readonly Change[];
  readonly cells: Int32Array;
  readonly said: readonly Said[];
}

/** Open a table over a game as it was kept; every decision is refused with the reason `asPlayed`. */
export function openPlayedTable({ tables, seat, record, changes, cells, said }: Played): Table {
  const shown = fitting(tables, cells, changes);
  const state: TableState = {
    view: { seat, cells: shown },
    changes,
    fresh: changes.length,
    waitingFor: [],
    said,
  };
  const isOver = phases[shown[tables.at.phase] ?? 0] === 'over';
  return {
    tables,
    seat,
    state,
    subscribe: () => () => undefined,
    decide: async () => ({
      ok: false,
      why: { reason: 'asPlayed', args: { then: record.engine, now: engineVersion } },
    }),
    record: () => record,
    allSaid: () => said,
    everything: () =>
      isOver
        ? {
            position: {
              tables,
              cells: shown,
              last: new Int32Array(tables.layout.size).fill(-1),
              nextChange: changes.length,
            },
            changes,
            said,
            record,
          }
        : null,
  };
}

/** Cells as kept; where today's layout is another, cells built anew from the start and the changes whose paths still exist. */
function fitting(tables: Tables, cells: Int32Array, changes: readonly Change[]): Int32Array {
  const { layout } = tables;
  if (cells.length === layout.size) return cells;
  const built = layout.start.slice();
  built[tables.at.round] = 1;
  for (const { where, to } of changes) {
    const cell = layout.find(where);
    if (cell >= 0) built[cell] = to;
  }
  return built;
}
