/** What a reveal tells of the rounds that were just played: which lines, in which order, and how much is left to the report. */
import type { Reading } from './reading.ts';
import { storyOf } from './story.ts';
import type { StoryLine, StoryPartId } from './story.ts';

export interface Revealed {
  readonly rounds: readonly number[];
  readonly lines: readonly RevealedLine[];
  /** The same lines under their headings. */
  readonly groups: readonly RevealedGroup[];
}

export interface RevealedLine {
  readonly line: StoryLine;
  readonly round: number;
  readonly part: StoryPartId;
}

export interface RevealedGroup {
  readonly key: string;
  readonly round: number;
  readonly part: StoryPartId;
  /** Number of its first line. */
  readonly first: number;
  /** True for the first group of a quarter that ran on. */
  readonly opens: boolean;
  readonly lines: readonly { readonly line: StoryLine; readonly index: number }[];
}

const partsTold = [
  'orders',
  'clients',
  'pacts',
  'consequences',
  'unasked',
  'events',
  'clocks',
  'standing',
  'people',
  'ending',
] as const satisfies readonly StoryPartId[];

/** Consequences told at the reveal; all others stand in the report. */
const mostConsequences = 6;
/** What moved by less, in hundredths of its scale, holds nobody up: it stands in the report too. */
const leastRevealed = 100;

/**
 * Pick what is told.
 * @param fresh place in the book's changes from which the newest update begins
 */
export function revealOf(reading: Reading, fresh: number): Revealed {
  const { book } = reading;
  const played = book.changes
    .slice(fresh)
    .filter(({ where }) => where === 'round')
    .map(({ from }) => from);
  const rounds = played.length > 0 ? played : book.rounds.slice(-1);
  const lines: RevealedLine[] = [];
  const groups: RevealedGroup[] = [];
  rounds.forEach((round, place) => {
    const { parts } = storyOf(round, reading);
    // How it ended is judged once the last quarter is over.
    const ended = place === rounds.length - 1 ? storyOf(round + 1, reading).parts : [];
    let opens = place > 0;
    for (const part of partsTold) {
      const shown = pick(
        part,
        (part === 'ending' ? ended : parts).find(({ id }) => id === part)?.lines ?? [],
        reading,
      );
      if (shown.length === 0) continue;
      const first = lines.length;
      groups.push({
        key: `${round}-${part}`,
        round,
        part,
        first,
        opens,
        lines: shown.map((line, at) => ({ line, index: first + at })),
      });
      opens = false;
      for (const line of shown) lines.push({ line, round, part });
    }
  });
  return { rounds, lines, groups };
}

/**
 * Follow a reveal through the cells: how far things have come when a line has been told. The board stands as it was while
 * orders are turned over; then each consequence moves what it tells of, and what was not told follows after the last one.
 * @param end cells as the reveal leaves them
 * @returns for the number of a line the cells to be shown with it
 */
export function boardAlong(
  { lines, rounds }: Pick<Revealed, 'lines' | 'rounds'>,
  reading: Reading,
  end: Int32Array,
): (index: number) => Int32Array {
  const { book, tables } = reading;
  const boards: Int32Array[] = [];
  const after = (round: number): Int32Array => (round === rounds.at(-1) ? end : book.cellsBefore(round + 1));
  lines.forEach(({ line, round, part }, index) => {
    const before = index > 0 && lines[index - 1]?.round === round ? boards[index - 1] : undefined;
    if (index === lines.length - 1 || isAfterConsequences(part)) {
      boards.push(after(round));
      return;
    }
    const board = before ?? book.cellsBefore(round);
    if (part !== 'consequences' || !line.moved) {
      boards.push(board);
      return;
    }
    const next = board.slice();
    const [kind, place] = line.moved.path.split('.');
    // What one side gains the others lose in the same moment.
    const moved =
      kind === 'control'
        ? tables.scenario.holders.map((holder) => `control.${place}.${holder}`)
        : [line.moved.path];
    for (const path of moved) {
      const cell = tables.layout.find(path);
      next[cell] = after(round)[cell] ?? 0;
    }
    boards.push(next);
  });
  return (index) => boards[Math.max(0, index)] ?? end;
}

function isAfterConsequences(part: StoryPartId): boolean {
  const order: readonly StoryPartId[] = partsTold;
  return order.indexOf(part) > order.indexOf('consequences');
}

/** Of what everybody watches for themselves only the reader's own is told; red lines and tied hands of all. What the ending was judged by is left to the debrief. */
function pick(part: StoryPartId, lines: readonly StoryLine[], { seat }: Reading): readonly StoryLine[] {
  if (part === 'consequences') return lines.slice(0, mostConsequences);
  if (part === 'ending')
    return lines.filter(({ subject }) => 'where' in subject && subject.where === 'ending');
  if (part !== 'standing') return lines;
  return lines.filter(({ moved, capital, weight }) => {
    if (!moved) return true;
    if (weight < leastRevealed) return false;
    const [kind, one, other] = moved.path.split('.');
    return kind === 'trust' ? one === seat || other === seat : capital === seat;
  });
}
