/**
 * A change: one cell going from one value to another, with its cause. One list of changes serves state, screen, log,
 * voice and explanation. How a change is worded is the business of `words`.
 */
import type { Tables } from './tables.ts';

/** The steps of a round, in the order in which they are played and told; `talks` come before them, `end` after. */
export const steps = [
  'talks',
  'orders',
  'clients',
  'pacts',
  'links',
  'unasked',
  'events',
  'clocks',
  'standing',
  'end',
] as const;
export type Step = (typeof steps)[number];

/** What a change can be due to; `hidden` stands where a seat may not know. The second id of a cause is looked up in the table that its kind names. */
export const causeKinds = [
  'start',
  'lock',
  'answer',
  'move',
  'price',
  'press',
  'asked',
  'unasked',
  'support',
  'offer',
  'counter',
  'accept',
  'decline',
  'withdraw',
  'expire',
  'verdict',
  'trust',
  'stake',
  'pass',
  'leak',
  'cable',
  'warning',
  'called',
  'climbDown',
  'fallBack',
  'owed',
  'link',
  'late',
  'drift',
  'clamp',
  'sign',
  'event',
  'outsider',
  'clock',
  'redLine',
  'pleased',
  'wearied',
  'limit',
  'tiedHands',
  'influence',
  'aim',
  'people',
  'card',
  'clear',
  'round',
  'judgement',
  'ending',
  'hidden',
] as const;
export type CauseKind = (typeof causeKinds)[number];

export interface Cause {
  readonly kind: CauseKind;
  /** Id of the move (`iran.surge`), link, event, clock, client move or deal; empty where the kind says all. */
  readonly id: string;
  /** The numbers that went into it, by name. */
  readonly values?: Readonly<Record<string, number>>;
}

export interface Change {
  /** Rises by one through a whole game. */
  readonly id: number;
  readonly round: number;
  readonly step: Step;
  /** Path of the cell. */
  readonly where: string;
  readonly from: number;
  readonly to: number;
  readonly by: Cause;
  /** Id of the earlier change that led to this one; -1 where it began with the start position. */
  readonly because: number;
  /** Keys of sources.json on which the cause rests. */
  readonly source: readonly string[];
  /** Bit set of capital indices that may see it. */
  readonly seen: number;
}

/** Everybody may see it. */
export const everybody = 15;

/** Collects changes while the rules run. */
export interface Trace {
  readonly changes: Change[];
  /** Id of the last change of each cell, -1 where there was none. */
  readonly last: Int32Array;
  next: number;
}

/** Make a trace that goes on where an earlier one stopped. */
export function traceFrom(last: Int32Array, next: number): Trace {
  return { changes: [], last: last.slice(), next };
}

/** Apply changes to cells, as they were told. */
export function applyChanges(tables: Tables, cells: Int32Array, changes: readonly Change[]): Int32Array {
  const after = cells.slice();
  for (const change of changes) after[tables.layout.cell(change.where)] = change.to;
  return after;
}

/** Name what a cause of this kind refers to by number. */
export function causeId(tables: Tables, kind: CauseKind, reference: number): string {
  if (reference < 0) return '';
  switch (kind) {
    case 'move':
    case 'press':
    case 'price':
    case 'called':
    case 'climbDown': {
      const move = tables.moves[reference];
      return move ? `${tables.capitals[move.capital]?.id}.${move.id}` : '';
    }
    case 'link':
    case 'late':
      return tables.links[reference]?.id ?? '';
    case 'event':
      return tables.events[reference]?.id ?? '';
    case 'answer': {
      return tables.decisions[reference]?.id ?? '';
    }
    case 'clock':
      return tables.clocks[reference]?.id ?? '';
    case 'outsider':
      return tables.outsiders[reference]?.id ?? '';
    case 'asked':
    case 'unasked': {
      const client = tables.clients[Math.trunc(reference / 100)];
      return client ? `${client.id}.${client.moves[reference % 100]?.id}` : '';
    }
    case 'redLine': {
      const capital = tables.capitals[Math.trunc(reference / 100)];
      return capital ? `${capital.id}.${capital.redLines[reference % 100]?.id}` : '';
    }
    case 'support':
    case 'lock':
    case 'warning':
    case 'pleased':
    case 'wearied':
    case 'tiedHands':
    case 'influence':
    case 'card':
      return tables.capitals[reference]?.id ?? '';
    default:
      return String(reference);
  }
}

/** List the sources on which a cause rests, as the scenario gives them. */
export function causeSources(tables: Tables, kind: CauseKind, reference: number): readonly string[] {
  if (reference < 0) return none;
  switch (kind) {
    case 'link':
    case 'late':
      return tables.links[reference]?.sources ?? none;
    case 'event':
      return tables.events[reference]?.sources ?? none;
    case 'answer':
      return tables.decisions[reference]?.sources ?? none;
    case 'clock':
      return tables.clocks[reference]?.sources ?? none;
    case 'outsider':
      return tables.outsiders[reference]?.sources ?? none;
    case 'move':
    case 'press':
      return tables.moves[reference]?.sources ?? none;
    case 'asked':
    case 'unasked':
      return tables.clients[Math.trunc(reference / 100)]?.moves[reference % 100]?.sources ?? none;
    default:
      return none;
  }
}
const none: readonly string[] = [];
