/**
 * Tournaments: how well each policy does in each capital's seat among others of one kind, seed by seed, and how surely that and a
 * table's manners can be told from so many games. How human-like a table of one kind is, is `manners.ts`; what is printed of it is the
 * command line's business.
 */
import type { Tables } from '../engine/tables.ts';
import { armOf } from './arms.ts';
import { mannersOf, mannersWidth } from './manners.ts';
import type { Manners } from './manners.ts';
import type { PolicyName } from './policy.ts';
import { meanOf } from './quantiles.ts';
import type { Mean } from './quantiles.ts';
import type { ForecastRequest } from './rollOut.ts';
import type { Play } from './tasks.ts';

/** One policy in every capital's seat in turn, the three other seats held by another: share of its aims reached, in points of 100. */
export interface SeatResult {
  readonly policy: PolicyName;
  readonly field: PolicyName;
  readonly games: number;
  readonly reached: Readonly<Record<string, Mean>>;
  /** How much more than the first policy reached in the same seat with the same luck; null for the first itself. */
  readonly lead: Readonly<Record<string, Mean>> | null;
}

/** Seat policies in every capital in turn among others of one kind. @param play plays the games */
export async function seatAmong(
  tables: Tables,
  request: ForecastRequest,
  seated: readonly PolicyName[],
  field: PolicyName,
  play: Play,
): Promise<SeatResult[]> {
  const results: SeatResult[] = [];
  const firsts: Record<string, number[]> = {};
  for (const policy of seated) {
    const reached: Record<string, Mean> = {};
    const lead: Record<string, Mean> = {};
    for (const { id, index } of tables.capitals) {
      const policies = Object.fromEntries(
        tables.capitals.map((other) => [other.id, other.id === id ? policy : field]),
      );
      const rows = await play({ kind: 'arm', request: { ...request, policies }, first: 0 });
      const values = armOf(tables, rows).games.map((shares) => shares[index] ?? 0);
      const first = (firsts[id] ??= values);
      reached[id] = meanOf(values);
      lead[id] = meanOf(values.map((value, game) => value - (first[game] ?? 0)));
    }
    const isFirst = results.length === 0;
    results.push({ policy, field, games: request.games, reached, lead: isFirst ? null : lead });
  }
  return results;
}

/** A table's manners, and for each figure where it would lie if many more games were played. */
export interface SureManners extends Manners {
  readonly intervals: Readonly<Record<string, readonly [number, number]>>;
}

/** Batches of games that are left out in turn. */
const mostBatches = 20;
/** Standard errors on each side that hold 95 of 100, with as few batches as that. */
const t95 = 2.09;

/**
 * Say what counted games tell of a policy's manners, and how surely: figures are shares of what happened, and games differ in how much
 * does, so each batch of games is left out in turn and it is seen how far the figure moves (the jackknife).
 * @param rows as `countManners` gives them, at least two games
 */
export function sureManners(policy: PolicyName, games: number, rows: Int16Array): SureManners {
  const manners = mannersOf(policy, games, rows);
  const batches = Math.min(mostBatches, games);
  const left = Array.from({ length: batches }, (_, batch) => {
    const [from, to] = [batch, batch + 1].map((at) => Math.round((at * games) / batches) * mannersWidth);
    const rest = new Int16Array(rows.length - ((to ?? 0) - (from ?? 0)));
    rest.set(rows.subarray(0, from));
    rest.set(rows.subarray(to), from);
    return figuresOf(mannersOf(policy, rest.length / mannersWidth, rest));
  });
  const intervals = Object.entries(figuresOf(manners)).map(([name, figure]) => {
    const values = left.map((figures) => figures[name] ?? 0);
    const { mean } = meanOf(values);
    const squares = values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0);
    const half = t95 * Math.sqrt(((batches - 1) / batches) * squares);
    return [name, [Math.max(0, figure - half), figure + half]] as const;
  });
  return { ...manners, intervals: Object.fromEntries(intervals) };
}

/** List a table's figures by name; those of a temperament by `escalates.kind`. */
function figuresOf({ policy: _, games: __, escalates, ...figures }: Manners): Record<string, number> {
  const kinds = Object.entries(escalates).map(([kind, share]) => [`escalates.${kind}`, share] as const);
  return { ...figures, ...Object.fromEntries(kinds) };
}
