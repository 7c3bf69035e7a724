/**
 * Terms of a deal: how they are written in a decision, how they lie in cells, and how they are read back.
 * Whether they were kept is judged in `judge.ts`.
 */
import type { DealTable, Tables } from '../tables.ts';
import type { Refusal } from '../orders.ts';
import { dealStates } from './deal.machine.ts';
import type { DealState } from './deal.machine.ts';

/** One thing one capital promises. */
export type Term =
  | { readonly capital: string; readonly kind: 'stance'; readonly line: string; readonly stance: string }
  | { readonly capital: string; readonly kind: 'make' | 'forgo'; readonly move: string }
  | { readonly capital: string; readonly kind: 'pass'; readonly channel: string; readonly amount: number };

/** What a capital puts on the table. Members are those who give terms and those it is sent to. */
export interface Offer {
  readonly to: readonly string[];
  readonly terms: readonly Term[];
  /** First and last round in which it binds. */
  readonly from: number;
  readonly until: number;
  readonly secret: boolean;
  /** Influence that a capital which breaks it loses to the injured, 0 to 2. */
  readonly stake: number;
}

/** A deal read back from the cells. */
export interface Deal extends Omit<Offer, 'to'> {
  readonly serial: number;
  readonly state: DealState;
  readonly by: string;
  readonly members: readonly string[];
  readonly accepted: readonly string[];
  readonly made: number;
  readonly ended: number;
  readonly countered: boolean;
  readonly leaked: boolean;
  /** Per member, once judged. */
  readonly verdicts: Readonly<Record<string, Verdict>>;
}

/** What became of one capital's side of a pact. */
export const verdicts = [
  'open',
  'kept',
  'keptAtCost',
  'breached',
  'triedSeen',
  'triedUnseen',
  'lapsed',
] as const;
export type Verdict = (typeof verdicts)[number];

/** Number of each verdict in its cell. */
export const verdictNumber = numbered(verdicts);

export const termKinds = ['none', 'stance', 'make', 'forgo', 'pass'] as const;
/** Number of each kind in its cell. */
export const kindNumber = numbered(termKinds);
/** What has become of a term so far, as bits. */
export const termBits = { done: 1, tried: 2, broken: 4, costly: 8 } as const;

function numbered<Name extends string>(names: readonly Name[]): Readonly<Record<Name, number>> {
  return Object.fromEntries(names.map((name, at) => [name, at])) as Record<Name, number>;
}

/** Read the terms of a deal, capital by capital. */
export function termsOf(tables: Tables, cells: Int32Array, deal: DealTable): Term[] {
  return deal.terms.flatMap((own, at) => {
    const capital = tables.capitals[at];
    return own.flatMap((term): Term[] => {
      const kind = termKinds[cells[term.kind] ?? 0] ?? 'none';
      const what = cells[term.what] ?? 0;
      const much = cells[term.much] ?? 0;
      if (!capital || kind === 'none') return [];
      if (kind === 'stance') {
        const line = tables.lines[what];
        return [{ capital: capital.id, kind, line: line?.id ?? '', stance: line?.stances[much] ?? '' }];
      }
      if (kind === 'pass')
        return [
          { capital: capital.id, kind, channel: tables.scenario.channels[what]?.id ?? '', amount: much },
        ];
      return [{ capital: capital.id, kind, move: tables.moves[what]?.id ?? '' }];
    });
  });
}

/**
 * Read a deal back from its cells; null where the slot is empty. What a slot held when it was last read is kept beside it, since
 * computer capitals read the same deals many times a round; a deal read back is therefore shared, and never written.
 */
export function dealIn(tables: Tables, cells: Int32Array, deal: DealTable): Deal | null {
  if (cells[deal.state] === 0) return null;
  let kept = lastRead.get(deal);
  if (!kept) lastRead.set(deal, (kept = { cells: new Int32Array(deal.cells.length), deal: null }));
  let same = kept.deal !== null;
  for (let at = 0; at < deal.cells.length; at++) {
    const now = cells[deal.cells[at] ?? 0] ?? 0;
    if (kept.cells[at] === now) continue;
    kept.cells[at] = now;
    same = false;
  }
  if (!same) kept.deal = readDeal(tables, cells, deal);
  return kept.deal;
}
const lastRead = new WeakMap<DealTable, { cells: Int32Array; deal: Deal | null }>();

function readDeal(tables: Tables, cells: Int32Array, deal: DealTable): Deal | null {
  const at = (cell: number): number => cells[cell] ?? 0;
  const state = dealStates[at(deal.state)] ?? 'empty';
  if (state === 'empty') return null;
  const named = (bits: number): string[] =>
    tables.capitals.filter(({ index }) => (bits & (1 << index)) !== 0).map(({ id }) => id);
  const members = named(at(deal.members));
  return {
    serial: at(deal.serial),
    state,
    by: tables.capitals[at(deal.by)]?.id ?? '',
    members,
    accepted: named(at(deal.accepted)),
    terms: termsOf(tables, cells, deal),
    from: at(deal.from),
    until: at(deal.until),
    secret: at(deal.secret) === 1,
    stake: at(deal.stake),
    made: at(deal.made),
    ended: at(deal.ended),
    countered: at(deal.countered) === 1,
    leaked: at(deal.leaked) === 1,
    verdicts: Object.fromEntries(
      tables.capitals
        .filter(({ id }) => members.includes(id))
        .map((capital) => [capital.id, verdicts[at(deal.verdicts[capital.index] ?? -1)] ?? 'open']),
    ),
  };
}

/** List all deals on the table, offers and pacts, ended ones included until their slot is cleared. */
export function dealsIn(tables: Tables, cells: Int32Array): Deal[] {
  return tables.deals.flatMap((deal) => dealIn(tables, cells, deal) ?? []);
}

/** Find what is wrong with terms among the members; null when nothing is. */
export function checkTerms(
  tables: Tables,
  members: readonly string[],
  terms: readonly Term[],
  mostEach: number,
): Refusal | null {
  if (terms.length === 0) return { reason: 'noTerms' };
  for (const id of members) {
    const own = terms.filter((term) => term.capital === id);
    if (own.length > mostEach) return { reason: 'tooManyTerms', args: { most: mostEach } };
    if (new Set(own.map((term) => JSON.stringify(term))).size < own.length)
      return { reason: 'sameTermTwice' };
  }
  for (const term of terms) {
    const capital = tables.capitals.find(({ id }) => id === term.capital);
    if (!capital || !members.includes(term.capital))
      return { reason: 'termOfStranger', args: { capital: term.capital } };
    if (
      term.kind === 'stance' &&
      !capital.lines.find(({ id }) => id === term.line)?.stances.includes(term.stance)
    ) {
      return { reason: 'noSuchStance', args: { stance: term.stance } };
    }
    if (
      (term.kind === 'make' || term.kind === 'forgo') &&
      !capital.moves.some(({ id }) => id === term.move)
    ) {
      return { reason: 'noSuchMove', args: { move: term.move } };
    }
    if (term.kind === 'pass') {
      const channel = tables.scenario.channels.find(({ id }) => id === term.channel);
      if (!channel || channel.from !== term.capital || !members.includes(channel.to))
        return { reason: 'noSuchChannel', args: { channel: term.channel } };
      if (!Number.isInteger(term.amount) || term.amount < 1 || term.amount > 2)
        return { reason: 'passAmount' };
    }
  }
  return null;
}
