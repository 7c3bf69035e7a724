/**
 * How quick capitals bargain: one offer a round at most, answers, and one counter-offer. Swaps of a thing given for a thing got, and
 * joint moves, are weighed on the desk in numbers; what comes of it is a draft.
 */
import { stateNumber } from '../engine/deals/deal.machine.ts';
import { isOpen, isPublic, mostOffersOut, mostPacts } from '../engine/deals/talks.ts';
import type { Draft } from '../engine/deals/talks.ts';
import { kindNumber } from '../engine/deals/terms.ts';
import { moveKinds } from '../engine/flat.ts';
import { wayOf } from '../engine/orders.ts';
import type { CapitalTable, DealTable, MoveTable, TermTable } from '../engine/tables.ts';
import {
  guessMoveWorth,
  guessScore,
  lastScore,
  likelyTo,
  listMine,
  lookAtPrice,
  ownMoveWorth,
  ownScore,
  weighOwn,
} from './desk.ts';
import type { Desk, Sitter } from './desk.ts';
import { ownHash, shareOf } from './quick.ts';
import {
  believes,
  dealWorth,
  evenInfluence,
  isBound,
  jointCounts,
  passCosts,
  passCounts,
  trustWon,
} from './quickDeals.ts';
import { clearTerms, frame, setTerm } from './quickDrafts.ts';

/** What a partner must gain, so that an offer is no insult, and what a counter-offer must bring beyond what would be accepted. */
const partnerGains = 40;
const worthCountering = 40;
/** How much a capital must like or dislike another's move to talk about it. */
const worthAsking = 40;
/** Share of quarters in which a capital comes forward with an offer, if it has one. */
const initiative = 0.6;
/** How far a word counts that is given with others'. */
const believedAtLeast = 0.7;
/** How many seats it turns to in a quarter, its own counted, before it leaves it at that. */
const turned = 3;
/** How many wishes and gifts of a pair are paired. */
const paired = 3;

const step = moveKinds.indexOf('step');
const inForce = stateNumber('inForce');

/** One thing that one side could promise, and what it is worth to both. */
interface Promised {
  readonly kind: Int32Array;
  readonly what: Int32Array;
  readonly much: Int32Array;
  readonly mine: Float64Array;
  readonly theirs: Float64Array;
  readonly rank: Float64Array;
  count: number;
}
const list = (): Promised => ({
  kind: new Int32Array(paired),
  what: new Int32Array(paired),
  much: new Int32Array(paired),
  mine: new Float64Array(paired),
  theirs: new Float64Array(paired),
  rank: new Float64Array(paired),
  count: 0,
});
const wishes = list();
const gifts = list();

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
  listMine(desk, cells, capital.index);
  let out = 0;
  for (let at = 0; at < desk.mineCount; at++) {
    const deal = tables.deals[desk.mine[at] ?? 0] as DealTable;
    if (isOpen(cells, deal) && cells[deal.by] === capital.index) out++;
  }
  if (out >= mostOffersOut || pactsSeen(desk, cells, capital.index) >= mostPacts) return false;
  weighOwn(desk, cells, sitter);
  clearTerms(draft);
  // Whom it turns to changes from quarter to quarter: one of the others after the other, until there is something to offer.
  const { length } = tables.capitals;
  let best = 0;
  for (let turn = 0, other = hash >>> 8; turn < turned && best === 0; turn++, other++) {
    const to = other % length;
    if (to === capital.index || (sitter.meets & (1 << to)) === 0) continue;
    if (pactsSeen(desk, cells, to) >= mostPacts) continue;
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
  const full = pactsSeen(desk, cells, capital.index) >= mostPacts;
  let best = -1;
  let bestValue = -Infinity;
  let countered = false;
  for (let at = 0; at < desk.mineCount; at++) {
    const deal = tables.deals[mine[at] ?? 0] as DealTable;
    if (!waits(cells, deal, capital)) continue;
    given[at] = answers.declines;
    if (!sitter.talks || full || ((cells[deal.members] ?? 0) & ~sitter.meets) !== 0) continue;
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

function waits(cells: Int32Array, deal: DealTable, { index }: CapitalTable): boolean {
  return isOpen(cells, deal) && ((cells[deal.accepted] ?? 0) & (1 << index)) === 0;
}

/** Count the pacts in force that a capital is in, as far as the sitter sees them: public ones and its own. */
function pactsSeen({ tables, mine, mineCount }: Desk, cells: Int32Array, capital: number): number {
  const { state } = tables.flat.deals;
  let count = 0;
  for (let slot = 0; slot < state.length; slot++) {
    if (cells[state[slot] ?? 0] !== inForce) continue;
    const deal = tables.deals[slot] as DealTable;
    if (((cells[deal.members] ?? 0) & (1 << capital)) === 0) continue;
    let own = isPublic(cells, deal);
    for (let at = 0; !own && at < mineCount; at++) own = mine[at] === slot;
    if (own) count++;
  }
  return count;
}

/** Look for the best swap with another capital. Gives the best score so far; a better one found is written into the draft. */
function seekSwap(
  desk: Desk,
  cells: Int32Array,
  sitter: Sitter,
  other: number,
  least: number,
  bestYet: number,
  draft: Draft,
): number {
  const { capital, temperament } = sitter;
  const partner = desk.tables.capitals[other] as CapitalTable;
  const mineIsBelieved = believes(desk, cells, other, capital.index);
  const theirsIsBelieved = believes(desk, cells, capital.index, other);
  collectWishes(desk, cells, sitter, partner, theirsIsBelieved);
  if (wishes.count === 0) return bestYet;
  collectGifts(desk, cells, sitter, partner, mineIsBelieved);
  let best = bestYet;
  for (let wish = 0; wish < wishes.count; wish++) {
    for (let gift = 0; gift < gifts.count; gift++) {
      const won = (gifts.mine[gift] ?? 0) < -10 && (wishes.mine[wish] ?? 0) > 10 ? trustWon : 0;
      const mine = (gifts.mine[gift] ?? 0) + (wishes.mine[wish] ?? 0) + won * temperament.trust;
      const theirs = (gifts.theirs[gift] ?? 0) + (wishes.theirs[wish] ?? 0) + won;
      if (mine < least || theirs < partnerGains) continue;
      const score = mine + Math.min(theirs, mine);
      if (score <= best || wasPut(desk, cells, capital.index, other, wish, gift)) continue;
      best = score;
      clearTerms(draft);
      draft.members = (1 << capital.index) | (1 << other);
      setTerm(draft, capital.index, gifts.kind[gift] ?? 0, gifts.what[gift] ?? 0, gifts.much[gift] ?? 0);
      setTerm(draft, other, wishes.kind[wish] ?? 0, wishes.what[wish] ?? 0, wishes.much[wish] ?? 0);
    }
  }
  return best;
}

/** Collect what the partner could do, or leave, that would help most. */
function collectWishes(
  desk: Desk,
  cells: Int32Array,
  { capital }: Sitter,
  partner: CapitalTable,
  believed: number,
): void {
  const { tables, reckoning } = desk;
  const { kind } = tables.flat.moves;
  const ways = reckoning.matters[capital.index * tables.capitals.length + partner.index] as Int32Array;
  const has = cells[partner.influence] ?? 0;
  const last = lastScore(desk, partner.index);
  wishes.count = 0;
  for (let at = 0; at < ways.length; at++) {
    const way = ways[at] ?? 0;
    const move = reckoning.moveOf[way] ?? 0;
    // Most are not open from where the line stands, which is asked before anything else.
    if (!leadsOut(desk, cells, move, way)) continue;
    const worth = ownMoveWorth(desk, cells, capital.index, move, way);
    if (worth < worthAsking && worth > -worthAsking) continue;
    if (wayOf(tables, cells, move) !== way) continue;
    const is = guessScore(desk, cells, partner.index, move, way);
    const would = likelyTo(desk, partner.index, is) / 100;
    const turns = kind[move] === step;
    if (worth > 0) {
      if ((desk.price[move] ?? 0) > has || isBound(desk, cells, partner.index, move)) continue;
      const how = turns && (reckoning.upkeep[way] ?? 0) <= 0 ? kindNumber.stance : kindNumber.make;
      put(
        desk,
        cells,
        wishes,
        move,
        way,
        how,
        true,
        worth * believed * (1 - would),
        Math.min(0, is - last * 0.6),
      );
    } else if (would > 0.1) {
      const theirs = -(is > last ? 0.8 : is > 0 ? 0.3 : 0.05) * Math.max(0, is);
      const how = turns ? kindNumber.stance : kindNumber.forgo;
      put(desk, cells, wishes, move, way, how, false, -worth * believed * would, theirs);
    }
  }
}

/** Collect what the sitter could do, or leave, that would help the partner most at the least cost. */
function collectGifts(
  desk: Desk,
  cells: Int32Array,
  sitter: Sitter,
  partner: CapitalTable,
  believed: number,
): void {
  const { tables, reckoning } = desk;
  const { kind } = tables.flat.moves;
  const { capital, temperament, kept } = sitter;
  const ways = reckoning.matters[partner.index * tables.capitals.length + capital.index] as Int32Array;
  const has = cells[capital.influence] ?? 0;
  const last = lastScore(desk, capital.index);
  gifts.count = 0;
  for (let at = 0; at < ways.length; at++) {
    const way = ways[at] ?? 0;
    const move = reckoning.moveOf[way] ?? 0;
    if (!leadsOut(desk, cells, move, way)) continue;
    if (kept !== null && (kept[(tables.moves[move] as MoveTable).line.index] ?? -1) >= 0) continue;
    const worth = guessMoveWorth(desk, cells, partner.index, move, way);
    if (worth < worthAsking && worth > -worthAsking) continue;
    if (wayOf(tables, cells, move) !== way) continue;
    const is = ownScore(desk, cells, sitter, move, way);
    const turns = kind[move] === step;
    if (worth > 0) {
      if ((desk.price[move] ?? 0) > has || isBound(desk, cells, capital.index, move)) continue;
      const how = turns && (reckoning.upkeep[way] ?? 0) <= 0 ? kindNumber.stance : kindNumber.make;
      put(desk, cells, gifts, move, way, how, true, Math.min(0, is - last * 0.6), worth * believed * 0.8);
    } else if (is > 0) {
      const how = turns ? kindNumber.stance : kindNumber.forgo;
      const would = is > last ? 0.65 : 0.3;
      put(
        desk,
        cells,
        gifts,
        move,
        way,
        how,
        false,
        -(is > last ? 0.8 : 0.3) * is,
        -worth * believed * would,
      );
    }
  }
  const { channels } = tables;
  for (let at = 0; at < channels.length && has >= 2; at++) {
    const { from, to } = channels[at] as { from: number; to: number };
    if (from !== capital.index || to !== partner.index) continue;
    insert(
      gifts,
      kindNumber.pass,
      at,
      1,
      -passCosts * temperament.influence,
      passCounts * evenInfluence * believed,
    );
    return;
  }
}

/** Tell whether a way leads out of the stance in which its line stands. */
function leadsOut({ tables: { flat } }: Desk, cells: Int32Array, move: number, way: number): boolean {
  const from = (flat.moves.from[move] ?? 0) + (cells[flat.moves.line[move] ?? 0] ?? 0);
  return way >= (flat.from[from] ?? 0) && way < (flat.from[from + 1] ?? 0);
}

/** Put a move on a list as a term of a kind: a stance to take, or the one to keep by not making it. */
function put(
  { tables }: Desk,
  cells: Int32Array,
  into: Promised,
  move: number,
  way: number,
  kind: number,
  takes: boolean,
  mine: number,
  theirs: number,
): void {
  if (kind !== kindNumber.stance) {
    insert(into, kind, move, 0, mine, theirs);
    return;
  }
  const { index, cell } = (tables.moves[move] as MoveTable).line;
  const stance = takes ? (tables.flat.ways.target[way] ?? 0) : (cells[cell] ?? 0);
  insert(into, kind, index, stance, mine, theirs);
}

/** Keep the best few, best first. */
function insert(
  into: Promised,
  kind: number,
  what: number,
  much: number,
  mine: number,
  theirs: number,
): void {
  const { rank } = into;
  const sum = mine + theirs;
  let at = into.count;
  if (at < paired) into.count++;
  else if (sum <= (rank[--at] ?? 0)) return;
  for (; at > 0 && sum > (rank[at - 1] ?? 0); at--) {
    into.kind[at] = into.kind[at - 1] ?? 0;
    into.what[at] = into.what[at - 1] ?? 0;
    into.much[at] = into.much[at - 1] ?? 0;
    into.mine[at] = into.mine[at - 1] ?? 0;
    into.theirs[at] = into.theirs[at - 1] ?? 0;
    rank[at] = rank[at - 1] ?? 0;
  }
  into.kind[at] = kind;
  into.what[at] = what;
  into.much[at] = much;
  into.mine[at] = mine;
  into.theirs[at] = theirs;
  rank[at] = sum;
}

/** Look for a joint move that suits all whom it names. */
function seekJoint(
  desk: Desk,
  cells: Int32Array,
  sitter: Sitter,
  least: number,
  bestYet: number,
  draft: Draft,
): number {
  const { tables } = desk;
  const { capital, temperament, leans } = sitter;
  const { jointMoves } = tables;
  let best = bestYet;
  for (let at = 0; at < jointMoves.length; at++) {
    const table = jointMoves[at] as MoveTable;
    if (table.capital !== capital.index) continue;
    const move = table.index;
    const parts = table.joint?.moves ?? [];
    const way = wayOf(tables, cells, move);
    if (way < 0) continue;
    const price = lookAtPrice(desk, cells, move);
    if (price > (cells[capital.influence] ?? 0)) continue;
    const cost = Math.min(0, leans[move] ?? 0) - temperament.influence * price;
    const mine = jointCounts * believedAtLeast * ownMoveWorth(desk, cells, capital.index, move, way) + cost;
    if (mine < least || 2 * mine <= best || wasJointPut(desk, cells, parts)) continue;
    let theirs = Infinity;
    let members = 0;
    for (let part = 0; part < parts.length && theirs > partnerGains; part++) {
      const other = tables.moves[parts[part] ?? 0] as MoveTable;
      members |= 1 << other.capital;
      if (other === table) continue;
      const open = wayOf(tables, cells, other.index);
      theirs = open < 0 || pactsSeen(desk, cells, other.capital) >= mostPacts ? 0 : theirs;
      if (theirs === 0) break;
      const worth = guessMoveWorth(desk, cells, other.capital, other.index, open);
      const costs = evenInfluence * lookAtPrice(desk, cells, other.index);
      theirs = Math.min(theirs, jointCounts * believedAtLeast * worth - costs);
    }
    const score = mine + Math.min(theirs, mine);
    if (theirs <= partnerGains || score <= best || (members & ~sitter.meets) !== 0) continue;
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

/** Look for other terms with the same partner; a deal of more than two is taken or left. */
function seekCounter(desk: Desk, cells: Int32Array, sitter: Sitter, deal: DealTable): boolean {
  const { tables, counter } = desk;
  const { capital, temperament } = sitter;
  const others = (cells[deal.members] ?? 0) & ~(1 << capital.index);
  if ((others & (others - 1)) !== 0) return false;
  let other = 0;
  while (others >> (other + 1) !== 0) other++;
  if (pactsSeen(desk, cells, other) >= mostPacts || tables.capitals[other] === undefined) return false;
  clearTerms(counter);
  return seekSwap(desk, cells, sitter, other, temperament.margin + worthCountering, 0, counter) > 0;
}

/** Tell whether a swap lies on the table already, or has just been turned down. */
function wasPut(
  { tables, mine, mineCount }: Desk,
  cells: Int32Array,
  one: number,
  other: number,
  wish: number,
  gift: number,
): boolean {
  const members = (1 << one) | (1 << other);
  for (let at = 0; at < mineCount; at++) {
    const deal = tables.deals[mine[at] ?? 0] as DealTable;
    if (cells[deal.members] !== members) continue;
    if (
      holdsTerm(cells, deal, one, gifts.kind[gift] ?? 0, gifts.what[gift] ?? 0, gifts.much[gift] ?? 0) &&
      holdsTerm(cells, deal, other, wishes.kind[wish] ?? 0, wishes.what[wish] ?? 0, wishes.much[wish] ?? 0)
    )
      return true;
  }
  return false;
}

function wasJointPut(
  { tables, mine, mineCount }: Desk,
  cells: Int32Array,
  parts: readonly number[],
): boolean {
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

function holdsTerm(
  cells: Int32Array,
  deal: DealTable,
  capital: number,
  kind: number,
  what: number,
  much: number,
): boolean {
  const terms = deal.terms[capital] as readonly TermTable[];
  for (let at = 0; at < terms.length; at++) {
    const term = terms[at] as TermTable;
    if (cells[term.kind] === kind && cells[term.what] === what && cells[term.much] === much) return true;
  }
  return false;
}
