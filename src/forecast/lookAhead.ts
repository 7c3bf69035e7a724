/**
 * A look ahead for the policies that take one: the best plans are played through by the real rules, the others moving as one would guess,
 * and the position that comes of it is weighed. Dice and strengths are a seat's own, never the game's.
 */
import { drawChance } from '../engine/position.ts';
import { redLinesOf, reached } from '../engine/consequences/standing.ts';
import { apply } from '../engine/decide.ts';
import { imagine, viewFor } from '../engine/seats.ts';
import type { Chance } from '../engine/run.ts';
import type { CapitalTable, Tables } from '../engine/tables.ts';
import { ordersOf, weighOrders } from './choose.ts';
import type { Plan, Weighed } from './choose.ts';
import { ownSeed } from './pinch.ts';
import type { Mind } from './mind.ts';
import { aimsEach } from './worth.ts';

/** Rounds that are played through, and how much the straight-line reckoning still counts beside them. */
const roundsPlayed = 2;
const reckoningCounts = 0.4;
const redLineCosts = 900;

/** Play the best plans through and pick the one whose outcome weighs most. */
export function lookAhead(
  tables: Tables,
  cells: Int32Array,
  capital: CapitalTable,
  weighed: Weighed,
): Plan | undefined {
  if (weighed.plans.length < 2) return weighed.plans[0];
  const seed = ownSeed(tables, cells, capital, 'lookAhead');
  const seen = viewFor({ tables, cells, last: new Int32Array(), nextChange: 0 }, capital.id);
  const imagined = imagine(tables, seen, seed).cells;
  const chance = drawChance(tables, { dice: seed, doubt: seed }, true);
  let best: Plan | undefined;
  let most = -Infinity;
  for (const plan of weighed.plans) {
    const value = play(tables, imagined, capital, weighed, plan, chance) + reckoningCounts * plan.score;
    if (value > most) {
      most = value;
      best = plan;
    }
  }
  return best;
}

function play(
  tables: Tables,
  from: Int32Array,
  capital: CapitalTable,
  weighed: Weighed,
  plan: Plan,
  chance: Chance,
): number {
  const cells = from.slice();
  let value = 0;
  for (let ahead = 0; ahead < roundsPlayed; ahead++) {
    const round = cells[tables.at.round] ?? 0;
    if ((cells[tables.at.phase] ?? 0) >= 2) break;
    const all = tables.capitals.map((other) => {
      if (other === capital && ahead === 0) return { other, orders: ordersOf(weighed, plan) };
      const theirs = weighOrders(tables, cells, other, 'guarded', {}, 1);
      const first = theirs.plans[0];
      return { other, orders: first ? ordersOf(theirs, first) : { moves: [] } };
    });
    for (const { other, orders } of all) {
      if (cells[other.locked] === 1) continue;
      const refused = apply(tables, cells, { seat: other.id, round, kind: 'lock', orders }, chance, null);
      if (refused)
        apply(tables, cells, { seat: other.id, round, kind: 'lock', orders: { moves: [] } }, chance, null);
    }
    value = weighPosition(tables, cells, capital, weighed.mind) / 2 + value / 2;
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
