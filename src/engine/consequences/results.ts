/**
 * What became of an aim: half its average over the rounds, half its end, in words. There is no total and no
 * winner, so nothing here adds aims up.
 */
import { phaseOf, roundOf } from '../position.ts';
import type { Position } from '../position.ts';
import { stepOf } from './standing.ts';

/** The words for an aim's result, from step 0 to step 4. */
export const resultWords = ['lost', 'slipping', 'open', 'largelyReached', 'reached'] as const;
export type ResultWord = (typeof resultWords)[number];

export interface AimResult {
  /** Half the average, half the end, in hundredths (0 to 10000). */
  readonly result: number;
  /** Average over the rounds that were played, in hundredths; the aim as it stands where none was. */
  readonly average: number;
  /** Where it stands now, in hundredths; in a game that is over, after the quarters that ran on. */
  readonly end: number;
  readonly word: ResultWord;
}

/**
 * Work out the result of an aim at this position.
 * @throws when the capital or the aim is not there: that is our own mistake
 */
export function aimResult(position: Position, capital: string, aim: string): AimResult {
  const { tables, cells } = position;
  const found = tables.capitals.find(({ id }) => id === capital)?.aims.find(({ id }) => id === aim);
  if (!found) throw new Error(`no aim ${capital}.${aim}`);
  const rounds = phaseOf(position) === 'over' ? (cells[tables.at.endedAfter] ?? 0) : roundOf(position) - 1;
  const end = cells[found.cell] ?? 0;
  const average = rounds > 0 ? Math.trunc((cells[found.sum] ?? 0) / rounds) : end;
  const result = Math.trunc((average + end) / 2);
  return { result, average, end, word: resultWords[stepOf(result)] ?? 'lost' };
}
