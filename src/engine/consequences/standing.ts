/**
 * What a player watches, settled at the end of a round: red lines, home, trust, influence, aims and people.
 * No watched level moves more than one step a round.
 */
import { die, ruleHash } from '../dice.ts';
import { isOn } from '../layers.ts';
import { everybody } from '../changes.ts';
import { add, lastChange, value, write } from '../run.ts';
import { causeOf } from './clocks.ts';
import type { Run } from '../run.ts';
import { holds, stepSize } from '../statecharts/holds.ts';
import type { CapitalTable, PartTable } from '../tables.ts';

/** Influence each capital starts with and gets each round, and the most it carries over. */
export const income = 4;
export const mostCarried = 2;
/** What crossing a red line costs at home, in hundredths. */
const redLineCosts = 1000;
/** What an aim largely reached adds at home each round and a lost one takes; what each influence of upkeep takes (hundredths). */
const aimPleases = 150;
const upkeepWearies = 200;
/** Rounds at home step 1 or less before a line is frozen. */
const lowRoundsBeforeFrozen = 2;

/** Settle what everybody watches. */
export function settle(run: Run): void {
  run.step = 'standing';
  for (const capital of run.tables.capitals) {
    redraw(run, capital);
    crossRedLines(run, capital);
    answerAtHome(run, capital);
  }
  limitSteps(run);
  for (const capital of run.tables.capitals) {
    tieHands(run, capital);
    payIn(run, capital);
  }
  restoreReliance(run);
  setAims(run, 'aim');
  setPeople(run, 'people');
  // The average of an aim is over the rounds that were played; the quarters that run on only move its end.
  if (value(run, run.tables.at.phase) === 2) return;
  for (const capital of run.tables.capitals) {
    for (const aim of capital.aims)
      write(run, aim.sum, value(run, aim.sum) + value(run, aim.cell), 'aim', -1, lastChange(run, aim.cell));
  }
}

/** Read a watched level in whole steps, 0 to 4. */
export function stepOf(level: number): number {
  return Math.max(0, Math.min(4, Math.trunc(level / stepSize)));
}

/** How far the parts are reached, in hundredths. */
export function reached(parts: readonly PartTable[], cells: Int32Array): number {
  let sum = 0;
  let weights = 0;
  for (const { cell, from, to, weight } of parts) {
    const share = Math.trunc((((cells[cell] ?? 0) - from) * 10000) / (to - from));
    sum += Math.min(10000, Math.max(0, share)) * weight;
    weights += weight;
  }
  return Math.trunc(sum / weights);
}

/** Set each aim to what its parts reach; after the start it moves at most one step. */
export function setAims(run: Run, kind: 'start' | 'aim'): void {
  for (const capital of run.tables.capitals)
    for (const aim of capital.aims) approach(run, aim.cell, reached(aim.parts, run.cells), kind, aim.parts);
}

/** Set the human ledger likewise. */
export function setPeople(run: Run, kind: 'start' | 'people'): void {
  approach(run, run.tables.at.people, reached(run.tables.people, run.cells), kind, run.tables.people);
}

/** Tell which red lines count for a capital now: its own, and with instructions the one on its card. */
export function redLinesOf(
  capital: CapitalTable,
  cells: Int32Array,
  layers: number,
): CapitalTable['redLines'] {
  const card = cardOf(capital, cells, layers);
  return capital.redLines.filter((line) => line.card === -1 || line.card === card);
}

/** Number of the card in hand, from 0; -1 where there is none. */
function cardOf(capital: CapitalTable, cells: Int32Array, layers: number): number {
  return isOn(layers, 'instructions') ? (cells[capital.card] ?? 0) - 1 : -1;
}

function approach(
  run: Run,
  cell: number,
  target: number,
  kind: 'start' | 'aim' | 'people',
  parts: readonly PartTable[],
): void {
  const now = value(run, cell);
  const to = kind === 'start' ? target : now + Math.max(-stepSize, Math.min(stepSize, target - now));
  if (run.trace !== null) run.values = { reached: target };
  write(run, cell, to, kind, -1, strongestCause(run, parts));
}

/** The last change of the part that moved most this round: where the aim's reason is to be looked for. */
function strongestCause(run: Run, parts: readonly PartTable[]): number {
  let most = 0;
  let because = -1;
  if (run.trace === null) return because;
  for (const { cell, from, to, weight } of parts) {
    const moved = Math.abs(
      Math.trunc(((value(run, cell) - (run.before[cell] ?? 0)) * weight * 100) / (to - from)),
    );
    if (moved > most) {
      most = moved;
      because = lastChange(run, cell);
    }
  }
  return because;
}

function crossRedLines(run: Run, capital: CapitalTable): void {
  const round = value(run, run.tables.at.round);
  const card = cardOf(capital, run.cells, value(run, run.tables.at.layers));
  for (let at = 0; at < capital.redLines.length; at++) {
    const line = capital.redLines[at] as CapitalTable['redLines'][number];
    const secret = line.card >= 0;
    if ((secret && line.card !== card) || value(run, line.crossed) !== 0 || !holds(line.when, run.cells))
      continue;
    const reference = capital.index * 100 + at;
    if (secret) run.seen = 1 << capital.index;
    const because = run.trace === null ? -1 : causeOf(run, line.when);
    const crossed = write(run, line.crossed, round, 'redLine', reference, because);
    run.seen = everybody;
    add(run, capital.home, -redLineCosts, 'redLine', reference, crossed);
  }
}

/** Aims reached raise support at home and lost ones lower it, as they stood when the round began; heavy stances wear it down. */
function answerAtHome(run: Run, capital: CapitalTable): void {
  for (const aim of capital.aims) {
    const step = stepOf(run.before[aim.cell] ?? 0);
    const by = step >= 3 ? aimPleases : step === 0 ? -aimPleases : 0;
    if (by !== 0) add(run, capital.home, by, 'pleased', capital.index, lastChange(run, aim.cell));
  }
  for (const line of capital.lines) {
    const upkeep = line.upkeep[value(run, line.cell)] ?? 0;
    if (upkeep > 0)
      add(run, capital.home, -upkeep * upkeepWearies, 'wearied', capital.index, lastChange(run, line.cell));
  }
}

/** Keep home and trust within one step of where they stood after the last round: what a cable brought back in the talks counts. */
function limitSteps(run: Run): void {
  for (const capital of run.tables.capitals) limit(run, capital.home, 0);
  for (const pair of run.tables.pairs) {
    limit(run, pair.trust, value(run, pair.mended));
    write(run, pair.mended, 0, 'clear', -1, -1);
  }
}

function limit(run: Run, cell: number, mended: number): void {
  const before = (run.before[cell] ?? 0) - mended;
  const now = value(run, cell);
  const kept = Math.max(0, Math.min(10000, Math.max(before - stepSize, Math.min(before + stepSize, now))));
  if (kept !== now) write(run, cell, kept, 'limit', -1, lastChange(run, cell));
}

function tieHands(run: Run, capital: CapitalTable): void {
  const low = stepOf(value(run, capital.home)) <= 1;
  const rounds = low ? value(run, capital.lowHome) + 1 : 0;
  const because = lastChange(run, capital.home);
  write(run, capital.lowHome, rounds, 'tiedHands', capital.index, because);
  write(run, capital.frozen, rounds >= lowRoundsBeforeFrozen ? 1 : 0, 'tiedHands', capital.index, because);
}

/** Pay each capital its influence for the coming round: what it carries, income and mood at home, less the upkeep of heavy stances. */
export function payIn(run: Run, capital: CapitalTable): void {
  const home = stepOf(value(run, capital.home));
  const carried = Math.min(mostCarried, value(run, capital.influence));
  let upkeep = 0;
  for (const line of capital.lines) upkeep += line.upkeep[value(run, line.cell)] ?? 0;
  const mood = home >= 3 ? 1 : home <= 1 ? -1 : 0;
  const gift = run.gifts[capital.index] ?? 0;
  if (run.trace !== null) run.values = { carried, income, mood, upkeep, gift };
  write(
    run,
    capital.influence,
    Math.max(0, carried + income + mood - upkeep + gift),
    'influence',
    capital.index,
    lastChange(run, capital.home),
  );
}

/** A round of support by a stance or an act restores one point of reliance, not more, however much was done. */
function restoreReliance(run: Run): void {
  const { clients, capitals } = run.tables;
  for (const client of clients) {
    for (const capital of capitals) {
      const supported = supportedBy(run, capital, client.index);
      if (supported < 0) continue;
      const reliance = client.reliance[capital.index] ?? -1;
      add(run, reliance, 1, 'support', capital.index, lastChange(run, supported));
    }
  }
}

/** Cell of the act or the stance by which a capital supported a client this round, -1 where it did not. */
function supportedBy(run: Run, capital: CapitalTable, client: number): number {
  const round = value(run, run.tables.at.round);
  for (const move of capital.supporting)
    if (move.supports === client && value(run, move.made) === round) return move.made;
  for (const line of capital.lines) if (line.supports[value(run, line.cell)] === client) return line.cell;
  return -1;
}

/** Draw a new instruction card when the event came that changes who governs. */
function redraw(run: Run, capital: CapitalTable): void {
  const round = value(run, run.tables.at.round);
  if (
    capital.redrawsAfter < 0 ||
    value(run, capital.redrawsAfter) !== round ||
    value(run, capital.card) === 0
  )
    return;
  run.seen = 1 << capital.index;
  const card = 1 + die(run.chance.dice, round, ruleHash(`card.${capital.id}`), 1, capital.cards.length);
  write(run, capital.card, card, 'card', capital.index, lastChange(run, capital.redrawsAfter));
  run.seen = everybody;
}
