/**
 * The desk at which quick capitals reckon: lists that are made once per scenario and written over again, so that nothing is made
 * while games are played by the thousand; who sits there; and what of the deals on the table a sitter sees. How a deed is weighed
 * stands in `quickWorth.ts`.
 */
import { stateNumber } from '../engine/deals/deal.machine.ts';
import { isPublic, listDeals } from '../engine/deals/dealSlots.ts';
import { emptyDraft } from '../engine/deals/talks.ts';
import type { Draft } from '../engine/deals/talks.ts';
import { mostMoves } from '../engine/layout.ts';
import { orderedList } from '../engine/run.ts';
import type { Ordered } from '../engine/run.ts';
import type { CapitalTable, DealTable, Tables } from '../engine/tables.ts';
import type { Keep } from './keep.ts';
import { reckoningOf, valuesEach } from './reckoning.ts';
import type { Reckoning } from './reckoning.ts';
import { leansOf, temperamentOf } from './temperament.ts';
import type { Temperament } from './temperament.ts';

export interface Desk {
  readonly tables: Tables;
  readonly reckoning: Reckoning;
  /** Weights of the values, capital by capital, as each knows itself: its temperament, its card, what it has reached. */
  readonly weight: Float64Array;
  /** By edge of a red line: what a hundredth towards it weighs; and by capital the edges that are near, and how many. */
  readonly edge: Float64Array;
  readonly nearby: Int32Array;
  readonly near: Int32Array;
  /** By move, as it was looked at last: its price, and for a press what is pressed. */
  readonly price: Int32Array;
  readonly pressed: Uint8Array;
  /** By press: what it is worth at best that the client grants what is asked; 0 for all other moves. */
  readonly pressing: Float64Array;
  /** By joint move, as it was looked at last: its way where all parts are open, else -1; what its capital may be guessed to gain. */
  readonly jointWay: Int32Array;
  readonly jointGain: Float64Array;
  /** For which look at joint moves that was, and the present one: what is signed makes another. */
  readonly jointSeen: Int32Array;
  jointLook: number;
  /** By capital: for which look its weights were worked out. */
  readonly weighed: Int32Array;
  look: number;
  /** Rounds left, this one counted, as far as worths are known; and the worths for that many. */
  left: number;
  worth: Float32Array;
  guess: Float32Array;
  last: Float64Array;
  /** Hash of public levels that change from game to game. */
  hash: number;
  /** By own move: what pacts add to its score or take from it; and whether any does. */
  readonly bonus: Float64Array;
  /** Ways worth a thought: what they are worth before the price, and what they score at most. */
  readonly candidate: Int32Array;
  readonly gross: Float64Array;
  readonly score: Float64Array;
  /** Of the best few of them: what they cost, whether that is nothing since it is free, and the cell of their line. */
  readonly costs: Int32Array;
  readonly freely: Uint8Array;
  readonly lineOf: Int32Array;
  candidates: number;
  /** Orders chosen. */
  readonly list: Ordered;
  /** Slots of all deals, and of those of which the sitter is a member, by serial number: which slot they lie in says nothing. */
  readonly deals: Int32Array;
  dealCount: number;
  readonly mine: Int32Array;
  mineCount: number;
  readonly draft: Draft;
  readonly counter: Draft;
}

/** Give a scenario's desk. */
export function deskOf(tables: Tables): Desk {
  let desk = known.get(tables);
  if (!desk) known.set(tables, (desk = makeDesk(tables)));
  return desk;
}
const known = new WeakMap<Tables, Desk>();

function makeDesk(tables: Tables): Desk {
  const reckoning = reckoningOf(tables);
  const moves = tables.moves.length;
  const capitals = tables.capitals.length;
  const edges = reckoning.edges.cell.length;
  return {
    tables,
    reckoning,
    weight: new Float64Array(capitals * valuesEach),
    edge: new Float64Array(edges),
    nearby: new Int32Array(edges),
    near: new Int32Array(capitals),
    price: new Int32Array(moves),
    pressed: new Uint8Array(moves),
    pressing: new Float64Array(moves),
    jointWay: new Int32Array(moves),
    jointGain: new Float64Array(moves),
    jointSeen: new Int32Array(moves),
    jointLook: 1,
    weighed: new Int32Array(capitals),
    look: 1,
    left: 1,
    worth: reckoning.worth[1] as Float32Array,
    guess: reckoning.guess[1] as Float32Array,
    last: reckoning.last[1] as Float64Array,
    hash: 0,
    bonus: new Float64Array(moves),
    candidate: new Int32Array(moves),
    gross: new Float64Array(moves),
    score: new Float64Array(moves),
    costs: new Int32Array(moves),
    freely: new Uint8Array(moves),
    lineOf: new Int32Array(moves),
    candidates: 0,
    list: orderedList(mostMoves),
    deals: new Int32Array(tables.deals.length),
    dealCount: 0,
    mine: new Int32Array(tables.deals.length),
    mineCount: 0,
    draft: emptyDraft(tables),
    counter: emptyDraft(tables),
  };
}

/** Who sits at the desk: a capital with its character. */
export interface Sitter {
  readonly capital: CapitalTable;
  readonly temperament: Temperament;
  /** How it leans for or against each move, by number. */
  readonly leans: Float64Array;
  /** Whether it offers and accepts anything. */
  readonly talks: boolean;
  /** By line: the stance at which it is held, -1 for none; null where no line is. */
  readonly kept: Int8Array | null;
  /** Capitals with which it makes deals, as bits; itself always. */
  readonly meets: number;
}

/** Seat a capital. The same sitter is given for the same character, unless it may not deal with all. */
export function sit(
  tables: Tables,
  capital: CapitalTable,
  character: string,
  keep: Keep,
  talks: boolean,
  dealsWith?: readonly string[],
): Sitter {
  if (dealsWith) return seat(tables, capital, character, keep, talks, dealsWith);
  let chairs = chairsOf.get(tables);
  if (!chairs) chairsOf.set(tables, (chairs = new WeakMap()));
  const holding = holdsNothing(keep) ? nothing : keep;
  let held = chairs.get(holding);
  if (!held) chairs.set(holding, (held = tables.capitals.map(() => [new Map(), new Map()])));
  const seated = held[capital.index]?.[talks ? 1 : 0];
  const here = seated?.get(character);
  if (here) return here;
  const sitter = seat(tables, capital, character, keep, talks);
  seated?.set(character, sitter);
  return sitter;
}
/** By scenario and by what is held; then by capital, whether it talks, and its character: a few hundred at most. */
const chairsOf = new WeakMap<Tables, WeakMap<Keep, Map<string, Sitter>[][]>>();
const nothing: Keep = {};

function holdsNothing(keep: Keep): boolean {
  for (const line in keep) if (keep[line] !== undefined) return false;
  return true;
}

function seat(
  tables: Tables,
  capital: CapitalTable,
  character: string,
  keep: Keep,
  talks: boolean,
  dealsWith?: readonly string[],
): Sitter {
  const temperament = temperamentOf(character);
  let kept: Int8Array | null = null;
  for (const line of capital.lines) {
    const stance = keep[`${capital.id}.${line.id}`];
    if (stance === undefined) continue;
    kept ??= new Int8Array(tables.lines.length).fill(-1);
    kept[line.index] = line.stances.indexOf(stance);
  }
  let meets = 0;
  for (const { id, index } of tables.capitals)
    if (index === capital.index || !dealsWith || dealsWith.includes(id)) meets |= 1 << index;
  return { capital, temperament, leans: leansOf(tables.moves, temperament), talks, kept, meets };
}

/** Look at a position anew: all that was worked out before is forgotten. */
export function lookAnew(desk: Desk, cells: Int32Array): void {
  const { reckoning } = desk;
  const { at } = desk.tables;
  desk.look++;
  desk.jointLook++;
  const rounds = (cells[at.rounds] ?? 0) - (cells[at.round] ?? 0) + 1;
  const left = rounds < 1 ? 1 : rounds > reckoning.rounds ? reckoning.rounds : rounds;
  desk.left = left;
  desk.worth = reckoning.worth[left] as Float32Array;
  desk.guess = reckoning.guess[left] as Float32Array;
  desk.last = reckoning.last[left] as Float64Array;
  const { watched } = reckoning;
  let hash = cells[at.round] ?? 0;
  for (let one = 0; one < watched.length; one++) hash = mix(hash, cells[watched[one] ?? 0] ?? 0);
  desk.hash = hash;
  listTable(desk, cells);
}

function mix(hash: number, word: number): number {
  const mixed = Math.imul(hash ^ word, 0x9e3779b1);
  return mixed ^ (mixed >>> 15);
}

/** Give the root of a sitter's own dice: public levels that change from game to game, with its character and its card. */
export function ownHash({ hash }: Desk, cells: Int32Array, { capital, temperament }: Sitter): number {
  return mix(mix(hash, temperament.key ^ capital.rule), cells[capital.card] ?? 0);
}

/** Throw for a purpose: from 0 to twice `halfThrow`. */
export function throwOf(hash: number, purpose: number): number {
  const thrown = Math.imul(hash ^ Math.imul(purpose + 1, 0x85ebca6b), 0xc2b2ae35);
  return Math.imul(thrown ^ (thrown >>> 13), 0x27d4eb2f) >>> 16;
}
export const halfThrow = 32768;

/** Throw a share from 0 to 1 for a purpose. */
export function shareOf(hash: number, purpose: number): number {
  return throwOf(hash, purpose) / (2 * halfThrow);
}

/** List all deals on the table by serial number; a new offer makes another list. */
export function listTable(desk: Desk, cells: Int32Array): void {
  desk.dealCount = listDeals(desk.tables, cells, desk.deals);
}

/** List those of them of which a capital is a member. */
export function listMine(desk: Desk, cells: Int32Array, capital: number): void {
  const { tables, deals: list, dealCount, mine } = desk;
  const { deals } = tables;
  let count = 0;
  for (let at = 0; at < dealCount; at++) {
    const slot = list[at] ?? 0;
    if (((cells[(deals[slot] as DealTable).members] ?? 0) & (1 << capital)) !== 0) mine[count++] = slot;
  }
  desk.mineCount = count;
}

/** Count the pacts in force that a capital is in, as far as another sees them: public ones and its own. */
export function pactsSeen(desk: Desk, cells: Int32Array, one: number, capital: number): number {
  const { tables, deals: list, dealCount } = desk;
  const { deals } = tables;
  let count = 0;
  for (let at = 0; at < dealCount; at++) {
    const deal = deals[list[at] ?? 0] as DealTable;
    if (cells[deal.state] !== inForce) continue;
    const members = cells[deal.members] ?? 0;
    if ((members & (1 << capital)) !== 0 && ((members & (1 << one)) !== 0 || isPublic(cells, deal))) count++;
  }
  return count;
}
const inForce = stateNumber('inForce');

/** Trust between two capitals, in hundredths. */
export function trustOf({ reckoning, tables }: Desk, cells: Int32Array, one: number, other: number): number {
  return cells[reckoning.trust[one * tables.capitals.length + other] ?? 0] ?? 0;
}
