/**
 * What every deed is worth to every capital, worked out once per scenario: the links are followed backwards from each part of an aim
 * at middle strengths, for every number of rounds left. What the position of the moment makes of it stands in `quick.ts`.
 */
import type { FireTable, LineTable, LinkTable, MoveTable, Tables } from '../engine/tables.ts';
import { effectOf, gainsOf, pushesOf, slotKinds, slotsOf, willsOf } from './pushes.ts';
import type { Deed, Gains, Slot } from './pushes.ts';
import { temperamentOf } from './temperament.ts';

/** Share of a clock's full hand that one segment counts for. */
const clockShare = 0.35;

/** Values of a deed to a capital: its aims, in their order, people and trust in one, and its home. */
export const valuesEach = 5;
const rest = 3;
export const homeValue = 4;

export interface Reckoning {
  /** Most rounds left for which worths are known. */
  readonly rounds: number;
  /** Deeds: the ways of all moves by number, then options of decisions, then what clients do when pressed. */
  readonly deeds: number;
  /** By decision its first option's deed. */
  readonly options: Int32Array;
  /** By move: the deed of what its press asks, client's stance added; -1 for no press. */
  readonly asked: Int32Array;
  /** By move: cell of the stance that decides what its press asks; 0 for no press. */
  readonly askedLine: Int32Array;
  /** By rounds left, then by (capital × deeds + deed) × `valuesEach`: hundredths of an aim. */
  readonly worth: readonly Float32Array[];
  /** By rounds left, then by capital × deeds + deed: all values in one, as everybody may guess them. */
  readonly guess: readonly Float32Array[];
  /** By rounds left, then by capital: the guessed score of the last move it makes in a round, which a promise has to beat. */
  readonly last: readonly Float64Array[];
  /** By who cares × capitals + who acts: the ways of the other that matter most to it, most first. */
  readonly matters: readonly Int32Array[];
  /**
   * What ways do by moving land from one holder to another, which ends when nothing is left to be moved. By way the first of them, and
   * the first of the next one's; then the cell of who loses, what is moved at once and each round, and the deed that is only this.
   */
  readonly transfers: {
    readonly first: Int32Array;
    readonly loser: Int32Array;
    readonly once: Int32Array;
    readonly often: Int32Array;
    readonly deed: Int32Array;
  };
  /** Edges of red lines, capital by capital: the level, where it is crossed, which way leads there, the cell that says so, the card. */
  readonly edges: {
    readonly first: Int32Array;
    readonly cell: Int32Array;
    readonly at: Int32Array;
    readonly towards: Int32Array;
    readonly crossed: Int32Array;
    readonly card: Int32Array;
    /** By edge × deeds + deed: hundredths that it moves the level. */
    readonly moves: Float64Array;
  };
  /** By way: its move, the cell of its line, the stance that it leaves, and influence a round that it adds to the line's upkeep. */
  readonly moveOf: Int32Array;
  readonly lineOf: Int32Array;
  readonly leaves: Int32Array;
  readonly upkeep: Int32Array;
  /** By move: the least that it can cost. */
  readonly cheapest: Int32Array;
  /** By way: when moves were made that led to where it leaves, from where it leads; what turns back too soon is a flip-flop. */
  readonly backs: readonly Int32Array[];
  /** Ways of moves that are not joint, by line and the stance that they leave: where they begin in the list, and the list. */
  readonly outOf: Int32Array;
  readonly outs: Int32Array;
  /** By capital its first line in a list, and the first of the next one's; the same for its presses. */
  readonly lineFrom: Int32Array;
  readonly lines: Int32Array;
  readonly presses: Int32Array;
  readonly pressing: Int32Array;
  /** By capital: its joint moves. By move: its kind, and all parts of a joint one. */
  readonly kinds: Uint8Array;
  readonly joints: readonly Int32Array[];
  /** By move: the capital that makes it. */
  readonly actor: Int32Array;
  readonly parts: readonly Int32Array[];
  /** Cells of trust, by capital × capitals + other; public levels that change from game to game. */
  readonly trust: Int32Array;
  readonly watched: Int32Array;
}

/** Give a scenario's reckoning; it is worked out at the first call. */
export function reckoningOf(tables: Tables): Reckoning {
  let reckoning = known.get(tables);
  if (!reckoning) known.set(tables, (reckoning = workOut(tables)));
  return reckoning;
}
const known = new WeakMap<Tables, Reckoning>();

/** Give a scenario's reckoning where it has been worked out. */
export function reckonedOf(tables: Tables): Reckoning | undefined {
  return known.get(tables);
}

/** Take a reckoning that was worked out elsewhere for the same scenario. */
export function takeReckoning(tables: Tables, reckoning: Reckoning): void {
  known.set(tables, reckoning);
}

function workOut(tables: Tables): Reckoning {
  const { capitals, flat } = tables;
  const rounds = tables.scenario.rounds;
  const { deeds, options, asked } = deedsOf(tables);
  const transfers = transfersOf(tables, deeds);
  const values = new Map<string, Gains>();
  const wills = willsOf(tables);
  const lefts = Array.from({ length: rounds + 1 }, (_, left) => left);
  const worth = lefts.map(() => new Float32Array(capitals.length * deeds.length * valuesEach));
  const edges: { slot: Slot; moves: number[] }[] = [];
  const edgeFirst = [0];
  for (const capital of capitals) {
    for (const slot of slotsOf(tables, capital.index)) {
      const pushes = pushesOf(tables, gainsOf(tables, slot, rounds, values), wills, rounds);
      const weight = evenWeight(slot.kind);
      const effects = deeds.map((deed) => effectOf(tables, deed, slot, pushes, rounds));
      if (slot.kind === slotKinds.edge) edges.push({ slot, moves: effects.map((list) => list[1] ?? 0) });
      const value = slot.kind === slotKinds.part ? slot.of : slot.kind === slotKinds.home ? homeValue : rest;
      effects.forEach((list, deed) => {
        const at = (capital.index * deeds.length + deed) * valuesEach + value;
        for (const left of lefts) {
          const into = worth[left];
          if (into) into[at] = (into[at] ?? 0) + weight * (list[left] ?? 0);
        }
      });
    }
    edgeFirst.push(edges.length);
  }
  const guess = worth.map((list) =>
    Float32Array.from({ length: list.length / valuesEach }, (_, at) =>
      list.subarray(at * valuesEach, (at + 1) * valuesEach).reduce((sum, value) => sum + value, 0),
    ),
  );
  const { take } = flat.ways;
  const ways = wayMoves(tables);
  const red = edges.map(({ slot }) => capitals.flatMap(({ redLines }) => redLines)[slot.of]);
  const pressing = capitals.map(({ moves }) => moves.filter(({ kind }) => kind === 'press'));
  const upkeep = Int32Array.from(take, ({ target }, way) => {
    const found = ways[way];
    return found ? (found.line.upkeep[target] ?? 0) - (found.line.upkeep[found.stance] ?? 0) : 0;
  });
  return {
    rounds,
    deeds: deeds.length,
    options,
    asked,
    askedLine: Int32Array.from(
      tables.moves,
      ({ press }) => tables.clients[press?.client ?? -1]?.moves[press?.move ?? -1]?.line.cell ?? 0,
    ),
    worth,
    guess,
    last: guess.map((list) => lastOf(tables, list, deeds.length, ways)),
    matters: capitals.flatMap((one) =>
      capitals.map((other) =>
        mattersTo(one.index, other.index, guess[Math.ceil(rounds / 2)], deeds.length, ways),
      ),
    ),
    transfers,
    edges: {
      first: Int32Array.from(edgeFirst),
      cell: Int32Array.from(edges, ({ slot }) => slot.cell),
      at: Int32Array.from(edges, ({ slot }) => slot.from),
      towards: Int32Array.from(edges, ({ slot }) => slot.to),
      crossed: Int32Array.from(red, (line) => line?.crossed ?? 0),
      card: Int32Array.from(red, (line) => line?.card ?? -1),
      moves: Float64Array.from(edges.flatMap(({ moves }) => moves)),
    },
    moveOf: Int32Array.from(ways, (found) => found?.move.index ?? -1),
    lineOf: Int32Array.from(ways, (found) => found?.line.cell ?? 0),
    leaves: Int32Array.from(ways, (found) => found?.stance ?? -1),
    upkeep,
    cheapest: Int32Array.from(tables.moves, ({ cost, prices, kind }) =>
      prices.reduce((sum, { add }) => sum + Math.min(0, add), kind === 'press' ? Math.max(1, cost) : cost),
    ),
    backs: take.map(({ target }, way) => {
      const found = ways[way];
      const led = tables.moves.filter(
        (move) =>
          found !== undefined &&
          found !== null &&
          target !== found.stance &&
          move.line === found.line &&
          (move.from[target] ?? []).some((to) => to.target === found.stance),
      );
      return Int32Array.from(led, ({ made }) => made);
    }),
    ...outsOf(tables, ways),
    lineFrom: starts(capitals.map(({ lines }) => lines.length)),
    lines: Int32Array.from(
      capitals.flatMap(({ lines }) => lines),
      ({ index }) => index,
    ),
    presses: starts(pressing.map((list) => list.length)),
    pressing: Int32Array.from(pressing.flat(), ({ index }) => index),
    kinds: flat.moves.kind,
    joints: capitals.map(({ moves }) =>
      Int32Array.from(
        moves.filter(({ joint }) => joint !== null),
        ({ index }) => index,
      ),
    ),
    actor: Int32Array.from(tables.moves, ({ capital }) => capital),
    parts: tables.moves.map(({ joint }) => Int32Array.from(joint?.moves ?? [])),
    trust: Int32Array.from(
      capitals.flatMap(({ index }) =>
        capitals.map((other) => tables.pairs[tables.pairOf(index, other.index)]?.trust ?? 0),
      ),
    ),
    watched: Int32Array.from(capitals.flatMap(({ aims, home }) => [home, ...aims.map(({ cell }) => cell)])),
  };
}

/** List by line and stance the ways that lead out of it and need no partners. */
function outsOf(tables: Tables, ways: readonly WayMove[]): Pick<Reckoning, 'outOf' | 'outs'> {
  const lists = tables.lines.flatMap((line) =>
    line.stances.map((_, stance) =>
      ways.flatMap((found, way) =>
        found?.line === line && found.stance === stance && found.move.joint === null ? way : [],
      ),
    ),
  );
  return { outOf: starts(lists.map((list) => list.length)), outs: Int32Array.from(lists.flat()) };
}

/** Say where each of some lists begins when they lie behind one another, and where the last one ends. */
function starts(counts: readonly number[]): Int32Array {
  let sum = 0;
  return Int32Array.from([0, ...counts], (count) => (sum += count));
}

/** The move, its line and the stance to which each way belongs; null for clients' ways. */
type WayMove = { move: MoveTable; line: LineTable; stance: number } | null;

/** Guess for every capital what the last of the two moves that it makes on average is worth, price included. */
function lastOf(tables: Tables, guess: Float32Array, deeds: number, ways: readonly WayMove[]): Float64Array {
  const even = temperamentOf('guarded');
  return Float64Array.from(tables.capitals, ({ index, moves }) => {
    const scores = moves
      .filter(({ kind }) => kind !== 'joint')
      .map((move) => {
        const own = ways.flatMap((found, way) =>
          found?.move === move ? (guess[index * deeds + way] ?? 0) : [],
        );
        return own.reduce((sum, one) => sum + one, 0) / Math.max(1, own.length) - even.influence * move.cost;
      })
      .sort((one, other) => other - one);
    // Of all its moves about half are open at a time.
    return Math.max(0, scores[4] ?? 0);
  });
}

/** How many of another's ways a capital talks about, and how much one must matter to it. */
const talkedAbout = 6;
const worthTalking = 40;

function mattersTo(
  one: number,
  other: number,
  guess: Float32Array | undefined,
  deeds: number,
  ways: readonly WayMove[],
): Int32Array {
  const found = ways.flatMap((way, at) => {
    const value = Math.abs(guess?.[one * deeds + at] ?? 0);
    return way?.move.capital === other && way.move.kind !== 'joint' && value >= worthTalking
      ? [{ at, value }]
      : [];
  });
  found.sort((first, second) => second.value - first.value || first.at - second.at);
  return Int32Array.from(found.slice(0, talkedAbout), ({ at }) => at);
}

/** Hundredths of an aim that one hundredth of home, of trust, of the people ledger is worth. */
const homeCounts = 0.22;
const trustCounts = 0.15;
const peopleCount = 0.3;

function evenWeight(kind: number): number {
  const even = temperamentOf('guarded');
  if (kind === slotKinds.part) return 1;
  if (kind === slotKinds.people) return peopleCount;
  if (kind === slotKinds.home) return homeCounts * even.home;
  return kind === slotKinds.trust ? trustCounts * even.trust : 0;
}

function wayMoves(tables: Tables): WayMove[] {
  const found: WayMove[] = tables.flat.ways.take.map(() => null);
  for (const move of tables.moves) {
    move.line.stances.forEach((_, stance) => {
      const from = (tables.flat.moves.from[move.index] ?? 0) + stance;
      for (let way = tables.flat.from[from] ?? 0; way < (tables.flat.from[from + 1] ?? 0); way++)
        found[way] = { move, line: move.line, stance };
    });
  }
  return found;
}

/** List all deeds and where those of decisions and presses begin. */
function deedsOf(tables: Tables): { deeds: Deed[]; options: Int32Array; asked: Int32Array } {
  const moveOf = wayMoves(tables);
  const deeds: Deed[] = tables.flat.ways.take.map(({ fires, target }, way) => {
    const found = moveOf[way];
    const turned = found ? turn(tables, found.line, found.stance, target) : { now: [], lasting: [] };
    return { now: [...fires, ...turned.now], lasting: turned.lasting };
  });
  const options = tables.decisions.map((decision) => {
    const begin = deeds.length;
    for (const { fires } of decision.options) deeds.push({ now: fires, lasting: [] });
    return begin;
  });
  const asked = tables.moves.map((move) => {
    const client = tables.clients[move.press?.client ?? -1];
    const ask = client?.moves[move.press?.move ?? -1];
    if (!ask) return -1;
    const begin = deeds.length;
    ask.line.stances.forEach((_, stance) => {
      const to = ask.from[stance]?.[0];
      const turned = to ? turn(tables, ask.line, stance, to.target) : { now: [], lasting: [] };
      deeds.push({ now: [...(to?.fires ?? []), ...turned.now], lasting: turned.lasting });
    });
    return begin;
  });
  return { deeds, options: Int32Array.from(options), asked: Int32Array.from(asked) };
}

/** List what the ways among some deeds do by moving land; what each does by that alone is added to the deeds. */
function transfersOf(tables: Tables, deeds: Deed[]): Reckoning['transfers'] {
  const found = tables.flat.ways.take.map((_, way) => {
    const deed = deeds[way];
    const held = [...(deed?.now ?? []), ...(deed?.lasting ?? [])];
    const moving = [...new Set(held.map(({ link }) => link))].filter(
      (link) => (tables.links[link]?.loser ?? -1) >= 0,
    );
    return moving.map((link) => {
      const only = (list: readonly FireTable[] | undefined): FireTable[] =>
        (list ?? []).filter((fire) => fire.link === link);
      const { strength, loser, target } = tables.links[link] as LinkTable;
      const moves = (list: readonly FireTable[]): number =>
        Math.round(list.reduce((sum, { times }) => sum + Math.abs(strength * times), 0));
      const now = only(deed?.now);
      const lasting = only(deed?.lasting);
      const alone = deeds.push({ now, lasting }) - 1;
      return { loser: strength >= 0 ? loser : target, once: moves(now), often: moves(lasting), deed: alone };
    });
  });
  const all = found.flat();
  return {
    first: starts(found.map((list) => list.length)),
    loser: Int32Array.from(all, ({ loser }) => loser),
    once: Int32Array.from(all, ({ once }) => once),
    often: Int32Array.from(all, ({ often }) => often),
    deed: Int32Array.from(all, ({ deed }) => deed),
  };
}

/** What stance links and clocks do when a line goes from one stance to another. */
function turn(tables: Tables, line: LineTable, from: number, to: number): Deed {
  if (from === to) return { now: [], lasting: [] };
  const way = (stance: number): number => (stance === to ? 1 : 0) - (stance === from ? 1 : 0);
  const lasting = tables.links.flatMap((link) => {
    const times = link.kind === 'stance' && link.source === line.cell ? way(link.reference) : 0;
    return times === 0 ? [] : [{ link: link.index, times: times * (link.when ? 0.4 : 1) }];
  });
  const now = tables.clocks.flatMap((clock) =>
    clock.rules.flatMap(({ when, by }) => {
      const times = when.op === 'within' && when.cell === line.cell ? way(when.least) * by * clockShare : 0;
      return times === 0 ? [] : clock.full.map((fire) => ({ link: fire.link, times: fire.times * times }));
    }),
  );
  return { now, lasting };
}
