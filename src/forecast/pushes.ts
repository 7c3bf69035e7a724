/**
 * What pushes on links are worth to what a capital looks at: the links are followed backwards at middle strengths, for every number of
 * rounds left. Which deeds push which links, and what comes of it by capital, is `reckoning.ts`.
 */
import { runOnRounds } from '../engine/position.ts';
import type { FireTable, LinkTable, PartTable, Tables } from '../engine/tables.ts';
import { edgesOf } from './edges.ts';

/** What a round later counts beside the round before, for a stance that may be changed again. */
const lasts = 0.85;
/** How often a lasting stance pushes home, trust or a red line, beside a single push. */
const pushesOften = 2;
/** Share of a client's act that a push of its confidence brings nearer. */
const willShare = 1 / 15000;

export const slotKinds = { part: 0, people: 1, home: 2, trust: 3, edge: 4 } as const;

/** Something that a capital looks at: a part of an aim, people, its home, a trust, the edge of a red line. */
export interface Slot {
  kind: number;
  cell: number;
  from: number;
  to: number;
  of: number;
  /** Parts: what a unit on a level adds to them; empty for what is counted as it stands. */
  gains: readonly { cell: number; gain: number }[];
}

/** Pushes on links, as (link, how many times), and those that last as long as a stance does. */
export interface Deed {
  readonly now: readonly FireTable[];
  readonly lasting: readonly FireTable[];
}

/** What one unit on each cell is worth to a slot, by rounds left. */
export type Gains = readonly Float64Array[];

/** Give what one unit on each cell is worth to a slot, by rounds left; slots that look at the same share it in `values`. */
export function gainsOf(tables: Tables, slot: Slot, rounds: number, values: Map<string, Gains>): Gains {
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
export function effectOf(
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
export function pushesOf(tables: Tables, gains: Gains, wills: readonly Will[], most: number): Float64Array {
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
export interface Will {
  readonly confidence: number;
  readonly link: number;
  readonly share: number;
}

/** List what clients do when their confidence brings them to it. */
export function willsOf(tables: Tables): Will[] {
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

/** List what a capital looks at: the parts of its aims, people, its home, its trusts, the edges of its red lines. */
export function slotsOf(tables: Tables, index: number): Slot[] {
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
