/** Clocks: dangers on the map with four segments that advance against inaction (`RULES.md` §1). */
import { fire, lastChange, value, withValues, write } from '../run.ts';
import type { Run } from '../run.ts';
import { holds } from '../statecharts/holds.ts';
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
  run.read.set(run.cells);
  for (let at = 0; at < clocks.length; at++) turn(run, clocks[at] as ClockTable, at);
  landNow(run);
}

function turn(run: Run, clock: ClockTable, at: number): void {
  let by = 0;
  let because = -1;
  let strongest = 0;
  for (const rule of clock.rules) {
    if (!holds(rule.when, run.read)) continue;
    by += rule.by;
    if (run.trace !== null && Math.abs(rule.by) > strongest) {
      strongest = Math.abs(rule.by);
      because = causeOf(run, rule.when);
    }
  }
  const turned = Math.max(-mostTurn, Math.min(mostTurn, by));
  const now = value(run, clock.cell);
  const to = Math.max(0, Math.min(segments, now + turned));
  withValues(run, () => ({ by: turned }));
  const id = write(run, clock.cell, to, 'clock', at, because);
  if (to < segments || now === segments) return;
  const filled = write(run, clock.filled, value(run, run.tables.at.round), 'clock', at, id);
  fire(run, clock.full, filled);
  write(run, clock.cell, clock.after, 'clock', at, filled);
}

/** The latest change among the cells that a guard looks at. */
export function causeOf(run: Run, guard: Guard): number {
  if (guard.op === 'within') return lastChange(run, guard.cell);
  return Math.max(-1, ...guard.of.map((part) => causeOf(run, part)));
}
