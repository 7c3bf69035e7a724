/** The offer that is being put together, where it could be sent as it stands: the analyst can be asked about it before it is. */
import type { Offer } from '../engine/deals/terms.ts';

let offer: Offer | null = $state.raw(null);

export const drafted = {
  get offer(): Offer | null {
    return offer;
  },
  set offer(now: Offer | null) {
    offer = now;
  },
};
