/**
 * What a scenario becomes before it is played: plain tables with cell numbers in place of ids.
 * They are made once by `compile/compile.ts`; nothing here decides anything.
 */
import type { Flat } from './flat.ts';
import type { Guard } from './statecharts/holds.ts';
import type { Layout } from './layout.ts';
import type { ScenarioShape } from './scenario/schema.ts';

export interface Tables {
  readonly scenario: ScenarioShape;
  readonly layout: Layout;
  readonly at: FixedCells;
  readonly capitals: readonly CapitalTable[];
  readonly clients: readonly ClientTable[];
  /** All moves of all capitals; a move's `index` is its place here. */
  readonly moves: readonly MoveTable[];
  /** Those of them that cover a client against others' presses. */
  readonly covering: readonly MoveTable[];
  /** Those of them that need partners. */
  readonly jointMoves: readonly MoveTable[];
  /** All stance lines of capitals and clients; a line's `index` is its place here. */
  readonly lines: readonly LineTable[];
  readonly links: readonly LinkTable[];
  /** Acts that clients do unasked, in the order in which they are tried. */
  readonly unasked: readonly { client: number; at: number; move: ClientMoveTable }[];
  /** Levels that drift to an anchor. */
  readonly drifts: readonly { cell: number; anchor: number; drift: number }[];
  readonly outsiders: readonly OutsiderTable[];
  readonly clocks: readonly ClockTable[];
  readonly events: readonly EventTable[];
  readonly decisions: readonly DecisionTable[];
  readonly pairs: readonly PairTable[];
  readonly deals: readonly DealTable[];
  /** Ways of passing influence on, from one capital to another, by index. */
  readonly channels: readonly { readonly from: number; readonly to: number }[];
  readonly people: readonly PartTable[];
  readonly judgements: readonly {
    name: 'governs' | 'north' | 'outside';
    cell: number;
    of: readonly { id: string; when: Guard | null }[];
  }[];
  readonly endings: readonly { id: string; governs: number; north: number; outside: number }[];
  /** The same as lists of numbers, for what is gone through in every round. */
  readonly flat: Flat;
  /** Pair index for two capital indices, -1 for the same one. */
  pairOf(one: number, other: number): number;
}

export interface FixedCells {
  readonly round: number;
  readonly phase: number;
  readonly rounds: number;
  readonly moves: number;
  readonly layers: number;
  readonly people: number;
  readonly ending: number;
  readonly endedAfter: number;
}

export interface LineTable {
  readonly index: number;
  readonly owner: string;
  readonly id: string;
  readonly cell: number;
  /** Stance ids, sorted; a stance's number is its place here. */
  readonly stances: readonly string[];
  readonly upkeep: readonly number[];
  /** Client index supported by each stance, or -1. */
  readonly supports: readonly number[];
}

export interface FireTable {
  readonly link: number;
  readonly times: number;
}

export interface TransitionTable {
  readonly target: number;
  readonly guard: Guard | null;
  readonly fires: readonly FireTable[];
}

export interface MoveTable {
  readonly index: number;
  readonly capital: number;
  readonly id: string;
  readonly kind: 'step' | 'act' | 'press' | 'joint';
  readonly line: LineTable;
  /** Transitions by stance number; empty where the move does not lead out of that stance. */
  readonly from: readonly (readonly TransitionTable[])[];
  readonly cost: number;
  readonly prices: readonly { when: Guard; add: number }[];
  readonly theatre: string | null;
  readonly made: number;
  /** Cell of the client's reply to a press, or -1. */
  readonly reply: number;
  /** Cell of a joint move that did not come about, or -1. */
  readonly tried: number;
  /** Acts: rounds before it may be done again, 0 = once. */
  readonly again: number;
  readonly covers: number;
  readonly supports: number;
  readonly press: { readonly client: number; readonly move: number; readonly ask: number } | null;
  readonly joint: { readonly id: string; readonly moves: readonly number[] } | null;
  readonly rule: number;
  /** Keys of sources.json on which it rests. */
  readonly sources: readonly string[];
}

export interface CapitalTable {
  readonly index: number;
  readonly id: string;
  readonly lines: readonly LineTable[];
  readonly moves: readonly MoveTable[];
  /** Its moves that support a client. */
  readonly supporting: readonly MoveTable[];
  /** Decisions put to it, in the order in which they are tried; and by round. */
  readonly decisions: readonly DecisionTable[];
  readonly decisionsIn: readonly (readonly DecisionTable[])[];
  readonly tiedLine: LineTable;
  readonly redrawsAfter: number;
  readonly aims: readonly { id: string; cell: number; sum: number; parts: readonly PartTable[] }[];
  /** The base red lines, then one a card. */
  readonly redLines: readonly { id: string; when: Guard; crossed: number; card: number }[];
  readonly cards: readonly { id: string; doubles: number }[];
  readonly home: number;
  readonly influence: number;
  readonly card: number;
  readonly lowHome: number;
  readonly frozen: number;
  readonly locked: number;
  readonly proposed: number;
  readonly calmUntil: number;
  readonly order: {
    readonly answer: number;
    readonly withhold: number;
    readonly moves: readonly number[];
    readonly influence: readonly number[];
  };
  readonly warning: {
    readonly state: number;
    readonly if: number;
    readonly stance: number;
    readonly will: number;
    readonly round: number;
  };
  readonly rule: number;
}

export interface ClientMoveTable {
  readonly id: string;
  readonly line: LineTable;
  readonly from: readonly (readonly TransitionTable[])[];
  readonly made: number;
  readonly sign: number;
  readonly order: number;
  /** Keys of sources.json on which it rests. */
  readonly sources: readonly string[];
}

export interface ClientTable {
  readonly index: number;
  readonly id: string;
  readonly lines: readonly LineTable[];
  readonly moves: readonly ClientMoveTable[];
  readonly confidence: number;
  /** Reliance on each capital, by capital index. */
  readonly reliance: readonly number[];
}

export interface LinkTable {
  readonly index: number;
  readonly id: string;
  readonly kind: 'level' | 'stance' | 'impulse';
  /** Cell read, or -1 for an impulse. */
  readonly source: number;
  /** Reference level, or the stance number. */
  readonly reference: number;
  readonly when: Guard | null;
  /** Cell that rises; for a transfer the gaining holder's. */
  readonly target: number;
  /** Cell that loses in a transfer, or -1. */
  readonly loser: number;
  readonly strength: number;
  /** Half the width of the range from which a game's strength is drawn. */
  readonly doubt: number;
  readonly due: readonly number[];
  readonly rule: number;
  /** Keys of sources.json on which it rests. */
  readonly sources: readonly string[];
}

export interface OutsiderTable {
  readonly id: string;
  readonly alarm: number;
  readonly sign: number;
  readonly acted: number;
  readonly threshold: number;
  readonly relief: number;
  /** Keys of sources.json on which it rests. */
  readonly sources: readonly string[];
  readonly fires: readonly FireTable[];
}

export interface ClockTable {
  readonly id: string;
  readonly cell: number;
  readonly filled: number;
  readonly rules: readonly { when: Guard; by: number }[];
  readonly full: readonly FireTable[];
  readonly after: number;
  /** Keys of sources.json on which it rests. */
  readonly sources: readonly string[];
}

export interface EventTable {
  readonly index: number;
  readonly id: string;
  readonly first: number;
  readonly last: number;
  readonly when: Guard | null;
  readonly chance: number;
  readonly cases: readonly { id: string; when: Guard | null; fires: readonly FireTable[] }[];
  readonly happened: number;
  readonly which: number;
  readonly sign: number;
  readonly rule: number;
  /** Keys of sources.json on which it rests. */
  readonly sources: readonly string[];
}

export interface DecisionTable {
  readonly index: number;
  readonly id: string;
  readonly capital: number;
  readonly round: number;
  readonly when: Guard | null;
  readonly options: readonly { id: string; cost: number; when: Guard | null; fires: readonly FireTable[] }[];
  readonly silence: number;
  /** Keys of sources.json on which it rests. */
  readonly sources: readonly string[];
  readonly answer: number;
}

export interface PairTable {
  readonly one: number;
  readonly other: number;
  readonly trust: number;
  /** Cell of the trust that a breach still takes (negative), at most a step a round. */
  readonly owed: number;
  /** Cell of the trust that a cable brought back in this round's talks. */
  readonly mended: number;
  readonly pacts: number;
}

export interface PartTable {
  readonly cell: number;
  readonly from: number;
  readonly to: number;
  readonly weight: number;
}

/** Cells of one deal slot. */
export interface DealTable {
  readonly slot: number;
  readonly serial: number;
  readonly state: number;
  readonly by: number;
  readonly members: number;
  readonly accepted: number;
  readonly secret: number;
  readonly stake: number;
  readonly from: number;
  readonly until: number;
  readonly made: number;
  readonly ended: number;
  readonly countered: number;
  readonly leaked: number;
  /** Trust lost for tries that were not seen, by pair index: what a cable brings back. */
  readonly lost: readonly number[];
  readonly verdicts: readonly number[];
  /** Terms by capital index. */
  readonly terms: readonly (readonly TermTable[])[];
  /** All cells of the slot, in the same order for each slot. */
  readonly cells: readonly number[];
}

export interface TermTable {
  readonly kind: number;
  readonly what: number;
  readonly much: number;
  readonly whom: number;
  readonly was: number;
  readonly state: number;
}
