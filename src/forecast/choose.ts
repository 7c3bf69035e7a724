/**
 * Choosing orders: the answer to the decision of the quarter and up to two (or three) moves, one a line, that can be paid for.
 * It reads only what the seat may see. Bargaining is `bargain.ts`.
 */
import { decisionFor, mayBeFree } from '../engine/orders.ts';
import type { Orders } from '../engine/orders.ts';
import { holds } from '../engine/statecharts/holds.ts';
import type { CapitalTable, DecisionTable, MoveTable, Tables } from '../engine/tables.ts';
import { climbDownCosts, fearsOf } from './heed.ts';
import type { Fear } from './heed.ts';
import { keepBonus, keepCounts } from './keep.ts';
import type { Keep } from './keep.ts';
import { guessMind, mindOf, weighEffect, weighRed } from './mind.ts';
import type { Mind } from './mind.ts';
import { outlookFor } from './outlook.ts';
import type { Outlook } from './outlook.ts';
import { hasCause, turnedAwayIn } from './past.ts';
import { ownSeed, pinch } from './pinch.ts';
import { promisesOf } from './promises.ts';
import type { Promises } from './promises.ts';
import { argumentsFor } from './reasons.ts';
import type { Argument } from './reasons.ts';
import type { Seed } from '../engine/dice.ts';
import { temperamentOf } from './temperament.ts';

/** Moves that are tried in combination. */
const tried = 8;
/** Chance that a partner orders a joint move: when it promised, when it would gain, when it would not. */
const joins = { promised: 0.85, gains: 0.25, loses: 0.03 } as const;
/** Influence that would be carried over is worth saving; what is above is lost. */
const carried = 2;
/** Turning a line back so soon without a cause is as good as barred. */
const flipFlopCosts = 5000;

/** One way of spending a round. */
export interface Plan {
  readonly answer: number;
  readonly moves: readonly MoveTable[];
  readonly score: number;
  /** Influence that it takes, without what pacts pass on. */
  readonly cost: number;
}

/** Everything a capital weighed before it chose. */
export interface Weighed {
  readonly outlook: Outlook;
  readonly mind: Mind;
  readonly promises: Promises;
  readonly decision: DecisionTable | null;
  /** By option of the decision. */
  readonly options: readonly { effect: Float64Array; score: number }[];
  /** By own move: chance that it comes about, and score with promises, constraints and noise. */
  readonly chance: Float64Array;
  readonly score: Float64Array;
  /** By own move that would call warnings: what is feared of them, and whose is the worst. */
  readonly feared: ReadonlyMap<number, Fear>;
  /** The best plan, had nobody warned of anything; null where there is nothing to fear. */
  readonly unwarned: Plan | null;
  /** Best first. */
  readonly plans: readonly Plan[];
}

/**
 * Weigh what a capital can order.
 * @param cells a view's or a position's; nothing hidden from the capital is read
 * @param most how many plans to keep, best first
 */
export function weighOrders(
  tables: Tables,
  cells: Int32Array,
  capital: CapitalTable,
  character: string,
  keep: Keep,
  most: number,
): Weighed {
  const outlook = outlookFor(tables, cells);
  const temperament = temperamentOf(character);
  const seed = ownSeed(tables, cells, capital, character);
  const mind = mindOf(outlook, cells, capital, character);
  const promises = promisesOf(outlook, cells, mind, seed);
  const chance = new Float64Array(tables.moves.length).fill(1);
  const score = new Float64Array(tables.moves.length).fill(-Infinity);
  const feared = fearsOf(tables, cells, capital, character, keep);
  for (const move of capital.moves) {
    const { index } = move;
    if (outlook.open[index] === 0) continue;
    let sum = mind.score[index] ?? -Infinity;
    if (move.joint) {
      const likely = joining(outlook, cells, mind, promises, move);
      chance[index] = likely;
      sum += (likely - 1) * (mind.worth[index] ?? 0);
    } else chance[index] = outlook.chance[index] ?? 1;
    sum += promises.bonus[index] ?? 0;
    sum += keepBonus(capital, cells, keep, move, outlook.target[index] ?? -1);
    sum -= feared.get(index)?.harm ?? 0;
    sum += pinch(seed, move.rule, Math.trunc(temperament.noise));
    if (isCalled(cells, capital, move)) sum += climbDownCosts * temperament.home;
    else if ((promises.bonus[index] ?? 0) <= 0 && isFlipFlop(outlook, cells, promises, capital, move))
      sum -= flipFlopCosts;
    score[index] = sum;
  }
  const decision = decisionFor(tables, cells, capital);
  const options = weighOptions(outlook, cells, mind, decision, seed);
  const plan = (scores: Float64Array, count: number): Plan[] =>
    makePlans(outlook, cells, mind, promises, decision, options, scores, count);
  const plans = plan(score, most);
  const unafraid = (): Float64Array => score.map((one, move) => one + (feared.get(move)?.harm ?? 0));
  const unwarned = feared.size > 0 ? (plan(unafraid(), 1)[0] ?? null) : null;
  return { outlook, mind, promises, decision, options, chance, score, feared, unwarned, plans };
}

/** Write a plan as orders. */
export function ordersOf(weighed: Weighed, plan: Plan): Orders {
  const { decision, outlook, promises } = weighed;
  const option = decision?.options[plan.answer];
  return {
    ...(option && plan.answer !== decision?.silence ? { answer: option.id } : {}),
    moves: plan.moves.map((move) =>
      move.kind === 'press'
        ? { move: move.id, influence: outlook.pressed[move.index] ?? 1 }
        : { move: move.id },
    ),
    ...(promises.withhold.length > 0 ? { withhold: promises.withhold } : {}),
  };
}

/** Read orders back as a plan, so that what speaks for and against them can be told. */
export function planOf({ decision, outlook }: Weighed, capital: CapitalTable, orders: Orders): Plan {
  const moves = orders.moves.flatMap(({ move: id }) => capital.moves.find((move) => move.id === id) ?? []);
  const answered = decision?.options.findIndex(({ id }) => id === orders.answer) ?? -1;
  const answer = answered >= 0 ? answered : (decision?.silence ?? 0);
  const option = answered >= 0 ? (decision?.options[answered]?.cost ?? 0) : 0;
  const cost = moves.reduce((sum, { index }) => sum + (outlook.price[index] ?? 0), option);
  return { answer, moves, score: 0, cost };
}

/** List the arguments for and against a plan, the strongest first. */
export function argumentsOf(weighed: Weighed, plan: Plan, cells: Int32Array): Argument[] {
  const { outlook, mind, promises, chance, feared } = weighed;
  const effect = new Float64Array(outlook.width);
  const { width } = outlook;
  for (const { index, joint, press } of plan.moves) {
    for (let slot = 0; slot < width; slot++) {
      const sure = joint ? 0 : (outlook.sure[index * width + slot] ?? 0);
      const hoped = joint || press ? (outlook.hoped[index * width + slot] ?? 0) * (chance[index] ?? 1) : 0;
      effect[slot] = (effect[slot] ?? 0) + sure + hoped;
    }
  }
  weighed.options[plan.answer]?.effect.forEach(
    (amount, slot) => (effect[slot] = (effect[slot] ?? 0) + amount),
  );
  const found = argumentsFor(outlook, mind, effect);
  for (const { index } of plan.moves) {
    const partner = promises.forWhom.get(index);
    // Who breaks one word to a partner does not speak to it of another that is kept.
    if (partner !== undefined && !plan.moves.some((move) => promises.against.get(move.index) === partner))
      found.push({ key: 'keepsPact', args: { with: partner }, weight: promises.bonus[index] ?? 0 });
    const broken = promises.against.get(index);
    if (broken !== undefined)
      found.push({
        key: 'breaksPact',
        args: { with: broken },
        weight: promises.bonus[index] ?? 0,
        unspoken: true,
      });
    const red = weighRed(mind.nearRed, outlook.shots[index] ?? []);
    if (red > 100) found.push({ key: 'redLine', args: { capital: mind.capital.id }, weight: red });
  }
  for (const move of plan.moves) {
    if (isCalled(cells, mind.capital, move))
      found.push({
        key: 'keepsWarning',
        args: { move: `${mind.capital.id}-${move.id}` },
        weight: climbDownCosts,
      });
  }
  const most = cells[outlook.tables.at.moves] ?? 2;
  for (const [index, { warner, harm }] of feared) {
    const made = plan.moves.some((move) => move.index === index);
    if (made) found.push({ key: 'defiesWarning', args: { with: warner }, weight: -harm });
    else if (weighed.unwarned?.moves.some((move) => move.index === index))
      found.push({ key: 'heedsWarning', args: { with: warner }, weight: harm });
  }
  if (plan.moves.length < most) {
    const left = (cells[mind.capital.influence] ?? 0) - plan.cost;
    found.push({ key: left > 0 ? 'saves' : 'spent', args: { influence: left }, weight: 1 });
  }
  return found.sort((one, other) => Math.abs(other.weight) - Math.abs(one.weight));
}

/** Guess how likely all partners order their part of a joint move. */
function joining(
  outlook: Outlook,
  cells: Int32Array,
  mind: Mind,
  promises: Promises,
  move: MoveTable,
): number {
  if (outlook.chance[move.index] === 0) return 0;
  let likely = 1;
  for (const index of move.joint?.moves ?? []) {
    const partner = outlook.tables.capitals[outlook.tables.moves[index]?.capital ?? -1];
    if (!partner || partner === mind.capital) continue;
    if (promises.expected.has(index)) likely *= joins.promised;
    else {
      const theirs = guessMind(outlook, cells, partner);
      likely *= (theirs.score[index] ?? -1) > 0 ? joins.gains : joins.loses;
    }
  }
  return likely;
}

function isFlipFlop(
  { tables, target, upkeep, sure, width, homeAt }: Outlook,
  cells: Int32Array,
  promises: Promises,
  capital: CapitalTable,
  move: MoveTable,
): boolean {
  const turned = turnedAwayIn(tables, cells, capital, move, target[move.index] ?? -1);
  // A capital whose home is about to tie its hands may well take back what home dislikes.
  const eases = (upkeep[move.index] ?? 0) < 0 || (sure[move.index * width + homeAt + capital.index] ?? 0) > 0;
  if (eases && (cells[capital.lowHome] ?? 0) > 0) return false;
  return turned > 0 && !hasCause(tables, cells, capital, promises.deals, move, turned);
}

function isCalled(cells: Int32Array, capital: CapitalTable, move: MoveTable): boolean {
  return cells[capital.warning.state] === 2 && cells[capital.warning.will] === move.index + 1;
}

function weighOptions(
  outlook: Outlook,
  cells: Int32Array,
  mind: Mind,
  decision: DecisionTable | null,
  seed: Seed,
): { effect: Float64Array; score: number }[] {
  if (!decision) return [{ effect: new Float64Array(outlook.width), score: 0 }];
  return decision.options.map((option, at) => {
    const effect = new Float64Array(outlook.width);
    outlook.fires(option.fires, effect);
    const open = at === decision.silence || holds(option.when, cells);
    const score =
      weighEffect(mind, effect, 0) +
      weighRed(mind.nearRed, option.fires) -
      option.cost * mind.temperament.influence +
      pinch(seed, decision.answer * 8 + at, Math.trunc(mind.temperament.noise));
    return { effect, score: open ? score : -Infinity };
  });
}

function makePlans(
  outlook: Outlook,
  cells: Int32Array,
  mind: Mind,
  promises: Promises,
  decision: DecisionTable | null,
  options: readonly { score: number }[],
  score: Float64Array,
  most: number,
): Plan[] {
  const { tables } = outlook;
  const { capital, temperament } = mind;
  const has = cells[capital.influence] ?? 0;
  const slots = cells[tables.at.moves] ?? 2;
  const candidates = capital.moves
    .filter(({ index }) => (score[index] ?? 0) > temperament.least)
    .sort((one, other) => (score[other.index] ?? 0) - (score[one.index] ?? 0) || one.index - other.index)
    .slice(0, tried);
  const plans: Plan[] = [];
  const free = new Set(candidates.filter((move) => mayBeFree(tables, cells, move)).map(({ index }) => index));
  const kept = (plan: Plan): void => {
    if (most === 1 && plans[0] && plan.score <= plans[0].score) return;
    if (most === 1) plans[0] = plan;
    else plans.push(plan);
  };
  const extend = (
    from: number,
    moves: MoveTable[],
    answer: number,
    sum: number,
    cost: number,
    usedFree: boolean,
  ): void => {
    // Influence beyond what can be carried is lost anyway, so that it costs nothing to spend.
    const wasted = Math.max(0, has - cost - promises.owed - carried);
    kept({ answer, moves, score: sum - wasted * temperament.influence, cost });
    if (moves.length >= slots) return;
    for (let at = from; at < candidates.length; at++) {
      const move = candidates[at];
      if (!move || moves.some(({ line }) => line === move.line)) continue;
      const isFree = !usedFree && free.has(move.index);
      const price = isFree ? 0 : (outlook.price[move.index] ?? 0);
      // Promised influence is passed on from what is left.
      const reserve = (score[move.index] ?? 0) >= keepCounts / 2 ? 0 : promises.owed;
      if (cost + price > has - reserve && price > 0) continue;
      extend(
        at + 1,
        [...moves, move],
        answer,
        sum + (score[move.index] ?? 0),
        cost + price,
        usedFree || isFree,
      );
    }
  };
  options.forEach((option, answer) => {
    const cost = decision && answer !== decision.silence ? (decision.options[answer]?.cost ?? 0) : 0;
    if (option.score === -Infinity || cost > has) return;
    extend(0, [], answer, option.score, cost, false);
  });
  return plans.sort((one, other) => other.score - one.score).slice(0, most);
}
