/** What a teacher takes home from a class: decisions, pacts and answers of every world. No person, no rank, no grade. */
import { dealsIn } from '../../engine/deals/terms.ts';
import type { DeskShown } from '../../table/wire.ts';
import type { Game } from '../game.svelte.ts';
import { chronicleOf } from '../reading/chronicle.ts';
import { tellState, tellTerm } from '../reading/deal.ts';
import { tellOrder } from '../reading/orders.ts';
import { tellQuarter } from '../reading/quarter.ts';
import type { Reader } from '../reading/reader.ts';
import type { Words } from '../../words/words.ts';

/** Write all orders and pacts of a class as a table with commas: world, quarter, capital, what, in words. */
export function tableOfClass(games: readonly Game[], { plain: words }: Words): string {
  const head = ['world', 'quarter', 'capital', 'kind', 'what'].map((name) => words.say(`files-${name}`));
  const rows = games.flatMap((game, at) => rowsOf(game, at, words));
  const lines = [head, ...rows].map((row) => row.map(quoted).join(','));
  // The mark that tells spreadsheets how the letters are written.
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

function rowsOf(game: Game, at: number, words: Words): string[][] {
  const { tables } = game;
  const readerOf = (seat: string): Reader => ({ words, tables, seat, at: (path) => game.at(path) });
  const row = (round: number, who: string, kind: string, what: string): string[] => [
    words.say('world-name', { world: at + 1 }),
    tellQuarter(round, { words, tables }),
    who,
    words.say(`files-kind-${kind}`),
    what,
  ];
  const capital = (seat: string): string => words.say(`capital-${seat}`);
  const everything = game.table.everything();
  const record = everything?.record ?? game.table.record();
  const orders = record.decisions.flatMap((decision) => {
    if (decision.kind !== 'lock') return [];
    const { seat, round } = decision;
    const { answer, moves } = decision.orders;
    const asked = tables.capitals
      .find(({ id }) => id === seat)
      ?.decisions.find((one) => one.round === round && one.options.some(({ id }) => id === answer));
    const answered =
      answer === undefined || !asked
        ? []
        : [
            row(
              round,
              capital(seat),
              'answer',
              words.say('orders-answer-line', {
                decision: words.say(`decision-${asked.id}`),
                option: words.say(`option-${asked.id}-${answer}`),
              }),
            ),
          ];
    if (moves.length === 0 && answered.length === 0)
      return [row(round, capital(seat), 'move', words.say('report-no-orders'))];
    return [
      ...answered,
      ...moves.map((move) => row(round, capital(seat), 'move', tellOrder(move, readerOf(seat)))),
    ];
  });
  // At the end the table has been emptied: what became of pacts is read from all that happened.
  const deals = everything ? chronicleOf(tables, everything.changes).allDeals() : dealsIn(tables, game.cells);
  const pacts = deals.map((deal) =>
    row(
      deal.from,
      words.list(deal.members.map(capital)),
      'pact',
      `${deal.terms.map((term) => tellTerm(term, readerOf(''))).join(' ')} ${tellState(deal, readerOf(''))}`,
    ),
  );
  return [...orders, ...pacts];
}

/** A cell of the table. What a program for tables would take for a formula begins with an apostrophe. */
function quoted(text: string): string {
  const safe = /^[=+\-@\t]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}

/** Write records and answers as JSON: each world's record plays again to the last digit. */
export function wholeOfClass(games: readonly Game[], { scenario, settings, answers }: DeskShown): string {
  const worlds = games.map(({ table }) => table.record());
  return `${JSON.stringify({ scenario, settings, answers, worlds }, null, 2)}\n`;
}
