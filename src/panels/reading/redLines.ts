/** A capital's red lines as its screens show them: which there are, and when each was crossed. How they are worded is not decided here. */
import { redLinesOf } from '../../engine/consequences/standing.ts';
import type { CapitalTable } from '../../engine/tables.ts';

export interface HeldLine {
  readonly id: string;
  /** The round in which it was crossed; 0 while it holds. */
  readonly crossed: number;
}

/** A game as one of its seats holds it. */
interface Held {
  readonly seat: string;
  readonly capital: CapitalTable;
  readonly cells: Int32Array;
  at(path: string): number;
}

/** List the red lines of a game's own seat, in the scenario's order. */
export function redLinesIn(game: Held): HeldLine[] {
  return redLinesOf(game.capital, game.cells, game.at('layers')).map(({ id }) => ({
    id,
    crossed: game.at(`crossed.${game.seat}.${id}`),
  }));
}
