/**
 * Talks: making, countering, accepting, declining and withdrawing offers, showing a cable, giving a warning.
 * Each function checks first and then writes; what is refused is returned with its reason and writes nothing.
 */
import { isOn } from '../layers.ts';
import type { Layer } from '../layers.ts';
import type { Refusal } from '../orders.ts';
import { add, lastChange, value, write } from '../run.ts';
import type { Run } from '../run.ts';
import { stepSize } from '../statecharts/holds.ts';
import type { CapitalTable, DealTable, Tables } from '../tables.ts';
import { dealStates, nextState, stateNumber } from './deal.machine.ts';
import { checkTerms, verdicts, writeTerm } from './terms.ts';
import type { Offer, Term } from './terms.ts';

/** Offers a capital can have out at once, offers it can make in one round, and pacts in force it can be in. */
export const mostOffersOut = 2;
export const mostOffersMade = 4;
export const mostPacts = 3;
/** Influence for showing a partner the cable that proves a try. */
export const cableCosts = 1;

/** Put an offer on the table. */
export function propose(run: Run, by: CapitalTable, offer: Offer): Refusal | null {
  const { tables, cells } = run;
  const members = tables.capitals.filter(({ id }) => id === by.id || offer.to.includes(id));
  const refusal = checkOffer(tables, cells, by, members, offer);
  if (refusal) return refusal;
  if (value(run, by.proposed) >= mostOffersMade)
    return { reason: 'offersMade', args: { most: mostOffersMade } };
  const out = tables.deals.filter((deal) => isOpen(cells, deal) && value(run, deal.by) === by.index).length;
  if (out >= mostOffersOut) return { reason: 'offersOut', args: { most: mostOffersOut } };
  const slot =
    tables.deals.find((deal) => value(run, deal.state) === 0) ??
    tables.deals.find((deal) => isSpent(cells, deal));
  if (!slot) return { reason: 'tableFull' };
  const round = value(run, tables.at.round);
  const bits = members.reduce((sum, { index }) => sum | (1 << index), 0);
  const serial = nextSerial(run, by, offer.secret ? bits : 0);
  run.seen = 1 << by.index;
  write(run, by.proposed, value(run, by.proposed) + 1, 'offer', serial, -1);
  run.seen = seenBits(cells, slot);
  for (const cell of slot.cells) write(run, cell, 0, 'clear', -1, -1);
  run.seen = offer.secret ? bits : 15;
  const because = write(run, slot.serial, serial, 'offer', serial, -1);
  const put = (cell: number, to: number): void => {
    write(run, cell, to, 'offer', serial, because);
  };
  put(slot.state, stateNumber('proposed'));
  put(slot.by, by.index);
  put(slot.members, bits);
  put(slot.accepted, 1 << by.index);
  put(slot.secret, offer.secret ? 1 : 0);
  put(slot.stake, offer.stake);
  put(slot.from, offer.from);
  put(slot.until, offer.until);
  put(slot.made, round);
  writeTerms(run, slot, offer.terms, serial, because);
  return null;
}

/**
 * Number a new offer: by round, capital, audience, and how many this audience has seen from it this round. The number that one
 * audience sees therefore tells nothing about offers made to another.
 * @param audience the members of a secret offer as bits, 0 for a public one
 */
function nextSerial(run: Run, by: CapitalTable, audience: number): number {
  const base = ((value(run, run.tables.at.round) * 4 + by.index) * 16 + audience) * 16;
  let serial = base + 1;
  for (const deal of run.tables.deals) {
    const other = value(run, deal.serial);
    if (other >= serial && other < base + 16) serial = other + 1;
  }
  return serial;
}

/** Answer an offer: accept it, decline it, or counter it once with other terms. */
export function answerOffer(
  run: Run,
  by: CapitalTable,
  serial: number,
  answer: 'accept' | 'decline' | 'counter',
  terms: readonly Term[] = [],
): Refusal | null {
  const { tables, cells } = run;
  const deal = findDeal(tables, cells, serial, by);
  if (!deal || !isOpen(cells, deal)) return { reason: 'noSuchOffer' };
  const mine = 1 << by.index;
  if ((value(run, deal.accepted) & mine) !== 0) return { reason: 'alreadyAccepted' };
  run.seen = seenBits(cells, deal);
  const because = lastChange(run, deal.state);
  if (answer === 'decline') {
    write(run, deal.state, nextState(value(run, deal.state), 'decline'), 'decline', serial, because);
    write(run, deal.ended, value(run, tables.at.round), 'decline', serial, because);
    return null;
  }
  if (answer === 'counter') {
    if (value(run, deal.countered) === 1) return { reason: 'counteredOnce' };
    const members = tables.capitals
      .filter(({ index }) => (value(run, deal.members) & (1 << index)) !== 0)
      .map(({ id }) => id);
    const wrong = checkTerms(tables, members, terms, 2);
    if (wrong) return wrong;
    for (const own of deal.terms)
      for (const term of own)
        for (const cell of Object.values(term)) write(run, cell, 0, 'counter', serial, because);
    const countered = write(
      run,
      deal.state,
      nextState(value(run, deal.state), 'counter'),
      'counter',
      serial,
      because,
    );
    write(run, deal.countered, 1, 'counter', serial, countered);
    write(run, deal.accepted, mine, 'counter', serial, countered);
    writeTerms(run, deal, terms, serial, countered);
    return null;
  }
  const full = tables.capitals.find(
    ({ index }) =>
      (value(run, deal.members) & (1 << index)) !== 0 && pactsOf(tables, cells, index) >= mostPacts,
  );
  if (full) return { reason: 'pactsFull', args: { capital: full.id, most: mostPacts } };
  const accepted = write(run, deal.accepted, value(run, deal.accepted) | mine, 'accept', serial, because);
  if (value(run, deal.accepted) === value(run, deal.members)) {
    write(run, deal.state, nextState(value(run, deal.state), 'accept'), 'accept', serial, accepted);
    countPacts(run, value(run, tables.at.round));
  }
  return null;
}

/** Take one's own offer back. */
export function withdraw(run: Run, by: CapitalTable, serial: number): Refusal | null {
  const deal = findDeal(run.tables, run.cells, serial, by);
  if (!deal || !isOpen(run.cells, deal) || value(run, deal.by) !== by.index) return { reason: 'noSuchOffer' };
  run.seen = seenBits(run.cells, deal);
  const because = lastChange(run, deal.state);
  write(run, deal.state, nextState(value(run, deal.state), 'withdraw'), 'withdraw', serial, because);
  write(run, deal.ended, value(run, run.tables.at.round), 'withdraw', serial, because);
  return null;
}

/** Show the partners the cable that proves that one tried: the trust lost for it comes back. */
export function showCable(run: Run, by: CapitalTable, serial: number): Refusal | null {
  const { tables, cells } = run;
  const deal = findDeal(tables, cells, serial, by);
  const verdict = deal?.verdicts[by.index] ?? -1;
  if (
    !deal ||
    value(run, verdict) !== verdicts.indexOf('triedUnseen') ||
    value(run, deal.ended) + 1 !== value(run, tables.at.round)
  ) {
    return { reason: 'noCable' };
  }
  if (value(run, by.influence) < cableCosts)
    return { reason: 'influence', args: { cost: cableCosts, influence: value(run, by.influence) } };
  const paid = write(
    run,
    by.influence,
    value(run, by.influence) - cableCosts,
    'cable',
    serial,
    lastChange(run, verdict),
  );
  run.seen = seenBits(cells, deal);
  write(run, verdict, verdicts.indexOf('triedSeen'), 'cable', serial, paid);
  for (const other of tables.capitals) {
    const at = tables.pairOf(by.index, other.index);
    const pair = tables.pairs[at];
    const lost = deal.lost[at];
    if (!pair || lost === undefined) continue;
    // Only what was lost for it comes back: who had seen the try took nothing away.
    const back = Math.min(stepSize, value(run, lost));
    run.seen = seenBits(cells, deal);
    write(run, lost, value(run, lost) - back, 'clear', -1, paid);
    add(run, pair.trust, back, 'cable', serial, paid);
    write(run, pair.mended, value(run, pair.mended) + back, 'clear', -1, paid);
  }
  return null;
}

/** What a warning speaks of: another capital's move, or a stance it takes. */
export type Condition =
  | { readonly capital: string; readonly move: string }
  | { readonly capital: string; readonly line: string; readonly stance: string };

/** Numbers from here on in a warning's `if` cell mean a line and not a move. */
export const conditionLines = 100_000;

/** Give a public warning: "if X happens, I will do Y". */
export function warn(run: Run, by: CapitalTable, condition: Condition, will: string): Refusal | null {
  const { tables } = run;
  const round = value(run, tables.at.round);
  if (!isOn(value(run, tables.at.layers), 'warnings')) return layerOff('warnings');
  if (value(run, by.calmUntil) >= round)
    return { reason: 'calm', args: { round: value(run, by.calmUntil) + 1 } };
  if (value(run, by.warning.state) !== 0) return { reason: 'oneWarning' };
  const other = tables.capitals.find(({ id }) => id === condition.capital);
  const move = by.moves.find(({ id }) => id === will);
  if (!other || other === by) return { reason: 'noSuchCapital', args: { capital: condition.capital } };
  if (!move || move.kind === 'joint') return { reason: 'noSuchMove', args: { move: will } };
  let about: number;
  let stance = 0;
  if ('move' in condition) {
    const found = other.moves.find(({ id }) => id === condition.move);
    if (!found) return { reason: 'noSuchMove', args: { move: condition.move } };
    about = found.index + 1;
  } else {
    const line = other.lines.find(({ id }) => id === condition.line);
    stance = line?.stances.indexOf(condition.stance) ?? -1;
    if (!line || stance < 0) return { reason: 'noSuchStance', args: { stance: condition.stance } };
    if (value(run, line.cell) === stance) return { reason: 'alreadySo' };
    about = conditionLines + line.index;
  }
  const because = write(run, by.warning.state, 1, 'warning', by.index, -1);
  write(run, by.warning.if, about, 'warning', by.index, because);
  write(run, by.warning.stance, stance, 'warning', by.index, because);
  write(run, by.warning.will, move.index + 1, 'warning', by.index, because);
  write(run, by.warning.round, round, 'warning', by.index, because);
  return null;
}

/** Count the public pacts of every pair that bind in a round, which guards may read. */
export function countPacts(run: Run, round: number): void {
  const { tables, cells } = run;
  for (const pair of tables.pairs) {
    const both = (1 << pair.one) | (1 << pair.other);
    let count = 0;
    for (const deal of tables.deals) {
      if (inForce(cells, deal) && isPublic(cells, deal) && value(run, deal.from) <= round)
        if ((value(run, deal.members) & both) === both) count++;
    }
    write(run, pair.pacts, count, 'verdict', -1, -1);
  }
}

/**
 * List the deals on the table by serial number. Slots say nothing: which one is free depends on offers that few may see, and
 * what becomes of one deal must not depend on that.
 */
export function dealsInOrder(tables: Tables, cells: Int32Array): readonly DealTable[] {
  let list: DealTable[] | undefined;
  for (const deal of tables.deals) if (cells[deal.state] !== 0) (list ??= []).push(deal);
  return list?.sort((one, other) => (cells[one.serial] ?? 0) - (cells[other.serial] ?? 0)) ?? none;
}
const none: readonly DealTable[] = [];

export function isOpen(cells: Int32Array, deal: DealTable): boolean {
  const state = dealStates[cells[deal.state] ?? 0];
  return state === 'proposed' || state === 'countered';
}

export function inForce(cells: Int32Array, deal: DealTable): boolean {
  return cells[deal.state] === binding;
}
const binding = stateNumber('inForce');

export function isPublic(cells: Int32Array, deal: DealTable): boolean {
  return cells[deal.secret] === 0 || cells[deal.leaked] === 1;
}

/** Who may see a deal: everybody, or its members when it is secret. */
export function seenBits(cells: Int32Array, deal: DealTable): number {
  return isPublic(cells, deal) ? 15 : (cells[deal.members] ?? 0);
}

function checkOffer(
  tables: Tables,
  cells: Int32Array,
  by: CapitalTable,
  members: readonly CapitalTable[],
  offer: Offer,
): Refusal | null {
  const on = cells[tables.at.layers] ?? 0;
  const round = cells[tables.at.round] ?? 0;
  const rounds = cells[tables.at.rounds] ?? 0;
  if (members.length < 2 || members.length !== new Set([by.id, ...offer.to]).size)
    return { reason: 'offerMembers' };
  if (offer.secret && !isOn(on, 'secrecy')) return layerOff('secrecy');
  if (offer.stake !== 0 && !isOn(on, 'stakes')) return layerOff('stakes');
  if (!Number.isInteger(offer.stake) || offer.stake < 0 || offer.stake > 2) return { reason: 'stakeAmount' };
  if (
    !Number.isInteger(offer.from) ||
    !Number.isInteger(offer.until) ||
    offer.from < round ||
    offer.until < offer.from
  )
    return { reason: 'offerRounds' };
  if (offer.until > rounds)
    return { reason: 'offerTooLong', args: { longest: rounds - round + 1, last: rounds } };
  const wrong = checkTerms(
    tables,
    members.map(({ id }) => id),
    offer.terms,
    2,
  );
  if (wrong) return wrong;
  if (
    isOn(on, 'stakes') &&
    offer.stake === 0 &&
    members.some((one) => members.some((other) => distrust(tables, cells, one, other)))
  ) {
    return { reason: 'needsStake' };
  }
  return null;
}

function distrust(tables: Tables, cells: Int32Array, one: CapitalTable, other: CapitalTable): boolean {
  const pair = tables.pairs[tables.pairOf(one.index, other.index)];
  return pair !== undefined && (cells[pair.trust] ?? 0) < 2 * stepSize;
}

function layerOff(layer: Layer): Refusal {
  return { reason: 'layerOff', args: { layer } };
}

function findDeal(
  tables: Tables,
  cells: Int32Array,
  serial: number,
  by: CapitalTable,
): DealTable | undefined {
  return tables.deals.find(
    (deal) => cells[deal.serial] === serial && ((cells[deal.members] ?? 0) & (1 << by.index)) !== 0,
  );
}

/** Tell whether a slot holds an offer that came to nothing and may be used again. */
function isSpent(cells: Int32Array, deal: DealTable): boolean {
  const state = dealStates[cells[deal.state] ?? 0];
  return state === 'declined' || state === 'withdrawn' || state === 'expired';
}

function pactsOf(tables: Tables, cells: Int32Array, capital: number): number {
  return tables.deals.filter(
    (deal) => inForce(cells, deal) && ((cells[deal.members] ?? 0) & (1 << capital)) !== 0,
  ).length;
}

function writeTerms(
  run: Run,
  slot: DealTable,
  terms: readonly Term[],
  serial: number,
  because: number,
): void {
  const { tables } = run;
  for (const capital of tables.capitals) {
    terms
      .filter((term) => term.capital === capital.id)
      .forEach((term, at) => {
        const cells = slot.terms[capital.index]?.[at];
        if (cells) writeTerm(run, cells, capital, term, serial, because);
      });
  }
}
