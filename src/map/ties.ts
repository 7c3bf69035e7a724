/** Lays the lines between capitals so that they leave Syria readable and each other apart. Paints nothing. */
import type { Box, Point } from './land.ts';
import type { Mark } from './marks.ts';
import type { PictureTie } from './picture.ts';

/** A tie as a curve with two bends. */
export type TieMark = PictureTie & Way;

export interface Way {
  start: Point;
  bends: [Point, Point];
  end: Point;
}

/** Lay all ties whose two capitals are on the map; `syria` is Syria's box on the screen. */
export function layTies(
  ties: readonly PictureTie[],
  capitals: readonly (Mark & { id: string })[],
  syria: Box,
  screen: { width: number; height: number },
): TieMark[] {
  let across = 0;
  return ties.flatMap((tie): TieMark[] => {
    const from = capitals.find(({ id }) => id === tie.from);
    const to = capitals.find(({ id }) => id === tie.to);
    if (!from || !to) return [];
    const start: Point = [from.x, from.y];
    const end: Point = [to.x, to.y];
    if (isAcross(start, end, syria)) {
      across += 1;
      return [{ ...tie, start, bends: bendsOver(start, end, syria.top - 4 - 18 * across), end }];
    }
    const twins = ties.filter((one) => isSamePair(one, tie));
    const lane = twins.indexOf(tie) - (twins.length - 1) / 2;
    return [{ ...tie, start, bends: bendsOutward(start, end, syria, lane, screen), end }];
  });
}

/** Find the way from one capital to another, as a tie between them would run; nothing when either is missing. */
export function wayBetween(
  from: string,
  to: string,
  capitals: readonly (Mark & { id: string })[],
  syria: Box,
  screen: { width: number; height: number },
): Way | undefined {
  return layTies([{ from, to, kind: 'pact', secret: false, word: '' }], capitals, syria, screen)[0];
}

/** Follow a curve with two bends from its start over a part (0..1) of its way, a point every few pixels. */
export function curve({ start, bends, end }: Way, part: number): Point[] {
  const [first, second] = bends;
  const corners = [start, first, second, end];
  const length = corners.reduce((sum, point, index) => {
    const before = corners[index - 1] ?? point;
    return sum + Math.hypot(point[0] - before[0], point[1] - before[1]);
  }, 0);
  const steps = Math.max(2, Math.ceil(length / 5));
  return Array.from({ length: steps + 1 }, (_, index): Point => {
    const way = (index / steps) * part;
    const left = 1 - way;
    const mix = (axis: 0 | 1) =>
      left ** 3 * start[axis] +
      3 * left * left * way * first[axis] +
      3 * left * way * way * second[axis] +
      way ** 3 * end[axis];
    return [mix(0), mix(1)];
  });
}

/** Would the straight line from one capital to the other lie over Syria? */
function isAcross(start: Point, end: Point, syria: Box): boolean {
  const [left, right] = [Math.min(start[0], end[0]), Math.max(start[0], end[0])];
  return left < syria.left + 40 && right > syria.right - 40 && Math.max(start[1], end[1]) > syria.top;
}

/** Bend a tie over Syria's northern border, so that it is at `height` halfway. */
function bendsOver(start: Point, end: Point, height: number): [Point, Point] {
  // Halfway, the curve has come three quarters of the way to its bends: so they lie beyond the wished height.
  const high = (Math.max(height, 16) - (start[1] + end[1]) / 8) / 0.75;
  const inwards = (end[0] - start[0]) * 0.16;
  return [
    [start[0] + inwards, high],
    [end[0] - inwards, high],
  ];
}

/** Bow a tie away from Syria; `lane` keeps ties of the same pair beside each other. */
function bendsOutward(
  start: Point,
  end: Point,
  syria: Box,
  lane: number,
  screen: { width: number; height: number },
): [Point, Point] {
  const middle: Point = [(start[0] + end[0]) / 2, (start[1] + end[1]) / 2];
  const centre: Point = [(syria.left + syria.right) / 2, (syria.top + syria.bottom) / 2];
  const length = Math.hypot(end[0] - start[0], end[1] - start[1]) || 1;
  const normal: Point = [-(end[1] - start[1]) / length, (end[0] - start[0]) / length];
  const outward = (middle[0] - centre[0]) * normal[0] + (middle[1] - centre[1]) * normal[1] < 0 ? -1 : 1;
  const bent = (bow: number): Point => [middle[0] + normal[0] * bow, middle[1] + normal[1] * bow];
  const both = (bow: number): [Point, Point] => {
    const [x, y] = bent(bow);
    // Two thirds of the way from each end to one bend: the same curve, told with two.
    return [
      [start[0] + ((x - start[0]) * 2) / 3, start[1] + ((y - start[1]) * 2) / 3],
      [end[0] + ((x - end[0]) * 2) / 3, end[1] + ((y - end[1]) * 2) / 3],
    ];
  };
  const bow = length * 0.2;
  const top = bent(outward * bow * 0.5);
  const isOff = top[0] < 24 || top[1] < 24 || top[0] > screen.width - 24 || top[1] > screen.height - 24;
  // Two capitals at the same edge: the tie bows inwards, or it would leave the sheet.
  return both(isOff ? -outward * Math.min(bow, 50) + lane * 22 : outward * bow + lane * 22);
}

function isSamePair(one: PictureTie, other: PictureTie): boolean {
  return [one.from, one.to].every((id) => id === other.from || id === other.to);
}
