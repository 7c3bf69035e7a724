/**
 * How quick capitals bargain: one offer a round at most, answers, and one counter-offer. Swaps of a thing given for a thing got, and
 * joint moves, are weighed on the desk in numbers; what comes of it is a draft.
 */
import { stateNumber } from '../engine/deals/deal.machine.ts';
import { isOpen, isPublic, mostOffersOut, mostPacts } from '../engine/deals/talks.ts';
import type { Draft } from '../engine/deals/talks.ts';
import { kindNumber, verdictNumber } from '../engine/deals/terms.ts';
import { moveKinds } from '../engine/flat.ts';
import { isOn } from '../engine/layers.ts';
import { wayOf } from '../engine/orders.ts';
import { termsEach } from '../engine/layout.ts';
import { stepSize } from '../engine/statecharts/holds.ts';
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
  trustOf,
  weighOwn,
} from './desk.ts';
import type { Desk, Sitter } from './desk.ts';
import { ownHash, shareOf } from './quick.ts';

/** What a partner must gain, so that an offer is no insult, and what a counter-offer must bring beyond what would be accepted. */
const partnerGains = 40;
const worthCountering = 40;
/** How much a capital must like or dislike another's move to talk about it. */
const worthAsking = 40;
/** Share of quarters in which a capital comes forward with an offer, if it has one. */
const initiative = 0.6;
/** What a move must do to an onlooker for the deal to be better kept secret. */
const wouldHurt = -150;
/** Rounds for which promises bind: joint moves at once, moves within two quarters, stances for three. */
const lasts = { joint: 1, moves: 2, stance: 3 } as const;
/** What a step of trust won by a pact kept at a cost is worth, the share of a stake that is reckoned as lost. */
const trustWon = 60;
const stakeRisk = 0.3;
const jointCounts = 0.8;
/** How far a word counts that is given with others'. */
const believedAtLeast = 0.7;
/** Influence passed on is worth more to who gets it than to who gives it; what a point of it is worth to an even mind. */
const passCounts = 2;
const passCosts = 1.2;
const evenInfluence = 35;
/** Worth of what cannot be kept. */
const never = -1000;
/** What is left of a word's weight once its giver has just broken another, and what having kept one at a cost adds. */
const justBroken = 0.3;
const justKept = 0.1;
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
    const would = likelyTo(desk, partner.index, is);
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

/** What an offer is worth to the sitter, from what it would get, what it would give, and the trust that is won. */
function dealWorth(desk: Desk, cells: Int32Array, sitter: Sitter, deal: DealTable): number {
  const { tables } = desk;
  const { capital, temperament } = sitter;
  let gives = 0;
  let gets = 0;
  for (let giver = 0; giver < tables.capitals.length; giver++) {
    if (((cells[deal.members] ?? 0) & (1 << giver)) === 0) continue;
    const terms = deal.terms[giver] as readonly TermTable[];
    const believed = giver === capital.index ? 1 : believes(desk, cells, capital.index, giver);
    for (let at = 0; at < terms.length; at++) {
      const term = terms[at] as TermTable;
      const kind = cells[term.kind] ?? 0;
      if (kind === 0) continue;
      const what = cells[term.what] ?? 0;
      const much = cells[term.much] ?? 0;
      if (giver === capital.index) gives += costOf(desk, cells, sitter, kind, what, much);
      else gets += believed * gainOf(desk, cells, sitter, giver, kind, what, much);
    }
  }
  const won = gives < -10 && gets > 10 ? trustWon * temperament.trust : 0;
  const risk = gives < -10 ? (cells[deal.stake] ?? 0) * temperament.influence * stakeRisk : 0;
  return gives + gets + won - risk;
}

/** What one's own promise costs: nothing where it would be done anyway, much where it could not be kept. */
function costOf(
  desk: Desk,
  cells: Int32Array,
  sitter: Sitter,
  kind: number,
  what: number,
  much: number,
): number {
  const { tables } = desk;
  const { capital, temperament, kept, leans } = sitter;
  const last = lastScore(desk, capital.index);
  if (kind === kindNumber.pass) return -passCosts * much * temperament.influence;
  if (kind === kindNumber.stance) {
    const goal = kept?.[what] ?? -1;
    return goal >= 0 && goal !== much ? never : lineCost(desk, cells, sitter, what, much);
  }
  const way = wayOf(tables, cells, what);
  if (kind === kindNumber.forgo) {
    if (way < 0) return 0;
    const is = ownScore(desk, cells, sitter, what, way);
    return -(is > last ? 0.8 : 0.3) * Math.max(0, is);
  }
  if (way < 0 || isBound(desk, cells, capital.index, what)) return never;
  const move = tables.moves[what] as MoveTable;
  if (move.kind === 'step' && (kept?.[move.line.index] ?? -1) >= 0) return never;
  const is = ownScore(desk, cells, sitter, what, way);
  const price = desk.price[what] ?? 0;
  if (price > (cells[capital.influence] ?? 0)) return never;
  return move.joint
    ? Math.min(0, leans[what] ?? 0) - temperament.influence * price
    : Math.min(0, is - last * 0.6);
}

/** What it costs to take a stance, or to keep the one that is taken. */
function lineCost(desk: Desk, cells: Int32Array, sitter: Sitter, line: number, stance: number): number {
  const { tables } = desk;
  const { capital } = sitter;
  const last = lastScore(desk, capital.index);
  const cell = tables.flat.lines.cell[line] ?? 0;
  const stands = cells[cell] === stance;
  const first = capital.moves[0]?.index ?? 0;
  const end = first + capital.moves.length;
  let sum = stands ? -10 : never;
  for (let move = first; move < end; move++) {
    if (tables.flat.moves.line[move] !== cell) continue;
    const way = wayOf(tables, cells, move);
    if (way < 0 || (tables.flat.ways.target[way] === stance) === stands) continue;
    const is = ownScore(desk, cells, sitter, move, way);
    if (stands) sum -= (is > last ? 0.8 : 0.3) * Math.max(0, is);
    else if ((desk.price[move] ?? 0) <= (cells[capital.influence] ?? 0))
      sum = Math.max(sum, Math.min(0, is - last * 0.6));
  }
  return sum;
}

/** What another's promise brings the sitter, before it is asked how far it can be believed. */
function gainOf(
  desk: Desk,
  cells: Int32Array,
  { capital, temperament }: Sitter,
  giver: number,
  kind: number,
  what: number,
  much: number,
): number {
  const { tables } = desk;
  if (kind === kindNumber.pass)
    return tables.channels[what]?.to === capital.index ? passCounts * much * temperament.influence : 0;
  if (kind === kindNumber.stance) return lineGain(desk, cells, capital, giver, what, much);
  const way = wayOf(tables, cells, what);
  if (way < 0) return 0;
  const parts = (tables.moves[what] as MoveTable).joint?.moves;
  const worth = ownMoveWorth(desk, cells, capital.index, what, way);
  if (parts) {
    // A joint move is counted once, with the first partner.
    for (let at = 0; at < parts.length; at++) {
      const part = tables.moves[parts[at] ?? 0] as MoveTable;
      if (part.capital !== capital.index) return part.index === what ? jointCounts * worth : 0;
    }
  }
  const would = likelyTo(desk, giver, guessScore(desk, cells, giver, what, way));
  return kind === kindNumber.forgo ? -worth * would : worth * (1 - would);
}

/** What it brings that another takes a stance, or keeps the one that it has. */
function lineGain(
  desk: Desk,
  cells: Int32Array,
  { index }: CapitalTable,
  giver: number,
  line: number,
  stance: number,
): number {
  const { tables } = desk;
  const { moves } = tables.capitals[giver] as CapitalTable;
  const cell = tables.flat.lines.cell[line] ?? 0;
  const stands = cells[cell] === stance;
  const first = moves[0]?.index ?? 0;
  const end = first + moves.length;
  let sum = 0;
  for (let move = first; move < end; move++) {
    if (tables.flat.moves.line[move] !== cell) continue;
    const way = wayOf(tables, cells, move);
    if (way < 0 || (tables.flat.ways.target[way] === stance) === stands) continue;
    const worth = ownMoveWorth(desk, cells, index, move, way);
    const would = likelyTo(desk, giver, guessScore(desk, cells, giver, move, way));
    if (!stands) return worth * (1 - would);
    sum -= worth * would;
  }
  return sum;
}

/** Tell whether a pact that the sitter is in already speaks of the giver's move or of its line. */
function isBound({ tables, mine, mineCount }: Desk, cells: Int32Array, giver: number, move: number): boolean {
  const line = (tables.moves[move] as MoveTable).line.index;
  for (let at = 0; at < mineCount; at++) {
    const deal = tables.deals[mine[at] ?? 0] as DealTable;
    if (cells[deal.state] !== inForce) continue;
    const terms = deal.terms[giver] as readonly TermTable[];
    for (let own = 0; own < terms.length; own++) {
      const term = terms[own] as TermTable;
      const kind = cells[term.kind];
      if (
        kind === kindNumber.stance
          ? cells[term.what] === line
          : kind !== kindNumber.pass && kind !== 0 && cells[term.what] === move
      )
        return true;
    }
  }
  return false;
}

/**
 * How far the word of one counts for another: a third at no trust, nearly whole at full trust, a little more from who has just kept
 * its word at a cost, and next to nothing from who has just broken it, so that the same bait does not serve twice.
 */
function believes({ tables, mine, mineCount }: Desk, cells: Int32Array, one: number, giver: number): number {
  const trusted = 0.35 + (0.6 * trustOf(tables, cells, one, giver)) / 10000;
  const both = (1 << one) | (1 << giver);
  let record = 0;
  for (let at = 0; at < mineCount; at++) {
    const deal = tables.deals[mine[at] ?? 0] as DealTable;
    if (((cells[deal.members] ?? 0) & both) !== both) continue;
    const verdict = cells[deal.verdicts[giver] ?? 0];
    if (verdict === verdictNumber.keptAtCost) record += 1;
    else if (verdict === verdictNumber.breached) record -= 2;
  }
  if (record < 0) return trusted * justBroken;
  return record > 0 ? Math.min(0.95, trusted + justKept) : trusted;
}

/** Set the rounds, the stake and the secrecy of a draft whose terms stand. */
function frame(desk: Desk, cells: Int32Array, draft: Draft): void {
  const { tables } = desk;
  const round = cells[tables.at.round] ?? 0;
  const layers = cells[tables.at.layers] ?? 0;
  let rounds: number = lasts.joint;
  let passes = false;
  for (let at = 0; at < draft.kind.length; at++) {
    const kind = draft.kind[at];
    if (kind === kindNumber.pass) passes = true;
    else if (kind === kindNumber.stance) rounds = lasts.stance;
    else if (kind !== 0 && rounds < lasts.moves && tables.moves[draft.what[at] ?? 0]?.kind !== 'joint')
      rounds = lasts.moves;
  }
  if (passes) rounds = lasts.joint;
  draft.from = round;
  draft.until = Math.min(cells[tables.at.rounds] ?? round, round + rounds - 1);
  draft.stake = isOn(layers, 'stakes') && isDistrustedBy(desk, cells, draft.members) ? 1 : 0;
  draft.secret = isOn(layers, 'secrecy') && wouldAnger(desk, cells, draft);
}

function isDistrustedBy({ tables }: Desk, cells: Int32Array, members: number): boolean {
  const { pairs } = tables;
  for (let at = 0; at < pairs.length; at++) {
    const pair = pairs[at] as (typeof pairs)[number];
    const both = (1 << pair.one) | (1 << pair.other);
    if ((members & both) === both && (cells[pair.trust] ?? 0) < 2 * stepSize) return true;
  }
  return false;
}

/** Tell whether an onlooker would dislike what is promised so much that it had better not be seen. */
function wouldAnger(desk: Desk, cells: Int32Array, draft: Draft): boolean {
  const { tables } = desk;
  for (let at = 0; at < draft.kind.length; at++) {
    const kind = draft.kind[at];
    const what = draft.what[at] ?? 0;
    if (kind === kindNumber.make) {
      if (angers(desk, cells, draft.members, what, wayOf(tables, cells, what))) return true;
    } else if (kind === kindNumber.stance) {
      const cell = tables.flat.lines.cell[what] ?? 0;
      const { moves } = tables.capitals[(at / termsEach) | 0] as CapitalTable;
      const first = moves[0]?.index ?? 0;
      for (let move = first; move < first + moves.length; move++) {
        if (tables.flat.moves.line[move] !== cell || cells[cell] === draft.much[at]) continue;
        const way = wayOf(tables, cells, move);
        if (
          way >= 0 &&
          tables.flat.ways.target[way] === draft.much[at] &&
          angers(desk, cells, draft.members, move, way)
        )
          return true;
      }
    }
  }
  return false;
}

function angers(desk: Desk, cells: Int32Array, members: number, move: number, way: number): boolean {
  if (way < 0) return false;
  for (let onlooker = 0; onlooker < desk.tables.capitals.length; onlooker++)
    if ((members & (1 << onlooker)) === 0 && guessMoveWorth(desk, cells, onlooker, move, way) < wouldHurt)
      return true;
  return false;
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

function clearTerms(draft: Draft): void {
  draft.kind.fill(0);
}

function setTerm(draft: Draft, capital: number, kind: number, what: number, much: number): void {
  const at = capital * termsEach;
  draft.kind[at] = kind;
  draft.what[at] = what;
  draft.much[at] = much;
}
