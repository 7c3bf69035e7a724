/**
 * Plays the numbered games of a question and notes each in a row. The same question and number give the same row on every host;
 * who hands numbers out, and to whom, stands in `forecaster.ts`.
 */
import { apply } from '../engine/decide.ts';
import type { Decision } from '../engine/decide.ts';
import type { Seed } from '../engine/dice.ts';
import type { Orders, Refusal } from '../engine/orders.ts';
import { drawChance, start } from '../engine/position.ts';
import type { Chance } from '../engine/run.ts';
import { imagine, viewSeed } from '../engine/seats.ts';
import type { View } from '../engine/seats.ts';
import type { Tables } from '../engine/tables.ts';
import { seedsOf } from './doubt.ts';
import { aimResults } from './rollOut.ts';
import { ledgerKeeper } from './ledger.ts';
import { replies, tryOffer } from './offering.ts';
import type { Reply } from './offering.ts';
import { drawSeats } from './playout.ts';
import type { Plan, Question } from './question.ts';
import { withRanges } from './question.ts';
import { rollOn } from './rollOn.ts';
import type { Player } from './rollOn.ts';
import { bitsEach, rowLayout } from './rows.ts';
import type { RowLayout } from './rows.ts';

/**
 * Play some of a question's games.
 * @param from number of the first game
 * @param to number after the last
 * @returns their rows one after the other, see `rowLayout`
 */
export function playGames(tables: Tables, question: Question, from: number, to: number): Int16Array {
  const layout = rowLayout(tables, question);
  const rows = new Int16Array(layout.width * Math.max(0, to - from));
  const clerk = clerkFor(tables, question, layout);
  for (let game = from; game < to; game++) {
    const row = rows.subarray((game - from) * layout.width, (game - from + 1) * layout.width);
    const seeds = seedsOf(question.seed, game);
    const drawn = withRanges(tables, drawChance(tables, seeds), seeds.doubt, question);
    const chance = { ...drawn, closed: clerk.closed };
    const seats = seatsOf(tables, question, seeds.dice);
    const { cells, reply } = begin(tables, question, chance, seeds.dice, seats);
    clerk.open(row, cells);
    if (layout.reply >= 0) row[layout.reply] = replies.indexOf(reply);
    rollOn(tables, cells, chance, seats, question.keep ?? {}, { round: () => clerk.note(cells) });
    clerk.close(cells);
  }
  return rows;
}

/** Set up the cells that a game is played on from. What a seat cannot know is drawn anew for each game. */
function begin(
  tables: Tables,
  { beginning, keep = {} }: Question,
  chance: Chance,
  dice: Seed,
  seats: Readonly<Record<string, Player>>,
): { cells: Int32Array; reply: Reply } {
  let reply: Reply = 'open';
  if (beginning.kind === 'start')
    return { cells: start(tables, beginning.options, chance).position.cells.slice(), reply };
  const { seat, cells: seen, plan } = beginning;
  const cells = imagine(tables, { seat, cells: seen }, dice).cells;
  for (const capital of tables.capitals) {
    // That another has locked is seen, what it locked is not: it chooses again.
    if (capital.id !== seat) cells[capital.locked] = 0;
  }
  if (plan) {
    const round = cells[tables.at.round] ?? 0;
    // What cannot be carried out in this imagined position falls away, and nothing is put in its place.
    for (const answer of answersOf(plan, seat, round)) apply(tables, cells, answer, chance, null);
    const own = tables.capitals.find(({ id }) => id === seat);
    if (plan.offer && own) reply = tryOffer(tables, cells, chance, own, plan.offer, seats, keep);
    const kept = reply === 'accepted' ? [withPromised(plan, seat, round)] : [];
    for (const orders of [...kept, plan.orders, { moves: [] }])
      if (!apply(tables, cells, { seat, round, kind: 'lock', orders }, chance, null)) break;
  }
  return { cells, reply };
}

/** Add to a plan's orders the moves that its offer promises from now on: whoever offers them means to make them. */
function withPromised({ offer, orders }: Plan, seat: string, round: number): Orders {
  const promised = promisedBeside({ offer, orders }, seat, round);
  return { ...orders, moves: [...orders.moves, ...promised.map((move) => ({ move }))] };
}

/** List the moves that a plan's offer promises from now on and that its orders do not hold. */
export function promisedBeside(
  { offer, orders }: Pick<Plan, 'offer' | 'orders'>,
  seat: string,
  round: number,
): string[] {
  if (!offer || offer.from > round) return [];
  return offer.terms.flatMap((term) =>
    term.capital === seat && term.kind === 'make' && orders.moves.every(({ move }) => move !== term.move)
      ? [term.move]
      : [],
  );
}

/**
 * Tell whether a plan could be carried out by the seat of a view now.
 * @returns null where it could, else why not
 */
export function refusalOf(tables: Tables, view: View, plan: Plan): Refusal | null {
  const { seat } = view;
  const cells = view.cells.slice();
  const round = cells[tables.at.round] ?? 0;
  const chance = drawChance(tables, seedsOf(viewSeed(view), 0));
  for (const answer of answersOf(plan, seat, round)) {
    const why = apply(tables, cells, answer, chance, null);
    if (why) return why;
  }
  if (plan.offer) {
    const why = apply(tables, cells, { seat, round, kind: 'offer', offer: plan.offer }, chance, null);
    if (why) return why;
  }
  return apply(tables, cells, { seat, round, kind: 'lock', orders: plan.orders }, chance, null);
}

/** Put a plan's answers to offers as decisions. */
function answersOf({ answers }: Plan, seat: string, round: number): Decision[] {
  return answers.map(({ offer, answer }) => ({ seat, round, kind: 'answer', offer, answer }));
}

/** Who plays: four computers, each with a temperament drawn for this game, of the kind that the question wants. */
function seatsOf(tables: Tables, question: Question, dice: Seed): Record<string, Player> {
  const { policy, temperaments = {}, dealsWith = {} } = question;
  return Object.fromEntries(
    Object.entries(drawSeats(tables, dice, policy)).map(([id, seat]): [string, Player] => {
      const kind = temperaments[id];
      const drawn = seat.temperament ?? '';
      const temperament = kind === undefined ? drawn : drawn.replace(/^[a-z]+/i, kind);
      const partners = dealsWith[id];
      return [id, { ...seat, temperament, ...(partners ? { dealsWith: partners } : {}) }];
    }),
  );
}

/** Writes rows while games are played. */
interface Clerk {
  open(row: Int16Array, cells: Int32Array): void;
  note(cells: Int32Array): void;
  /** The last quarter with orders was played, those that run on were not. */
  closed(cells: Int32Array): void;
  close(cells: Int32Array): void;
}

function clerkFor(tables: Tables, question: Question, layout: RowLayout): Clerk {
  const watched = layout.paths.map((path) => tables.layout.cell(path));
  const { ledger: kept } = question;
  const ledger = kept ? ledgerKeeper(tables, kept.of, kept.partners) : null;
  let row: Int16Array = new Int16Array(0);
  let point = 0;
  let first = 0;
  let decisions: { cell: number; capital: number }[] = [];
  const noteLevels = (cells: Int32Array, at: number): void => {
    for (let path = 0; path < watched.length; path++)
      row[layout.levels + path * layout.points + at] = cells[watched[path] ?? 0] ?? 0;
  };
  const noteMoves = (cells: Int32Array): void => {
    const begins = layout.moves[point] ?? 0;
    for (const { index, made } of tables.moves) {
      if (cells[made] !== first + point) continue;
      const word = begins + Math.floor(index / bitsEach);
      row[word] = (row[word] ?? 0) | (1 << (index % bitsEach));
    }
  };
  return {
    open(into, cells) {
      row = into;
      point = 0;
      first = cells[tables.at.round] ?? 0;
      decisions = tables.decisions
        .filter(({ round }) => round === first)
        .map(({ answer, capital }) => ({ cell: answer, capital }));
      ledger?.open();
      if (question.byRound) noteLevels(cells, 0);
    },
    note(cells) {
      ledger?.note(cells);
      // A cell holds when its move was made last: it is read before the move can be made again.
      if (point < 2) noteMoves(cells);
      point++;
      if (question.byRound && point < layout.points) noteLevels(cells, point);
    },
    closed(cells) {
      ledger?.note(cells);
    },
    close(cells) {
      row[layout.ending] = cells[tables.at.ending] ?? 0;
      aimResults(tables, cells).forEach(({ value }, at) => (row[layout.aims + at] = value));
      for (const { cell, capital } of decisions)
        if ((cells[cell] ?? 0) > 0) row[layout.answers + capital] = cells[cell] ?? 0;
      ledger?.write(row, layout.ledger);
      if (!question.byRound) noteLevels(cells, 0);
    },
  };
}
