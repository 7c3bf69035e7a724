/**
 * Reading the slots in which deals lie: which are open, in force, spent or public, who sees them, how many bind a capital or a pair,
 * and all of them by serial number. What is done with deals is `talks.ts` and `judge.ts`.
 */
import { write } from '../run.ts';
import type { Run } from '../run.ts';
import type { DealTable, PairTable, Tables } from '../tables.ts';
import { stateNumber } from './deal.machine.ts';

export function isOpen(cells: Int32Array, deal: DealTable): boolean {
  const state = cells[deal.state];
  return state === proposed || state === countered;
}

export function inForce(cells: Int32Array, deal: DealTable): boolean {
  return cells[deal.state] === binding;
}
const proposed = stateNumber('proposed');
const countered = stateNumber('countered');
const binding = stateNumber('inForce');

export function isPublic(cells: Int32Array, deal: DealTable): boolean {
  return cells[deal.secret] === 0 || cells[deal.leaked] === 1;
}

/** Who may see a deal: everybody, or its members when it is secret. */
export function seenBits(cells: Int32Array, deal: DealTable): number {
  return isPublic(cells, deal) ? 15 : (cells[deal.members] ?? 0);
}

/** Tell whether a slot holds an offer that came to nothing and may be used again. */
export function isSpent(cells: Int32Array, deal: DealTable): boolean {
  const state = cells[deal.state];
  return state === declined || state === withdrawn || state === expired;
}
const declined = stateNumber('declined');
const withdrawn = stateNumber('withdrawn');
const expired = stateNumber('expired');

/**
 * List the slots of the deals on the table by serial number. Slots say nothing: which one is free depends on offers that few may
 * see, and what becomes of one deal must not depend on that.
 * @param list written from its beginning
 * @returns how many there are
 */
export function listDeals({ deals, flat }: Tables, cells: Int32Array, list: Int32Array): number {
  const { state } = flat.deals;
  let count = 0;
  for (let slot = 0; slot < state.length; slot++) {
    if (cells[state[slot] ?? 0] === 0) continue;
    const serial = cells[(deals[slot] as DealTable).serial] ?? 0;
    let at = count++;
    for (; at > 0 && (cells[(deals[list[at - 1] ?? 0] as DealTable).serial] ?? 0) > serial; at--)
      list[at] = list[at - 1] ?? 0;
    list[at] = slot;
  }
  return count;
}

/** Count the pacts in force that a capital is in. */
export function pactsOf({ deals, flat }: Tables, cells: Int32Array, capital: number): number {
  const { state } = flat.deals;
  let count = 0;
  for (let slot = 0; slot < state.length; slot++)
    if (
      cells[state[slot] ?? 0] === binding &&
      ((cells[(deals[slot] as DealTable).members] ?? 0) & (1 << capital)) !== 0
    )
      count++;
  return count;
}

/** Count the public pacts of every pair that bind in a round, which guards may read. */
export function countPacts(run: Run, round: number): void {
  const { tables, cells, flat } = run;
  const { pairs, deals } = tables;
  const { state } = flat.deals;
  const { counted } = run;
  for (let at = 0; at < pairs.length; at++) counted[at] = 0;
  for (let slot = 0; slot < state.length; slot++) {
    if (cells[state[slot] ?? 0] !== binding) continue;
    const deal = deals[slot] as DealTable;
    if (!isPublic(cells, deal) || (cells[deal.from] ?? 0) > round) continue;
    const members = cells[deal.members] ?? 0;
    for (let at = 0; at < pairs.length; at++) {
      const { one, other } = pairs[at] as PairTable;
      if ((members & (1 << one)) !== 0 && (members & (1 << other)) !== 0)
        counted[at] = (counted[at] ?? 0) + 1;
    }
  }
  for (let at = 0; at < pairs.length; at++)
    write(run, (pairs[at] as PairTable).pacts, counted[at] ?? 0, 'verdict', -1, -1);
}
