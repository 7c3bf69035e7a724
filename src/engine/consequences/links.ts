/**
 * Links: how stances, levels and impulses move levels. All links of a pass read the same values; amounts are summed per level
 * and clamped once; control only moves from one holder to another and never more than is there.
 */
import { accumulate, clampTouched, keepFired, lastChange, value, write } from '../run.ts';
import type { Run } from '../run.ts';
import { passes, yes } from '../statecharts/holds.ts';

/**
 * Follow all links once: late amounts arrive, levels and stances push, delayed impulses set out, levels drift to their anchors.
 * All amounts are worked out before the first is written, so that all read the same values.
 */
export function followLinks(run: Run): void {
  run.step = 'links';
  weigh(run);
  if (run.trace !== null) run.read.set(run.cells);
  const { amounts, flat } = run;
  const { following, drifts, links } = flat;
  const { dues } = links;
  for (let at = 0; at < following.length; at++) {
    const link = following[at] ?? 0;
    const amount = amounts[at] ?? 0;
    if (dues[link] !== 0) deliverLate(run, link);
    if (amount !== 0) follow(run, link, amount);
  }
  landImpulses(run, 'setOut');
  const { cell } = drifts;
  for (let at = 0; at < cell.length; at++) {
    const drifting = cell[at] ?? 0;
    const amount = amounts[following.length + at] ?? 0;
    if (amount !== 0) accumulate(run, drifting, amount, 'drift', -1, lastChange(run, drifting));
  }
  clampTouched(run);
}

/** Work out what every link and drift of the pass moves. */
function weigh({ amounts, cells, chance, flat }: Run): void {
  const { following, drifts, links, code } = flat;
  const { stance, source, reference, when } = links;
  const { strengths } = chance;
  for (let at = 0; at < following.length; at++) {
    const link = following[at] ?? 0;
    const kind = stance[link] ?? -1;
    let amount = 0;
    if (kind >= 0 && passes(code, when[link] ?? 0, cells)) {
      const level = cells[source[link] ?? 0] ?? 0;
      const from = reference[link] ?? 0;
      const strength = strengths[link] ?? 0;
      if (kind === 0) amount = hundredths(strength * (level - from));
      else if (level === from) amount = strength;
    }
    amounts[at] = amount;
  }
  const { cell, anchor, drift } = drifts;
  for (let at = 0; at < cell.length; at++) {
    const away = (anchor[at] ?? 0) - (cells[cell[at] ?? 0] ?? 0);
    amounts[following.length + at] = hundredths(away * (drift[at] ?? 0));
  }
}

/** A product of two numbers in hundredths, in hundredths. */
function hundredths(product: number): number {
  return Math.trunc(product / 10000);
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

function follow(run: Run, link: number, amount: number): void {
  const { links } = run.flat;
  const source = links.source[link] ?? 0;
  const because = lastChange(run, source);
  if (links.dues[link] !== 0) {
    delay(run, link, amount, because);
    return;
  }
  if (run.trace !== null) {
    run.values = {
      strength: run.chance.strengths[link] ?? 0,
      level: run.read[source] ?? 0,
      reference: links.stance[link] === 0 ? (links.reference[link] ?? 0) : 0,
      amount,
    };
  }
  move(run, link, amount, 'link', because);
}

function landImpulses(run: Run, late: 'wait' | 'setOut'): void {
  const { fired, flat, chance } = run;
  const { when, dues } = flat.links;
  const { strengths } = chance;
  let waiting = 0;
  // Conditions are read from before the first of them lands; most impulses have none.
  let read = run.cells;
  for (let at = 0; at < fired.count && read !== run.read; at++) {
    if (when[fired.link[at] ?? 0] === yes) continue;
    run.read.set(run.cells);
    ({ read } = run);
  }
  for (let at = 0; at < fired.count; at++) {
    const link = fired.link[at] ?? 0;
    const isLate = dues[link] !== 0;
    if (late === 'wait' && isLate) {
      keepFired(fired, at, waiting++);
      continue;
    }
    if (!passes(flat.code, when[link] ?? 0, read)) continue;
    const times = fired.times[at] ?? 0;
    const strength = strengths[link] ?? 0;
    const because = fired.because[at] ?? -1;
    if (isLate) {
      delay(run, link, strength * times, because);
      continue;
    }
    if (run.trace !== null) run.values = { strength, times, amount: strength * times };
    move(run, link, strength * times, 'link', because);
  }
  fired.count = waiting;
}

/** Move an amount along a link: onto a level, or from one holder of a governorate to another. */
function move(run: Run, link: number, amount: number, kind: 'link' | 'late', because: number): void {
  const { links } = run.flat;
  const target = links.target[link] ?? 0;
  const loser = links.loser[link] ?? -1;
  if (loser < 0) {
    accumulate(run, target, amount, kind, link, because);
    return;
  }
  const gains = amount >= 0 ? target : loser;
  const loses = amount >= 0 ? loser : target;
  const moved = Math.min(Math.abs(amount), value(run, loses));
  const { values } = run;
  const lost = write(run, loses, value(run, loses) - moved, kind, link, because);
  run.values = moved === 0 ? undefined : values;
  write(run, gains, value(run, gains) + moved, kind, link, lost);
}

/** Put an amount into the last of a link's waiting cells. */
function delay(run: Run, link: number, amount: number, because: number): void {
  const { due, dues } = run.flat.links;
  const last = (due[link] ?? 0) + (dues[link] ?? 0) - 1;
  if (amount !== 0) write(run, last, value(run, last) + amount, 'link', link, because);
}

/** Deliver what is due and move the rest one round nearer. */
function deliverLate(run: Run, link: number): void {
  const { due, dues } = run.flat.links;
  const first = due[link] ?? 0;
  const last = first + (dues[link] ?? 0) - 1;
  const amount = value(run, first);
  const because = lastChange(run, first);
  for (let cell = first; cell < last; cell++)
    write(run, cell, value(run, cell + 1), 'late', link, lastChange(run, cell + 1));
  write(run, last, 0, 'late', link, because);
  if (amount !== 0) move(run, link, amount, 'late', because);
}
