/**
 * What every deed is worth to every capital, worked out once per scenario: the links are followed backwards from each part of an aim
 * at middle strengths, for every number of rounds left. What the position of the moment makes of it stands in `quick.ts`.
 */
import { runOnRounds } from '../engine/position.ts';
import type { FireTable, LineTable, LinkTable, MoveTable, PartTable, Tables } from '../engine/tables.ts';
import { edgesOf } from './edges.ts';
import { temperamentOf } from './temperament.ts';

/** What a round later counts beside the round before, for a stance that may be changed again. */
const lasts = 0.85;
/** Share of a clock's full hand that one segment counts for, and of a client's act that a push of its confidence brings nearer. */
const clockShare = 0.35;
const willShare = 1 / 15000;
/** How often a lasting stance pushes home, trust or a red line, beside a single push. */
const pushesOften = 2;

/** Values of a deed to a capital: its aims, in their order, and all else that it cares for (people, home, trust) in one. */
export const valuesEach = 4;
const rest = valuesEach - 1;

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
  /** By way: its move, and influence a round that it adds to the upkeep of its line. */
  readonly moveOf: Int32Array;
  readonly upkeep: Int32Array;
  /** By move: the least that it can cost. */
  readonly cheapest: Int32Array;
  /** By way: moves whose ways led to where it leaves, from where it leads; what turns back too soon is a flip-flop. */
  readonly backs: readonly Int32Array[];
}

const slotKinds = { part: 0, people: 1, home: 2, trust: 3, edge: 4 } as const;

interface Slot {
  kind: number;
  cell: number;
  from: number;
  to: number;
  of: number;
  /** Parts: what a unit on a level adds to them; empty for what is counted as it stands. */
  gains: readonly { cell: number; gain: number }[];
}

/** Give a scenario's reckoning; it is worked out at the first call. */
export function reckoningOf(tables: Tables): Reckoning {
  let reckoning = known.get(tables);
  if (!reckoning) known.set(tables, (reckoning = workOut(tables)));
  return reckoning;
}
const known = new WeakMap<Tables, Reckoning>();

/** Pushes on links, as (link, how many times), and those that last as long as a stance does. */
interface Deed {
  readonly now: readonly FireTable[];
  readonly lasting: readonly FireTable[];
}

function workOut(tables: Tables): Reckoning {
  const { capitals, flat } = tables;
  const rounds = tables.scenario.rounds;
  const { deeds, options, asked } = deedsOf(tables);
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
      const value = slot.kind === slotKinds.part ? slot.of : rest;
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
      return Int32Array.from(led, ({ index }) => index);
    }),
  };
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

/** List what a capital looks at: the parts of its aims, people, its home, its trusts, the edges of its red lines. */
function slotsOf(tables: Tables, index: number): Slot[] {
  const capital = tables.capitals[index];
  if (!capital) return [];
  const { part, people, home, trust, edge } = slotKinds;
  const nothing = { from: 0, to: 0, of: 0, gains: [] };
  return [
    ...capital.aims.flatMap((aim, of) =>
      aim.parts.map((one) => {
        const { cell, from, to } = one;
        return { kind: part, cell, from, to, of, gains: gainsBy(aim.parts, [one]) };
      }),
    ),
    { ...nothing, kind: people, cell: 0, gains: gainsBy(tables.people, tables.people) },
    { ...nothing, kind: home, cell: capital.home },
    ...tables.pairs
      .filter(({ one, other }) => one === index || other === index)
      .map((pair) => ({ ...nothing, kind: trust, cell: pair.trust })),
    ...capital.redLines.flatMap((line) =>
      edgesOf(line.when).map(({ cell, at, towards }) => ({
        ...nothing,
        kind: edge,
        cell,
        from: at,
        to: towards,
        of: tables.capitals.flatMap(({ redLines }) => redLines).indexOf(line),
      })),
    ),
  ];
}

/** What one unit of some parts' levels adds to the whole of them, in hundredths. */
function gainsBy(all: readonly PartTable[], some: readonly PartTable[]): { cell: number; gain: number }[] {
  const weights = all.reduce((sum, { weight }) => sum + weight, 0);
  return some.map(({ cell, from, to, weight }) => ({
    cell,
    gain: ((weight / weights) * 10000) / (to - from),
  }));
}

/** What one unit on each cell is worth to a slot, by rounds left. */
type Gains = readonly Float64Array[];

function gainsOf(tables: Tables, slot: Slot, rounds: number, values: Map<string, Gains>): Gains {
  const direct = new Float64Array(tables.layout.size);
  if (slot.gains.length === 0) {
    direct[slot.cell] = 1;
    return Array.from({ length: rounds + 1 }, () => direct);
  }
  const key = JSON.stringify(slot.gains);
  let found = values.get(key);
  if (!found) {
    for (const { cell, gain } of slot.gains) direct[cell] = (direct[cell] ?? 0) + gain;
    values.set(key, (found = followBack(tables, direct, rounds)));
  }
  return found;
}

/**
 * Follow the links backwards: an aim counts half for every round that is left and half for its end, which comes after the quarters
 * that run on.
 */
function followBack(tables: Tables, direct: Float64Array, rounds: number): Float64Array[] {
  const keeps = new Float64Array(direct.length).fill(1);
  for (const { cell, drift } of tables.drifts) keeps[cell] = 1 - drift / 10000;
  const pushing = tables.links.filter(({ kind }) => kind === 'level');
  /** One pass of links earlier. */
  const before = (after: Float64Array): Float64Array => {
    const now = after.map((value, cell) => value * (keeps[cell] ?? 1));
    for (const { source, target, loser, strength } of pushing) {
      const onward = (after[target] ?? 0) - (loser >= 0 ? (after[loser] ?? 0) : 0);
      now[source] = (now[source] ?? 0) + (onward * strength) / 10000;
    }
    return now;
  };
  let later: Float64Array = direct.map((value) => value / 2);
  for (let quarter = 0; quarter < runOnRounds; quarter++) later = before(later);
  const values: Float64Array[] = [later];
  for (let left = 1; left <= rounds; left++) {
    later = before(later.map((value, cell) => value + (direct[cell] ?? 0) / (2 * rounds)));
    values.push(later);
  }
  return values;
}

/** What a deed brings to a slot, by rounds left. */
function effectOf(
  tables: Tables,
  { now, lasting }: Deed,
  slot: Slot,
  pushes: Float64Array,
  most: number,
): number[] {
  const count = tables.links.length;
  return Array.from({ length: most + 1 }, (_, left) => {
    let sum = 0;
    if (left === 0) return sum;
    for (const { link, times } of now) sum += times * (pushes[left * count + link] ?? 0);
    for (const { link, times } of lasting) {
      if (slot.gains.length === 0) sum += times * pushesOften * (pushes[left * count + link] ?? 0);
      else
        for (let late = 0, share = 1; late < left; late++, share *= lasts)
          sum += times * share * (pushes[(left - late) * count + link] ?? 0);
    }
    return sum;
  });
}

/** What one push on each link is worth to a slot, by rounds left × links + link. */
function pushesOf(tables: Tables, gains: Gains, wills: readonly Will[], most: number): Float64Array {
  const { links } = tables;
  const pushes = new Float64Array((most + 1) * links.length);
  for (let left = 0; left <= most; left++) {
    const worthOf = (link: number): number => {
      const { target, loser, strength, due } = links[link] as LinkTable;
      const worth = gains[Math.max(0, left - due.length)];
      return strength * ((worth?.[target] ?? 0) - (loser >= 0 ? (worth?.[loser] ?? 0) : 0));
    };
    for (const { index, target, strength } of links) {
      let sum = worthOf(index);
      for (const will of wills)
        if (will.confidence === target && links[will.link]?.target !== target)
          sum += strength * will.share * worthOf(will.link);
      pushes[left * links.length + index] = sum;
    }
  }
  return pushes;
}

/** A link that a client's act fires, and the share of it that one unit of the client's confidence brings nearer. */
interface Will {
  readonly confidence: number;
  readonly link: number;
  readonly share: number;
}

function willsOf(tables: Tables): Will[] {
  return tables.clients.flatMap(({ confidence, moves }) =>
    moves
      .filter(({ sign }) => sign >= 0)
      .flatMap(({ from }) =>
        from.flatMap((ways) =>
          ways.flatMap(({ guard, fires }) => {
            const edge = guard === null ? undefined : edgesOf(guard).find(({ cell }) => cell === confidence);
            const share = ((edge?.towards ?? 0) * willShare) / from.length;
            return fires.map(({ link, times }) => ({ confidence, link, share: share * times }));
          }),
        ),
      ),
  );
}
