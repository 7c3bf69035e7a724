/**
 * The changes of a game as a book that can be looked things up in: by number, by cell, by round, deal by deal.
 * It adds nothing to what the changes say; how they are worded is the business of `change.ts`.
 */
import type { Change } from '../../engine/changes.ts';
import { dealIn } from '../../engine/deals/terms.ts';
import type { Deal } from '../../engine/deals/terms.ts';
import type { Tables } from '../../engine/tables.ts';

export interface Chronicle {
  readonly changes: readonly Change[];
  /** Rounds that were played, oldest first, those that ran on included. */
  readonly rounds: readonly number[];
  /** The change with this number. */
  byId(id: number): Change | undefined;
  /** All changes of a cell, oldest first. */
  of(path: string): readonly Change[];
  /** All changes of a round, the start position's left out. */
  inRound(round: number): readonly Change[];
  /** The last change of a cell whose number is below `id`. */
  lastBefore(path: string, id: number): Change | undefined;
  /** Value of a cell just after the change with this number. */
  valueAt(path: string, id: number): number;
  /** Cells as they stood when a round's talks began. */
  cellsBefore(round: number): Int32Array;
  /** Cells as they stood just after the change with this number. */
  cellsAt(id: number): Int32Array;
  /** All deals that were ever seen, as they last stood, oldest first. */
  allDeals(): Deal[];
  /** A deal as it stood at the change with this number; null where it was never seen. */
  deal(serial: number, id: number): Deal | null;
}

/** Read a list of changes, from the start of the game on, as a book. The same list gives the same book. */
export function chronicleOf(tables: Tables, changes: readonly Change[]): Chronicle {
  let book = books.get(changes);
  if (!book) {
    book = write(tables, changes);
    books.set(changes, book);
  }
  return book;
}

const books = new WeakMap<readonly Change[], Chronicle>();

interface DealVersion {
  /** The last change before which the deal stood so. */
  readonly until: number;
  readonly deal: Deal;
}

function write(tables: Tables, changes: readonly Change[]): Chronicle {
  const byId = new Map<number, Change>();
  const byPath = new Map<string, Change[]>();
  const byRound = new Map<number, Change[]>();
  const befores = new Map<number, Int32Array>();
  const rounds: number[] = [];
  const deals = new Map<number, DealVersion[]>();
  const cells = tables.layout.start.slice();
  cells[tables.at.round] = 1;
  const countered = new Set<string>();
  const firstDone = changes.findIndex(({ step }) => step !== 'standing');
  const begun = firstDone < 0 ? changes.length : firstDone;

  changes.forEach((change, at) => {
    byId.set(change.id, change);
    push(byPath, change.where, change);
    if (at === begun) befores.set(change.round, cells.slice());
    if (at >= begun) push(byRound, change.round, change);
    keepDeal(change);
    cells[tables.layout.find(change.where)] = change.to;
    if (change.where === 'round') {
      rounds.push(change.from);
      befores.set(change.to, cells.slice());
    }
  });
  for (const slot of tables.deals) keepVersion(slot.slot, Number.MAX_SAFE_INTEGER);

  return {
    changes,
    rounds,
    byId: (id) => byId.get(id),
    of: (path) => byPath.get(path) ?? [],
    inRound: (round) => byRound.get(round) ?? [],
    lastBefore: (path, id) => (byPath.get(path) ?? []).filter((change) => change.id < id).at(-1),
    valueAt(path, id) {
      const last = (byPath.get(path) ?? []).filter((change) => change.id <= id).at(-1);
      return last?.to ?? tables.layout.start[tables.layout.find(path)] ?? 0;
    },
    cellsBefore: (round) => befores.get(round) ?? cells,
    allDeals: () =>
      [...deals.values()]
        .flatMap((versions) => versions.at(-1)?.deal ?? [])
        .sort((one, other) => one.made - other.made || one.serial - other.serial),
    cellsAt(id) {
      const upTo = byId.get(id);
      const now = (befores.get(upTo?.round ?? 0) ?? tables.layout.start).slice();
      for (const change of byRound.get(upTo?.round ?? 0) ?? [])
        if (change.id <= id) now[tables.layout.find(change.where)] = change.to;
      return now;
    },
    deal(serial, id) {
      const versions = deals.get(serial) ?? [];
      return (versions.find(({ until }) => id <= until) ?? versions.at(-1))?.deal ?? null;
    },
  };

  /** Note how a deal stood before it is countered or its slot is used anew. */
  function keepDeal(change: Change): void {
    const found = /^deal\.s(\d+)\.(.+)$/.exec(change.where);
    if (!found) return;
    const slot = Number(found[1]);
    const emptied = found[2] === 'serial' && change.from !== 0;
    const countering = change.by.kind === 'counter' && !countered.has(change.by.id);
    if (countering) countered.add(change.by.id);
    if (emptied || countering) keepVersion(slot, change.id - 1);
  }

  function keepVersion(slot: number, until: number): void {
    const table = tables.deals[slot];
    const deal = table && dealIn(tables, cells, table);
    if (!deal) return;
    const versions = deals.get(deal.serial) ?? [];
    versions.push({ until, deal });
    deals.set(deal.serial, versions);
  }
}

function push<K>(lists: Map<K, Change[]>, key: K, change: Change): void {
  const list = lists.get(key);
  if (list) list.push(change);
  else lists.set(key, [change]);
}
