/** The nine watched things and the clocks, ready to be shown: name, step, word, and how they moved since the last round. */
import type { Change } from '../../engine/changes.ts';
import { pairPath } from '../../engine/layout.ts';
import { stepSize } from '../../engine/statecharts/holds.ts';
import { segmentsOfClock, stepIn, tellValue, wordFor } from './level.ts';
import { nameOf } from './reader.ts';
import type { Reader } from './reader.ts';

export interface Watched {
  readonly path: string;
  readonly kind: 'influence' | 'home' | 'aim' | 'trust' | 'people' | 'clock';
  readonly name: string;
  /** Full segments of the bar: the lowest step shows as one, an empty purse and a still clock as none. */
  readonly filled: number;
  readonly of: number;
  readonly word: string;
  readonly trend: Trend;
  /** What stood there before the last round, in words; empty in the first round. */
  readonly before: string;
}

/** How something moved: a whole step or less, or not at all. */
export type Trend = 'up' | 'slightlyUp' | 'same' | 'slightlyDown' | 'down';

/** List what a capital watches: influence, home, its three aims, trust with each of the others, people. */
export function watchedBy(capital: string, changes: readonly Change[], reader: Reader): Watched[] {
  const { tables, words } = reader;
  const own = tables.capitals.find(({ id }) => id === capital);
  const others = tables.capitals.filter(({ id }) => id !== capital);
  const before = valuesBefore(changes, reader.at('round') - 1);
  const watched = (path: string, kind: Watched['kind'], name: string): Watched =>
    watch(path, kind, name, before, reader);
  return [
    watched(`influence.${capital}`, 'influence', words.say('watch-influence')),
    watched(`home.${capital}`, 'home', words.say('watch-home')),
    ...(own?.aims ?? []).map(({ id }) =>
      watched(`aim.${capital}.${id}`, 'aim', words.say(`aim-${capital}-${id}`)),
    ),
    ...others.map(({ id }) =>
      watched(
        `trust.${pairPath(capital, id)}`,
        'trust',
        words.say('watch-trust', { capital: nameOf(id, reader) }),
      ),
    ),
    watched('people', 'people', words.say('watch-people')),
  ];
}

/** List the clocks, in the order in which the scenario tells of them. */
export function clocksIn(changes: readonly Change[], reader: Reader): Watched[] {
  const before = valuesBefore(changes, reader.at('round') - 1);
  return reader.tables.scenario.clocks.map(({ id }) =>
    watch(`clock.${id}`, 'clock', reader.words.say(`clock-${id}`), before, reader),
  );
}

/**
 * Read from the changes what cells held before a round was played.
 * @returns values by path; only of cells that changed in it
 */
export function valuesBefore(changes: readonly Change[], round: number): Map<string, number> {
  const before = new Map<string, number>();
  const ofRound = changes.filter((change) => change.round === round);
  // What was set up before the first round counts as round 1 and is no movement.
  const begins = ofRound.findIndex(({ step }) => step === 'talks' || step === 'orders');
  if (begins < 0) return before;
  for (const { where, from } of ofRound.slice(begins)) if (!before.has(where)) before.set(where, from);
  return before;
}

/** Tell how a value moved, in the steps of its kind. */
export function trendOf(path: string, from: number, to: number): Trend {
  const { step: was, fine } = stepIn(path, from);
  const { step: is, family } = stepIn(path, to);
  if (to === from) return 'same';
  const whole = family === null || family === 'influence' || is !== was || Math.abs(to - from) >= stepSize;
  if (to > from) return whole ? 'up' : fine && to - from < stillness ? 'same' : 'slightlyUp';
  return whole ? 'down' : fine && from - to < stillness ? 'same' : 'slightlyDown';
}

/** Movements smaller than this, in hundredths, are not worth an arrow. */
const stillness = 50;

function watch(
  path: string,
  kind: Watched['kind'],
  name: string,
  before: ReadonlyMap<string, number>,
  reader: Reader,
): Watched {
  const value = reader.at(path);
  const was = before.get(path);
  const counted = kind === 'clock' || kind === 'influence';
  const say = (what: number): string => {
    if (kind === 'clock') return tellValue(path, what, reader);
    const word = wordFor(path, what, reader);
    return counted ? reader.words.say('watch-amount', { amount: what, word }) : word;
  };
  const { step, of } = stepIn(path, value);
  return {
    path,
    kind,
    name,
    filled: counted ? Math.min(value, barLength) : step + 1,
    of: kind === 'clock' ? segmentsOfClock : kind === 'influence' ? barLength : of,
    word: say(value),
    trend: was === undefined ? 'same' : trendOf(path, was, value),
    before: was === undefined ? '' : say(was),
  };
}

/** Segments of a watched thing's bar. Influence beyond it stands in its words. */
const barLength = 5;
