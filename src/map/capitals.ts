/**
 * Seats the capitals in the edge of the plate. None of them lies on the land that is shown, so each has a seal in the
 * frame with the bearing to where it lies: nobody takes it for a town at sea.
 */
import type { Land, Point } from './land.ts';
import type { Mark } from './marks.ts';
import type { PictureCapital } from './picture.ts';
import { lineHeight } from './view.ts';
import type { View } from './view.ts';

export type CapitalMark = PictureCapital &
  Mark & {
    /** Which edge it sits in, or the row of all. */
    side: 'start' | 'end' | 'top' | 'row' | 'line';
    /** Where the capital lies, in radians clockwise from the east. */
    bearing: number;
  };

/** Half a seal, in units of the reader's letters. */
export const sealRadius = 14;
/** From the plate's edge to a seal's middle, in the same units. */
export const sealInset = 32;

/** Place each capital's seal; capitals that the land does not know are left out. */
export function seatCapitals(capitals: readonly PictureCapital[], land: Land, view: View): CapitalMark[] {
  const { width, edges } = view;
  const { rem } = edges;
  const middle = heart(land);
  const known = capitals.flatMap((capital): CapitalMark[] => {
    const at = land.capitals[capital.id];
    if (!at) return [];
    const [across, down] = [at[0] - middle[0], at[1] - middle[1]];
    const isBeside = Math.abs(across) > Math.abs(down) * 1.2;
    const side = isBeside ? (across < 0 ? 'start' : 'end') : 'top';
    return [{ ...capital, x: 0, y: 0, radius: sealRadius * rem, side, bearing: Math.atan2(down, across) }];
  });
  // From west to east as one looks north.
  known.sort((one, other) => Math.cos(one.bearing) - Math.cos(other.bearing));
  const inset = sealInset * rem;
  if (edges.capitals !== 'round') {
    const isLine = edges.capitals === 'line';
    known.forEach((one, index) => {
      one.side = isLine ? 'line' : 'row';
      // Names stand under their seals, or beside them.
      one.x = (width * (isLine ? index : index + 0.5)) / known.length + (isLine ? inset : 0);
      one.y = (isLine ? lineHeight / 2 : 24) * rem;
    });
    return known;
  }
  const tops = known.filter(({ side }) => side === 'top');
  for (const side of ['start', 'end'] as const) {
    const own = known.filter((one) => one.side === side);
    // The northern one above.
    own.sort((one, other) => Math.sin(one.bearing) - Math.sin(other.bearing));
    own.forEach((one, index) => {
      one.x = side === 'start' ? inset : width - inset;
      one.y = edges.top * 0.74 + index * 48 * rem;
    });
  }
  tops.forEach((one, index) => {
    // A little towards where it lies, and far enough from the others for its name.
    const even = (width * (index + 1)) / (tops.length + 1);
    one.x = even + Math.cos(one.bearing) * width * 0.06;
    one.y = 27 * rem;
  });
  return known;
}

/**
 * Say where the capitals' table stands: before Syria, below the seals. What is weighed among capitals is told of there, and
 * what happens to them without a place of its own.
 */
export function tableOf(view: View): Point {
  return [view.width / 2, Math.min(sealsEnd(view) + tableRadius + 8, view.edges.top)];
}

/** Say how far down the seals over the map reach. */
export function sealsEnd({ edges }: View): number {
  return { row: 60, line: lineHeight, round: 48 }[edges.capitals] * edges.rem;
}

/** Half the capitals' table, in CSS pixels. */
export const tableRadius = 11;

function heart(land: Land): Point {
  const { left, right, top, bottom } = land.syria;
  return [(left + right) / 2, (top + bottom) / 2];
}
