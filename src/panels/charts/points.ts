/** Points in time on a chart: now, and the end of each quarter that follows. */
import type { Tables } from '../../engine/tables.ts';
import type { Words } from '../../words/words.ts';

/**
 * Name the points of a forecast in short.
 * @param round the round that is about to be played, from 1
 * @param count how many points there are, the first being now
 */
export function pointsFrom(round: number, count: number, words: Words, { scenario }: Tables): string[] {
  const { year, month } = scenario.starts;
  return Array.from({ length: count }, (_, at) =>
    words.say('fan-point', {
      // The middle of the quarter's last month, so that no time zone moves it into another one.
      date: Date.UTC(year, month - 1 + (round - 1 + at) * monthsARound - 1, 15, 12),
    }),
  );
}

const monthsARound = 3;
