/** What the terms of a deal are worth to a quick capital, and how far another's word counts. What is offered and answered is `quickTalks.ts`. */
import { stateNumber } from '../engine/deals/deal.machine.ts';
import { kindNumber, verdictNumber } from '../engine/deals/terms.ts';
import { wayOf } from '../engine/orders.ts';
import type { CapitalTable, DealTable, MoveTable, TermTable } from '../engine/tables.ts';
import { trustOf } from './desk.ts';
import type { Desk, Sitter } from './desk.ts';
import { guessScore, lastScore, likelyTo, moveWorth, ownScore } from './quickWorth.ts';

/** What a step of trust won by a pact kept at a cost is worth, the share of a stake that is reckoned as lost. */
export const trustWon = 60;
const stakeRisk = 0.3;
export const jointCounts = 0.8;
/** Influence passed on is worth more to who gets it than to who gives it; what a point of it is worth to an even mind. */
export const passCounts = 2;
export const passCosts = 1.2;
export const evenInfluence = 35;
/** Worth of what cannot be kept. */
const never = -1000;
/** What is left of a word's weight once its giver has just broken another, and what having kept one at a cost adds. */
const justBroken = 0.3;
const justKept = 0.1;

const inForce = stateNumber('inForce');

/** What an offer is worth to the sitter, from what it would get, what it would give, and the trust that is won. */
export function dealWorth(desk: Desk, cells: Int32Array, sitter: Sitter, deal: DealTable): number {
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
  const worth = moveWorth(desk, cells, capital.index, what, way, true);
  if (parts) {
    // A joint move is counted once, with the first partner.
    for (let at = 0; at < parts.length; at++) {
      const part = tables.moves[parts[at] ?? 0] as MoveTable;
      if (part.capital !== capital.index) return part.index === what ? jointCounts * worth : 0;
    }
  }
  const would = likelyTo(desk, giver, guessScore(desk, cells, giver, what, way)) / 100;
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
    const worth = moveWorth(desk, cells, index, move, way, true);
    const would = likelyTo(desk, giver, guessScore(desk, cells, giver, move, way)) / 100;
    if (!stands) return worth * (1 - would);
    sum -= worth * would;
  }
  return sum;
}

/** Tell whether a pact that the sitter is in already speaks of the giver's line: one line makes one move a round. */
export function isBound(
  { tables, mine, mineCount }: Desk,
  cells: Int32Array,
  giver: number,
  move: number,
): boolean {
  const { line } = tables.moves[move] as MoveTable;
  for (let at = 0; at < mineCount; at++) {
    const deal = tables.deals[mine[at] ?? 0] as DealTable;
    if (cells[deal.state] !== inForce) continue;
    const terms = deal.terms[giver] as readonly TermTable[];
    for (let own = 0; own < terms.length; own++) {
      const term = terms[own] as TermTable;
      const kind = cells[term.kind] ?? 0;
      if (kind === 0 || kind === kindNumber.pass) continue;
      const what = cells[term.what] ?? 0;
      const about = kind === kindNumber.stance ? what : tables.moves[what]?.line.index;
      if (kind === kindNumber.forgo ? what === move : about === line.index) return true;
    }
  }
  return false;
}

/**
 * How far the word of one counts for another: a third at no trust, nearly whole at full trust, a little more from who has just kept
 * its word at a cost, and next to nothing from who has just broken it, so that the same bait does not serve twice.
 */
export function believes(desk: Desk, cells: Int32Array, one: number, giver: number): number {
  const { tables, mine, mineCount } = desk;
  const trusted = 0.35 + (0.6 * trustOf(desk, cells, one, giver)) / 10000;
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

/** Tell whether a capital gives just this term in a deal. */
export function holdsTerm(
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
