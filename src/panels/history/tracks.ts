/**
 * One level over the quarters, three times: in this game, in the model when it plays history's moves, and on record. Ready to be
 * drawn and to be read as a table; how it is drawn is in `../charts`.
 */
import { valueOf } from '../../engine/position.ts';
import type { Chronicle } from '../reading/chronicle.ts';
import type { ComparedIndicator } from '../../engine/historyTable.ts';
import type { Reader } from '../reading/reader.ts';
import type { RealHistory } from './realHistory.ts';

/** All values in the level's own unit; index 0 is the start, index r the end of round r. */
export interface Track {
  readonly path: string;
  /** Empty where no game has been played. */
  readonly game: readonly number[];
  readonly model: readonly number[];
  /** Indicators on record, by their rounds. */
  readonly record: readonly ComparedIndicator[];
}

/** What levels are told together. */
export const trackGroups = ['people', 'land', 'fighting', 'trust', 'questions', 'ties'] as const;
export type TrackGroup = (typeof trackGroups)[number];

/** Tell in which group a level stands. */
export function groupOf(path: string): TrackGroup {
  const [kind = '', one = ''] = path.split('.');
  if (kind === 'control') return 'land';
  if (kind === 'violence') return 'fighting';
  if (kind === 'trust') return 'trust';
  if (kind === 'issue') return 'questions';
  return ofPeople.has(one) ? 'people' : 'ties';
}

const ofPeople = new Set(['displaced', 'refugees', 'aid']);

/**
 * Make the tracks of all levels that something on record tells of, in the order of the groups.
 * @param book the game to put beside; null where none was played
 */
export function tracksOf(real: RealHistory, book: Chronicle | null, reader: Reader): Track[] {
  const paths = [...new Set(real.history.indicators.map(({ level }) => level))];
  return paths
    .map((path) => ({
      path,
      game: book ? gameValues(path, book, reader) : [],
      model: real.positions.map((position) => valueOf(position, path)),
      record: real.compared.rows.filter(({ indicator }) => indicator.level === path),
    }))
    .sort((one, other) => trackGroups.indexOf(groupOf(one.path)) - trackGroups.indexOf(groupOf(other.path)));
}

/** List a level's values over a game: at the start, and after each round. */
export function gameValues(path: string, book: Chronicle, { tables }: Pick<Reader, 'tables'>): number[] {
  const cell = tables.layout.find(path);
  const last = book.rounds.at(-1) ?? 0;
  return [1, ...book.rounds.map((round) => round + 1)]
    .filter((round) => round <= last + 1)
    .map((round) => book.cellsBefore(round)[cell] ?? 0);
}
