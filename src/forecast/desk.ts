/**
 * The desk at which quick capitals reckon: weights and scores in lists that are made once per scenario and written over again, so
 * that nothing is made while games are played by the thousand. How a deed is weighed stands here; what is chosen, in `quick.ts`.
 */
import { pressWeight } from '../engine/clients/answer.ts';
import { emptyDraft } from '../engine/deals/talks.ts';
import type { Draft } from '../engine/deals/talks.ts';
import { moveKinds } from '../engine/flat.ts';
import { isOn } from '../engine/layers.ts';
import { mostMoves } from '../engine/layout.ts';
import { mostPressed, priceNow, wayOf } from '../engine/orders.ts';
import { orderedList } from '../engine/run.ts';
import type { Ordered } from '../engine/run.ts';
import type { CapitalTable, DealTable, MoveTable, Tables } from '../engine/tables.ts';
import { keepCounts } from './keep.ts';
import type { Keep } from './keep.ts';
import { reckoningOf, valuesEach } from './reckoning.ts';
import type { Reckoning } from './reckoning.ts';
import { leansOf, temperamentOf } from './temperament.ts';
import type { Temperament } from './temperament.ts';

/** Distance from a red line at which it begins to count, and what crossing it costs. */
const redLineNear = 1500;
const redLineCosts = 700;
/** How much of an upkeep's rounds counts beside the price. */
const upkeepCounts = 1.5;
/** An aim largely reached is cared for less. */
const contentFrom = 8500;
const contentCounts = 0.5;

export interface Desk {
  readonly tables: Tables;
  readonly reckoning: Reckoning;
  /** Weights of the values, capital by capital, as each knows itself: its temperament, its card, what it has reached. */
  readonly weight: Float64Array;
  /** By edge of a red line: what a hundredth towards it weighs; 0 where it is far. By capital: how many are near. */
  readonly edge: Float64Array;
  readonly near: Int32Array;
  /** By move, as it was looked at last: its price, and for a press what is pressed. */
  readonly price: Int32Array;
  readonly pressed: Uint8Array;
  /** By capital: for which look its weights were worked out. */
  readonly weighed: Int32Array;
  look: number;
  /** Rounds left, this one counted, as far as worths are known. */
  left: number;
  /** By own move: what pacts add to its score or take from it. */
  readonly bonus: Float64Array;
  /** Moves worth a thought, and what they score. */
  readonly candidate: Int32Array;
  readonly score: Float64Array;
  candidates: number;
  /** Orders chosen. */
  readonly list: Ordered;
  /** Slots of the deals of which the sitter is a member, by serial number. */
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
  return {
    tables,
    reckoning,
    weight: new Float64Array(capitals * valuesEach),
    edge: new Float64Array(reckoning.edges.cell.length),
    near: new Int32Array(capitals),
    price: new Int32Array(moves),
    pressed: new Uint8Array(moves),
    weighed: new Int32Array(capitals),
    look: 1,
    left: 1,
    bonus: new Float64Array(moves),
    candidate: new Int32Array(moves),
    score: new Float64Array(moves),
    candidates: 0,
    list: orderedList(mostMoves),
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

/** Seat a capital. */
export function sit(
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
  const { at } = desk.tables;
  desk.look++;
  const left = (cells[at.rounds] ?? 0) - (cells[at.round] ?? 0) + 1;
  desk.left = left < 1 ? 1 : left > desk.reckoning.rounds ? desk.reckoning.rounds : left;
}

/** Weigh a sitter's values: its temperament and card, less for what is reached, and red lines that are near. */
export function weighOwn(desk: Desk, cells: Int32Array, { capital, temperament }: Sitter): void {
  const { index, aims } = capital;
  if (desk.weighed[index] === desk.look) return;
  desk.weighed[index] = desk.look;
  const withCards = isOn(cells[desk.tables.at.layers] ?? 0, 'instructions');
  const card = withCards ? (cells[capital.card] ?? 0) - 1 : -1;
  const doubled = card >= 0 ? (capital.cards[card]?.doubles ?? -1) : -1;
  const begin = index * valuesEach;
  for (let at = 0; at < aims.length; at++) {
    const reached = cells[(aims[at] as CapitalTable['aims'][number]).cell] ?? 0;
    const cares = (temperament.aims[at] ?? 1) * (at === doubled ? 2 : 1);
    desk.weight[begin + at] = reached >= contentFrom ? cares * contentCounts : cares;
  }
  desk.weight[begin + valuesEach - 1] = temperament.trust;
  const { edges } = desk.reckoning;
  const end = edges.first[index + 1] ?? 0;
  let near = 0;
  for (let at = edges.first[index] ?? 0; at < end; at++) {
    const towards = edges.towards[at] ?? 1;
    const away = ((edges.at[at] ?? 0) - (cells[edges.cell[at] ?? 0] ?? 0)) * towards;
    const secret = edges.card[at] ?? -1;
    const counts =
      away > 0 &&
      away <= redLineNear &&
      (secret < 0 || secret === card) &&
      cells[edges.crossed[at] ?? 0] === 0;
    desk.edge[at] = counts ? (-redLineCosts * temperament.redLine * towards) / redLineNear : 0;
    if (counts) near++;
  }
  desk.near[index] = near;
}

/** What a deed is worth to a capital as it knows itself. */
export function ownWorth(desk: Desk, capital: number, deed: number): number {
  const { reckoning, weight } = desk;
  const worth = reckoning.worth[desk.left] as Float32Array;
  const at = (capital * reckoning.deeds + deed) * valuesEach;
  const begin = capital * valuesEach;
  const sum =
    (worth[at] ?? 0) * (weight[begin] ?? 0) +
    (worth[at + 1] ?? 0) * (weight[begin + 1] ?? 0) +
    (worth[at + 2] ?? 0) * (weight[begin + 2] ?? 0) +
    (worth[at + 3] ?? 0) * (weight[begin + 3] ?? 0);
  // Whole numbers are handed on without being boxed; here and below.
  return (desk.near[capital] === 0 ? sum : sum + nearWorth(desk, capital, deed)) | 0;
}

/** What a deed does to red lines that are near. */
function nearWorth({ reckoning, edge }: Desk, capital: number, deed: number): number {
  const { first, moves } = reckoning.edges;
  const end = first[capital + 1] ?? 0;
  let sum = 0;
  for (let at = first[capital] ?? 0; at < end; at++)
    sum += (edge[at] ?? 0) * (moves[at * reckoning.deeds + deed] ?? 0);
  return sum | 0;
}

const press = moveKinds.indexOf('press');
const joint = moveKinds.indexOf('joint');
const step = moveKinds.indexOf('step');

/** What an open move is worth to a capital as it knows itself, once it is ordered; a joint one once it comes about. */
export function ownMoveWorth(
  desk: Desk,
  cells: Int32Array,
  capital: number,
  move: number,
  way: number,
): number {
  const { tables, reckoning } = desk;
  const kind = tables.flat.moves.kind[move];
  const sum = ownWorth(desk, capital, way);
  if (kind === press) {
    const chance = lookAtPress(desk, cells, move);
    const asked = (reckoning.asked[move] ?? 0) + (cells[reckoning.askedLine[move] ?? 0] ?? 0);
    return chance > 0 ? (sum + (chance * ownWorth(desk, capital, asked)) / 4) | 0 : sum;
  }
  if (kind !== joint) return sum;
  const parts = (tables.moves[move] as MoveTable).joint?.moves ?? [];
  let all = sum;
  for (let at = 0; at < parts.length; at++) {
    const part = parts[at] ?? 0;
    const other = part === move ? -1 : wayOf(tables, cells, part);
    if (other >= 0) all += ownWorth(desk, capital, other);
  }
  return all;
}

/** The same as everybody may guess it. */
export function guessMoveWorth(
  desk: Desk,
  cells: Int32Array,
  capital: number,
  move: number,
  way: number,
): number {
  const { tables, reckoning } = desk;
  const guess = reckoning.guess[desk.left] as Float32Array;
  const begin = capital * reckoning.deeds;
  const kind = tables.flat.moves.kind[move];
  const sum = guess[begin + way] ?? 0;
  if (kind === press) {
    const chance = lookAtPress(desk, cells, move);
    const asked = (reckoning.asked[move] ?? 0) + (cells[reckoning.askedLine[move] ?? 0] ?? 0);
    return (sum + (chance * (guess[begin + asked] ?? 0)) / 4) | 0;
  }
  if (kind !== joint) return sum | 0;
  const parts = (tables.moves[move] as MoveTable).joint?.moves ?? [];
  let all = sum;
  for (let at = 0; at < parts.length; at++) {
    const part = parts[at] ?? 0;
    const other = part === move ? -1 : wayOf(tables, cells, part);
    if (other >= 0) all += guess[begin + other] ?? 0;
  }
  return all | 0;
}

/** Press with the least influence that makes compliance likely, or the most there is; give the chance of compliance, in quarters. */
function lookAtPress(desk: Desk, cells: Int32Array, move: number): number {
  const { tables } = desk;
  const table = tables.moves[move] as MoveTable;
  const has = cells[tables.capitals[table.capital]?.influence ?? 0] ?? 0;
  let influence = Math.max(1, table.cost);
  let weight = pressWeight(tables, cells, table, influence);
  let costs = priceNow(tables, cells, move, influence);
  while (influence < mostPressed && weight < 1 && costs + 1 <= has) {
    influence++;
    weight++;
    costs++;
  }
  desk.pressed[move] = influence;
  desk.price[move] = costs;
  return weight >= 2 ? 4 : weight === 1 ? 3 : weight === 0 ? 1 : 0;
}

/** Price an open move; one that presses was priced with its worth. */
export function lookAtPrice(desk: Desk, cells: Int32Array, move: number): number {
  const { tables, price } = desk;
  if (tables.flat.moves.kind[move] === press) return price[move] ?? 0;
  desk.pressed[move] = 0;
  return (price[move] = priceNow(tables, cells, move, 0));
}

/** Score an own open move: its worth, its leaning, and its price; promises and noise come on top. */
export function ownScore(desk: Desk, cells: Int32Array, sitter: Sitter, move: number, way: number): number {
  const { capital, temperament, leans } = sitter;
  const worth = ownMoveWorth(desk, cells, capital.index, move, way);
  const cost = lookAtPrice(desk, cells, move) + upkeepCounts * (desk.reckoning.upkeep[way] ?? 0);
  return (worth + (leans[move] ?? 0) - temperament.influence * cost - again(desk.tables, cells, move)) | 0;
}

/** Guess how a capital scores an open move of its own. */
export function guessScore(
  desk: Desk,
  cells: Int32Array,
  capital: number,
  move: number,
  way: number,
): number {
  const worth = guessMoveWorth(desk, cells, capital, move, way);
  const cost = lookAtPrice(desk, cells, move) + upkeepCounts * (desk.reckoning.upkeep[way] ?? 0);
  return (worth - even.influence * cost) | 0;
}
const even = temperamentOf('guarded');

/** The guessed score of the last move that a capital makes in a round: what a promise has to beat. */
export function lastScore({ reckoning, left }: Desk, capital: number): number {
  return (reckoning.last[left]?.[capital] ?? 0) | 0;
}

/** Guess how likely a capital makes a move unasked, by its score: in hundredths. */
export function likelyTo(desk: Desk, capital: number, score: number): number {
  const last = lastScore(desk, capital);
  if (score <= 0) return 5;
  return score >= last ? 65 : score > last * 0.6 ? 35 : 15;
}

/** What doing the same again a quarter later costs in the reckoning, half of it two quarters later. */
function again({ flat, at }: Tables, cells: Int32Array, move: number): number {
  const made = cells[flat.moves.made[move] ?? 0] ?? 0;
  if (made === 0 || flat.moves.kind[move] === step) return 0;
  const ago = (cells[at.round] ?? 0) - made;
  return ago === 1 ? repeatCosts : ago === 2 ? repeatCosts / 2 : 0;
}
const repeatCosts = 90;

/** Say what a line that is held makes of a way: plus, minus, or nothing. */
export function keptBonus(
  desk: Desk,
  { kept, capital }: Sitter,
  cells: Int32Array,
  move: number,
  way: number,
): number {
  if (kept === null) return 0;
  const { line } = desk.tables.moves[move] as MoveTable;
  const goal = kept[line.index] ?? -1;
  if (goal < 0) return 0;
  const steps = stepsTo(desk.tables, capital, line.index);
  const count = line.stances.length;
  const before = steps[(cells[line.cell] ?? 0) * count + goal] ?? 0;
  const after = steps[(desk.tables.flat.ways.target[way] ?? 0) * count + goal] ?? 0;
  return after < before ? keepCounts : after > before ? -keepCounts : 0;
}

/** Count the moves from one stance of a line to another along its statechart, guards aside: from × stances + to. */
function stepsTo(tables: Tables, capital: CapitalTable, line: number): Int32Array {
  let lists = stepsKnown.get(tables);
  if (!lists) stepsKnown.set(tables, (lists = []));
  let steps = lists[line];
  if (!steps) {
    const table = tables.lines[line];
    const count = table?.stances.length ?? 0;
    steps = new Int32Array(count * count).fill(count + 1);
    for (let at = 0; at < count; at++) steps[at * count + at] = 0;
    for (let pass = 0; pass < count; pass++)
      for (const move of capital.moves)
        move.from.forEach((ways, from) => {
          if (move.line !== table) return;
          for (const { target } of ways)
            for (let to = 0; to < count; to++)
              (steps as Int32Array)[from * count + to] = Math.min(
                steps?.[from * count + to] ?? 0,
                1 + (steps?.[target * count + to] ?? 0),
              );
        });
    lists[line] = steps;
  }
  return steps;
}
const stepsKnown = new WeakMap<Tables, Int32Array[]>();

/** List the deals of which a capital is a member, by serial number: which slot they lie in says nothing. */
export function listMine(desk: Desk, cells: Int32Array, capital: number): void {
  const { tables, mine } = desk;
  const { state } = tables.flat.deals;
  let count = 0;
  for (let slot = 0; slot < state.length; slot++) {
    if (cells[state[slot] ?? 0] === 0) continue;
    const deal = tables.deals[slot] as DealTable;
    if (((cells[deal.members] ?? 0) & (1 << capital)) === 0) continue;
    const serial = cells[deal.serial] ?? 0;
    let at = count++;
    for (; at > 0 && (cells[(tables.deals[mine[at - 1] ?? 0] as DealTable).serial] ?? 0) > serial; at--)
      mine[at] = mine[at - 1] ?? 0;
    mine[at] = slot;
  }
  desk.mineCount = count;
}

/** Trust between two capitals, in hundredths. */
export function trustOf(tables: Tables, cells: Int32Array, one: number, other: number): number {
  const pair = tables.pairs[tables.pairOf(one, other)];
  return pair ? (cells[pair.trust] ?? 0) : 0;
}
