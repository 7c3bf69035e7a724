/**
 * Links: how stances, levels and impulses move levels. All links of a pass read the same values; amounts are summed per level
 * and clamped once; control only moves from one holder to another and never more than is there.
 */
import { accumulate, clampMoved, clampTouched, keepFired, lastChange, value, write } from '../run.ts';
import type { Run } from '../run.ts';
import { passes, yes } from '../statecharts/holds.ts';

/**
 * Follow all links once: late amounts arrive, levels and stances push, delayed impulses set out, levels drift to their anchors.
 * All amounts are worked out before the first is written, so that all read the same values.
 */
export function followLinks(run: Run): void {
  run.step = 'links';
  weighLinks(run);
  weighDrifts(run);
  if (run.trace !== null) run.read.set(run.cells);
  // Where nothing is told, sums need no order.
  const quiet = run.trace === null;
  if (quiet) addPlain(run);
  const { amounts, flat } = run;
  const places = quiet ? flat.special : flat.every;
  for (let at = 0; at < places.length; at++) {
    const place = places[at] ?? 0;
    const link = flat.following[place] ?? 0;
    const amount = amounts[place] ?? 0;
    if (flat.links.dues[link] !== 0) deliverLate(run, link);
    if (amount !== 0) follow(run, link, amount);
  }
  landImpulses(run, 'setOut');
  if (quiet) {
    addDrifts(run);
    clampMoved(run);
  } else {
    tellDrifts(run);
    clampTouched(run);
  }
}

/** Add what plain links move. */
function addPlain({ amounts, cells, flat: { following, plain, links } }: Run): void {
  const { target } = links;
  for (let at = 0; at < plain.length; at++) {
    const place = plain[at] ?? 0;
    const level = target[following[place] ?? 0] ?? 0;
    cells[level] = (cells[level] ?? 0) + (amounts[place] ?? 0);
  }
}

/** Add what levels drift. */
function addDrifts({ drifting, cells, flat: { drifts } }: Run): void {
  const { cell } = drifts;
  for (let at = 0; at < cell.length; at++) {
    const level = cell[at] ?? 0;
    cells[level] = (cells[level] ?? 0) + (drifting[at] ?? 0);
  }
}

/** Let levels drift, and tell of it. */
function tellDrifts(run: Run): void {
  const { cell } = run.flat.drifts;
  for (let at = 0; at < cell.length; at++) {
    const level = cell[at] ?? 0;
    accumulate(run, level, run.drifting[at] ?? 0, 'drift', -1, lastChange(run, level));
  }
}

/** Work out what every link that pushes by itself moves in this pass. */
function weighLinks({ amounts, cells, chance, flat }: Run): void {
  const { following, guarded, links, code } = flat;
  const { stance, source, reference, when } = links;
  const { strengths } = chance;
  for (let at = 0; at < following.length; at++) {
    const link = following[at] ?? 0;
    const away = (cells[source[link] ?? 0] ?? 0) - (reference[link] ?? 0);
    const strength = strengths[link] ?? 0;
    const kind = stance[link] ?? -1;
    amounts[at] = kind === 0 ? hundredths(strength, away) : kind === 1 && away === 0 ? strength : 0;
  }
  for (let at = 0; at < guarded.length; at++) {
    const place = guarded[at] ?? 0;
    if (!passes(code, when[following[place] ?? 0] ?? 0, cells)) amounts[place] = 0;
  }
}

/** Work out how far every level drifts to its anchor. */
function weighDrifts({ drifting, cells, flat: { drifts } }: Run): void {
  const { cell, anchor, drift } = drifts;
  for (let at = 0; at < cell.length; at++)
    drifting[at] = hundredths((anchor[at] ?? 0) - (cells[cell[at] ?? 0] ?? 0), drift[at] ?? 0);
}

/** Multiply two numbers in hundredths; strengths and levels are small enough for 32 bits (`compile` sees to that). */
function hundredths(one: number, other: number): number {
  return (Math.imul(one, other) / 10000) | 0;
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
  if (run.trace === null && landPlain(run)) return;
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

/**
 * Land impulses where nothing is told and all of them only add to a level at once, as most do.
 * @returns whether they were such; nothing is written where they were not
 */
function landPlain(run: Run): boolean {
  const { fired, flat, cells, touched } = run;
  const { simple, target } = flat.links;
  const { strengths } = run.chance;
  const { link, times, count } = fired;
  for (let at = 0; at < count; at++) if (simple[link[at] ?? 0] === 0) return false;
  let { touchedCount } = run;
  for (let at = 0; at < count; at++) {
    const one = link[at] ?? 0;
    const level = target[one] ?? 0;
    cells[level] = (cells[level] ?? 0) + Math.imul(strengths[one] ?? 0, times[at] ?? 0);
    touched[touchedCount++] = level;
  }
  run.touchedCount = touchedCount;
  fired.count = 0;
  return true;
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
