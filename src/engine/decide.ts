/**
 * `decide`: the only way in which a game changes. It gives the new position and the list of changes, or the reason why not;
 * it never throws for a player's mistake and never writes to the position it was given.
 */
import { traceFrom } from './changes.ts';
import type { Change, Trace } from './changes.ts';
import { answerOffer, propose, showCable, warn, withdraw } from './deals/talks.ts';
import type { Condition } from './deals/talks.ts';
import type { Offer, Term } from './deals/terms.ts';
import { misshapen } from './decisionShape.ts';
import { checkOrders } from './orders.ts';
import type { Orders, Refusal } from './orders.ts';
import { runOnRounds } from './position.ts';
import type { Position } from './position.ts';
import { endGame, playRound, setPhase } from './round.ts';
import { openRun, value, write } from './run.ts';
import type { Chance } from './run.ts';
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
    runOn(tables, cells, chance, trace);
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
  const run = openRun(tables, cells, chance, trace, 'orders');
  run.seen = 1 << capital.index;
  const put = (cell: number | undefined, to: number): void => {
    write(run, cell ?? -1, to, 'lock', capital.index, -1);
  };
  put(capital.order.answer, checked.answer);
  checked.moves.forEach(({ move, influence }, at) => {
    put(capital.order.moves[at], move.index + 1);
    put(capital.order.influence[at], influence);
  });
  put(
    capital.order.withhold,
    tables.deals.reduce(
      (bits, deal) =>
        (orders.withhold ?? []).includes(value(run, deal.serial)) ? bits | (1 << deal.slot) : bits,
      0,
    ),
  );
  run.seen = 15;
  write(run, capital.locked, 1, 'lock', capital.index, -1);
  // The first lock closes the talks: from here on nothing can change what orders were checked against.
  write(run, tables.at.phase, 1, 'lock', capital.index, -1);
  if (!tables.capitals.every((other) => cells[other.locked] === 1)) return null;
  playRound(tables, cells, chance, trace);
  if ((cells[tables.at.round] ?? 0) > (cells[tables.at.rounds] ?? 0)) runOn(tables, cells, chance, trace);
  return null;
}

/** Let the quarters run on without orders, so that what was set going lands, then judge the ending. */
function runOn(tables: Tables, cells: Int32Array, chance: Chance, trace: Trace | null): void {
  const run = openRun(tables, cells, chance, trace, 'end');
  write(run, tables.at.endedAfter, value(run, tables.at.round) - 1, 'round', -1, -1);
  setPhase(tables, cells, chance, trace, 2);
  for (let quarter = 0; quarter < runOnRounds; quarter++) playRound(tables, cells, chance, trace);
  endGame(tables, cells, chance, trace);
}
