/**
 * The branches of a game, read: each replayed, with the book of what the reader may know of it. As long as the game goes on that is
 * what the seat sees, in every branch; afterwards everything is laid open.
 */
import { listFactors } from '../../engine/counterfactual/factors.ts';
import { dealsIn } from '../../engine/deals/terms.ts';
import { branchOf } from '../../engine/forks.ts';
import type { Fork } from '../../engine/forks.ts';
import { chanceOf, replay } from '../../engine/record.ts';
import type { GameRecord } from '../../engine/record.ts';
import { openLog, seenChanges, viewFor } from '../../engine/seats.ts';
import { phaseOf } from '../../engine/position.ts';
import type { Game } from '../game.svelte.ts';
import { readingOf } from '../reading/reading.ts';
import type { Reading } from '../reading/reading.ts';

export interface ReadBranch {
  readonly id: string;
  readonly record: GameRecord;
  /** Cells as they stand at last, as far as they may be seen. */
  readonly cells: Int32Array;
  readonly reading: Reading;
  readonly isOver: boolean;
}

/** Replay and read a branch; null where it does not replay on today's rules. */
export function readBranch(game: Game, whole: GameRecord, id: string): ReadBranch | null {
  const { tables, seat, words } = game;
  const record = branchOf(whole, id);
  const replayed = record && replay(tables, record);
  if (!record || !replayed || replayed.refused || replayed.differs !== null) return null;
  const open = game.phase === 'over';
  const cells = open ? replayed.position.cells : viewFor(replayed.position, seat).cells;
  const changes = open ? replayed.changes : seenChanges(tables, openLog(seat), replayed.changes);
  const at = (path: string): number => cells[tables.layout.find(path)] ?? 0;
  const readable = { words, tables, seat, changes, deals: dealsIn(tables, cells), at };
  const drawn = open ? chanceOf(tables, record).strengths : null;
  return {
    id,
    record,
    cells,
    reading: readingOf(readable, changes, drawn),
    isOver: phaseOf(replayed.position) === 'over',
  };
}

/** The forks that leave a branch directly, in the order in which they were made. */
export function forksOf(forks: readonly Fork[], of: string): Fork[] {
  return forks.filter((fork) => fork.of === of);
}

/** Number of a branch as it is shown: 0 for the game itself, forks from 1. */
export function numberOf(forks: readonly Fork[], id: string): number {
  return forks.findIndex((fork) => fork.id === id) + 1;
}

/** A short id that no fork of a game has yet. */
export function freeId(forks: readonly Fork[]): string {
  let number = forks.length + 1;
  while (forks.some(({ id }) => id === `f${number}`)) number++;
  return `f${number}`;
}

/** Factors that were changed by hand in any fork: those of the decision that was put in and of the one that it replaced. */
export function changedByHand(whole: GameRecord): ReadonlySet<string> {
  const changed = new Set<string>();
  for (const { of, at, changed: count, decisions } of whole.forks ?? []) {
    if (count === 0) continue;
    const old = branchOf(whole, of)?.decisions[at];
    for (const decision of [old, decisions[0]]) {
      if (decision?.kind === 'answer') changed.add(`accept.${decision.offer}`);
      if (decision) for (const { id } of listFactors([decision], [])) changed.add(id);
    }
  }
  return changed;
}

/** Tell which of two branches the other one leaves, directly or by way of others; null where neither does. */
export function earlierOf(
  forks: readonly Fork[],
  [one, other]: readonly [string, string],
): 'one' | 'other' | null {
  const leaves = (id: string, from: string): boolean => {
    const of = forks.find((fork) => fork.id === id)?.of;
    return of !== undefined && (of === from || leaves(of, from));
  };
  return leaves(other, one) ? 'one' : leaves(one, other) ? 'other' : null;
}
