/** Which transition of a statechart a move takes: the first whose guard holds, as XState tries them. */
import type { TransitionTable } from '../tables.ts';
import { holds } from './holds.ts';
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
