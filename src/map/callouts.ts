/** Places what is told of each theatre beside Syria, in two columns, with a line to its place. Measures and draws nothing. */
import type { Box, Point } from './land.ts';

interface Told {
  id: string;
  /** The ring on the land that it belongs to. */
  at: Point;
  radius: number;
  width: number;
  height: number;
}

export interface Callout {
  id: string;
  box: Box;
  /** From the text to the ring. */
  leader: [Point, Point];
}

/** The two columns in which texts may stand. */
export interface Columns {
  start: Box;
  end: Box;
}

const gap = 8;

/** Place texts in the column that is nearer, as high as their rings where possible, none over another. */
export function layCallouts(told: readonly Told[], columns: Columns): Callout[] {
  const middle = (columns.start.right + columns.end.left) / 2;
  const sides = { start: [] as Told[], end: [] as Told[] };
  for (const one of told) sides[one.at[0] < middle ? 'start' : 'end'].push(one);
  balance(sides.start, sides.end, columns);
  return (['start', 'end'] as const).flatMap((side) => stack(sides[side], columns[side], side));
}

/** A column that is too full gives what lies nearest to the other column away. */
function balance(start: Told[], end: Told[], columns: Columns): void {
  for (const [from, to, column, towards] of [
    [start, end, columns.start, 1],
    [end, start, columns.end, -1],
  ] as const) {
    const tall = () => from.reduce((sum, { height }) => sum + height + gap, -gap);
    while (from.length > 1 && tall() > column.bottom - column.top) {
      from.sort((one, other) => towards * (other.at[0] - one.at[0]));
      const moved = from.shift();
      if (moved) to.push(moved);
    }
  }
}

function stack(told: Told[], column: Box, side: 'start' | 'end'): Callout[] {
  const order = [...told];
  order.sort((one, other) => one.at[1] - other.at[1]);
  const tops: number[] = [];
  let free = column.top;
  order.forEach(({ at, height }, index) => {
    tops[index] = Math.max(free, at[1] - height / 2);
    free = (tops[index] ?? 0) + height + gap;
  });
  // What ran out below is pushed up again, and what stands above gives way.
  let floor = column.bottom;
  for (let index = order.length - 1; index >= 0; index -= 1) {
    const height = order[index]?.height ?? 0;
    tops[index] = Math.max(column.top, Math.min(tops[index] ?? 0, floor - height));
    floor = (tops[index] ?? 0) - gap;
  }
  return order.map(({ id, at, radius, width, height }, index): Callout => {
    const top = tops[index] ?? 0;
    const left = side === 'start' ? column.left : column.right - width;
    const box = { left, right: left + width, top, bottom: top + height };
    const from: Point = [side === 'start' ? box.right + 3 : box.left - 3, top + Math.min(12, height / 2)];
    const away = Math.hypot(at[0] - from[0], at[1] - from[1]) || 1;
    const part = Math.max(0, (away - radius - 2) / away);
    return {
      id,
      box,
      leader: [from, [from[0] + (at[0] - from[0]) * part, from[1] + (at[1] - from[1]) * part]],
    };
  });
}
