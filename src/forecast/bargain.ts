/**
 * Bargaining: what a deal is worth to a capital, which bargain it would propose, and how it answers one.
 * Others' minds are guessed from public things alone.
 */
import { mostPacts, mostOffersOut } from '../engine/deals/talks.ts';
import type { Deal, Offer, Term } from '../engine/deals/terms.ts';
import { isOn } from '../engine/layers.ts';
import { stepSize } from '../engine/statecharts/holds.ts';
import type { CapitalTable, MoveTable, Tables } from '../engine/tables.ts';
import { isKept } from './keep.ts';
import type { Keep } from './keep.ts';
import type { Mind } from './mind.ts';
import type { Outlook } from './outlook.ts';
import { dealsOf, leading, leaving, pactsOf } from './promises.ts';

/** Influence received is worth more than one's own saved, given less dear than it looks: it binds. */
const passCounts = 2;
/** What a step of trust won by a pact kept at a cost is worth, in hundredths. */
const trustWon = 60;

/** What a capital makes of a deal. */
export interface DealWorth {
  readonly value: number;
  /** What it would bring and cost, in the slots of an effect. */
  readonly effect: Float64Array;
  /** Why it cannot be kept, as a reason's key; null where it can. */
  readonly cannot: string | null;
}

/** All minds at a table as one capital reckons them: its own, and its guesses at the others'. */
export interface Minds {
  readonly tables: Tables;
  readonly outlook: Outlook;
  readonly cells: Int32Array;
  readonly own: CapitalTable;
  readonly of: readonly Mind[];
  readonly keep: Keep;
}

/** Weigh a deal from the side of one capital. */
export function weighDeal(minds: Minds, side: CapitalTable, deal: Omit<Offer, 'to'>): DealWorth {
  const { tables, outlook, cells } = minds;
  const mind = minds.of[side.index];
  const effect = new Float64Array(outlook.width);
  if (!mind) return { value: 0, effect, cannot: null };
  let value = 0;
  let given = 0;
  let got = 0;
  for (const term of deal.terms) {
    const giver = tables.capitals.find(({ id }) => id === term.capital);
    if (!giver) continue;
    if (giver === side) {
      const cost = costOf(minds, mind, deal, term, effect);
      value += cost;
      if (cost < -10) given++;
    } else {
      const gain = gainOf(minds, mind, giver, deal, term, effect);
      value += gain;
      if (gain > 10) got++;
    }
  }
  if (given > 0 && got > 0) value += trustWon * mind.temperament.trust;
  if (given > 0) value -= deal.stake * mind.temperament.influence * 0.3;
  return { value, effect, cannot: whyNot(minds, side, deal) };
}

/** What another's promise brings: what it changes, as far as the other would not do it anyway and can be relied on. */
function gainOf(
  minds: Minds,
  mind: Mind,
  giver: CapitalTable,
  deal: Omit<Offer, 'to'>,
  term: Term,
  effect: Float64Array,
): number {
  const { tables, outlook, cells } = minds;
  const delivers = reliance(tables, cells, mind.capital, giver);
  if (term.kind === 'pass') {
    const to = tables.scenario.channels.find(({ id }) => id === term.channel)?.to;
    return to === mind.capital.id ? term.amount * mind.temperament.influence * passCounts * delivers : 0;
  }
  const would = (move: MoveTable): number => likely(minds.of[giver.index], move);
  const count = (move: MoveTable, share: number): number => {
    addEffect(outlook, effect, move, share);
    return share * (mind.worth[move.index] ?? 0);
  };
  if (term.kind === 'stance') {
    const move = leading(outlook, cells, giver, term)[0];
    if (move) return count(move, delivers * (1 - would(move)));
    const away = leaving(outlook, cells, giver, term);
    return away.reduce((sum, one) => sum + count(one, -delivers * would(one)), 0);
  }
  const move = giver.moves.find(({ id }) => id === term.move);
  if (!move || outlook.open[move.index] === 0) return 0;
  if (term.kind === 'forgo') return count(move, -delivers * would(move));
  if (!move.joint) return count(move, delivers * (1 - would(move)));
  // A joint move is counted once, with the first partner, and only if all of its parts are promised.
  const first = move.joint.moves.find((index) => tables.moves[index]?.capital !== mind.capital.index);
  return first === move.index && promisesAll(tables, deal.terms, move) ? count(move, delivers * 0.9) : 0;
}

/** What one's own promise costs (negative) or would bring anyway. */
function costOf(minds: Minds, mind: Mind, deal: Omit<Offer, 'to'>, term: Term, effect: Float64Array): number {
  const { tables, outlook, cells } = minds;
  const { influence } = mind.temperament;
  if (term.kind === 'pass') return -term.amount * influence * 1.2;
  const make = (move: MoveTable): number => {
    if (move.joint) return -influence * (outlook.price[move.index] ?? 0);
    const score = mind.score[move.index] ?? -Infinity;
    // It takes the place of what would have been done instead.
    if (score === -Infinity) return -1000;
    if (score < mind.slot) addEffect(outlook, effect, move, 1);
    return Math.min(0, score - mind.slot * 0.6);
  };
  const forgo = (move: MoveTable): number => {
    const score = mind.score[move.index] ?? 0;
    const share = score > mind.slot ? 0.8 : score > 0 ? 0.3 : 0.05;
    if (share > 0.3) addEffect(outlook, effect, move, -share);
    return -share * Math.max(0, score);
  };
  if (term.kind === 'stance') {
    const move = leading(outlook, cells, mind.capital, term)[0];
    if (move) return make(move);
    return leaving(outlook, cells, mind.capital, term).reduce((sum, one) => sum + forgo(one), 0) - 10;
  }
  const move = mind.capital.moves.find(({ id }) => id === term.move);
  if (!move) return -1000;
  if (term.kind === 'forgo') return forgo(move);
  return make(move) + (move.joint && !promisesAll(tables, deal.terms, move) ? -50 : 0);
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
  const chance = outlook.chance[move.index] ?? 1;
  for (let slot = 0; slot < outlook.width; slot++) {
    const sure = move.joint ? 0 : (outlook.sure[at + slot] ?? 0);
    effect[slot] =
      (effect[slot] ?? 0) +
      share * (sure + chance * (move.joint || move.press ? (outlook.hoped[at + slot] ?? 0) : 0));
  }
}

/** How far a partner's word counts: a third at no trust, nearly whole at full trust. */
function reliance(tables: Tables, cells: Int32Array, one: CapitalTable, other: CapitalTable): number {
  const trust = cells[tables.pairs[tables.pairOf(one.index, other.index)]?.trust ?? -1] ?? 0;
  return 0.35 + (0.6 * trust) / 10000;
}

/** Guess how likely a capital makes a move unasked. */
export function likely(mind: Mind | undefined, move: MoveTable): number {
  if (!mind || move.joint) return 0.05;
  const score = mind.score[move.index] ?? -Infinity;
  if (score <= 0) return 0.05;
  return score >= mind.slot ? 0.65 : score > mind.slot * 0.6 ? 0.35 : 0.15;
}

/** Find why a capital could not keep its side: a reason's key, or null. */
function whyNot(minds: Minds, side: CapitalTable, deal: Omit<Offer, 'to'>): string | null {
  const { tables, outlook, cells, keep } = minds;
  const own = deal.terms.filter(({ capital }) => capital === side.id);
  const round = cells[tables.at.round] ?? 0;
  // Of others' pacts only those are counted that everybody can see: a guess may not rest on a secret one's own seat knows.
  const pacts = pactsOf(tables, cells, side).filter(
    (pact) => side === minds.own || !pact.secret || pact.leaked,
  );
  if (pacts.length >= mostPacts) return 'handsFull';
  const earlier = pacts.flatMap((pact) => pact.terms.filter(({ capital }) => capital === side.id));
  let price = 0;
  let makes = 0;
  for (const term of [...own, ...earlier]) {
    if (term.kind === 'pass') price += term.amount;
    if (term.kind !== 'make') continue;
    const move = side.moves.find(({ id }) => id === term.move);
    if (!move || outlook.open[move.index] === 0) {
      if (own.includes(term)) return 'cannotDeliver';
      continue;
    }
    makes++;
    price += outlook.price[move.index] ?? 0;
  }
  const rounds = Math.max(1, deal.until - round + 1);
  if (makes > (cells[tables.at.moves] ?? 2) * rounds) return 'handsFull';
  if (price > (cells[side.influence] ?? 0) + 4 * (rounds - 1)) return 'cannotPay';
  for (const term of own) {
    if (contradicts(term, own, earlier)) return 'boundElsewhere';
    if (side !== minds.own) continue;
    if (term.kind === 'stance') {
      if (isKept(side.id, term.line, keep) && keep[`${side.id}.${term.line}`] !== term.stance)
        return 'cannotDeliver';
      const line = side.lines.find(({ id }) => id === term.line);
      if (
        line &&
        line.stances[cells[line.cell] ?? 0] !== term.stance &&
        leading(outlook, cells, side, term).length === 0
      )
        return 'cannotDeliver';
    }
    if (term.kind === 'make') {
      const move = side.moves.find(({ id }) => id === term.move);
      if (move && move.kind === 'step' && isKept(side.id, move.line.id, keep)) return 'cannotDeliver';
    }
  }
  return null;
}

function contradicts(term: Term, own: readonly Term[], earlier: readonly Term[]): boolean {
  return [...own, ...earlier].some((other) => {
    if (other === term) return false;
    if (term.kind === 'stance' && other.kind === 'stance')
      return term.line === other.line && term.stance !== other.stance;
    if (term.kind === 'make' && other.kind === 'forgo') return term.move === other.move;
    if (term.kind === 'forgo' && other.kind === 'make') return term.move === other.move;
    return JSON.stringify(term) === JSON.stringify(other);
  });
}

/** A bargain found, with what both sides would make of it. */
export interface Bargain {
  readonly offer: Offer;
  readonly mine: DealWorth;
  /** The least that any partner would get from it. */
  readonly theirs: number;
}

/**
 * Find the best bargain for the own capital among swaps, joint moves and gifts, each side giving one or two terms.
 * @param partners with whom; all others where it is left out
 * @returns the best one that leaves every side better off, or null
 */
export function findBargain(minds: Minds, partners?: readonly CapitalTable[]): Bargain | null {
  const { tables, cells, own } = minds;
  const mind = minds.of[own.index];
  if (!mind) return null;
  const refused = lately(minds);
  let best: Bargain | null = null;
  const tryOffer = (others: readonly CapitalTable[], terms: readonly Term[], lasts: number): void => {
    const offer = draft(minds, others, terms, lasts);
    if (!offer || refused.has(JSON.stringify(sorted(terms)))) return;
    const mine = weighDeal(minds, own, offer);
    if (mine.cannot !== null || mine.value <= mind.temperament.margin) return;
    let theirs = Infinity;
    for (const other of others) {
      const worth = weighDeal(minds, other, offer);
      if (worth.cannot !== null || worth.value <= 0) return;
      theirs = Math.min(theirs, worth.value);
    }
    // What is good for both is likely to be accepted: the own gain counts, the other's up to as much.
    if (
      !best ||
      mine.value + Math.min(theirs, mine.value) > best.mine.value + Math.min(best.theirs, best.mine.value)
    )
      best = { offer, mine, theirs };
  };
  const with_ = partners ?? tables.capitals.filter((one) => one !== own);
  if (partners && partners.length > 1) {
    for (const terms of jointTerms(minds)) {
      const members = tables.capitals.filter(
        (one) => one !== own && terms.some(({ capital }) => capital === one.id),
      );
      if (members.length === partners.length && members.every((one) => partners.includes(one)))
        tryOffer(members, terms, 1);
    }
    return best;
  }
  for (const terms of jointTerms(minds)) {
    const members = tables.capitals.filter(
      (one) => one !== own && terms.some(({ capital }) => capital === one.id),
    );
    if (members.every((one) => with_.includes(one))) tryOffer(members, terms, 1);
  }
  for (const other of with_) {
    const gifts = giveable(minds, own, other);
    for (const theirs of giveable(minds, other, own)) {
      for (const mine of gifts) tryOffer([other], [mine, theirs], lastsFor(mine, theirs));
      const channel = tables.scenario.channels.find(({ from, to }) => from === own.id && to === other.id);
      if (channel && (cells[own.influence] ?? 0) >= 2)
        tryOffer([other], [{ capital: own.id, kind: 'pass', channel: channel.id, amount: 1 }, theirs], 1);
    }
  }
  return best;
}

function lastsFor(one: Term, other: Term): number {
  return one.kind === 'make' && other.kind === 'make'
    ? 2
    : one.kind === 'stance' || other.kind === 'stance'
      ? 3
      : 2;
}

function jointTerms(minds: Minds): Term[][] {
  const { tables, outlook, own } = minds;
  return own.moves
    .filter((move) => move.joint && outlook.open[move.index] === 1 && outlook.chance[move.index] !== 0)
    .map((move) =>
      (move.joint?.moves ?? []).flatMap((index): Term[] => {
        const part = tables.moves[index];
        const capital = tables.capitals[part?.capital ?? -1];
        return part && capital ? [{ capital: capital.id, kind: 'make', move: part.id }] : [];
      }),
    );
}

/** Terms that one capital could give and another would like, best liked first. */
function giveable(minds: Minds, giver: CapitalTable, taker: CapitalTable): Term[] {
  const { outlook, cells } = minds;
  const likes = minds.of[taker.index];
  const gives = minds.of[giver.index];
  if (!likes || !gives) return [];
  const found: { term: Term; worth: number }[] = [];
  for (const move of giver.moves) {
    if (outlook.open[move.index] === 0 || move.joint) continue;
    const worth = likes.worth[move.index] ?? 0;
    const would = likely(gives, move);
    if (worth > 40)
      found.push({
        term:
          move.kind === 'step' && (outlook.upkeep[move.index] ?? 0) <= 0
            ? {
                capital: giver.id,
                kind: 'stance',
                line: move.line.id,
                stance: move.line.stances[outlook.target[move.index] ?? 0] ?? '',
              }
            : { capital: giver.id, kind: 'make', move: move.id },
        worth: worth * (1 - would) + Math.min(0, gives.score[move.index] ?? 0),
      });
    if (worth < -40 && would > 0.1)
      found.push({
        term:
          move.kind === 'step'
            ? {
                capital: giver.id,
                kind: 'stance',
                line: move.line.id,
                stance: move.line.stances[cells[move.line.cell] ?? 0] ?? '',
              }
            : { capital: giver.id, kind: 'forgo', move: move.id },
        worth: -worth * would,
      });
  }
  return found
    .sort((one, other) => other.worth - one.worth)
    .slice(0, 6)
    .map(({ term }) => term);
}

function draft(
  minds: Minds,
  others: readonly CapitalTable[],
  terms: readonly Term[],
  lasts: number,
): Offer | null {
  const { tables, cells, own } = minds;
  const round = cells[tables.at.round] ?? 0;
  const rounds = cells[tables.at.rounds] ?? 0;
  const layers = cells[tables.at.layers] ?? 0;
  const members = [own, ...others];
  const distrust = members.some((one) =>
    others.some(
      (other) =>
        one !== other &&
        (cells[tables.pairs[tables.pairOf(one.index, other.index)]?.trust ?? -1] ?? 0) < 2 * stepSize,
    ),
  );
  return {
    to: others.map(({ id }) => id),
    terms,
    from: round,
    until: Math.min(rounds, round + lasts - 1),
    secret: isOn(layers, 'secrecy') && wouldAnger(minds, members, terms),
    stake: isOn(layers, 'stakes') && distrust ? 1 : 0,
  };
}

/** Tell whether an onlooker would dislike what is promised so much that it had better not be seen. */
function wouldAnger(minds: Minds, members: readonly CapitalTable[], terms: readonly Term[]): boolean {
  const { tables, outlook, cells } = minds;
  return tables.capitals.some((onlooker) => {
    const mind = minds.of[onlooker.index];
    if (!mind || members.includes(onlooker)) return false;
    return terms.some((term) => {
      const giver = tables.capitals.find(({ id }) => id === term.capital);
      if (!giver || term.kind === 'pass' || term.kind === 'forgo') return false;
      const move =
        term.kind === 'stance'
          ? leading(outlook, cells, giver, term)[0]
          : giver.moves.find(({ id }) => id === term.move);
      return move !== undefined && (mind.worth[move.index] ?? 0) < -150;
    });
  });
}

/** Terms that were on the table with the own capital a short while ago and came to nothing, or are there now. */
function lately(minds: Minds): Set<string> {
  const { tables, cells, own } = minds;
  return new Set(dealsOf(tables, cells, own).map((deal: Deal) => JSON.stringify(sorted(deal.terms))));
}

function sorted(terms: readonly Term[]): string[] {
  return terms.map((term) => JSON.stringify(term)).sort();
}

/** Count the own offers that are still open. */
export function offersOut(minds: Minds): number {
  return dealsOf(minds.tables, minds.cells, minds.own).filter(
    (deal) => deal.by === minds.own.id && (deal.state === 'proposed' || deal.state === 'countered'),
  ).length;
}
export { mostOffersOut };
