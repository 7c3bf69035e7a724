/**
 * What happens unasked: acts of clients and outsiders, and events. At most two unasked acts and three events a round,
 * each with a sign one round ahead.
 */
import { die } from '../dice.ts';
import { confidenceStep, holds } from '../statecharts/holds.ts';
import { add, fire, lastChange, value, withValues, write } from '../run.ts';
import type { Run } from '../run.ts';
import type { EventTable, OutsiderTable } from '../tables.ts';
import { enabled } from '../statecharts/enabled.ts';
import { landNow } from './links.ts';

export const mostUnasked = 2;
export const mostEvents = 3;

/** Let clients and outsiders act on the signs that were shown, then show the signs for the next round. */
export function actUnasked(run: Run): void {
  run.step = 'unasked';
  let acts = 0;
  for (const { client, at, move } of run.tables.unasked) {
    if (acts >= mostUnasked) return;
    if (value(run, move.sign) === 0) continue;
    const transition = enabled(move.from[value(run, move.line.cell)], run.cells);
    if (!transition) continue;
    const reference = client * 100 + at;
    const because = lastChange(run, move.sign);
    const made = write(run, move.made, round(run), 'unasked', reference, because);
    write(run, move.line.cell, transition.target, 'unasked', reference, made);
    fire(run, transition.fires, made);
    landNow(run);
    acts++;
  }
  const { outsiders } = run.tables;
  for (let at = 0; at < outsiders.length; at++) {
    const outsider = outsiders[at] as OutsiderTable;
    if (acts >= mostUnasked) return;
    if (value(run, outsider.sign) === 0 || value(run, outsider.alarm) < outsider.threshold) continue;
    const acted = write(run, outsider.acted, round(run), 'outsider', at, lastChange(run, outsider.alarm));
    add(run, outsider.alarm, -outsider.relief, 'outsider', at, acted);
    fire(run, outsider.fires, acted);
    landNow(run);
    acts++;
  }
}

/** Let events happen whose sign was shown, in id order, each reading what earlier ones left. */
export function happenEvents(run: Run): void {
  run.step = 'events';
  let happened = 0;
  for (const event of run.tables.events) {
    if (happened >= mostEvents) break;
    if (value(run, event.sign) === 0 || !mayHappen(event, run.cells, round(run))) continue;
    const { recorded, without } = run.chance;
    if (without?.events.has(event.index)) continue;
    if (recorded) {
      if (recorded.events.get(event.index) !== round(run)) continue;
    } else if (event.chance < 10000) {
      const thrown = die(run.chance.dice, round(run), event.rule, 0, 10000);
      if (thrown >= event.chance) continue;
      withValues(run, () => ({ chance: event.chance, die: thrown }));
    }
    const at = Math.max(
      0,
      event.cases.findIndex((one) => holds(one.when, run.cells)),
    );
    const id = write(run, event.happened, round(run), 'event', event.index, lastChange(run, event.sign));
    write(run, event.which, at + 1, 'event', event.index, id);
    fire(run, event.cases[at]?.fires ?? [], id);
    landNow(run);
    happened++;
  }
}

/**
 * Show what may come in the round after this one.
 * @param coming the number of that round
 */
export function showSigns(run: Run, coming: number): void {
  for (const { client, move } of run.tables.unasked) {
    const ready = enabled(move.from[value(run, move.line.cell)], run.cells) !== null;
    write(
      run,
      move.sign,
      ready ? 1 : 0,
      'sign',
      -1,
      lastChange(run, run.tables.clients[client]?.confidence ?? -1),
    );
  }
  for (const outsider of run.tables.outsiders) {
    write(
      run,
      outsider.sign,
      value(run, outsider.alarm) >= outsider.threshold ? 1 : 0,
      'sign',
      -1,
      lastChange(run, outsider.alarm),
    );
  }
  for (const event of run.tables.events) {
    write(run, event.sign, mayHappen(event, run.cells, coming) ? 1 : 0, 'sign', -1, -1);
  }
}

function mayHappen(event: EventTable, cells: Int32Array, when: number): boolean {
  return cells[event.happened] === 0 && when >= event.first && when <= event.last && holds(event.when, cells);
}

function round(run: Run): number {
  return value(run, run.tables.at.round);
}

/** Whole steps of a client's confidence, 0 to 3. */
export function confidenceOf(cells: Int32Array, cell: number): number {
  return Math.min(3, Math.trunc((cells[cell] ?? 0) / confidenceStep));
}
