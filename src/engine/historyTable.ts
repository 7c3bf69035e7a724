/**
 * Puts history as the model plays it beside the record: each indicator with its error and its sign, and the two bars.
 * Playing it is the business of `history.ts`.
 */
import type { Position } from './position.ts';
import { valueOf } from './position.ts';
import type { HistoryShape, IndicatorShape } from './scenario/historySchema.ts';

/** The bars, in hundredths: share of signs right, and mean error. */
export const historyBars = { signs: 8500, error: 1200 } as const;
/** A change of at most so much counts as none, in hundredths. */
const hardlyMoved = 100;

export type Direction = 'up' | 'down' | 'same';

/** One indicator beside its level. All numbers are in hundredths. */
export interface ComparedIndicator {
  readonly indicator: IndicatorShape;
  /** The round since which directions are told; 0 is the start. */
  readonly since: number;
  /** The level in the model at that round, and at the indicator's. */
  readonly before: number;
  readonly model: number;
  /** What is on record; null where that is a direction only. */
  readonly value: number | null;
  readonly moved: Direction;
  readonly recorded: Direction;
  readonly signRight: boolean;
  /** Model less record; null where that is a direction only. */
  readonly error: number | null;
}

export interface HistoryTable {
  readonly rows: readonly ComparedIndicator[];
  /** How many signs are right, and which share of all. */
  readonly signsRight: number;
  readonly signShare: number;
  /** Mean of errors without sign, over the indicators that have a value. */
  readonly valued: number;
  readonly meanError: number;
  /** The mean error of a model in which nothing ever moves: what the links add must be seen against it. */
  readonly stillError: number;
  /** The same by kind of level (`control`, `level`, `trust` …): small scales must not hide behind large ones. */
  readonly kinds: readonly { kind: string; count: number; signsRight: number; meanError: number | null }[];
  readonly holds: { readonly signs: boolean; readonly error: boolean };
}

/**
 * Compare.
 * @param positions the start and the position after each round, as `playHistory` gives them
 */
export function compareHistory(history: HistoryShape, positions: readonly Position[]): HistoryTable {
  const rows = history.indicators.map((indicator) => compared(indicator, positions));
  const signsRight = rows.filter((row) => row.signRight).length;
  const signShare = rows.length === 0 ? 0 : Math.trunc((signsRight * 10000) / rows.length);
  const meanError = meanOf(rows);
  const names = [...new Set(rows.map(({ indicator }) => kindOf(indicator)))];
  return {
    rows,
    signsRight,
    signShare,
    valued: rows.filter(({ error }) => error !== null).length,
    meanError: meanError ?? 0,
    stillError: stillErrorOf(rows),
    kinds: names.map((kind) => {
      const own = rows.filter(({ indicator }) => kindOf(indicator) === kind);
      const right = own.filter((row) => row.signRight).length;
      return { kind, count: own.length, signsRight: right, meanError: meanOf(own) };
    }),
    holds: {
      signs: signShare >= historyBars.signs,
      error: meanError !== null && meanError <= historyBars.error,
    },
  };
}

function compared(indicator: IndicatorShape, positions: readonly Position[]): ComparedIndicator {
  const since = 'since' in indicator ? indicator.since : 0;
  const at = (round: number): number => {
    const position = positions[round];
    if (!position) throw new Error(`history has no round ${round}`);
    return valueOf(position, indicator.level);
  };
  const before = at(since);
  const model = at(indicator.round);
  const value = 'value' in indicator ? indicator.value : null;
  const moved = directionOf(model - before);
  const recorded = 'direction' in indicator ? indicator.direction : directionOf(indicator.value - before);
  const error = value === null ? null : model - value;
  return { indicator, since, before, model, value, moved, recorded, signRight: moved === recorded, error };
}

function directionOf(change: number): Direction {
  return change > hardlyMoved ? 'up' : change < -hardlyMoved ? 'down' : 'same';
}

function meanOf(rows: readonly ComparedIndicator[]): number | null {
  const errors = rows.flatMap(({ error }) => (error === null ? [] : [Math.abs(error)]));
  return errors.length === 0
    ? null
    : Math.trunc(errors.reduce((sum, error) => sum + error, 0) / errors.length);
}

/** Values are told from the start, so that what stood before is the start. */
function stillErrorOf(rows: readonly ComparedIndicator[]): number {
  const errors = rows.flatMap(({ value, before }) => (value === null ? [] : [Math.abs(before - value)]));
  return Math.trunc(errors.reduce((sum, error) => sum + error, 0) / Math.max(1, errors.length));
}

function kindOf({ level }: IndicatorShape): string {
  return level.split('.')[0] ?? level;
}
