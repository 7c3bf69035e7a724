/** What a promise would mean as things stand now: whether it is so already, can be done, and what it costs. How promises read is in `deal.ts`. */
import { choicesFor } from '../../engine/choices.ts';
import type { Term } from '../../engine/deals/terms.ts';
import type { Reader } from './reader.ts';

/** Say in a few words how a term stands before it is agreed; empty where there is nothing to add. Prices are told of the reader's own moves alone. */
export function tellTermNow(term: Term, reader: Reader & { readonly cells: Int32Array }): string {
  const { words, tables, cells, seat } = reader;
  const own = tables.capitals.find(({ id }) => id === term.capital);
  if (!own || term.kind === 'pass') return '';
  const choices = choicesFor(tables, cells, own);
  const priceOf = (price: number): string =>
    term.capital === seat ? words.say('orders-cost', { price }) : '';
  if (term.kind === 'stance') {
    const line = own.lines.find(({ id }) => id === term.line);
    if (line?.stances[cells[line.cell] ?? 0] === term.stance) return words.say('term-standing-soIs');
    const step = choices.find(({ line: id, target }) => id === term.line && target === term.stance);
    if (!step) return words.say('term-now-far');
    const price = priceOf(step.price);
    return price === '' ? words.say('term-now-near') : words.say('term-now-near-price', { price });
  }
  const choice = choices.find(({ move }) => move === term.move);
  if (choice?.why) return words.say('term-now-closed');
  return term.kind === 'make' && choice ? priceOf(choice.free ? 0 : choice.price) : '';
}
