/**
 * Plays what really happened through the rules that every game is played by: links at their middle strengths, no dice, the
 * events of `history.json` and no others. How near it comes to the record is worked out in `historyTable.ts`.
 */
import type { Change } from './changes.ts';
import { replies } from './clients/answer.ts';
import { decide } from './decide.ts';
import { checkOrders, decisionFor } from './orders.ts';
import type { Orders, Refusal } from './orders.ts';
import { drawChance, start } from './position.ts';
import type { Position } from './position.ts';
import type { Chance, Recorded } from './run.ts';
import type { HistoryShape } from './scenario/historySchema.ts';
import { whatFails } from './statecharts/holds.ts';
import type { CapitalTable, Tables } from './tables.ts';

/** Something on record that the model does not allow. */
export interface Forbidden {
  readonly round: number;
  /** A capital; null for an event. */
  readonly capital: string | null;
  /** What was done: a move, an option (`decision.option`) or an event. */
  readonly what: string;
  readonly why: Refusal;
  /** All of it in one sentence, for authors. */
  readonly sentence: string;
}

export interface PlayedHistory {
  /** The start, then the position after each round that could be played. */
  readonly positions: readonly Position[];
  readonly changes: readonly Change[];
  /** What was forbidden. Forbidden orders are left out, so that all of them are found at once. */
  readonly forbidden: readonly Forbidden[];
}

/**
 * Play a history that was read with its scenario.
 * @throws where a name in it is unknown: `readScenario` would have refused it
 */
export function playHistory(tables: Tables, history: HistoryShape): PlayedHistory {
  const chance = historyChance(tables, history);
  // One round more than is played: the quarters that run on after the last one are no part of the record.
  const begun = start(tables, { rounds: history.rounds.length + 1, moves: 3, layers: [] }, chance);
  let { position } = begun;
  const positions = [position];
  const changes = [...begun.changes];
  const forbidden: Forbidden[] = [];
  for (const { round, orders } of history.rounds) {
    for (const capital of tables.capitals) {
      const wanted = ordersOf(orders[capital.id]);
      const allowed = leaveOut(position, capital, round, wanted, forbidden);
      const decided = decide(position, { seat: capital.id, round, kind: 'lock', orders: allowed }, chance);
      if (!decided.ok) throw new Error(`round ${round}, ${capital.id}: ${decided.why.reason}`);
      position = decided.position;
      for (const change of decided.changes) changes.push(change);
    }
    forbidden.push(...missedEvents(position, history, round));
    positions.push(position);
  }
  return { positions, changes, forbidden };
}

/** The luck of history: middle strengths, and the record in place of dice. */
function historyChance(tables: Tables, history: HistoryShape): Chance {
  const none = { high: 0, low: 0 };
  const events = new Map<number, number>();
  for (const { event, round } of history.events) {
    const index = tables.events.findIndex(({ id }) => id === event);
    if (round !== null) events.set(index, round);
  }
  const answered = new Map<number, number>();
  for (const { round, orders } of history.rounds) {
    for (const [capital, { moves }] of Object.entries(orders)) {
      const own = tables.capitals.find(({ id }) => id === capital)?.moves ?? [];
      for (const { move, reply } of moves) {
        const index = own.find(({ id }) => id === move)?.index ?? -1;
        if (reply !== undefined) answered.set(index * 100 + round, replies[reply]);
      }
    }
  }
  const recorded: Recorded = { events, replies: answered };
  return { ...drawChance(tables, { dice: none, doubt: none }, true), recorded };
}

function ordersOf(quarter: HistoryShape['rounds'][number]['orders'][string] | undefined): Orders {
  return {
    ...(quarter?.answer ? { answer: quarter.answer.option } : {}),
    moves: (quarter?.moves ?? []).map(({ move, influence }) =>
      influence === undefined ? { move } : { move, influence },
    ),
  };
}

/** Try what a capital did piece by piece, the answer first; what is refused is written down and left out. */
function leaveOut(
  position: Position,
  capital: CapitalTable,
  round: number,
  wanted: Orders,
  forbidden: Forbidden[],
): Orders {
  const { tables, cells } = position;
  let allowed: Orders = { moves: [] };
  const pieces: Orders[] = [
    ...(wanted.answer === undefined ? [] : [{ answer: wanted.answer, moves: [] }]),
    ...wanted.moves.map((move) => ({ moves: [move] })),
  ];
  for (const piece of pieces) {
    const tried = { ...allowed, ...piece, moves: [...allowed.moves, ...piece.moves] };
    const checked = checkOrders(tables, cells, capital, tried);
    if (!('reason' in checked)) {
      allowed = tried;
      continue;
    }
    const decision = decisionFor(tables, cells, capital)?.id ?? 'no decision';
    const what = piece.answer === undefined ? (piece.moves[0]?.move ?? '') : `${decision}.${piece.answer}`;
    forbidden.push(forbid(round, capital.id, what, checked));
  }
  return allowed;
}

/** Events that are on record for this round and did not happen in it, each with the guard that failed. */
function missedEvents({ tables, cells }: Position, history: HistoryShape, round: number): Forbidden[] {
  return history.events.flatMap((one) => {
    const event = tables.events.find(({ id }) => id === one.event);
    if (one.round !== round || !event || cells[event.happened] === round) return [];
    const guard = whatFails(event.when, cells);
    return [forbid(round, null, event.id, guard ? { reason: 'guard', guard } : { reason: 'noSignBefore' })];
  });
}

function forbid(round: number, capital: string | null, what: string, why: Refusal): Forbidden {
  const details = [
    ...Object.entries(why.args ?? {}).map(([name, value]) => `${name} ${value}`),
    ...(why.guard ? [JSON.stringify(why.guard)] : []),
  ];
  const who = capital === null ? 'the event' : `${capital}:`;
  const told = details.length === 0 ? why.reason : `${why.reason} (${details.join(', ')})`;
  const sentence = `Round ${round}, ${who} ${what} is on record, and the model forbids it: ${told}.`;
  return { round, capital, what, why, sentence };
}
