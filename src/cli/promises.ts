/** Tells how the promises of a scenario's checks.json came out. Trying them is the business of `forecast`. */
import type { CheckShape } from '../engine/scenario/schema.ts';
import type { CheckResult } from '../forecast/checks.ts';

/** Tell one promise in a line of numbers. */
export function toldPromise(
  { measure, holds }: CheckShape,
  { measured, against, share, games }: CheckResult,
): string {
  if ('atLeast' in holds || 'below' in holds) {
    const limit = 'atLeast' in holds ? `at least ${holds.atLeast}` : `below ${holds.below}`;
    return `${measure} ${limit} in ${percent(share ?? 0)} of ${games} games, expected ${percent(holds.inShare)}`;
  }
  const compared = against === null ? '' : `, against ${against.mean}`;
  const means = `${measure} ends at ${measured.mean} on average of ${games} games${compared}`;
  if ('open' in holds) return means;
  const by = measured.mean - (against?.mean ?? 0);
  return 'higherBy' in holds
    ? `${means}: ${signed(by)}, expected ${signed(holds.higherBy)} or more`
    : `${means}: ${signed(by)}, expected ${signed(-holds.lowerBy)} or less`;
}

function percent(share: number): string {
  return `${share / 100} %`;
}

function signed(amount: number): string {
  return amount < 0 ? String(amount) : `+${amount}`;
}
