/**
 * What is counted of each game of a request, as one row of whole numbers: moves made and open, pacts, steps, aims and levels. Rows lie
 * in the order of the games' numbers, whoever played which; what they come to over all games is `forecast.ts`.
 */
import { dealStates } from '../engine/deals/deal.machine.ts';
import { wayOf } from '../engine/orders.ts';
import type { Tables } from '../engine/tables.ts';
import { aimResults, rollOut } from './rollOut.ts';
import type { ForecastRequest } from './rollOut.ts';

/** What becomes of pacts, in the order of a row; an offer comes before it is one. */
export const pactFields = ['offered', 'made', 'kept', 'breached', 'tried', 'lapsed'] as const;
const ends = new Map(
  (['kept', 'breached', 'tried', 'lapsed'] as const).map((state) => [
    dealStates.indexOf(state),
    pactFields.indexOf(state),
  ]),
);
const made = pactFields.indexOf('made');

const watched = /^(aim|clock|confidence|control|home|issue|level|outsider|people|trust|violence)\b/;

/** Where in a row each thing stands. */
export interface CountLayout {
  readonly width: number;
  /** Number of the ending, from 1; 0 where the game came to none. */
  readonly ending: number;
  /** Rounds after which another one with orders came, and in how many of them an issue or a clock stepped. */
  readonly rounds: number;
  readonly stepped: number;
  /** By field of `pactFields`. */
  readonly pacts: number;
  /** 1 for each move that was made at least once; and for each that was open in some round. */
  readonly made: number;
  readonly open: number;
  /** In the order of `aimResults`. */
  readonly aims: number;
  readonly aimIds: readonly string[];
  /** By path, then by point in time: the start, each round, the last of them with the quarters that run on. */
  readonly levels: number;
  readonly paths: readonly string[];
  readonly points: number;
}

/** Lay out the rows of a request. */
export function countLayout(tables: Tables, { options }: ForecastRequest): CountLayout {
  const paths = tables.layout.paths.filter((path) => watched.test(path));
  const aimIds = tables.capitals.flatMap(({ id, aims }) => aims.map((aim) => `${id}.${aim.id}`));
  const points = options.rounds + 1;
  let width = 0;
  const take = (count: number): number => (width += count) - count;
  return {
    ending: take(1),
    rounds: take(1),
    stepped: take(1),
    pacts: take(pactFields.length),
    made: take(tables.moves.length),
    open: take(tables.moves.length),
    aims: take(aimIds.length),
    aimIds,
    levels: take(paths.length * points),
    paths,
    points,
    width,
  };
}

/**
 * Play some of a request's games and count.
 * @param from number of the first game
 * @param to number after the last
 * @returns their rows one after the other
 */
export function countGames(tables: Tables, request: ForecastRequest, from: number, to: number): Int16Array {
  const layout = countLayout(tables, request);
  const { levels, points } = layout;
  const cellsOf = layout.paths.map((path) => tables.layout.cell(path));
  const marks = marksOf(tables);
  const stood = new Int16Array(marks.length);
  const rows = new Int16Array(layout.width * Math.max(0, to - from));
  for (let game = from; game < to; game++) {
    const row = rows.subarray((game - from) * layout.width, (game - from + 1) * layout.width);
    const noteLevels = (cells: Int32Array, point: number): void => {
      for (let path = 0; path < cellsOf.length; path++)
        row[levels + path * points + point] = cells[cellsOf[path] ?? 0] ?? 0;
    };
    const cells = rollOut(tables, request, game, {
      round(now, round) {
        if (round > 0) countPacts(tables, now, round, row, layout.pacts);
        // The last round is read when the quarters that run on have been played.
        if (round === points - 1) return;
        const steps = standAt(marks, now, stood);
        if (round > 0) add(row, layout.rounds);
        if (round > 0 && steps) add(row, layout.stepped);
        noteOpen(tables, now, row, layout.open);
        noteLevels(now, round);
      },
    });
    row[layout.ending] = cells[tables.at.ending] ?? 0;
    for (const { index, made: cell } of tables.moves) if (cells[cell] !== 0) row[layout.made + index] = 1;
    aimResults(tables, cells).forEach(({ value }, at) => (row[layout.aims + at] = value));
    noteLevels(cells, points - 1);
  }
  return rows;
}

function add(row: Int16Array, at: number): void {
  row[at] = (row[at] ?? 0) + 1;
}

/** Count what was offered in a round that was just played, and the pacts that it ended. */
function countPacts(tables: Tables, cells: Int32Array, round: number, row: Int16Array, at: number): void {
  for (const deal of tables.deals) {
    if ((cells[deal.state] ?? 0) === 0) continue;
    if (cells[deal.made] === round) add(row, at);
    const field = ends.get(cells[deal.state] ?? 0);
    if (field === undefined || cells[deal.ended] !== round) continue;
    add(row, at + made);
    add(row, at + field);
  }
}

/** Mark the moves that are open now; a joint one where all of its parts are. */
function noteOpen(tables: Tables, cells: Int32Array, row: Int16Array, at: number): void {
  for (const { index, joint } of tables.moves) {
    if (row[at + index] === 1 || wayOf(tables, cells, index) < 0) continue;
    if ((joint?.moves ?? []).every((part) => wayOf(tables, cells, part) >= 0)) row[at + index] = 1;
  }
}

/** List what steps: issues with the values at which they come to another named point, and clocks, which have none. */
function marksOf(tables: Tables): { cell: number; scale: readonly number[] | null }[] {
  return [
    ...tables.scenario.issues.map(({ id, scale }) => ({
      cell: tables.layout.cell(`issue.${id}`),
      scale: scale.map(({ at }) => at),
    })),
    ...tables.clocks.map(({ cell }) => ({ cell, scale: null })),
  ];
}

/**
 * Write down where everything stands.
 * @param stood where it stood before, by mark; it is written
 * @returns true where something stands elsewhere
 */
function standAt(marks: ReturnType<typeof marksOf>, cells: Int32Array, stood: Int16Array): boolean {
  let moved = false;
  marks.forEach(({ cell, scale }, at) => {
    const value = cells[cell] ?? 0;
    let stands = value;
    if (scale) {
      stands = 0;
      for (const point of scale) if (value >= point) stands++;
    }
    if (stood[at] !== stands) moved = true;
    stood[at] = stands;
  });
  return moved;
}
