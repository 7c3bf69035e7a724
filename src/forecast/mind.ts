/**
 * How one capital reckons: what each move of anybody's is worth to it, and which of its own it would make.
 * One's own mind knows the instruction card; another's is guessed without it. Pacts come in `promises.ts`.
 */
import { isOn } from '../engine/layers.ts';
import { redLinesOf } from '../engine/consequences/standing.ts';
import { holds } from '../engine/statecharts/holds.ts';
import type { Guard } from '../engine/statecharts/holds.ts';
import type { CapitalTable, FireTable } from '../engine/tables.ts';
import { aimsEach } from './worth.ts';
import type { Outlook } from './outlook.ts';
import { leanOf, temperamentOf } from './temperament.ts';
import type { Temperament } from './temperament.ts';

/** Hundredths of an aim that one hundredth of home, of trust, of the people ledger is worth. */
const homeCounts = 0.22;
const trustCounts = 0.15;
const peopleCount = 0.3;
/** What doing the same again a quarter later costs in the reckoning (half of it two quarters later), in hundredths of an aim. */
const repeatCosts = 90;
/** Distance from a red line at which it begins to count, and what crossing it costs. */
const redLineNear = 1500;
const redLineCosts = 700;
/** Rounds for which a line that was crossed moves a capital to push back, and how much that counts. */
const remembersCrossing = 2;
const pushedBack = 500;

export interface Mind {
  readonly capital: CapitalTable;
  readonly temperament: Temperament;
  /** Weight of each slot of an effect, and the slots that have one. */
  readonly weights: Float64Array;
  readonly slots: Uint8Array;
  /** By link: what one push costs or gains through a red line that is near; empty where none is. */
  readonly nearRed: ReadonlyMap<number, number>;
  /** By move of anybody: what it is worth to this capital once ordered (a joint one: once it happens), price aside. */
  readonly worth: Float64Array;
  /** By own move: worth less its price; what is not open is -Infinity. */
  readonly score: Float64Array;
  /** What the last of its moves in a round would bring it: what a promise has to beat. */
  readonly slot: number;
}

/**
 * Make up a capital's own mind.
 * @param cells a view's or a position's; of hidden cells only the capital's own card is read
 * @param character its temperament's name
 */
export function mindOf(outlook: Outlook, cells: Int32Array, capital: CapitalTable, character: string): Mind {
  const card = cells[capital.card] ?? 0;
  const crossed = capital.redLines.reduce(
    (bits, line, at) => (line.card >= 0 && cells[line.crossed] !== 0 ? bits | (1 << at) : bits),
    0,
  );
  return remembered(outlook, `${capital.index} ${card} ${crossed} ${character}`, () =>
    makeUp(outlook, cells, capital, temperamentOf(character), true),
  );
}

/** Guess another capital's mind: an even temperament, and no instruction card. */
export function guessMind(outlook: Outlook, cells: Int32Array, capital: CapitalTable): Mind {
  return remembered(outlook, `${capital.index}`, () =>
    makeUp(outlook, cells, capital, temperamentOf('guarded'), false),
  );
}

/** Minds are kept beside the outlook that they rest on: the same question has the same answer until the position changes. */
const memory = new WeakMap<Outlook, Map<string, Mind>>();

function remembered(outlook: Outlook, key: string, make: () => Mind): Mind {
  let minds = memory.get(outlook);
  if (!minds) memory.set(outlook, (minds = new Map()));
  let mind = minds.get(key);
  if (!mind) minds.set(key, (mind = make()));
  return mind;
}

function makeUp(
  outlook: Outlook,
  cells: Int32Array,
  capital: CapitalTable,
  temperament: Temperament,
  ownCard: boolean,
): Mind {
  const { tables } = outlook;
  const weights = weightsOf(outlook, cells, capital, temperament, ownCard);
  let weighty = 0;
  for (const weight of weights) if (weight !== 0) weighty++;
  const slots = new Uint8Array(weighty);
  for (let slot = weights.length - 1; slot >= 0; slot--) if (weights[slot] !== 0) slots[--weighty] = slot;
  const nearRed = redLinesNear(outlook, cells, capital, temperament, ownCard);
  const worth = new Float64Array(tables.moves.length);
  const score = new Float64Array(tables.moves.length).fill(-Infinity);
  const best: number[] = [];
  const round = cells[tables.at.round] ?? 0;
  const side = { slots, weights };
  for (const move of tables.moves) {
    const { index } = move;
    if (outlook.open[index] === 0) continue;
    const chance = outlook.chance[index] ?? 1;
    // A joint move's effects all hang on the others; a press's own do not hang on the client.
    let sum = move.joint ? 0 : weighEffect(side, outlook.sure, index * outlook.width);
    if (move.joint || move.press) sum += chance * weighEffect(side, outlook.hoped, index * outlook.width);
    if (nearRed.size > 0) sum += weighRed(nearRed, outlook.shots[index] ?? []);
    worth[index] = sum;
    if (move.capital !== capital.index) continue;
    const price = outlook.price[index] ?? 0;
    // What was done last round is worth a little less: a capital that only repeats itself is no opponent.
    const ago = round - (cells[move.made] ?? 0);
    const again = move.kind === 'step' || ago === round || ago > 2 ? 0 : repeatCosts / ago;
    score[index] =
      sum +
      leanOf(temperament, move) -
      temperament.influence * (price + 1.5 * (outlook.upkeep[index] ?? 0)) -
      again;
    if (!move.joint) best.push(score[index] ?? 0);
  }
  best.sort((one, other) => other - one);
  const most = cells[tables.at.moves] ?? 2;
  return {
    capital,
    temperament,
    weights,
    slots,
    nearRed,
    worth,
    score,
    slot: Math.max(0, best[most - 1] ?? 0),
  };
}

/** Weigh one effect. */
export function weighEffect(
  mind: Pick<Mind, 'slots' | 'weights'>,
  effects: Float64Array,
  at: number,
): number {
  const { slots, weights } = mind;
  let sum = 0;
  for (let n = 0; n < slots.length; n++) {
    const slot = slots[n] ?? 0;
    sum += (weights[slot] ?? 0) * (effects[at + slot] ?? 0);
  }
  return sum;
}

/** Weigh what impulses do to red lines that are near. */
export function weighRed(nearRed: ReadonlyMap<number, number>, fires: readonly FireTable[]): number {
  let sum = 0;
  for (const { link, times } of fires) sum += times * (nearRed.get(link) ?? 0);
  return sum;
}

function weightsOf(
  outlook: Outlook,
  cells: Int32Array,
  capital: CapitalTable,
  temperament: Temperament,
  ownCard: boolean,
): Float64Array {
  const { tables } = outlook;
  const weights = new Float64Array(outlook.width);
  const withCards = ownCard && isOn(cells[tables.at.layers] ?? 0, 'instructions');
  const card = withCards ? capital.cards[(cells[capital.card] ?? 0) - 1] : undefined;
  for (let aim = 0; aim < aimsEach; aim++)
    weights[capital.index * aimsEach + aim] = (card?.doubles === aim ? 2 : 1) * (temperament.aims[aim] ?? 1);
  weights[tables.capitals.length * aimsEach] = peopleCount;
  const home = cells[capital.home] ?? 0;
  const mood = home < 4000 ? 1 + (4000 - home) / 2000 : home > 6500 ? 0.6 : 1;
  weights[outlook.homeAt + capital.index] = homeCounts * temperament.home * mood;
  tables.pairs.forEach((pair, at) => {
    if (pair.one === capital.index || pair.other === capital.index)
      weights[outlook.trustAt + at] = trustCounts * temperament.trust;
  });
  return weights;
}

/** Find by link what a push towards or away from a near red line is worth. */
function redLinesNear(
  outlook: Outlook,
  cells: Int32Array,
  capital: CapitalTable,
  temperament: Temperament,
  ownCard: boolean,
): Map<number, number> {
  const { tables } = outlook;
  const found = new Map<number, number>();
  const layers = ownCard ? (cells[tables.at.layers] ?? 0) : 0;
  const round = cells[tables.at.round] ?? 0;
  for (const line of redLinesOf(capital, cells, layers)) {
    const crossed = cells[line.crossed] ?? 0;
    if (crossed !== 0 && crossed + remembersCrossing < round) continue;
    const edges = crossed === 0 ? edgesNear(line.when, cells) : edgesCrossed(line.when, cells);
    const counts = crossed === 0 ? redLineCosts : pushedBack;
    for (const { cell, towards } of edges) {
      for (const link of tables.links) {
        if (link.target !== cell && link.loser !== cell) continue;
        const side = link.target === cell ? 1 : -1;
        const cost = (-counts * temperament.redLine * link.strength * side * towards) / redLineNear;
        found.set(link.index, (found.get(link.index) ?? 0) + cost);
      }
    }
  }
  return found;
}

/** List the levels that went over the edge of a red line that is crossed: to push them back is what its capital now wants. */
function edgesCrossed(guard: Guard, cells: Int32Array): { cell: number; towards: number }[] {
  if (guard.op === 'not') return [];
  if (guard.op !== 'within') return guard.of.flatMap((part) => edgesCrossed(part, cells));
  const { type } = guard.json;
  if ((type !== 'levelAtLeast' && type !== 'levelBelow') || !holds(guard, cells)) return [];
  return [{ cell: guard.cell, towards: type === 'levelAtLeast' ? 1 : -1 }];
}

/** List the levels whose edge a red line waits for and that stand near it, when nothing else keeps it from being crossed. */
function edgesNear(guard: Guard, cells: Int32Array): { cell: number; towards: number }[] {
  if (guard.op === 'not') return [];
  if (guard.op === 'within') {
    const value = cells[guard.cell] ?? 0;
    const isLevel = guard.json.type === 'levelAtLeast' || guard.json.type === 'levelBelow';
    if (!isLevel || (value >= guard.least && value <= guard.most)) return [];
    const away = value < guard.least ? guard.least - value : value - guard.most;
    return away <= redLineNear ? [{ cell: guard.cell, towards: value < guard.least ? 1 : -1 }] : [];
  }
  if (guard.op === 'any') return guard.of.flatMap((part) => edgesNear(part, cells));
  const open = guard.of.filter((part) => !holds(part, cells));
  const only = open[0];
  return open.length === 1 && only ? edgesNear(only, cells) : [];
}
