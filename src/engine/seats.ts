/**
 * What a seat may see. A view is a position with everything hidden taken out, so that whatever is worked out
 * from it can leak nothing. Before the debrief, seeds, drawn strengths and temperaments are in no view.
 */
import { everybody } from './changes.ts';
import type { Cause, Change } from './changes.ts';
import { die, ruleHash } from './dice.ts';
import type { Seed } from './dice.ts';
import { isPublic } from './deals/dealSlots.ts';
import { isOn } from './layers.ts';
import { slotName } from './layout.ts';
import type { Position } from './position.ts';
import type { Tables } from './tables.ts';

/** A game as one seat may see it. */
export interface View {
  readonly seat: string;
  /** Cells with others' locked orders, cards and secret deals taken out. */
  readonly cells: Int32Array;
}

/** Make the view of a seat. */
export function viewFor(position: Position, seat: string): View {
  const { tables } = position;
  const cells = position.cells.slice();
  const mine = tables.capitals.findIndex(({ id }) => id === seat);
  for (const capital of tables.capitals) {
    if (capital.index === mine) continue;
    const { order } = capital;
    for (const cell of [
      order.answer,
      order.withhold,
      ...order.moves,
      ...order.influence,
      capital.card,
      capital.proposed,
    ])
      cells[cell] = 0;
    for (const line of capital.redLines) if (line.card >= 0) cells[line.crossed] = 0;
  }
  showDeals(tables, cells, mine);
  return { seat, cells };
}

/** Take a view for a position, so that the rules can be asked about it. */
export function asPosition(tables: Tables, view: View): Position {
  return { tables, cells: view.cells, last: new Int32Array(tables.layout.size).fill(-1), nextChange: 0 };
}

/**
 * Complete a view into a position that could be the true one: what the seat cannot know is drawn by dice.
 * @param seed one made from the view alone, see `viewSeed`; never the game's
 */
export function imagine(tables: Tables, view: View, seed: Seed): Position {
  const cells = view.cells.slice();
  if (isOn(cells[tables.at.layers] ?? 0, 'instructions')) {
    for (const capital of tables.capitals) {
      if (capital.id !== view.seat)
        cells[capital.card] = 1 + die(seed, 0, ruleHash(`imagine.${capital.id}`), 0, capital.cards.length);
    }
  }
  return asPosition(tables, { seat: view.seat, cells });
}

/** Make a seed from what a seat sees, for its own forecasts and its computer's pinch of noise. */
export function viewSeed(view: View): Seed {
  let high = 17;
  let low = ruleHash(view.seat);
  for (let at = 0; at < view.cells.length; at++) {
    high = Math.imul(high ^ (view.cells[at] ?? 0), 0x9e3779b1);
    low = Math.imul(low ^ high ^ (high >>> 15), 0x85ebca6b);
  }
  return { high: high >>> 0, low: low >>> 0 };
}

/** Keeps one seat's own numbering of changes and deal slots, so that gaps tell nothing about what it may not see. */
export interface SeatLog {
  readonly seat: string;
  /** The seat's number of each change that it has seen, by the game's number. */
  readonly numbers: Map<number, number>;
  /** The seat's own slot of each deal that it has seen, by the game's slot. */
  readonly slots: Map<string, string>;
  /** The same for slots that are being emptied: their names are free again. */
  readonly emptied: Map<string, string>;
}

/** Open the log of a seat, at the start of a game. */
export function openLog(seat: string): SeatLog {
  return { seat, numbers: new Map(), slots: new Map(), emptied: new Map() };
}

/**
 * Cut a list of changes down to what the seat may see. What everybody sees but came of something that this seat may not see
 * (a trust that fell for a secret pact, a home for a red line on somebody's card) is shown without its cause.
 * @param log remembers what was shown before; it is written
 */
export function seenChanges(tables: Tables, log: SeatLog, changes: readonly Change[]): Change[] {
  const mine = tables.capitals.findIndex(({ id }) => id === log.seat);
  // Who sits at no capital (a teacher, a spectator) sees what everybody sees.
  const sees = ({ seen }: Change): boolean => (mine < 0 ? seen === everybody : (seen & (1 << mine)) !== 0);
  const { layout } = tables;
  return changes.filter(sees).map((change) => {
    const id = log.numbers.size;
    log.numbers.set(change.id, id);
    const because = log.numbers.get(change.because) ?? -1;
    const own = { ...change, id, because, where: ownPath(log, change), by: withoutStrength(change.by) };
    // What it sees of a guarded cell it may know wholly: its own deal, or one that has leaked.
    const known = because >= 0 || change.because === -1 || layout.guarded[layout.cell(change.where)] === 1;
    return known ? own : { ...own, by: { kind: 'hidden', id: '' }, source: [] };
  });
}

/** How strongly a link was drawn is told in the debrief and not before. */
function withoutStrength(by: Cause): Cause {
  if (by.values?.['strength'] === undefined) return by;
  const values = Object.entries(by.values).filter(([name]) => name !== 'strength');
  return { ...by, values: Object.fromEntries(values) };
}

/** Path of a change with the seat's own slot in place of the game's: which slot a deal lies in depends on deals of others. */
function ownPath(log: SeatLog, { where, to, by }: Change): string {
  const found = /^deal\.(s\d\d)\.(.+)$/.exec(where);
  if (!found) return where;
  const [, slot = '', field = ''] = found;
  let own = log.slots.get(slot) ?? (by.kind === 'clear' ? log.emptied.get(slot) : undefined);
  if (own === undefined) {
    const taken = new Set(log.slots.values());
    let free = 0;
    while (taken.has(slotName(free))) free++;
    own = slotName(free);
    log.slots.set(slot, own);
  }
  // The serial number is the first that is emptied; the rest of the slot follows.
  if (field === 'serial' && to === 0) {
    log.slots.delete(slot);
    log.emptied.set(slot, own);
  }
  return `deal.${own}.${field}`;
}

/** Keep the deals that a seat may see and pack them together, so that an empty slot tells nothing. */
function showDeals(tables: Tables, cells: Int32Array, mine: number): void {
  const seen = tables.deals
    .filter(
      (deal) =>
        cells[deal.state] !== 0 &&
        (isPublic(cells, deal) || ((cells[deal.members] ?? 0) & (1 << mine)) !== 0),
    )
    .map((deal) => deal.cells.map((cell) => cells[cell] ?? 0))
    .sort((one, other) => (one[0] ?? 0) - (other[0] ?? 0));
  for (const deal of tables.deals)
    deal.cells.forEach((cell, at) => (cells[cell] = seen[deal.slot]?.[at] ?? 0));
}
