/** What really happened in a quarter, as it stands beside the same quarter of a game: date, words and sources of each event. */
import type { ScenarioShape } from '../../engine/scenario/schema.ts';
import { realEventsOf, timelineKey } from '../../engine/scenario/timelineSchema.ts';
import type { TimelineEntry, TimelineShape } from '../../engine/scenario/timelineSchema.ts';
import type { Wording } from './reader.ts';

export interface RealEvent {
  readonly id: string;
  /** As it stands in the file, for machines: 2016-06-27. */
  readonly day: string;
  readonly date: string;
  readonly text: string;
  /** Keys of sources.json. */
  readonly sources: readonly string[];
}

/** Tell the events of a round, oldest first; none where the scenario tells of none. */
export function recordOf(
  round: number,
  timeline: TimelineShape | null,
  scenario: Pick<ScenarioShape, 'starts'>,
  words: Pick<Wording, 'say'>,
): RealEvent[] {
  return timeline ? realEventsOf(timeline, scenario, round).map((entry) => told(entry, words)) : [];
}

/** Tell what happened after the last quarter, oldest first; nothing where the scenario tells none of it. */
export function epilogueOf({ epilogue = [] }: TimelineShape, words: Pick<Wording, 'say'>): RealEvent[] {
  return epilogue.map((entry) => told(entry, words));
}

function told(entry: TimelineEntry, words: Pick<Wording, 'say'>): RealEvent {
  return {
    id: entry.id,
    day: entry.date,
    date: words.say('real-date', { date: momentOf(entry.date) }),
    text: words.say(timelineKey(entry)),
    sources: entry.sources,
  };
}

/** A moment that falls on the same day in every time zone from Hawaii to New Zealand. */
function momentOf(day: string): number {
  return Date.parse(`${day}T10:30:00Z`);
}
