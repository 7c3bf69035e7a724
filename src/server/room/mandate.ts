/** What a head marked for the envoy: promises of the own capital that an offer, a counter-offer or an acceptance may hold. */
import { dealsIn } from '../../engine/deals/terms.ts';
import type { Term } from '../../engine/deals/terms.ts';
import type { Decision } from '../../engine/decide.ts';
import type { Mandate } from '../../table/wire.ts';
import type { Game } from './game.ts';

/** Tell whether a decision promises something that the head did not mark. */
export function beyondMandate(mandate: Mandate | undefined, decision: Decision, game: Game): boolean {
  if (!mandate) return false;
  return promised(decision, game)
    .filter(({ capital }) => capital === decision.seat)
    .some((term) =>
      term.kind === 'stance'
        ? !mandate.lines.includes(term.line)
        : term.kind === 'pass'
          ? !mandate.channels.includes(term.channel)
          : !mandate.moves.includes(term.move),
    );
}

function promised(decision: Decision, { tables, position }: Game): readonly Term[] {
  if (decision.kind === 'offer') return decision.offer.terms;
  if (decision.kind !== 'answer' || decision.answer === 'decline') return [];
  if (decision.answer === 'counter') return decision.terms;
  return dealsIn(tables, position.cells).find(({ serial }) => serial === decision.offer)?.terms ?? [];
}
