/**
 * Orders: what a capital may lock, at what price, and why not. "May I?" and "do it" read the same tables.
 * Locking itself is a decision (`decide.ts`); carrying orders out is the round's (`round.ts`).
 */
import { isOn } from './layers.ts';
import { enabled } from './statecharts/enabled.ts';
import { holds, stepSize, whatFails } from './statecharts/holds.ts';
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
  for (const one of tables.decisions)
    if (one.capital === capital.index && one.round === round && holds(one.when, cells)) return one;
  return null;
}

/** Find the transition that a move would take now, or why there is none. Price and what else is ordered do not count here. */
export function openMove(
  tables: Tables,
  cells: Int32Array,
  move: MoveTable,
): { take: TransitionTable } | Refusal {
  const capital = tables.capitals[move.capital];
  if (capital && cells[capital.frozen] === 1 && capital.tiedLine === move.line)
    return { reason: 'tiedHands' };
  const transitions = move.from[cells[move.line.cell] ?? 0] ?? [];
  if (transitions.length === 0) return { reason: 'notFromHere' };
  const made = cells[move.made] ?? 0;
  const round = cells[tables.at.round] ?? 0;
  if (move.kind === 'act' && made > 0 && (move.again === 0 || made + move.again > round)) {
    return move.again === 0
      ? { reason: 'once' }
      : { reason: 'again', args: { rounds: made + move.again - round } };
  }
  const take = enabled(transitions, cells);
  if (take) return { take };
  const guard = whatFails(transitions[0]?.guard ?? null, cells);
  return { reason: 'guard', ...(guard ? { guard } : {}) };
}

/**
 * Price of one move now, in influence.
 * @param influence what is pressed, for a press
 */
export function priceOf(tables: Tables, cells: Int32Array, move: MoveTable, influence = 0): number {
  let price = move.kind === 'press' ? Math.max(1, influence) : move.cost;
  for (const { when, add } of move.prices) if (holds(when, cells)) price += add;
  const capital = tables.capitals[move.capital];
  if (capital && isCalledFor(tables, cells, capital, move)) price -= 1;
  return Math.max(0, price);
}

/** Tell whether a joint move could be free: trust of 3 or more with all whom it names. One a round is. */
export function mayBeFree(tables: Tables, cells: Int32Array, move: MoveTable): boolean {
  if (!move.joint) return false;
  for (const index of move.joint.moves) {
    const partner = tables.moves[index]?.capital ?? move.capital;
    if (partner === move.capital) continue;
    const pair = tables.pairs[tables.pairOf(move.capital, partner)];
    if (!pair || (cells[pair.trust] ?? 0) < 3 * stepSize) return false;
  }
  return true;
}

/** Prices of moves ordered together: the dearest joint move that may be free is, and no other. */
export function pricesOf(
  tables: Tables,
  cells: Int32Array,
  moves: readonly { move: MoveTable; influence: number }[],
): number[] {
  const prices: number[] = [];
  let free = -1;
  for (let at = 0; at < moves.length; at++) {
    const { move, influence } = moves[at] as { move: MoveTable; influence: number };
    const price = priceOf(tables, cells, move, influence);
    prices.push(price);
    if (mayBeFree(tables, cells, move) && price > (prices[free] ?? 0)) free = at;
  }
  if (free >= 0) prices[free] = 0;
  return prices;
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

/** Read back the moves a capital has locked. */
export function lockedMoves(
  tables: Tables,
  cells: Int32Array,
  capital: CapitalTable,
): { move: MoveTable; influence: number }[] {
  const moves: { move: MoveTable; influence: number }[] = [];
  for (let slot = 0; slot < capital.order.moves.length; slot++) {
    const number = cells[capital.order.moves[slot] ?? 0] ?? 0;
    const move = number > 0 ? tables.moves[number - 1] : undefined;
    if (move) moves.push({ move, influence: cells[capital.order.influence[slot] ?? 0] ?? 0 });
  }
  return moves;
}

/** Tell whether a warning of this capital was called last round and this is the move that would carry it out. */
function isCalledFor(tables: Tables, cells: Int32Array, capital: CapitalTable, move: MoveTable): boolean {
  const { warning } = capital;
  if (!isOn(cells[tables.at.layers] ?? 0, 'warnings') || cells[warning.state] !== 2) return false;
  return cells[warning.will] === move.index + 1 && (cells[warning.round] ?? 0) + 1 === cells[tables.at.round];
}
