/**
 * Orders: what a capital may lock, at what price, and why not. "May I?" and "do it" read the same tables.
 * Locking itself is a decision (`decide.ts`); carrying orders out is the round's (`round.ts`).
 */
import { moveKinds } from './flat.ts';
import { isOn } from './layers.ts';
import { orderedList } from './run.ts';
import type { Ordered } from './run.ts';
import { wayOut } from './statecharts/enabled.ts';
import { holds, passes, stepSize, whatFails } from './statecharts/holds.ts';
import type { GuardShape } from './scenario/guards.ts';
import type { CapitalTable, DecisionTable, MoveTable, Tables, TransitionTable } from './tables.ts';

/** Why something cannot be done: a key of the interface's words (`why-<reason>`) and what fills it. */
export interface Refusal {
  readonly reason: string;
  readonly args?: Readonly<Record<string, string | number>>;
  /** The guard that failed, as its author wrote it. */
  readonly guard?: GuardShape;
}

/** What a press may cost: influence from 1 to 3. */
export const mostPressed = 3;

/** What a capital locks for a round. */
export interface Orders {
  /** Option of the decision of the quarter; none = silence. */
  readonly answer?: string;
  readonly moves: readonly { readonly move: string; readonly influence?: number }[];
  /** Serial numbers of pacts whose promised influence is held back. */
  readonly withhold?: readonly number[];
}

/** Find the decision put to a capital this round; null where there is none. */
export function decisionFor(tables: Tables, cells: Int32Array, capital: CapitalTable): DecisionTable | null {
  const round = cells[tables.at.round] ?? 0;
  const put = capital.decisionsIn[round];
  if (put === undefined) return null;
  for (let at = 0; at < put.length; at++) {
    const one = put[at] as DecisionTable;
    if (holds(one.when, cells)) return one;
  }
  return null;
}

/** Why there is no way for a move now, as `wayOf` gives it. */
const blocked = { notFromHere: -1, guard: -2, tiedHands: -3, done: -4 } as const;

/**
 * Find the way that a move would take now. Price and what else is ordered do not count here.
 * @param move its number
 * @returns the way's number in the flat tables, or one below 0: why there is none (see `openMove`)
 */
export function wayOf(tables: Tables, cells: Int32Array, move: number): number {
  const { flat } = tables;
  const { moves } = flat;
  const frozen = moves.frozen[move] ?? -1;
  if (frozen >= 0 && cells[frozen] === 1) return blocked.tiedHands;
  const way = wayOut(flat, (moves.from[move] ?? 0) + (cells[moves.line[move] ?? 0] ?? 0), cells);
  if (way === blocked.notFromHere) return way;
  const again = moves.again[move] ?? -1;
  if (again >= 0) {
    const made = cells[moves.made[move] ?? 0] ?? 0;
    if (made > 0 && (again === 0 || made + again > (cells[tables.at.round] ?? 0))) return blocked.done;
  }
  return way;
}

/** Find the transition that a move would take now, or why there is none. Price and what else is ordered do not count here. */
export function openMove(
  tables: Tables,
  cells: Int32Array,
  move: MoveTable,
): { take: TransitionTable } | Refusal {
  const way = wayOf(tables, cells, move.index);
  if (way >= 0) return { take: tables.flat.ways.take[way] as TransitionTable };
  if (way === blocked.tiedHands) return { reason: 'tiedHands' };
  if (way === blocked.notFromHere) return { reason: 'notFromHere' };
  if (way === blocked.done) {
    const rounds = (cells[move.made] ?? 0) + move.again - (cells[tables.at.round] ?? 0);
    return move.again === 0 ? { reason: 'once' } : { reason: 'again', args: { rounds } };
  }
  const first = move.from[cells[move.line.cell] ?? 0]?.[0];
  const guard = whatFails(first?.guard ?? null, cells);
  return { reason: 'guard', ...(guard ? { guard } : {}) };
}

/**
 * Price of one move now, in influence.
 * @param influence what is pressed, for a press
 */
export function priceOf(tables: Tables, cells: Int32Array, move: MoveTable, influence = 0): number {
  return priceNow(tables, cells, move.index, influence);
}

/** The same by the move's number. */
export function priceNow(tables: Tables, cells: Int32Array, move: number, influence: number): number {
  const { code, moves, prices } = tables.flat;
  const end = moves.price[move + 1] ?? 0;
  let price = moves.kind[move] === press ? Math.max(1, influence) : (moves.cost[move] ?? 0);
  for (let at = moves.price[move] ?? 0; at < end; at++)
    if (passes(code, prices.when[at] ?? 0, cells)) price += prices.add[at] ?? 0;
  if (cells[moves.warning[move] ?? 0] === called && isCalledFor(tables, cells, move)) price -= 1;
  return Math.max(0, price);
}
const press = moveKinds.indexOf('press');
const joint = moveKinds.indexOf('joint');
/** State of a warning that was called. */
const called = 2;

/** Tell whether a joint move could be free: trust of 3 or more with all whom it names. One a round is. */
export function mayBeFree(tables: Tables, cells: Int32Array, move: MoveTable): boolean {
  if (!move.joint) return false;
  const { moves } = move.joint;
  for (let at = 0; at < moves.length; at++) {
    const partner = tables.moves[moves[at] ?? 0]?.capital ?? move.capital;
    if (partner === move.capital) continue;
    const pair = tables.pairs[tables.pairOf(move.capital, partner)];
    if (!pair || (cells[pair.trust] ?? 0) < 3 * stepSize) return false;
  }
  return true;
}

/**
 * Price moves ordered together: the dearest joint move that may be free is, and no other.
 * @param ordered a list whose prices are written
 * @param from first of the capital's own moves in the list; they go to its end
 */
export function priceAll(tables: Tables, cells: Int32Array, ordered: Ordered, from: number): void {
  let free = -1;
  for (let at = from; at < ordered.count; at++) {
    const move = ordered.move[at] ?? 0;
    const price = priceNow(tables, cells, move, ordered.influence[at] ?? 0);
    ordered.price[at] = price;
    if (tables.flat.moves.kind[move] !== joint) continue;
    const dearest = free < 0 ? 0 : (ordered.price[free] ?? 0);
    if (price > dearest && mayBeFree(tables, cells, tables.moves[move] as MoveTable)) free = at;
  }
  if (free >= 0) ordered.price[free] = 0;
}

/** Prices of moves ordered together, as `priceAll` gives them. */
export function pricesOf(
  tables: Tables,
  cells: Int32Array,
  moves: readonly { move: MoveTable; influence: number }[],
): number[] {
  const ordered = orderedList(moves.length);
  for (const { move, influence } of moves) putOrder(ordered, move.index, influence);
  priceAll(tables, cells, ordered, 0);
  return [...ordered.price];
}

/** Put a move at the end of a list. */
export function putOrder(ordered: Ordered, move: number, influence: number): void {
  ordered.move[ordered.count] = move;
  ordered.influence[ordered.count] = influence;
  ordered.count++;
}

/** Check orders as a whole against a position. Returns what they come to, or why they cannot be locked. */
export function checkOrders(
  tables: Tables,
  cells: Int32Array,
  capital: CapitalTable,
  orders: Orders,
): { answer: number; moves: { move: MoveTable; influence: number }[]; cost: number } | Refusal {
  const most = cells[tables.at.moves] ?? 2;
  if (orders.moves.length > most) return { reason: 'tooManyMoves', args: { most } };
  const decision = decisionFor(tables, cells, capital);
  let answer = 0;
  let cost = 0;
  if (orders.answer !== undefined) {
    const at = decision?.options.findIndex(({ id }) => id === orders.answer) ?? -1;
    const option = decision?.options[at];
    if (!option) return { reason: 'noSuchOption', args: { option: orders.answer } };
    const guard = whatFails(option.when, cells);
    if (guard) return { reason: 'guard', guard };
    answer = at + 1;
    cost += option.cost;
  }
  const picked: { move: MoveTable; influence: number }[] = [];
  for (const { move: id, influence = 0 } of orders.moves) {
    const move = capital.moves.find((one) => one.id === id);
    if (!move) return { reason: 'noSuchMove', args: { move: id } };
    if (picked.some((other) => other.move.line === move.line))
      return { reason: 'oneALine', args: { move: `${capital.id}-${id}` } };
    const open = openMove(tables, cells, move);
    if ('reason' in open) return open;
    if (
      move.kind === 'press' &&
      (!Number.isInteger(influence) || influence < Math.max(1, move.cost) || influence > mostPressed)
    ) {
      return { reason: 'pressInfluence', args: { least: Math.max(1, move.cost), most: mostPressed } };
    }
    picked.push({ move, influence: move.kind === 'press' ? influence : 0 });
  }
  for (const price of pricesOf(tables, cells, picked)) cost += price;
  for (const serial of orders.withhold ?? []) {
    const pact = tables.deals.find((deal) => cells[deal.serial] === serial && serial > 0);
    if (!pact || ((cells[pact.members] ?? 0) & (1 << capital.index)) === 0) return { reason: 'noSuchOffer' };
  }
  const influence = cells[capital.influence] ?? 0;
  if (cost > influence) return { reason: 'influence', args: { cost, influence } };
  return { answer, moves: picked, cost };
}

/** Read the moves that a capital has locked to the end of a list. */
export function readLocked(cells: Int32Array, { order }: CapitalTable, ordered: Ordered): void {
  for (let slot = 0; slot < order.moves.length; slot++) {
    const number = cells[order.moves[slot] ?? 0] ?? 0;
    if (number > 0) putOrder(ordered, number - 1, cells[order.influence[slot] ?? 0] ?? 0);
  }
}

/** Tell whether a warning of a move's capital was called last round and this is the move that would carry it out. */
function isCalledFor(tables: Tables, cells: Int32Array, move: number): boolean {
  const { warning } = tables.capitals[tables.moves[move]?.capital ?? 0] as CapitalTable;
  if (cells[warning.state] !== called || !isOn(cells[tables.at.layers] ?? 0, 'warnings')) return false;
  return cells[warning.will] === move + 1 && (cells[warning.round] ?? 0) + 1 === cells[tables.at.round];
}
