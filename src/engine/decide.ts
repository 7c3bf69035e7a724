/**
 * `decide`: the only way in which a game changes. It gives the new position and the list of changes, or the reason why not;
 * it never throws for a player's mistake and never writes to the position it was given.
 */
import { everybody, traceFrom } from './changes.ts';
import type { Change, Trace } from './changes.ts';
import { answerOffer, propose, showCable, withdraw } from './deals/talks.ts';
import { warn } from './deals/warnings.ts';
import type { Condition } from './deals/warnings.ts';
import type { Offer, Term } from './deals/terms.ts';
import { misshapen } from './decisionShape.ts';
import { checkOrders, putOrder } from './orders.ts';
import type { Orders, Refusal } from './orders.ts';
import { runOnRounds } from './position.ts';
import type { Position } from './position.ts';
import { endGame, playRound } from './round.ts';
import { openRun, orderedList, reopen, value, write } from './run.ts';
import type { Chance, Ordered, Run } from './run.ts';
import type { CapitalTable, Tables } from './tables.ts';

/** What a seat can decide. `round` must be the round that is being talked about. */
export type Decision = { readonly seat: string; readonly round: number } & (
  | { readonly kind: 'offer'; readonly offer: Offer }
  | { readonly kind: 'answer'; readonly offer: number; readonly answer: 'accept' | 'decline' }
  | {
      readonly kind: 'answer';
      readonly offer: number;
      readonly answer: 'counter';
      readonly terms: readonly Term[];
    }
  | { readonly kind: 'withdraw'; readonly offer: number }
  | { readonly kind: 'cable'; readonly pact: number }
  | { readonly kind: 'warn'; readonly if: Condition; readonly will: string }
  | { readonly kind: 'lock'; readonly orders: Orders }
  | { readonly kind: 'debrief' }
);

export type Decided =
  | { readonly ok: true; readonly position: Position; readonly changes: readonly Change[] }
  | { readonly ok: false; readonly why: Refusal };

/**
 * Take a decision.
 * @param chance the game's luck; it belongs to the table, never to the position
 * @returns the next position and what changed; when this was the last lock, the round as played; or why it was refused
 */
export function decide(position: Position, decision: Decision, chance: Chance): Decided {
  // A decision may come from a damaged record or over a wire, whatever its type says.
  const wrong = misshapen(decision);
  if (wrong) return { ok: false, why: wrong };
  const trace = traceFrom(position.last, position.nextChange);
  const cells = position.cells.slice();
  const why = apply(position.tables, cells, decision, chance, trace);
  if (why) return { ok: false, why };
  return {
    ok: true,
    position: { tables: position.tables, cells, last: trace.last, nextChange: trace.next },
    changes: trace.changes,
  };
}

/**
 * Take a decision on cells directly, for playouts.
 * @param decision one that has the shape of a decision; `decide` looks at that first
 * @param cells written when the decision is accepted; left as they were when it is refused
 * @returns null when accepted, else why not
 */
export function apply(
  tables: Tables,
  cells: Int32Array,
  decision: Decision,
  chance: Chance,
  trace: Trace | null,
): Refusal | null {
  const phase = cells[tables.at.phase] ?? 0;
  const round = cells[tables.at.round] ?? 0;
  if (phase >= 2) return { reason: 'over' };
  if (decision.round !== round) return { reason: 'wrongRound', args: { round } };
  const capital = tables.capitals.find(({ id }) => id === decision.seat);
  if (!capital) return { reason: 'noSuchCapital', args: { capital: decision.seat } };
  if (decision.kind === 'lock') return lock(tables, cells, capital, decision.orders, chance, trace);
  if (decision.kind === 'debrief') {
    if (phase !== 0) return { reason: 'talksClosed' };
    runOn(openRun(tables, cells, chance, trace, 'end'));
    return null;
  }
  if (phase !== 0) return { reason: 'talksClosed' };
  const run = openRun(tables, cells, chance, trace, 'talks');
  switch (decision.kind) {
    case 'offer':
      return propose(run, capital, decision.offer);
    case 'answer':
      return answerOffer(
        run,
        capital,
        decision.offer,
        decision.answer,
        decision.answer === 'counter' ? decision.terms : [],
      );
    case 'withdraw':
      return withdraw(run, capital, decision.offer);
    case 'cable':
      return showCable(run, capital, decision.pact);
    case 'warn':
      return warn(run, capital, decision.if, decision.will);
  }
}

/** Tell whether a capital has locked its orders this round. */
export function hasLocked(position: Position, capital: CapitalTable): boolean {
  return position.cells[capital.locked] === 1;
}

function lock(
  tables: Tables,
  cells: Int32Array,
  capital: CapitalTable,
  orders: Orders,
  chance: Chance,
  trace: Trace | null,
): Refusal | null {
  if (cells[capital.locked] === 1) return { reason: 'locked' };
  const checked = checkOrders(tables, cells, capital, orders);
  if ('reason' in checked) return checked;
  const list = orderedList(checked.moves.length);
  for (const { move, influence } of checked.moves) putOrder(list, move.index, influence);
  const run = openRun(tables, cells, chance, trace, 'orders');
  const withheld = orders.withhold ?? [];
  let withhold = 0;
  for (const deal of tables.deals) if (withheld.includes(value(run, deal.serial))) withhold |= 1 << deal.slot;
  lockIn(run, capital, checked.answer, list, withhold);
  playIfLocked(run);
  return null;
}

/**
 * Lock a capital's orders in.
 * @param answer number of the option from 1, 0 for silence
 * @param list moves that may be ordered together (`checkOrders`)
 * @param withhold slots of the pacts whose promised influence is held back, as bits
 */
export function lockIn(
  run: Run,
  capital: CapitalTable,
  answer: number,
  list: Ordered,
  withhold: number,
): void {
  const { order, index } = capital;
  run.seen = 1 << index;
  write(run, order.answer, answer, 'lock', index, -1);
  for (let at = 0; at < list.count; at++) {
    write(run, order.moves[at] ?? -1, (list.move[at] ?? 0) + 1, 'lock', index, -1);
    write(run, order.influence[at] ?? -1, list.influence[at] ?? 0, 'lock', index, -1);
  }
  write(run, order.withhold, withhold, 'lock', index, -1);
  run.seen = everybody;
  write(run, capital.locked, 1, 'lock', index, -1);
  // The first lock closes the talks: from here on nothing can change what orders were checked against.
  write(run, run.tables.at.phase, 1, 'lock', index, -1);
}

/** Play the round once all capitals have locked; after the last one let the quarters run on and close the game. */
export function playIfLocked(run: Run): void {
  const { capitals, at } = run.tables;
  for (let one = 0; one < capitals.length; one++)
    if (value(run, (capitals[one] as CapitalTable).locked) !== 1) return;
  playRound(run);
  if (value(run, at.round) > value(run, at.rounds)) runOn(run);
}

/** Let the quarters run on without orders, so that what was set going lands, then judge the ending. */
function runOn(run: Run): void {
  const { cells, chance, trace, tables } = run;
  chance.closed?.(cells);
  reopen(run, cells, chance, trace, 'end');
  write(run, tables.at.endedAfter, run.round - 1, 'round', -1, -1);
  write(run, tables.at.phase, 2, 'round', -1, -1);
  for (let quarter = 0; quarter < runOnRounds; quarter++)
    playRound(reopen(run, cells, chance, trace, 'orders'));
  endGame(reopen(run, cells, chance, trace, 'end'));
}
