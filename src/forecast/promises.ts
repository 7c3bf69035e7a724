/**
 * What pacts already signed mean for a capital's next orders: a word given weighs on the side of keeping it, and can be outweighed.
 * Whether a pact is worth signing is `bargain.ts`.
 */
import { isOn } from '../engine/layers.ts';
import { dealIn, termBits } from '../engine/deals/terms.ts';
import type { Deal } from '../engine/deals/terms.ts';
import type { Seed } from '../engine/dice.ts';
import { stepSize } from '../engine/statecharts/holds.ts';
import type { CapitalTable, MoveTable, Tables } from '../engine/tables.ts';
import { turning } from './deals.ts';
import type { Mind } from './mind.ts';
import type { Outlook } from './outlook.ts';
import { share } from './pinch.ts';

/** Hundredths of an aim: what a word is worth in itself, and one hundredth of trust that would be lost with it. */
const wordCounts = 180;
const trustLost = 0.1;
/** The least share of a word's weight that counts; the rest is a matter of mood. */
const leastKept = 0.5;
/** Nobody signs in the morning what it means to break in the evening: a word counts for more in the round in which it is given. */
const justSigned = 2.5;

export interface Promises {
  /** By own move: what pacts add to or take from its score. */
  readonly bonus: Float64Array;
  /** By own move: the partner with whom a pact asks for it, for the reasons. */
  readonly forWhom: ReadonlyMap<number, string>;
  /** Own moves that would break a pact, with whom. */
  readonly against: ReadonlyMap<number, string>;
  /** Serial numbers of pacts whose promised influence is to be held back. */
  readonly withhold: readonly number[];
  /** Influence promised for this round and to be kept ready. */
  readonly owed: number;
  /** All deals of the capital that it sees, ended ones of last round included. */
  readonly deals: readonly Deal[];
  /** Moves of others that pacts make likely this round. */
  readonly expected: ReadonlySet<number>;
}

/** List all deals of which a capital is a member, by serial number. */
export function dealsOf(tables: Tables, cells: Int32Array, capital: CapitalTable): Deal[] {
  const found: Deal[] = [];
  for (const slot of tables.deals) {
    if (cells[slot.state] === 0 || ((cells[slot.members] ?? 0) & (1 << capital.index)) === 0) continue;
    const deal = dealIn(tables, cells, slot);
    if (deal) found.push(deal);
  }
  return found.sort((one, other) => one.serial - other.serial);
}

/** Weigh what a capital has promised. */
export function promisesOf(outlook: Outlook, cells: Int32Array, mind: Mind, seed: Seed): Promises {
  const { tables } = outlook;
  const { capital } = mind;
  const round = cells[tables.at.round] ?? 0;
  const bonus = new Float64Array(tables.moves.length);
  const forWhom = new Map<number, string>();
  const against = new Map<number, string>();
  const withhold: number[] = [];
  const expected = new Set<number>();
  let owed = 0;
  const raise = (move: MoveTable, by: number, partner: string): void => {
    bonus[move.index] = (bonus[move.index] ?? 0) + by;
    (by > 0 ? forWhom : against).set(move.index, partner);
  };
  const deals = dealsOf(tables, cells, capital);
  for (const pact of deals) {
    if (pact.state !== 'inForce') continue;
    const partner = pact.members.find((id) => id !== capital.id) ?? '';
    for (const term of pact.terms) {
      if (term.capital !== capital.id && term.kind === 'make' && round >= pact.from) {
        const other = tables.capitals.find(({ id }) => id === term.capital);
        const move = other?.moves.find(({ id }) => id === term.move);
        if (move) expected.add(move.index);
      }
    }
    if (round < pact.from) continue;
    const mood = leastKept + (1 - leastKept) * share(seed, pact.serial);
    const fresh = pact.made === round ? justSigned : 1;
    const weight = keepWorth(tables, cells, mind, pact) * mood * fresh;
    const urgent = round >= pact.until ? 1 : 0.8;
    for (const term of pact.terms.filter(({ capital: id }) => id === capital.id)) {
      if (term.kind === 'pass') {
        if (round !== pact.from) continue;
        if (weight < term.amount * mind.temperament.influence * 2) withhold.push(pact.serial);
        else owed += term.amount;
      } else if (term.kind === 'stance') {
        for (const move of turning(outlook, cells, capital, term, 'away')) raise(move, -weight, partner);
        for (const move of turning(outlook, cells, capital, term, 'to')) raise(move, weight, partner);
      } else {
        const move = capital.moves.find(({ id }) => id === term.move);
        if (!move) continue;
        if (term.kind === 'forgo') raise(move, -weight, partner);
        else if (!isDone(tables, cells, pact, capital, move)) raise(move, weight * urgent, partner);
      }
    }
  }
  return { bonus, forWhom, against, withhold, owed, deals, expected };
}

/** Weigh what breaking a pact would cost: trust with the injured and, in public, with witnesses; the stake; the word itself. */
function keepWorth(tables: Tables, cells: Int32Array, mind: Mind, pact: Deal): number {
  const { capital, temperament } = mind;
  let trust = 0;
  for (const other of tables.capitals) {
    if (other === capital) continue;
    const has = cells[tables.pairs[tables.pairOf(capital.index, other.index)]?.trust ?? -1] ?? 0;
    if (pact.members.includes(other.id)) trust += Math.min(has, 2 * stepSize);
    else if (!pact.secret || pact.leaked) trust += Math.min(has, stepSize);
  }
  const stake = isOn(cells[tables.at.layers] ?? 0, 'stakes') ? pact.stake : 0;
  return (
    wordCounts * temperament.word +
    trust * trustLost * temperament.trust * temperament.word +
    stake * temperament.influence * 1.5
  );
}

/** Tell whether a promised move was made already, or tried without success. */
function isDone(
  tables: Tables,
  cells: Int32Array,
  pact: Deal,
  capital: CapitalTable,
  move: MoveTable,
): boolean {
  const slot = tables.deals.find((deal) => cells[deal.serial] === pact.serial && cells[deal.state] !== 0);
  return (slot?.terms[capital.index] ?? []).some(
    (term) =>
      (cells[term.kind] ?? 0) === 2 &&
      cells[term.what] === move.index &&
      ((cells[term.state] ?? 0) & (termBits.done | termBits.tried)) !== 0,
  );
}
