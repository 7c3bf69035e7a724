/** How human-like a table of one policy is: whether it keeps its word, repeats itself, and who escalates. Counted game by game. */
import { dealStates } from '../engine/deals/deal.machine.ts';
import { verdictNumber } from '../engine/deals/terms.ts';
import type { Decision } from '../engine/decide.ts';
import { seedFor } from '../engine/dice.ts';
import { drawChance, seedsFrom, start } from '../engine/position.ts';
import type { Tables } from '../engine/tables.ts';
import { signature } from './bargain.ts';
import { drawSeats, playOut } from './playout.ts';
import type { PolicyName } from './policy.ts';
import type { ForecastRequest } from './rollOut.ts';
import { temperaments } from './temperament.ts';

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

const fields = ['pacts', 'judged', 'kept', 'offers', 'again', 'atOnce'] as const;
type Field = (typeof fields)[number];
const kinds = Object.keys(temperaments).sort();
/** Numbers in a row: the fields, then all orders and those that escalate, by kind of temperament. */
export const mannersWidth = fields.length + 2 * kinds.length;

/** Watch some games of tables of one policy and count. */
export function countManners(
  tables: Tables,
  { seed, options, policy }: ForecastRequest,
  from: number,
  to: number,
): Int16Array {
  const rows = new Int16Array(mannersWidth * (to - from));
  const heavy = heavyMoves(tables);
  for (let game = from; game < to; game++) {
    const row = rows.subarray((game - from) * mannersWidth, (game - from + 1) * mannersWidth);
    const add = (at: number): void => void (row[at] = (row[at] ?? 0) + 1);
    const count = (field: Field): void => add(fields.indexOf(field));
    const own = seedFor(seed, `game ${game}`);
    const drawn = drawChance(tables, seedsFrom(own));
    const cells = start(tables, options, drawn).position.cells.slice();
    const seats = drawSeats(tables, own, policy);
    const put = new Map<string, number>();
    const decision = (one: Decision): void => {
      if (one.kind === 'offer') {
        count('offers');
        const text = `${one.seat} ${one.offer.to.join()} ${signature(one.offer.terms)}`;
        const before = put.get(text);
        if (before !== undefined) count('again');
        if (before !== undefined && one.round - before <= 1) count('atOnce');
        put.set(text, one.round);
      }
      if (one.kind !== 'lock') return;
      const kind = kinds.indexOf(seats[one.seat]?.temperament?.split('-')[0] ?? '');
      add(fields.length + 2 * kind);
      if (one.orders.moves.some(({ move }) => heavy.has(`${one.seat}.${move}`)))
        add(fields.length + 2 * kind + 1);
    };
    const judge = (now: Int32Array, round: number): void => {
      for (const deal of tables.deals) {
        if (now[deal.ended] !== round || !over.has(now[deal.state] ?? 0)) continue;
        count('pacts');
        for (const { index } of tables.capitals) {
          const verdict = now[deal.verdicts[index] ?? -1] ?? 0;
          if (verdict === verdictNumber.open || verdict === verdictNumber.lapsed) continue;
          count('judged');
          if (verdict === verdictNumber.kept || verdict === verdictNumber.keptAtCost) count('kept');
        }
      }
    };
    const { phase, round: at } = tables.at;
    // The last quarter is read before those that run on empty what it ended.
    const closed = (now: Int32Array): void => judge(now, (now[at] ?? 1) - 1);
    const round = (): void => {
      if ((cells[phase] ?? 0) < 2) judge(cells, (cells[at] ?? 1) - 1);
    };
    playOut(tables, cells, { ...drawn, closed }, seats, {}, { decision, round });
  }
  return rows;
}
const over = new Set(
  (['kept', 'breached', 'tried', 'lapsed'] as const).map((state) => dealStates.indexOf(state)),
);

/** Say what counted games tell of a policy's manners. */
export function mannersOf(policy: PolicyName, games: number, rows: Int16Array): Manners {
  const sum = (at: number): number => {
    let total = 0;
    for (let place = at; place < rows.length; place += mannersWidth) total += rows[place] ?? 0;
    return total;
  };
  const of = (field: Field): number => sum(fields.indexOf(field));
  const share = (part: number, whole: number): number => part / Math.max(1, whole);
  return {
    policy,
    games,
    pacts: share(of('pacts'), games),
    kept: share(of('kept'), of('judged')),
    repeated: share(of('again'), of('offers')),
    repeatedAtOnce: share(of('atOnce'), of('offers')),
    escalates: Object.fromEntries(
      kinds.flatMap((kind, at) => {
        const all = sum(fields.length + 2 * at);
        return all === 0 ? [] : [[kind, share(sum(fields.length + 2 * at + 1), all)]];
      }),
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
