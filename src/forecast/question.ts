/**
 * What a forecast is asked: which games are to be played, from where, under what constraints, and what is to be noted of each. Plain
 * data, so that it can be handed to a worker. How the games are played stands in `games.ts`.
 */
import { die } from '../engine/dice.ts';
import type { Offer, Term } from '../engine/deals/terms.ts';
import type { Seed } from '../engine/dice.ts';
import type { Orders } from '../engine/orders.ts';
import type { GameOptions } from '../engine/position.ts';
import type { Chance } from '../engine/run.ts';
import type { Tables } from '../engine/tables.ts';
import type { Keep } from './keep.ts';
import type { PolicyName } from './policy.ts';

/** Games of a forecast on screen, where nobody asks for another number. */
export const gamesAsked = 1000;

/**
 * What a seat says and does this round before the others lock; from then on it is played like all others. Those whom it puts something
 * to answer at once. Where a pact comes of it, the moves that it promises from now on are ordered besides, as far as they can be.
 */
export interface Plan {
  /** What it says to offers that wait for it, by serial number, one after the other. */
  readonly answers: readonly PlannedAnswer[];
  /** An offer that it makes after that. */
  readonly offer?: Offer | undefined;
  readonly orders: Orders;
}
export type PlannedAnswer =
  | { readonly offer: number; readonly answer: 'accept' | 'decline' }
  | { readonly offer: number; readonly answer: 'counter'; readonly terms: readonly Term[] };

/** Where the games begin: at a scenario's start, or at what one seat sees of a game. */
export type Beginning =
  | { readonly kind: 'start'; readonly options: GameOptions }
  | { readonly kind: 'view'; readonly seat: string; readonly cells: Int32Array; readonly plan: Plan | null };

/** Where in its range a link's strength is drawn. */
export type Range = 'lower' | 'upper' | { readonly from: number; readonly to: number };

export interface Question {
  readonly games: number;
  readonly seed: Seed;
  readonly beginning: Beginning;
  /** Stances held by constraint in all games, by `capital.line`. */
  readonly keep?: Keep;
  /** Capitals that deal with some others only, by capital: costly deals and joint moves with the rest do not come about. */
  readonly dealsWith?: Readonly<Record<string, readonly string[]>>;
  /** Links whose strength is drawn from a part of their range only, by id. */
  readonly strengths?: Readonly<Record<string, Range>>;
  /** Kinds of temperament that capitals have in all games, by capital. */
  readonly temperaments?: Readonly<Record<string, string>>;
  readonly policy?: PolicyName;
  /** How those at the table answer what the plan puts to them, where it is otherwise than they are played from then on. */
  readonly atTable?: PolicyName;
  /** Paths of levels to be noted. */
  readonly levels: readonly string[];
  /** True to note them after every round, false for the end of each game alone. */
  readonly byRound: boolean;
  /** Capital whose ledger of delivery is kept, and with whom. */
  readonly ledger?: { readonly of: string; readonly partners: readonly string[] };
}

/** Say from where to where a strength is drawn: hundredths, within the link's own range whatever was asked. */
export function boundsOf(
  { strength, doubt }: { strength: number; doubt: number },
  range: Range | undefined,
): { from: number; to: number } {
  const [least, most] = [strength - doubt, strength + doubt];
  const third = Math.trunc((2 * doubt) / 3);
  if (range === undefined) return { from: least, to: most };
  // Upper and lower are meant by how much a link does, whichever way it pushes.
  if (range === 'lower' || range === 'upper')
    return (range === 'upper') === strength >= 0
      ? { from: most - third, to: most }
      : { from: least, to: least + third };
  const within = (value: number): number => Math.max(least, Math.min(most, Math.round(value)));
  return { from: within(Math.min(range.from, range.to)), to: within(Math.max(range.from, range.to)) };
}

/** Draw again the strengths that a question draws from a part of their range; the same die falls where it fell. */
export function withRanges(tables: Tables, chance: Chance, doubt: Seed, question: Question): Chance {
  const { strengths: ranges } = question;
  if (!ranges) return chance;
  const strengths = chance.strengths.slice();
  for (const link of tables.links) {
    const range = ranges[link.id];
    if (range === undefined) continue;
    const { from, to } = boundsOf(link, range);
    strengths[link.index] = from + die(doubt, 0, link.rule, 0, to - from + 1);
  }
  return { ...chance, strengths };
}
