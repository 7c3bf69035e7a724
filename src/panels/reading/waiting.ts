/** What waits for a player while a quarter is talked over. What has already been promised is told in `orders.ts`. */
import type { DecisionChoice } from '../../engine/choices.ts';
import type { Deal } from '../../engine/deals/terms.ts';
import type { Phase } from '../../engine/position.ts';
import { watching } from '../../table/table.ts';
import { sortDeals } from './talks.ts';

interface Asked {
  readonly seat: string;
  readonly phase: Phase;
  readonly round: number;
  readonly deals: readonly Deal[];
  readonly decision: DecisionChoice | null;
  readonly draft: { readonly answer: string | undefined };
}

export interface Waiting {
  /** Offers that ask for an answer. */
  readonly offers: readonly Deal[];
  /** Whether the decision of the quarter is still open. */
  readonly asked: boolean;
}

/** Tell what waits for a game's own seat; nothing outside the talks, nor for who only looks on. */
export function waitingIn({ seat, phase, round, deals, decision, draft }: Asked): Waiting {
  if (phase !== 'talks' || seat === watching) return { offers: [], asked: false };
  return {
    offers: sortDeals(deals, seat, round).toUs,
    asked: decision !== null && draft.answer === undefined,
  };
}
