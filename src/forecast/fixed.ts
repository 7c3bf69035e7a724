/**
 * Fixed policies: a capital that walks to one set of stances and holds it whatever happens. All of its combinations are tried, the
 * poor ones are dropped early, and the best are measured on fresh luck: none should do much better than a capital that thinks.
 */
import type { CapitalTable, Tables } from '../engine/tables.ts';
import { armOf, average } from './arms.ts';
import type { Arm } from './arms.ts';
import type { ForecastRequest } from './rollOut.ts';
import type { Play } from './tasks.ts';
import type { Keep } from './keep.ts';

export interface FixedPolicy {
  readonly keep: Keep;
  /** Points of aims by which it does better (or, below 0, worse) than the computer capital in the same games. */
  readonly lead: number;
}

/** How many combinations are left after each look. */
const leftOver = [24, 4, 1] as const;

/**
 * Find the fixed policy that does best for a capital.
 * @param request how many games the last look takes; earlier looks take less
 * @param play plays the games
 * @param whole true to play all games of every combination and drop none
 */
export async function bestFixed(
  tables: Tables,
  capital: CapitalTable,
  request: ForecastRequest,
  play: Play,
  whole = false,
): Promise<FixedPolicy> {
  const arm = async (of: ForecastRequest, from: number): Promise<Arm> =>
    armOf(tables, await play({ kind: 'arm', request: of, first: from }));
  const { games } = request;
  const looks = whole
    ? [{ games, keep: 1 }]
    : leftOver.map((keep, at) => ({ games: Math.max(2, Math.round(games / ([120, 12, 1][at] ?? 1))), keep }));
  let left = combinations(capital).map((keep): FixedPolicy => ({ keep, lead: 0 }));
  let first = 0;
  for (const { games: count, keep: most } of looks) {
    const seats = await arm({ ...request, games: count }, first);
    const base = average(seats.games.map((shares) => shares[capital.index] ?? 0));
    const tried: FixedPolicy[] = [];
    for (const { keep } of left) {
      const { mean } = await arm({ ...request, games: count, keep }, first);
      tried.push({ keep, lead: (mean[capital.index] ?? 0) - base });
    }
    left = tried.sort((one, other) => other.lead - one.lead).slice(0, most);
    // The next look is taken on other luck, so that a lucky find does not count as a good one.
    first += count;
  }
  return left[0] ?? { keep: {}, lead: 0 };
}

/** List every combination of stances of a capital's lines. */
export function combinations(capital: CapitalTable): Keep[] {
  return capital.lines.reduce<Record<string, string>[]>(
    (all, line) =>
      all.flatMap((keep) =>
        line.stances.map((stance) => ({ ...keep, [`${capital.id}.${line.id}`]: stance })),
      ),
    [{}],
  );
}
