/** Tries the promises of a scenario's checks.json over many playouts, with the policies and rules that everybody plays by. */
import { seedFrom } from '../engine/dice.ts';
import { layers } from '../engine/layers.ts';
import type { CheckShape } from '../engine/scenario/schema.ts';
import type { Tables } from '../engine/tables.ts';
import { rollOut } from '../forecast/forecast.ts';
import type { Keep } from '../forecast/keep.ts';

export interface Tried {
  readonly id: string;
  readonly expect: string;
  /** Null for a claim that is only reported. */
  readonly holds: boolean | null;
  /** What was found, in words and numbers. */
  readonly found: string;
}

/** Try one promise; the same promise on the same scenario always comes out the same. */
export function tryPromise(tables: Tables, check: CheckShape): Tried {
  const { id, expect, holds } = check;
  const values = measured(tables, check, check.keep ?? {});
  const told = { id, expect };
  if ('atLeast' in holds || 'below' in holds) {
    const [limit, word] = 'atLeast' in holds ? [holds.atLeast, 'at least'] : [holds.below, 'below'];
    const fits = values.filter((value) => ('atLeast' in holds ? value >= limit : value < limit)).length;
    const share = Math.trunc((fits * 10000) / values.length);
    return {
      ...told,
      holds: share >= holds.inShare,
      found: `${check.measure} ${word} ${limit} in ${percent(share)} of ${values.length} games, expected ${percent(holds.inShare)}`,
    };
  }
  const mean = average(values);
  const other = check.against ? average(measured(tables, check, check.against)) : null;
  const means = `${check.measure} ends at ${mean} on average${other === null ? '' : `, against ${other}`}`;
  if ('open' in holds) return { ...told, holds: null, found: means };
  const by = mean - (other ?? 0);
  const higher = 'higherBy' in holds;
  const wanted = higher ? holds.higherBy : -holds.lowerBy;
  return {
    ...told,
    holds: higher ? by >= wanted : by <= wanted,
    found: `${means}: ${by < 0 ? '' : '+'}${by}, expected ${wanted < 0 ? '' : '+'}${wanted} or ${higher ? 'more' : 'less'}`,
  };
}

function measured(tables: Tables, check: CheckShape, keep: Keep): number[] {
  const cell = tables.layout.cell(check.measure);
  const options = { rounds: tables.scenario.rounds, moves: 3, layers };
  // The same games for both sides of a comparison: only what is kept differs.
  const request = { games: check.games, seed: seedFrom(`check ${check.id}`), options, keep };
  return Array.from({ length: check.games }, (_, game) => rollOut(tables, request, game)[cell] ?? 0);
}

function average(values: readonly number[]): number {
  return Math.round(values.reduce((sum, value) => sum + value, 0) / values.length);
}

function percent(share: number): string {
  return `${share / 100} %`;
}
