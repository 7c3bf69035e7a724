/**
 * Tournaments: how well each policy does in each capital's seat among others of one kind, and how human-like a table of one kind is.
 * What is printed of it is the command line's business.
 */
import type { Decision } from '../engine/decide.ts';
import { seedFor } from '../engine/dice.ts';
import { dealsIn } from '../engine/deals/terms.ts';
import { drawChance, seedsFrom, start } from '../engine/position.ts';
import type { Tables } from '../engine/tables.ts';
import { playArm } from './arms.ts';
import { signature } from './bargain.ts';
import type { ForecastRequest } from './rollOut.ts';
import { drawSeats, playOut } from './playout.ts';
import type { PolicyName } from './policy.ts';

/** One policy in every capital's seat in turn, the three other seats held by another: share of its aims reached, in points of 100. */
export interface SeatResult {
  readonly policy: PolicyName;
  readonly field: PolicyName;
  readonly games: number;
  readonly reached: Readonly<Record<string, number>>;
  /** Standard error of those figures. */
  readonly error: Readonly<Record<string, number>>;
}

/** How a table of one policy behaves. */
export interface Manners {
  readonly policy: PolicyName;
  readonly games: number;
  /** Pacts a game, and the share of own sides that were kept, at a cost or not, of all that were judged. */
  readonly pacts: number;
  readonly kept: number;
  /** Share of offers that put the same terms to the same capitals again in the same game, and in the same or the next round. */
  readonly repeated: number;
  readonly repeatedAtOnce: number;
  /** By temperament: share of orders with a step to a stance that takes upkeep. */
  readonly escalates: Readonly<Record<string, number>>;
}

/** Seat a policy in every capital in turn among others of one kind. */
export function seatAmong(
  tables: Tables,
  request: ForecastRequest,
  policy: PolicyName,
  field: PolicyName,
): SeatResult {
  const reached: Record<string, number> = {};
  const error: Record<string, number> = {};
  for (const { id, index } of tables.capitals) {
    const policies = Object.fromEntries(
      tables.capitals.map((other) => [other.id, other.id === id ? policy : field]),
    );
    const arm = playArm(tables, { ...request, policies });
    reached[id] = arm.mean[index] ?? 0;
    error[id] = (arm.deviation[index] ?? 0) / Math.sqrt(Math.max(1, request.games));
  }
  return { policy, field, games: request.games, reached, error };
}

/** Watch tables of one policy and count how they behave. */
export function mannersOf(tables: Tables, request: ForecastRequest, policy: PolicyName): Manners {
  const count = { pacts: 0, judged: 0, kept: 0, offers: 0, again: 0, atOnce: 0 };
  const orders = new Map<string, { all: number; heavy: number }>();
  const heavy = heavyMoves(tables);
  for (let game = 0; game < request.games; game++) {
    const own = seedFor(request.seed, `game ${game}`);
    const chance = drawChance(tables, seedsFrom(own));
    const cells = start(tables, request.options, chance).position.cells.slice();
    const seats = drawSeats(tables, own, policy);
    const put = new Map<string, number>();
    const judged = new Set<number>();
    const decision = (one: Decision): void => {
      if (one.kind === 'offer') {
        count.offers++;
        const text = `${one.seat} ${one.offer.to.join()} ${signature(one.offer.terms)}`;
        const before = put.get(text);
        if (before !== undefined) count.again++;
        if (before !== undefined && one.round - before <= 1) count.atOnce++;
        put.set(text, one.round);
      }
      if (one.kind !== 'lock') return;
      const kind = seats[one.seat]?.temperament?.split('-')[0] ?? '';
      const tally = orders.get(kind) ?? { all: 0, heavy: 0 };
      tally.all++;
      if (one.orders.moves.some(({ move }) => heavy.has(`${one.seat}.${move}`))) tally.heavy++;
      orders.set(kind, tally);
    };
    const round = (): void => {
      for (const deal of dealsIn(tables, cells)) {
        const sides = Object.values(deal.verdicts).filter((verdict) => verdict !== 'open');
        if (sides.length === 0 || judged.has(deal.serial)) continue;
        judged.add(deal.serial);
        count.pacts++;
        for (const verdict of sides) {
          if (verdict === 'lapsed') continue;
          count.judged++;
          if (verdict === 'kept' || verdict === 'keptAtCost') count.kept++;
        }
      }
    };
    playOut(tables, cells, chance, seats, {}, { decision, round });
  }
  const share = (part: number, whole: number): number => part / Math.max(1, whole);
  return {
    policy,
    games: request.games,
    pacts: share(count.pacts, request.games),
    kept: share(count.kept, count.judged),
    repeated: share(count.again, count.offers),
    repeatedAtOnce: share(count.atOnce, count.offers),
    escalates: Object.fromEntries(
      [...orders].sort().map(([kind, tally]) => [kind, share(tally.heavy, tally.all)]),
    ),
  };
}

/** List the moves that lead to a stance which takes upkeep and was not taken before. */
function heavyMoves(tables: Tables): Set<string> {
  return new Set(
    tables.moves.flatMap(({ capital, id, line, from }) =>
      from.some((ways, stance) =>
        ways.some(({ target }) => (line.upkeep[target] ?? 0) > (line.upkeep[stance] ?? 0)),
      )
        ? [`${tables.capitals[capital]?.id}.${id}`]
        : [],
    ),
  );
}
