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

/** Numbers in a row of an arm: one for each aim, see `aimResults`. */
export function armWidth(tables: Tables): number {
  return tables.capitals.reduce((sum, { aims }) => sum + aims.length, 0);
}

/**
 * Play some games of an arm.
 * @param from number of the first game: the same number gives the same luck in every arm
 * @param to number after the last
 * @returns rows with the result of every aim, in hundredths
 */
export function playArmRows(tables: Tables, request: ForecastRequest, from: number, to: number): Int16Array {
  const width = armWidth(tables);
  const rows = new Int16Array(width * (to - from));
  for (let game = from; game < to; game++)
    aimResults(tables, rollOut(tables, request, game)).forEach(
      ({ value }, at) => (rows[(game - from) * width + at] = value),
    );
  return rows;
}

/** Play a whole arm where this is called. @param first number of its first game */
export function playArm(tables: Tables, request: ForecastRequest, first = 0): Arm {
  return armOf(tables, playArmRows(tables, request, first, first + request.games));
}

/** Say what an arm's rows come to. */
export function armOf(tables: Tables, rows: Int16Array): Arm {
  const width = armWidth(tables);
  const ids = tables.capitals.flatMap(({ id, aims }) => aims.map((aim) => `${id}.${aim.id}`));
  const sums = ids.map(() => 0);
  const games = Array.from({ length: rows.length / width }, (_, game) => {
    let at = game * width;
    return tables.capitals.map(({ aims }) => {
      let sum = 0;
      for (let aim = 0; aim < aims.length; aim++, at++) {
        const value = (rows[at] ?? 0) / 100;
        sum += value;
        sums[at % width] = (sums[at % width] ?? 0) + value;
      }
      return sum / Math.max(1, aims.length);
    });
  });
  const mean = tables.capitals.map((_, at) => average(games.map((shares) => shares[at] ?? 0)));
  return {
    mean,
    deviation: tables.capitals.map((_, at) =>
      Math.sqrt(average(games.map((shares) => squared((shares[at] ?? 0) - (mean[at] ?? 0))))),
    ),
    aims: Object.fromEntries(ids.map((id, at) => [id, (sums[at] ?? 0) / Math.max(1, games.length)])),
    games,
  };
}

/** Give a number's square by multiplying: powers may differ between browsers. */
export function squared(value: number): number {
  return value * value;
}

/** Give the average of numbers, 0 where there are none. */
export function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
