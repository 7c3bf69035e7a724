/** What a table asks of a capital that a computer plays. How it makes up its mind is the business of `forecast`. */
import type { Decision } from '../engine/decide.ts';
import type { View } from '../engine/seats.ts';
import type { Reason } from '../forecast/reasons.ts';

/** A decision and what is said for it: all reasons, the strongest first. */
export interface Spoken {
  readonly decision: Decision;
  readonly reasons: readonly Reason[];
}

export interface ComputerSeat {
  readonly seat: string;
  /** Offers and warnings to open the talks with. */
  open(view: View): readonly Spoken[];
  /** Answers to the offers that wait for this seat, the weightiest first; none when none waits. What one changes may change the next. */
  answers(view: View): readonly Spoken[];
  /** Orders to lock. */
  lock(view: View): Spoken;
}
