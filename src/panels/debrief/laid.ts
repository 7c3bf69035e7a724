/** What the debrief has before it once everything may be known. Each of its steps reads this and nothing else of the game. */
import type { Change } from '../../engine/changes.ts';
import { chanceOf } from '../../engine/record.ts';
import type { Sifted } from '../../engine/counterfactual/shares.ts';
import type { Everything } from '../../table/table.ts';
import type { Game } from '../game.svelte.ts';
import { readingOf } from '../reading/reading.ts';
import type { Reading } from '../reading/reading.ts';
import { siftingOf } from '../why/sifting.svelte.ts';

export interface Laid {
  readonly game: Game;
  readonly everything: Everything;
  readonly changes: readonly Change[];
  readonly reading: Reading;
  /** The position at the very end. */
  readonly cells: Int32Array;
  /** The last round, those that ran on included. */
  readonly last: number;
  /** What would have been without each single thing, as far as that has been worked out; it goes on by itself. */
  readonly sifting: { readonly sifted: Sifted | null; readonly progress: number; readonly failed: boolean };
}

/** Lay a finished game open; null while it is not over. */
export function laidOpen(game: Game): Laid | null {
  const everything = game.table.everything();
  if (!everything) return null;
  const { changes, position, record } = everything;
  const reading = readingOf(game, changes, chanceOf(game.tables, record).strengths);
  const { cells } = position;
  const last = reading.book.rounds.at(-1) ?? game.round;
  const sifting = siftingOf(game.tables, record, cells) ?? { sifted: null, progress: 0, failed: true };
  return { game, everything, changes, reading, cells, last, sifting };
}
