/** One sentence for a player who hesitates, drawn from how things stand. When it is shown is the business of `Coach.svelte`. */
import { segments } from '../../engine/consequences/clocks.ts';
import { mostCarried } from '../../engine/consequences/standing.ts';
import type { Game } from '../game.svelte.ts';
import type { Tab } from '../keys.ts';
import { nameOf } from '../reading/reader.ts';
import { sortDeals } from '../reading/talks.ts';

export interface Hint {
  readonly id: string;
  readonly text: string;
}

/** List what could be said, what lies nearest to the open tab first; nothing outside talks and orders. */
export function hintsFor(game: Game, tab: Tab): Hint[] {
  if ((tab !== 'talks' && tab !== 'orders') || game.phase !== 'talks') return [];
  if (game.at(`locked.${game.seat}`) === 1) return [];
  const found = [offerWaits(game), clockNearFull(game), pactOwed(game), unanswered(game), unspent(game)];
  const order = {
    talks: ['offer', 'clock', 'pact', 'decision', 'influence'],
    orders: ['decision', 'pact', 'influence', 'offer', 'clock'],
  }[tab];
  return found
    .flatMap((hint) => hint ?? [])
    .sort((one, other) => order.indexOf(one.id) - order.indexOf(other.id));
}

function offerWaits(game: Game): Hint | null {
  const [offer] = sortDeals(game.deals, game.seat, game.round).toUs;
  return offer ? { id: 'offer', text: game.words.say('hint-offer', { by: nameOf(offer.by, game) }) } : null;
}

function clockNearFull(game: Game): Hint | null {
  const clock = game.tables.scenario.clocks.find(({ id }) => game.at(`clock.${id}`) === segments - 1);
  if (!clock) return null;
  const args = { clock: game.words.say(`clock-${clock.id}`), filled: segments - 1, of: segments };
  return { id: 'clock', text: game.words.say('hint-clock', args) };
}

/** A pact of this quarter asks for a move that is not drafted. */
function pactOwed(game: Game): Hint | null {
  const drafted = game.draft.moves.map(({ move }) => move);
  for (const { state, from, until, terms } of game.deals) {
    if (state !== 'inForce' || from > game.round || until < game.round) continue;
    for (const term of terms)
      if (term.capital === game.seat && term.kind === 'make' && !drafted.includes(term.move))
        return {
          id: 'pact',
          text: game.words.say('hint-pact', { move: game.words.say(`move-${game.seat}-${term.move}`) }),
        };
  }
  return null;
}

function unanswered(game: Game): Hint | null {
  const { decision, draft, words } = game;
  if (!decision || draft.answer !== undefined) return null;
  return {
    id: 'decision',
    text: words.say('hint-decision', {
      decision: words.say(`decision-${decision.decision}`),
      option: words.say(`option-${decision.decision}-${decision.silence}`),
    }),
  };
}

/** More is left than can be carried into the next quarter, or anything in the last, and there is room for another move. */
function unspent(game: Game): Hint | null {
  const { checked } = game;
  if (!('cost' in checked) || game.draft.moves.length >= game.at('moves')) return null;
  const left = game.at(`influence.${game.seat}`) - checked.cost;
  if (game.round === game.rounds)
    return left > 0 ? { id: 'influence', text: game.words.say('hint-influence-last', { left }) } : null;
  return left > mostCarried
    ? { id: 'influence', text: game.words.say('hint-influence', { left, carried: mostCarried }) }
    : null;
}
