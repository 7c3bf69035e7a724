/**
 * Links: how stances, levels and impulses move levels. All links of a pass read the same values; amounts are summed per level
 * and clamped once; control only moves from one holder to another and never more than is there (`RULES.md` §5).
 */
import { accumulate, clampTouched, keepFired, lastChange, value, withValues, write } from '../run.ts';
import type { Run } from '../run.ts';
import { holds } from '../statecharts/holds.ts';
import type { LinkTable } from '../tables.ts';

/** Follow all links once: late amounts arrive, levels and stances push, delayed impulses set out, levels drift to their anchors. */
export function followLinks(run: Run): void {
  run.step = 'links';
  run.read.set(run.cells);
  for (const link of run.tables.links) {
    deliverLate(run, link);
    if (link.kind !== 'impulse') follow(run, link);
  }
  landImpulses(run, 'setOut');
  for (const { cell, anchor, drift } of run.tables.drifts) {
    const amount = Math.trunc(((anchor - (run.read[cell] ?? 0)) * drift) / 10000);
    accumulate(run, cell, amount, 'drift', -1, lastChange(run, cell));
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
  run.read.set(run.cells);
  landImpulses(run, late);
  clampTouched(run);
}

/** Amount that a link from a level or stance moves this round, in hundredths. */
export function amountOf(link: LinkTable, strength: number, read: Int32Array): number {
  const level = read[link.source] ?? 0;
  if (link.kind === 'stance') return level === link.reference ? strength : 0;
  return Math.trunc((strength * (level - link.reference)) / 10000);
}

function follow(run: Run, link: LinkTable): void {
  if (!holds(link.when, run.read)) return;
  const strength = run.chance.strengths[link.index] ?? 0;
  const amount = amountOf(link, strength, run.read);
  const because = lastChange(run, link.source);
  if (link.due.length > 0) {
    delay(run, link, amount, because);
    return;
  }
  if (amount === 0) return;
  withValues(run, () => ({
    strength,
    level: run.read[link.source] ?? 0,
    reference: link.kind === 'level' ? link.reference : 0,
    amount,
  }));
  move(run, link, amount, 'link', because);
}

function landImpulses(run: Run, late: 'wait' | 'setOut'): void {
  const { fired, tables, chance } = run;
  let waiting = 0;
  for (let at = 0; at < fired.count; at++) {
    const link = tables.links[fired.link[at] ?? 0];
    if (!link) continue;
    if (late === 'wait' && link.due.length > 0) {
      keepFired(fired, at, waiting++);
      continue;
    }
    if (!holds(link.when, run.read)) continue;
    const times = fired.times[at] ?? 0;
    const strength = chance.strengths[link.index] ?? 0;
    const because = fired.because[at] ?? -1;
    if (link.due.length > 0) {
      delay(run, link, strength * times, because);
      continue;
    }
    withValues(run, () => ({ strength, times, amount: strength * times }));
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
  const [gains, loses] = amount >= 0 ? [link.target, link.loser] : [link.loser, link.target];
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
