/** Joint moves that a quick capital could propose to those whom they name. */
import { mostPacts } from '../engine/deals/talks.ts';
import type { Draft } from '../engine/deals/talks.ts';
import { kindNumber } from '../engine/deals/terms.ts';
import { priceNow, wayOf } from '../engine/orders.ts';
import type { DealTable, MoveTable } from '../engine/tables.ts';
import { pactsSeen } from './desk.ts';
import type { Desk, Sitter } from './desk.ts';
import { evenInfluence, holdsTerm, isBound, jointCounts } from './quickDeals.ts';
import { clearTerms, setTerm } from './quickDrafts.ts';
import { partnerGains } from './quickSwaps.ts';
import { ownWorth } from './quickWorth.ts';

/** How far a word counts that is given with others'. */
const believedAtLeast = 0.7;
/** Quarters after which a joint move may be proposed again. */
const turns = 3;

/** Look at a joint move, once in a look: whether it is open to all whom it names, and what each of these may be guessed to gain. */
export function lookAtJoint(desk: Desk, cells: Int32Array, move: number): void {
  const { tables, reckoning, guess, jointWay, jointGain, jointSeen, price, pressed } = desk;
  if (jointSeen[move] === desk.jointLook) return;
  const parts = reckoning.parts[move] as Int32Array;
  let open = true;
  for (let at = 0; at < parts.length; at++) {
    const part = parts[at] ?? 0;
    const way = wayOf(tables, cells, part);
    jointWay[part] = way;
    if (way < 0) open = false;
  }
  for (let at = 0; at < parts.length; at++) {
    const part = parts[at] ?? 0;
    jointSeen[part] = desk.jointLook;
    // What is not open to all is of no use to anybody, and is known by that.
    jointGain[part] = -Infinity;
    if (!open) continue;
    const begin = (reckoning.actor[part] ?? 0) * reckoning.deeds;
    let sum = 0;
    for (let other = 0; other < parts.length; other++)
      sum += guess[begin + (jointWay[parts[other] ?? 0] ?? 0)] ?? 0;
    jointGain[part] = sum;
    pressed[part] = 0;
    price[part] = priceNow(tables, cells, part, 0);
  }
}

/** What an open joint move is worth to its capital as it knows itself, once it comes about. */
export function jointWorth(desk: Desk, capital: number, move: number): number {
  const parts = desk.reckoning.parts[move] as Int32Array;
  let sum = 0;
  for (let part = 0; part < parts.length; part++)
    sum += ownWorth(desk, capital, desk.jointWay[parts[part] ?? 0] ?? 0);
  return sum;
}

/** Look for a joint move that suits all whom it names. */
export function seekJoint(
  desk: Desk,
  cells: Int32Array,
  sitter: Sitter,
  least: number,
  bestYet: number,
  draft: Draft,
): number {
  const { tables, reckoning, jointGain, price } = desk;
  const { capital, temperament, leans } = sitter;
  const { index } = capital;
  const joints = reckoning.joints[index] as Int32Array;
  const counts = jointCounts * believedAtLeast;
  const round = cells[tables.at.round] ?? 0;
  let best = bestYet;
  for (let at = 0; at < joints.length; at++) {
    const move = joints[at] ?? 0;
    // Each has its turn: who is asked the same again and again listens no longer.
    if ((round + turnOf(temperament.key, move)) % turns !== 0) continue;
    lookAtJoint(desk, cells, move);
    if (jointGain[move] === -Infinity) continue;
    const costs = price[move] ?? 0;
    if (costs > (cells[capital.influence] ?? 0)) continue;
    const lean = leans[move] ?? 0;
    const mine =
      counts * jointWorth(desk, index, move) + (lean < 0 ? lean : 0) - temperament.influence * costs;
    if (mine < least || 2 * mine <= best) continue;
    const parts = reckoning.parts[move] as Int32Array;
    let theirs = Infinity;
    let members = 0;
    for (let part = 0; part < parts.length; part++) {
      const other = parts[part] ?? 0;
      const actor = reckoning.actor[other] ?? 0;
      members |= 1 << actor;
      if (other === move) continue;
      const gains = counts * (jointGain[other] ?? 0) - evenInfluence * (price[other] ?? 0);
      if (gains < theirs) theirs = gains;
      if (theirs <= partnerGains || pactsSeen(desk, cells, index, actor) >= mostPacts) theirs = 0;
    }
    const score = mine + Math.min(theirs, mine);
    if (theirs <= partnerGains || score <= best || (members & ~sitter.meets) !== 0) continue;
    if (wasJointPut(desk, cells, parts) || isBound(desk, cells, index, move)) continue;
    best = score;
    clearTerms(draft);
    draft.members = members;
    for (let part = 0; part < parts.length; part++) {
      const other = tables.moves[parts[part] ?? 0] as MoveTable;
      setTerm(draft, other.capital, kindNumber.make, other.index, 0);
    }
  }
  return best;
}

/** In which of its turns a character comes forward with a joint move. */
function turnOf(key: number, move: number): number {
  return (Math.imul(key ^ Math.imul(move + 1, 0x9e3779b1), 0x85ebca6b) >>> 20) & 0xff;
}

function wasJointPut({ tables, mine, mineCount }: Desk, cells: Int32Array, parts: Int32Array): boolean {
  for (let at = 0; at < mineCount; at++) {
    const deal = tables.deals[mine[at] ?? 0] as DealTable;
    let all = true;
    for (let part = 0; part < parts.length; part++) {
      const { capital, index } = tables.moves[parts[part] ?? 0] as MoveTable;
      if (!holdsTerm(cells, deal, capital, kindNumber.make, index, 0)) all = false;
    }
    if (all) return true;
  }
  return false;
}
