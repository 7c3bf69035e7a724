/** A round as the quarter it stands for: "June–August 2016". */
import type { Reader } from './reader.ts';

/**
 * Name the months of a round.
 * @param round from 1
 */
export function tellQuarter(round: number, reader: Pick<Reader, 'words' | 'tables'>): string {
  const months = monthsOf(round, reader);
  return reader.words.say(months.sameYear ? 'quarter' : 'quarter-over-new-year', months.ends);
}

/** Name the months of a round in short, for where there is little room. */
export function tellQuarterShort(round: number, reader: Pick<Reader, 'words' | 'tables'>): string {
  const months = monthsOf(round, reader);
  return reader.words.say(months.sameYear ? 'quarter-short' : 'quarter-short-over-new-year', months.ends);
}

/** Name the month in which a round ends, short, for the axis of a chart; round 0 is the start. */
export function tellQuarterEnd(round: number, { words, tables }: Pick<Reader, 'words' | 'tables'>): string {
  const { year, month } = tables.scenario.starts;
  return words.say('quarter-end', { date: middleOf(year, month - 1 + round * monthsARound - 1) });
}

const monthsARound = 3;

function monthsOf(
  round: number,
  { tables }: Pick<Reader, 'tables'>,
): { readonly ends: { readonly first: number; readonly last: number }; readonly sameYear: boolean } {
  const { year, month } = tables.scenario.starts;
  const first = middleOf(year, month - 1 + (round - 1) * monthsARound);
  const last = middleOf(year, month - 1 + round * monthsARound - 1);
  const sameYear = new Date(first).getUTCFullYear() === new Date(last).getUTCFullYear();
  return { ends: { first, last }, sameYear };
}

/** Noon in the middle of a month, so that no time zone moves it into another one. */
function middleOf(year: number, month: number): number {
  return Date.UTC(year, month, 15, 12);
}
