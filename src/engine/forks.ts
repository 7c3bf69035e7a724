/**
 * Forks: games continued from a past moment of another with a choice changed. A record keeps them as what differs from the game they
 * leave; here a fork becomes a record of its own, and a record of its own becomes a fork. Who plays on is not decided here.
 */
import type { Decision } from './decide.ts';
import type { GameRecord, SeatPlayer } from './record.ts';

/** A game that leaves another at some decision. */
export interface Fork {
  readonly id: string;
  /** The fork that it leaves; empty for the game itself. */
  readonly of: string;
  /** How many decisions of the game that it leaves still stand. */
  readonly at: number;
  /** How many of its first decisions were put in by hand; those after them were decided anew. */
  readonly changed: number;
  readonly seats: Readonly<Record<string, SeatPlayer>>;
  /** What was decided from there on. */
  readonly decisions: readonly Decision[];
  /** Digests of the whole game so continued, from its first round on. */
  readonly digests: readonly string[];
}

/** The most forks that one record keeps. */
export const mostForks = 40;

/** Give a branch as a record of its own, without forks; null where there is no such branch, or it does not fit what it leaves. */
export function branchOf(record: GameRecord, id: string): GameRecord | null {
  const { forks = [], ...main } = record;
  if (id === '') return main;
  const at = forks.findIndex((one) => one.id === id);
  const fork = forks[at];
  // A fork can only leave one that was there before it, so that this ends.
  const parent = fork && branchOf({ ...record, forks: forks.slice(0, at) }, fork.of);
  if (!fork || !parent || fork.at > parent.decisions.length) return null;
  const decisions = [...parent.decisions.slice(0, fork.at), ...fork.decisions];
  return { ...main, seats: fork.seats, decisions, digests: fork.digests };
}

/** Put a branch, as it stands now, back into the record that it belongs to: as the game itself or as one of its forks. */
export function withBranch(
  record: GameRecord,
  branch: GameRecord,
  place: Pick<Fork, 'id' | 'of' | 'at' | 'changed'>,
): GameRecord {
  const { forks = [] } = record;
  if (place.id === '') return forks.length === 0 ? branch : { ...branch, forks };
  const { seats, digests } = branch;
  const fork: Fork = { ...place, seats, decisions: branch.decisions.slice(place.at), digests };
  const known = forks.some(({ id }) => id === place.id);
  return {
    ...record,
    forks: known ? forks.map((one) => (one.id === place.id ? fork : one)) : [...forks, fork],
  };
}

/** Find the first fork that does not fit; null when all do. */
export function misfit(record: GameRecord): number | null {
  const { forks = [] } = record;
  const at = forks.findIndex(
    ({ id }, index) => forks.findIndex((one) => one.id === id) !== index || branchOf(record, id) === null,
  );
  return at < 0 ? null : at;
}
