/** Lays the lines between capitals over the land north of Syria, so that they leave Syria readable and each other apart. Paints nothing. */
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

type Seat = Mark & { id: string };

/** Lay all ties whose two capitals are on the map; `syria` is Syria's box on the screen at the first view. */
export function layTies(ties: readonly PictureTie[], capitals: readonly Seat[], syria: Box): TieMark[] {
  return ties.flatMap((tie): TieMark[] => {
    const twins = ties.filter((one) => isSamePair(one, tie));
    const way = wayBetween(tie.from, tie.to, capitals, syria, twins.indexOf(tie));
    return way ? [{ ...tie, ...way }] : [];
  });
}

/**
 * Find the way from one capital to another, as a tie between them would run; nothing when either is missing. The farther
 * two sit apart along the edge, the deeper their line hangs; `lane` counts lines of the same pair.
 */
export function wayBetween(
  from: string,
  to: string,
  capitals: readonly Seat[],
  syria: Box,
  lane = 0,
): Way | undefined {
  const seats = [...capitals];
  seats.sort((one, other) => one.x - other.x || other.y - one.y);
  const [first, last] = [from, to].map((id) => seats.findIndex((one) => one.id === id));
  const [one, other] = [seats[first ?? -1], seats[last ?? -1]];
  if (!one || !other || one === other) return undefined;
  const apart = Math.abs((first ?? 0) - (last ?? 0));
  const upper = Math.max(...seats.filter(({ y }) => y < syria.top).map(({ y, radius }) => y + radius), 10);
  const room = Math.max(24, syria.top - upper);
  const deep = upper + room * Math.min(0.98, 0.22 + 0.25 * apart) + lane * 8;
  const inwards = (other.x - one.x) * 0.2;
  const start: Point = [one.x, one.y];
  const end: Point = [other.x, other.y];
  // Halfway a curve has come three quarters of the way to its bends: these lie beyond the wished depth.
  const bend = (deep - (one.y + other.y) / 8) / 0.75;
  return {
    start,
    bends: [
      [one.x + inwards, bend],
      [other.x - inwards, bend],
    ],
    end,
  };
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

function isSamePair(one: PictureTie, other: PictureTie): boolean {
  return [one.from, one.to].every((id) => id === other.from || id === other.to);
}
