/**
 * What came of what was done: every push on a level, traced back step by step through `because` to the order, event or act
 * that it began with. A push that two orders made together counts for the one that came last. How effects are told is the
 * business of `tale.ts`.
 */
import type { Change } from '../../engine/changes.ts';
import type { Chronicle } from './chronicle.ts';

/** How far one cell was pushed by what began with one change. */
export interface Effect {
  readonly path: string;
  /** In the cell's own unit, with its sign. */
  readonly by: number;
  /** The last push. */
  readonly last: Change;
}

/** All that came of one order, event or act within some rounds. */
export interface Outcome {
  readonly origin: Change;
  /** The largest first. */
  readonly effects: readonly Effect[];
  /** Sum of the effects' sizes, in hundredths of their scales. */
  readonly size: number;
}

/**
 * List what came of everything that was done, the largest first.
 * @param round only pushes of this round, whenever they were set going; all rounds where left out
 */
export function outcomesOf(book: Chronicle, round?: number): Outcome[] {
  const pushes = round === undefined ? book.rounds.flatMap((one) => book.inRound(one)) : book.inRound(round);
  const byOrigin = new Map<Change, Map<string, Effect>>();
  for (const push of pushes) {
    if (!isPush(push)) continue;
    const origin = originOf(push, book);
    if (!origin) continue;
    const effects = byOrigin.get(origin) ?? new Map<string, Effect>();
    byOrigin.set(origin, effects);
    const by = (effects.get(push.where)?.by ?? 0) + push.to - push.from;
    effects.set(push.where, { path: push.where, by, last: push });
  }
  return [...byOrigin]
    .map(([origin, found]) => {
      // What one holder gains in a governorate another loses: the gain counts for both.
      const effects = [...found.values()]
        .filter(({ path, by }) => Math.abs(by) >= leastFelt && !(path.startsWith('control.') && by < 0))
        .sort((one, other) => Math.abs(other.by) - Math.abs(one.by));
      return { origin, effects, size: effects.reduce((sum, { by }) => sum + Math.abs(by), 0) };
    })
    .filter(({ effects }) => effects.length > 0)
    .sort((one, other) => other.size - one.size || one.origin.id - other.origin.id);
}

/** Effects that would be written as 0.0 are left out. */
const leastFelt = 5;

const levels = /^(issue|level|violence|control|confidence|outsider|home|trust)\./;
const noPush = new Set<Change['by']['kind']>(['start', 'drift', 'clamp', 'limit']);

/** Tell whether a change pushes a level: not what only bounds or undoes a movement. */
export function isPush({ where, by }: Change): boolean {
  return levels.test(where) && !noPush.has(by.kind);
}

/**
 * Find what a change began with: the nearest order, answer, event, act or verdict that led to it. What a client did because
 * it was asked began with who asked.
 * @returns null where it began with how things stood at the start
 */
export function originOf(change: Change, book: Chronicle): Change | null {
  for (let at = book.byId(change.because); at; at = book.byId(at.because)) {
    const [kind = '', , field = ''] = at.where.split('.');
    if (kind === 'made' && at.by.kind !== 'asked') return at;
    if (['answer', 'event', 'acted', 'filled'].includes(kind)) return at;
    if (kind === 'deal' && field === 'state' && at.by.kind === 'verdict') return at;
    if (at.where === 'round') return null;
  }
  return null;
}

/** Tell whether a change is what a capital ordered: a move, or its answer to a decision. */
export function isOrder({ where, by }: Change): boolean {
  return (where.startsWith('made.') && by.kind === 'move') || where.startsWith('answer.');
}
