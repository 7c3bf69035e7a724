/**
 * Where a fork begins: a recorded game up to some decision, that decision changed. What was decided in the same moment stays, since
 * nobody knew of the change; what comes after is decided anew, by whoever plays on.
 */
import type { Decision } from '../decide.ts';
import { branchOf } from '../forks.ts';
import type { Orders, Refusal } from '../orders.ts';
import { replay } from '../record.ts';
import type { GameRecord } from '../record.ts';
import type { Tables } from '../tables.ts';

/** What is to be otherwise. */
export type Changed =
  /** Other orders of a seat in a round. */
  | { readonly kind: 'orders'; readonly seat: string; readonly round: number; readonly orders: Orders }
  /** Another answer to an offer, by its place in the record. */
  | { readonly kind: 'answer'; readonly at: number; readonly answer: 'accept' | 'decline' }
  /** Nothing yet: the seat is back at its first decision of a round. */
  | { readonly kind: 'back'; readonly seat: string; readonly round: number };

export interface Begun {
  /** The game as far as it stands, with its digests. */
  readonly record: GameRecord;
  /** How many of its first decisions are those of the game that it leaves. */
  readonly at: number;
  /** How many after those were put in by hand. */
  readonly changed: number;
}

/** Begin a fork; refused with the reason where the changed decision cannot be taken there, or where there is no such decision. */
export function beginFork(tables: Tables, record: GameRecord, changed: Changed): Begun | Refusal {
  const at = placeOf(record, changed);
  const old = record.decisions[at];
  if (at < 0 || (changed.kind !== 'back' && !old)) return { reason: 'other' };
  const kept = record.decisions.slice(0, at);
  const put = changed.kind === 'back' || !old ? [] : putIn(record, at, old, changed);
  const main = branchOf(record, '') ?? record;
  const begun: GameRecord = { ...main, decisions: [...kept, ...put], digests: [] };
  const { refused, digests } = replay(tables, begun);
  if (refused) return refused.why;
  return { record: { ...begun, digests }, at, changed: put.length === 0 ? 0 : 1 };
}

/** Find the place of the decision that is to be otherwise; -1 where there is none. */
export function placeOf({ decisions }: GameRecord, changed: Changed): number {
  switch (changed.kind) {
    case 'answer':
      return decisions[changed.at]?.kind === 'answer' ? changed.at : -1;
    case 'orders':
      return decisions.findIndex(
        ({ kind, seat, round }) => kind === 'lock' && seat === changed.seat && round === changed.round,
      );
    case 'back':
      return decisions.findIndex(({ seat, round }) => seat === changed.seat && round === changed.round);
  }
}

function putIn(
  { decisions }: GameRecord,
  at: number,
  old: Decision,
  changed: Exclude<Changed, { kind: 'back' }>,
): Decision[] {
  const { seat, round } = old;
  if (changed.kind === 'answer')
    return old.kind === 'answer'
      ? [{ seat, round, kind: 'answer', offer: old.offer, answer: changed.answer }]
      : [];
  // Orders are locked without knowing those of the others: theirs of the same round stand.
  const others = decisions.slice(at + 1).filter((one) => one.round === round && one.kind === 'lock');
  return [{ seat, round, kind: 'lock', orders: changed.orders }, ...others];
}
