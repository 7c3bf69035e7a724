/**
 * What a deal is worth to one side, and whether that side could keep it. Others' minds are guessed from public things alone.
 * Finding a bargain is `bargain.ts`.
 */
import { mostPacts } from '../engine/deals/talks.ts';
import { dealIn } from '../engine/deals/terms.ts';
import type { Deal, Offer, Term } from '../engine/deals/terms.ts';
import type { CapitalTable, MoveTable, Tables } from '../engine/tables.ts';
import { isKept } from './keep.ts';
import type { Keep } from './keep.ts';
import { guessMind, mindOf } from './mind.ts';
import type { Mind } from './mind.ts';
import { outlookFor } from './outlook.ts';
import { recordOf } from './past.ts';
import { leanOf } from './temperament.ts';
import type { Outlook } from './outlook.ts';

/** Influence passed on is worth more to who gets it than to who gives it: it can be spent at once. */
const passCounts = 2;
const passCosts = 1.2;
/** What a step of trust won by a pact kept at a cost is worth, in hundredths of an aim. */
const trustWon = 60;
/** Share of a stake that is reckoned as lost. */
const stakeRisk = 0.3;
/** What is left of a word's weight once its giver has just broken another, and what having kept one at a cost adds. */
const justBroken = 0.3;
const justKept = 0.1;
/** Share of a joint move's worth that counts once all of its parts are promised. */
const jointCounts = 0.8;

/** All minds at a table as one capital reckons them: its own, and its guesses at the others'. */
export interface Minds {
  readonly tables: Tables;
  readonly outlook: Outlook;
  readonly cells: Int32Array;
  readonly own: CapitalTable;
  readonly of: readonly Mind[];
  readonly keep: Keep;
  /** Deals of which the own capital is a member, by serial number. */
  readonly deals: readonly Deal[];
  /** Pacts in force that the own capital can see. */
  readonly pacts: readonly Deal[];
}

/** What a side makes of a deal. */
export interface DealWorth {
  readonly value: number;
  /** Why it cannot be kept, as a reason's key; null where it can. */
  readonly cannot: string | null;
}

export type Draft = Pick<Offer, 'terms' | 'from' | 'until' | 'stake'>;

/**
 * Make up the own mind and guess the others'.
 * @param cells a view's or a position's; nothing hidden from the capital is read
 */
export function mindsOf(
  tables: Tables,
  cells: Int32Array,
  own: CapitalTable,
  character: string,
  keep: Keep,
): Minds {
  const outlook = outlookFor(tables, cells);
  const deals: Deal[] = [];
  const pacts: Deal[] = [];
  for (const slot of tables.deals) {
    if (cells[slot.state] === 0) continue;
    const mine = ((cells[slot.members] ?? 0) & (1 << own.index)) !== 0;
    const open = cells[slot.secret] === 0 || cells[slot.leaked] === 1;
    const deal = mine || open ? dealIn(tables, cells, slot) : null;
    if (!deal) continue;
    if (mine) deals.push(deal);
    if (deal.state === 'inForce') pacts.push(deal);
  }
  const bySerial = (one: Deal, other: Deal): number => one.serial - other.serial;
  return {
    tables,
    outlook,
    cells,
    own,
    keep,
    deals: deals.sort(bySerial),
    pacts: pacts.sort(bySerial),
    of: tables.capitals.map((capital) =>
      capital === own ? mindOf(outlook, cells, own, character) : guessMind(outlook, cells, capital),
    ),
  };
}

/**
 * Weigh a deal from the side of one capital.
 * @param effect gets what it would bring and cost, in the slots of an effect; null where nobody asks
 */
export function weighDeal(
  minds: Minds,
  side: CapitalTable,
  deal: Draft,
  effect: Float64Array | null = null,
): DealWorth {
  const mind = minds.of[side.index];
  if (!mind) return { value: 0, cannot: null };
  let value = 0;
  let given = false;
  let got = false;
  for (const term of deal.terms) {
    const part =
      term.capital === side.id
        ? costOf(minds, mind, deal.terms, term, effect)
        : gainOf(minds, mind, deal.terms, term, effect);
    value += part;
    if (term.capital === side.id) given ||= part < -10;
    else got ||= part > 10;
  }
  return {
    value: value + extras(mind, given, got, deal.stake),
    cannot: whyNot(minds, side, deal),
  };
}

/** What comes on top of the terms: trust won by keeping at a cost, less the risk to a stake. */
export function extras(mind: Mind, given: boolean, got: boolean, stake: number): number {
  const trust = given && got ? trustWon * mind.temperament.trust : 0;
  return trust - (given ? stake * mind.temperament.influence * stakeRisk : 0);
}

/** What another's promise brings a mind: what it changes, as far as the other would not do it anyway and can be relied on. */
export function gainOf(
  minds: Minds,
  mind: Mind,
  terms: readonly Term[],
  term: Term,
  effect: Float64Array | null,
): number {
  const { tables, outlook, cells } = minds;
  const giver = capitalOf(tables, term.capital);
  if (!giver) return 0;
  const delivers = reliability(minds, mind.capital, giver);
  if (term.kind === 'pass') {
    const to = tables.scenario.channels.find(({ id }) => id === term.channel)?.to;
    return to === mind.capital.id ? term.amount * mind.temperament.influence * passCounts * delivers : 0;
  }
  const would = (move: MoveTable): number => likely(minds.of[giver.index], move);
  const count = (move: MoveTable, share: number): number => {
    if (effect) addEffect(outlook, effect, move, share);
    return share * (mind.worth[move.index] ?? 0);
  };
  if (term.kind === 'stance') {
    const to = turning(outlook, cells, giver, term, 'to')[0];
    if (to) return count(to, delivers * (1 - would(to)));
    let sum = 0;
    for (const away of turning(outlook, cells, giver, term, 'away'))
      sum += count(away, -delivers * would(away));
    return sum;
  }
  const move = moveOf(giver, term.move);
  if (!move || outlook.open[move.index] === 0) return 0;
  if (term.kind === 'forgo') return count(move, -delivers * would(move));
  if (!move.joint) return count(move, delivers * (1 - would(move)));
  // A joint move is counted once, with the first partner, and only if all of its parts are promised.
  const first = move.joint.moves.find((index) => tables.moves[index]?.capital !== mind.capital.index);
  return first === move.index && promisesAll(tables, terms, move) ? count(move, delivers * jointCounts) : 0;
}

/** What one's own promise costs (negative; nothing where it would be done anyway). */
export function costOf(
  minds: Minds,
  mind: Mind,
  terms: readonly Term[],
  term: Term,
  effect: Float64Array | null,
): number {
  const { tables, outlook, cells } = minds;
  const { influence } = mind.temperament;
  if (term.kind === 'pass') return -term.amount * influence * passCosts;
  const make = (move: MoveTable): number => {
    if (move.joint)
      return Math.min(0, leanOf(mind.temperament, move)) - influence * (outlook.price[move.index] ?? 0);
    const score = mind.score[move.index] ?? -Infinity;
    if (score === -Infinity) return -1000;
    if (effect && score < mind.slot) addEffect(outlook, effect, move, 1);
    // It takes the place of what would have been done instead.
    return Math.min(0, score - mind.slot * 0.6);
  };
  const forgo = (move: MoveTable): number => {
    const score = mind.score[move.index] ?? 0;
    const share = score > mind.slot ? 0.8 : score > 0 ? 0.3 : 0.05;
    if (effect && share > 0.3) addEffect(outlook, effect, move, -share);
    return -share * Math.max(0, score);
  };
  if (term.kind === 'stance') {
    const to = turning(outlook, cells, mind.capital, term, 'to')[0];
    if (to) return make(to);
    let sum = -10;
    for (const away of turning(outlook, cells, mind.capital, term, 'away')) sum += forgo(away);
    return sum;
  }
  const move = moveOf(mind.capital, term.move);
  if (!move) return -1000;
  if (term.kind === 'forgo') return forgo(move);
  return make(move) - (move.joint && !promisesAll(tables, terms, move) ? 50 : 0);
}

/** Guess how likely a capital makes a move unasked. */
export function likely(mind: Mind | undefined, move: MoveTable): number {
  if (!mind || move.joint) return 0.05;
  const score = mind.score[move.index] ?? -Infinity;
  if (score <= 0) return 0.05;
  return score >= mind.slot ? 0.65 : score > mind.slot * 0.6 ? 0.35 : 0.15;
}

/** Open moves of a line that lead to where a stance term wants it, or away from there. */
export function turning(
  outlook: Outlook,
  cells: Int32Array,
  capital: CapitalTable,
  term: { readonly line: string; readonly stance: string },
  way: 'to' | 'away',
): MoveTable[] {
  const line = capital.lines.find(({ id }) => id === term.line);
  if (!line) return [];
  const wanted = line.stances.indexOf(term.stance);
  const stands = (cells[line.cell] ?? 0) === wanted;
  if (stands === (way === 'to')) return [];
  return capital.moves.filter(
    (move) =>
      move.line === line &&
      outlook.open[move.index] === 1 &&
      (outlook.target[move.index] === wanted) === (way === 'to'),
  );
}

/** Find a capital by id. */
export function capitalOf(tables: Tables, id: string): CapitalTable | undefined {
  for (const capital of tables.capitals) if (capital.id === id) return capital;
  return undefined;
}

/** Find a move of a capital by id. */
export function moveOf(capital: CapitalTable, id: string): MoveTable | undefined {
  for (const move of capital.moves) if (move.id === id) return move;
  return undefined;
}

function promisesAll(tables: Tables, terms: readonly Term[], move: MoveTable): boolean {
  return (move.joint?.moves ?? []).every((index) => {
    const part = tables.moves[index];
    const capital = tables.capitals[part?.capital ?? -1];
    return terms.some(
      (term) => term.kind === 'make' && term.capital === capital?.id && term.move === part?.id,
    );
  });
}

function addEffect(outlook: Outlook, effect: Float64Array, move: MoveTable, share: number): void {
  const at = move.index * outlook.width;
  const chance = move.joint || move.press ? (outlook.chance[move.index] ?? 1) : 0;
  for (let slot = 0; slot < outlook.width; slot++) {
    const sure = move.joint ? 0 : (outlook.sure[at + slot] ?? 0);
    effect[slot] = (effect[slot] ?? 0) + share * (sure + chance * (outlook.hoped[at + slot] ?? 0));
  }
}

/**
 * How far a partner's word counts: a third at no trust, nearly whole at full trust, a little more from who has just kept its word
 * at a cost, and next to nothing from who has just broken it, so that the same bait does not serve twice.
 */
function reliability({ tables, cells, deals }: Minds, one: CapitalTable, other: CapitalTable): number {
  const pair = tables.pairs[tables.pairOf(one.index, other.index)];
  const trusted = 0.35 + (0.6 * (cells[pair?.trust ?? -1] ?? 0)) / 10000;
  const record = recordOf(deals, one, other);
  if (record < 0) return trusted * justBroken;
  return record > 0 ? Math.min(0.95, trusted + justKept) : trusted;
}

/** Find why a capital could not keep its side: a reason's key, or null. */
function whyNot(minds: Minds, side: CapitalTable, deal: Draft): string | null {
  const { tables, outlook, cells, keep, own } = minds;
  const mine = deal.terms.filter(({ capital }) => capital === side.id);
  const round = cells[tables.at.round] ?? 0;
  // A partner may be bound by more than can be seen; what the own seat shares with it in secret counts as seen.
  const pacts = minds.pacts.filter(({ members }) => members.includes(side.id));
  if (pacts.length >= mostPacts) return 'handsFull';
  const earlier = pacts.flatMap(({ terms }) => terms.filter(({ capital }) => capital === side.id));
  const slots = cells[tables.at.moves] ?? 2;
  let price = 0;
  let later = 0;
  let atOnce = 0;
  const count = (term: Term, until: number, isNew: boolean): boolean => {
    if (term.kind === 'pass') price += term.amount;
    if (term.kind === 'pass' || term.kind === 'forgo') return true;
    const move =
      term.kind === 'stance' ? turning(outlook, cells, side, term, 'to')[0] : moveOf(side, term.move);
    if (!move || outlook.open[move.index] === 0) return term.kind === 'stance' || !isNew;
    if (term.kind === 'make' && isMade(cells, move)) return true;
    price += outlook.price[move.index] ?? 0;
    if (term.kind === 'stance' || until <= round) atOnce++;
    else later++;
    return true;
  };
  for (const term of mine) if (!count(term, deal.until, true)) return 'cannotDeliver';
  for (const { terms, until } of pacts)
    for (const term of terms) if (term.capital === side.id) count(term, until, false);
  const rounds = Math.max(1, deal.until - round + 1);
  if (atOnce > slots || atOnce + later > slots * rounds) return 'handsFull';
  if (price > (cells[side.influence] ?? 0) + 4 * (rounds - 1)) return 'cannotPay';
  for (const term of mine) {
    if (contradicts(term, mine, earlier)) return 'boundElsewhere';
    if (term.kind === 'stance') {
      const line = side.lines.find(({ id }) => id === term.line);
      const stands = line && line.stances[cells[line.cell] ?? 0] === term.stance;
      if (!stands && turning(outlook, cells, side, term, 'to').length === 0) return 'cannotDeliver';
      const kept = keep[`${side.id}.${term.line}`];
      if (side === own && kept !== undefined && kept !== term.stance) return 'cannotDeliver';
    }
    if (term.kind === 'make' && side === own) {
      const move = moveOf(side, term.move);
      if (move?.kind === 'step' && isKept(side.id, move.line.id, keep)) return 'cannotDeliver';
    }
  }
  return null;
}

/** Tell whether a move was made last round: a promise of it that is still in force has most likely been kept. */
function isMade(cells: Int32Array, move: MoveTable): boolean {
  return (cells[move.made] ?? 0) > 0 && move.kind !== 'press' && move.again === 0;
}

function contradicts(term: Term, own: readonly Term[], earlier: readonly Term[]): boolean {
  return [...own, ...earlier].some((other) => {
    if (other === term) return false;
    if (term.kind === 'stance' && other.kind === 'stance') return term.line === other.line;
    if (term.kind === 'pass' || other.kind === 'pass') return false;
    if (term.kind === 'stance' || other.kind === 'stance') return false;
    return term.move === other.move;
  });
}
