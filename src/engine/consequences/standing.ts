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
import { passes, stepSize } from '../statecharts/holds.ts';
import type { CapitalTable, PairTable, PartTable } from '../tables.ts';

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
  const { capitals, at } = run.tables;
  for (let one = 0; one < capitals.length; one++) {
    const capital = capitals[one] as CapitalTable;
    redraw(run, capital);
    crossRedLines(run, capital);
    answerAtHome(run, capital);
  }
  limitSteps(run);
  for (let one = 0; one < capitals.length; one++) {
    const capital = capitals[one] as CapitalTable;
    tieHands(run, capital);
    payIn(run, capital);
  }
  restoreReliance(run);
  if (run.trace === null) reachQuietly(run);
  else {
    setAims(run, 'aim');
    setPeople(run, 'people');
  }
  // The average of an aim is over the rounds that were played; the quarters that run on only move its end.
  if (value(run, at.phase) === 2) return;
  const { goals, sums } = run.flat;
  for (let aim = 0; aim < sums.length; aim++) {
    const cell = goals[aim] ?? 0;
    const sum = sums[aim] ?? 0;
    write(run, sum, value(run, sum) + value(run, cell), 'aim', -1, lastChange(run, cell));
  }
}

/** Set all aims and the human ledger where nothing is told. */
function reachQuietly(run: Run): void {
  const { cells } = run;
  const { goals } = run.flat;
  for (let list = 0; list < goals.length; list++) {
    const cell = goals[list] ?? 0;
    cells[cell] = limited(cells[cell] ?? 0, reachedBy(run, list));
  }
}

/** How far a watched level gets on its way to where it is drawn: one step at most. */
function limited(now: number, target: number): number {
  return target > now + stepSize ? now + stepSize : target < now - stepSize ? now - stepSize : target;
}

/** Read a watched level in whole steps, 0 to 4. */
export function stepOf(level: number): number {
  return level < stepSize ? 0 : level >= 4 * stepSize ? 4 : (level / stepSize) | 0;
}

/** How far the parts are reached, in hundredths. */
export function reached(parts: readonly PartTable[], cells: Int32Array): number {
  let sum = 0;
  let weights = 0;
  for (const { cell, from, to, weight } of parts) {
    sum += shareOf((cells[cell] ?? 0) - from, to - from) * weight;
    weights += weight;
  }
  return (sum / weights) | 0;
}

/** The same on flat tables: how far a list of parts is reached. */
function reachedBy({ cells, flat }: Run, list: number): number {
  const { aims, parts, weights } = flat;
  const { cell, from, span, weight } = parts;
  const end = aims[list + 1] ?? 0;
  let sum = 0;
  for (let at = aims[list] ?? 0; at < end; at++)
    sum += Math.imul(shareOf((cells[cell[at] ?? 0] ?? 0) - (from[at] ?? 0), span[at] ?? 1), weight[at] ?? 0);
  return (sum / (weights[list] ?? 1)) | 0;
}

/** What share of a span is behind, 0 to 10000; a span may lead downwards. Nothing branches: where a level lies cannot be foreseen. */
function shareOf(way: number, span: number): number {
  const back = span >> 31;
  const whole = (span ^ back) - back;
  const gone = (way ^ back) - back;
  // Not below nothing, and not beyond the whole.
  const begun = gone & ~(gone >> 31);
  const short = begun - whole;
  return (Math.imul(whole + (short & (short >> 31)), 10000) / whole) | 0;
}

/** Set each aim to what its parts reach; after the start it moves at most one step. */
export function setAims(run: Run, kind: 'start' | 'aim'): void {
  const { capitals } = run.tables;
  let list = 0;
  for (let one = 0; one < capitals.length; one++) {
    const { aims } = capitals[one] as CapitalTable;
    for (let own = 0; own < aims.length; own++) {
      const { cell, parts } = aims[own] as CapitalTable['aims'][number];
      approach(run, cell, reachedBy(run, list++), kind, parts);
    }
  }
}

/** Set the human ledger likewise. */
export function setPeople(run: Run, kind: 'start' | 'people'): void {
  const { people, at } = run.tables;
  approach(run, at.people, reachedBy(run, run.flat.weights.length - 1), kind, people);
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
  const to = kind === 'start' ? target : limited(now, target);
  if (run.trace === null) {
    run.cells[cell] = to;
    return;
  }
  run.values = { reached: target };
  write(run, cell, to, kind, -1, strongestCause(run, parts));
}

/** The last change of the part that moved most this round: where the aim's reason is to be looked for. */
function strongestCause(run: Run, parts: readonly PartTable[]): number {
  let most = 0;
  let because = -1;
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
  const { code, redFrom, reds } = run.flat;
  const hand = cardOf(capital, run.cells, value(run, run.tables.at.layers));
  const first = redFrom[capital.index] ?? 0;
  const end = redFrom[capital.index + 1] ?? 0;
  for (let at = first; at < end; at++) {
    const card = reds.card[at] ?? -1;
    if (card >= 0 && card !== hand) continue;
    if (value(run, reds.crossed[at] ?? 0) !== 0 || !passes(code, reds.when[at] ?? 0, run.cells)) continue;
    cross(run, capital, at - first);
  }
}

function cross(run: Run, capital: CapitalTable, number: number): void {
  const line = capital.redLines[number] as CapitalTable['redLines'][number];
  const reference = capital.index * 100 + number;
  if (line.card >= 0) run.seen = 1 << capital.index;
  const because = run.trace === null ? -1 : causeOf(run, line.when);
  const crossed = write(run, line.crossed, run.round, 'redLine', reference, because);
  run.seen = everybody;
  add(run, capital.home, -redLineCosts, 'redLine', reference, crossed);
}

/** Aims reached raise support at home and lost ones lower it, as they stood when the round began; heavy stances wear it down. */
function answerAtHome(run: Run, capital: CapitalTable): void {
  const { aims, home, index } = capital;
  for (let own = 0; own < aims.length; own++) {
    const { cell } = aims[own] as CapitalTable['aims'][number];
    const step = stepOf(run.before[cell] ?? 0);
    const by = step >= 3 ? aimPleases : step === 0 ? -aimPleases : 0;
    if (by !== 0) add(run, home, by, 'pleased', index, lastChange(run, cell));
  }
  const { heavyFrom, heavy } = run.flat;
  const end = heavyFrom[index + 1] ?? 0;
  for (let at = heavyFrom[index] ?? 0; at < end; at++) {
    const line = heavy[at] ?? 0;
    const upkeep = upkeepOf(run, line);
    if (upkeep === 0) continue;
    const because = lastChange(run, run.flat.lines.cell[line] ?? 0);
    add(run, home, -upkeep * upkeepWearies, 'wearied', index, because);
  }
}

/** Influence a round that a line takes where it stands. */
function upkeepOf({ cells, flat: { lines } }: Run, line: number): number {
  return lines.upkeep[(lines.at[line] ?? 0) + (cells[lines.cell[line] ?? 0] ?? 0)] ?? 0;
}

/** Keep home and trust within one step of where they stood after the last round: what a cable brought back in the talks counts. */
function limitSteps(run: Run): void {
  const { capitals, pairs } = run.tables;
  for (let one = 0; one < capitals.length; one++) limit(run, (capitals[one] as CapitalTable).home, 0);
  for (let one = 0; one < pairs.length; one++) {
    const { trust, mended } = pairs[one] as PairTable;
    limit(run, trust, value(run, mended));
    write(run, mended, 0, 'clear', -1, -1);
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
  const { heavyFrom, heavy } = run.flat;
  const end = heavyFrom[capital.index + 1] ?? 0;
  for (let at = heavyFrom[capital.index] ?? 0; at < end; at++) upkeep += upkeepOf(run, heavy[at] ?? 0);
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
  const { length } = run.tables.capitals;
  const { supports, supported, reliance } = run.flat;
  for (let one = 0; one < supported.length; one++) {
    const at = supported[one] ?? 0;
    const by = supportedBy(run, supports[at] ?? 0, supports[at + 1] ?? 0);
    if (by >= 0) add(run, reliance[at] ?? 0, 1, 'support', at % length, lastChange(run, by));
  }
}

/** Cell of the act or the stance by which a client was supported this round, -1 where it was not. */
function supportedBy({ cells, flat, round }: Run, first: number, end: number): number {
  const { cell, stances } = flat.supporting;
  for (let at = first; at < end; at++) {
    const found = cell[at] ?? 0;
    const is = cells[found] ?? 0;
    const bits = stances[at] ?? 0;
    if (bits === 0 ? is === round : (bits & (1 << is)) !== 0) return found;
  }
  return -1;
}

/** Draw a new instruction card when the event came that changes who governs. */
function redraw(run: Run, capital: CapitalTable): void {
  const { redrawsAfter } = capital;
  if (redrawsAfter < 0 || value(run, redrawsAfter) !== run.round || value(run, capital.card) === 0) return;
  run.seen = 1 << capital.index;
  const card = 1 + die(run.chance.dice, run.round, ruleHash(`card.${capital.id}`), 1, capital.cards.length);
  write(run, capital.card, card, 'card', capital.index, lastChange(run, capital.redrawsAfter));
  run.seen = everybody;
}
