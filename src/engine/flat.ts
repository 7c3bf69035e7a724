/**
 * What the rules go through in every round, as plain lists of numbers: the same tables once more, laid out to be read without
 * following objects. Nothing is decided here.
 */
import { no, testSize, yes } from './statecharts/holds.ts';
import type { Guard } from './statecharts/holds.ts';
import type { Tables, TransitionTable } from './tables.ts';

export interface Flat {
  /** The tests of all guards behind one another (see `passes`); every `when` below is an entry into them. */
  readonly code: Int32Array;
  /** By link. */
  readonly links: {
    /** 1 for a stance, 0 for a level, -1 for an impulse. */
    readonly stance: Int8Array;
    readonly source: Int32Array;
    readonly reference: Int32Array;
    readonly when: Int32Array;
    readonly target: Int32Array;
    readonly loser: Int32Array;
    /** First of its waiting cells, which lie behind one another, and how many there are. */
    readonly due: Int32Array;
    readonly dues: Uint8Array;
  };
  /** Links that push by themselves, and late ones, in order. */
  readonly following: Int32Array;
  readonly drifts: { readonly cell: Int32Array; readonly anchor: Int32Array; readonly drift: Int32Array };
  /** By move: its line's cell, and where its ways out of each stance are listed in `from`. */
  readonly moves: {
    readonly line: Int32Array;
    readonly from: Int32Array;
    readonly made: Int32Array;
    /** Acts: rounds before it may be done again, 0 = once; -1 for what may be repeated. */
    readonly again: Int32Array;
    /** Cell that says whether its line is frozen, or -1 where it never is. */
    readonly frozen: Int32Array;
    readonly cost: Int32Array;
    /** First of its prices, and the first of the next move's. */
    readonly price: Int32Array;
  };
  readonly prices: { readonly when: Int32Array; readonly add: Int32Array };
  /** By place of `moves.from` plus a stance: the first way out, and the first of the next stance. */
  readonly from: Int32Array;
  readonly ways: { readonly when: Int32Array; readonly take: readonly TransitionTable[] };
  /** By unasked act. */
  readonly unasked: { readonly sign: Int32Array; readonly line: Int32Array; readonly from: Int32Array };
  readonly events: {
    readonly first: Int32Array;
    readonly last: Int32Array;
    readonly when: Int32Array;
    readonly happened: Int32Array;
    readonly sign: Int32Array;
  };
  /** By clock its first rule, and the first of the next clock's. */
  readonly clocks: Int32Array;
  readonly turns: { readonly when: Int32Array; readonly by: Int32Array };
  /** By capital its first red line, and the first of the next capital's. */
  readonly redFrom: Int32Array;
  readonly reds: { readonly when: Int32Array; readonly crossed: Int32Array; readonly card: Int32Array };
  /** By line: its cell, and where its stances are listed. */
  readonly lines: {
    readonly cell: Int32Array;
    readonly upkeep: Int32Array;
    readonly supports: Int32Array;
    readonly at: Int32Array;
  };
  /** By capital its first line, and the first of the next capital's. */
  readonly lineFrom: Int32Array;
  /** By deal slot: its first cell, all of them lying behind one another, and its state. */
  readonly deals: { readonly cell: Int32Array; readonly state: Int32Array };
}

/** Lay tables out flat. */
export function flatten(tables: Omit<Tables, 'flat'>): Flat {
  const { capitals, clocks, drifts, events, lines, links, moves, unasked, deals } = tables;
  const code: number[] = [];
  const enter = (guard: Guard | null): number => {
    if (guard === null) return yes;
    const { words, entry } = guard.code;
    const shift = code.length;
    const lead = (to: number): number => (to >= 0 ? to + shift : to);
    words.forEach((word, at) => code.push(at % testSize < 3 ? word : lead(word)));
    return entry === yes || entry === no ? entry : lead(entry);
  };
  const from: number[] = [];
  const take: TransitionTable[] = [];
  const listWays = (ways: readonly (readonly TransitionTable[])[]): number => {
    const at = from.length;
    for (const stance of ways) {
      from.push(take.length);
      take.push(...stance);
    }
    from.push(take.length);
    return at;
  };
  const starts = (counts: readonly number[]): Int32Array => {
    let sum = 0;
    return Int32Array.from([0, ...counts], (count) => (sum += count));
  };
  const numbers = <T>(list: readonly T[], pick: (one: T) => number): Int32Array =>
    Int32Array.from(list, pick);
  const prices = moves.flatMap((move) => move.prices);
  const rules = clocks.flatMap((clock) => clock.rules);
  const reds = capitals.flatMap(({ redLines }) => redLines);
  const moveFrom = numbers(moves, (move) => listWays(move.from));
  const unaskedFrom = numbers(unasked, ({ move }) => listWays(move.from));
  return {
    links: {
      stance: Int8Array.from(links, ({ kind }) => (kind === 'stance' ? 1 : kind === 'level' ? 0 : -1)),
      source: numbers(links, ({ source }) => source),
      reference: numbers(links, ({ reference }) => reference),
      when: numbers(links, ({ when }) => enter(when)),
      target: numbers(links, ({ target }) => target),
      loser: numbers(links, ({ loser }) => loser),
      due: numbers(links, ({ due }) => due[0] ?? -1),
      dues: Uint8Array.from(links, ({ due }) => due.length),
    },
    following: Int32Array.from(
      links.filter(({ kind, due }) => kind !== 'impulse' || due.length > 0),
      ({ index }) => index,
    ),
    drifts: {
      cell: numbers(drifts, ({ cell }) => cell),
      anchor: numbers(drifts, ({ anchor }) => anchor),
      drift: numbers(drifts, ({ drift }) => drift),
    },
    moves: {
      line: numbers(moves, ({ line }) => line.cell),
      from: moveFrom,
      made: numbers(moves, ({ made }) => made),
      again: numbers(moves, ({ kind, again }) => (kind === 'act' ? again : -1)),
      frozen: numbers(moves, ({ capital, line }) =>
        capitals[capital]?.tiedLine === line ? capitals[capital].frozen : -1,
      ),
      cost: numbers(moves, ({ cost }) => cost),
      price: starts(moves.map((move) => move.prices.length)),
    },
    prices: { when: numbers(prices, ({ when }) => enter(when)), add: numbers(prices, ({ add }) => add) },
    from: Int32Array.from(from),
    ways: { when: numbers(take, ({ guard }) => enter(guard)), take },
    unasked: {
      sign: numbers(unasked, ({ move }) => move.sign),
      line: numbers(unasked, ({ move }) => move.line.cell),
      from: unaskedFrom,
    },
    events: {
      first: numbers(events, ({ first }) => first),
      last: numbers(events, ({ last }) => last),
      when: numbers(events, ({ when }) => enter(when)),
      happened: numbers(events, ({ happened }) => happened),
      sign: numbers(events, ({ sign }) => sign),
    },
    clocks: starts(clocks.map((clock) => clock.rules.length)),
    turns: { when: numbers(rules, ({ when }) => enter(when)), by: numbers(rules, ({ by }) => by) },
    redFrom: starts(capitals.map(({ redLines }) => redLines.length)),
    reds: {
      when: numbers(reds, ({ when }) => enter(when)),
      crossed: numbers(reds, ({ crossed }) => crossed),
      card: numbers(reds, ({ card }) => card),
    },
    lines: {
      cell: numbers(lines, ({ cell }) => cell),
      upkeep: Int32Array.from(lines.flatMap(({ upkeep }) => upkeep)),
      supports: Int32Array.from(lines.flatMap(({ supports }) => supports)),
      at: starts(lines.map(({ stances }) => stances.length)),
    },
    lineFrom: numbers(capitals, (capital) => capital.lines[0]?.index ?? 0),
    deals: {
      cell: numbers(deals, ({ cells }) => Math.min(...cells)),
      state: numbers(deals, ({ state }) => state),
    },
    code: Int32Array.from(code),
  };
}
