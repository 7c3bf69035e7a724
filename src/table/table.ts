/**
 * A table: who sits where, and how a seat's decisions travel. Local (alone, against computer capitals) and remote tables
 * look the same from the panels; neither knows a rule.
 */
import type { Change } from '../engine/changes.ts';
import type { Decision } from '../engine/decide.ts';
import type { Refusal } from '../engine/orders.ts';
import type { Position } from '../engine/position.ts';
import type { GameRecord } from '../engine/record.ts';
import type { View } from '../engine/seats.ts';
import type { Tables } from '../engine/tables.ts';
import type { Reason } from '../forecast/reasons.ts';

/** The seat of whoever looks on and sees what everybody sees. */
export const watching = 'observer';

/** What a computer capital said about an offer or about its own orders. */
export interface Said {
  readonly round: number;
  readonly seat: string;
  /** Serial number of the offer, or 0 when it speaks of its orders. */
  readonly offer: number;
  readonly answer: 'accept' | 'decline' | 'counter' | 'orders' | 'offer';
  readonly reasons: readonly Reason[];
}

/** A game as one seat has it before it; replaced whole with every update. */
export interface TableState {
  readonly view: View;
  /** All changes that the seat has seen, in its own numbering, oldest first. */
  readonly changes: readonly Change[];
  /** Place in `changes` from which the newest update begins. */
  readonly fresh: number;
  /** Capitals that have not locked yet. */
  readonly waitingFor: readonly string[];
  /** What was said openly at the table. */
  readonly said: readonly Said[];
}

export type Answer = { readonly ok: true } | { readonly ok: false; readonly why: Refusal };

export interface Table {
  readonly tables: Tables;
  readonly seat: string;
  readonly state: TableState;
  /** How often this seat may ask the analyst, where whoever leads the table has said so. */
  readonly analyst?: 'off' | 'one' | 'free';
  /** Questions to the analyst that this seat has earned beyond one a round. */
  extraQuestions?: number;
  /** Be told of every update; returns how to stop. */
  subscribe(listener: (state: TableState) => void): () => void;
  /** Send a decision of this seat. Refusals come back with their reason; nothing throws. */
  decide(decision: Decision): Promise<Answer>;
  /** The record so far, all seats' decisions included. */
  record(): GameRecord;
  /** All that was said so far, reasons that are not shown yet included: for a save, so that the debrief can show them. */
  allSaid(): readonly Said[];
  /** Everything, once the game is over; null before. */
  everything(): Everything | null;
}

/** What the debrief lays open. */
export interface Everything {
  readonly position: Position;
  readonly changes: readonly Change[];
  readonly said: readonly Said[];
  readonly record: GameRecord;
}
