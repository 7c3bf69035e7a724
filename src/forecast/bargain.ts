/**
 * Finding a bargain: joint moves, swaps and gifts of influence that leave every side better off.
 * What a deal is worth to a side is `deals.ts`.
 */
import type { Offer, Term } from '../engine/deals/terms.ts';
import { isOn } from '../engine/layers.ts';
import { stepSize } from '../engine/statecharts/holds.ts';
import type { CapitalTable } from '../engine/tables.ts';
import { capitalOf, costOf, extras, gainOf, likely, moveOf, turning, weighDeal } from './deals.ts';
import type { Minds } from './deals.ts';

/** Terms of each side that are tried, and the best pairs of them that are looked at closely. */
const termsTried = 6;
const looksClosely = 3;
/** What a partner must gain, so that an offer is not an insult; in hundredths of an aim. */
const partnerGains = 40;
/** How much a capital must like or dislike another's move to talk about it. */
const worthAsking = 40;
/** What a move must do to an onlooker for the deal to be better kept secret. */
const wouldHurt = -150;
/** Rounds for which promises bind: joint moves at once, moves within two quarters, stances for three. */
const lasts = { joint: 1, moves: 2, stance: 3 } as const;

interface Found {
  readonly to: readonly CapitalTable[];
  readonly terms: readonly Term[];
  readonly rounds: number;
  readonly score: number;
}

/** A bargain found, and what it is worth to the own side. */
export interface Bargain {
  readonly offer: Offer;
  readonly value: number;
}

/**
 * Find the best bargain for the own capital.
 * @param least what it must be worth to the own side
 * @param members with exactly these; with any where it is left out
 * @param avoid signatures of terms that were just put to somebody else
 * @returns the best one that leaves every side better off, or null
 */
export function findBargain(
  minds: Minds,
  least: number,
  members?: readonly CapitalTable[],
  avoid: ReadonlySet<string> = nothing,
): Bargain | null {
  const { tables, own } = minds;
  const known = new Set(minds.deals.map(({ terms }) => signature(terms)));
  const found: Found[] = [];
  for (const terms of jointTerms(minds)) {
    const to = tables.capitals.filter(
      (one) => one !== own && terms.some(({ capital }) => capital === one.id),
    );
    if (!members || (members.length === to.length && to.every((one) => members.includes(one))))
      found.push({ to, terms, rounds: lasts.joint, score: jointScore(minds, to, terms) });
  }
  const others = members ?? tables.capitals.filter((one) => one !== own);
  if (!members || members.length === 1) for (const other of others) addSwaps(minds, other, found);
  found.sort((one, other) => other.score - one.score);
  let closely = 0;
  for (const { to, terms, rounds, score } of found) {
    if (score <= 0 || closely >= looksClosely) break;
    if (known.has(signature(terms)) || avoid.has(signature(terms))) continue;
    closely++;
    const offer = draft(minds, to, terms, rounds);
    const mine = weighDeal(minds, own, offer);
    if (mine.cannot !== null || mine.value < least) continue;
    const theirs = to.map((other) => weighDeal(minds, other, offer));
    if (theirs.every(({ cannot, value }) => cannot === null && value >= partnerGains))
      return { offer, value: mine.value };
  }
  return null;
}

const nothing: ReadonlySet<string> = new Set();

/** List all joint moves and swaps between the own capital and another that both would gain by and could keep, best first. */
export function bargainsWith(minds: Minds, other: CapitalTable): { terms: readonly Term[]; score: number }[] {
  const found: Found[] = [];
  addSwaps(minds, other, found);
  for (const terms of jointTerms(minds)) {
    if (terms.every(({ capital }) => capital === minds.own.id || capital === other.id))
      found.push({ to: [other], terms, rounds: lasts.joint, score: jointScore(minds, [other], terms) });
  }
  return found
    .filter(({ to, terms, rounds, score }) => {
      const offer = draft(minds, to, terms, rounds);
      return (
        score > 0 &&
        [minds.own, other].every((side) => {
          const { cannot, value } = weighDeal(minds, side, offer);
          return cannot === null && value > 0;
        })
      );
    })
    .sort((one, next) => next.score - one.score)
    .map(({ terms, score }) => ({ terms, score }));
}

/** Pair what the own side could give with what the other could, and keep the pairs that suit both. */
function addSwaps(minds: Minds, other: CapitalTable, found: Found[]): void {
  const { tables, cells, own } = minds;
  const mine = minds.of[own.index];
  const theirs = minds.of[other.index];
  if (!mine || !theirs) return;
  const gifts = giveable(minds, own, other);
  const channel = tables.scenario.channels.find(({ from, to }) => from === own.id && to === other.id);
  if (channel && (cells[own.influence] ?? 0) >= 2)
    gifts.push({ capital: own.id, kind: 'pass', channel: channel.id, amount: 1 });
  const given = gifts.map((term) => ({
    term,
    cost: costOf(minds, mine, [term], term, null),
    gain: gainOf(minds, theirs, [term], term, null),
  }));
  for (const wanted of giveable(minds, other, own)) {
    const gain = gainOf(minds, mine, [wanted], wanted, null);
    const cost = costOf(minds, theirs, [wanted], wanted, null);
    for (const gift of given) {
      const ours = gift.cost + gain + extras(mine, gift.cost < -10, gain > 10, 0);
      const its = gift.gain + cost + extras(theirs, cost < -10, gift.gain > 10, 0);
      const score = ours > 0 && its > partnerGains ? ours + Math.min(its, ours) : 0;
      if (score <= 0) continue;
      const stance = gift.term.kind === 'stance' || wanted.kind === 'stance';
      const rounds = gift.term.kind === 'pass' ? lasts.joint : stance ? lasts.stance : lasts.moves;
      found.push({ to: [other], terms: [gift.term, wanted], rounds, score });
    }
  }
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

function jointScore(minds: Minds, to: readonly CapitalTable[], terms: readonly Term[]): number {
  const value = (side: CapitalTable): number => {
    const mind = minds.of[side.index];
    if (!mind) return 0;
    let sum = 0;
    for (const term of terms)
      sum +=
        term.capital === side.id
          ? costOf(minds, mind, terms, term, null)
          : gainOf(minds, mind, terms, term, null);
    return sum;
  };
  const mine = value(minds.own);
  const theirs = Math.min(...to.map(value));
  return mine > 0 && theirs > partnerGains ? mine + Math.min(theirs, mine) : 0;
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
    if (Math.abs(worth) < worthAsking) continue;
    const would = likely(gives, move);
    const stances = move.line.stances;
    const stance = (at: number): Term => ({
      capital: giver.id,
      kind: 'stance',
      line: move.line.id,
      stance: stances[at] ?? '',
    });
    if (worth > 0) {
      // A stance with upkeep is asked for as a move: nobody promises to pay for it quarter after quarter.
      const asStance = move.kind === 'step' && (outlook.upkeep[move.index] ?? 0) <= 0;
      found.push({
        term: asStance
          ? stance(outlook.target[move.index] ?? 0)
          : { capital: giver.id, kind: 'make', move: move.id },
        worth: worth * (1 - would) + Math.min(0, gives.score[move.index] ?? 0),
      });
    } else if (would > 0.1) {
      found.push({
        term:
          move.kind === 'step'
            ? stance(cells[move.line.cell] ?? 0)
            : { capital: giver.id, kind: 'forgo', move: move.id },
        worth: -worth * would,
      });
    }
  }
  return found
    .sort((one, other) => other.worth - one.worth)
    .slice(0, termsTried)
    .map(({ term }) => term);
}

function draft(minds: Minds, others: readonly CapitalTable[], terms: readonly Term[], rounds: number): Offer {
  const { tables, cells, own } = minds;
  const round = cells[tables.at.round] ?? 0;
  const layers = cells[tables.at.layers] ?? 0;
  const members = [own, ...others];
  const trust = (one: CapitalTable, other: CapitalTable): number =>
    cells[tables.pairs[tables.pairOf(one.index, other.index)]?.trust ?? -1] ?? 10000;
  const distrust = members.some((one) => members.some((other) => trust(one, other) < 2 * stepSize));
  return {
    to: others.map(({ id }) => id),
    terms,
    from: round,
    until: Math.min(cells[tables.at.rounds] ?? round, round + rounds - 1),
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
      const giver = capitalOf(tables, term.capital);
      if (!giver || term.kind === 'pass' || term.kind === 'forgo') return false;
      const move =
        term.kind === 'stance' ? turning(outlook, cells, giver, term, 'to')[0] : moveOf(giver, term.move);
      return move !== undefined && (mind.worth[move.index] ?? 0) < wouldHurt;
    });
  });
}

/** Give one text for the same terms in any order. */
export function signature(terms: readonly Term[]): string {
  let text = signatures.get(terms);
  if (text === undefined) {
    text = terms
      .map((term) => Object.values(term).join(' '))
      .sort()
      .join();
    signatures.set(terms, text);
  }
  return text;
}
const signatures = new WeakMap<readonly Term[], string>();
