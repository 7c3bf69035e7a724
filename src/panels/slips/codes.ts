/**
 * The short codes of the paper slips: moves are numbered, answers to a decision have letters, lines have small letters with their
 * stances numbered. What is typed from a slip is read here; whether it may be ordered is asked of the rules.
 */
import { choicesFor, decisionChoices } from '../../engine/choices.ts';
import type { Term } from '../../engine/deals/terms.ts';
import type { Orders } from '../../engine/orders.ts';
import type { CapitalTable, Tables } from '../../engine/tables.ts';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** A move with the number that stands for it on its capital's sheet. */
export interface Coded {
  readonly code: string;
  readonly move: string;
  readonly line: string;
}

/** Number a capital's moves, in the order of its lines. */
export function codesOf(capital: CapitalTable): readonly Coded[] {
  return capital.lines
    .flatMap((line) => capital.moves.filter((move) => move.line.id === line.id))
    .map((move, at) => ({ code: String(at + 1), move: move.id, line: move.line.id }));
}

/** Give the letter of the n-th answer to a decision, from 0. */
export function answerCode(at: number): string {
  return letters[at] ?? '';
}

/** Give the small letter of a capital's n-th line, from 0. */
export function lineCode(at: number): string {
  return (letters[at] ?? '').toLowerCase();
}

/** Why typed text could not be read: a key of the words, and the piece that was not understood. */
export interface Unread {
  readonly key: 'slips-no-move' | 'slips-no-answer' | 'slips-two-answers' | 'slips-not-read';
  readonly piece: string;
}

/**
 * Read orders as they stand on a slip: `B 3 7x2` answers B, orders move 3, and presses move 7 with 2 influence. Capitals and
 * small letters, commas, and an initial before a number make no difference.
 * @param cells of the capital's own view, since a decision's options depend on the quarter
 */
export function readOrders(
  text: string,
  capital: CapitalTable,
  tables: Tables,
  cells: Int32Array,
): Orders | Unread {
  const codes = codesOf(capital);
  const choices = choicesFor(tables, cells, capital);
  const options = decisionChoices(tables, cells, capital)?.options ?? [];
  let answer: string | undefined;
  const moves: { move: string; influence?: number }[] = [];
  for (const piece of piecesOf(text)) {
    if (/^\p{L}$/u.test(piece)) {
      const option = options[letters.indexOf(piece)]?.option;
      if (option === undefined) return { key: 'slips-no-answer', piece };
      if (answer !== undefined) return { key: 'slips-two-answers', piece };
      answer = option;
      continue;
    }
    const [, number, pressed] = /^\p{L}?(\d{1,2})(?:[X*:/+](\d))?$/u.exec(piece) ?? [];
    if (number === undefined) return { key: 'slips-not-read', piece };
    const move = codes.find(({ code }) => code === String(Number(number)))?.move;
    if (move === undefined) return { key: 'slips-no-move', piece };
    const least = choices.find((choice) => choice.move === move)?.press?.ways[0]?.influence;
    const influence = pressed === undefined ? least : Number(pressed);
    moves.push({ move, ...(influence === undefined ? {} : { influence }) });
  }
  return { ...(answer === undefined ? {} : { answer }), moves };
}

/**
 * Read what a capital promises on an offer form: `3` makes move 3, `-3` does not make it, `b2` holds line b at its second stance,
 * `+1` passes 1 influence.
 * @param members the capitals that sign, since influence passes only between some
 */
export function readTerms(
  text: string,
  capital: CapitalTable,
  members: readonly string[],
  tables: Tables,
): readonly Term[] | Unread {
  const terms: Term[] = [];
  for (const piece of piecesOf(text)) {
    const [, sign = '', number, lineAt, stanceAt] = /^([-−–+]?)(?:(\d{1,2})|(\p{L})(\d))$/u.exec(piece) ?? [];
    if (lineAt !== undefined) {
      const line = capital.lines[letters.indexOf(lineAt)];
      const stance = line?.stances[Number(stanceAt) - 1];
      if (!line || stance === undefined) return { key: 'slips-not-read', piece };
      terms.push({ capital: capital.id, kind: 'stance', line: line.id, stance });
    } else if (sign === '+') {
      const channel = tables.scenario.channels.find(
        ({ from, to }) => from === capital.id && members.includes(to),
      );
      if (!channel) return { key: 'slips-not-read', piece };
      terms.push({ capital: capital.id, kind: 'pass', channel: channel.id, amount: Number(number) });
    } else {
      const move = codesOf(capital).find(({ code }) => code === String(Number(number)))?.move;
      if (move === undefined) return { key: number ? 'slips-no-move' : 'slips-not-read', piece };
      terms.push({ capital: capital.id, kind: sign === '' ? 'make' : 'forgo', move });
    }
  }
  return terms;
}

function piecesOf(text: string): string[] {
  return text
    .toUpperCase()
    .split(/[\s,;]+/)
    .filter((piece) => piece !== '');
}
