/**
 * How capitals depend on one another in a scenario: what each can do that changes another's prices, what is open to it, or its aims;
 * and the swaps by which two of them would both gain. Read from the compiled scenario and a few positions on the way; nothing is judged.
 */
import { seedFor } from '../engine/dice.ts';
import type { Seed } from '../engine/dice.ts';
import type { Term } from '../engine/deals/terms.ts';
import { drawChance, seedsFrom, start } from '../engine/position.ts';
import type { GameOptions } from '../engine/position.ts';
import type { Guard } from '../engine/statecharts/holds.ts';
import type { CapitalTable, FireTable, Tables } from '../engine/tables.ts';
import { bargainsWith, signature } from './bargain.ts';
import { mindsOf } from './deals.ts';
import { drawSeats, playOut } from './playout.ts';
import { aimsEach, worthOf } from './worth.ts';

/** One way in which what a capital does reaches another. */
export interface Reach {
  /** Whether it changes what a move costs, whether something is open, or how far an aim is reached. */
  readonly kind: 'price' | 'guard' | 'aim';
  /** What is done: a line whose stance counts (`iran.ground`), or a move (`iran.surge`). */
  readonly by: string;
  /** What it changes: the other's move or decision, or its aim. */
  readonly changes: string;
  /** Influence for a price; hundredths of the aim for an aim (the largest that the move can bring); 0 for a guard. */
  readonly amount: number;
}

/** What two capitals could give each other. */
export interface Swap {
  readonly terms: readonly Term[];
  /** How good it is for both together where it was found best, in hundredths of an aim. */
  readonly score: number;
  /** In how many of the positions looked at it would suit both. */
  readonly seen: number;
}

export interface PairReach {
  readonly from: string;
  readonly to: string;
  readonly reaches: readonly Reach[];
}

export interface PairSwaps {
  readonly between: readonly [string, string];
  readonly swaps: readonly Swap[];
}

/** Smallest effect on an aim that is listed, in hundredths. */
const worthListing = 50;
/** Games on the way of which positions are looked at. */
const gamesLookedAt = 4;

/** List for each ordered pair of capitals what the one can do that reaches the other; aims by falling size. */
export function reachesOf(tables: Tables): PairReach[] {
  return tables.capitals.flatMap((from) =>
    tables.capitals
      .filter((to) => to !== from)
      .map((to) => ({
        from: from.id,
        to: to.id,
        reaches: [
          ...pricesRead(tables, from, to),
          ...guardsRead(tables, from, to),
          ...aimsReached(tables, from, to),
        ],
      })),
  );
}

/**
 * List for each pair the swaps and joint moves by which both would gain, in the start position and at the talks of a few games.
 * @returns each with the best first
 */
export function swapsOf(tables: Tables, options: GameOptions, seed: Seed): PairSwaps[] {
  const positions = talksOf(tables, options, seed);
  return tables.pairs.map(({ one, other }) => {
    const [first, second] = [tables.capitals[one], tables.capitals[other]];
    const found = new Map<string, Swap>();
    for (const cells of positions) {
      if (!first || !second) continue;
      for (const { terms, score } of bargainsWith(mindsOf(tables, cells, first, 'guarded', {}), second)) {
        const key = signature(terms);
        const known = found.get(key);
        found.set(key, { terms, score: Math.max(score, known?.score ?? 0), seen: (known?.seen ?? 0) + 1 });
      }
    }
    return {
      between: [first?.id ?? '', second?.id ?? ''] as const,
      swaps: [...found.values()].sort((swap, next) => next.seen - swap.seen || next.score - swap.score),
    };
  });
}

/** Collect the positions at the opening of talks: the start, and every round of a few games. */
function talksOf(tables: Tables, options: GameOptions, seed: Seed): Int32Array[] {
  const found: Int32Array[] = [];
  for (let game = 0; game < gamesLookedAt; game++) {
    const own = seedFor(seed, `swaps ${game}`);
    const chance = drawChance(tables, seedsFrom(own));
    const cells = start(tables, options, chance).position.cells.slice();
    if (game === 0) found.push(cells.slice());
    let round = cells[tables.at.round] ?? 0;
    playOut(tables, cells, chance, drawSeats(tables, own), {}, () => {
      const now = cells[tables.at.round] ?? 0;
      if (now !== round && (cells[tables.at.phase] ?? 0) < 2) found.push(cells.slice());
      round = now;
    });
  }
  return found;
}

function pricesRead(tables: Tables, from: CapitalTable, to: CapitalTable): Reach[] {
  const named = doingsOf(from);
  return distinct(
    to.moves.flatMap(({ id, prices }) =>
      prices.flatMap(({ when, add }) =>
        cellsRead(when).flatMap((cell): Reach[] => {
          const by = named.get(cell);
          return by === undefined ? [] : [{ kind: 'price', by, changes: `${to.id}.${id}`, amount: add }];
        }),
      ),
    ),
  );
}

function guardsRead(tables: Tables, from: CapitalTable, to: CapitalTable): Reach[] {
  const named = doingsOf(from);
  const reads = (guard: Guard | null, changes: string): Reach[] =>
    cellsRead(guard).flatMap((cell): Reach[] => {
      const by = named.get(cell);
      return by === undefined ? [] : [{ kind: 'guard', by, changes, amount: 0 }];
    });
  return distinct([
    ...to.moves.flatMap(({ id, from: ways }) =>
      ways.flat().flatMap(({ guard }) => reads(guard, `${to.id}.${id}`)),
    ),
    ...tables.decisions
      .filter(({ capital }) => capital === to.index)
      .flatMap(({ id, when, options }) =>
        [when, ...options.map((option) => option.when)].flatMap((guard) => reads(guard, id)),
      ),
  ]);
}

/** What each move of one capital fires, and what the stance brings to which it leads, as far as it reaches an aim of another. */
function aimsReached(tables: Tables, from: CapitalTable, to: CapitalTable): Reach[] {
  const { links, parts } = worthOf(tables);
  const most = new Map<string, Reach>();
  const note = (by: string, effect: readonly number[]): void => {
    to.aims.forEach(({ id }, at) => {
      const amount = Math.round(effect[at] ?? 0);
      const key = `${by} ${id}`;
      if (Math.abs(amount) >= worthListing && Math.abs(amount) > Math.abs(most.get(key)?.amount ?? 0))
        most.set(key, { kind: 'aim', by, changes: `${to.id}.${id}`, amount });
    });
  };
  const add = (effect: number[], { link, times }: FireTable): void => {
    for (const { part, value } of links[link] ?? []) {
      const aim = (parts[part]?.aim ?? -1) - to.index * aimsEach;
      if (aim >= 0 && aim < aimsEach) effect[aim] = (effect[aim] ?? 0) + times * value;
    }
  };
  for (const move of from.moves) {
    move.from.forEach((ways, stands) => {
      for (const { target, fires } of ways) {
        const effect = [0, 0, 0];
        for (const fire of fires) add(effect, fire);
        for (const { index, kind, source, reference } of tables.links) {
          if (kind !== 'stance' || source !== move.line.cell || target === stands) continue;
          if (reference === target) add(effect, { link: index, times: 1 });
          if (reference === stands) add(effect, { link: index, times: -1 });
        }
        note(`${from.id}.${move.id}`, effect);
      }
    });
  }
  return [...most.values()].sort((one, other) => Math.abs(other.amount) - Math.abs(one.amount));
}

/** Name the cells that say what a capital does: its lines' stances and its moves. */
function doingsOf({ id, lines, moves }: CapitalTable): ReadonlyMap<number, string> {
  return new Map([
    ...lines.map((line) => [line.cell, `${id}.${line.id}`] as const),
    ...moves.map((move) => [move.made, `${id}.${move.id}`] as const),
  ]);
}

function cellsRead(guard: Guard | null): number[] {
  if (guard === null) return [];
  return guard.op === 'within' ? [guard.cell] : guard.of.flatMap(cellsRead);
}

function distinct(reaches: readonly Reach[]): Reach[] {
  const byText = new Map(reaches.map((one) => [`${one.kind} ${one.by} ${one.changes} ${one.amount}`, one]));
  return [...byText.values()];
}
