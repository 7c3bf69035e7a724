/** Where two plans differ: levels at one point in time, compared game by game, since both met the same luck. */
import { likenessOf } from './doubt.ts';
import { meanOf } from './quantiles.ts';
import type { Mean } from './quantiles.ts';
import { levelOf } from './results.ts';
import type { Games } from './results.ts';

export interface Difference extends Mean {
  readonly path: string;
}

/** So many levels are looked at that some differ by chance alone: as many half intervals must lie between a difference and nought. */
const manyLooked = 1.7;

/**
 * Find the levels that the games tell apart.
 * @param one games of a plan
 * @param other as many of another, with the same luck
 * @param point the first being 0; the end where it is left out
 * @param alike how many games tell as much as one drawn apart; told by the games where it is left out, which must then be whole blocks
 * @returns how much more of each the first plan brings, the largest difference first
 */
export function differences(
  one: Games,
  other: Games,
  point = one.layout.points - 1,
  alike?: number,
): Difference[] {
  return one.layout.paths
    .map((path): Difference => {
      const against = levelOf(other, path, point);
      const values = levelOf(one, path, point).map((value, game) => value - (against[game] ?? 0));
      return { path, ...meanOf(values, alike ?? likenessOf(values)) };
    })
    .filter(({ mean, high }) => mean !== 0 && Math.abs(mean) > manyLooked * (high - mean))
    .sort((left, right) => Math.abs(right.mean) - Math.abs(left.mean));
}
