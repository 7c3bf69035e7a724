/** Promises of the model: each check of a scenario is tried over many playouts, and the figures are given beside the verdict. */
import { seedFrom } from '../engine/dice.ts';
import { layers } from '../engine/layers.ts';
import type { GameOptions } from '../engine/position.ts';
import type { CheckShape } from '../engine/scenario/schema.ts';
import type { Tables } from '../engine/tables.ts';
import { spreadOf } from './forecast.ts';
import type { Spread } from './forecast.ts';
import { wrongKeep } from './keep.ts';
import type { Keep } from './keep.ts';
import { rollOut } from './rollOut.ts';

export interface CheckResult {
  readonly id: string;
  /** `open` where a claim may come out either way and is only reported; `wrong` where the check names what does not exist. */
  readonly verdict: 'holds' | 'fails' | 'open' | 'wrong';
  readonly games: number;
  /** The measure at the end with the stances held, and with those it is compared with. */
  readonly measured: Spread;
  readonly against: Spread | null;
  /** Share of games (hundredths) in which it came out as expected; null for a comparison. */
  readonly share: number | null;
  /** In plain English, for authors: what is wrong with the check itself. */
  readonly why?: string;
}

/**
 * Try a scenario's checks.
 * @param most at most so many games a check, to be quick; the check's own number where it is left out
 */
export function runChecks(tables: Tables, checks: readonly CheckShape[], most = Infinity): CheckResult[] {
  const options: GameOptions = { rounds: tables.scenario.rounds, moves: 3, layers: [...layers] };
  return checks.map((check) => runCheck(tables, check, options, Math.min(most, check.games)));
}

function runCheck(tables: Tables, check: CheckShape, options: GameOptions, games: number): CheckResult {
  const nothing: Spread = { mean: 0, quantiles: [0, 0, 0, 0, 0] };
  const cell = tables.layout.find(check.measure);
  const why =
    cell < 0
      ? `there is no level '${check.measure}'`
      : (wrongKeep(tables, check.keep ?? {}) ?? wrongKeep(tables, check.against ?? {}));
  if (why !== null)
    return { id: check.id, verdict: 'wrong', games: 0, measured: nothing, against: null, share: null, why };
  const { holds } = check;
  const compares = 'higherBy' in holds || 'lowerBy' in holds || check.against !== undefined;
  const values = measure(tables, check, check.keep ?? {}, options, games, cell);
  const share =
    'atLeast' in holds
      ? shareOf(values, (value) => value >= holds.atLeast)
      : 'below' in holds
        ? shareOf(values, (value) => value < holds.below)
        : null;
  const measured = spreadOf(values);
  const against = compares
    ? spreadOf(measure(tables, check, check.against ?? {}, options, games, cell))
    : null;
  const verdict = ((): CheckResult['verdict'] => {
    if ('open' in holds) return 'open';
    if ('higherBy' in holds)
      return measured.mean - (against?.mean ?? 0) >= holds.higherBy ? 'holds' : 'fails';
    if ('lowerBy' in holds) return (against?.mean ?? 0) - measured.mean >= holds.lowerBy ? 'holds' : 'fails';
    return (share ?? 0) >= holds.inShare ? 'holds' : 'fails';
  })();
  return { id: check.id, verdict, games, measured, against, share };
}

/** Measure a level at the end of the games; both arms of a comparison use the same seeds. */
function measure(
  tables: Tables,
  check: CheckShape,
  keep: Keep,
  options: GameOptions,
  games: number,
  cell: number,
): number[] {
  const seed = seedFrom(`check ${check.id}`);
  return Array.from(
    { length: games },
    (_, game) => rollOut(tables, { games, seed, options, keep }, game)[cell] ?? 0,
  );
}

function shareOf(values: readonly number[], fits: (value: number) => boolean): number {
  return Math.trunc((values.filter(fits).length * 10000) / Math.max(1, values.length));
}
