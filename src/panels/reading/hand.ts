/** The hand of a quarter: six moves that fit the moment, as choices. */
import type { Choice } from '../../engine/choices.ts';

/** How many moves a hand has. */
const handSize = 6;

/** Pick the hand out of all choices. */
export function handFor(_game: unknown, choices: readonly Choice[]): Choice[] {
  return choices.filter(({ why }) => why === null).slice(0, handSize);
}
