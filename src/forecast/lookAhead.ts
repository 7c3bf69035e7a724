/**
 * A look ahead for the policies that take one: the best plans are played through by the real rules, quick capitals in all seats,
 * and the positions that come of it are weighed. Dice and strengths are a seat's own, never the game's.
 */
import { drawChance } from '../engine/position.ts';
import { redLinesOf, reached } from '../engine/consequences/standing.ts';
import { apply } from '../engine/decide.ts';
import { imagine, viewFor } from '../engine/seats.ts';
import type { Chance } from '../engine/run.ts';
import type { CapitalTable, Tables } from '../engine/tables.ts';
import { seedFor } from '../engine/dice.ts';
import type { Orders } from '../engine/orders.ts';
import { ordersOf } from './choose.ts';
import type { Plan, Weighed } from './choose.ts';
import { sit } from './desk.ts';
import type { Sitter } from './desk.ts';
import type { Keep } from './keep.ts';
import { ownSeed } from './pinch.ts';
import { playQuickly } from './quickGame.ts';
import type { Mind } from './mind.ts';
import { aimsEach } from './worth.ts';

/** Rounds that are played through, and from how many imagined positions each plan is. */
const roundsPlayed = 4;
const imagined = 5;
/** How much the straight-line reckoning still counts beside what came of a plan. */
const reckoningCounts = 0.4;
const redLineCosts = 900;

/**
 * Play the best plans through and pick the one whose outcome weighs most. Every plan meets the same imagined positions and dice.
 * @param keep stances at which the own lines are held
 */
export function lookAhead(
  tables: Tables,
  cells: Int32Array,
  capital: CapitalTable,
  weighed: Weighed,
  character: string,
  keep: Keep,
): Plan | undefined {
  if (weighed.plans.length < 2) return weighed.plans[0];
  const seed = ownSeed(tables, cells, capital, 'lookAhead');
  const seen = viewFor({ tables, cells, last: new Int32Array(), nextChange: 0 }, capital.id);
  const sitters = tables.capitals.map((other) =>
    other === capital ? sit(tables, other, character, keep, true) : sit(tables, other, 'guarded', {}, true),
  );
  const worlds = Array.from({ length: imagined }, (_, at) => {
    const own = seedFor(seed, `world ${at}`);
    const from = imagine(tables, seen, own).cells;
    // That another has locked is seen, what it locked is not: it chooses again.
    for (const other of tables.capitals) from[other.locked] = 0;
    return { from, chance: drawChance(tables, { dice: own, doubt: own }, true) };
  });
  const now = new Int32Array(cells.length);
  let best: Plan | undefined;
  let most = -Infinity;
  for (const plan of weighed.plans) {
    const orders = ordersOf(weighed, plan);
    let value = reckoningCounts * plan.score;
    for (const { from, chance } of worlds) {
      now.set(from);
      value += play(tables, now, capital, weighed.mind, orders, chance, sitters) / imagined;
    }
    if (value > most) {
      most = value;
      best = plan;
    }
  }
  return best;
}

/** Play a plan through: its first round, then quick capitals alone; what comes late weighs as much as all that came before. */
function play(
  tables: Tables,
  cells: Int32Array,
  capital: CapitalTable,
  mind: Mind,
  orders: Orders,
  chance: Chance,
  sitters: readonly Sitter[],
): number {
  const round = cells[tables.at.round] ?? 0;
  const refused = apply(tables, cells, { seat: capital.id, round, kind: 'lock', orders }, chance, null);
  if (refused) return -Infinity;
  let value = 0;
  let played = 0;
  while (played < roundsPlayed && (cells[tables.at.phase] ?? 0) < 2) {
    playQuickly(tables, cells, chance, sitters, null, 1);
    const now = weighPosition(tables, cells, capital, mind);
    value = played++ === 0 ? now : (value + now) / 2;
  }
  return value;
}

/** Weigh a position as it stands. */
function weighPosition(tables: Tables, cells: Int32Array, capital: CapitalTable, mind: Mind): number {
  let sum = 0;
  capital.aims.forEach((aim, at) => {
    sum += (mind.weights[capital.index * aimsEach + at] ?? 0) * reached(aim.parts, cells);
  });
  const homeAt = tables.capitals.length * aimsEach + 1;
  sum += (mind.weights[homeAt - 1] ?? 0) * reached(tables.people, cells);
  sum += (mind.weights[homeAt + capital.index] ?? 0) * (cells[capital.home] ?? 0);
  tables.pairs.forEach(({ trust }, at) => {
    sum += (mind.weights[homeAt + tables.capitals.length + at] ?? 0) * (cells[trust] ?? 0);
  });
  sum += mind.temperament.influence * Math.min(4, cells[capital.influence] ?? 0);
  for (const line of redLinesOf(capital, cells, cells[tables.at.layers] ?? 0))
    if (cells[line.crossed] !== 0) sum -= redLineCosts * mind.temperament.redLine;
  return sum;
}
