/** An offer while it is being put together: rows of a form, what each can hold, and the terms that they come to. */
import { choicesFor } from '../../engine/choices.ts';
import { decide } from '../../engine/decide.ts';
import type { Decision } from '../../engine/decide.ts';
import type { Term } from '../../engine/deals/terms.ts';
import type { Refusal } from '../../engine/orders.ts';
import { asPosition } from '../../engine/seats.ts';
import { nameOfStance } from './reader.ts';
import type { Reader } from './reader.ts';

/** One promise as it stands in the form: `what` is a move, `line.stance` or a channel; empty while nothing is chosen. */
export interface TermRow {
  kind: TermRowKind;
  what: string;
  amount: number;
}
const termRowKinds = ['none', 'make', 'forgo', 'stance', 'pass'] as const;
export type TermRowKind = (typeof termRowKinds)[number];

export interface OptionGroup {
  readonly name: string;
  readonly options: readonly {
    readonly value: string;
    readonly name: string;
    /** True for a stance that the line has already and for a move that is not open now. */
    readonly idle?: boolean;
  }[];
}

/** Pick what a row begins with: the first thing that would mean something now. */
export function firstOption(groups: readonly OptionGroup[]): string {
  const all = groups.flatMap(({ options }) => options);
  return (all.find(({ idle }) => !idle) ?? all[0])?.value ?? '';
}

/** Put options that need no heading into a group of their own. */
export function alone(options: OptionGroup['options']): OptionGroup[] {
  return [{ name: '', options }];
}

/** An empty row. */
export function emptyRow(): TermRow {
  return { kind: 'none', what: '', amount: 1 };
}

/** Make the term that a row comes to; null while it is not filled in. */
export function termOf(capital: string, { kind, what, amount }: TermRow): Term | null {
  if (kind === 'none' || what === '') return null;
  if (kind === 'pass') return { capital, kind, channel: what, amount };
  if (kind !== 'stance') return { capital, kind, move: what };
  const [line = '', stance = ''] = what.split('.');
  return { capital, kind, line, stance };
}

/** Make the row that shows a term. */
export function rowOf(term: Term): TermRow {
  switch (term.kind) {
    case 'pass':
      return { kind: 'pass', what: term.channel, amount: term.amount };
    case 'stance':
      return { kind: 'stance', what: `${term.line}.${term.stance}`, amount: 1 };
    default:
      return { kind: term.kind, what: term.move, amount: 1 };
  }
}

/** List the kinds of promise that a capital can make among these members: passing influence needs a channel. */
export function kindsFor(capital: string, members: readonly string[], reader: Reader): TermRowKind[] {
  const canPass = channelsOf(capital, members, reader).length > 0;
  return termRowKinds.filter((kind) => kind !== 'pass' || canPass);
}

/** List what a promise of a kind can be about, grouped by line. */
export function optionsFor(
  kind: TermRowKind,
  capital: string,
  members: readonly string[],
  reader: Reader & { readonly cells: Int32Array },
): OptionGroup[] {
  const { words, tables, cells } = reader;
  const own = tables.capitals.find(({ id }) => id === capital);
  if (!own || kind === 'none') return [];
  if (kind === 'pass') {
    const options = channelsOf(capital, members, reader).map(({ id }) => ({
      value: id,
      name: words.say(`channel-${id}`),
    }));
    return alone(options);
  }
  const choices = choicesFor(tables, cells, own);
  return own.lines.map((line) => {
    const now = line.stances[cells[line.cell] ?? 0];
    return {
      name: words.say(`line-${capital}-${line.id}`),
      options:
        kind === 'stance'
          ? line.stances.map((stance) => {
              const key = stance === now ? 'builder-stance-now' : 'builder-stance';
              return {
                value: `${line.id}.${stance}`,
                idle: stance === now,
                // A list that is closed shows no heading: the line is named in each choice.
                name: words.say(key, {
                  line: words.say(`line-${capital}-${line.id}`),
                  stance: nameOfStance(capital, line.id, stance, reader),
                }),
              };
            })
          : choices
              .filter((choice) => choice.line === line.id)
              .map(({ move, why }) => {
                const name = words.say(`move-${capital}-${move}`);
                return {
                  value: move,
                  idle: why !== null,
                  name: why === null ? name : words.say('builder-not-open', { move: name }),
                };
              }),
    };
  });
}

/**
 * Ask the rules whether a decision of the talks would be refused, without deciding anything.
 * @returns why, as far as the seat's own view can tell; null where nothing stands in the way
 */
export function whyRefused(
  decision: Decision,
  { tables, cells, seat }: Reader & { readonly cells: Int32Array },
): Refusal | null {
  const tried = decide(asPosition(tables, { seat, cells }), decision, noChance(tables.links.length));
  return tried.ok ? null : tried.why;
}

/** Talks throw no dice. */
function noChance(links: number) {
  return { dice: { high: 0, low: 0 }, strengths: new Int32Array(links) };
}

function channelsOf(capital: string, members: readonly string[], { tables }: Reader) {
  return tables.scenario.channels.filter(({ from, to }) => from === capital && members.includes(to));
}
