/** Three questions about a game that has been played, for talking about it: about one order, one pact, and one thing that nobody ordered. They ask and do not judge. */
import type { Change } from '../../engine/changes.ts';
import type { Deal } from '../../engine/deals/terms.ts';
import { isOrder, outcomesOf } from './effects.ts';
import { tellQuarter } from './quarter.ts';
import { nameOf } from './reader.ts';
import type { Reading } from './reading.ts';
import { tellInShort, turningPointsOf } from './tale.ts';
import type { TurningPoint } from './tale.ts';

/**
 * Put three questions about a game.
 * @param turn the order that is asked about; where it is left out, the one of which most can be traced
 */
export function questionsOf(
  reading: Reading,
  turn: Pick<TurningPoint, 'text' | 'quarter' | 'capital'> | undefined = turningPointsOf(reading, 1)[0],
): string[] {
  return [aboutOrder(reading, turn), aboutPact(reading), aboutNobody(reading)];
}

function aboutOrder(
  reading: Reading,
  first: Pick<TurningPoint, 'text' | 'quarter' | 'capital'> | undefined,
): string {
  if (!first) return reading.words.say('question-no-order');
  const { text, quarter, capital } = first;
  return reading.words.say('question-order', { order: text, quarter, who: nameOf(capital, reading) });
}

function aboutPact(reading: Reading): string {
  const { words, book } = reading;
  const pacts = book.allDeals();
  const inState = (state: Deal['state']): Deal | undefined => pacts.find((pact) => pact.state === state);
  const pact = inState('breached') ?? inState('tried') ?? inState('kept');
  if (!pact) return words.say('question-no-pact');
  const blamed = pact.members.filter((id) => {
    const verdict = pact.verdicts[id] ?? 'open';
    return pact.state === 'breached' ? verdict === 'breached' : verdict.startsWith('tried');
  });
  return words.say('question-pact', {
    outcome: pact.state,
    members: words.list(pact.members.map((id) => nameOf(id, reading))),
    who: words.list(blamed.map((id) => nameOf(id, reading))),
    quarter: tellQuarter(pact.ended, reading),
  });
}

/** Of what no capital had ordered the thing of which most came. */
function aboutNobody(reading: Reading): string {
  const { words, book } = reading;
  const found = outcomesOf(book).find(({ origin }) => !isOrder(origin) && isNobodys(origin));
  return found
    ? words.say('question-nobody', {
        what: tellInShort(found.origin, reading),
        quarter: tellQuarter(found.origin.round, reading),
      })
    : words.say('question-people');
}

function isNobodys({ where, by }: Change): boolean {
  return (
    where.startsWith('event.') ||
    where.startsWith('acted.') ||
    where.startsWith('filled.') ||
    by.kind === 'unasked'
  );
}
