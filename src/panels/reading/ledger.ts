/** The ledger of delivery of one game: what a capital and its partners promised one another and delivered, and how far it leaned. */
import { ledgerAt, ledgerFields, ledgerKeeper, leaningOf } from '../../forecast/ledger.ts';
import type { Leaning, Ledger } from '../../forecast/ledger.ts';
import type { Tables } from '../../engine/tables.ts';
import type { Chronicle } from './chronicle.ts';

export interface GameLedger {
  readonly partners: readonly { readonly partner: string; readonly ledger: Ledger }[];
  readonly leaning: Leaning;
}

/**
 * Keep the books of a game that is over.
 * @param cells of its end
 */
export function ledgerOf(
  tables: Tables,
  book: Chronicle,
  cells: Int32Array,
  capital: string,
  partners: readonly string[],
): GameLedger {
  const keeper = ledgerKeeper(tables, capital, partners);
  keeper.open();
  const played = cells[tables.at.endedAfter] ?? 0;
  for (let round = 1; round <= played; round++) keeper.note(book.cellsBefore(round + 1));
  const row = new Int16Array(partners.length * ledgerFields.length);
  keeper.write(row, 0);
  const ledgers = partners.map((_, at) => ledgerAt(row, at * ledgerFields.length));
  return {
    partners: partners.map((partner, at) => ({ partner, ledger: ledgerAt(row, at * ledgerFields.length) })),
    leaning: leaningOf(ledgers),
  };
}
