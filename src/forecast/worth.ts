/**
 * What a push on each link is worth to each aim, worked out once per scenario by following the links a few rounds ahead.
 * It is the straight-line part of a capital's reckoning; what the position makes of it stands in `outlook.ts`.
 */
import type { PartTable, Tables } from '../engine/tables.ts';

/** Aims of all capitals in one list: capital × 3 + aim; the people ledger comes last, the same for everybody. */
export const aimsEach = 3;
/** How many rounds ahead the links are followed, and what a round later counts beside the round before (hundredths). */
const roundsAhead = 4;
const laterCounts = 0.85;
/** What each round ahead counts, multiplied out: powers differ between browsers in the last digit, products do not. */
const counts = Array.from({ length: roundsAhead }).reduce<number[]>(
  (all) => [...all, (all.at(-1) ?? 1 / laterCounts) * laterCounts],
  [],
);
/** Rounds for which a new stance is reckoned to last. */
const stanceLasts = 3;

/** One part of an aim: where it counts from and to, and whose it is. */
interface AimPart extends PartTable {
  readonly aim: number;
}

/** One link's worth to one part of an aim, in hundredths of the aim for one push. */
interface LinkPart {
  readonly part: number;
  readonly value: number;
}

export interface Worth {
  /** Number of aims, the people ledger counted. */
  readonly aims: number;
  readonly parts: readonly AimPart[];
  /** By link: what one push (or, for a stance, having it for a few rounds) does to the parts. */
  readonly links: readonly (readonly LinkPart[])[];
  /** By link: the capital whose home it moves, or -1; the pair whose trust it moves, or -1; the client whose confidence it moves, or -1. */
  readonly home: Int8Array;
  readonly pair: Int8Array;
  readonly client: Int8Array;
}

/** Give a scenario's worths; they are worked out at the first call. */
export function worthOf(tables: Tables): Worth {
  let worth = known.get(tables);
  if (!worth) {
    worth = workOut(tables);
    known.set(tables, worth);
  }
  return worth;
}
const known = new WeakMap<Tables, Worth>();

function workOut(tables: Tables): Worth {
  const parts = partsOf(tables);
  const total = counts.reduce((sum, one) => sum + one, 0);
  const links: LinkPart[][] = tables.links.map(() => []);
  parts.forEach((part, number) => {
    const values = followBack(tables, part, parts);
    for (const link of tables.links) {
      const gain = (rounds: number): number => {
        const worths = values[Math.max(0, rounds - link.due.length)];
        return (worths?.[link.target] ?? 0) - (link.loser >= 0 ? (worths?.[link.loser] ?? 0) : 0);
      };
      let sum = 0;
      if (link.kind === 'stance') {
        for (let late = 0; late < stanceLasts; late++) sum += (counts[late] ?? 0) * gain(roundsAhead - late);
      } else sum = gain(roundsAhead);
      const value = (sum * link.strength) / total;
      if (link.kind !== 'level' && value !== 0) links[link.index]?.push({ part: number, value });
    }
  });
  const whose = (cells: readonly number[]): Int8Array =>
    Int8Array.from(tables.links, (link) => cells.indexOf(link.target));
  return {
    aims: tables.capitals.length * aimsEach + 1,
    parts,
    links,
    home: whose(tables.capitals.map(({ home }) => home)),
    pair: whose(tables.pairs.map(({ trust }) => trust)),
    client: whose(tables.clients.map(({ confidence }) => confidence)),
  };
}

function partsOf(tables: Tables): AimPart[] {
  const parts = tables.capitals.flatMap((capital) =>
    capital.aims.flatMap((aim, at) =>
      aim.parts.map((part) => ({ ...part, aim: capital.index * aimsEach + at })),
    ),
  );
  return [...parts, ...tables.people.map((part) => ({ ...part, aim: tables.capitals.length * aimsEach }))];
}

/** What one unit on each cell is worth to a part, by rounds to go: the links are followed backwards from the part's own level. */
function followBack(tables: Tables, part: AimPart, parts: readonly AimPart[]): Float64Array[] {
  const weights = parts.filter(({ aim }) => aim === part.aim).reduce((sum, { weight }) => sum + weight, 0);
  const values = [new Float64Array(tables.layout.size)];
  const keeps = new Float64Array(tables.layout.size).fill(1);
  for (const { cell, drift } of tables.drifts) keeps[cell] = 1 - drift / 10000;
  for (let rounds = 1; rounds <= roundsAhead; rounds++) {
    const before = values[rounds - 1] ?? new Float64Array();
    const now = before.map((value, cell) => value * (keeps[cell] ?? 1) * laterCounts);
    now[part.cell] = (now[part.cell] ?? 0) + ((part.weight / weights) * 10000) / (part.to - part.from);
    for (const link of tables.links) {
      if (link.kind !== 'level') continue;
      const later = values[Math.max(0, rounds - 1 - link.due.length)] ?? before;
      const onward = (later[link.target] ?? 0) - (link.loser >= 0 ? (later[link.loser] ?? 0) : 0);
      now[link.source] = (now[link.source] ?? 0) + (onward * laterCounts * link.strength) / 10000;
    }
    values.push(now);
  }
  return values;
}
