/**
 * Talks: making, countering, accepting, declining and withdrawing offers, and showing a cable. Warnings are `warnings.ts`.
 * Each function checks first and then writes; what is refused is returned with its reason and writes nothing.
 */
import { everybody } from '../changes.ts';
import { isOn } from '../layers.ts';
import type { Layer } from '../layers.ts';
import { termsEach } from '../layout.ts';
import type { Refusal } from '../orders.ts';
import { add, lastChange, value, write } from '../run.ts';
import type { Run } from '../run.ts';
import { stepSize } from '../statecharts/holds.ts';
import type { CapitalTable, DealTable, PairTable, Tables, TermTable } from '../tables.ts';
import { nextState, stateNumber } from './deal.machine.ts';
import { countPacts, isOpen, isSpent, pactsOf, seenBits } from './dealSlots.ts';
import { checkTerms, kindNumber, verdicts } from './terms.ts';
import type { Offer, Term } from './terms.ts';

/** Offers a capital can have out at once, offers it can make in one round, and pacts in force it can be in. */
export const mostOffersOut = 2;
export const mostOffersMade = 4;
export const mostPacts = 3;
/** Influence for showing a partner the cable that proves a try. */
export const cableCosts = 1;

/** An offer in numbers, as it is laid on the table: capitals by index, members as bits. */
export interface Draft {
  members: number;
  secret: boolean;
  stake: number;
  from: number;
  until: number;
  /** By capital × `termsEach`: kind (0 none), what it is about, and a second number, as they stand in a term's cells. */
  readonly kind: Int32Array;
  readonly what: Int32Array;
  readonly much: Int32Array;
}

/** Make an empty draft. */
export function emptyDraft(tables: Tables): Draft {
  const numbers = (): Int32Array => new Int32Array(tables.capitals.length * termsEach);
  return {
    members: 0,
    secret: false,
    stake: 0,
    from: 0,
    until: 0,
    kind: numbers(),
    what: numbers(),
    much: numbers(),
  };
}

/** Put an offer on the table. */
export function propose(run: Run, by: CapitalTable, offer: Offer): Refusal | null {
  const { tables } = run;
  let members = 0;
  for (const { id, index } of tables.capitals)
    if (id === by.id || offer.to.includes(id)) members |= 1 << index;
  if (countBits(members) < 2 || countBits(members) !== new Set([by.id, ...offer.to]).size)
    return { reason: 'offerMembers' };
  const draft = readTerms(run, offer.terms);
  draft.members = members;
  draft.secret = offer.secret;
  draft.stake = offer.stake;
  draft.from = offer.from;
  draft.until = offer.until;
  return (
    checkFrame(run, draft) ??
    checkTerms(tables, namesOf(tables, members), offer.terms, termsEach) ??
    layOut(run, by, draft)
  );
}

/**
 * Lay a draft on the table.
 * @param draft terms of its members that exist; its frame has been checked (`checkFrame`)
 */
export function layOut(run: Run, by: CapitalTable, draft: Draft): Refusal | null {
  const { tables, cells } = run;
  const { members } = draft;
  if (draft.stake === 0 && isOn(value(run, tables.at.layers), 'stakes') && isDistrusted(run, members))
    return { reason: 'needsStake' };
  if (value(run, by.proposed) >= mostOffersMade)
    return { reason: 'offersMade', args: { most: mostOffersMade } };
  let out = 0;
  let free: DealTable | null = null;
  let spent: DealTable | null = null;
  for (let at = 0; at < tables.deals.length; at++) {
    const deal = tables.deals[at] as DealTable;
    if (value(run, deal.state) === 0) free ??= deal;
    else if (isSpent(cells, deal)) spent ??= deal;
    else if (isOpen(cells, deal) && value(run, deal.by) === by.index) out++;
  }
  if (out >= mostOffersOut) return { reason: 'offersOut', args: { most: mostOffersOut } };
  const slot = free ?? spent;
  if (!slot) return { reason: 'tableFull' };
  const serial = nextSerial(run, by, draft.secret ? members : 0);
  run.seen = 1 << by.index;
  write(run, by.proposed, value(run, by.proposed) + 1, 'offer', serial, -1);
  run.seen = seenBits(cells, slot);
  if (slot !== free) emptySlot(run, slot);
  run.seen = draft.secret ? members : everybody;
  const because = write(run, slot.serial, serial, 'offer', serial, -1);
  write(run, slot.state, proposed, 'offer', serial, because);
  write(run, slot.by, by.index, 'offer', serial, because);
  write(run, slot.members, members, 'offer', serial, because);
  write(run, slot.accepted, 1 << by.index, 'offer', serial, because);
  write(run, slot.secret, draft.secret ? 1 : 0, 'offer', serial, because);
  write(run, slot.stake, draft.stake, 'offer', serial, because);
  write(run, slot.from, draft.from, 'offer', serial, because);
  write(run, slot.until, draft.until, 'offer', serial, because);
  write(run, slot.made, run.round, 'offer', serial, because);
  writeTerms(run, slot, draft, serial, because);
  return null;
}
const proposed = stateNumber('proposed');

/** Empty a slot. */
export function emptySlot(run: Run, slot: DealTable): void {
  const { cells } = slot;
  if (run.trace === null) {
    // They lie behind one another.
    const first = run.flat.deals.cell[slot.slot] ?? 0;
    run.cells.fill(0, first, first + cells.length);
    return;
  }
  for (let at = 0; at < cells.length; at++) write(run, cells[at] ?? 0, 0, 'clear', -1, -1);
}

/**
 * Number a new offer: by round, capital, audience, and how many this audience has seen from it this round. The number that one
 * audience sees therefore tells nothing about offers made to another.
 * @param audience the members of a secret offer as bits, 0 for a public one
 */
function nextSerial(run: Run, by: CapitalTable, audience: number): number {
  const { deals } = run.tables;
  const base = ((run.round * 4 + by.index) * 16 + audience) * 16;
  let serial = base + 1;
  for (let at = 0; at < deals.length; at++) {
    const other = value(run, (deals[at] as DealTable).serial);
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
  if ((value(run, deal.accepted) & (1 << by.index)) !== 0) return { reason: 'alreadyAccepted' };
  if (answer === 'accept') return accept(run, by, deal);
  if (answer === 'decline') {
    decline(run, deal);
    return null;
  }
  if (value(run, deal.countered) === 1) return { reason: 'counteredOnce' };
  const wrong = checkTerms(tables, namesOf(tables, value(run, deal.members)), terms, termsEach);
  if (wrong) return wrong;
  counter(run, by, deal, readTerms(run, terms));
  return null;
}

/** Decline an open offer. */
export function decline(run: Run, deal: DealTable): void {
  const serial = value(run, deal.serial);
  run.seen = seenBits(run.cells, deal);
  const because = lastChange(run, deal.state);
  write(run, deal.state, nextState(value(run, deal.state), 'decline'), 'decline', serial, because);
  write(run, deal.ended, run.round, 'decline', serial, because);
}

/** Put other terms in the place of an open offer's, which has not been countered yet. */
export function counter(run: Run, by: CapitalTable, deal: DealTable, draft: Draft): void {
  const serial = value(run, deal.serial);
  run.seen = seenBits(run.cells, deal);
  const because = lastChange(run, deal.state);
  for (const own of deal.terms)
    for (const { kind, what, much, whom, was, state } of own) {
      write(run, kind, 0, 'counter', serial, because);
      write(run, what, 0, 'counter', serial, because);
      write(run, much, 0, 'counter', serial, because);
      write(run, whom, 0, 'counter', serial, because);
      write(run, was, 0, 'counter', serial, because);
      write(run, state, 0, 'counter', serial, because);
    }
  const next = nextState(value(run, deal.state), 'counter');
  const changed = write(run, deal.state, next, 'counter', serial, because);
  write(run, deal.countered, 1, 'counter', serial, changed);
  write(run, deal.accepted, 1 << by.index, 'counter', serial, changed);
  writeTerms(run, deal, draft, serial, changed);
}

/** Accept an open offer that one is a member of and has not accepted yet; with the last acceptance it is in force. */
export function accept(run: Run, by: CapitalTable, deal: DealTable): Refusal | null {
  const { tables, cells } = run;
  const members = value(run, deal.members);
  for (let one = 0; one < tables.capitals.length; one++) {
    if ((members & (1 << one)) !== 0 && pactsOf(tables, cells, one) >= mostPacts)
      return { reason: 'pactsFull', args: { capital: tables.capitals[one]?.id ?? '', most: mostPacts } };
  }
  const serial = value(run, deal.serial);
  run.seen = seenBits(cells, deal);
  const because = lastChange(run, deal.state);
  const all = value(run, deal.accepted) | (1 << by.index);
  const accepted = write(run, deal.accepted, all, 'accept', serial, because);
  if (all === members) {
    write(run, deal.state, nextState(value(run, deal.state), 'accept'), 'accept', serial, accepted);
    countPacts(run, run.round);
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

/** Check what a draft says beside its terms: layers, stake, and the rounds in which it binds. */
export function checkFrame({ tables, cells, round }: Run, draft: Draft): Refusal | null {
  const on = cells[tables.at.layers] ?? 0;
  const rounds = cells[tables.at.rounds] ?? 0;
  const { stake, from, until } = draft;
  if (draft.secret && !isOn(on, 'secrecy')) return layerOff('secrecy');
  if (stake !== 0 && !isOn(on, 'stakes')) return layerOff('stakes');
  if (!Number.isInteger(stake) || stake < 0 || stake > 2) return { reason: 'stakeAmount' };
  if (!Number.isInteger(from) || !Number.isInteger(until) || from < round || until < from)
    return { reason: 'offerRounds' };
  if (until > rounds) return { reason: 'offerTooLong', args: { longest: rounds - round + 1, last: rounds } };
  return null;
}

/** Tell whether two of the members trust each other so little that no pact goes without a stake. */
export function isDistrusted({ tables, cells }: Run, members: number): boolean {
  const { pairs } = tables;
  for (let at = 0; at < pairs.length; at++) {
    const { one, other, trust } = pairs[at] as PairTable;
    const both = (1 << one) | (1 << other);
    if ((members & both) === both && (cells[trust] ?? 0) < 2 * stepSize) return true;
  }
  return false;
}

/** Refuse what belongs to a layer that is off. */
export function layerOff(layer: Layer): Refusal {
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

function namesOf({ capitals }: Tables, members: number): string[] {
  return capitals.flatMap(({ id, index }) => ((members & (1 << index)) !== 0 ? id : []));
}

function countBits(bits: number): number {
  let count = 0;
  for (let left = bits; left !== 0; left &= left - 1) count++;
  return count;
}

/** Write down terms in numbers; what does not exist is left as 0 and found by `checkTerms`. */
function readTerms({ tables }: Run, terms: readonly Term[]): Draft {
  const draft = emptyDraft(tables);
  for (const term of terms) {
    const capital = tables.capitals.find(({ id }) => id === term.capital);
    if (!capital) continue;
    const first = capital.index * termsEach;
    const at = draft.kind[first] === 0 ? first : first + 1;
    draft.kind[at] = kindNumber[term.kind];
    if (term.kind === 'stance') {
      const line = capital.lines.find(({ id }) => id === term.line);
      draft.what[at] = line?.index ?? 0;
      draft.much[at] = line?.stances.indexOf(term.stance) ?? 0;
    } else if (term.kind === 'pass') {
      draft.what[at] = tables.scenario.channels.findIndex(({ id }) => id === term.channel);
      draft.much[at] = term.amount;
    } else draft.what[at] = capital.moves.find(({ id }) => id === term.move)?.index ?? 0;
  }
  return draft;
}

function writeTerms(run: Run, slot: DealTable, draft: Draft, serial: number, because: number): void {
  const { terms } = slot;
  for (let capital = 0; capital < terms.length; capital++) {
    const own = terms[capital] as DealTable['terms'][number];
    for (let at = 0; at < own.length; at++) {
      const from = capital * termsEach + at;
      if (draft.kind[from] !== 0) writeTerm(run, own[at] as TermTable, draft, from, serial, because);
    }
  }
}

/** Write one term into its cells. */
function writeTerm(
  run: Run,
  cells: TermTable,
  draft: Draft,
  from: number,
  serial: number,
  because: number,
): void {
  const kind = draft.kind[from] ?? 0;
  const what = draft.what[from] ?? 0;
  write(run, cells.kind, kind, 'offer', serial, because);
  write(run, cells.what, what, 'offer', serial, because);
  if (kind === kindNumber.stance) {
    write(run, cells.much, draft.much[from] ?? 0, 'offer', serial, because);
    write(run, cells.was, value(run, run.tables.lines[what]?.cell ?? 0), 'offer', serial, because);
  } else if (kind === kindNumber.pass) {
    write(run, cells.much, draft.much[from] ?? 0, 'offer', serial, because);
    write(run, cells.whom, run.tables.channels[what]?.to ?? 0, 'offer', serial, because);
  }
}
