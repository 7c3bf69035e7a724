/** A capital's red lines as its screens show them: which there are, when each was crossed, and what would cross it. */
import { redLinesOf } from '../../engine/consequences/standing.ts';
import { holds } from '../../engine/statecharts/holds.ts';
import type { CapitalTable } from '../../engine/tables.ts';
import { tellGuard, tellGuardNow } from './guard.ts';
import type { Reader } from './reader.ts';

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

/** What would cross a red line. */
export interface Crossing {
  /** Whether all of the conditions must hold together, or any one does. */
  readonly takes: 'all' | 'any';
  readonly conditions: readonly {
    readonly text: string;
    /** How what it looks at stands now; empty where the condition says that already. */
    readonly now: string;
    readonly holds: boolean;
  }[];
}

/** Tell what would cross one of a game's own red lines, and how much of it is so already; null where there is no such line. */
export function crossingOf(id: string, game: Held & Reader): Crossing | null {
  const when = game.capital.redLines.find((line) => line.id === id)?.when;
  if (!when) return null;
  const parts = when.op === 'all' || when.op === 'any' ? when.of : [when];
  return {
    takes: when.op === 'any' ? 'any' : 'all',
    conditions: parts.map((part) => ({
      text: tellGuard(part.json, game),
      now: tellGuardNow(part.json, game),
      holds: holds(part, game.cells),
    })),
  };
}
