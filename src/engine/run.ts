/**
 * The one way in which rules write cells. Given a trace, each write is reported with its cause; without one it costs a store.
 * No rule of the game stands here.
 */
import { causeId, causeSources, everybody } from './changes.ts';
import type { CauseKind, Step, Trace } from './changes.ts';
import type { Seed } from './dice.ts';
import type { Flat } from './flat.ts';
import { mostMoves } from './layout.ts';
import type { FireTable, Tables } from './tables.ts';

/** A game's luck: the seed of its dice, and its links' strengths as drawn from their range (hundredths, by link number). */
export interface Chance {
  readonly dice: Seed;
  readonly strengths: Int32Array;
  /** Where history is played: what is on record takes the place of dice, and where nothing is, the middle of a press's die. */
  readonly recorded?: Recorded;
  /** What a counterfactual takes out of it. */
  readonly without?: Without;
  /** The round into which a teacher put an event, by event number: it happens then whatever its dates, conditions and dice say. */
  readonly injected?: ReadonlyMap<number, number>;
  /** Who keeps books: told of the cells as the last quarter with orders left them, since those that run on empty what it ended. */
  readonly closed?: (cells: Int32Array) => void;
}

/** Luck that is taken out of a game to learn what it was worth. */
export interface Without {
  /** Numbers of events that do not happen. */
  readonly events: ReadonlySet<number>;
  /** Presses whose die falls on its middle, by move number × 100 + round. */
  readonly presses: ReadonlySet<number>;
  /** Serial numbers of pacts that stay secret. */
  readonly leaks: ReadonlySet<number>;
  /** What clients never do unasked (as causes refer to it), and numbers of outsiders that never act. */
  readonly acts: ReadonlySet<number>;
  readonly outsiders: ReadonlySet<number>;
}

/** What is on record and would else be thrown for. */
export interface Recorded {
  /** Round in which an event happened, by event number; events that are not here do not happen. */
  readonly events: ReadonlyMap<number, number>;
  /** A client's reply to a press (`replies` in `clients/answer.ts`), by move number × 100 + round. */
  readonly replies: ReadonlyMap<number, number>;
}

/** Impulses that were fired and not yet applied. */
export interface Fired {
  readonly link: Int32Array;
  readonly times: Int32Array;
  readonly because: Int32Array;
  count: number;
}

/** Moves ordered together, in the order in which they were locked. */
export interface Ordered {
  /** Number of the move, and what is pressed with it. */
  readonly move: Int32Array;
  readonly influence: Int32Array;
  readonly price: Int32Array;
  /** The change that paid for it; once it is made, the change that made it. */
  readonly because: Int32Array;
  count: number;
}

/** Make an empty list for so many moves. */
export function orderedList(most: number): Ordered {
  const numbers = (): Int32Array => new Int32Array(most);
  return { move: numbers(), influence: numbers(), price: numbers(), because: numbers(), count: 0 };
}

export interface Run {
  readonly tables: Tables;
  readonly flat: Flat;
  readonly least: Int32Array;
  readonly most: Int32Array;
  cells: Int32Array;
  chance: Chance;
  trace: Trace | null;
  /** The round in which it was opened. */
  round: number;
  /** The cells at the close of talks: prices and guards of orders are read here. Set by `remember`. */
  readonly before: Int32Array;
  /** What the conditions of impulses that land together read. */
  readonly read: Int32Array;
  /** What each link of a pass (or each clock) moves, and each drift: worked out before any of them does. */
  readonly amounts: Int32Array;
  readonly drifting: Int32Array;
  readonly fired: Fired;
  /** What all capitals ordered this round. */
  readonly ordered: Ordered;
  /** Cells that got amounts in this pass and are to be clamped once. */
  readonly touched: Int32Array;
  touchedCount: number;
  /** Influence passed or taken this round, by capital: it counts next round. */
  readonly gifts: Int32Array;
  /** Slots of the deals on the table, by serial number (see `listDeals`). */
  readonly deals: Int32Array;
  dealCount: number;
  /** By pair: pacts that are being counted. */
  readonly counted: Int32Array;
  /** By capital: what has become of its side of the pact that is being judged. */
  readonly sides: Int32Array;
  /** Pairs, as bits, whose trust a pact has raised this round. */
  raised: number;
  /** The change that brought about what was judged last. */
  cause: number;
  step: Step;
  /** Who may see what is written now into guarded cells; all others are seen by everybody. */
  seen: number;
  /** Numbers that go with the next traced write. */
  values: Record<string, number> | undefined;
}

const mostFired = 512;

/** Open a run on cells that it will write. Rules never run inside one another: the run opened before on these tables is over. */
export function openRun(
  tables: Tables,
  cells: Int32Array,
  chance: Chance,
  trace: Trace | null,
  step: Step,
): Run {
  let run = runs.get(tables);
  if (!run) runs.set(tables, (run = makeRun(tables, chance)));
  return reopen(run, cells, chance, trace, step);
}

/** Open a run again in its own working memory, on other cells or in another step. */
export function reopen(run: Run, cells: Int32Array, chance: Chance, trace: Trace | null, step: Step): Run {
  run.gifts.fill(0);
  run.fired.count = 0;
  run.ordered.count = 0;
  run.cells = cells;
  run.chance = chance;
  run.trace = trace;
  run.round = cells[run.tables.at.round] ?? 0;
  run.touchedCount = 0;
  run.step = step;
  run.seen = everybody;
  run.values = undefined;
  return run;
}

/** Remember the cells as they are at the close of talks. */
export function remember(run: Run): void {
  run.before.set(run.cells);
}

/** Working memory is kept beside the tables. */
const runs = new WeakMap<Tables, Run>();

/** Make working memory of its own, for who keeps a run open while others play. */
export function makeRun(tables: Tables, chance: Chance): Run {
  const { size } = tables.layout;
  return {
    tables,
    flat: tables.flat,
    least: tables.layout.least,
    most: tables.layout.most,
    cells: new Int32Array(0),
    chance,
    trace: null,
    round: 0,
    before: new Int32Array(size),
    read: new Int32Array(size),
    amounts: new Int32Array(Math.max(tables.links.length, tables.clocks.length)),
    drifting: new Int32Array(tables.drifts.length),
    fired: {
      link: new Int32Array(mostFired),
      times: new Int32Array(mostFired),
      because: new Int32Array(mostFired),
      count: 0,
    },
    ordered: orderedList(tables.capitals.length * mostMoves),
    touched: new Int32Array(2 * tables.links.length + tables.drifts.length + mostFired),
    touchedCount: 0,
    gifts: new Int32Array(tables.capitals.length),
    deals: new Int32Array(tables.deals.length),
    dealCount: 0,
    counted: new Int32Array(tables.pairs.length),
    sides: new Int32Array(tables.capitals.length),
    raised: 0,
    cause: -1,
    step: 'talks',
    seen: everybody,
    values: undefined,
  };
}

/**
 * Write a cell.
 * @param reference number of what the cause kind names (move, link, event …), -1 for none
 * @param because id of the change that led here, -1 for none
 * @returns the change's id when traced and the value differs, else `because`
 */
export function write(
  run: Run,
  cell: number,
  to: number,
  kind: CauseKind,
  reference: number,
  because: number,
): number {
  if (run.trace !== null) return tell(run, run.trace, cell, to, kind, reference, because);
  run.cells[cell] = to;
  return because;
}

/** Write a cell and report it. */
function tell(
  run: Run,
  trace: Trace,
  cell: number,
  to: number,
  kind: CauseKind,
  reference: number,
  because: number,
): number {
  const from = run.cells[cell] ?? 0;
  const { values } = run;
  run.values = undefined;
  if (from === to) return because;
  run.cells[cell] = to;
  const id = trace.next++;
  trace.last[cell] = id;
  const { tables } = run;
  trace.changes.push({
    id,
    round: run.round,
    step: run.step,
    where: tables.layout.paths[cell] ?? '',
    from,
    to,
    by: { kind, id: causeId(tables, kind, reference), ...(values ? { values } : {}) },
    because,
    source: causeSources(tables, kind, reference),
    seen: tables.layout.guarded[cell] === 1 ? run.seen : everybody,
  });
  return id;
}

/** Add to a cell and keep it within its own bounds. */
export function add(
  run: Run,
  cell: number,
  amount: number,
  kind: CauseKind,
  reference: number,
  because: number,
): number {
  return write(run, cell, bounded(run, cell, value(run, cell) + amount), kind, reference, because);
}

/** Keep a value within a cell's own bounds. */
function bounded(run: Run, cell: number, wanted: number): number {
  const least = run.least[cell] ?? 0;
  const most = run.most[cell] ?? 0;
  return wanted < least ? least : wanted > most ? most : wanted;
}

export function value(run: Run, cell: number): number {
  return run.cells[cell] ?? 0;
}

/** Give the id of the last change of a cell, -1 where there was none or nothing is traced. */
export function lastChange(run: Run, cell: number): number {
  return run.trace === null ? -1 : (run.trace.last[cell] ?? -1);
}

/** Fire impulses; they are applied with the next pass of links. */
export function fire(run: Run, fires: readonly FireTable[], because: number): void {
  const { fired } = run;
  for (let at = 0; at < fires.length; at++) {
    const { link, times } = fires[at] as FireTable;
    if (fired.count >= mostFired) throw new Error('too many impulses in one round');
    fired.link[fired.count] = link;
    fired.times[fired.count] = times;
    fired.because[fired.count] = because;
    fired.count++;
  }
}

/** Fire the impulses of a way, on flat tables. */
export function fireWay(run: Run, way: number, because: number): void {
  const { fired, flat } = run;
  const { link, times } = flat.fires;
  const end = flat.ways.fire[way + 1] ?? 0;
  let { count } = fired;
  for (let at = flat.ways.fire[way] ?? 0; at < end; at++) {
    if (count >= mostFired) throw new Error('too many impulses in one round');
    fired.link[count] = link[at] ?? 0;
    fired.times[count] = times[at] ?? 0;
    fired.because[count] = because;
    count++;
  }
  fired.count = count;
}

/** Put an amount on a cell that is clamped when the pass ends. */
export function accumulate(
  run: Run,
  cell: number,
  amount: number,
  kind: CauseKind,
  reference: number,
  because: number,
): void {
  if (amount === 0) {
    run.values = undefined;
    return;
  }
  run.touched[run.touchedCount++] = cell;
  const { cells } = run;
  const to = (cells[cell] ?? 0) + amount;
  if (run.trace === null) cells[cell] = to;
  else tell(run, run.trace, cell, to, kind, reference, because);
}

/** Clamp what the pass touched; what the clamp cut is a change of its own. */
export function clampTouched(run: Run): void {
  const { touched, cells, least, most } = run;
  for (let at = 0; at < run.touchedCount; at++) {
    const cell = touched[at] ?? 0;
    const now = cells[cell] ?? 0;
    if (now < (least[cell] ?? 0)) write(run, cell, least[cell] ?? 0, 'clamp', -1, lastChange(run, cell));
    else if (now > (most[cell] ?? 0)) write(run, cell, most[cell] ?? 0, 'clamp', -1, lastChange(run, cell));
  }
  run.touchedCount = 0;
}

/** Clamp all that a pass of links can have touched; where nothing is told, which they were need not be written down. */
export function clampMoved(run: Run): void {
  const { cells, least, most } = run;
  const { moved } = run.flat;
  for (let at = 0; at < moved.length; at++) {
    const cell = moved[at] ?? 0;
    const now = cells[cell] ?? 0;
    if (now < (least[cell] ?? 0)) cells[cell] = least[cell] ?? 0;
    else if (now > (most[cell] ?? 0)) cells[cell] = most[cell] ?? 0;
  }
  run.touchedCount = 0;
}

/** Keep an impulse that is not applied yet, at an earlier place of the list. */
export function keepFired(fired: Fired, from: number, to: number): void {
  fired.link[to] = fired.link[from] ?? 0;
  fired.times[to] = fired.times[from] ?? 0;
  fired.because[to] = fired.because[from] ?? -1;
}
