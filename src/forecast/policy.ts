/**
 * Computer capitals: named, versioned policies that see only what their seat sees. Everything here comes in two forms: on a view,
 * for a table, and on bare cells, for playouts; both read the same and give the same.
 */
import { mostOffersOut } from '../engine/deals/talks.ts';
import type { Condition } from '../engine/deals/warnings.ts';
import type { Deal, Term } from '../engine/deals/terms.ts';
import type { Decision } from '../engine/decide.ts';
import { isOn } from '../engine/layers.ts';
import type { Orders } from '../engine/orders.ts';
import { dealIn, verdicts } from '../engine/deals/terms.ts';
import type { View } from '../engine/seats.ts';
import type { CapitalTable, MoveTable, Tables } from '../engine/tables.ts';
import { findBargain, signature } from './bargain.ts';
import { likely, mindsOf, weighDeal } from './deals.ts';
import type { DealWorth, Draft, Minds } from './deals.ts';
import { argumentsOf, ordersOf, planOf, weighOrders } from './choose.ts';
import { deskOf, lookAnew, sit } from './desk.ts';
import type { Sitter } from './desk.ts';
import type { Keep } from './keep.ts';
import { lookAhead } from './lookAhead.ts';
import { ownSeed, pinch, share } from './pinch.ts';
import { dealsOf } from './promises.ts';
import { chooseQuickly } from './quick.ts';
import { answerOf, offerOf, ordersInWords } from './quickGame.ts';
import { answerQuickly, answers, given as answersGiven, offerQuickly } from './quickTalks.ts';
import { answerAtRandom, chooseAtRandom, offerAtRandom } from './random.ts';
import { argumentsFor, spokenReasons } from './reasons.ts';
import type { Argument, Reason } from './reasons.ts';
import { temperamentOf } from './temperament.ts';

/**
 * All policies by name and version. `quick@4` reads every move's worth off a reckoning made once per scenario; `alone@4` is the same
 * without a word at the table; `deep@4` plays its best plans through with quick capitals; `random@1` is for tests and tournaments.
 * A change in how one plays takes a new version.
 */
export const policies = {
  'quick@4': { looksAt: 1 },
  'alone@4': { looksAt: 1 },
  'deep@4': { looksAt: 12 },
  'random@1': { looksAt: 0 },
} as const;
export type PolicyName = keyof typeof policies;

/** What a counter-offer must bring beyond what would be accepted, in hundredths of an aim. */
const worthCountering = 40;
/** Share of quarters in which a capital comes forward with an offer, if it has one. */
const initiative = 0.6;
/** Share of quarters in which it would give a warning, if it has cause to. */
const warnsIn = 0.5;

/** Who plays a computer seat, as in a record. */
export interface Person {
  readonly policy?: string;
  readonly temperament?: string;
  /** Capitals with which alone it makes deals, as a laboratory wants it; all where it is left out. */
  readonly dealsWith?: readonly string[] | undefined;
}

export interface Choice {
  readonly orders: Orders;
  /** Up to three, said at the table. */
  readonly reasons: readonly Reason[];
  /** Everything that was weighed, for the debrief. */
  readonly all: readonly Argument[];
}

export interface Answer {
  readonly decision: Decision;
  readonly reasons: readonly Reason[];
}

/** Choose orders for the seat of a view. */
export function choose(tables: Tables, view: View, person: Person, keep: Keep = {}): Choice {
  return chooseOn(tables, view.cells, seatOf(tables, view), person, keep);
}

/** Answer every offer that waits for the seat of a view. */
export function answerOffers(tables: Tables, view: View, person: Person, keep: Keep = {}): Answer[] {
  return answerOffersOn(tables, view.cells, seatOf(tables, view), person, keep);
}

/** Make the offers, and show the cables, that the seat of a view wants to: at most two offers a round. */
export function makeOffers(tables: Tables, view: View, person: Person, keep: Keep = {}): Answer[] {
  return makeOffersOn(tables, view.cells, seatOf(tables, view), person, keep);
}

/** Give the warning that the seat of a view would give now, or null. */
export function warnOf(tables: Tables, view: View, person: Person): Answer | null {
  return warnOn(tables, view.cells, seatOf(tables, view), person);
}

function seatOf(tables: Tables, view: View): CapitalTable {
  const capital = tables.capitals.find(({ id }) => id === view.seat);
  if (!capital) throw new Error(`no capital ${view.seat}`);
  return capital;
}

/** The policy that a name in a record stands for now: the same, its present version where it is of an earlier one, else the quick one. */
function policyOf({ policy = 'quick@4' }: Person): PolicyName {
  const names = Object.keys(policies) as PolicyName[];
  const kind = policy.split('@')[0];
  return (
    names.find((name) => name === policy) ?? names.find((name) => name.split('@')[0] === kind) ?? 'quick@4'
  );
}

function looksAt(person: Person): number {
  return policies[policyOf(person)].looksAt;
}

/** Seat a person at the desk of quick capitals; null where it plays by another policy. */
export function quickSitter(
  tables: Tables,
  capital: CapitalTable,
  person: Person,
  keep: Keep,
): Sitter | null {
  const policy = policyOf(person);
  if (policy !== 'quick@4' && policy !== 'alone@4') return null;
  return sit(tables, capital, person.temperament ?? 'guarded', keep, policy !== 'alone@4', person.dealsWith);
}

/** As `choose`, on cells that may hold more than the seat sees: nothing hidden from it is read. */
export function chooseOn(
  tables: Tables,
  cells: Int32Array,
  capital: CapitalTable,
  person: Person,
  keep: Keep,
): Choice {
  const looks = looksAt(person);
  const character = person.temperament ?? 'guarded';
  const sitter = quickSitter(tables, capital, person, keep);
  if (sitter) {
    const desk = deskOf(tables);
    lookAnew(desk, cells);
    return explained(
      tables,
      cells,
      sitter,
      character,
      keep,
      ordersInWords(desk, cells, capital, chooseQuickly(desk, cells, sitter)),
    );
  }
  if (looks === 0) return { orders: chooseAtRandom(tables, cells, capital, character), reasons: [], all: [] };
  const weighed = weighOrders(tables, cells, capital, character, keep, looks);
  const plan = lookAhead(tables, cells, capital, weighed, character, keep);
  if (!plan) return { orders: { moves: [] }, reasons: [], all: [] };
  return told(ordersOf(weighed, plan), () => argumentsOf(weighed, plan, cells));
}

/** Pair quick orders with the arguments for and against them. */
function explained(
  tables: Tables,
  cells: Int32Array,
  { capital }: Sitter,
  character: string,
  keep: Keep,
  orders: Orders,
): Choice {
  return told(orders, () => {
    const weighed = weighOrders(tables, cells, capital, character, keep, 1);
    return argumentsOf(weighed, planOf(weighed, capital, orders), cells);
  });
}

/** Pair orders with their arguments, which are put into words only where somebody listens: a playout never asks. */
function told(orders: Orders, argue: () => Argument[]): Choice {
  let all: Argument[] | undefined;
  const list = (): Argument[] => (all ??= argue());
  return {
    orders,
    get reasons() {
      return spokenReasons(list(), 1);
    },
    get all() {
      return list();
    },
  };
}

/** As `answerOffers`, on cells. */
export function answerOffersOn(
  tables: Tables,
  cells: Int32Array,
  capital: CapitalTable,
  person: Person,
  keep: Keep,
): Answer[] {
  const waiting = dealsOf(tables, cells, capital).filter(
    (deal) =>
      (deal.state === 'proposed' || deal.state === 'countered') && !deal.accepted.includes(capital.id),
  );
  if (waiting.length === 0) return [];
  const round = cells[tables.at.round] ?? 0;
  const sitter = quickSitter(tables, capital, person, keep);
  if (sitter) return answerWithNumbers(tables, cells, sitter, person.temperament ?? 'guarded', keep);
  const character = person.temperament ?? 'guarded';
  if (looksAt(person) === 0) {
    return waiting.map((deal) => ({
      decision: {
        seat: capital.id,
        round,
        kind: 'answer',
        offer: deal.serial,
        answer: answerAtRandom(tables, cells, capital, character, deal),
      },
      reasons: [],
    }));
  }
  const minds = mindsOf(tables, cells, capital, character, keep);
  // One acceptance may change what the next is worth: only the best is accepted at once, the other good ones wait for the next look.
  const weighed = waiting.map((deal) => ({ deal, worth: weighDeal(minds, capital, deal) }));
  weighed.sort((one, other) => other.worth.value - one.worth.value || one.deal.serial - other.deal.serial);
  const countered = new Set<string>();
  return weighed.flatMap(
    ({ deal, worth }, at) => answer(minds, character, deal, worth, at === 0, countered) ?? [],
  );
}

/** Answer as a quick capital does, and say why. */
function answerWithNumbers(
  tables: Tables,
  cells: Int32Array,
  sitter: Sitter,
  character: string,
  keep: Keep,
): Answer[] {
  const { capital } = sitter;
  const desk = deskOf(tables);
  lookAnew(desk, cells);
  answerQuickly(desk, cells, sitter);
  const found: Answer[] = [];
  for (let at = 0; at < desk.mineCount; at++) {
    const slot = tables.deals[desk.mine[at] ?? 0];
    const deal = slot && dealIn(tables, cells, slot);
    const answered = answersGiven[at] ?? answers.waits;
    if (!slot || !deal || answered === answers.waits) continue;
    const decision = answerOf(desk, cells, capital, slot, answered);
    found.push(
      given(decision, () => {
        const minds = mindsOf(tables, cells, capital, character, keep);
        const from =
          deal.members.find((id) => id === deal.by && id !== capital.id) ??
          deal.members.find((id) => id !== capital.id) ??
          '';
        const spoken = reasonsFor(minds, deal, answered === answers.accepts ? 1 : -1);
        if (answered === answers.accepts) return spoken;
        if (answered === answers.counters) return [{ key: 'wantsMore', args: { with: from } }, ...spoken];
        const { cannot } = weighDeal(minds, capital, deal);
        return cannot === null
          ? [...spoken, { key: 'offersLittle', args: { with: from } }]
          : [{ key: cannot, args: { with: from } }];
      }),
    );
  }
  return found;
}

function answer(
  minds: Minds,
  character: string,
  deal: Deal,
  worth: DealWorth,
  first: boolean,
  countered: Set<string>,
): Answer | null {
  const { tables, cells, own } = minds;
  const round = cells[tables.at.round] ?? 0;
  const temperament = temperamentOf(character);
  const seed = ownSeed(tables, cells, own, character);
  const base = { seat: own.id, round, kind: 'answer', offer: deal.serial } as const;
  const value = worth.value + pinch(seed, deal.serial, Math.trunc(temperament.noise / 2));
  const spoken = (side: 1 | -1): Reason[] => reasonsFor(minds, deal, side);
  const from =
    deal.members.find((id) => id === deal.by && id !== own.id) ??
    deal.members.find((id) => id !== own.id) ??
    '';
  if (worth.cannot === null && value > temperament.margin)
    return first ? given({ ...base, answer: 'accept' }, () => spoken(1)) : null;
  if (!deal.countered && worth.cannot !== 'handsFull' && !wasCountered(minds, deal, round)) {
    const terms = counterTerms(minds, deal, temperament.margin + worthCountering, countered);
    if (terms) {
      countered.add(signature(terms));
      return given({ ...base, answer: 'counter', terms }, () => [
        { key: 'wantsMore', args: { with: from } },
        ...spoken(-1),
      ]);
    }
  }
  const { cannot } = worth;
  return given({ ...base, answer: 'decline' }, () =>
    cannot === null
      ? [...spoken(-1), { key: 'offersLittle', args: { with: from } }]
      : [{ key: cannot, args: { with: from } }],
  );
}

/** Say what speaks for (1) or against (-1) a deal from the own side. */
function reasonsFor(minds: Minds, deal: Draft, side: 1 | -1): Reason[] {
  const { outlook, own } = minds;
  const mind = minds.of[own.index];
  const effect = new Float64Array(outlook.width);
  weighDeal(minds, own, deal, effect);
  return mind ? spokenReasons(argumentsFor(outlook, mind, effect), side) : [];
}

function offerIn(decision: Decision): Draft {
  if (decision.kind !== 'offer') throw new Error('not an offer');
  return decision.offer;
}

/** Pair a decision with its reasons, which are put into words only where somebody listens. */
function given(decision: Decision, reasons: () => Reason[]): Answer {
  return {
    decision,
    get reasons() {
      return reasons().slice(0, 3);
    },
  };
}

/** Tell whether one of these capitals has just countered an own offer to the same: what was offered then is not put to them again. */
function wasCountered({ deals, own }: Minds, { members }: Deal, round: number): boolean {
  return deals.some(
    (one) =>
      one.by === own.id &&
      one.countered &&
      one.made === round &&
      one.members.length === members.length &&
      one.members.every((id) => members.includes(id)),
  );
}

/** Find other terms between the same capitals that would suit all of them. */
function counterTerms(
  minds: Minds,
  deal: Deal,
  least: number,
  countered: ReadonlySet<string>,
): readonly Term[] | null {
  const others = minds.tables.capitals.filter((one) => one !== minds.own && deal.members.includes(one.id));
  const found = findBargain(minds, least, others, countered);
  if (!found) return null;
  // The duration and the stake stay as they were offered; the new terms must be worth it under them.
  const again = { ...deal, terms: found.offer.terms };
  const worth = weighDeal(minds, minds.own, again);
  return worth.cannot === null && worth.value >= least ? found.offer.terms : null;
}

/** As `makeOffers`, on cells. */
export function makeOffersOn(
  tables: Tables,
  cells: Int32Array,
  capital: CapitalTable,
  person: Person,
  keep: Keep,
): Answer[] {
  const round = cells[tables.at.round] ?? 0;
  const character = person.temperament ?? 'guarded';
  if (looksAt(person) === 0)
    return offerAtRandom(tables, cells, capital, character).map((decision) => ({ decision, reasons: [] }));
  const sitter = quickSitter(tables, capital, person, keep);
  if (sitter) {
    const desk = deskOf(tables);
    lookAnew(desk, cells);
    if (!offerQuickly(desk, cells, sitter)) return [];
    const decision = offerOf(desk, cells, capital);
    return [
      given(decision, () =>
        reasonsFor(mindsOf(tables, cells, capital, character, keep), offerIn(decision), 1),
      ),
    ];
  }
  const made: Answer[] = [];
  const deals = dealsOf(tables, cells, capital);
  for (const deal of deals) {
    const spare = (cells[capital.influence] ?? 0) >= 3;
    if (spare && deal.verdicts[capital.id] === verdicts[5] && deal.ended + 1 === round)
      made.push({
        decision: { seat: capital.id, round, kind: 'cable', pact: deal.serial },
        reasons: [{ key: 'keepsPact', args: { with: deal.members.find((id) => id !== capital.id) ?? '' } }],
      });
  }
  const open = deals.filter(({ state }) => state === 'proposed' || state === 'countered');
  const out = open.filter(({ by }) => by === capital.id).length;
  const offered = deals.filter(({ by, made: when }) => by === capital.id && when === round).length;
  const most = Math.min(temperamentOf(character).offers - offered, mostOffersOut - out);
  if (most <= 0) return made;
  // Not every quarter has its initiative: the own dice keep some offers back.
  if (share(ownSeed(tables, cells, capital, character), capital.rule) > initiative) return made;
  const { asks } = temperamentOf(character);
  const minds = mindsOf(tables, cells, capital, character, keep);
  let partners = tables.capitals.filter((other) => other !== capital);
  for (let at = 0; at < most; at++) {
    const bargain =
      partners.length > 0
        ? findBargain(minds, asks, partners.length === 3 ? undefined : partners.slice(0, 1))
        : null;
    if (!bargain) break;
    const { offer } = bargain;
    made.push(given({ seat: capital.id, round, kind: 'offer', offer }, () => reasonsFor(minds, offer, 1)));
    partners = partners.filter(({ id }) => !offer.to.includes(id));
  }
  return made;
}

/** As `warnOf`, on cells. */
export function warnOn(
  tables: Tables,
  cells: Int32Array,
  capital: CapitalTable,
  person: Person,
): Answer | null {
  const round = cells[tables.at.round] ?? 0;
  // Quick capitals keep to the fixed protocol of playouts, in which nobody warns.
  if (quickSitter(tables, capital, person, {})) return null;
  const free = cells[capital.warning.state] === 0 && (cells[capital.calmUntil] ?? 0) < round;
  if (!isOn(cells[tables.at.layers] ?? 0, 'warnings') || !free || looksAt(person) === 0) return null;
  // A capital that warns every quarter is not heard: the own dice hold half of the warnings back.
  const character = person.temperament ?? 'guarded';
  if (share(ownSeed(tables, cells, capital, character), capital.rule + 1) > warnsIn) return null;
  const minds = mindsOf(tables, cells, capital, character, {});
  const { warns } = temperamentOf(person.temperament);
  const mind = minds.of[capital.index];
  if (!mind) return null;
  let worst = -warns;
  let found: { if: Condition; will: string; about: MoveTable } | null = null;
  for (const other of tables.capitals) {
    const theirs = minds.of[other.index];
    if (other === capital || !theirs) continue;
    for (const move of other.moves) {
      const harm = (mind.worth[move.index] ?? 0) * likely(theirs, move);
      if (move.joint || harm >= worst * 0.5) continue;
      const will = answerWith(minds, capital, other);
      if (!will) continue;
      worst = harm * 2;
      found = { if: { capital: other.id, move: move.id }, will, about: move };
    }
  }
  if (!found) return null;
  const { about, ...warning } = found;
  return given({ seat: capital.id, round, kind: 'warn', ...warning }, () => {
    const { outlook } = minds;
    const effect = outlook.sure.slice(about.index * outlook.width, (about.index + 1) * outlook.width);
    return spokenReasons(argumentsFor(outlook, mind, effect), -1);
  });
}

/** Find an own move that hurts another more than it costs: what a warning can speak of. */
function answerWith(minds: Minds, own: CapitalTable, other: CapitalTable): string | null {
  const mind = minds.of[own.index];
  const theirs = minds.of[other.index];
  let best = 60;
  let found: string | null = null;
  for (const move of own.moves) {
    if (move.joint || minds.outlook.open[move.index] === 0) continue;
    const hurts = -(theirs?.worth[move.index] ?? 0) + Math.min(0, mind?.score[move.index] ?? 0);
    if (hurts > best) {
      best = hurts;
      found = move.id;
    }
  }
  return found;
}
