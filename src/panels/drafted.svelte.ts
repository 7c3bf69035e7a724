/** What is being put together at the table, where it could be said as it stands: the analyst can be asked about it before it is. */
import type { Offer } from '../engine/deals/terms.ts';
import type { PlannedAnswer } from '../forecast/question.ts';

/** An offer, or other terms for one that stands. */
type Drafted =
  | { readonly kind: 'offer'; readonly offer: Offer }
  | ({ readonly kind: 'answer' } & Extract<PlannedAnswer, { readonly answer: 'counter' }>);

let said: Drafted | null = $state.raw(null);

export const drafted = {
  get said(): Drafted | null {
    return said;
  },
  set said(now: Drafted | null) {
    said = now;
  },
};
