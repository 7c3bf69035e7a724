/**
 * Judging pacts from what was done: kept, breached, tried and not delivered, lapsed. Nobody judges; it is computed.
 */
import { die, ruleHash } from '../dice.ts';
import { replyIn } from '../clients/answer.ts';
import { isOn } from '../layers.ts';
import { lockedMoves, openMove, priceOf, pricesOf } from '../orders.ts';
import { add, lastChange, value, withValues, write } from '../run.ts';
import type { Run } from '../run.ts';
import { stepSize } from '../statecharts/holds.ts';
import type { CapitalTable, DealTable, MoveTable, TermTable } from '../tables.ts';
import { dealStates, nextState } from './deal.machine.ts';
import { countPacts, dealsInOrder, inForce, isOpen, isPublic, seenBits } from './talks.ts';
import { termBits, termKinds, verdicts } from './terms.ts';
import type { Verdict } from './terms.ts';

const { done, tried, broken, costly } = termBits;
/** One secret in so many leaks each round; twice as easily when a joint statement tempts history. */
const leakBelow = 6;
const leakRule = ruleHash('leak');
const handoverRule = ruleHash('handover');

/** Judge all pacts in force, let unanswered offers expire, let secrets leak. */
export function judgePacts(run: Run): void {
  run.step = 'pacts';
  const { tables, cells } = run;
  for (const pair of tables.pairs) {
    // The rest of what breaches cost, at most one step a round.
    const owed = Math.max(-stepSize, value(run, pair.owed));
    if (owed === 0) continue;
    const because = lastChange(run, pair.owed);
    add(run, pair.trust, owed, 'owed', -1, because);
    write(run, pair.owed, value(run, pair.owed) - owed, 'owed', -1, because);
  }
  const round = value(run, tables.at.round);
  const runsOn = value(run, tables.at.phase) === 2;
  const deals = dealsInOrder(tables, cells);
  if (deals.length === 0) return;
  /** Pairs whose trust was raised this round. */
  const raised = new Set<number>();
  for (const deal of deals) {
    run.seen = seenBits(cells, deal);
    if (isOpen(cells, deal)) {
      write(
        run,
        deal.state,
        nextState(value(run, deal.state), 'expire'),
        'expire',
        value(run, deal.serial),
        lastChange(run, deal.state),
      );
      write(run, deal.ended, round, 'expire', value(run, deal.serial), lastChange(run, deal.state));
    } else if (runsOn) runOut(run, deal, round);
    else if (inForce(cells, deal) && round >= value(run, deal.from)) judge(run, deal, round, raised);
    if (inForce(cells, deal) && !isPublic(cells, deal)) leak(run, deal, round);
  }
  run.seen = 15;
  countPacts(run, round);
}

/**
 * What becomes of a pact in the quarters that run on without orders: nobody could keep or break it, so that it lapses; and where
 * it was breached in the last round, what the injured had given falls back, since no round is left to answer in.
 */
function runOut(run: Run, deal: DealTable, round: number): void {
  const { tables, cells } = run;
  const because = lastChange(run, deal.state);
  if (inForce(cells, deal)) {
    const lapsed = close(run, deal, 'lapse', round, because);
    for (const member of membersOf(run, deal)) setVerdict(run, deal, member, 'lapsed', lapsed);
    return;
  }
  if (
    dealStates[value(run, deal.state)] !== 'breached' ||
    value(run, deal.ended) !== value(run, tables.at.endedAfter)
  )
    return;
  for (const injured of membersOf(run, deal)) {
    if (verdicts[value(run, deal.verdicts[injured.index] ?? -1)] === 'breached') continue;
    for (const term of deal.terms[injured.index] ?? []) {
      const line = tables.lines[value(run, term.what)];
      if (termKinds[value(run, term.kind)] !== 'stance' || !line) continue;
      if (value(run, line.cell) === value(run, term.much))
        write(run, line.cell, value(run, term.was), 'fallBack', value(run, deal.serial), because);
    }
  }
}

/** Let pacts of a capital whose government has changed lapse, one in two, without anybody's breach. */
export function lapseAtHandover(run: Run, capital: CapitalTable, because: number): void {
  const round = value(run, run.tables.at.round);
  for (const deal of dealsInOrder(run.tables, run.cells)) {
    if (
      !inForce(run.cells, deal) ||
      (value(run, deal.members) & (1 << capital.index)) === 0 ||
      value(run, deal.until) <= round
    )
      continue;
    if (die(run.chance.dice, round, handoverRule, value(run, deal.serial), 2) === 1) continue;
    run.seen = seenBits(run.cells, deal);
    close(run, deal, 'lapse', round, because);
    for (const member of membersOf(run, deal)) setVerdict(run, deal, member, 'lapsed', because);
    run.seen = 15;
  }
}

/** Empty the slots of deals that ended before the last round, and count the pacts that bind in the next. */
export function clearDeals(run: Run): void {
  const round = value(run, run.tables.at.round);
  for (const deal of dealsInOrder(run.tables, run.cells)) {
    if (value(run, deal.ended) === 0 || value(run, deal.ended) >= round) continue;
    run.seen = seenBits(run.cells, deal);
    for (const cell of deal.cells) write(run, cell, 0, 'clear', -1, -1);
  }
  run.seen = 15;
  countPacts(run, round + 1);
}

function judge(run: Run, deal: DealTable, round: number, raised: Set<number>): void {
  const { tables } = run;
  const serial = value(run, deal.serial);
  const members = membersOf(run, deal);
  const ends = round >= value(run, deal.until);
  let because = lastChange(run, deal.state);
  // Why it was broken is what a breaker did or left undone, not what the others did meanwhile.
  let breach = -1;
  const state = new Map<CapitalTable, number>();
  for (const capital of members) {
    let bits = 0;
    let all: number = done;
    for (const term of deal.terms[capital.index] ?? []) {
      if (value(run, term.kind) === 0) continue;
      const { bits: now, cause } = judgeTerm(run, deal, capital, term, round, ends);
      write(run, term.state, now, 'verdict', serial, cause);
      if (cause > because) because = cause;
      if ((now & broken) !== 0 && cause > breach) breach = cause;
      bits |= now;
      all &= now;
    }
    state.set(capital, (bits & ~done) | all);
  }
  const breakers = members.filter((capital) => ((state.get(capital) ?? 0) & broken) !== 0);
  if (breakers.length > 0) {
    const id = close(run, deal, 'breach', round, breach >= 0 ? breach : lastChange(run, deal.state));
    for (const capital of members) {
      const bits = state.get(capital) ?? 0;
      // Whoever had delivered by then kept its side; a try counts as one where all partners saw it.
      const wasSeen = members.every((other) => other === capital || sees(run, capital, other));
      const triedIt = (bits & tried) !== 0 && wasSeen;
      const side = (bits & done) !== 0 ? 'kept' : triedIt ? 'triedSeen' : 'lapsed';
      setVerdict(run, deal, capital, breakers.includes(capital) ? 'breached' : side, id);
    }
    for (const breaker of breakers)
      punish(
        run,
        deal,
        breaker,
        members.filter((one) => !breakers.includes(one)),
        id,
      );
    return;
  }
  if (!ends) return;
  const failed = members.filter((capital) => ((state.get(capital) ?? 0) & tried) !== 0);
  const id = close(run, deal, failed.length > 0 ? 'fail' : 'keep', round, because);
  for (const capital of members) {
    if (!failed.includes(capital)) {
      setVerdict(run, deal, capital, ((state.get(capital) ?? 0) & costly) !== 0 ? 'keptAtCost' : 'kept', id);
      continue;
    }
    const unseen = members.filter((other) => other !== capital && !sees(run, capital, other));
    setVerdict(run, deal, capital, unseen.length > 0 ? 'triedUnseen' : 'triedSeen', id);
    for (const other of unseen) {
      const at = tables.pairOf(capital.index, other.index);
      const trust = tables.pairs[at]?.trust ?? -1;
      const had = value(run, trust);
      changeTrust(run, capital, other, -stepSize, serial, id);
      const lost = deal.lost[at] ?? -1;
      write(run, lost, value(run, lost) + had - value(run, trust), 'clear', -1, id);
    }
  }
  members.forEach((one, at) => {
    for (const other of members.slice(at + 1)) {
      const pair = tables.pairOf(one.index, other.index);
      const both = (state.get(one) ?? 0) & (state.get(other) ?? 0) & costly;
      if (both === 0 || failed.includes(one) || failed.includes(other) || raised.has(pair)) continue;
      raised.add(pair);
      changeTrust(run, one, other, stepSize, serial, id);
    }
  });
}

function judgeTerm(
  run: Run,
  deal: DealTable,
  capital: CapitalTable,
  term: TermTable,
  round: number,
  ends: boolean,
): { bits: number; cause: number } {
  const { tables, cells } = run;
  const before = value(run, term.state);
  const what = value(run, term.what);
  const kind = termKinds[value(run, term.kind)];
  if (kind === 'stance') {
    const line = tables.lines[what];
    if (!line) return { bits: before, cause: -1 };
    const cause = lastChange(run, line.cell);
    if (value(run, line.cell) !== value(run, term.much))
      return { bits: before | (tiedOn(run, capital, line.index) ? tried : broken), cause };
    const dear =
      (line.upkeep[value(run, term.much)] ?? 0) > 0 || value(run, term.was) !== value(run, term.much);
    return { bits: before | (dear ? costly : 0) | (ends ? done : 0), cause };
  }
  if (kind === 'pass') {
    if ((before & done) !== 0 || round !== value(run, deal.from)) return { bits: before, cause: -1 };
    return passInfluence(run, deal, capital, term);
  }
  const move = tables.moves[what];
  if (!move) return { bits: before, cause: -1 };
  const madeNow = cells[move.made] === round;
  const cause = lastChange(run, move.made);
  if (kind === 'forgo') {
    if (madeNow) return { bits: before | broken, cause };
    const open = openMove(tables, run.before, move);
    const could =
      'take' in open && priceOf(tables, run.before, move, 1) <= (run.before[capital.influence] ?? 0);
    return { bits: before | (could ? costly : 0) | (ends ? done : 0), cause: -1 };
  }
  let bits = before;
  if (madeNow) {
    const reply = move.kind === 'press' ? replyIn(cells, move, round) : 'complies';
    bits |= reply === 'complies' ? done : tried;
    if (pricePaid(run, capital, move) > 0) bits |= costly;
  } else if (move.tried >= 0 && cells[move.tried] === round) bits |= tried;
  if ((bits & done) !== 0) bits &= ~tried;
  else if (ends && (bits & tried) === 0) bits |= tiedOn(run, capital, move.line.index) ? tried : broken;
  return { bits, cause };
}

/** What a move made this round cost: the free joint move of the round costs nothing. */
function pricePaid(run: Run, capital: CapitalTable, move: MoveTable): number {
  const locked = lockedMoves(run.tables, run.before, capital);
  const at = locked.findIndex((one) => one.move === move);
  return pricesOf(run.tables, run.before, locked)[at] ?? 0;
}

function passInfluence(
  run: Run,
  deal: DealTable,
  capital: CapitalTable,
  term: TermTable,
): { bits: number; cause: number } {
  const amount = value(run, term.much);
  const held = (value(run, capital.order.withhold) & (1 << deal.slot)) !== 0;
  if (held || value(run, capital.influence) < amount)
    return { bits: value(run, term.state) | broken, cause: lastChange(run, capital.influence) };
  const cause = write(
    run,
    capital.influence,
    value(run, capital.influence) - amount,
    'pass',
    value(run, deal.serial),
    lastChange(run, deal.state),
  );
  give(run, value(run, term.whom), amount);
  return { bits: value(run, term.state) | done | costly, cause };
}

/** Take the stake for the injured and lower trust, with witnesses too where the pact was public. */
function punish(
  run: Run,
  deal: DealTable,
  breaker: CapitalTable,
  injured: readonly CapitalTable[],
  because: number,
): void {
  const { tables, cells } = run;
  const serial = value(run, deal.serial);
  const stake = value(run, deal.stake);
  for (let paid = 0; paid < stake && injured.length > 0; paid++) {
    const to = injured[paid % injured.length];
    if (value(run, breaker.influence) > 0)
      write(run, breaker.influence, value(run, breaker.influence) - 1, 'stake', serial, because);
    else give(run, breaker.index, -1);
    if (to) give(run, to.index, 1);
  }
  for (const other of injured) {
    const pair = tables.pairs[tables.pairOf(breaker.index, other.index)];
    changeTrust(run, breaker, other, -stepSize, serial, because);
    // Two steps in all, and no watched level moves more than one a round: the second comes next round.
    if (pair) write(run, pair.owed, value(run, pair.owed) - stepSize, 'verdict', serial, because);
  }
  if (isPublic(cells, deal)) {
    for (const witness of tables.capitals) {
      if ((value(run, deal.members) & (1 << witness.index)) === 0)
        changeTrust(run, breaker, witness, -stepSize, serial, because);
    }
  }
}

function leak(run: Run, deal: DealTable, round: number): void {
  const { tables, cells } = run;
  if (!isOn(value(run, tables.at.layers), 'leaks')) return;
  if (run.chance.without?.leaks.has(value(run, deal.serial))) return;
  const members = membersOf(run, deal);
  const tempted = tables.moves.some(
    (move) =>
      move.joint &&
      cells[move.made] === round &&
      members.some(({ index }) => index === move.capital) &&
      move.joint.moves.some((other) => !members.some(({ index }) => index === tables.moves[other]?.capital)),
  );
  const thrown = die(run.chance.dice, round, leakRule, value(run, deal.serial), leakBelow);
  if (thrown >= (tempted ? 2 : 1)) return;
  run.seen = 15;
  withValues(run, () => ({ die: thrown }));
  const id = write(run, deal.leaked, 1, 'leak', value(run, deal.serial), lastChange(run, deal.state));
  // A promise that is not yet the capital's public line contradicts it.
  for (const capital of members) {
    const contradicts = (deal.terms[capital.index] ?? []).some((term) => {
      const kind = termKinds[value(run, term.kind)];
      const what = value(run, term.what);
      if (kind === 'stance') return value(run, tables.lines[what]?.cell ?? -1) !== value(run, term.much);
      return kind === 'make' && tables.moves[what]?.kind === 'step' && (value(run, term.state) & done) === 0;
    });
    if (contradicts) add(run, capital.home, -stepSize, 'leak', value(run, deal.serial), id);
  }
}

function close(
  run: Run,
  deal: DealTable,
  event: 'keep' | 'breach' | 'fail' | 'lapse',
  round: number,
  because: number,
): number {
  const serial = value(run, deal.serial);
  const id = write(run, deal.state, nextState(value(run, deal.state), event), 'verdict', serial, because);
  write(run, deal.ended, round, 'verdict', serial, id);
  return id;
}

function setVerdict(
  run: Run,
  deal: DealTable,
  capital: CapitalTable,
  verdict: Verdict,
  because: number,
): void {
  write(
    run,
    deal.verdicts[capital.index] ?? -1,
    verdicts.indexOf(verdict),
    'verdict',
    value(run, deal.serial),
    because,
  );
}

function changeTrust(
  run: Run,
  one: CapitalTable,
  other: CapitalTable,
  by: number,
  serial: number,
  because: number,
): void {
  const pair = run.tables.pairs[run.tables.pairOf(one.index, other.index)];
  if (pair) add(run, pair.trust, by, 'trust', serial, because);
}

function sees(run: Run, one: CapitalTable, other: CapitalTable): boolean {
  const pair = run.tables.pairs[run.tables.pairOf(one.index, other.index)];
  return pair !== undefined && (run.before[pair.trust] ?? 0) >= 3 * stepSize;
}

function tiedOn(run: Run, capital: CapitalTable, line: number): boolean {
  return run.before[capital.frozen] === 1 && capital.tiedLine.index === line;
}

function membersOf(run: Run, deal: DealTable): CapitalTable[] {
  return run.tables.capitals.filter(({ index }) => (value(run, deal.members) & (1 << index)) !== 0);
}

function give(run: Run, capital: number, amount: number): void {
  run.gifts[capital] = (run.gifts[capital] ?? 0) + amount;
}
