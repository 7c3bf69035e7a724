/** An offer that was answered with other terms: by whom, what had been offered, and what is new in it. How terms read is in `deal.ts`. */
import type { Deal, Term } from '../../engine/deals/terms.ts';
import { readingOf } from './reading.ts';
import type { Readable } from './reading.ts';

export interface Counter {
  /** The capital that answered with other terms. */
  readonly by: string;
  /** The terms as they were offered first. */
  readonly first: readonly Term[];
}

/** Find who countered a deal and what it had said before; null for one that was not countered. */
export function counterOf(deal: Deal, game: Readable): Counter | null {
  if (!deal.countered) return null;
  const { book, tables } = readingOf(game);
  const own = book.changes.filter(({ by }) => by.kind === 'counter' && Number(by.id) === deal.serial);
  const signed = own.find(({ where }) => where.endsWith('.accepted'));
  const by = tables.capitals.find(({ index }) => signed?.to === 1 << index);
  const before = own[0] && book.deal(deal.serial, own[0].id - 1);
  return by && before ? { by: by.id, first: before.terms } : null;
}

/** Tell whether the same promise stands among other terms. */
export function standsIn(terms: readonly Term[], term: Term): boolean {
  const text = JSON.stringify(term);
  return terms.some((one) => JSON.stringify(one) === text);
}
