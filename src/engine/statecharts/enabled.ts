/** Which transition of a statechart a move takes: the first whose guard holds, as XState tries them. */
import type { Flat } from '../flat.ts';
import type { TransitionTable } from '../tables.ts';
import { holds, passes } from './holds.ts';
import type { Facts } from './holds.ts';

/** Find the transition taken; null when the move does not lead out of here or every guard fails. */
export function enabled(
  transitions: readonly TransitionTable[] | undefined,
  facts: Facts,
): TransitionTable | null {
  if (transitions)
    for (const transition of transitions) if (holds(transition.guard, facts)) return transition;
  return null;
}

/**
 * Find the way taken, on flat tables.
 * @param from place in `flat.from`: where the move's ways are listed plus the number of the stance
 * @returns its number in `flat.ways`; -1 when there is no way out of here, -2 when every guard fails
 */
export function wayOut(flat: Flat, from: number, facts: Facts): number {
  const { code, ways } = flat;
  const first = flat.from[from] ?? 0;
  const end = flat.from[from + 1] ?? 0;
  if (first === end) return -1;
  for (let way = first; way < end; way++) if (passes(code, ways.when[way] ?? 0, facts)) return way;
  return -2;
}
