/**
 * An offer that has not been made yet, tried out in a game: it is put to those whom it asks, and they answer as the computers that play
 * them do. Nobody else talks meanwhile.
 */
import { apply } from '../engine/decide.ts';
import { dealsIn } from '../engine/deals/terms.ts';
import type { Offer } from '../engine/deals/terms.ts';
import type { Chance } from '../engine/run.ts';
import type { SeatPlayer } from '../engine/record.ts';
import type { CapitalTable, Tables } from '../engine/tables.ts';
import type { Keep } from './keep.ts';
import { answerOffersOn } from './policy.ts';

/** What may become of an offer: other terms are proposed instead, or it cannot be made or is left unanswered. */
export const replies = ['accepted', 'countered', 'declined', 'open'] as const;
export type Reply = (typeof replies)[number];

/**
 * Make an offer and let those asked answer it, twice where one waits for another.
 * @param cells at talks; they are written
 * @returns what became of it
 */
export function tryOffer(
  tables: Tables,
  cells: Int32Array,
  chance: Chance,
  by: CapitalTable,
  offer: Offer,
  players: Readonly<Record<string, SeatPlayer>>,
  keep: Keep,
): Reply {
  const round = cells[tables.at.round] ?? 0;
  const before = new Set(dealsIn(tables, cells).map(({ serial }) => serial));
  if (apply(tables, cells, { seat: by.id, round, kind: 'offer', offer }, chance, null)) return 'open';
  const serial = dealsIn(tables, cells).find((deal) => !before.has(deal.serial))?.serial;
  const asked = tables.capitals.filter(({ id }) => offer.to.includes(id));
  for (let pass = 0; pass < 2; pass++)
    for (const capital of asked)
      for (const { decision } of answerOffersOn(tables, cells, capital, players[capital.id] ?? {}, keep)) {
        if (decision.kind !== 'answer' || decision.offer !== serial) continue;
        if (apply(tables, cells, decision, chance, null)) continue;
        if (decision.answer === 'counter') return 'countered';
        if (decision.answer === 'decline') return 'declined';
      }
  const state = dealsIn(tables, cells).find((deal) => deal.serial === serial)?.state;
  return state === 'proposed' || state === 'countered' || state === undefined ? 'open' : 'accepted';
}
