/**
 * The ledger of delivery: what one capital and each of its partners promised one another, what was delivered, at what price, and
 * whether what was not delivered *would not* come or *could not*. It is read off the judged terms of pacts and the joint moves of a
 * game; how far a capital leaned to a partner is measured from the same figures, never picked.
 *
 * The quarters that run on at the end of a game empty the pacts that ended in its last quarter, and let lapse what nobody could keep:
 * that quarter is read before they run.
 */
import { dealStates } from '../engine/deals/deal.machine.ts';
import { termBits } from '../engine/deals/terms.ts';
import { stepSize } from '../engine/statecharts/holds.ts';
import type { CapitalTable, DealTable, Tables } from '../engine/tables.ts';

/** What is counted with one partner; all in whole numbers. */
export const ledgerFields = [
  /** Terms that the partner gave, and what became of them. */
  'promised',
  'delivered',
  'wouldNot',
  'couldNot',
  /** Terms of its own that it delivered in the same pacts, and those of them that cost it something: the price. */
  'given',
  'givenDear',
  /** Terms of its own that it broke. */
  'brokeOwn',
  /** Terms of the partner that cost the partner something. */
  'receivedDear',
  /** Delivered by the partner at a cost while support at home was low there: help when it hurt. */
  'helpWhenItHurt',
  /** Joint moves that came about with this partner. */
  'joint',
] as const;
export type LedgerField = (typeof ledgerFields)[number];
export type Ledger = Readonly<Record<LedgerField, number>>;

const { done, tried, broken, costly } = termBits;
/** Numbers of the states in which a pact is over; an offer that came to nothing is no pact. */
const over = (['kept', 'breached', 'tried', 'lapsed'] as const).map((state) => dealStates.indexOf(state));

/** Keeps one capital's ledger while games are played. */
export interface LedgerKeeper {
  /** Begin a game. */
  open(): void;
  /** Note what a round that was just played brought, on the cells as it left them; those of a game that is over bring nothing new. */
  note(cells: Int32Array): void;
  /** Write the ledger of the game into a row: by partner, then by field. */
  write(row: Int16Array, at: number): void;
}

/**
 * Make a keeper.
 * @param of the capital whose ledger it is
 * @param partners capitals with whom it is kept
 */
export function ledgerKeeper(tables: Tables, of: string, partners: readonly string[]): LedgerKeeper {
  const own = tables.capitals.find(({ id }) => id === of);
  const others = partners.flatMap((partner) => tables.capitals.find(({ id }) => id === partner) ?? []);
  const joints = others.map((other) =>
    (own?.moves ?? []).filter(({ joint }) =>
      joint?.moves.some((part) => tables.moves[part]?.capital === other.index),
    ),
  );
  const counts = new Int16Array(others.length * ledgerFields.length);
  const add = (partner: number, field: LedgerField, by = 1): void => {
    const at = partner * ledgerFields.length + ledgerFields.indexOf(field);
    counts[at] = (counts[at] ?? 0) + by;
  };
  const count = (partner: number, deal: DealTable, cells: Int32Array): void => {
    const other = others[partner];
    if (!own || !other) return;
    const weary = (cells[other.home] ?? 0) < 2 * stepSize;
    // Who broke the pact released its partner: a joint move that it stayed away from is nothing that the partner could not do.
    const broke = termsOf(deal, own, cells).some((bits) => (bits & broken) !== 0);
    for (const bits of termsOf(deal, other, cells)) {
      add(partner, 'promised');
      if ((bits & broken) !== 0) add(partner, 'wouldNot');
      else if ((bits & done) === 0 && (bits & tried) !== 0) add(partner, 'couldNot', broke ? 0 : 1);
      else if ((bits & done) !== 0) {
        add(partner, 'delivered');
        if ((bits & costly) !== 0) add(partner, 'receivedDear');
        if ((bits & costly) !== 0 && weary) add(partner, 'helpWhenItHurt');
      }
    }
    for (const bits of termsOf(deal, own, cells)) {
      if ((bits & broken) !== 0) add(partner, 'brokeOwn');
      else if ((bits & done) !== 0) {
        add(partner, 'given');
        if ((bits & costly) !== 0) add(partner, 'givenDear');
      }
    }
  };
  return {
    open() {
      counts.fill(0);
    },
    note(cells) {
      if ((cells[tables.at.phase] ?? 0) >= 2) return;
      const round = (cells[tables.at.round] ?? 1) - 1;
      for (const deal of tables.deals) {
        if (cells[deal.ended] !== round || !over.includes(cells[deal.state] ?? 0)) continue;
        const members = cells[deal.members] ?? 0;
        if (!own || (members & (1 << own.index)) === 0) continue;
        others.forEach((other, partner) => {
          if ((members & (1 << other.index)) !== 0) count(partner, deal, cells);
        });
      }
      joints.forEach((moves, partner) => {
        for (const { made } of moves) if (cells[made] === round) add(partner, 'joint');
      });
    },
    write(row, at) {
      row.set(counts, at);
    },
  };
}

/** How far a capital leaned, from one game's ledger. */
export interface Leaning {
  /** Dealings that cost something, with each partner: terms given and received at a cost, joint moves, help when it hurt. */
  readonly depth: readonly number[];
  /** From -100 (all with the first partner) to 100 (all with the second); 0 where there were none. */
  readonly towards: number;
}

/**
 * Measure how far a capital leaned between two partners.
 * @param ledgers of the same game or games, one a partner
 */
export function leaningOf(ledgers: readonly Ledger[]): Leaning {
  const depth = ledgers.map(
    ({ givenDear, receivedDear, joint, helpWhenItHurt }) => givenDear + receivedDear + joint + helpWhenItHurt,
  );
  const [one = 0, other = 0] = depth;
  return { depth, towards: one + other === 0 ? 0 : Math.round((100 * (other - one)) / (one + other)) };
}

/** Read a ledger out of a row, or out of sums of rows. */
export function ledgerAt(row: ArrayLike<number>, at: number): Ledger {
  return Object.fromEntries(ledgerFields.map((field, offset) => [field, row[at + offset] ?? 0])) as Ledger;
}

/** States of the terms that a capital gave in a deal. */
function termsOf(deal: DealTable, capital: CapitalTable, cells: Int32Array): number[] {
  return (deal.terms[capital.index] ?? []).flatMap(({ kind, state }) =>
    cells[kind] === 0 ? [] : [cells[state] ?? 0],
  );
}
