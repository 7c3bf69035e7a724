/** What lies on the table, sorted by what the reader can do about it. */
import type { Deal } from '../../engine/deals/terms.ts';

export interface SortedDeals {
  /** Waiting for the reader's answer. */
  readonly toUs: readonly Deal[];
  /** Offers that the reader has made or agreed to and that wait for others. */
  readonly ours: readonly Deal[];
  /** Pacts in force that bind the reader. */
  readonly pacts: readonly Deal[];
  /** What came to an end this quarter or the last. */
  readonly ended: readonly Deal[];
  /** What others have on the table among themselves, as far as the reader sees it. */
  readonly others: readonly Deal[];
}

/** Sort all deals that a seat sees. */
export function sortDeals(deals: readonly Deal[], seat: string, round: number): SortedDeals {
  const own = deals.filter(({ members }) => members.includes(seat));
  const isOpen = ({ state }: Deal): boolean => state === 'proposed' || state === 'countered';
  const hasSigned = ({ accepted }: Deal): boolean => accepted.includes(seat);
  return {
    toUs: own.filter((deal) => isOpen(deal) && !hasSigned(deal)),
    ours: own.filter((deal) => isOpen(deal) && hasSigned(deal)),
    pacts: own.filter(({ state }) => state === 'inForce'),
    ended: own.filter((deal) => !isOpen(deal) && deal.state !== 'inForce' && deal.ended >= round - 1),
    others: deals.filter(({ members }) => !members.includes(seat)),
  };
}
