/**
 * Links: how stances, levels and impulses move levels. All links of a pass read the same values; amounts are summed per level
 * and clamped once; control only moves from one holder to another and never more than is there.
 */
import { accumulate, clampTouched, keepFired, lastChange, value, write } from '../run.ts';
import type { Run } from '../run.ts';
import { holds } from '../statecharts/holds.ts';
import type { LinkTable } from '../tables.ts';

/**
 * Follow all links once: late amounts arrive, levels and stances push, delayed impulses set out, levels drift to their anchors.
 * All amounts are worked out before the first is written, so that all read the same values.
 */
export function followLinks(run: Run): void {
  const { amounts, cells } = run;
  const { links, drifts } = run.tables;
  run.step = 'links';
  for (let at = 0; at < links.length; at++) {
    const link = links[at] as LinkTable;
    const follows = link.kind !== 'impulse' && holds(link.when, cells);
    amounts[at] = follows ? amountOf(link, run.chance.strengths[at] ?? 0, cells) : 0;
  }
  for (let at = 0; at < drifts.length; at++) {
    const { cell, anchor, drift } = drifts[at] as { cell: number; anchor: number; drift: number };
    amounts[links.length + at] = Math.trunc(((anchor - (cells[cell] ?? 0)) * drift) / 10000);
  }
  if (run.trace !== null) run.read.set(cells);
  for (let at = 0; at < links.length; at++) {
    const link = links[at] as LinkTable;
    if (link.due.length > 0) deliverLate(run, link);
    if (amounts[at] !== 0) follow(run, link, amounts[at] ?? 0);
  }
  landImpulses(run, 'setOut');
  for (let at = 0; at < drifts.length; at++) {
    const cell = drifts[at]?.cell ?? 0;
    accumulate(run, cell, amounts[links.length + at] ?? 0, 'drift', -1, lastChange(run, cell));
  }
  clampTouched(run);
}

/**
 * Let the impulses of a step land when it ends (orders, answers, an event, an unasked act, a full clock).
 * @param late what delayed ones do: before the pass of links they wait for it, since that pass moves all that is on its way
 * one round nearer; after it they set out at once
 */
export function landNow(run: Run, late: 'wait' | 'setOut' = 'setOut'): void {
  if (run.fired.count === 0) return;
  landImpulses(run, late);
  clampTouched(run);
}

/** Amount that a link from a level or stance moves this round, in hundredths. */
export function amountOf(link: LinkTable, strength: number, read: Int32Array): number {
  const level = read[link.source] ?? 0;
  if (link.kind === 'stance') return level === link.reference ? strength : 0;
  return Math.trunc((strength * (level - link.reference)) / 10000);
}

function follow(run: Run, link: LinkTable, amount: number): void {
  const because = lastChange(run, link.source);
  if (link.due.length > 0) {
    delay(run, link, amount, because);
    return;
  }
  if (run.trace !== null) {
    run.values = {
      strength: run.chance.strengths[link.index] ?? 0,
      level: run.read[link.source] ?? 0,
      reference: link.kind === 'level' ? link.reference : 0,
      amount,
    };
  }
  move(run, link, amount, 'link', because);
}

function landImpulses(run: Run, late: 'wait' | 'setOut'): void {
  const { fired, tables, chance } = run;
  let waiting = 0;
  // Conditions are read from before the first of them lands; most impulses have none.
  let read = run.cells;
  for (let at = 0; at < fired.count && read !== run.read; at++) {
    if ((tables.links[fired.link[at] ?? 0]?.when ?? null) === null) continue;
    run.read.set(run.cells);
    ({ read } = run);
  }
  for (let at = 0; at < fired.count; at++) {
    const link = tables.links[fired.link[at] ?? 0];
    if (!link) continue;
    if (late === 'wait' && link.due.length > 0) {
      keepFired(fired, at, waiting++);
      continue;
    }
    if (!holds(link.when, read)) continue;
    const times = fired.times[at] ?? 0;
    const strength = chance.strengths[link.index] ?? 0;
    const because = fired.because[at] ?? -1;
    if (link.due.length > 0) {
      delay(run, link, strength * times, because);
      continue;
    }
    if (run.trace !== null) run.values = { strength, times, amount: strength * times };
    move(run, link, strength * times, 'link', because);
  }
  fired.count = waiting;
}

/** Move an amount along a link: onto a level, or from one holder of a governorate to another. */
function move(run: Run, link: LinkTable, amount: number, kind: 'link' | 'late', because: number): void {
  if (link.loser < 0) {
    accumulate(run, link.target, amount, kind, link.index, because);
    return;
  }
  const gains = amount >= 0 ? link.target : link.loser;
  const loses = amount >= 0 ? link.loser : link.target;
  const moved = Math.min(Math.abs(amount), value(run, loses));
  const { values } = run;
  const lost = write(run, loses, value(run, loses) - moved, kind, link.index, because);
  run.values = moved === 0 ? undefined : values;
  write(run, gains, value(run, gains) + moved, kind, link.index, lost);
}

/** Put an amount into the last of a link's waiting cells. */
function delay(run: Run, link: LinkTable, amount: number, because: number): void {
  const last = link.due[link.due.length - 1] ?? -1;
  if (amount !== 0) write(run, last, value(run, last) + amount, 'link', link.index, because);
}

/** Deliver what is due and move the rest one round nearer. */
function deliverLate(run: Run, link: LinkTable): void {
  const first = link.due[0];
  if (first === undefined) return;
  const amount = value(run, first);
  const because = lastChange(run, first);
  for (let at = 0; at < link.due.length; at++) {
    const cell = link.due[at] ?? -1;
    const next = link.due[at + 1];
    write(
      run,
      cell,
      next === undefined ? 0 : value(run, next),
      'late',
      link.index,
      next === undefined ? because : lastChange(run, next),
    );
  }
  if (amount !== 0) move(run, link, amount, 'late', because);
}
