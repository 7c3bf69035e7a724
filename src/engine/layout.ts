/**
 * Which cell of the position holds what. One path, one cell; paths are sorted, so that the same scenario gives the same layout everywhere.
 * What the cells mean for each other is the business of the rules.
 */
import type { ScenarioShape } from './scenario/schema.ts';

/** Deals (offers and pacts) that can be on the table at once. */
export const dealSlots = 24;
/** Terms one capital can give in one deal. */
export const termsEach = 2;
/** The most moves a capital can lock in a round. */
export const mostMoves = 3;

export interface Layout {
  readonly size: number;
  /** Path of each cell. */
  readonly paths: readonly string[];
  readonly least: Int32Array;
  readonly most: Int32Array;
  readonly start: Int32Array;
  /** 1 where not everybody may see the cell: locked orders, instruction cards, secret deals. */
  readonly guarded: Uint8Array;
  /** Cell of a path, or -1. */
  find(path: string): number;
  /** Cell of a path that must exist; throws when it does not, since that is our own mistake. */
  cell(path: string): number;
}

interface Cell {
  path: string;
  least: number;
  most: number;
  start: number;
}

const guardedPaths = /^(deal|order|card|proposed|crossed)\./;
const hundredths = { least: 0, most: 10000 };
const anything = { least: -2147483647, most: 2147483647, start: 0 };

/** Lay out all cells of a checked scenario. */
export function layoutOf(scenario: ScenarioShape): Layout {
  const cells: Cell[] = [];
  const add = (path: string, cell: Omit<Cell, 'path'>) => cells.push({ path, ...cell });
  const count = (path: string, most = 1_000_000, start = 0) => add(path, { least: 0, most, start });

  for (const path of ['round', 'phase', 'rounds', 'moves', 'layers', 'ending', 'endedAfter']) count(path);
  for (const which of ['governs', 'north', 'outside']) count(`judgement.${which}`);
  add('people', { ...hundredths, start: 0 });
  for (const { id, start } of scenario.issues) add(`issue.${id}`, { ...hundredths, start });
  for (const { id, start } of scenario.levels) add(`level.${id}`, { ...hundredths, start });
  for (const { id, violence } of scenario.theatres)
    add(`violence.${id}`, { ...hundredths, start: violence.start });
  for (const { id, control } of scenario.governorates) {
    for (const holder of scenario.holders)
      add(`control.${id}.${holder}`, { ...hundredths, start: control[holder] ?? 0 });
  }
  for (const { id, start } of scenario.clocks) {
    count(`clock.${id}`, 4, start);
    count(`filled.${id}`);
  }
  for (const { between, start } of scenario.trust) {
    const pair = pairPath(between[0], between[1]);
    add(`trust.${pair}`, { ...hundredths, start });
    add(`owed.${pair}`, anything);
    count(`mended.${pair}`, 10000);
    count(`pact.${pair}`, dealSlots);
  }
  for (const outsider of scenario.outsiders) {
    add(`outsider.${outsider.id}`, { ...hundredths, start: outsider.alarm.start });
    count(`sign.outsider.${outsider.id}`, 1);
    count(`acted.${outsider.id}`);
  }
  for (const event of scenario.events) {
    count(`event.${event.id}`);
    count(`case.${event.id}`);
    count(`sign.event.${event.id}`, 1);
  }
  for (const link of scenario.links) {
    for (let late = 1; late <= link.delay; late++) add(`due.${link.id}.${'abc'[late - 1]}`, anything);
  }
  for (const decision of scenario.decisions) count(`answer.${decision.id}`, decision.options.length);
  for (const client of scenario.clients) {
    machineCells(client.id, client.machine.states);
    add(`confidence.${client.id}`, { ...hundredths, start: client.confidence.start });
    for (const capital of scenario.capitals)
      count(`reliance.${client.id}.${capital.id}`, 3, client.reliance[capital.id] ?? 0);
    for (const region of Object.values(client.machine.states)) {
      for (const [id, move] of Object.entries(region.meta.moves)) {
        count(`made.${client.id}.${id}`);
        if (move.kind === 'unasked') count(`sign.${client.id}.${id}`, 1);
      }
    }
  }
  for (const capital of scenario.capitals) {
    const id = capital.id;
    machineCells(id, capital.machine.states);
    add(`home.${id}`, { ...hundredths, start: capital.home.start });
    for (const own of ['influence', 'card', 'lowHome', 'frozen', 'locked', 'offers', 'proposed', 'calmUntil'])
      count(`${own}.${id}`);
    for (const aim of capital.aims) {
      add(`aim.${id}.${aim.id}`, { ...hundredths, start: 0 });
      count(`aimSum.${id}.${aim.id}`, 10_000_000);
    }
    for (const line of [...capital.redLines, ...capital.cards.map((card) => card.redLine)])
      count(`crossed.${id}.${line.id}`);
    count(`order.${id}.answer`);
    count(`order.${id}.withhold`, 2_147_483_647);
    for (let slot = 0; slot < mostMoves; slot++) {
      count(`order.${id}.move.${'abc'[slot]}`);
      count(`order.${id}.influence.${'abc'[slot]}`, 3);
    }
    for (const field of ['state', 'if', 'stance', 'will', 'round']) count(`warning.${id}.${field}`);
    for (const region of Object.values(capital.machine.states)) {
      for (const [move, definition] of Object.entries(region.meta.moves)) {
        count(`made.${id}.${move}`);
        if (definition.kind === 'press') count(`reply.${id}.${move}`, 100_000);
        if (definition.kind === 'joint') count(`tried.${id}.${move}`);
      }
    }
  }
  for (let slot = 0; slot < dealSlots; slot++) {
    for (const field of dealFields) count(`deal.${slotName(slot)}.${field}`);
    for (const { between } of scenario.trust) count(`deal.${slotName(slot)}.lost.${pairPath(...between)}`);
    for (const capital of scenario.capitals) {
      count(`deal.${slotName(slot)}.verdict.${capital.id}`);
      for (let term = 0; term < termsEach; term++) {
        for (const field of termFields)
          count(`deal.${slotName(slot)}.term.${capital.id}.${'ab'[term]}.${field}`);
      }
    }
  }
  return finish(cells);

  function machineCells(
    id: string,
    regions: Record<string, { initial: string; states: Record<string, unknown> }>,
  ): void {
    for (const [line, region] of Object.entries(regions)) {
      const stances = Object.keys(region.states).sort(byText);
      count(`stance.${id}.${line}`, stances.length - 1, stances.indexOf(region.initial));
    }
  }
}

/** Fields of a deal beside its terms and verdicts, in the order in which they lie in a slot's block. */
export const dealFields = [
  'serial',
  'state',
  'by',
  'members',
  'accepted',
  'secret',
  'stake',
  'from',
  'until',
  'made',
  'ended',
  'countered',
  'leaked',
] as const;
/** Fields of one term: kind (0 none), what it is about, a second number, a third, where the line stood at signing, and what became of it. */
export const termFields = ['kind', 'what', 'much', 'whom', 'was', 'state'] as const;

/** Name of a deal's slot inside paths. */
export function slotName(slot: number): string {
  return `s${slot < 10 ? '0' : ''}${slot}`;
}

/** The two ids of a pair in alphabetical order, joined by a dot. */
export function pairPath(one: string, other: string): string {
  return one < other ? `${one}.${other}` : `${other}.${one}`;
}

/** Give what finds the number of two capitals' pair by theirs; -1 for the same one. */
export function pairFinder(
  pairs: readonly { readonly one: number; readonly other: number }[],
): (one: number, other: number) => number {
  const most = 1 + Math.max(0, ...pairs.map(({ other }) => other));
  const numbers = Array.from({ length: most * most }, () => -1);
  pairs.forEach(({ one, other }, index) => {
    numbers[one * most + other] = index;
    numbers[other * most + one] = index;
  });
  return (one, other) => numbers[one * most + other] ?? -1;
}

/** Compare two texts by code unit, the same on every host. */
export function byText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

function finish(cells: Cell[]): Layout {
  cells.sort((one, other) => byText(one.path, other.path));
  const byPath = new Map(cells.map((cell, at) => [cell.path, at]));
  if (byPath.size !== cells.length) throw new Error('two cells have the same path');
  return {
    size: cells.length,
    paths: cells.map((cell) => cell.path),
    least: Int32Array.from(cells, (cell) => cell.least),
    most: Int32Array.from(cells, (cell) => cell.most),
    start: Int32Array.from(cells, (cell) => cell.start),
    guarded: Uint8Array.from(cells, (cell) => (guardedPaths.test(cell.path) ? 1 : 0)),
    find: (path) => byPath.get(path) ?? -1,
    cell(path) {
      const at = byPath.get(path);
      if (at === undefined) throw new Error(`no cell ${path}`);
      return at;
    },
  };
}
