/** The one place where forecasts call playouts: games played on from cells to their end by computer capitals. */
import { apply } from '../engine/decide.ts';
import type { Decision } from '../engine/decide.ts';
import type { SeatPlayer } from '../engine/record.ts';
import type { Chance } from '../engine/run.ts';
import type { Tables } from '../engine/tables.ts';
import { keptAloof } from './aloof.ts';
import type { DealsWith } from './aloof.ts';
import type { Keep } from './keep.ts';
import { lockOrders, playOut, talk } from './playout.ts';

/** Who is told what while a game is played on. */
export interface Told {
  decision?(decision: Decision): void;
  /** A round was played; the quarters that run on without orders come in one with the last. */
  round?(): void;
}

/**
 * Play a game on to its end.
 * @param cells at talks, or closed with some orders locked; they are written
 * @param dealsWith capitals that deal with some others only; left out, all deal with all
 */
export function rollOn(
  tables: Tables,
  cells: Int32Array,
  chance: Chance,
  seats: Readonly<Record<string, SeatPlayer>>,
  keep: Keep,
  told: Told,
  dealsWith?: DealsWith,
): void {
  let round = cells[tables.at.round] ?? 0;
  const watch = (decision: Decision): void => {
    told.decision?.(decision);
    const now = cells[tables.at.round] ?? 0;
    if (now === round) return;
    round = now;
    told.round?.();
  };
  if (!dealsWith) {
    const { decision } = told;
    playOut(tables, cells, chance, seats, keep, {
      ...(decision ? { decision: (one) => decision(one) } : {}),
      round: () => told.round?.(),
    });
    return;
  }
  const board = {
    tables,
    seats,
    keep,
    cells: () => cells,
    seenBy: () => cells,
    put(wanted: Decision) {
      const decision = keptAloof(tables, dealsWith, wanted);
      if (!decision || apply(tables, cells, decision, chance, null)) return false;
      watch(decision);
      return true;
    },
  };
  while ((cells[tables.at.phase] ?? 0) < 2) {
    talk(board);
    for (const capital of tables.capitals) lockOrders(board, capital);
  }
}
