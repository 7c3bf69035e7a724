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
    /** 1 where it has no condition, no delay, and only adds to a level. */
    readonly simple: Uint8Array;
    /** First of its waiting cells, which lie behind one another, and how many there are. */
    readonly due: Int32Array;
    readonly dues: Uint8Array;
  };
  /** Links that push by themselves, and late ones, in order. */
  readonly following: Int32Array;
  /** Places in that list: of links that only add to a level, of all others, of all. */
  readonly plain: Int32Array;
  readonly special: Int32Array;
  readonly every: Int32Array;
  /** Places in that list of links with a guard. */
  readonly guarded: Int32Array;
  /** All cells that links and drifts move, once each. */
  readonly moved: Int32Array;
  readonly drifts: { readonly cell: Int32Array; readonly anchor: Int32Array; readonly drift: Int32Array };
  /** By move: its line's cell, and where its ways out of each stance are listed in `from`. */
  readonly moves: {
    readonly line: Int32Array;
    readonly from: Int32Array;
    readonly made: Int32Array;
    /** Acts: rounds before it may be done again, 0 = once; -1 for what may be repeated. */
    readonly again: Int32Array;
    /** 0 for a step, 1 for an act, 2 for a press, 3 for a joint move. */
    readonly kind: Uint8Array;
    /** When it is made in a round: steps first, then acts and joint moves, then presses. */
    readonly turn: Uint8Array;
    /** Cell of its capital's warning. */
    readonly warning: Int32Array;
    /** Cell that says whether its line is frozen, or -1 where it never is. */
    readonly frozen: Int32Array;
    readonly cost: Int32Array;
    /** First of its prices, and the first of the next move's. */
    readonly price: Int32Array;
  };
  readonly prices: { readonly when: Int32Array; readonly add: Int32Array };
  /** By place of `moves.from` plus a stance: the first way out, and the first of the next stance. */
  readonly from: Int32Array;
  readonly ways: {
    readonly when: Int32Array;
    readonly target: Int32Array;
    /** Its first impulse, and the first of the next way. */
    readonly fire: Int32Array;
    readonly take: readonly TransitionTable[];
  };
  readonly fires: { readonly link: Int32Array; readonly times: Int32Array };
  /** By unasked act. */
  readonly unasked: { readonly sign: Int32Array; readonly line: Int32Array; readonly from: Int32Array };
  readonly events: {
    readonly first: Int32Array;
    readonly last: Int32Array;
    readonly when: Int32Array;
    readonly happened: Int32Array;
    readonly sign: Int32Array;
    /** By round: those that may happen in it, and those whose time was over with the round before. */
    readonly in: readonly Int32Array[];
  };
  /** By aim of all capitals in one list, the people ledger last: its first part, and the first of the next one's. */
  readonly aims: Int32Array;
  /** In the same order: the cell of what is reached, and of its sum over the rounds; the people ledger has none. */
  readonly goals: Int32Array;
  readonly sums: Int32Array;
  readonly parts: {
    readonly cell: Int32Array;
    readonly from: Int32Array;
    readonly span: Int32Array;
    readonly weight: Int32Array;
  };
  /** Sum of each list's weights. */
  readonly weights: Int32Array;
  /** By client × capitals + capital: the first way of supporting it, and the first of the next one's. */
  readonly supports: Int32Array;
  /** By client × capitals + capital: the cell of reliance; its place in the list where there is a way of supporting at all. */
  readonly reliance: Int32Array;
  readonly supported: Int32Array;
  /** Ways of supporting: an act's `made` cell, or a line's cell with its stances that do as bits (0 for an act). */
  readonly supporting: { readonly cell: Int32Array; readonly stances: Int32Array };
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
    readonly at: Int32Array;
  };
  /** By capital its first line with an upkeep somewhere, and the first of the next capital's; and those lines. */
  readonly heavyFrom: Int32Array;
  readonly heavy: Int32Array;
  /** Cells that hold orders, and by capital whether it has locked: cleared when a round is over. */
  readonly orders: Int32Array;
  /** By deal slot: its first cell, all of them lying behind one another, and its state. */
  readonly deals: { readonly cell: Int32Array; readonly state: Int32Array };
}

/** Kinds of moves; a kind's number is its place here. */
export const moveKinds = ['step', 'act', 'press', 'joint'] as const;

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
  const parts = [...capitals.flatMap(({ aims }) => aims.map((aim) => aim.parts)), tables.people];
  const supports = tables.clients.flatMap((client) =>
    capitals.map((capital) => [
      ...capital.supporting
        .filter((move) => move.supports === client.index)
        .map(({ made }) => ({ cell: made, stances: 0 })),
      ...capital.lines
        .filter((line) => line.supports.includes(client.index))
        .map((line) => ({
          cell: line.cell,
          stances: line.supports.reduce(
            (bits, one, at) => (one === client.index ? bits | (1 << at) : bits),
            0,
          ),
        })),
    ]),
  );
  const heavy = capitals.map((capital) =>
    capital.lines.filter(({ upkeep }) => upkeep.some((influence) => influence > 0)),
  );
  const following = links.filter(({ kind, due }) => kind !== 'impulse' || due.length > 0);
  // What a transfer may take depends on what is there, so that nothing that moves the same cells counts as plain.
  const held = new Set(links.flatMap(({ loser, target }) => (loser >= 0 ? [loser, target] : [])));
  const plain = following.filter(
    ({ due, loser, target }) => due.length === 0 && loser < 0 && !held.has(target),
  );
  const moved = [...links.map(({ target }) => target), ...drifts.map(({ cell }) => cell)];
  const moveFrom = numbers(moves, (move) => listWays(move.from));
  const unaskedFrom = numbers(unasked, ({ move }) => listWays(move.from));
  const shots = take.flatMap((way) => way.fires);
  return {
    links: {
      stance: Int8Array.from(links, ({ kind }) => (kind === 'stance' ? 1 : kind === 'level' ? 0 : -1)),
      source: numbers(links, ({ source }) => source),
      reference: numbers(links, ({ reference }) => reference),
      when: numbers(links, ({ when }) => enter(when)),
      target: numbers(links, ({ target }) => target),
      loser: numbers(links, ({ loser }) => loser),
      simple: Uint8Array.from(links, ({ when, due, loser }) =>
        when === null && due.length === 0 && loser < 0 ? 1 : 0,
      ),
      due: numbers(links, ({ due }) => due[0] ?? -1),
      dues: Uint8Array.from(links, ({ due }) => due.length),
    },
    following: numbers(following, ({ index }) => index),
    plain: numbers(plain, (link) => following.indexOf(link)),
    special: numbers(
      following.filter((link) => !plain.includes(link)),
      (link) => following.indexOf(link),
    ),
    every: numbers(following, (link) => following.indexOf(link)),
    guarded: Int32Array.from(following.flatMap(({ when }, at) => (when === null ? [] : at))),
    moved: Int32Array.from(new Set(moved)),
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
      kind: Uint8Array.from(moves, ({ kind }) => moveKinds.indexOf(kind)),
      turn: Uint8Array.from(moves, ({ kind }) => (kind === 'step' ? 0 : kind === 'press' ? 2 : 1)),
      warning: numbers(moves, ({ capital }) => capitals[capital]?.warning.state ?? 0),
      cost: numbers(moves, ({ cost }) => cost),
      price: starts(moves.map((move) => move.prices.length)),
    },
    prices: { when: numbers(prices, ({ when }) => enter(when)), add: numbers(prices, ({ add }) => add) },
    from: Int32Array.from(from),
    ways: {
      when: numbers(take, ({ guard }) => enter(guard)),
      target: numbers(take, ({ target }) => target),
      fire: starts(take.map(({ fires }) => fires.length)),
      take,
    },
    fires: { link: numbers(shots, ({ link }) => link), times: numbers(shots, ({ times }) => times) },
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
      in: Array.from({ length: 2 + Math.max(0, ...events.map(({ last }) => last)) }, (_, round) =>
        Int32Array.from(
          events.filter(({ first, last }) => first <= round && round <= last + 1),
          ({ index }) => index,
        ),
      ),
    },
    aims: starts(parts.map((list) => list.length)),
    goals: Int32Array.from([
      ...capitals.flatMap(({ aims }) => aims.map(({ cell }) => cell)),
      tables.at.people,
    ]),
    sums: Int32Array.from(capitals.flatMap(({ aims }) => aims.map(({ sum }) => sum))),
    parts: {
      cell: numbers(parts.flat(), ({ cell }) => cell),
      from: numbers(parts.flat(), (part) => part.from),
      span: numbers(parts.flat(), (part) => part.to - part.from),
      weight: numbers(parts.flat(), ({ weight }) => weight),
    },
    weights: numbers(parts, (list) => list.reduce((sum, { weight }) => sum + weight, 0)),
    supports: starts(supports.map((list) => list.length)),
    reliance: Int32Array.from(tables.clients.flatMap(({ reliance }) => reliance)),
    supported: Int32Array.from(supports.flatMap((list, at) => (list.length > 0 ? at : []))),
    supporting: {
      cell: numbers(supports.flat(), ({ cell }) => cell),
      stances: numbers(supports.flat(), ({ stances }) => stances),
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
      at: starts(lines.map(({ stances }) => stances.length)),
    },
    heavyFrom: starts(heavy.map((list) => list.length)),
    heavy: numbers(heavy.flat(), ({ index }) => index),
    orders: Int32Array.from(
      capitals.flatMap(({ order, proposed, locked }) => [
        order.answer,
        order.withhold,
        ...order.moves,
        ...order.influence,
        proposed,
        locked,
      ]),
    ),
    deals: {
      cell: numbers(deals, ({ cells }) => Math.min(...cells)),
      state: numbers(deals, ({ state }) => state),
    },
    code: Int32Array.from(code),
  };
}
