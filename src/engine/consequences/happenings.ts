/**
 * What happens unasked: acts of clients and outsiders, and events. At most two unasked acts and three events a round,
 * each with a sign one round ahead.
 */
import { die } from '../dice.ts';
import { add, fire, lastChange, value, write } from '../run.ts';
import type { Run } from '../run.ts';
import { wayOut } from '../statecharts/enabled.ts';
import { confidenceStep, holds, passes } from '../statecharts/holds.ts';
import type { EventTable, OutsiderTable, Tables, TransitionTable } from '../tables.ts';
import { landNow } from './links.ts';

export const mostUnasked = 2;
export const mostEvents = 3;

/** Let clients and outsiders act on the signs that were shown, then show the signs for the next round. */
export function actUnasked(run: Run): void {
  run.step = 'unasked';
  let acts = 0;
  const { unasked, outsiders } = run.tables;
  const { sign, line, from } = run.flat.unasked;
  for (let at = 0; at < unasked.length; at++) {
    if (acts >= mostUnasked) return;
    if (value(run, sign[at] ?? 0) === 0) continue;
    const way = wayOut(run.flat, (from[at] ?? 0) + value(run, line[at] ?? 0), run.cells);
    if (way < 0) continue;
    const transition = run.flat.ways.take[way] as TransitionTable;
    const { client, move, at: number } = unasked[at] as Tables['unasked'][number];
    const reference = client * 100 + number;
    if (run.chance.without?.acts.has(reference)) continue;
    const because = lastChange(run, move.sign);
    const made = write(run, move.made, run.round, 'unasked', reference, because);
    write(run, move.line.cell, transition.target, 'unasked', reference, made);
    fire(run, transition.fires, made);
    landNow(run);
    acts++;
  }
  for (let at = 0; at < outsiders.length; at++) {
    const outsider = outsiders[at] as OutsiderTable;
    if (acts >= mostUnasked) return;
    if (value(run, outsider.sign) === 0 || value(run, outsider.alarm) < outsider.threshold) continue;
    if (run.chance.without?.outsiders.has(at)) continue;
    const acted = write(run, outsider.acted, run.round, 'outsider', at, lastChange(run, outsider.alarm));
    add(run, outsider.alarm, -outsider.relief, 'outsider', at, acted);
    fire(run, outsider.fires, acted);
    landNow(run);
    acts++;
  }
}

/** Let events happen whose sign was shown, in id order, each reading what earlier ones left. */
export function happenEvents(run: Run): void {
  run.step = 'events';
  const { events } = run.tables;
  const { sign } = run.flat.events;
  if (run.chance.injected) happenInjected(run, run.chance.injected);
  const now = eventsIn(run, run.round);
  let happened = 0;
  for (let at = 0; at < now.length; at++) {
    if (happened >= mostEvents) break;
    const event = now[at] ?? 0;
    if (value(run, sign[event] ?? 0) === 0 || !mayHappen(run, event, run.round)) continue;
    if (happen(run, events[event] as EventTable)) happened++;
  }
}

function eventsIn({ flat }: Run, round: number): Int32Array {
  return flat.events.in[round] ?? none;
}
const none = new Int32Array(0);

/** Let the events happen that were put into this round; they are beyond the number that a round has by itself. */
function happenInjected(run: Run, injected: ReadonlyMap<number, number>): void {
  const missing = run.chance.without?.events;
  for (const event of run.tables.events) {
    if (injected.get(event.index) !== run.round || missing?.has(event.index)) continue;
    if (value(run, event.happened) === 0) takeCourse(run, event);
  }
}

/** Throw for an event, and let it happen where the die says so. */
function happen(run: Run, event: EventTable): boolean {
  const { recorded, without } = run.chance;
  if (without?.events.has(event.index)) return false;
  if (recorded) {
    if (recorded.events.get(event.index) !== run.round) return false;
  } else if (event.chance < 10000) {
    const thrown = die(run.chance.dice, run.round, event.rule, 0, 10000);
    if (thrown >= event.chance) return false;
    if (run.trace !== null) run.values = { chance: event.chance, die: thrown };
  }
  takeCourse(run, event);
  return true;
}

/** Let an event take the course that fits the moment. */
function takeCourse(run: Run, event: EventTable): void {
  const { cases } = event;
  let at = 0;
  while (at < cases.length && !holds(cases[at]?.when ?? null, run.cells)) at++;
  // Where no case holds it takes the course of the first.
  if (at === cases.length) at = 0;
  const id = write(run, event.happened, run.round, 'event', event.index, lastChange(run, event.sign));
  write(run, event.which, at + 1, 'event', event.index, id);
  fire(run, cases[at]?.fires ?? nothing, id);
  landNow(run);
}
const nothing: EventTable['cases'][number]['fires'] = [];

/**
 * Show what may come in the round after this one.
 * @param coming the number of that round
 */
export function showSigns(run: Run, coming: number): void {
  const { tables, flat, cells } = run;
  const { unasked, outsiders, clients } = tables;
  const { sign, line, from } = flat.unasked;
  const quiet = run.trace === null;
  for (let at = 0; at < unasked.length; at++) {
    const ready = wayOut(flat, (from[at] ?? 0) + (cells[line[at] ?? 0] ?? 0), cells) >= 0 ? 1 : 0;
    if (quiet) cells[sign[at] ?? 0] = ready;
    else show(run, sign[at] ?? 0, ready, clients[unasked[at]?.client ?? 0]?.confidence ?? 0);
  }
  for (let at = 0; at < outsiders.length; at++) {
    const { sign: shown, alarm, threshold } = outsiders[at] as OutsiderTable;
    const ready = (cells[alarm] ?? 0) >= threshold ? 1 : 0;
    if (quiet) cells[shown] = ready;
    else show(run, shown, ready, alarm);
  }
  const signs = flat.events.sign;
  const next = eventsIn(run, coming);
  for (let at = 0; at < next.length; at++) {
    const event = next[at] ?? 0;
    write(run, signs[event] ?? 0, mayHappen(run, event, coming) ? 1 : 0, 'sign', -1, -1);
  }
}

/** Show or take away a sign that hangs on a level. */
function show(run: Run, sign: number, shown: number, level: number): void {
  write(run, sign, shown, 'sign', -1, lastChange(run, level));
}

function mayHappen({ cells, flat }: Run, event: number, when: number): boolean {
  const { events, code } = flat;
  return (
    when >= (events.first[event] ?? 0) &&
    when <= (events.last[event] ?? 0) &&
    cells[events.happened[event] ?? 0] === 0 &&
    passes(code, events.when[event] ?? 0, cells)
  );
}

/** Whole steps of a client's confidence, 0 to 3. */
export function confidenceOf(cells: Int32Array, cell: number): number {
  return Math.min(3, Math.trunc((cells[cell] ?? 0) / confidenceStep));
}
