/** What a quick capital's pacts make of its orders: what it promised is raised or lowered, and influence that it owes is kept back. */
import { stateNumber } from '../engine/deals/deal.machine.ts';
import { isPublic } from '../engine/deals/dealSlots.ts';
import { kindNumber, termBits } from '../engine/deals/terms.ts';
import { isOn } from '../engine/layers.ts';
import { wayOf } from '../engine/orders.ts';
import { stepSize } from '../engine/statecharts/holds.ts';
import type { CapitalTable, DealTable, TermTable } from '../engine/tables.ts';
import { shareOf, trustOf } from './desk.ts';
import type { Desk, Sitter } from './desk.ts';

/** What a word is worth in itself, one hundredth of trust that would be lost with it, and a word given this very round. */
const wordCounts = 150;
const trustLost = 0.06;
const justSigned = 2;

const inForce = stateNumber('inForce');

/** What promises ask beside moves. */
export interface Owing {
  /** Slots of the pacts whose promised influence is held back, as bits. */
  withhold: number;
  /** Influence promised for this round. */
  owed: number;
  /** Whether any pact binds now; where none does, what stands in `desk.bonus` is old. */
  bound: boolean;
}

/** Let a capital's pacts add to and take from its moves' scores: `desk.bonus`, by move. */
export function weighPromises(
  desk: Desk,
  cells: Int32Array,
  sitter: Sitter,
  hash: number,
  owing: Owing,
): void {
  const { tables, deals, dealCount } = desk;
  const { capital, temperament } = sitter;
  const { index } = capital;
  const round = cells[tables.at.round] ?? 0;
  owing.withhold = 0;
  owing.owed = 0;
  owing.bound = false;
  for (let place = 0; place < dealCount; place++) {
    const slot = deals[place] ?? 0;
    const deal = tables.deals[slot] as DealTable;
    if (cells[deal.state] !== inForce || ((cells[deal.members] ?? 0) & (1 << index)) === 0) continue;
    const from = cells[deal.from] ?? 0;
    if (round < from) continue;
    if (!owing.bound) clear(desk, capital);
    owing.bound = true;
    const mood = shareOf(hash, cells[deal.serial] ?? 0);
    const fresh = cells[deal.made] === round ? justSigned : 1;
    const weight = keepWorth(desk, cells, sitter, deal) * mood * fresh;
    const urgent = round >= (cells[deal.until] ?? 0) ? 1 : 0.8;
    const terms = deal.terms[index] as readonly TermTable[];
    for (let at = 0; at < terms.length; at++) {
      const term = terms[at] as TermTable;
      const kind = cells[term.kind] ?? 0;
      const what = cells[term.what] ?? 0;
      if (kind === kindNumber.make) {
        if (((cells[term.state] ?? 0) & (termBits.done | termBits.tried)) === 0)
          raise(desk, what, weight * urgent);
      } else if (kind === kindNumber.forgo) raise(desk, what, -weight);
      else if (kind === kindNumber.stance)
        raiseLine(desk, cells, capital, what, cells[term.much] ?? 0, weight);
      else if (kind === kindNumber.pass && round === from) {
        const amount = cells[term.much] ?? 0;
        if (weight < amount * temperament.influence * 2) owing.withhold |= 1 << slot;
        else owing.owed += amount;
      }
    }
  }
}

function clear({ bonus }: Desk, { moves }: CapitalTable): void {
  const first = moves[0]?.index ?? 0;
  for (let at = 0; at < moves.length; at++) bonus[first + at] = 0;
}

function raise({ bonus }: Desk, move: number, by: number): void {
  bonus[move] = (bonus[move] ?? 0) + by;
}

/** Raise moves of a line that lead where a promise wants it, and lower those that lead away from there. */
function raiseLine(
  desk: Desk,
  cells: Int32Array,
  capital: CapitalTable,
  line: number,
  stance: number,
  by: number,
): void {
  const { tables } = desk;
  const cell = tables.flat.lines.cell[line] ?? 0;
  const stands = cells[cell] === stance;
  const first = capital.moves[0]?.index ?? 0;
  const end = first + capital.moves.length;
  for (let move = first; move < end; move++) {
    if (tables.flat.moves.line[move] !== cell) continue;
    const way = wayOf(tables, cells, move);
    if (way < 0) continue;
    const leads = tables.flat.ways.target[way] === stance;
    if (leads !== stands) raise(desk, move, leads ? by : -by);
  }
}

/** Weigh what breaking a pact would cost: trust with the injured and, in public, with witnesses; the stake; the word itself. */
function keepWorth(desk: Desk, cells: Int32Array, { capital, temperament }: Sitter, deal: DealTable): number {
  const { tables } = desk;
  const members = cells[deal.members] ?? 0;
  const open = isPublic(cells, deal);
  let trust = 0;
  for (let other = 0; other < tables.capitals.length; other++) {
    if (other === capital.index) continue;
    const has = trustOf(desk, cells, capital.index, other);
    if ((members & (1 << other)) !== 0) trust += Math.min(has, 2 * stepSize);
    else if (open) trust += Math.min(has, stepSize);
  }
  const stake = isOn(cells[tables.at.layers] ?? 0, 'stakes') ? (cells[deal.stake] ?? 0) : 0;
  return (
    wordCounts * temperament.word +
    trust * trustLost * temperament.trust * temperament.word +
    stake * temperament.influence * 1.5
  );
}
