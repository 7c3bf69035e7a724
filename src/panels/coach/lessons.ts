/**
 * The first round, learnt by doing: lessons as data. Each says where it points, in which tab that stands, and when it has been
 * learnt; its words have the key `lesson-<id>`. How lessons are shown is the business of `Coach.svelte`.
 */
import type { Game } from '../game.svelte.ts';
import type { Tab } from '../keys.ts';

/** What a lesson can see of the game that is being played. */
export interface Seen {
  readonly game: Pick<Game, 'at' | 'seat' | 'round' | 'phase' | 'draft' | 'deals' | 'decision'>;
  /** A round is being told. */
  readonly telling: boolean;
  /** A round has been told to its end since the lessons began. */
  readonly told: boolean;
  /** A "why" is open. */
  readonly asked: boolean;
  /** Round in which the lessons began. */
  readonly begun: number;
}

export interface Lesson {
  readonly id: string;
  /** The tab in which the target stands; null where it stands in sight anyhow. */
  readonly tab: Tab | null;
  /** `data-coach` of what it points at; null for a lesson that only speaks. */
  readonly at: string | null;
  /** True for a lesson about orders that are not locked yet. */
  readonly beforeLock: boolean;
  /** Whether it fits this game at all. */
  fits(seen: Seen): boolean;
  /** Whether it has been learnt; a lesson that is only read never is, and ends when the reader goes on. */
  done(seen: Seen): boolean;
}

const always = (): boolean => true;
const whenRead = (): boolean => false;

export const lessons: readonly Lesson[] = [
  { id: 'watch', tab: null, at: 'watch', beforeLock: true, fits: always, done: whenRead },
  {
    id: 'decision',
    tab: 'orders',
    at: 'decision',
    beforeLock: true,
    fits: ({ game }) => game.decision !== null,
    done: ({ game }) => game.draft.answer !== undefined,
  },
  {
    id: 'move',
    tab: 'orders',
    at: 'hand',
    beforeLock: true,
    fits: always,
    done: ({ game }) => game.draft.moves.length > 0,
  },
  {
    id: 'offer',
    tab: 'talks',
    at: 'offers',
    beforeLock: true,
    fits: ({ game }) => game.phase === 'talks',
    done: hasBargained,
  },
  { id: 'lock', tab: 'orders', at: 'lock', beforeLock: true, fits: always, done: isLocked },
  {
    id: 'reveal',
    tab: null,
    at: 'reveal',
    beforeLock: false,
    fits: always,
    done: ({ told }) => told,
  },
  {
    id: 'why',
    tab: 'report',
    at: 'why',
    beforeLock: false,
    fits: ({ game }) => game.phase !== 'over',
    done: ({ asked }) => asked,
  },
  { id: 'end', tab: null, at: null, beforeLock: false, fits: always, done: whenRead },
];

/**
 * Find the lesson that comes now.
 * @param from place of the lesson that was shown last
 * @returns its place in `lessons`; their number where all are over
 */
export function lessonNow(from: number, seen: Seen): number {
  const over = isLocked(seen) || seen.telling || isPlayed(seen);
  for (let at = from; at < lessons.length; at++) {
    const lesson = lessons[at];
    if (!lesson || (lesson.beforeLock && over) || !lesson.fits(seen) || lesson.done(seen)) continue;
    return at;
  }
  return lessons.length;
}

/** An offer was made, accepted or declined. */
function hasBargained({ game: { deals, seat } }: Seen): boolean {
  return deals.some(
    ({ by, accepted, members, state }) =>
      by === seat || accepted.includes(seat) || (state === 'declined' && members.includes(seat)),
  );
}

function isLocked({ game }: Seen): boolean {
  return game.at(`locked.${game.seat}`) === 1;
}

function isPlayed({ game, begun }: Seen): boolean {
  return game.round > begun || game.phase === 'over';
}
