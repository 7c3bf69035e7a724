/** What can be taken out of a played game, in words: an order, an answer, a pact, an event, a die; and what fell with it. */
import { factorId } from '../../engine/counterfactual/factors.ts';
import type { Factor } from '../../engine/counterfactual/factors.ts';
import type { Skipped } from '../../engine/counterfactual/without.ts';
import type { Change } from '../../engine/changes.ts';
import { tellTerm } from './deal.ts';
import { tellQuarter } from './quarter.ts';
import { nameOf } from './reader.ts';
import type { Reading } from './reading.ts';

/** Find the factor behind a change; empty where it is nothing that could be missing by itself. */
export function factorOf(change: Change, { tables }: Reading): string {
  return factorId(change, (decision) => {
    const capital = tables.decisions.find(({ id }) => id === decision)?.capital;
    return tables.capitals[capital ?? -1]?.id ?? '';
  });
}

/** Say a factor as a sentence, without its quarter. */
export function tellFactor({ kind, seat, what, round }: Factor, reading: Reading): string {
  const { words, tables } = reading;
  switch (kind) {
    case 'move':
      return words.say(`move-${what.replace('.', '-')}.order`);
    case 'answer': {
      const decision = tables.decisions.find(
        (one) =>
          tables.capitals[one.capital]?.id === seat &&
          one.round === round &&
          one.options.some(({ id }) => id === what),
      );
      return words.say('change-answer', {
        who: nameOf(seat, reading),
        decision: words.say(`decision-${decision?.id ?? ''}`),
        option: words.say(`option-${decision?.id ?? ''}-${what}`),
      });
    }
    case 'warning':
      return words.say('factor-warning', { who: nameOf(seat, reading) });
    case 'cable':
      return words.say('change-cable', { who: nameOf(seat, reading) });
    case 'act':
      return what.includes('.')
        ? words.say(`move-${what.replace('.', '-')}.order`)
        : words.say(`outsider-${what}.acts`);
    case 'strength':
      return tellStrength(what, reading);
    case 'event':
      return words.say('tale-event', { title: words.say(`event-${what}`) });
    case 'die':
      return words.say('factor-die', {
        who: nameOf(what.split('.')[0] ?? '', reading),
        move: words.say(`move-${what.replace('.', '-')}`),
      });
    case 'accept':
      return words.say('factor-pact', dealWords(what, reading));
    case 'leak':
      return words.say('factor-leak', dealWords(what, reading));
  }
}

/** Say a link's strength as it was drawn beside the middle of its range. */
function tellStrength(id: string, { words, tables, drawn }: Reading): string {
  const link = tables.links.find((one) => one.id === id);
  const points = (strength: number): number => Math.abs(strength) / 100;
  return words.say('factor-strength', {
    link: words.say(`link-${id}`),
    drawn: points(drawn?.[link?.index ?? -1] ?? link?.strength ?? 0),
    middle: points(link?.strength ?? 0),
  });
}

/** Say when it was; a strength holds from the beginning to the end. */
export function tellWhen({ kind, round }: Pick<Factor, 'kind' | 'round'>, reading: Reading): string {
  return kind === 'strength' ? reading.words.say('factor-always') : tellQuarter(round, reading);
}

/** Say what was no longer possible without something: whose it was, what, and when. */
export function tellSkipped({ seat, round, kind, what }: Skipped, reading: Reading): string {
  const { words } = reading;
  const args = { who: nameOf(seat, reading), quarter: tellQuarter(round, reading) };
  if (kind === 'move') return words.say('skipped-move', { ...args, move: words.say(`move-${seat}-${what}`) });
  if (kind === 'offer' || kind === 'answer' || kind === 'withdraw' || kind === 'cable')
    return words.say(`skipped-${kind}`, { ...args, ...dealWords(what, reading) });
  return words.say(`skipped-${kind === 'choice' || kind === 'warn' ? kind : 'other'}`, args);
}

function dealWords(serial: string, reading: Reading): { members: string; deal: string } {
  const deal = reading.book.deal(Number(serial), Number.MAX_SAFE_INTEGER);
  return {
    members: deal
      ? reading.words.list(deal.members.map((id) => nameOf(id, reading)))
      : reading.words.say('members-unseen'),
    deal: deal
      ? deal.terms.map((term) => tellTerm(term, reading)).join(' ')
      : reading.words.say('deal-unseen'),
  };
}
