/**
 * The open loop: a played game played again without something. The dice and the strengths are the same, everybody decides what is
 * recorded, whether or not it still makes sense; what is no longer possible is left out and named.
 */
import { apply } from '../decide.ts';
import type { Decision } from '../decide.ts';
import { traceFrom } from '../changes.ts';
import { checkOrders } from '../orders.ts';
import type { Orders, Refusal } from '../orders.ts';
import type { Chance } from '../run.ts';
import type { Tables } from '../tables.ts';
import type { Factor } from './factors.ts';
import { start } from '../position.ts';
import { newSerial, openPlayed } from './played.ts';
import type { Played } from './played.ts';

/** Part of a recorded decision that was no longer possible. */
export interface Skipped {
  readonly seat: string;
  readonly round: number;
  readonly kind: Decision['kind'] | 'move' | 'choice' | 'withhold';
  /** Id of the move or of the option, serial number of the offer as played; empty where there is none. */
  readonly what: string;
  readonly why: Refusal;
}

export interface PlayedWithout {
  /** Cells when a round had been played, by round - 1: those of the game itself before anything is missing. */
  readonly ends: readonly Int32Array[];
  readonly final: Int32Array;
  readonly skipped: readonly Skipped[];
}

/** Play a game without some of its factors. */
export function playWithout(played: Played, factors: readonly Factor[]): PlayedWithout {
  const first = Math.min(...factors.map(({ round }) => round), played.firsts.length);
  const { ends, final, skipped } = playAgain(played, factors, first, chanceWithout(played, factors));
  return { ends, final, skipped };
}

/**
 * Make of a game what it would have been with other luck, everybody deciding as recorded as far as that was possible. Used with
 * every link at its middle strength while the game's own are not to be known.
 */
export function withLuck(played: Played, chance: Chance): Played {
  const { tables, record } = played;
  const begun = start(tables, record.options, chance).position.cells;
  const { taken } = playAgain({ ...played, starts: [begun] }, [], 1, chance);
  return openPlayed(tables, { ...record, decisions: taken }, chance);
}

function playAgain(
  played: Played,
  factors: readonly Factor[],
  first: number,
  chance: Chance,
): PlayedWithout & { readonly taken: readonly Decision[] } {
  const { tables, record, firsts, starts } = played;
  const missing = new Map<number, Factor[]>();
  for (const factor of factors)
    if (factor.at >= 0) missing.set(factor.at, [...(missing.get(factor.at) ?? []), factor]);
  const cells = (starts[first - 1] ?? played.final).slice();
  const ends = played.ends.slice(0, first - 1);
  const skipped: Skipped[] = [];
  const taken: Decision[] = [];
  // An offer may get another number where one before it is missing: what answers it has to follow.
  const numbers = new Map<number, number>();
  const known = firsts[first - 1] ?? 0;
  for (const [at, serial] of played.serials) if (at < known) numbers.set(serial, serial);

  for (let at = known; at < record.decisions.length; at++) {
    const recorded = record.decisions[at];
    const decision = recorded && takeOut(recorded, missing.get(at) ?? []);
    if (!decision) continue;
    if (decision.kind === 'lock') {
      lock(decision);
      continue;
    }
    const own = renumber(decision, numbers);
    const before = decision.kind === 'offer' ? cells.slice() : cells;
    const why = own === null ? gone : take(own);
    const serial = played.serials.get(at);
    if (why !== null) {
      const { seat, round, kind } = decision;
      skipped.push({
        seat,
        round,
        kind,
        what: serial === undefined ? dealOf(decision) : String(serial),
        why,
      });
    } else if (serial !== undefined) numbers.set(serial, newSerial(tables, before, cells));
  }
  return { ends, final: cells, skipped, taken };

  function take(decision: Decision): Refusal | null {
    const round = cells[tables.at.round] ?? 0;
    // The last lock plays the quarters that run on as well: only a trace says how each of them ended.
    const isLast = decision.kind === 'debrief' || round >= (cells[tables.at.rounds] ?? 0);
    if (!isLast) {
      const why = apply(tables, cells, decision, chance, null);
      if (why === null) taken.push(decision);
      if ((cells[tables.at.round] ?? 0) > round) ends.push(cells.slice());
      return why;
    }
    const trace = traceFrom(new Int32Array(tables.layout.size), 0);
    const told = cells.slice();
    const why = apply(tables, cells, decision, chance, trace);
    if (why === null) taken.push(decision);
    for (const { where, to } of trace.changes) {
      told[tables.layout.cell(where)] = to;
      if (where === 'round') ends.push(told.slice());
    }
    return why;
  }

  function lock(decision: Decision & { kind: 'lock' }): void {
    const { seat, round } = decision;
    const { orders, left } = possible(tables, cells, seat, decision.orders, numbers);
    for (const one of left) skipped.push({ seat, round, ...one });
    const why = take({ seat, round, kind: 'lock', orders });
    if (why !== null) skipped.push({ seat, round, kind: 'lock', what: '', why });
  }
}

const gone: Refusal = { reason: 'noSuchOffer' };

function chanceWithout({ chance, tables }: Played, factors: readonly Factor[]): Chance {
  if (factors.every(({ at }) => at >= 0)) return chance;
  const of = (kind: Factor['kind']): Factor[] => factors.filter((one) => one.kind === kind);
  const press = ({ what, round }: Factor): number =>
    tables.moves.findIndex(({ capital, id }) => `${tables.capitals[capital]?.id}.${id}` === what) * 100 +
    round;
  const outsiders = of('act').flatMap(({ what }) => placesOf(tables.outsiders, ({ id }) => id === what));
  const acts = of('act').flatMap(({ what }) =>
    tables.clients.flatMap(({ id, moves }, client) =>
      placesOf(moves, (move) => `${id}.${move.id}` === what).map((at) => client * 100 + at),
    ),
  );
  const strengths = chance.strengths.slice();
  for (const { what } of of('strength'))
    for (const link of tables.links) if (link.id === what) strengths[link.index] = link.strength;
  return {
    ...chance,
    strengths,
    without: {
      acts: new Set(acts),
      outsiders: new Set(outsiders),
      events: new Set(of('event').map(({ what }) => tables.events.findIndex(({ id }) => id === what))),
      presses: new Set(of('die').map(press)),
      leaks: new Set(of('leak').map(({ what }) => Number(what))),
    },
  };
}

function placesOf<T>(list: readonly T[], isMeant: (one: T) => boolean): number[] {
  return list.flatMap((one, at) => (isMeant(one) ? [at] : []));
}

/** A decision without what is missing from it; null where nothing is left. */
function takeOut(decision: Decision, missing: readonly Factor[]): Decision | null {
  if (missing.length === 0) return decision;
  if (decision.kind !== 'lock') return null;
  const { answer, moves, ...rest } = decision.orders;
  const silent = missing.some(({ kind }) => kind === 'answer');
  const left = moves.filter(({ move }) => !missing.some(({ what }) => what === `${decision.seat}.${move}`));
  return {
    ...decision,
    orders: { ...rest, ...(silent || answer === undefined ? {} : { answer }), moves: left },
  };
}

/** Keep of orders, piece by piece in the order in which they were written, what can still be locked. */
function possible(
  tables: Tables,
  cells: Int32Array,
  seat: string,
  orders: Orders,
  numbers: ReadonlyMap<number, number>,
): { orders: Orders; left: Pick<Skipped, 'kind' | 'what' | 'why'>[] } {
  const capital = tables.capitals.find(({ id }) => id === seat);
  const left: Pick<Skipped, 'kind' | 'what' | 'why'>[] = [];
  let kept: Orders = { moves: [] };
  if (!capital) return { orders: kept, left };
  const add = (kind: Skipped['kind'], what: string, more: Orders): void => {
    const checked = checkOrders(tables, cells, capital, more);
    if ('reason' in checked) left.push({ kind, what, why: checked });
    else kept = more;
  };
  if (orders.answer !== undefined) add('choice', orders.answer, { ...kept, answer: orders.answer });
  for (const move of orders.moves) add('move', move.move, { ...kept, moves: [...kept.moves, move] });
  for (const serial of orders.withhold ?? []) {
    const withhold = [...(kept.withhold ?? []), numbers.get(serial) ?? 0];
    add('withhold', String(serial), { ...kept, withhold });
  }
  return { orders: kept, left };
}

/** The same decision about the same offer, whatever number that has now; null where the offer is not there. */
function renumber(decision: Decision, numbers: ReadonlyMap<number, number>): Decision | null {
  if (decision.kind === 'answer' || decision.kind === 'withdraw') {
    const offer = numbers.get(decision.offer);
    return offer === undefined ? null : { ...decision, offer };
  }
  if (decision.kind !== 'cable') return decision;
  const pact = numbers.get(decision.pact);
  return pact === undefined ? null : { ...decision, pact };
}

function dealOf(decision: Decision): string {
  if (decision.kind === 'answer' || decision.kind === 'withdraw') return String(decision.offer);
  return decision.kind === 'cable' ? String(decision.pact) : '';
}
