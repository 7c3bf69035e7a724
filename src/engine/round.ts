/**
 * A round played: the one documented order in which everything happens once all capitals have locked.
 * Each step lives in its own file; this one only says what comes when, and carries out orders.
 */
import { everybody } from './changes.ts';
import { answerPresses } from './clients/answer.ts';
import { turnClocks } from './consequences/clocks.ts';
import { judgeEnding } from './consequences/endings.ts';
import { actUnasked, happenEvents, showSigns } from './consequences/happenings.ts';
import { followLinks, landNow } from './consequences/links.ts';
import { settle } from './consequences/standing.ts';
import { clearDeals, judgePacts, lapseAtHandover } from './deals/judge.ts';
import { settleWarnings } from './deals/warnings.ts';
import { moveKinds } from './flat.ts';
import { isOn } from './layers.ts';
import { decisionFor, priceAll, readLocked } from './orders.ts';
import { fire, fireWay, lastChange, remember, value, write } from './run.ts';
import type { Ordered, Run } from './run.ts';
import { wayOut } from './statecharts/enabled.ts';
import type { CapitalTable, MoveTable } from './tables.ts';

/**
 * Play one round: decisions and steps, acts and joint moves, clients' answers, pacts, links, unasked acts and events, clocks, then
 * home, trust and influence.
 * @param run opened on cells with everybody's orders locked in them; they are written
 */
export function playRound(run: Run): void {
  const { round } = run.tables.at;
  run.step = 'orders';
  remember(run);
  carryOutOrders(run);
  // What was just done is felt before the clients answer: a surge makes Damascus bolder in the same round.
  landNow(run, 'wait');
  answerPresses(run);
  landNow(run, 'wait');
  judgePacts(run);
  settleWarnings(run);
  followLinks(run);
  actUnasked(run);
  happenEvents(run);
  handOver(run);
  turnClocks(run);
  settle(run);
  clearOrders(run);
  clearDeals(run);
  run.step = 'standing';
  showSigns(run, run.round + 1);
  write(run, round, run.round + 1, 'round', -1, -1);
}

/** Judge how it ended and close the game. */
export function endGame(run: Run): void {
  judgeEnding(run);
  write(run, run.tables.at.phase, 3, 'round', -1, -1);
}

/** Carry out what was locked. Guards and prices are those at the close of talks, so that no seat is first. */
function carryOutOrders(run: Run): void {
  const { tables, before, ordered } = run;
  if (value(run, tables.at.phase) === 2) return;
  for (let one = 0; one < tables.capitals.length; one++) {
    const capital = tables.capitals[one] as CapitalTable;
    answerDecision(run, capital);
    const from = ordered.count;
    readLocked(before, capital, ordered);
    priceAll(tables, before, ordered, from);
    for (let at = from; at < ordered.count; at++) {
      const left = value(run, capital.influence) - (ordered.price[at] ?? 0);
      ordered.because[at] = write(run, capital.influence, left, 'price', ordered.move[at] ?? 0, -1);
    }
  }
  const { turn } = run.flat.moves;
  for (let pass = 0; pass < 3; pass++)
    for (let at = 0; at < ordered.count; at++) if (turn[ordered.move[at] ?? 0] === pass) make(run, at);
}

function answerDecision(run: Run, capital: CapitalTable): void {
  const decision = decisionFor(run.tables, run.before, capital);
  if (!decision) return;
  const answer = (run.before[capital.order.answer] ?? 0) || decision.silence + 1;
  const option = decision.options[answer - 1];
  if (!option) return;
  const because = write(run, decision.answer, answer, 'answer', decision.index, -1);
  if (option.cost > 0)
    write(
      run,
      capital.influence,
      value(run, capital.influence) - option.cost,
      'answer',
      decision.index,
      because,
    );
  fire(run, option.fires, because);
}

/** Make one move: a joint move only when all whom it names have ordered it. It was open when it was locked, so it is now. */
function make(run: Run, at: number): void {
  const { ordered, flat, before, round } = run;
  const { moves, ways } = flat;
  const move = ordered.move[at] ?? 0;
  const because = ordered.because[at] ?? -1;
  if (moves.kind[move] === joint) {
    const table = run.tables.moves[move] as MoveTable;
    if (table.joint && !isOrderedByAll(ordered, table.joint.moves)) {
      write(run, table.tried, round, 'move', move, because);
      return;
    }
  }
  const line = moves.line[move] ?? 0;
  const way = wayOut(flat, (moves.from[move] ?? 0) + (before[line] ?? 0), before);
  if (way < 0) return;
  const made = write(run, moves.made[move] ?? 0, round, 'move', move, because);
  ordered.because[at] = made;
  write(run, line, ways.target[way] ?? 0, 'move', move, made);
  fireWay(run, way, made);
}
const joint = moveKinds.indexOf('joint');

function isOrderedByAll({ move, count }: Ordered, moves: readonly number[]): boolean {
  for (let part = 0; part < moves.length; part++) {
    let found = false;
    for (let at = 0; at < count; at++) if (move[at] === moves[part]) found = true;
    if (!found) return false;
  }
  return true;
}

/** A new government is not bound by all that the old one signed; this comes with the layer of instructions. */
function handOver(run: Run): void {
  const { capitals, at } = run.tables;
  if (!isOn(value(run, at.layers), 'instructions')) return;
  for (let one = 0; one < capitals.length; one++) {
    const capital = capitals[one] as CapitalTable;
    if (capital.redrawsAfter >= 0 && value(run, capital.redrawsAfter) === run.round)
      lapseAtHandover(run, capital, lastChange(run, capital.redrawsAfter));
  }
}

function clearOrders(run: Run): void {
  const { capitals, at } = run.tables;
  if (run.trace === null) {
    const { cells } = run;
    const { orders } = run.flat;
    for (let one = 0; one < orders.length; one++) cells[orders[one] ?? 0] = 0;
    if (cells[at.phase] === 1) cells[at.phase] = 0;
    return;
  }
  for (let one = 0; one < capitals.length; one++) {
    const { order, proposed, locked } = capitals[one] as CapitalTable;
    const { moves, influence } = order;
    run.seen = 1 << one;
    clear(run, order.answer);
    clear(run, order.withhold);
    for (let slot = 0; slot < moves.length; slot++) clear(run, moves[slot] ?? 0);
    for (let slot = 0; slot < influence.length; slot++) clear(run, influence[slot] ?? 0);
    clear(run, proposed);
    run.seen = everybody;
    clear(run, locked);
  }
  if (value(run, at.phase) === 1) write(run, at.phase, 0, 'round', -1, -1);
}

function clear(run: Run, cell: number): void {
  if (value(run, cell) !== 0) write(run, cell, 0, 'clear', -1, -1);
}
