/** A decision as it was taken, told as a sentence: orders, an answer to an offer, an offer, a warning. */
import type { Decision } from '../../engine/decide.ts';
import { tellOffer, tellTerm } from './deal.ts';
import { nameOf } from './reader.ts';
import type { Reading } from './reading.ts';

/** Tell a decision in the words of whoever reads. */
export function tellDecision(decision: Decision, reading: Reading): string {
  const { words, tables } = reading;
  const { seat, round } = decision;
  const who = nameOf(seat, reading);
  switch (decision.kind) {
    case 'lock': {
      const { answer, moves } = decision.orders;
      const put = tables.decisions.find(
        (one) =>
          tables.capitals[one.capital]?.id === seat &&
          one.round === round &&
          one.options.some(({ id }) => id === answer),
      );
      const said = [
        ...(put
          ? [
              words.say('change-answer', {
                who,
                decision: words.say(`decision-${put.id}`),
                option: words.say(`option-${put.id}-${answer ?? ''}`),
              }),
            ]
          : []),
        ...moves.map(({ move }) => words.say(`move-${seat}-${move}.order`)),
      ];
      return said.length > 0 ? said.join(' ') : words.say('decided-nothing', { who });
    }
    case 'answer': {
      const deal = reading.book.deal(decision.offer, Number.MAX_SAFE_INTEGER);
      return words.say('decided-answer', {
        who,
        answer: decision.answer,
        members: deal
          ? words.list(deal.members.map((id) => nameOf(id, reading)))
          : words.say('members-unseen'),
        deal: deal ? deal.terms.map((term) => tellTerm(term, reading)).join(' ') : words.say('deal-unseen'),
      });
    }
    case 'offer':
      return tellOffer(decision.offer, seat, reading);
    case 'warn':
      return words.say('factor-warning', { who });
    default:
      return words.say('decided-other', { who });
  }
}
