/** A capital's red lines as its screens show them: which there are, when each was crossed, and what would cross it. */
import { redLinesOf } from '../../engine/consequences/standing.ts';
import { holds, stepSize } from '../../engine/statecharts/holds.ts';
import type { Guard } from '../../engine/statecharts/holds.ts';
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

/** Find the red line of a game's own seat that lies less than one step from being crossed, the nearest of several; null where all lie farther off. */
export function nearLine(game: Held): string | null {
  const near = redLinesIn(game).flatMap(({ id, crossed }) => {
    const when = game.capital.redLines.find((line) => line.id === id)?.when;
    const far = when && crossed === 0 ? farFrom(when, game.cells) : stepSize;
    return far < stepSize ? [{ id, far }] : [];
  });
  return near.sort((one, other) => one.far - other.far)[0]?.id ?? null;
}

/** Say how much is missing until a guard holds, in hundredths of a level; what is not a level is a whole step away or there. */
function farFrom(guard: Guard, cells: Int32Array): number {
  switch (guard.op) {
    case 'within': {
      const value = cells[guard.cell] ?? 0;
      const off = Math.max(guard.least - value, value - guard.most, 0);
      return guard.json.type.startsWith('level') ? off : Math.min(off, 1) * stepSize;
    }
    case 'all':
      return guard.of.reduce((sum, part) => sum + farFrom(part, cells), 0);
    case 'any':
      return Math.min(...guard.of.map((part) => farFrom(part, cells)));
    case 'not':
      return holds(guard, cells) ? 0 : stepSize;
  }
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
