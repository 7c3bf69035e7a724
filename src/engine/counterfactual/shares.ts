/**
 * Shares: what each single cause was worth for a value, as played less what it would have been without that one cause. Shares of
 * single causes need not add up; what they leave over is the causes' working together, and is given beside them.
 */
import type { Factor } from './factors.ts';
import type { Played } from './played.ts';
import { playWithout } from './without.ts';
import type { PlayedWithout, Skipped } from './without.ts';

export interface Share {
  readonly factor: Factor;
  /** Value as played less the value without it, in the cell's own unit. */
  readonly by: number;
  /** What else was no longer possible without it. */
  readonly skipped: readonly Skipped[];
}

/** Where a value comes from. `value` = `start` + `course` + all shares + `together`. */
export interface Shares {
  readonly value: number;
  readonly start: number;
  /** What would have come of the start with none of it: drift, lines kept, what clients and rules do by themselves. */
  readonly course: number;
  /** Those that are not 0, the largest first. */
  readonly shares: readonly Share[];
  /** What the causes made together beyond their single shares, or undid. */
  readonly together: number;
}

/** A game with what it would have been without each of its factors, as far as that has been worked out. */
export interface Sifted {
  readonly played: Played;
  readonly without: Map<string, PlayedWithout>;
  /** The game without any of them; null as long as that has not been worked out. */
  bare: PlayedWithout | null;
}

/** Begin to sift a game. */
export function sift(played: Played): Sifted {
  return { played, without: new Map(), bare: null };
}

/**
 * Work out one more factor, a replay of the game.
 * @returns false when there is nothing left to work out
 */
export function siftOne(sifted: Sifted): boolean {
  const { played, without } = sifted;
  if (sifted.bare === null) {
    sifted.bare = playWithout(played, played.factors);
    return true;
  }
  const next = played.factors[without.size];
  if (!next) return false;
  without.set(next.id, playWithout(played, [next]));
  return true;
}

/**
 * Give the shares of a value.
 * @param sifted a game that is sifted to the end
 * @param path of the cell
 * @param round the round at whose end it is asked about; the very end where it is later than the last
 */
export function sharesOf({ played, without, bare }: Sifted, path: string, round: number): Shares {
  const { tables, factors } = played;
  const cell = tables.layout.cell(path);
  const at = ({ ends, final }: Pick<PlayedWithout, 'ends' | 'final'>): number =>
    (ends[round - 1] ?? final)[cell] ?? 0;
  const value = at(played);
  const start = played.starts[0]?.[cell] ?? 0;
  const shares = factors.flatMap((factor): Share[] => {
    const other = without.get(factor.id);
    if (!other || factor.round > round) return [];
    const by = value - at(other);
    return by === 0 ? [] : [{ factor, by, skipped: other.skipped }];
  });
  const alone = bare ? at(bare) : start;
  const single = shares.reduce((sum, { by }) => sum + by, 0);
  shares.sort((one, other) => Math.abs(other.by) - Math.abs(one.by));
  return { value, start, course: alone - start, shares, together: value - alone - single };
}

/** A factor and how much of all levels together would have ended otherwise without it. */
export interface Weight {
  readonly factor: Factor;
  /** Sum of the differences at the end, in hundredths of the scales. */
  readonly size: number;
  /** The cells that differ most, with value as played less value without it, the largest first. */
  readonly effects: readonly { readonly path: string; readonly by: number }[];
}

/** Weigh all factors by what would have ended otherwise without them, the heaviest first. */
export function weigh({ played, without }: Sifted): Weight[] {
  const { tables, factors, final } = played;
  const cells = tables.layout.paths.flatMap((path, cell) => (levels.test(path) ? [{ path, cell }] : []));
  return factors
    .flatMap((factor): Weight[] => {
      const other = without.get(factor.id);
      if (!other) return [];
      const effects = cells
        .map(({ path, cell }) => ({ path, by: (final[cell] ?? 0) - (other.final[cell] ?? 0) }))
        .filter(({ by }) => by !== 0)
        .sort((one, another) => Math.abs(another.by) - Math.abs(one.by));
      return [{ factor, effects, size: effects.reduce((sum, { by }) => sum + Math.abs(by), 0) }];
    })
    .sort((one, other) => other.size - one.size);
}

/** What is weighed: levels that the game is about. Aims and the ledger are made of them and would count twice. */
export const levels = /^(issue|level|violence|control|home|trust)\./;
