/**
 * Judging pacts from what was done: kept, breached, tried and not delivered, lapsed. Nobody judges; it is computed.
 */
import { die, ruleHash } from '../dice.ts';
import { replyIn } from '../clients/answer.ts';
import { isOn } from '../layers.ts';
import { everybody } from '../changes.ts';
import { priceOf, wayOf } from '../orders.ts';
import { add, lastChange, value, write } from '../run.ts';
import type { Run } from '../run.ts';
import { stepSize } from '../statecharts/holds.ts';
import type { CapitalTable, DealTable, MoveTable, PairTable, TermTable } from '../tables.ts';
import { nextState, stateNumber } from './deal.machine.ts';
import { countPacts, inForce, isOpen, isPublic, listDeals, seenBits } from './dealSlots.ts';
import { emptySlot } from './talks.ts';
import { kindNumber as kinds, termBits, verdictNumber } from './terms.ts';
import type { Verdict } from './terms.ts';

const { done, tried, broken, costly } = termBits;
const breachedState = stateNumber('breached');
const breachedVerdict = verdictNumber.breached;
/** One secret in so many leaks each round; twice as easily when a joint statement tempts history. */
const leakBelow = 6;
const leakRule = ruleHash('leak');
const handoverRule = ruleHash('handover');

/** Judge all pacts in force, let unanswered offers expire, let secrets leak. */
export function judgePacts(run: Run): void {
  run.step = 'pacts';
  const { tables, cells, round, deals } = run;
  for (let at = 0; at < tables.pairs.length; at++) {
    const pair = tables.pairs[at] as PairTable;
    // The rest of what breaches cost, at most one step a round.
    const owed = Math.max(-stepSize, value(run, pair.owed));
    if (owed === 0) continue;
    const because = lastChange(run, pair.owed);
    add(run, pair.trust, owed, 'owed', -1, because);
    write(run, pair.owed, value(run, pair.owed) - owed, 'owed', -1, because);
  }
  const runsOn = value(run, tables.at.phase) === 2;
  run.dealCount = listDeals(run.tables, run.cells, run.deals);
  if (run.dealCount === 0) return;
  run.raised = 0;
  for (let at = 0; at < run.dealCount; at++) {
    const deal = tables.deals[deals[at] ?? 0] as DealTable;
    run.seen = seenBits(cells, deal);
    if (isOpen(cells, deal)) {
      const serial = value(run, deal.serial);
      const expired = nextState(value(run, deal.state), 'expire');
      write(run, deal.state, expired, 'expire', serial, lastChange(run, deal.state));
      write(run, deal.ended, round, 'expire', serial, lastChange(run, deal.state));
    } else if (runsOn) runOut(run, deal);
    else if (inForce(cells, deal) && round >= value(run, deal.from)) judge(run, deal);
    if (inForce(cells, deal) && !isPublic(cells, deal)) leak(run, deal);
  }
  run.seen = everybody;
  countPacts(run, round);
}

/**
 * What becomes of a pact in the quarters that run on without orders: nobody could keep or break it, so that it lapses; and where
 * it was breached in the last round, what the injured had given falls back, since no round is left to answer in.
 */
function runOut(run: Run, deal: DealTable): void {
  const { tables, cells } = run;
  const because = lastChange(run, deal.state);
  if (inForce(cells, deal)) {
    lapse(run, deal, because);
    return;
  }
  const wasBreached = value(run, deal.state) === breachedState;
  if (!wasBreached || value(run, deal.ended) !== value(run, tables.at.endedAfter)) return;
  for (let one = 0; one < tables.capitals.length; one++) {
    if (!isMember(run, deal, one) || value(run, deal.verdicts[one] ?? -1) === breachedVerdict) continue;
    const terms = deal.terms[one] as DealTable['terms'][number];
    for (let at = 0; at < terms.length; at++) {
      const term = terms[at] as TermTable;
      const line = tables.lines[value(run, term.what)];
      if (value(run, term.kind) !== kinds.stance || !line) continue;
      if (value(run, line.cell) === value(run, term.much))
        write(run, line.cell, value(run, term.was), 'fallBack', value(run, deal.serial), because);
    }
  }
}

/** Let a pact end without anybody's breach. */
function lapse(run: Run, deal: DealTable, because: number, verdictBecause?: number): void {
  const lapsed = close(run, deal, 'lapse', because);
  for (let one = 0; one < run.tables.capitals.length; one++)
    if (isMember(run, deal, one)) setVerdict(run, deal, one, 'lapsed', verdictBecause ?? lapsed);
}

/** Let pacts of a capital whose government has changed lapse, one in two, without anybody's breach. */
export function lapseAtHandover(run: Run, capital: CapitalTable, because: number): void {
  const { cells, round, tables } = run;
  run.dealCount = listDeals(run.tables, run.cells, run.deals);
  for (let at = 0; at < run.dealCount; at++) {
    const deal = tables.deals[run.deals[at] ?? 0] as DealTable;
    if (!inForce(cells, deal) || !isMember(run, deal, capital.index) || value(run, deal.until) <= round)
      continue;
    if (die(run.chance.dice, round, handoverRule, value(run, deal.serial), 2) === 1) continue;
    run.seen = seenBits(cells, deal);
    lapse(run, deal, because, because);
    run.seen = everybody;
  }
}

/** Empty the slots of deals that ended before the last round, and count the pacts that bind in the next. */
export function clearDeals(run: Run): void {
  const { cells, round, tables } = run;
  run.dealCount = listDeals(run.tables, run.cells, run.deals);
  for (let at = 0; at < run.dealCount; at++) {
    const deal = tables.deals[run.deals[at] ?? 0] as DealTable;
    if (value(run, deal.ended) === 0 || value(run, deal.ended) >= round) continue;
    run.seen = seenBits(cells, deal);
    emptySlot(run, deal);
  }
  run.seen = everybody;
  countPacts(run, round + 1);
}

function judge(run: Run, deal: DealTable): void {
  const { sides, round } = run;
  const { capitals } = run.tables;
  const serial = value(run, deal.serial);
  const ends = round >= value(run, deal.until);
  let because = lastChange(run, deal.state);
  // Why it was broken is what a breaker did or left undone, not what the others did meanwhile.
  let breach = -1;
  let breakers = 0;
  for (let one = 0; one < capitals.length; one++) {
    if (!isMember(run, deal, one)) continue;
    let bits = 0;
    let all: number = done;
    const terms = deal.terms[one] as DealTable['terms'][number];
    for (let at = 0; at < terms.length; at++) {
      const term = terms[at] as TermTable;
      if (value(run, term.kind) === 0) continue;
      const now = judgeTerm(run, deal, capitals[one] as CapitalTable, term, ends);
      const cause = run.cause;
      write(run, term.state, now, 'verdict', serial, cause);
      if (cause > because) because = cause;
      if ((now & broken) !== 0 && cause > breach) breach = cause;
      bits |= now;
      all &= now;
    }
    sides[one] = (bits & ~done) | all;
    if ((bits & broken) !== 0) breakers |= 1 << one;
  }
  if (breakers !== 0) breakUp(run, deal, breakers, breach);
  else if (ends) conclude(run, deal, because);
}

/** End a pact that somebody broke. */
function breakUp(run: Run, deal: DealTable, breakers: number, breach: number): void {
  const { sides } = run;
  const { capitals } = run.tables;
  const id = close(run, deal, 'breach', breach >= 0 ? breach : lastChange(run, deal.state));
  for (let one = 0; one < capitals.length; one++) {
    if (!isMember(run, deal, one)) continue;
    const bits = sides[one] ?? 0;
    // Whoever had delivered by then kept its side; a try counts as one where all partners saw it.
    const triedIt = (bits & tried) !== 0 && unseenBy(run, deal, one) === 0;
    const side = (bits & done) !== 0 ? 'kept' : triedIt ? 'triedSeen' : 'lapsed';
    setVerdict(run, deal, one, (breakers & (1 << one)) !== 0 ? 'breached' : side, id);
  }
  const injured = value(run, deal.members) & ~breakers;
  for (let one = 0; one < capitals.length; one++)
    if ((breakers & (1 << one)) !== 0) punish(run, deal, one, injured, id);
}

/** End a pact whose time has come and which nobody broke. */
function conclude(run: Run, deal: DealTable, because: number): void {
  const { sides } = run;
  const { capitals } = run.tables;
  let failed = 0;
  for (let one = 0; one < capitals.length; one++)
    if (isMember(run, deal, one) && ((sides[one] ?? 0) & tried) !== 0) failed |= 1 << one;
  const id = close(run, deal, failed !== 0 ? 'fail' : 'keep', because);
  for (let one = 0; one < capitals.length; one++) {
    if (!isMember(run, deal, one)) continue;
    if ((failed & (1 << one)) === 0)
      setVerdict(run, deal, one, ((sides[one] ?? 0) & costly) !== 0 ? 'keptAtCost' : 'kept', id);
    else loseTrust(run, deal, one, id);
  }
  for (let one = 0; one < capitals.length; one++) {
    for (let other = one + 1; other < capitals.length; other++) {
      if (!isMember(run, deal, one) || !isMember(run, deal, other)) continue;
      const pair = run.tables.pairOf(one, other);
      const both = (sides[one] ?? 0) & (sides[other] ?? 0) & costly;
      if (both === 0 || (failed & ((1 << one) | (1 << other))) !== 0 || (run.raised & (1 << pair)) !== 0)
        continue;
      run.raised |= 1 << pair;
      changeTrust(run, one, other, stepSize, value(run, deal.serial), id);
    }
  }
}

/** Lower the trust of the partners who did not see that a capital tried. */
function loseTrust(run: Run, deal: DealTable, one: number, id: number): void {
  const { tables } = run;
  const unseen = unseenBy(run, deal, one);
  setVerdict(run, deal, one, unseen !== 0 ? 'triedUnseen' : 'triedSeen', id);
  for (let other = 0; other < tables.capitals.length; other++) {
    if ((unseen & (1 << other)) === 0) continue;
    const at = tables.pairOf(one, other);
    const trust = tables.pairs[at]?.trust ?? -1;
    const had = value(run, trust);
    changeTrust(run, one, other, -stepSize, value(run, deal.serial), id);
    const lost = deal.lost[at] ?? -1;
    write(run, lost, value(run, lost) + had - value(run, trust), 'clear', -1, id);
  }
}

/** Give the members of a deal, as bits, who do not see what a capital tries. */
function unseenBy(run: Run, deal: DealTable, one: number): number {
  let unseen = 0;
  for (let other = 0; other < run.tables.capitals.length; other++)
    if (other !== one && isMember(run, deal, other) && !sees(run, one, other)) unseen |= 1 << other;
  return unseen;
}

/** Judge a term: its bits; what brought them about is left in `run.cause`. */
function judgeTerm(run: Run, deal: DealTable, capital: CapitalTable, term: TermTable, ends: boolean): number {
  const { tables, cells, round } = run;
  const before = value(run, term.state);
  const what = value(run, term.what);
  const kind = value(run, term.kind);
  run.cause = -1;
  if (kind === kinds.stance) {
    const line = tables.lines[what];
    if (!line) return before;
    run.cause = lastChange(run, line.cell);
    if (value(run, line.cell) !== value(run, term.much))
      return before | (tiedOn(run, capital, line.index) ? tried : broken);
    const dear =
      (line.upkeep[value(run, term.much)] ?? 0) > 0 || value(run, term.was) !== value(run, term.much);
    return before | (dear ? costly : 0) | (ends ? done : 0);
  }
  if (kind === kinds.pass) {
    if ((before & done) !== 0 || round !== value(run, deal.from)) return before;
    return passInfluence(run, deal, capital, term);
  }
  const move = tables.moves[what];
  if (!move) return before;
  const madeNow = cells[move.made] === round;
  const cause = lastChange(run, move.made);
  if (kind === kinds.forgo) {
    if (madeNow) {
      run.cause = cause;
      return before | broken;
    }
    const could =
      wayOf(tables, run.before, what) >= 0 &&
      priceOf(tables, run.before, move, 1) <= (run.before[capital.influence] ?? 0);
    return before | (could ? costly : 0) | (ends ? done : 0);
  }
  run.cause = cause;
  let bits = before;
  if (madeNow) {
    const reply = move.kind === 'press' ? replyIn(cells, move, round) : 'complies';
    bits |= reply === 'complies' ? done : tried;
    if (pricePaid(run, what) > 0) bits |= costly;
  } else if (move.tried >= 0 && cells[move.tried] === round) bits |= tried;
  if ((bits & done) !== 0) bits &= ~tried;
  else if (ends && (bits & tried) === 0) bits |= tiedOn(run, capital, move.line.index) ? tried : broken;
  return bits;
}

/** What a move made this round cost: the free joint move of the round costs nothing. */
function pricePaid({ ordered }: Run, move: number): number {
  for (let at = 0; at < ordered.count; at++) if (ordered.move[at] === move) return ordered.price[at] ?? 0;
  return 0;
}

/** Pass promised influence on, unless it is held back or not there. */
function passInfluence(run: Run, deal: DealTable, capital: CapitalTable, term: TermTable): number {
  const amount = value(run, term.much);
  const held = (value(run, capital.order.withhold) & (1 << deal.slot)) !== 0;
  const has = value(run, capital.influence);
  if (held || has < amount) {
    run.cause = lastChange(run, capital.influence);
    return value(run, term.state) | broken;
  }
  const because = lastChange(run, deal.state);
  run.cause = write(run, capital.influence, has - amount, 'pass', value(run, deal.serial), because);
  give(run, value(run, term.whom), amount);
  return value(run, term.state) | done | costly;
}

/** Take the stake for the injured and lower trust, with witnesses too where the pact was public. */
function punish(run: Run, deal: DealTable, breaker: number, injured: number, because: number): void {
  const { tables, cells } = run;
  const { capitals } = tables;
  const serial = value(run, deal.serial);
  const stake = injured === 0 ? 0 : value(run, deal.stake);
  const { influence } = capitals[breaker] as CapitalTable;
  for (let paid = 0, to = -1; paid < stake; paid++) {
    // The injured get it in turn.
    do to = (to + 1) % capitals.length;
    while ((injured & (1 << to)) === 0);
    if (value(run, influence) > 0) write(run, influence, value(run, influence) - 1, 'stake', serial, because);
    else give(run, breaker, -1);
    give(run, to, 1);
  }
  for (let other = 0; other < capitals.length; other++) {
    if ((injured & (1 << other)) === 0) continue;
    const pair = tables.pairs[tables.pairOf(breaker, other)];
    changeTrust(run, breaker, other, -stepSize, serial, because);
    // Two steps in all, and no watched level moves more than one a round: the second comes next round.
    if (pair) write(run, pair.owed, value(run, pair.owed) - stepSize, 'verdict', serial, because);
  }
  if (!isPublic(cells, deal)) return;
  for (let witness = 0; witness < capitals.length; witness++)
    if (!isMember(run, deal, witness)) changeTrust(run, breaker, witness, -stepSize, serial, because);
}

function leak(run: Run, deal: DealTable): void {
  const { tables, round } = run;
  if (!isOn(value(run, tables.at.layers), 'leaks')) return;
  const serial = value(run, deal.serial);
  if (run.chance.without?.leaks.has(serial)) return;
  const thrown = die(run.chance.dice, round, leakRule, serial, leakBelow);
  if (thrown >= (isTempted(run, deal) ? 2 : 1)) return;
  run.seen = everybody;
  if (run.trace !== null) run.values = { die: thrown };
  const id = write(run, deal.leaked, 1, 'leak', serial, lastChange(run, deal.state));
  for (let one = 0; one < tables.capitals.length; one++) {
    if (!isMember(run, deal, one) || !contradictsLine(run, deal, one)) continue;
    add(run, (tables.capitals[one] as CapitalTable).home, -stepSize, 'leak', serial, id);
  }
}

/** Tell whether a member spoke together with somebody who is not one this round. */
function isTempted(run: Run, deal: DealTable): boolean {
  const { jointMoves, moves } = run.tables;
  for (let at = 0; at < jointMoves.length; at++) {
    const move = jointMoves[at] as MoveTable;
    if (value(run, move.made) !== run.round || !isMember(run, deal, move.capital)) continue;
    for (const other of move.joint?.moves ?? [])
      if (!isMember(run, deal, moves[other]?.capital ?? -1)) return true;
  }
  return false;
}

/** Tell whether a promise is not yet the capital's public line. */
function contradictsLine(run: Run, deal: DealTable, one: number): boolean {
  const { lines, moves } = run.tables;
  const terms = deal.terms[one] as DealTable['terms'][number];
  for (let at = 0; at < terms.length; at++) {
    const term = terms[at] as TermTable;
    const kind = value(run, term.kind);
    const what = value(run, term.what);
    if (kind === kinds.stance && value(run, lines[what]?.cell ?? -1) !== value(run, term.much)) return true;
    if (kind === kinds.make && moves[what]?.kind === 'step' && (value(run, term.state) & done) === 0)
      return true;
  }
  return false;
}

function close(
  run: Run,
  deal: DealTable,
  event: 'keep' | 'breach' | 'fail' | 'lapse',
  because: number,
): number {
  const serial = value(run, deal.serial);
  const id = write(run, deal.state, nextState(value(run, deal.state), event), 'verdict', serial, because);
  write(run, deal.ended, run.round, 'verdict', serial, id);
  return id;
}

function setVerdict(run: Run, deal: DealTable, one: number, verdict: Verdict, because: number): void {
  write(run, deal.verdicts[one] ?? -1, verdictNumber[verdict], 'verdict', value(run, deal.serial), because);
}

function changeTrust(
  run: Run,
  one: number,
  other: number,
  by: number,
  serial: number,
  because: number,
): void {
  const pair = run.tables.pairs[run.tables.pairOf(one, other)];
  if (pair) add(run, pair.trust, by, 'trust', serial, because);
}

function sees(run: Run, one: number, other: number): boolean {
  const pair = run.tables.pairs[run.tables.pairOf(one, other)];
  return pair !== undefined && (run.before[pair.trust] ?? 0) >= 3 * stepSize;
}

function tiedOn(run: Run, capital: CapitalTable, line: number): boolean {
  return run.before[capital.frozen] === 1 && capital.tiedLine.index === line;
}

function isMember({ cells }: Run, deal: DealTable, capital: number): boolean {
  return ((cells[deal.members] ?? 0) & (1 << capital)) !== 0;
}

function give(run: Run, capital: number, amount: number): void {
  run.gifts[capital] = (run.gifts[capital] ?? 0) + amount;
}
