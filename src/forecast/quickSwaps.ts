/** Swaps that a quick capital could offer another: a thing given for a thing got, each weighed for both. */
import type { Draft } from '../engine/deals/talks.ts';
import { kindNumber } from '../engine/deals/terms.ts';
import { moveKinds } from '../engine/flat.ts';
import { wayOf } from '../engine/orders.ts';
import type { CapitalTable, DealTable, MoveTable } from '../engine/tables.ts';
import type { Desk, Sitter } from './desk.ts';
import {
  believes,
  evenInfluence,
  holdsTerm,
  isBound,
  passCosts,
  passCounts,
  trustWon,
} from './quickDeals.ts';
import { clearTerms, setTerm } from './quickDrafts.ts';
import { guessScore, lastScore, likelyTo, moveWorth, ownScore } from './quickWorth.ts';

/** What a partner must gain, so that an offer is no insult. */
export const partnerGains = 40;
/** How much a capital must like or dislike another's move to talk about it. */
const worthAsking = 40;
/** How many wishes and gifts of a pair are paired. */
const paired = 3;

const step = moveKinds.indexOf('step');

/** Look for the best swap with another capital. Gives the best score so far; a better one found is written into the draft. */
export function seekSwap(
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
  const { moveOf, lineOf, leaves } = reckoning;
  const ways = reckoning.matters[capital.index * tables.capitals.length + partner.index] as Int32Array;
  const has = cells[partner.influence] ?? 0;
  const last = lastScore(desk, partner.index);
  wishes.count = 0;
  for (let at = 0; at < ways.length; at++) {
    const way = ways[at] ?? 0;
    // Most are not open from where the line stands, which is asked before anything else.
    if (cells[lineOf[way] ?? 0] !== leaves[way]) continue;
    const move = moveOf[way] ?? 0;
    const worth = moveWorth(desk, cells, capital.index, move, way, true);
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
  const { moveOf, lineOf, leaves } = reckoning;
  const { capital, temperament, kept } = sitter;
  const ways = reckoning.matters[partner.index * tables.capitals.length + capital.index] as Int32Array;
  const has = cells[capital.influence] ?? 0;
  const last = lastScore(desk, capital.index);
  gifts.count = 0;
  for (let at = 0; at < ways.length; at++) {
    const way = ways[at] ?? 0;
    if (cells[lineOf[way] ?? 0] !== leaves[way]) continue;
    const move = moveOf[way] ?? 0;
    if (kept !== null && (kept[(tables.moves[move] as MoveTable).line.index] ?? -1) >= 0) continue;
    const worth = moveWorth(desk, cells, partner.index, move, way, false);
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
