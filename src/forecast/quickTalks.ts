/**
 * How quick capitals bargain: one offer a round at most, answers, and one counter-offer. What is offered is found by `quickSwaps.ts`
 * and `quickJoints.ts`; all is weighed on the desk in numbers, and what comes of it is a draft.
 */
import { isOpen } from '../engine/deals/dealSlots.ts';
import { mostOffersOut, mostPacts } from '../engine/deals/talks.ts';
import type { CapitalTable, DealTable } from '../engine/tables.ts';
import { listMine, ownHash, pactsSeen, shareOf } from './desk.ts';
import type { Desk, Sitter } from './desk.ts';
import { dealWorth } from './quickDeals.ts';
import { clearTerms, frame } from './quickDrafts.ts';
import { seekJoint } from './quickJoints.ts';
import { seekSwap } from './quickSwaps.ts';
import { weighOwn } from './quickWorth.ts';

/** What a counter-offer must bring beyond what would be accepted. */
const worthCountering = 40;
/** Share of quarters in which a capital comes forward with an offer, if it has one. */
const initiative = 0.8;
/** How many others it turns to in a quarter before it leaves it at that. */
const turnsTo = 2;

/**
 * Find the offer that a capital would make now.
 * @returns true where there is one: it is the desk's draft
 */
export function offerQuickly(desk: Desk, cells: Int32Array, sitter: Sitter): boolean {
  const { tables, draft } = desk;
  const { capital, temperament } = sitter;
  if (!sitter.talks || (cells[capital.proposed] ?? 0) > 0) return false;
  const hash = ownHash(desk, cells, sitter);
  // Not every quarter has its initiative: the own dice keep some offers back.
  if (shareOf(hash, capital.rule) > initiative) return false;
  const { index } = capital;
  listMine(desk, cells, index);
  let out = 0;
  for (let at = 0; at < desk.mineCount; at++) {
    const deal = tables.deals[desk.mine[at] ?? 0] as DealTable;
    if (isOpen(cells, deal) && cells[deal.by] === index) out++;
  }
  if (out >= mostOffersOut || pactsSeen(desk, cells, index, index) >= mostPacts) return false;
  weighOwn(desk, cells, sitter);
  clearTerms(draft);
  // Whom it turns to changes from quarter to quarter: one of the others after the other, until there is something to offer.
  const { length } = tables.capitals;
  let best = 0;
  let turns = 0;
  for (let at = 0; at < length && turns < turnsTo && best === 0; at++) {
    const to = ((hash >>> 8) + at) % length;
    if (to === index || (sitter.meets & (1 << to)) === 0) continue;
    turns++;
    if (pactsSeen(desk, cells, index, to) >= mostPacts) continue;
    best = seekSwap(desk, cells, sitter, to, temperament.asks, best, draft);
  }
  best = seekJoint(desk, cells, sitter, temperament.asks, best, draft);
  if (best <= 0) return false;
  frame(desk, cells, draft);
  return true;
}

/** What a capital answers to an offer: nothing yet, or one of these. */
export const answers = { waits: 0, accepts: 1, counters: 2, declines: 3 } as const;

/** Answers of the sitter, by place in the desk's list of its deals. */
export const given = new Uint8Array(64);

/** Tell for whom offers wait, as bits. */
export function awaited({ tables, deals, dealCount }: Desk, cells: Int32Array): number {
  let bits = 0;
  for (let at = 0; at < dealCount; at++) {
    const deal = tables.deals[deals[at] ?? 0] as DealTable;
    if (isOpen(cells, deal)) bits |= (cells[deal.members] ?? 0) & ~(cells[deal.accepted] ?? 0);
  }
  return bits;
}

/**
 * Answer all offers that wait for a capital: what is answered stands in `given`, a counter-offer is the desk's `counter`.
 * @returns how many offers waited
 */
export function answerQuickly(desk: Desk, cells: Int32Array, sitter: Sitter): number {
  const { tables, mine } = desk;
  const { capital, temperament } = sitter;
  listMine(desk, cells, capital.index);
  let waiting = 0;
  for (let at = 0; at < desk.mineCount; at++) {
    given[at] = answers.waits;
    if (waits(cells, tables.deals[mine[at] ?? 0] as DealTable, capital)) waiting++;
  }
  if (waiting === 0) return 0;
  weighOwn(desk, cells, sitter);
  const hash = ownHash(desk, cells, sitter);
  const full = pactsSeen(desk, cells, capital.index, capital.index) >= mostPacts;
  let best = -1;
  let bestValue = -Infinity;
  let countered = false;
  for (let at = 0; at < desk.mineCount; at++) {
    const deal = tables.deals[mine[at] ?? 0] as DealTable;
    if (!waits(cells, deal, capital)) continue;
    given[at] = answers.declines;
    const members = cells[deal.members] ?? 0;
    if (!sitter.talks || full || (members & ~sitter.meets) !== 0) continue;
    if (isAnyFull(desk, cells, capital.index, members)) continue;
    const value =
      dealWorth(desk, cells, sitter, deal) +
      (2 * shareOf(hash, cells[deal.serial] ?? 0) - 1) * Math.trunc(temperament.noise / 2);
    if (value > temperament.margin) {
      given[at] = answers.waits;
      if (value > bestValue) {
        best = at;
        bestValue = value;
      }
    } else if (!countered && cells[deal.countered] === 0 && seekCounter(desk, cells, sitter, deal)) {
      given[at] = answers.counters;
      countered = true;
    }
  }
  // One acceptance may change what the next is worth: only the best is accepted at once, the other good ones wait for the next look.
  if (best >= 0) given[best] = answers.accepts;
  return waiting;
}

/** Tell whether a member of a deal is seen to have its hands full, so that nothing can come of it. */
function isAnyFull(desk: Desk, cells: Int32Array, index: number, members: number): boolean {
  for (let one = 0; one < desk.tables.capitals.length; one++)
    if (one !== index && (members & (1 << one)) !== 0 && pactsSeen(desk, cells, index, one) >= mostPacts)
      return true;
  return false;
}

function waits(cells: Int32Array, deal: DealTable, { index }: CapitalTable): boolean {
  return isOpen(cells, deal) && ((cells[deal.accepted] ?? 0) & (1 << index)) === 0;
}

/** Look for other terms with the same partner; a deal of more than two is taken or left. */
function seekCounter(desk: Desk, cells: Int32Array, sitter: Sitter, deal: DealTable): boolean {
  const { tables, counter } = desk;
  const { capital, temperament } = sitter;
  const others = (cells[deal.members] ?? 0) & ~(1 << capital.index);
  if ((others & (others - 1)) !== 0) return false;
  let other = 0;
  while (others >> (other + 1) !== 0) other++;
  if (tables.capitals[other] === undefined || pactsSeen(desk, cells, capital.index, other) >= mostPacts)
    return false;
  clearTerms(counter);
  return seekSwap(desk, cells, sitter, other, temperament.margin + worthCountering, 0, counter) > 0;
}
