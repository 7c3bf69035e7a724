/**
 * What can happen in a room, as it stands in the log. An entry holds everything that was drawn or looked up when it was made
 * (names, seeds, times, what computers chose), so that any process that reads it comes to the same room.
 */
import type { Decision } from '../../engine/decide.ts';
import type { Orders, Refusal } from '../../engine/orders.ts';
import type { SeatPlayer } from '../../engine/record.ts';
import type { Cable, PlainPost, TeamPost } from '../../table/classWords.ts';
import type { Said } from '../../table/table.ts';
import type { Clock, Mandate, MessageTo, PersonName, Settings } from '../../table/wire.ts';
import type { SessionEvent } from './session.machine.ts';

export type Entry =
  | {
      readonly kind: 'made';
      readonly scenario: { readonly id: string; readonly version: string; readonly digest: string };
      readonly settings: Settings;
      /** Seed of every world, sixteen hexadecimal digits. */
      readonly seed: string;
      /** Hashes of the tokens; the tokens themselves are nowhere kept. */
      readonly teacher: string;
      readonly projector: string;
    }
  | { readonly kind: 'set'; readonly settings: Partial<Settings> }
  | { readonly kind: 'joined'; readonly person: string; readonly token: string; readonly name: PersonName }
  | { readonly kind: 'named'; readonly person: string; readonly name: PersonName }
  /** `host` is the process that holds the device's connection. */
  | { readonly kind: 'here'; readonly person: string; readonly here: boolean; readonly host: string }
  | {
      readonly kind: 'placed';
      readonly person: string;
      readonly world: number;
      readonly seat: string | null;
      /** A post that the teacher fixed, or the post outside the capitals. */
      readonly post: TeamPost | PlainPost | null;
    }
  | { readonly kind: 'swapped'; readonly world: number; readonly seats: readonly [string, string] }
  | { readonly kind: 'muted'; readonly person: string | null; readonly muted: boolean }
  | { readonly kind: 'removed'; readonly person: string }
  | {
      readonly kind: 'handed';
      readonly world: number;
      readonly seat: string;
      readonly to: 'computer' | 'people';
    }
  /** The worlds are there, each with its game; `seats` says who plays each capital in the record. */
  | { readonly kind: 'begun'; readonly seats: readonly Readonly<Record<string, SeatPlayer>>[] }
  | { readonly kind: 'phase'; readonly world: number; readonly event: SessionEvent; readonly clock: Clock }
  | { readonly kind: 'clock'; readonly world: number; readonly clock: Clock }
  | {
      readonly kind: 'decided';
      readonly world: number;
      readonly decision: Decision;
      readonly said?: Said;
    }
  | { readonly kind: 'drafted'; readonly world: number; readonly seat: string; readonly orders: Orders }
  | { readonly kind: 'marked'; readonly world: number; readonly seat: string; readonly mandate: Mandate }
  /** Orders locked by a team, kept until all are in. */
  | { readonly kind: 'sealed'; readonly world: number; readonly seat: string; readonly orders: Orders }
  | { readonly kind: 'unsealed'; readonly world: number; readonly seat: string; readonly why: Refusal | null }
  | {
      readonly kind: 'guessed';
      readonly world: number;
      readonly seat: string;
      readonly capital: string;
      readonly move: string;
    }
  /** All orders of a round, in the order of the capitals; the round is played on them. */
  | {
      readonly kind: 'played';
      readonly world: number;
      readonly orders: readonly (readonly [seat: string, orders: Orders])[];
      readonly said: readonly Said[];
    }
  /** How a round came out when it was played, as the digest of its end: read again by other rules it may come out otherwise. */
  | { readonly kind: 'checked'; readonly world: number; readonly round: number; readonly digest: string }
  | { readonly kind: 'undone'; readonly world: number; readonly clock: Clock }
  | { readonly kind: 'injected'; readonly world: number; readonly event: string }
  | {
      readonly kind: 'message';
      readonly world: number;
      /** A person's id and what it spoke as, or null for the teacher. */
      readonly from: { readonly person: string; readonly name: PersonName; readonly as: string } | null;
      readonly to: MessageTo;
      readonly cable?: Cable;
      readonly text?: string;
    }
  | { readonly kind: 'step'; readonly step: number }
  /** Nobody's: who answered stands nowhere. */
  | { readonly kind: 'ticket'; readonly prompt: string; readonly choice?: string; readonly text?: string }
  | { readonly kind: 'shown'; readonly prompt: string; readonly shown: boolean };

/** A row of the log: what one command came to, or several that came in the same moment. */
export interface Body {
  /** When, in milliseconds since 1970. */
  readonly at: number;
  /** Number of the message that asked for it, or of all that did, so that one sent twice is done once. */
  readonly id?: string | readonly string[];
  readonly entries: readonly Entry[];
}
