/**
 * One line of a capital's statechart, ready to be drawn small and told as text: its stances in the author's order, and the
 * moves that lead from one to another. Acts, presses and joint moves that leave the line where it is are not ways.
 */
import type { Choice } from '../../engine/choices.ts';
import type { CapitalTable, LineTable } from '../../engine/tables.ts';
import { nameOfStance, sayIfThere } from './reader.ts';
import type { Reader } from './reader.ts';

export interface LineChart {
  readonly id: string;
  readonly name: string;
  readonly stances: readonly ChartStance[];
  readonly ways: readonly Way[];
}

interface ChartStance {
  readonly id: string;
  readonly name: string;
  readonly note: string;
  readonly here: boolean;
  /** Influence a round while it lasts. */
  readonly upkeep: number;
}

export interface Way {
  readonly move: string;
  readonly name: string;
  /** Places in `stances`. */
  readonly from: number;
  readonly to: number;
  /** Begins where the line stands. */
  readonly here: boolean;
  /** Could be ordered now. */
  readonly open: boolean;
}

/** Read the chart of one line of the reader's own capital. */
export function chartOf(
  capital: CapitalTable,
  line: LineTable,
  choices: readonly Choice[],
  reader: Reader,
): LineChart {
  const order = authorsOrder(capital, line, reader);
  const now = line.stances[reader.at(`stance.${capital.id}.${line.id}`)];
  const ways: Way[] = [];
  for (const move of capital.moves) {
    if (move.line !== line) continue;
    const choice = choices.find((one) => one.move === move.id);
    line.stances.forEach((stance, number) => {
      const here = stance === now;
      const targets =
        here && choice?.target != null
          ? [choice.target]
          : [...new Set((move.from[number] ?? []).map(({ target }) => line.stances[target] ?? ''))];
      for (const target of targets) {
        if (target === stance) continue;
        ways.push({
          move: move.id,
          name: reader.words.say(`move-${capital.id}-${move.id}`),
          from: order.indexOf(stance),
          to: order.indexOf(target),
          here,
          open: here && choice?.why === null,
        });
      }
    });
  }
  return {
    id: line.id,
    name: reader.words.say(`line-${capital.id}-${line.id}`),
    stances: order.map((id) => ({
      id,
      name: nameOfStance(capital.id, line.id, id, reader),
      note: sayIfThere(`stance-${capital.id}-${line.id}-${id}.note`, reader),
      here: id === now,
      upkeep: line.upkeep[line.stances.indexOf(id)] ?? 0,
    })),
    ways: ways.sort((one, other) => Number(one.here) - Number(other.here)),
  };
}

/** An arc beside the list of stances, in a box `width` wide with rows of height 1. */
export interface Arc {
  readonly path: string;
  /** Point and direction of its head: it always points back at the list. */
  readonly head: string;
}

/** Draw a way as an arc between two rows; ways down run outside those up, so that none hides another. */
export function arcOf({ from, to }: Pick<Way, 'from' | 'to'>): Arc {
  const down = to > from;
  const span = Math.abs(to - from);
  const bulge = 14 + span * 16 + (down ? 10 : 0);
  const shift = down ? 7 : 13;
  const start = middle(from) + (down ? shift : -shift);
  const end = middle(to) + (down ? -shift : shift);
  return {
    path: `M 2 ${start} C ${bulge} ${start}, ${bulge} ${end}, 8 ${end}`,
    head: `M 2 ${end} l 8 -4.5 v 9 z`,
  };
}

/** Height of a row in the drawing, in its own units; 16 of them are one rem. */
export const rowHeight = 52;
export const chartWidth = 64;

function middle(row: number): number {
  return row * rowHeight + rowHeight / 2;
}

/** Stances as the author wrote them down, which is the order in which they make sense. */
function authorsOrder(capital: CapitalTable, line: LineTable, { tables }: Reader): string[] {
  const machine = tables.scenario.capitals.find(({ id }) => id === capital.id)?.machine;
  const written = Object.keys(machine?.states[line.id]?.states ?? {});
  return written.length === line.stances.length ? written : [...line.stances];
}
