/** What became of one capital's side of a pact, as the debrief tells it: would not and could not are kept apart. */
import type { Verdict } from '../../engine/deals/terms.ts';

/** The kinds that are counted; `open` is left where a game was broken off. */
export const deliveries = ['kept', 'wouldNot', 'couldNot', 'released'] as const;
export type Delivery = (typeof deliveries)[number] | 'open';

/** Give the kind of a verdict. */
export function deliveryOf(verdict: Verdict): Delivery {
  return kinds[verdict];
}

const kinds: Record<Verdict, Delivery> = {
  open: 'open',
  kept: 'kept',
  keptAtCost: 'kept',
  breached: 'wouldNot',
  triedSeen: 'couldNot',
  triedUnseen: 'couldNot',
  lapsed: 'released',
};
