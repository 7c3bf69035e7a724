/**
 * What is noted of each game, as one row of whole numbers: a few kilobytes that a worker can hand over without copying. Rows lie in
 * the order of the games' numbers, so that it does not matter who played which.
 */
import type { Tables } from '../engine/tables.ts';
import { ledgerFields } from './ledger.ts';
import { proposalsIn } from './offering.ts';
import type { Question } from './question.ts';

/** Bits of one number of a row: its sign is left alone. */
export const bitsEach = 15;

export interface RowLayout {
  /** Numbers in a row. */
  readonly width: number;
  /** Number of the ending, from 1; 0 where the game came to none. */
  readonly ending: number;
  /** Results of the aims, in the tables' order: half the average over the rounds, half the end, in hundredths. */
  readonly aims: number;
  /** `capital.aim` of each of them. */
  readonly aimIds: readonly string[];
  /** Moves made in the first round played and in the one after it: bits by move number. */
  readonly moves: readonly [number, number];
  readonly moveWords: number;
  /** Options taken in the first round played, from 1, by capital; 0 where no decision was put to it. */
  readonly answers: number;
  /** What became of each thing that the plan puts to others, its place in `replies`; and how many there are. */
  readonly replies: number;
  readonly proposals: number;
  /** Ledger of delivery, by partner and field; -1 where none is kept. */
  readonly ledger: number;
  /** Levels by path, then by point in time. */
  readonly levels: number;
  readonly paths: readonly string[];
  /** Points in time at which levels are noted: the beginning and after each round, or the end alone. */
  readonly points: number;
}

/** Lay out the rows of a question. */
export function rowLayout(tables: Tables, question: Question): RowLayout {
  const aimIds = tables.capitals.flatMap(({ id, aims }) => aims.map((aim) => `${id}.${aim.id}`));
  const moveWords = Math.ceil(tables.moves.length / bitsEach);
  const aims = 1;
  const first = aims + aimIds.length;
  const answers = first + 2 * moveWords;
  const replies = answers + tables.capitals.length;
  const proposals = proposalsIn(question.beginning.kind === 'view' ? question.beginning.plan : null);
  const ledger = replies + proposals;
  const levels = ledger + (question.ledger?.partners.length ?? 0) * ledgerFields.length;
  const points = question.byRound ? roundsLeft(tables, question) + 1 : 1;
  return {
    width: levels + question.levels.length * points,
    ending: 0,
    aims,
    aimIds,
    moves: [first, first + moveWords],
    moveWords,
    answers,
    replies,
    proposals,
    ledger: question.ledger ? ledger : -1,
    levels,
    paths: question.levels,
    points,
  };
}

/** Rounds that are still to be played with orders. */
function roundsLeft(tables: Tables, { beginning }: Question): number {
  if (beginning.kind === 'start') return beginning.options.rounds;
  const { cells } = beginning;
  return Math.max(0, (cells[tables.at.rounds] ?? 0) - (cells[tables.at.round] ?? 0) + 1);
}
