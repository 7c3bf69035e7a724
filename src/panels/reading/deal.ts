/** Offers, pacts and warnings as sentences. What the reader's own capital promises is said with "we". */
import { conditionLines } from '../../engine/deals/warnings.ts';
import type { Condition } from '../../engine/deals/warnings.ts';
import { slotName } from '../../engine/layout.ts';
import { termBits } from '../../engine/deals/terms.ts';
import type { Deal, Offer, Term, Verdict } from '../../engine/deals/terms.ts';
import { tellQuarter } from './quarter.ts';
import { nameOf, nameOfStance } from './reader.ts';
import type { Reader } from './reader.ts';

/** Say one term: "We will order: Surge the air campaign." */
export function tellTerm(term: Term, reader: Reader): string {
  const { words, seat } = reader;
  const who = { mine: term.capital === seat ? 'yes' : 'no', capital: nameOf(term.capital, reader) };
  switch (term.kind) {
    case 'make':
    case 'forgo':
      return words.say(`term-${term.kind}`, {
        ...who,
        move: words.say(`move-${term.capital}-${term.move}`),
      });
    case 'stance':
      return words.say('term-stance', {
        ...who,
        line: words.say(`line-${term.capital}-${term.line}`),
        stance: nameOfStance(term.capital, term.line, term.stance, reader),
      });
    case 'pass': {
      const channel = reader.tables.scenario.channels.find(({ id }) => id === term.channel);
      return words.say('term-pass', {
        ...who,
        amount: term.amount,
        channel: words.say(`channel-${term.channel}`),
        to: nameOf(channel?.to ?? '', reader),
        toUs: channel?.to === seat ? 'yes' : 'no',
      });
    }
  }
}

/**
 * Say a whole offer in a few sentences: from whom to whom, until when, what each promises, whether it is secret and what is staked.
 * @param by the capital that puts it on the table
 */
export function tellOffer(offer: Offer, by: string, reader: Reader): string {
  const { words, seat } = reader;
  const opening =
    by === seat
      ? words.say('offer-ours', { to: nameAll(offer.to, reader) })
      : words.say('offer-theirs', { by: nameOf(by, reader), to: nameAll(offer.to, reader) });
  return [
    opening,
    ...offer.terms.map((term) => tellTerm(term, reader)),
    tellSpan(offer, reader),
    ...tellConditions(offer, reader),
  ].join(' ');
}

/** Say from when until when a deal binds. */
export function tellSpan({ from, until }: Pick<Offer, 'from' | 'until'>, reader: Reader): string {
  const { words } = reader;
  return from === until
    ? words.say('offer-one-quarter', { quarter: tellQuarter(from, reader) })
    : words.say('offer-span', { from: tellQuarter(from, reader), until: tellQuarter(until, reader) });
}

/** Say whether a deal is secret and what is staked on it; nothing for an open one without a stake. */
export function tellConditions(
  { secret, stake }: Pick<Offer, 'secret' | 'stake'>,
  { words }: Reader,
): string[] {
  return [
    ...(secret ? [words.say('offer-secret')] : []),
    ...(stake > 0 ? [words.say('offer-stake', { stake })] : []),
  ];
}

/** Say where a deal stands: whose answer it waits for, in force, or how it ended. */
export function tellState(deal: Deal, reader: Reader): string {
  const waiting = deal.members.filter((id) => !deal.accepted.includes(id));
  return reader.words.say(`deal-state-${deal.state}`, { waiting: nameAll(waiting, reader) });
}

/** Tell whether a deal is or was a pact, and not an offer that came to nothing. */
export function wasSigned({ accepted, members }: Deal): boolean {
  return accepted.length === members.length;
}

/** Name how a side of a deal came out: what it cost to keep it is not told of a pact that another side broke. */
export function sideIn(deal: Pick<Deal, 'state'> | null, verdict: Verdict): Verdict | 'delivered' {
  return verdict === 'kept' && deal?.state === 'breached' ? 'delivered' : verdict;
}

export type TermStanding = 'soIs' | 'notYet' | 'done' | 'triedSo' | 'heldSo' | 'brokenNow';

/** Tell how a term of a pact in force stands: a stance by where the line is, a move by whether it was made. */
export function standingOf(deal: Deal, term: Term, reader: Reader): TermStanding {
  const { tables } = reader;
  if (term.kind === 'stance') {
    const line = tables.lines.find(({ owner, id }) => owner === term.capital && id === term.line);
    const stance = line?.stances[reader.at(`stance.${term.capital}.${term.line}`)];
    return stance === term.stance ? 'soIs' : 'notYet';
  }
  const bits = bitsOf(deal, term, reader);
  if ((bits & termBits.broken) !== 0) return 'brokenNow';
  if ((bits & termBits.done) !== 0) return 'done';
  if ((bits & termBits.tried) !== 0) return 'triedSo';
  return term.kind === 'forgo' ? 'heldSo' : 'notYet';
}

/** Say a capital's live warning; null where it has none. */
export function tellWarning(capital: string, reader: Reader): { text: string; called: boolean } | null {
  const warning = warningOf(capital, reader);
  if (!warning) return null;
  const { condition, will, called } = warning;
  return { text: sayWarning(capital, condition, will, reader), called };
}

/** What a capital has warned of: if that happens, it makes the move `will`. */
export interface Warning {
  readonly condition: Condition;
  readonly will: string;
  /** Its condition has come true. */
  readonly called: boolean;
}

/** Read a capital's live warning back from the cells; null where it has none. */
export function warningOf(capital: string, reader: Reader): Warning | null {
  const { tables } = reader;
  const field = (name: string): number => reader.at(`warning.${capital}.${name}`);
  const state = field('state');
  const will = tables.moves[field('will') - 1];
  if (state === 0 || !will) return null;
  const about = field('if');
  const line = tables.lines[about - conditionLines];
  const move = tables.moves[about - 1];
  const condition: Condition | null = line
    ? { capital: line.owner, line: line.id, stance: line.stances[field('stance')] ?? '' }
    : move
      ? { capital: tables.capitals[move.capital]?.id ?? '', move: move.id }
      : null;
  return condition === null ? null : { condition, will: will.id, called: state === 2 };
}

/** Say a warning: "If Moscow surges, we will: Confront Moscow." */
export function sayWarning(capital: string, condition: Condition, will: string, reader: Reader): string {
  const { words, seat } = reader;
  const other = condition.capital;
  const filling = {
    mine: capital === seat ? 'yes' : 'no',
    capital: nameOf(capital, reader),
    other: nameOf(other, reader),
    usMeant: other === seat ? 'yes' : 'no',
    will: words.say(`move-${capital}-${will}`),
  };
  if ('move' in condition)
    return words.say('warning-move', { ...filling, move: words.say(`move-${other}-${condition.move}`) });
  return words.say('warning-stance', {
    ...filling,
    line: words.say(`line-${other}-${condition.line}`),
    stance: nameOfStance(other, condition.line, condition.stance, reader),
  });
}

function nameAll(ids: readonly string[], reader: Reader): string {
  const named = ids.map((id) => (id === reader.seat ? reader.words.say('us') : nameOf(id, reader)));
  return named.length === 0 ? reader.words.say('nobody') : reader.words.list(named);
}

function bitsOf(deal: Deal, term: Term, reader: Reader): number {
  const { tables } = reader;
  const slot = tables.deals.find(
    ({ slot: number }) => reader.at(`deal.${slotName(number)}.serial`) === deal.serial,
  );
  const place = deal.terms.filter(({ capital }) => capital === term.capital).indexOf(term);
  return slot
    ? reader.at(`deal.${slotName(slot.slot)}.term.${term.capital}.${'ab'[Math.max(0, place)]}.state`)
    : 0;
}
