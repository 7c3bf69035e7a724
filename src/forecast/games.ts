/**
 * Plays the numbered games of a question and notes each in a row. The same question and number give the same row on every host;
 * who hands numbers out, and to whom, stands in `forecaster.ts`.
 */
import { apply } from '../engine/decide.ts';
import type { Deal } from '../engine/deals/terms.ts';
import type { Seed } from '../engine/dice.ts';
import type { Refusal } from '../engine/orders.ts';
import { drawChance, start } from '../engine/position.ts';
import type { Chance } from '../engine/run.ts';
import { imagine, viewSeed } from '../engine/seats.ts';
import type { View } from '../engine/seats.ts';
import type { Tables } from '../engine/tables.ts';
import { seedsOf } from './doubt.ts';
import { aimResults } from './rollOut.ts';
import { ledgerKeeper } from './ledger.ts';
import { isProposal, promisedBeside, replies, saidIn, trySaying, withMoves } from './offering.ts';
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
  const beginnings = beginner(tables, question);
  for (let game = from; game < to; game++) {
    const row = rows.subarray((game - from) * layout.width, (game - from + 1) * layout.width);
    const seeds = seedsOf(question.seed, game);
    const drawn = withRanges(tables, drawChance(tables, seeds), seeds.doubt, question);
    const chance = { ...drawn, closed: clerk.closed };
    const seats = seatsOf(tables, question, seeds.dice);
    const { cells, came } = beginnings(chance, seeds.dice, seats);
    clerk.open(row, cells);
    came.forEach((reply, at) => (row[layout.replies + at] = replies.indexOf(reply)));
    rollOn(tables, cells, chance, seats, question.keep ?? {}, { round: () => clerk.note(cells) });
    clerk.close(cells);
  }
  return rows;
}

/** Where a game is played on from, and what became of each thing that the plan put to others. */
interface Begun {
  readonly cells: Int32Array;
  readonly came: readonly Reply[];
}

/**
 * Sets up the cells that games are played on from. What a seat cannot know is drawn by a game's dice. Nothing is thrown, and no
 * strength counts, before all have locked: games that share their dice begin alike, and are set up once.
 */
function beginner(
  tables: Tables,
  question: Question,
): (chance: Chance, dice: Seed, seats: Readonly<Record<string, Player>>) => Begun {
  const { beginning } = question;
  if (beginning.kind === 'start')
    return (chance) => ({ cells: start(tables, beginning.options, chance).position.cells.slice(), came: [] });
  const known: { readonly dice: Seed; readonly begun: Begun }[] = [];
  return (chance, dice, seats) => {
    let found = known.find((one) => one.dice.high === dice.high && one.dice.low === dice.low);
    if (!found) {
      found = { dice, begun: beginSeen(tables, question, beginning, chance, dice, seats) };
      // A block of games crosses two throws.
      if (known.push(found) > 2) known.shift();
    }
    return { cells: found.begun.cells.slice(), came: found.begun.came };
  };
}

function beginSeen(
  tables: Tables,
  { keep = {}, atTable }: Question,
  { seat, cells: seen, plan }: Seen,
  chance: Chance,
  dice: Seed,
  seats: Readonly<Record<string, Player>>,
): Begun {
  const { cells } = imagine(tables, { seat, cells: seen.slice() }, dice);
  for (const capital of tables.capitals) {
    // That another has locked is seen, what it locked is not: it chooses again.
    if (capital.id !== seat) cells[capital.locked] = 0;
  }
  const came: Reply[] = [];
  if (!plan) return { cells, came };
  const round = cells[tables.at.round] ?? 0;
  const answering = atTable
    ? Object.fromEntries(Object.entries(seats).map(([id, one]) => [id, { ...one, policy: atTable }]))
    : seats;
  const agreed: Deal[] = [];
  // What cannot be carried out in this imagined position falls away, and nothing is put in its place.
  for (const said of saidIn(plan, seat, round)) {
    const { reply, deal } = trySaying(tables, cells, chance, said, answering, keep);
    if (said.kind === 'answer' && !isProposal(said)) continue;
    came.push(reply);
    if (reply === 'accepted' && deal) agreed.push(deal);
  }
  const promised = promisedBeside(agreed, plan.orders, seat, round);
  const kept = promised.length > 0 ? [withMoves(plan.orders, promised)] : [];
  for (const orders of [...kept, plan.orders, { moves: [] }])
    if (!apply(tables, cells, { seat, round, kind: 'lock', orders }, chance, null)) break;
  return { cells, came };
}
type Seen = Extract<Question['beginning'], { kind: 'view' }>;

/**
 * Tell whether a plan could be carried out by the seat of a view now.
 * @returns null where it could, else why not, and what stands in the way: what it says, or what it orders
 */
export function refusalOf(
  tables: Tables,
  view: View,
  plan: Plan,
): { readonly of: 'said' | 'orders'; readonly why: Refusal } | null {
  const { seat } = view;
  const cells = view.cells.slice();
  const round = cells[tables.at.round] ?? 0;
  const chance = drawChance(tables, seedsOf(viewSeed(view), 0));
  for (const said of saidIn(plan, seat, round)) {
    const why = apply(tables, cells, said, chance, null);
    if (why) return { of: 'said', why };
  }
  const why = apply(tables, cells, { seat, round, kind: 'lock', orders: plan.orders }, chance, null);
  return why && { of: 'orders', why };
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
