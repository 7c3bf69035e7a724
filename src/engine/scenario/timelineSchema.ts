/**
 * The shape of a timeline file: dated events of the record that the debrief puts beside a game, and the checks that its
 * words and dates need. What the events say stands in the scenario's words; no rule of the game reads this file.
 */
import { z } from '../zod.ts';
import { runOnRounds } from '../position.ts';
import { roundOfDate } from './checkHistory.ts';
import { Id } from './guards.ts';
import { sourced } from './machines.ts';
import { shown } from './problems.ts';
import type { Reporter } from './problems.ts';
import type { ScenarioShape } from './schema.ts';

export const timelineFormat = 1;

/** One event of the record; its words have the key `real-<id>`. */
const Entry = z.strictObject({
  id: Id,
  date: z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a day such as 2016-12-20'),
  ...sourced,
});

export const Timeline = z.strictObject({
  $schema: z.string().optional(),
  format: z.literal(timelineFormat),
  /** In the order in which they happened. */
  entries: z.array(Entry),
  /** What happened after the last quarter, for whoever asks how it went on; told as it is, beside no game. */
  epilogue: z.array(Entry).optional(),
});

export type TimelineShape = z.infer<typeof Timeline>;
export type TimelineEntry = z.infer<typeof Entry>;

/** Name the key of an event's words. */
export function timelineKey({ id }: Pick<TimelineEntry, 'id'>): string {
  return `real-${id}`;
}

/** List the events of a round, oldest first. */
export function realEventsOf(
  timeline: TimelineShape,
  scenario: Pick<ScenarioShape, 'starts'>,
  round: number,
): TimelineEntry[] {
  return timeline.entries.filter(({ date }) => roundOfDate(scenario, date) === round);
}

/**
 * Check a timeline against its scenario: each id once, in order of dates, each date a day within the quarters that are played
 * or run on (those of the epilogue after them), and with words where the words are known.
 */
export function checkTimeline(
  timeline: TimelineShape,
  scenario: ScenarioShape,
  textKeys: ReadonlySet<string> | undefined,
  reporter: Reporter,
): void {
  const last = scenario.rounds + runOnRounds;
  const { entries, epilogue = [] } = timeline;
  const all = [...entries, ...epilogue];
  const check = (
    list: 'entries' | 'epilogue',
    entry: TimelineEntry,
    at: number,
    before?: TimelineEntry,
  ): void => {
    const { id, date } = entry;
    if (all.find((other) => other.id === id) !== entry)
      reporter.report([list, at, 'id'], `${shown(id)} a second time`, 'each id once');
    if (before && before.date > date)
      reporter.report([list, at, 'date'], date, `a date not before ${before.date}`);
    const round = roundOfDate(scenario, date);
    if (!isDay(date)) reporter.report([list, at, 'date'], date, 'a day of the calendar');
    else if (list === 'entries' && (round < 1 || round > last))
      reporter.report([list, at, 'date'], date, `a date in one of the ${last} quarters`);
    else if (list === 'epilogue' && round <= last)
      reporter.report([list, at, 'date'], date, `a date after the ${last} quarters`);
    if (textKeys && !textKeys.has(timelineKey(entry)))
      reporter.report([list, at], 'nothing in English', `the text ${timelineKey(entry)} in words/en.ftl`);
  };
  entries.forEach((entry, at) => check('entries', entry, at, entries[at - 1]));
  epilogue.forEach((entry, at) => check('epilogue', entry, at, epilogue[at - 1]));
}

function isDay(date: string): boolean {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return day >= 1 && day <= (days[month - 1] ?? 0);
}
