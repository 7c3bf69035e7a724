/**
 * What the model page is about: a scenario, and the game in progress where there is one, as far as its seat may see it. Without a
 * game everything stands at its start.
 */
import type { Change } from '../../engine/changes.ts';
import type { SourcesShape } from '../../engine/scenario/schema.ts';
import type { Tables } from '../../engine/tables.ts';
import type { Game } from '../game.svelte.ts';
import type { Wording } from '../reading/reader.ts';
import { readingOf } from '../reading/reading.ts';
import type { Reading } from '../reading/reading.ts';

export interface Subject {
  readonly words: Wording;
  readonly tables: Tables;
  readonly sources: SourcesShape;
  /** What is read: the seat's own changes or, in the debrief, all of them. */
  readonly reading: Reading;
  /** True where there is a game whose values are shown. */
  readonly isLive: boolean;
  /** All that the reader may know of the game, for opening causes; empty where there is none. */
  readonly changes: readonly Change[];
}

/** Open the model of a game, as its seat sees it; in the debrief with everything. */
export function subjectOf(game: Game): Subject {
  const everything = game.table.everything();
  const changes = everything?.changes ?? game.changes;
  const { words, tables, sources } = game;
  return { words, tables, sources, reading: readingOf(game, changes), isLive: true, changes };
}

/** Open the model of a scenario that nobody is playing. */
export function subjectOfScenario(tables: Tables, sources: SourcesShape, words: Wording): Subject {
  const { layout } = tables;
  const at = (path: string): number => layout.start[layout.find(path)] ?? 0;
  const nothing: readonly Change[] = [];
  const reading = readingOf({ words, tables, seat: '', at, changes: nothing, deals: [] });
  return { words, tables, sources, reading, isLive: false, changes: nothing };
}

/** Read the value that a level starts with. */
export function startOf(path: string, { layout }: Tables): number {
  return layout.start[layout.find(path)] ?? 0;
}
