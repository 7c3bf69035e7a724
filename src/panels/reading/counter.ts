/** An offer that was answered with other terms: by whom, what had been offered, and what it is called. How terms read is in `deal.ts`. */
import type { Deal, Term } from '../../engine/deals/terms.ts';
import { wasSigned } from './deal.ts';
import { nameOf } from './reader.ts';
import { readingOf } from './reading.ts';
import type { Readable } from './reading.ts';

export interface Counter {
  /** The capital that answered with other terms. */
  readonly by: string;
  /** The terms as they were offered first. */
  readonly first: readonly Term[];
}

/** Find who countered a deal and what it had said before; null for one that was not countered. */
export function counterOf(deal: Deal, game: Readable): Counter | null {
  if (!deal.countered) return null;
  const { book, tables } = readingOf(game);
  const own = book.changes.filter(({ by }) => by.kind === 'counter' && Number(by.id) === deal.serial);
  const signed = own.find(({ where }) => where.endsWith('.accepted'));
  const by = tables.capitals.find(({ index }) => signed?.to === 1 << index);
  const before = own[0] && book.deal(deal.serial, own[0].id - 1);
  return by && before ? { by: by.id, first: before.terms } : null;
}

/** Name a deal by whose it is and who it is for: an offer, other terms for one, or a pact. */
export function titleOf(deal: Deal, game: Readable): string {
  const { words, seat } = game;
  if (wasSigned(deal))
    return words.say('talks-pact-between', {
      members: words.list(deal.members.map((one) => nameOf(one, game))),
    });
  const counter = counterOf(deal, game);
  if (counter) {
    const whose = { by: nameOf(counter.by, game), first: nameOf(deal.by, game) };
    if (deal.by === seat) return words.say('talks-counter-to-ours', whose);
    return words.say(counter.by === seat ? 'talks-counter-ours' : 'talks-counter-between', whose);
  }
  const to = words.list(
    deal.members
      .filter((one) => one !== deal.by)
      .map((one) => (one === seat ? words.say('us') : nameOf(one, game))),
  );
  return deal.by === seat
    ? words.say('talks-offer-ours', { to })
    : words.say('talks-offer-between', { by: nameOf(deal.by, game), to });
}

/** Tell whether the same promise stands among other terms. */
export function standsIn(terms: readonly Term[], term: Term): boolean {
  const text = JSON.stringify(term);
  return terms.some((one) => JSON.stringify(one) === text);
}
