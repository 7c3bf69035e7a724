/**
 * One arm of a comparison: the same games, played with something held or somebody playing otherwise, and what share of its aims
 * each capital reached. What is compared with what is `balance.ts`.
 */
import type { Tables } from '../engine/tables.ts';
import { aimResults, rollOut } from './rollOut.ts';
import type { ForecastRequest } from './rollOut.ts';

/** What capitals reached over the games of an arm: averages over a capital's three aims, in points of 100. */
export interface Arm {
  /** By capital, in the tables' order: the average over all games, and its standard deviation from game to game. */
  readonly mean: readonly number[];
  readonly deviation: readonly number[];
  /** By `capital.aim`: its average over all games. */
  readonly aims: Readonly<Record<string, number>>;
  /** By game, then by capital. */
  readonly games: readonly (readonly number[])[];
}

/**
 * Play an arm.
 * @param first number of its first game: the same number gives the same luck in every arm
 */
export function playArm(tables: Tables, request: ForecastRequest, first = 0): Arm {
  const sums = new Map<string, number>();
  const games = Array.from({ length: request.games }, (_, at) => {
    const results = aimResults(tables, rollOut(tables, request, first + at));
    for (const { id, value } of results) sums.set(id, (sums.get(id) ?? 0) + value / 100);
    return sharesOf(tables, results);
  });
  const mean = tables.capitals.map((_, at) => average(games.map((shares) => shares[at] ?? 0)));
  return {
    mean,
    deviation: tables.capitals.map((_, at) =>
      Math.sqrt(average(games.map((shares) => squared((shares[at] ?? 0) - (mean[at] ?? 0))))),
    ),
    aims: Object.fromEntries([...sums].map(([id, sum]) => [id, sum / Math.max(1, games.length)])),
    games,
  };
}

/** Give the share of its aims that each capital reached, in points of 100. */
function sharesOf(tables: Tables, results: ReturnType<typeof aimResults>): number[] {
  return tables.capitals.map(({ id }) =>
    average(results.flatMap((one) => (one.id.startsWith(`${id}.`) ? one.value / 100 : []))),
  );
}

/** Give a number's square by multiplying: powers may differ between browsers. */
export function squared(value: number): number {
  return value * value;
}

/** Give the average of numbers, 0 where there are none. */
export function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
