/** The one place where forecasts call playouts: games played on from cells to their end by computer capitals. */
import type { Decision } from '../engine/decide.ts';
import type { SeatPlayer } from '../engine/record.ts';
import type { Chance } from '../engine/run.ts';
import type { Tables } from '../engine/tables.ts';
import type { Keep } from './keep.ts';
import { playOut } from './playout.ts';

/** Who is told what while a game is played on. */
export interface Told {
  /** Decisions are put into words only where somebody listens. */
  decision?(decision: Decision): void;
  /** A round was played; the quarters that run on without orders come in one with the last. */
  round?(): void;
}

/** Who plays a capital in a forecast: a computer, and with whom alone it makes deals where it does not with all. */
export type Player = SeatPlayer & { readonly dealsWith?: readonly string[] };

/**
 * Play a game on to its end.
 * @param cells at talks, or closed with some orders locked; they are written
 */
export function rollOn(
  tables: Tables,
  cells: Int32Array,
  chance: Chance,
  seats: Readonly<Record<string, Player>>,
  keep: Keep,
  told: Told,
): void {
  const { decision } = told;
  playOut(tables, cells, chance, seats, keep, {
    ...(decision ? { decision: (one: Decision) => decision(one) } : {}),
    round: () => told.round?.(),
  });
}
