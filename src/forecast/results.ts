/**
 * What the games of a forecast come to: bands by level and round, endings, aims, the next moves of each capital, and where the
 * spread comes from. It reads rows and plays nothing; each reading is worked out when it is asked for.
 */
import type { Tables } from '../engine/tables.ts';
import { likenessOf, partsOf } from './doubt.ts';
import type { Parts } from './doubt.ts';
import { ledgerAt, ledgerFields } from './ledger.ts';
import type { Ledger } from './ledger.ts';
import { replies } from './offering.ts';
import type { Reply } from './offering.ts';
import { bandOf, meanOf, shareOf } from './quantiles.ts';
import type { Band, Mean, Share } from './quantiles.ts';
import type { Question } from './question.ts';
import { bitsEach, rowLayout } from './rows.ts';
import type { RowLayout } from './rows.ts';

/** The games of one question, all of them or those that have come in. */
export interface Games {
  readonly tables: Tables;
  readonly question: Question;
  readonly layout: RowLayout;
  /** Rows in the order of the games' numbers. */
  readonly rows: Int16Array;
  readonly games: number;
}

/** Take rows for the games of a question. */
export function gamesOf(tables: Tables, question: Question, rows: Int16Array): Games {
  const layout = rowLayout(tables, question);
  return { tables, question, layout, rows, games: rows.length / layout.width };
}

/** Take the first games alone: the same that a forecast of so many would give. */
export function firstOf(games: Games, most: number): Games {
  const rows = games.rows.subarray(0, most * games.layout.width);
  return rows.length === games.rows.length ? games : gamesOf(games.tables, games.question, rows);
}

/** Read one number of every row, in the games' order. */
export function columnOf({ rows, layout, games }: Games, at: number): Float64Array {
  const values = new Float64Array(games);
  for (let game = 0; game < games; game++) values[game] = rows[game * layout.width + at] ?? 0;
  return values;
}

/** Read a level over all games at a point in time, the last where none is given. */
export function levelOf(games: Games, path: string, point = games.layout.points - 1): Float64Array {
  const at = games.layout.paths.indexOf(path);
  if (at < 0) throw new Error(`${path} was not noted`);
  return columnOf(games, games.layout.levels + at * games.layout.points + point);
}

/** Describe how a level lies at each point in time. */
export function bandsOf(games: Games, path: string): Band[] {
  return Array.from({ length: games.layout.points }, (_, point) => bandOf(levelOf(games, path, point)));
}

/** Say where the spread of a level comes from, at the end. */
export function partsOfLevel(games: Games, path: string): Parts {
  return partsOf(levelOf(games, path));
}

export interface EndingShare extends Share {
  readonly id: string;
}

/** Count endings, each with its interval; all of the scenario are listed, in its order. */
export function endingsOf(games: Games): EndingShare[] {
  const came = columnOf(games, games.layout.ending);
  return games.tables.endings.map(({ id }, at) => {
    const isIt = came.map((ending) => (ending === at + 1 ? 1 : 0));
    const count = isIt.reduce((sum, one) => sum + one, 0);
    return { id, ...shareOf(count, games.games, likenessOf(isIt)) };
  });
}

export interface AimResult extends Mean {
  /** `capital.aim`. */
  readonly id: string;
  readonly band: Band;
}

/** Give each aim's result: half its average over the rounds, half its end, in hundredths. */
export function aimsOf(games: Games): AimResult[] {
  return games.layout.aimIds.map((id) => {
    const values = aimOf(games, id);
    return { id, ...meanOf(values, likenessOf(values)), band: bandOf(values) };
  });
}

/** Read the result of one aim over all games. */
export function aimOf(games: Games, id: string): Float64Array {
  return columnOf(games, games.layout.aims + games.layout.aimIds.indexOf(id));
}

/** Read the share of its aims that a capital reached, over all games, in hundredths. */
export function reachedBy(games: Games, capital: string): Float64Array {
  const own = games.layout.aimIds.filter((id) => id.startsWith(`${capital}.`)).map((id) => aimOf(games, id));
  const values = new Float64Array(games.games);
  for (const aim of own)
    for (let game = 0; game < values.length; game++)
      values[game] = (values[game] ?? 0) + (aim[game] ?? 0) / own.length;
  return values;
}

/** Count what became of one of the things that the plan puts to others, by its place among them. */
export function repliesOf(games: Games, proposal: number): (Share & { readonly reply: Reply })[] {
  const came = columnOf(games, games.layout.replies + proposal);
  return replies.map((reply, at) => {
    const isIt = came.map((one) => (one === at ? 1 : 0));
    const count = isIt.reduce((sum, one) => sum + one, 0);
    return { reply, ...shareOf(count, games.games, likenessOf(isIt)) };
  });
}

/** Take the games alone in which all agreed to one of those things, or in `of` as many others' games with the same luck. */
export function acceptedOf(games: Games, proposal: number, of = games): Games {
  const { layout, rows } = of;
  const came = columnOf(games, games.layout.replies + proposal);
  const taken = Array.from({ length: of.games }, (_, game) => game).filter((game) => came[game] === 0);
  const some = new Int16Array(taken.length * layout.width);
  taken.forEach((game, at) =>
    some.set(rows.subarray(game * layout.width, (game + 1) * layout.width), at * layout.width),
  );
  return { ...of, rows: some, games: taken.length };
}

export interface MoveShare extends Share {
  readonly move: string;
}

/**
 * List what a capital does in the first round played (0) or the one after it (1), the most common first.
 * @returns moves made in at least one game
 */
export function movesOf(games: Games, capital: string, round: 0 | 1): MoveShare[] {
  const { tables, layout } = games;
  const index = tables.capitals.findIndex(({ id }) => id === capital);
  return tables.moves
    .filter((move) => move.capital === index)
    .map((move) => {
      const words = columnOf(games, (layout.moves[round] ?? 0) + Math.floor(move.index / bitsEach));
      const made = words.map((word) => (word >> (move.index % bitsEach)) & 1);
      return {
        move: move.id,
        ...shareOf(
          made.reduce((sum, one) => sum + one, 0),
          games.games,
          likenessOf(made),
        ),
      };
    })
    .filter((share) => share.games > 0)
    .sort((one, other) => other.games - one.games);
}

/** Add up the ledger with one partner over all games. */
export function ledgerOf(games: Games, partner: number): Ledger {
  const sums = new Float64Array(ledgerFields.length);
  for (let field = 0; field < sums.length; field++)
    sums[field] = columnOf(games, games.layout.ledger + partner * ledgerFields.length + field).reduce(
      (sum, one) => sum + one,
      0,
    );
  return ledgerAt(sums, 0);
}
