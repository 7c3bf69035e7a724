/** Clocks: dangers on the map with four segments that advance against inaction. */
import { fire, lastChange, value, write } from '../run.ts';
import type { Run } from '../run.ts';
import { holds, passes } from '../statecharts/holds.ts';
import type { ClockTable } from '../tables.ts';
import type { Guard } from '../statecharts/holds.ts';
import { landNow } from './links.ts';

export const segments = 4;
/** The most a clock moves in a round. */
const mostTurn = 2;

/**
 * Turn all clocks by the rules that hold, all reading the same values. A clock that fills fires, once each time, and then stands
 * where its scenario says; what they fire lands together when all have turned.
 */
export function turnClocks(run: Run): void {
  const { clocks } = run.tables;
  run.step = 'clocks';
  for (let at = 0; at < clocks.length; at++) run.amounts[at] = turnOf(run, at);
  if (run.trace !== null) run.read.set(run.cells);
  for (let at = 0; at < clocks.length; at++) turn(run, clocks[at] as ClockTable, at, run.amounts[at] ?? 0);
  landNow(run);
}

/** Segments by which the rules that hold turn a clock, -2 to 2. */
function turnOf({ cells, flat }: Run, clock: number): number {
  const { code, clocks, turns } = flat;
  const end = clocks[clock + 1] ?? 0;
  let by = 0;
  for (let rule = clocks[clock] ?? 0; rule < end; rule++)
    if (passes(code, turns.when[rule] ?? 0, cells)) by += turns.by[rule] ?? 0;
  return Math.max(-mostTurn, Math.min(mostTurn, by));
}

function turn(run: Run, clock: ClockTable, at: number, by: number): void {
  const now = value(run, clock.cell);
  const to = Math.max(0, Math.min(segments, now + by));
  if (to === now) return;
  const because = run.trace === null ? -1 : strongestOf(run, clock);
  if (run.trace !== null) run.values = { by };
  const id = write(run, clock.cell, to, 'clock', at, because);
  if (to < segments) return;
  const filled = write(run, clock.filled, run.round, 'clock', at, id);
  fire(run, clock.full, filled);
  write(run, clock.cell, clock.after, 'clock', at, filled);
}

/** The change behind the rule that turns a clock most. */
function strongestOf(run: Run, clock: ClockTable): number {
  let because = -1;
  let strongest = 0;
  for (const rule of clock.rules) {
    if (Math.abs(rule.by) <= strongest || !holds(rule.when, run.read)) continue;
    strongest = Math.abs(rule.by);
    because = causeOf(run, rule.when);
  }
  return because;
}

/** The latest change among the cells that a guard looks at. */
export function causeOf(run: Run, guard: Guard): number {
  if (guard.op === 'within') return lastChange(run, guard.cell);
  return Math.max(-1, ...guard.of.map((part) => causeOf(run, part)));
}
