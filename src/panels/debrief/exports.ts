/**
 * What may be taken home: the story as Markdown, the decisions as a table, everything as data. Plain texts without the marks that
 * keep directions apart; changed assumptions are named in each.
 */
import type { Decision } from '../../engine/decide.ts';
import { aimResult } from '../../engine/consequences/results.ts';
import { tellAssumptions } from '../model/assumptionWords.ts';
import { tellTerm } from '../reading/deal.ts';
import { causesOf } from '../reading/causes.ts';
import { tellDecision } from '../reading/decided.ts';
import { factorOf } from '../reading/factors.ts';
import { wordFor } from '../reading/level.ts';
import { tellQuarter } from '../reading/quarter.ts';
import { nameOf } from '../reading/reader.ts';
import type { Reading } from '../reading/reading.ts';
import { recordOf } from '../reading/record.ts';
import { storyOf } from '../reading/story.ts';
import { taleOf } from '../reading/tale.ts';
import { whyLines } from '../reading/whyText.ts';
import type { Line } from '../reading/whyText.ts';
import { effectsOf, worthOf } from '../reading/worth.ts';
import type { Votes } from '../votes.ts';
import type { Laid } from './laid.ts';
import { turnsOf } from './turning.ts';

/** What a reader wrote on the last step. */
export interface Ticket {
  readonly tradeOff: string;
  readonly doubt: string;
}

/** Read a game in plain words, for texts that leave the page. */
function plainly({ reading, game }: Laid): Reading {
  return { ...reading, words: game.words.plain };
}

/** Tell a game as Markdown. */
export function storyMarkdown(laid: Laid, ticket: Ticket, votes: Votes): string {
  const reading = plainly(laid);
  const { words, tables } = reading;
  const { game, everything, cells, last } = laid;
  const lines: string[] = [];
  const put = (...texts: string[]): void => void lines.push(...texts, '');
  const list = (items: readonly string[]): void => {
    if (items.length > 0) put(items.map((item) => `- ${plain(item)}`).join('\n'));
  };
  const vote = (id: string): string => words.say(id === 'unsure' ? 'vote-unsure' : `laboratory-arm-${id}`);

  put(`# ${plain(words.say('scenario-title'))}`);
  put(plain(words.say('top-over', { capital: words.say(`capital-${game.seat}`) })));
  put(plain(words.say('debrief-not-a-prediction')));
  const assumed = tellAssumptions(tables.scenario, reading);
  if (assumed.length > 0) {
    put(`**${plain(words.say('assumed-note', { count: assumed.length }))}**`);
    list(assumed);
  }

  put(`## ${plain(words.say('debrief-happened'))}`);
  const ending = tables.endings[(cells[tables.at.ending] ?? 0) - 1]?.id;
  if (ending)
    put(`### ${plain(words.say(`ending-${ending}`))}`, '', plain(words.say(`ending-${ending}.text`)));
  const ended = (storyOf(last + 1, reading).parts.find(({ id }) => id === 'ending')?.lines ?? []).slice(0, 3);
  list(ended.map(({ text }) => text));

  const { sifted } = laid.sifting;
  const turns = turnsOf(reading, sifted);
  put(`## ${plain(words.say('debrief-turns'))}`);
  list(
    turns.map(({ quarter, text, effects, skipped }) => `${quarter}: ${text} ${effects} ${skipped.join(' ')}`),
  );

  // The same sentences as in the dialog: what led to each turning point and to how it ended, what came of it, and on which sources.
  put(`## ${plain(words.say('why-heading'))}`);
  const { sources } = game;
  for (const { order } of turns) {
    const effects = sifted && effectsOf(factorOf(order, reading), sifted, reading);
    put(asList(whyLines(causesOf(order, reading), { effects, sources }, words)));
  }
  for (const { subject } of ended) {
    const path = 'id' in subject ? subject.where : subject.path;
    const worth = sifted && worthOf(path, last + 1, sifted, reading);
    put(asList(whyLines(causesOf(subject, reading), { worth, sources }, words, stepsOfEnding)));
  }

  put(`## ${plain(words.say('debrief-story'))}`);
  for (const round of reading.book.rounds) {
    put(`### ${plain(tellQuarter(round, reading))}`);
    for (const { text } of taleOf(round, reading)) put(plain(text));
    list(
      (storyOf(round, reading).parts.find(({ id }) => id === 'orders')?.lines ?? []).map(({ text }) => text),
    );
    const real = recordOf(round, game.timeline, tables.scenario, words);
    if (real.length > 0) {
      put(`*${plain(words.say('tale-record'))}*`);
      list(real.map(({ date, text }) => `${date}: ${text}`));
    }
  }

  put(`## ${plain(words.say('debrief-aims'))}`);
  list(
    tables.capitals.flatMap(({ id, aims }) =>
      aims.map((aim) => {
        const { result } = aimResult(everything.position, id, aim.id);
        return `${nameOf(id, reading)}: ${words.say(`aim-${id}-${aim.id}`)} – ${wordFor(`aim.${id}.${aim.id}`, result, reading)}`;
      }),
    ),
  );

  put(`## ${plain(words.say('debrief-promises'))}`);
  const pacts = reading.book
    .allDeals()
    .filter(({ state }) => ['kept', 'breached', 'tried', 'lapsed'].includes(state));
  list(
    pacts.map(({ members, terms, state, from }) =>
      [
        `${words.list(members.map((id) => nameOf(id, reading)))}, ${tellQuarter(from, reading)}:`,
        ...terms.map((term) => tellTerm(term, reading)),
        words.say(`deal-state-${state}`),
      ].join(' '),
    ),
  );
  if (pacts.length === 0) put(plain(words.say('debrief-no-pacts')));

  if (votes.after && words.has('laboratory-question')) {
    put(`## ${plain(words.say('laboratory-question'))}`);
    put(
      plain(
        !votes.before
          ? vote(votes.after)
          : votes.before === votes.after
            ? words.say('vote-same', { now: vote(votes.after) })
            : words.say('vote-changed', { before: vote(votes.before), now: vote(votes.after) }),
      ),
    );
  }
  if (ticket.tradeOff.trim() !== '' || ticket.doubt.trim() !== '') {
    put(`## ${plain(words.say('debrief-ticket'))}`);
    put(plain(words.say('ticket-trade-off')), '', `> ${quoted(ticket.tradeOff)}`);
    put(plain(words.say('ticket-doubt')), '', `> ${quoted(ticket.doubt)}`);
  }
  return `${lines
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim()}\n`;
}

/** How far down the causes of an ending are written; those of an order go further. */
const stepsOfEnding = 2;

/** Lay lines of causes out under a heading, as lists in lists; what stands at their margin is a paragraph. */
function asList([asked, ...lines]: readonly Line[]): string {
  return [
    `### ${plain(asked?.text ?? '')}\n`,
    ...lines
      .filter(({ text }) => text !== '')
      .map(({ depth, text }) =>
        depth === 0 ? `\n${plain(text)}\n` : `${'  '.repeat(depth - 1)}- ${plain(text)}`,
      ),
  ].join('\n');
}

/** Write all decisions of a game as comma-separated values, one a row, the computers' too. */
export function decisionsCsv(laid: Laid): string {
  const reading = plainly(laid);
  const { words } = reading;
  const { record } = laid.everything;
  const assumed = (record.assumed ?? []).map(({ what, is }) => `${what}=${is}`).join(' ');
  const head = ['round', 'quarter', 'seat', 'plays', 'kind', 'answer', 'moves', 'offer', 'told', 'assumed'];
  const rows = record.decisions.map((decision) => {
    const { answer, moves, offer } = partsOf(decision);
    return [
      String(decision.round),
      tellQuarter(decision.round, reading),
      words.say(`capital-${decision.seat}`),
      record.seats[decision.seat]?.plays ?? '',
      decision.kind,
      answer,
      moves,
      offer,
      decision.kind === 'debrief' ? '' : tellDecision(decision, reading),
      assumed,
    ];
  });
  // Spreadsheets take a file for something else than UTF-8 where it does not begin so.
  return `\uFEFF${[head, ...rows].map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`;
}

/**
 * Write one cell of a table. A spreadsheet takes what begins with certain signs for a formula and runs it: these get an apostrophe in front,
 * so that they stay text.
 */
export function csvCell(text: string): string {
  const safe =
    /^[\s\uFEFF]*[=+\-@|%\uFF1D\uFF0B\uFF0D\uFF20]/.test(text) || /^[\t\r\n]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}

/** Lay everything down as data: the record, every change with its cause, what was said, levels at the end of each round. */
export function everythingJson(laid: Laid, ticket: Ticket, votes: Votes): string {
  const { everything, reading, cells, game } = laid;
  const { tables } = game;
  const levels = tables.layout.paths.filter((path) =>
    /^(issue|level|violence|control|home|trust|aim|confidence|outsider|clock|influence|stance)\.|^people$/.test(
      path,
    ),
  );
  const at = (of: Int32Array): Record<string, number> =>
    Object.fromEntries(levels.map((path) => [path, of[tables.layout.find(path)] ?? 0]));
  return `${JSON.stringify(
    {
      scenario: { id: tables.scenario.id, version: tables.scenario.version },
      assumed: tables.scenario.assumed ?? [],
      record: everything.record,
      ending: tables.endings[(cells[tables.at.ending] ?? 0) - 1]?.id ?? null,
      levels: [
        { round: 0, values: at(reading.book.cellsBefore(1)) },
        ...reading.book.rounds.map((round) => ({
          round,
          values: at(round === laid.last ? cells : reading.book.cellsBefore(round + 1)),
        })),
      ],
      changes: everything.changes,
      said: everything.said,
      votes,
      ticket,
    },
    null,
    1,
  )}\n`;
}

function partsOf(decision: Decision): { answer: string; moves: string; offer: string } {
  switch (decision.kind) {
    case 'lock': {
      const moves = decision.orders.moves.map(({ move, influence }) =>
        influence === undefined ? move : `${move} (${influence})`,
      );
      return { answer: decision.orders.answer ?? '', moves: moves.join('; '), offer: '' };
    }
    case 'answer':
      return { answer: decision.answer, moves: '', offer: String(decision.offer) };
    case 'withdraw':
      return { answer: '', moves: '', offer: String(decision.offer) };
    case 'cable':
      return { answer: '', moves: '', offer: String(decision.pact) };
    case 'warn':
      return { answer: '', moves: decision.will, offer: '' };
    default:
      return { answer: '', moves: '', offer: '' };
  }
}

/** Keep what would be taken for Markdown as it is written. */
function plain(text: string): string {
  return text.replaceAll(/[\\`*_[\]<>#|]/g, String.raw`\$&`).replaceAll(/\s*\n\s*/g, ' ');
}

function quoted(text: string): string {
  return text
    .trim()
    .split('\n')
    .map((line) => plain(line))
    .join('\n> ');
}
