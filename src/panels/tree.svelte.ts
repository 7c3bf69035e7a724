/**
 * A game with its forks, of which one branch is open on the screen. It only keeps them; how forks are made and compared is the
 * business of `whatif`.
 */
import { branchOf, withBranch } from '../engine/forks.ts';
import type { Fork } from '../engine/forks.ts';
import { recordFormat } from '../engine/record.ts';
import type { GameRecord } from '../engine/record.ts';
import type { Said } from '../table/table.ts';

/** Where a branch belongs. */
export type BranchPlace = Pick<Fork, 'id' | 'of' | 'at' | 'changed'>;

export class Tree {
  /** The branch that is open; its id is empty for the game itself. */
  readonly open: BranchPlace;
  /** Everything, the open branch as it was when it was opened. */
  private kept: GameRecord = $state.raw() as GameRecord;
  /** What was said in the branches that are not open, by their ids. */
  said: Readonly<Record<string, readonly Said[]>> = $state.raw({});

  /**
   * Take up a game and its forks.
   * @param record as kept, of whatever format
   * @param branch the one that is open; the game itself where there is no such branch
   */
  constructor(record: GameRecord, branch = '', said: Readonly<Record<string, readonly Said[]>> = {}) {
    this.kept = { ...record, format: recordFormat };
    this.said = said;
    const fork = (record.forks ?? []).find(({ id }) => id === branch);
    this.open = fork && branchOf(record, branch) ? fork : { id: '', of: '', at: 0, changed: 0 };
  }

  get forks(): readonly Fork[] {
    return this.kept.forks ?? [];
  }

  /** The record of the branch that was opened, without forks. */
  branch(): GameRecord {
    return branchOf(this.kept, this.open.id) ?? this.kept;
  }

  /**
   * Everything in one record.
   * @param branch the open branch as it stands now
   */
  whole(branch: GameRecord): GameRecord {
    const { id, of, at, changed } = this.open;
    return withBranch(this.kept, branch, { id, of, at, changed });
  }

  /** Keep one more fork. */
  add(branch: GameRecord, place: BranchPlace, said: readonly Said[]): void {
    this.kept = withBranch(this.kept, branch, place);
    this.said = { ...this.said, [place.id]: said };
  }

  /** Give up a fork and those that leave it; the open branch stays. */
  remove(id: string): void {
    const gone = new Set([id]);
    for (const fork of this.forks) if (gone.has(fork.of)) gone.add(fork.id);
    if (gone.has(this.open.id)) return;
    this.kept = { ...this.kept, forks: this.forks.filter((fork) => !gone.has(fork.id)) };
  }
}
