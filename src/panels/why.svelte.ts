/** What "why" is open on. Anything on the screen may open it; `Why.svelte`, mounted once, shows it. */
import type { Change } from '../engine/changes.ts';
import type { Place } from './reading/causes.ts';

export interface Asked {
  readonly subject: Change | Place;
  /** The book in which the change stands, where it is not the seat's own: the debrief's. */
  readonly changes: readonly Change[] | null;
}

class WhyOpen {
  asked: Asked | null = $state.raw(null);
}

export const why = new WhyOpen();

/**
 * Open the causes of something.
 * @param subject a change, the path of a cell as it stands now, or a cell and a round
 * @param changes the changes among which it stands; the seat's own where left out
 */
export function openWhy(subject: Change | Place | string, changes: readonly Change[] | null = null): void {
  why.asked = { subject: typeof subject === 'string' ? { path: subject } : subject, changes };
}

export function closeWhy(): void {
  why.asked = null;
}
