/**
 * A round played: the one documented order in which everything happens once all capitals have locked.
 * Each step lives in its own file; this one only says what comes when, and carries out orders.
 */
import { everybody } from './changes.ts';
import type { Trace } from './changes.ts';
import { answerPresses } from './clients/answer.ts';
import { turnClocks } from './consequences/clocks.ts';
import { judgeEnding } from './consequences/endings.ts';
import { actUnasked, happenEvents, showSigns } from './consequences/happenings.ts';
import { followLinks, landNow } from './consequences/links.ts';
import { settle } from './consequences/standing.ts';
import { clearDeals, judgePacts, lapseAtHandover } from './deals/judge.ts';
import { settleWarnings } from './deals/warnings.ts';
import { isOn } from './layers.ts';
import { decisionFor, lockedMoves, pricesOf } from './orders.ts';
import { fire, lastChange, openRun, value, write } from './run.ts';
import type { Chance, Run } from './run.ts';
import { enabled } from './statecharts/enabled.ts';
import type { CapitalTable, MoveTable, Tables } from './tables.ts';

interface Ordered {
  readonly move: MoveTable;
  readonly influence: number;
  /** The change that paid for it; once it is made, the change that made it. */
  because: number;
}

/**
 * Play one round on `cells`: decisions and steps, acts and joint moves, clients' answers, pacts, links, unasked acts and events,
 * clocks, then home, trust and influence.
 * @param cells a position's cells with everybody's orders locked in them; they are written
 * @param trace collects changes, or null where nobody asks why
 */
export function playRound(tables: Tables, cells: Int32Array, chance: Chance, trace: Trace | null): void {
  const run = openRun(tables, cells, chance, trace, 'orders');
  const ordered = carryOutOrders(run);
  // What was just done is felt before the clients answer: a surge makes Damascus bolder in the same round.
  landNow(run, 'wait');
  answerPresses(run, ordered);
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
  showSigns(run, value(run, tables.at.round) + 1);
  write(run, tables.at.round, value(run, tables.at.round) + 1, 'round', -1, -1);
}

/** Judge how it ended and close the game. */
export function endGame(tables: Tables, cells: Int32Array, chance: Chance, trace: Trace | null): void {
  const run = openRun(tables, cells, chance, trace, 'end');
  judgeEnding(run);
  write(run, tables.at.phase, 3, 'round', -1, -1);
}

/** Write the phase of the game. */
export function setPhase(
  tables: Tables,
  cells: Int32Array,
  chance: Chance,
  trace: Trace | null,
  phase: number,
): void {
  write(openRun(tables, cells, chance, trace, 'end'), tables.at.phase, phase, 'round', -1, -1);
}

/** Carry out what was locked. Guards and prices are those at the close of talks, so that no seat is first. */
function carryOutOrders(run: Run): Ordered[] {
  const { tables, before } = run;
  const ordered: Ordered[] = [];
  if (value(run, tables.at.phase) === 2) return ordered;
  for (const capital of tables.capitals) {
    answerDecision(run, capital);
    const locked = lockedMoves(tables, before, capital);
    const prices = pricesOf(tables, before, locked);
    for (let at = 0; at < locked.length; at++) {
      const { move, influence } = locked[at] as { move: MoveTable; influence: number };
      const left = value(run, capital.influence) - (prices[at] ?? 0);
      ordered.push({
        move,
        influence,
        because: write(run, capital.influence, left, 'price', move.index, -1),
      });
    }
  }
  for (const one of ordered) if (one.move.kind === 'step') make(run, one, ordered);
  for (const one of ordered)
    if (one.move.kind === 'act' || one.move.kind === 'joint') make(run, one, ordered);
  for (const one of ordered) if (one.move.kind === 'press') make(run, one, ordered);
  return ordered;
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
function make(run: Run, one: Ordered, ordered: readonly Ordered[]): void {
  const { move, because } = one;
  const round = value(run, run.tables.at.round);
  if (move.joint && !isOrderedByAll(move.joint.moves, ordered)) {
    write(run, move.tried, round, 'move', move.index, because);
    return;
  }
  const take = enabled(move.from[run.before[move.line.cell] ?? 0], run.before);
  if (!take) return;
  one.because = write(run, move.made, round, 'move', move.index, because);
  write(run, move.line.cell, take.target, 'move', move.index, one.because);
  fire(run, take.fires, one.because);
}

function isOrderedByAll(moves: readonly number[], ordered: readonly Ordered[]): boolean {
  for (const index of moves) {
    let found = false;
    for (const { move } of ordered) if (move.index === index) found = true;
    if (!found) return false;
  }
  return true;
}

/** A new government is not bound by all that the old one signed; this comes with the layer of instructions. */
function handOver(run: Run): void {
  if (!isOn(value(run, run.tables.at.layers), 'instructions')) return;
  for (const capital of run.tables.capitals) {
    if (capital.redrawsAfter >= 0 && value(run, capital.redrawsAfter) === value(run, run.tables.at.round)) {
      lapseAtHandover(run, capital, lastChange(run, capital.redrawsAfter));
    }
  }
}

function clearOrders(run: Run): void {
  for (const { index, order, proposed, locked } of run.tables.capitals) {
    run.seen = 1 << index;
    write(run, order.answer, 0, 'clear', -1, -1);
    write(run, order.withhold, 0, 'clear', -1, -1);
    for (const cell of order.moves) write(run, cell, 0, 'clear', -1, -1);
    for (const cell of order.influence) write(run, cell, 0, 'clear', -1, -1);
    write(run, proposed, 0, 'clear', -1, -1);
    run.seen = everybody;
    write(run, locked, 0, 'clear', -1, -1);
  }
  if (value(run, run.tables.at.phase) === 1) write(run, run.tables.at.phase, 0, 'round', -1, -1);
}
