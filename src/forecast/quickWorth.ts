/**
 * What a deed is worth to a quick capital, read off the reckoning: as it knows itself, and as everybody may guess it; what a move
 * costs, and what it scores. All is left in whole numbers, which are handed on without being boxed.
 */
import { pressWeight } from '../engine/clients/answer.ts';
import { moveKinds } from '../engine/flat.ts';
import { isOn } from '../engine/layers.ts';
import { mostPressed, priceNow, wayOf } from '../engine/orders.ts';
import { stepSize } from '../engine/statecharts/holds.ts';
import type { CapitalTable, MoveTable, Tables } from '../engine/tables.ts';
import type { Desk, Sitter } from './desk.ts';
import { keepCounts } from './keep.ts';
import { homeValue, valuesEach } from './reckoning.ts';
import { temperamentOf } from './temperament.ts';

/** Distance from a red line at which it begins to count, and what crossing it costs. */
const redLineNear = 1500;
const redLineCosts = 700;
/** How much of an upkeep's rounds counts beside the price. */
export const upkeepCounts = 1.5;
/** A home that is about to tie one's hands counts for more, one at ease for less. */
const lowHome = 4000;
const highHome = 6500;
const easyHome = 0.6;
/** An aim largely reached is cared for less. */
const contentFrom = 8500;
const contentCounts = 0.5;
/** What doing the same again a quarter later costs in the reckoning, half of it two quarters later. */
const repeatCosts = 90;

const press = moveKinds.indexOf('press');
const joint = moveKinds.indexOf('joint');
const step = moveKinds.indexOf('step');
const even = temperamentOf('guarded');

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
  desk.weight[begin + 3] = temperament.trust;
  const home = cells[capital.home] ?? 0;
  const mood = home < lowHome ? 1 + (lowHome - home) / stepSize : home > highHome ? easyHome : 1;
  desk.weight[begin + homeValue] = (temperament.home / even.home) * mood;
  const { edges } = desk.reckoning;
  const first = edges.first[index] ?? 0;
  const end = edges.first[index + 1] ?? 0;
  let near = first;
  for (let at = first; at < end; at++) {
    const towards = edges.towards[at] ?? 1;
    const away = ((edges.at[at] ?? 0) - (cells[edges.cell[at] ?? 0] ?? 0)) * towards;
    if (away <= 0 || away > redLineNear) continue;
    const secret = edges.card[at] ?? -1;
    if ((secret >= 0 && secret !== card) || cells[edges.crossed[at] ?? 0] !== 0) continue;
    desk.edge[at] = (-redLineCosts * temperament.redLine * towards) / redLineNear;
    desk.nearby[near++] = at;
  }
  desk.near[index] = near - first;
}

/** What a deed is worth to a capital as it knows itself. */
export function ownWorth(desk: Desk, capital: number, deed: number): number {
  const { worth, weight } = desk;
  const at = (capital * desk.reckoning.deeds + deed) * valuesEach;
  const begin = capital * valuesEach;
  const sum =
    (worth[at] ?? 0) * (weight[begin] ?? 0) +
    (worth[at + 1] ?? 0) * (weight[begin + 1] ?? 0) +
    (worth[at + 2] ?? 0) * (weight[begin + 2] ?? 0) +
    (worth[at + 3] ?? 0) * (weight[begin + 3] ?? 0) +
    (worth[at + 4] ?? 0) * (weight[begin + 4] ?? 0);
  return (desk.near[capital] === 0 ? sum : sum + nearWorth(desk, capital, deed)) | 0;
}

/** What a deed does to red lines that are near. */
export function nearWorth(desk: Desk, capital: number, deed: number): number {
  const { reckoning, edge, nearby } = desk;
  const { first, moves } = reckoning.edges;
  const begin = first[capital] ?? 0;
  const end = begin + (desk.near[capital] ?? 0);
  let sum = 0;
  for (let place = begin; place < end; place++) {
    const at = nearby[place] ?? 0;
    sum += (edge[at] ?? 0) * (moves[at * reckoning.deeds + deed] ?? 0);
  }
  return sum | 0;
}

/**
 * What an open move is worth to a capital once it is ordered; a joint one once it comes about.
 * @param own as the capital knows itself, or as everybody may guess it
 */
export function moveWorth(
  desk: Desk,
  cells: Int32Array,
  capital: number,
  move: number,
  way: number,
  own: boolean,
): number {
  const { tables, reckoning } = desk;
  const kind = tables.flat.moves.kind[move];
  const sum = worthTo(desk, capital, way, own);
  if (kind === press) {
    const chance = lookAtPress(desk, cells, move);
    return (sum + (chance * worthTo(desk, capital, askedNow(desk, cells, move), own)) / 4) | 0;
  }
  if (kind !== joint) return sum | 0;
  const parts = reckoning.parts[move] as Int32Array;
  let all = sum;
  for (let at = 0; at < parts.length; at++) {
    const part = parts[at] ?? 0;
    const other = part === move ? -1 : wayOf(tables, cells, part);
    if (other >= 0) all += worthTo(desk, capital, other, own);
  }
  return all | 0;
}

function worthTo(desk: Desk, capital: number, deed: number, own: boolean): number {
  return own ? ownWorth(desk, capital, deed) : (desk.guess[capital * desk.reckoning.deeds + deed] ?? 0);
}

/** The deed that a press asks for, as its client stands. */
export function askedNow({ reckoning }: Desk, cells: Int32Array, move: number): number {
  return (reckoning.asked[move] ?? 0) + (cells[reckoning.askedLine[move] ?? 0] ?? 0);
}

/** Press with the least influence that makes compliance likely, or the most there is; give the chance of compliance, in quarters. */
export function lookAtPress(desk: Desk, cells: Int32Array, move: number): number {
  const { tables } = desk;
  const table = tables.moves[move] as MoveTable;
  const has = cells[(tables.capitals[table.capital] as CapitalTable).influence] ?? 0;
  let influence = table.cost < 1 ? 1 : table.cost;
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
  const worth = moveWorth(desk, cells, capital.index, move, way, true);
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
  const worth = moveWorth(desk, cells, capital, move, way, false);
  const cost = lookAtPrice(desk, cells, move) + upkeepCounts * (desk.reckoning.upkeep[way] ?? 0);
  return (worth - even.influence * cost) | 0;
}

/** The guessed score of the last move that a capital makes in a round: what a promise has to beat. */
export function lastScore({ last }: Desk, capital: number): number {
  return (last[capital] ?? 0) | 0;
}

/** Guess how likely a capital makes a move unasked, by its score: in hundredths. */
export function likelyTo(desk: Desk, capital: number, score: number): number {
  const last = lastScore(desk, capital);
  if (score <= 0) return 5;
  return score >= last ? 65 : score > last * 0.6 ? 35 : 15;
}

/** What it costs in the reckoning to do the same again so soon. */
export function again({ flat, at }: Tables, cells: Int32Array, move: number): number {
  const made = cells[flat.moves.made[move] ?? 0] ?? 0;
  if (made === 0 || flat.moves.kind[move] === step) return 0;
  const ago = (cells[at.round] ?? 0) - made;
  return ago === 1 ? repeatCosts : ago === 2 ? repeatCosts / 2 : 0;
}
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
