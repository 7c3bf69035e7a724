/** Orders as they are being drafted, as sentences, and what stands in the way of one more. */
import type { Choice } from '../../engine/choices.ts';
import { checkOrders } from '../../engine/orders.ts';
import type { Deal, Term } from '../../engine/deals/terms.ts';
import type { Orders, Refusal } from '../../engine/orders.ts';
import type { CapitalTable } from '../../engine/tables.ts';
import type { Reader } from './reader.ts';

export type Ordered = Orders['moves'][number];

/** Say an ordered move as it will be told at the reveal, with the influence that is pressed. */
export function tellOrder({ move, influence }: Ordered, reader: Reader): string {
  const { words, seat } = reader;
  const order = words.say(`move-${seat}-${move}.order`);
  return influence === undefined ? order : words.say('order-with-influence', { order, influence });
}

/**
 * Find what stands in the way of ordering one more move besides those drafted.
 * @returns null where nothing does; what is wrong with the draft itself counts too
 */
export function whyNotAlso(
  orders: Orders,
  more: Ordered,
  { tables, cells, capital }: { tables: Reader['tables']; cells: Int32Array; capital: CapitalTable },
): Refusal | null {
  const checked = checkOrders(tables, cells, capital, { ...orders, moves: [...orders.moves, more] });
  return 'reason' in checked ? checked : null;
}

/** Replace the drafted move of the same line by another, or add it. Returns the new list. */
export function withMove(moves: readonly Ordered[], more: Ordered, choices: readonly Choice[]): Ordered[] {
  const line = lineOf(more.move, choices);
  return [...moves.filter(({ move }) => lineOf(move, choices) !== line), more];
}

/** Find the drafted move that stands in the same line as another one. */
export function inSameLine(
  moves: readonly Ordered[],
  move: string,
  choices: readonly Choice[],
): Ordered | undefined {
  const line = lineOf(move, choices);
  return moves.find((one) => one.move !== move && lineOf(one.move, choices) === line);
}

function lineOf(move: string, choices: readonly Choice[]): string | undefined {
  return choices.find((choice) => choice.move === move)?.line;
}

export interface PassPromise {
  readonly serial: number;
  readonly amount: number;
  readonly channel: string;
  readonly to: string;
}

/** List the influence that the reader's capital has promised to pass in a round. */
export function promisesOf(deals: readonly Deal[], round: number, { tables, seat }: Reader): PassPromise[] {
  return deals
    .filter(({ state, from }) => state === 'inForce' && from === round)
    .flatMap(({ serial, terms }) =>
      terms.flatMap((term) =>
        term.kind === 'pass' && term.capital === seat
          ? [
              {
                serial,
                amount: term.amount,
                channel: term.channel,
                to: tables.scenario.channels.find(({ id }) => id === term.channel)?.to ?? '',
              },
            ]
          : [],
      ),
    );
}

/** A term of the reader's capital in a pact that binds now. */
export interface WordGiven {
  readonly term: Term;
  readonly partners: readonly string[];
  readonly from: number;
  readonly until: number;
}

/** List what the reader's capital has promised for a round in pacts in force, passing influence aside. */
export function wordsGiven(deals: readonly Deal[], round: number, { seat }: { seat: string }): WordGiven[] {
  return deals
    .filter(({ state, from, until }) => state === 'inForce' && from <= round && round <= until)
    .flatMap(({ terms, members, from, until }) =>
      terms
        .filter(({ capital, kind }) => capital === seat && kind !== 'pass')
        .map((term) => ({ term, partners: members.filter((id) => id !== seat), from, until })),
    );
}

/** Sort the capitals that a joint move needs: a pact of this round has them make it too, an offer of theirs that waits for the reader would, or nothing does. */
export function joinersOf(
  choice: Choice,
  deals: readonly Deal[],
  { tables, seat, round }: Pick<Reader, 'tables' | 'seat'> & { readonly round: number },
): { promised: string[]; offered: string[]; open: string[] } {
  const own = tables.moves.find(
    ({ id, capital }) => id === choice.move && tables.capitals[capital]?.id === seat,
  );
  const theirs = (own?.joint?.moves ?? []).flatMap((index) => tables.moves[index] ?? []);
  const now = deals.filter(({ from, until }) => from <= round && round <= until);
  const isIn = (among: readonly Deal[], capital: string): boolean =>
    among
      .flatMap(({ terms }) => terms)
      .some(
        (term) =>
          term.kind === 'make' &&
          term.capital === capital &&
          theirs.some(({ id, capital: index }) => id === term.move && tables.capitals[index]?.id === capital),
      );
  const inForce = now.filter(({ state }) => state === 'inForce');
  const toUs = now.filter(
    ({ state, members, accepted }) =>
      (state === 'proposed' || state === 'countered') && members.includes(seat) && !accepted.includes(seat),
  );
  const promised = choice.partners.filter((partner) => isIn(inForce, partner));
  const offered = choice.partners.filter((partner) => !promised.includes(partner) && isIn(toUs, partner));
  const open = choice.partners.filter((partner) => !promised.includes(partner) && !offered.includes(partner));
  return { promised, offered, open };
}

/** Tell whether a promise still asks for something: a move that was not made since it binds, a line that stands elsewhere. */
export function isOwed({ term, from }: WordGiven, reader: Standing): boolean {
  const { tables, seat } = reader;
  if (term.kind === 'make') return reader.at(`made.${seat}.${term.move}`) < from;
  if (term.kind !== 'stance') return false;
  const line = tables.lines.find(({ owner, id }) => owner === seat && id === term.line);
  return line?.stances[reader.at(`stance.${seat}.${term.line}`)] !== term.stance;
}

/** What promises are held against: the reader's seat, tables and cells. */
export type Standing = Pick<Reader, 'at' | 'tables' | 'seat'>;

/** List the moves that would do what is still owed, in the order of the promises. */
export function movesOwed(
  given: readonly WordGiven[],
  choices: readonly Choice[],
  standing: Standing,
): Choice[] {
  const owed = given
    .filter((one) => isOwed(one, standing))
    .flatMap(({ term }) =>
      choices.filter(
        ({ move, line, target }) =>
          (term.kind === 'make' && term.move === move) ||
          (term.kind === 'stance' && term.line === line && term.stance === target),
      ),
    );
  return [...new Set(owed)];
}

/** Find the promises that drafted moves would break this round. */
export function brokenBy(
  given: readonly WordGiven[],
  moves: readonly Ordered[],
  choices: readonly Choice[],
  {
    seat,
    round,
    at,
    tables,
  }: { seat: string; round: number; at: (path: string) => number; tables: Reader['tables'] },
): WordGiven[] {
  const orders = (move: string): boolean => moves.some((one) => one.move === move);
  return given.filter(({ term, from, until }) => {
    if (term.kind === 'forgo') return orders(term.move);
    if (term.kind === 'make')
      return until === round && !orders(term.move) && at(`made.${seat}.${term.move}`) < from;
    if (term.kind !== 'stance') return false;
    const line = tables.lines.find(({ owner, id }) => owner === seat && id === term.line);
    const moved = choices.find(({ move, line: id }) => id === term.line && orders(move))?.target;
    return (moved ?? line?.stances[at(`stance.${seat}.${term.line}`)]) !== term.stance;
  });
}
