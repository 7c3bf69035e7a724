/**
 * Capitals that deal with some others only, as the arms of a laboratory want it: offers that would bind them to anybody else are not
 * made, and joint moves with nobody else than those are not ordered. All other choices stay free.
 */
import type { Decision } from '../engine/decide.ts';
import type { Tables } from '../engine/tables.ts';

/** With whom alone capitals deal, by capital; one that is not named deals with everybody. */
export type DealsWith = Readonly<Record<string, readonly string[]>>;

/**
 * Look at a decision before it is put.
 * @returns the decision, with joint moves left out that are not to be; null where it is not to be at all
 */
export function keptAloof(tables: Tables, dealsWith: DealsWith, decision: Decision): Decision | null {
  if (decision.kind === 'offer') {
    const members = [
      decision.seat,
      ...decision.offer.to,
      ...decision.offer.terms.map(({ capital }) => capital),
    ];
    return members.some((one) => members.some((other) => shuns(dealsWith, one, other))) ? null : decision;
  }
  if (decision.kind !== 'lock' || !dealsWith[decision.seat]) return decision;
  const own = tables.capitals.find(({ id }) => id === decision.seat);
  const moves = decision.orders.moves.filter(({ move }) => {
    const joint = own?.moves.find(({ id }) => id === move)?.joint;
    const partners = (joint?.moves ?? [])
      .map((part) => tables.capitals[tables.moves[part]?.capital ?? -1]?.id ?? '')
      .filter((id) => id !== decision.seat);
    // A joint move of three stays open while one of the others is dealt with.
    return partners.length === 0 || partners.some((id) => !shuns(dealsWith, decision.seat, id));
  });
  return { ...decision, orders: { ...decision.orders, moves } };
}

function shuns(dealsWith: DealsWith, one: string, other: string): boolean {
  return one !== other && dealsWith[one] !== undefined && !dealsWith[one].includes(other);
}
