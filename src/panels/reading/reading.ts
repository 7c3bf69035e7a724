/** What telling needs: the reader's words, and the book of changes that is open. A `Game` can be read; the debrief reads a fuller book. */
import type { Change } from '../../engine/changes.ts';
import type { Deal } from '../../engine/deals/terms.ts';
import { chronicleOf } from './chronicle.ts';
import type { Chronicle } from './chronicle.ts';
import type { Reader } from './reader.ts';

/** What can be read: a game as its seat sees it. */
export interface Readable extends Reader {
  readonly changes: readonly Change[];
  readonly deals: readonly Deal[];
}

export interface Reading extends Reader {
  readonly book: Chronicle;
  readonly deals: readonly Deal[];
  /** Strengths of the links as drawn for this game, by link number; null until the debrief lays them open. */
  readonly drawn: Int32Array | null;
}

/** Open a game's own changes, or others where the debrief lays more open. */
export function readingOf(
  game: Readable,
  changes: readonly Change[] = game.changes,
  drawn: Int32Array | null = null,
): Reading {
  return {
    words: game.words,
    tables: game.tables,
    seat: game.seat,
    deals: game.deals,
    drawn,
    at: (path) => game.at(path),
    book: chronicleOf(game.tables, changes),
  };
}
