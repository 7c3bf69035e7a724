/**
 * `quick@4`: greedy orders, read off worths that were worked out once per scenario. It sees what its seat sees, keeps its word as far
 * as its temperament goes, and makes nothing while it chooses: what it decides is left on the desk in numbers.
 */
import { decisionFor, mayBeFree, wayOf } from '../engine/orders.ts';
import { moveKinds } from '../engine/flat.ts';
import { holds } from '../engine/statecharts/holds.ts';
import type { CapitalTable, MoveTable } from '../engine/tables.ts';
import { halfThrow, ownHash, throwOf } from './desk.ts';
import type { Desk, Sitter } from './desk.ts';
import { climbDownCosts, fearOfAll, warnersOf } from './heed.ts';
import { keepCounts } from './keep.ts';
import { jointWorth, lookAtJoint } from './quickJoints.ts';
import { weighPromises } from './quickPromises.ts';
import type { Owing } from './quickPromises.ts';
import {
  again,
  askedNow,
  keptBonus,
  lookAtPress,
  lookAtPrice,
  ownWorth,
  upkeepCounts,
  weighOwn,
} from './quickWorth.ts';
import { valuesEach } from './reckoning.ts';

/** Chance that a partner orders a joint move that it promised. */
const joins = 0.85;
/** Rounds for which there must be land left to be moved, so that moving it counts whole. */
const landFor = 2;
/** How many moves are tried in combination. */
const tried = 6;
/** Influence that would be carried over is worth saving; what is above is lost. */
const carried = 2;
/** What turning back too soon costs. */
const flipFlopCosts = 5000;
/** Rounds after a line was turned in which turning it back would be a flip-flop. */
const turnsStand = 2;

const joint = moveKinds.indexOf('joint');
const press = moveKinds.indexOf('press');
const called = 2;

/** What is chosen beside the moves, which are on the desk's list. */
export interface Chosen extends Owing {
  /** Number of the option from 1, 0 for silence. */
  answer: number;
}
const chosen: Chosen = { answer: 0, withhold: 0, owed: 0, bound: false };

/**
 * Choose orders. The moves are left in the desk's list.
 * @param cells a view's or a position's; nothing hidden from the capital is read
 */
export function chooseQuickly(desk: Desk, cells: Int32Array, sitter: Sitter): Chosen {
  const { capital } = sitter;
  weighOwn(desk, cells, sitter);
  const hash = ownHash(desk, cells, sitter);
  weighPromises(desk, cells, sitter, hash, chosen);
  const left = (cells[capital.influence] ?? 0) - answerDecision(desk, cells, sitter, hash);
  glance(desk, cells, sitter, hash);
  if (chosen.bound) addJoint(desk, cells, sitter);
  pickMoves(desk, cells, sitter, left);
  return chosen;
}

/**
 * Glance at all own moves that lead out of where their lines stand, by what they are worth at best: before it is asked whether they are
 * open, what they cost now, and whether a press is likely to be granted. What could not be worth making is dropped.
 */
function glance(desk: Desk, cells: Int32Array, sitter: Sitter, hash: number): void {
  const { capital, temperament, kept } = sitter;
  const { index, warning } = capital;
  const count = listOuts(desk, cells, index);
  weighOuts(desk, index, count);
  leaveEmpty(desk, cells, index, count);
  if (desk.near[index] !== 0) weighNear(desk, index, count);
  const { reckoning, candidate, gross } = desk;
  for (let at = reckoning.presses[index] ?? 0; at < (reckoning.presses[index + 1] ?? 0); at++) {
    // What is asked may be granted.
    const move = reckoning.pressing[at] ?? 0;
    const asked = ownWorth(desk, index, askedNow(desk, cells, move));
    desk.pressing[move] = asked > 0 ? asked : 0;
  }
  if (kept !== null || cells[warning.state] === called) {
    const warned = cells[warning.state] === called ? (cells[warning.will] ?? 0) - 1 : -1;
    for (let at = 0; at < count; at++) {
      const way = candidate[at] ?? 0;
      const move = reckoning.moveOf[way] ?? 0;
      if (move === warned) gross[at] = (gross[at] ?? 0) + climbDownCosts * temperament.home;
      if (kept !== null) gross[at] = (gross[at] ?? 0) + keptBonus(desk, sitter, cells, move, way);
    }
  }
  const warners = warnersOf(desk.tables, cells, index);
  for (let at = 0; warners !== 0 && at < count; at++) {
    const way = candidate[at] ?? 0;
    gross[at] = (gross[at] ?? 0) - fearOfAll(desk, cells, index, warners, reckoning.moveOf[way] ?? 0, way);
  }
  sift(desk, sitter, hash, count);
}

/** List the ways that lead out of where a capital's lines stand. */
function listOuts({ tables, reckoning, candidate }: Desk, cells: Int32Array, index: number): number {
  const { outOf, outs, lineFrom, lines } = reckoning;
  const { cell, at: stances } = tables.flat.lines;
  const end = lineFrom[index + 1] ?? 0;
  let count = 0;
  for (let own = lineFrom[index] ?? 0; own < end; own++) {
    const line = lines[own] ?? 0;
    const stance = (stances[line] ?? 0) + (cells[cell[line] ?? 0] ?? 0);
    const last = outOf[stance + 1] ?? 0;
    for (let out = outOf[stance] ?? 0; out < last; out++) candidate[count++] = outs[out] ?? 0;
  }
  return count;
}

/** Weigh the ways listed by the capital's own weights. */
function weighOuts({ worth, weight, candidate, gross, reckoning }: Desk, index: number, count: number): void {
  const base = index * reckoning.deeds;
  const begin = index * valuesEach;
  const first = weight[begin] ?? 0;
  const second = weight[begin + 1] ?? 0;
  const third = weight[begin + 2] ?? 0;
  const rest = weight[begin + 3] ?? 0;
  const home = weight[begin + 4] ?? 0;
  for (let place = 0; place < count; place++) {
    const at = (base + (candidate[place] ?? 0)) * valuesEach;
    gross[place] =
      (worth[at] ?? 0) * first +
      (worth[at + 1] ?? 0) * second +
      (worth[at + 2] ?? 0) * third +
      (worth[at + 3] ?? 0) * rest +
      (worth[at + 4] ?? 0) * home;
  }
}

/** Leave out land that they would move if there were any left to be moved. */
function leaveEmpty(desk: Desk, cells: Int32Array, index: number, count: number): void {
  const { candidate, gross, reckoning } = desk;
  const rounds = desk.left < landFor ? desk.left : landFor;
  const { first, loser, once, often, deed } = reckoning.transfers;
  for (let one = 0; one < count; one++) {
    const way = candidate[one] ?? 0;
    const end = first[way + 1] ?? 0;
    for (let at = first[way] ?? 0; at < end; at++) {
      const has = cells[loser[at] ?? 0] ?? 0;
      const wants = (once[at] ?? 0) + (often[at] ?? 0) * rounds;
      if (has >= wants) continue;
      gross[one] = (gross[one] ?? 0) - (1 - has / wants) * ownWorth(desk, index, deed[at] ?? 0);
    }
  }
}

/** Add what they do to red lines that are near. */
function weighNear(
  { edge, nearby, near, candidate, gross, reckoning }: Desk,
  index: number,
  count: number,
): void {
  const { first, moves } = reckoning.edges;
  const begin = first[index] ?? 0;
  const end = begin + (near[index] ?? 0);
  for (let place = begin; place < end; place++) {
    const at = nearby[place] ?? 0;
    const weighs = edge[at] ?? 0;
    const row = at * reckoning.deeds;
    for (let one = 0; one < count; one++)
      gross[one] = (gross[one] ?? 0) + weighs * (moves[row + (candidate[one] ?? 0)] ?? 0);
  }
}

/** Add leanings, promises, upkeep and a pinch of noise, and drop what could not be worth its making. */
function sift(desk: Desk, { leans, temperament }: Sitter, hash: number, count: number): void {
  const { candidate, gross, score, bonus, pressing, reckoning } = desk;
  const { moveOf, cheapest, upkeep } = reckoning;
  const { influence, least, noise } = temperament;
  const { bound } = chosen;
  const weary = influence * upkeepCounts;
  const pinch = noise / halfThrow;
  let left = 0;
  for (let at = 0; at < count; at++) {
    const way = candidate[at] ?? 0;
    const move = moveOf[way] ?? 0;
    let sum = (gross[at] ?? 0) + (leans[move] ?? 0) + (pressing[move] ?? 0) - weary * (upkeep[way] ?? 0);
    if (bound) sum += bonus[move] ?? 0;
    if (sum + noise <= least) continue;
    const thrown = Math.imul(hash ^ Math.imul(move + 1, 0x85ebca6b), 0xc2b2ae35);
    sum += ((Math.imul(thrown ^ (thrown >>> 13), 0x27d4eb2f) >>> 16) - halfThrow) * pinch;
    candidate[left] = way;
    gross[left] = sum;
    score[left] = sum - influence * (cheapest[move] ?? 0);
    left++;
  }
  desk.candidates = left;
}

/** Add joint moves that were promised; nobody orders one that was not talked about. */
function addJoint(desk: Desk, cells: Int32Array, sitter: Sitter): void {
  const { reckoning, bonus, tables, jointGain, jointWay, price } = desk;
  const { capital, temperament, leans } = sitter;
  const { index } = capital;
  const joints = reckoning.joints[index] as Int32Array;
  const warners = warnersOf(tables, cells, index);
  for (let own = 0; own < joints.length; own++) {
    const move = joints[own] ?? 0;
    const promised = bonus[move] ?? 0;
    if (promised <= 0) continue;
    lookAtJoint(desk, cells, move);
    if (jointGain[move] === -Infinity) continue;
    let worth = jointWorth(desk, index, move);
    if (worth > 0)
      for (let part = (reckoning.parts[move] as Int32Array).length; part > 1; part--) worth *= joins;
    const feared = warners === 0 ? 0 : fearOfAll(desk, cells, index, warners, move, jointWay[move] ?? -1);
    const sum = worth + (leans[move] ?? 0) + promised - again(tables, cells, move) - feared;
    const place = desk.candidates++;
    desk.candidate[place] = jointWay[move] ?? 0;
    desk.gross[place] = sum;
    desk.score[place] = sum - temperament.influence * (price[move] ?? 0);
  }
}

/**
 * Pick the moves that are worth most together, one a line, that can be paid for. The best few are looked at closely, and all of their
 * combinations are tried: two or three that cost little may be worth more than a dear one.
 */
function pickMoves(desk: Desk, cells: Int32Array, sitter: Sitter, influence: number): void {
  const few = narrow(desk, cells, sitter);
  const { list, reckoning, candidate, pressed, gross, costs } = desk;
  list.count = 0;
  if (few === 0) return;
  const most = cells[desk.tables.at.moves] ?? 2;
  const point = sitter.temperament.influence;
  // Promised influence is passed on from what is left; what can neither be carried nor passed on costs nothing to spend.
  const purse = influence - chosen.owed;
  const spare = purse > carried ? purse - carried : 0;
  let best = 0;
  let found = 0;
  for (let one = 0; one < few; one++) {
    const first = costs[one] ?? 0;
    const held = (gross[one] ?? 0) >= keepCounts / 2;
    if (first > 0 && first > (held ? influence : purse)) continue;
    const alone = gross[one] ?? 0;
    const value = first > spare ? alone - point * (first - spare) : alone;
    if (value > best) {
      best = value;
      found = 1 << one;
    }
    if (most < 2) continue;
    for (let two = one + 1; two < few; two++) {
      if (!goTogether(desk, one, two)) continue;
      const second = first + (costs[two] ?? 0);
      if (second > first && second > (held || (gross[two] ?? 0) >= keepCounts / 2 ? influence : purse))
        continue;
      const pair = alone + (gross[two] ?? 0);
      const both = second > spare ? pair - point * (second - spare) : pair;
      if (both > best) {
        best = both;
        found = (1 << one) | (1 << two);
      }
      if (most < 3) continue;
      for (let three = two + 1; three < few; three++) {
        const third = second + (costs[three] ?? 0);
        const all = pair + (gross[three] ?? 0);
        const value3 = third > spare ? all - point * (third - spare) : all;
        if (value3 <= best || (third > second && third > purse)) continue;
        if (!goTogether(desk, one, three) || !goTogether(desk, two, three)) continue;
        best = value3;
        found = (1 << one) | (1 << two) | (1 << three);
      }
    }
  }
  for (let one = 0; one < few; one++) {
    if ((found & (1 << one)) === 0) continue;
    const move = reckoning.moveOf[candidate[one] ?? 0] ?? 0;
    list.move[list.count] = move;
    list.influence[list.count] = pressed[move] ?? 0;
    list.count++;
  }
}

/** Tell whether two of the best few can be ordered together: they are of two lines, and not both free of charge. */
function goTogether({ lineOf, freely }: Desk, one: number, other: number): boolean {
  return lineOf[one] !== lineOf[other] && (freely[one] === 0 || freely[other] === 0);
}

/** Narrow the candidates down to the best few that are open, looked at closely, in front of the list; give how many there are. */
function narrow(desk: Desk, cells: Int32Array, sitter: Sitter): number {
  const { candidate, gross, score, price, tables, reckoning, costs, lineOf, freely } = desk;
  const { line, kind } = tables.flat.moves;
  const { influence, least } = sitter.temperament;
  let { candidates } = desk;
  let few = 0;
  while (few < candidates && few < tried) {
    let place = few;
    for (let at = few + 1; at < candidates; at++) if ((score[at] ?? 0) > (score[place] ?? 0)) place = at;
    if ((score[place] ?? 0) <= least) return few;
    const way = candidate[place] ?? 0;
    const move = reckoning.moveOf[way] ?? 0;
    let sum = gross[place] ?? 0;
    const isJoint = kind[move] === joint;
    let isOpen = isJoint;
    if (!isJoint && wayOf(tables, cells, move) === way) {
      sum -= lookClosely(desk, cells, sitter, move, way);
      isOpen = sum - influence * (price[move] ?? 0) > least;
    }
    if (!isOpen) {
      candidates--;
      candidate[place] = candidate[candidates] ?? 0;
      gross[place] = gross[candidates] ?? 0;
      score[place] = score[candidates] ?? 0;
      continue;
    }
    candidate[place] = candidate[few] ?? 0;
    gross[place] = gross[few] ?? 0;
    score[place] = score[few] ?? 0;
    candidate[few] = way;
    gross[few] = sum;
    const isFree = isJoint && mayBeFree(tables, cells, tables.moves[move] as MoveTable);
    freely[few] = isFree ? 1 : 0;
    costs[few] = isFree ? 0 : (price[move] ?? 0);
    lineOf[few] = line[move] ?? 0;
    few++;
  }
  return few;
}

/** Look closely at an open move: price it, and give what it is worth less than it seemed to be. */
function lookClosely(desk: Desk, cells: Int32Array, sitter: Sitter, move: number, way: number): number {
  const { tables, reckoning, bonus } = desk;
  const { capital } = sitter;
  let less = again(tables, cells, move);
  if (reckoning.kinds[move] === press) {
    const asked = ownWorth(desk, capital.index, askedNow(desk, cells, move));
    less += (desk.pressing[move] ?? 0) - (lookAtPress(desk, cells, move) * asked) / 4;
  } else lookAtPrice(desk, cells, move);
  const warned = cells[capital.warning.state] === called && cells[capital.warning.will] === move + 1;
  if (!warned && !(chosen.bound && (bonus[move] ?? 0) > 0) && turnsBack(desk, cells, capital, way))
    less += flipFlopCosts;
  return less;
}

/** Answer the decision of the quarter; give what the answer costs. */
function answerDecision(
  desk: Desk,
  cells: Int32Array,
  { capital, temperament }: Sitter,
  hash: number,
): number {
  chosen.answer = 0;
  const decision = decisionFor(desk.tables, cells, capital);
  if (!decision) return 0;
  const { options, silence, index } = decision;
  const begin = desk.reckoning.options[index] ?? 0;
  const has = cells[capital.influence] ?? 0;
  let best = -Infinity;
  let costs = 0;
  for (let at = 0; at < options.length; at++) {
    const option = options[at] as (typeof options)[number];
    if (at !== silence && (option.cost > has || !holds(option.when, cells))) continue;
    const pinch = (throwOf(hash, 10_000 + index * 8 + at) / halfThrow - 1) * temperament.noise;
    const score = ownWorth(desk, capital.index, begin + at) - option.cost * temperament.influence + pinch;
    if (score <= best) continue;
    best = score;
    chosen.answer = at === silence ? 0 : at + 1;
    costs = at === silence ? 0 : option.cost;
  }
  return costs;
}

/** Tell whether a way would turn a line back to where it stood within the last two rounds; what eases a troubled home is excused. */
function turnsBack(
  { reckoning, tables }: Desk,
  cells: Int32Array,
  capital: CapitalTable,
  way: number,
): boolean {
  const backs = reckoning.backs[way] as Int32Array;
  const since = (cells[tables.at.round] ?? 0) - turnsStand;
  let turned = false;
  for (let at = 0; at < backs.length; at++) {
    const made = cells[backs[at] ?? 0] ?? 0;
    if (made > 0 && made >= since) turned = true;
  }
  return turned && !((reckoning.upkeep[way] ?? 0) < 0 && (cells[capital.lowHome] ?? 0) > 0);
}
