/**
 * How numbers from many games are told: quantiles, and the interval of a count. Nothing here knows what was counted. Only sums,
 * products and square roots are used, so that every host gives the same digits.
 */

/** Of 100 games, how many lie below each of the five values of a band. */
export const bandShares = [5, 25, 50, 75, 95] as const;

/** Values below which 5, 25, 50, 75 and 95 of 100 games lie. */
export type Band = readonly [number, number, number, number, number];

/** A share of games with the interval that holds the true share in 95 of 100 forecasts; all from 0 to 1. */
export interface Share {
  readonly games: number;
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/** Standard deviations on each side that hold 95 of 100 of a normal distribution. */
const z95 = 1.96;

/**
 * Describe how values lie.
 * @param values in any order; left as they are. At least one
 */
export function bandOf(values: ArrayLike<number>): Band {
  const sorted = Float64Array.from(values).sort();
  const at = (share: number): number => sorted[Math.round(((sorted.length - 1) * share) / 100)] ?? 0;
  const [lowest, low, middle, high, highest] = bandShares;
  return [at(lowest), at(low), at(middle), at(high), at(highest)];
}

/**
 * Give a share with Wilson's interval, which stays between 0 and 1 and works for few games and rare things.
 * @param games how many of them it was
 * @param of all games, at least one
 * @param likeness how many games tell as much as one that shares nothing with another: 1 where all were drawn apart
 */
export function shareOf(games: number, of: number, likeness = 1): Share {
  const share = games / of;
  const count = of / Math.max(1, likeness);
  const square = z95 * z95;
  const middle = (share + square / (2 * count)) / (1 + square / count);
  const half =
    (z95 / (1 + square / count)) * Math.sqrt((share * (1 - share)) / count + square / (4 * count * count));
  return { games, share, low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}

/** A mean with the interval that holds the true mean in 95 of 100 forecasts. */
export interface Mean {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/** Give the mean of values with its interval; `likeness` as for a share. */
export function meanOf(values: ArrayLike<number>, likeness = 1): Mean {
  const count = values.length;
  let sum = 0;
  for (let at = 0; at < count; at++) sum += values[at] ?? 0;
  const mean = count === 0 ? 0 : sum / count;
  let squares = 0;
  for (let at = 0; at < count; at++) squares += ((values[at] ?? 0) - mean) * ((values[at] ?? 0) - mean);
  const error = count < 2 ? 0 : Math.sqrt((squares / (count - 1) / count) * Math.max(1, likeness));
  return { mean, low: mean - z95 * error, high: mean + z95 * error };
}

/**
 * Share a number of dots between parts so that they stand for them as nearly as whole dots can: the largest remainders get what
 * is left over, the earlier part where two are equal.
 * @returns as many numbers as parts; they add up to `dots`, or to 0 where all parts are 0
 */
export function dotsFor(parts: readonly number[], dots: number): number[] {
  const total = parts.reduce((sum, part) => sum + part, 0);
  if (total === 0) return parts.map(() => 0);
  const shares = parts.map((part) => Math.floor((part * dots) / total));
  let left = dots - shares.reduce((sum, share) => sum + share, 0);
  const byRemainder = parts
    .map((part, at) => ({ at, rest: (part * dots) % total }))
    .sort((one, other) => other.rest - one.rest || one.at - other.at);
  for (const { at } of byRemainder) if (left-- > 0) shares[at] = (shares[at] ?? 0) + 1;
  return shares;
}
