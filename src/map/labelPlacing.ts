/** Places labels so that none covers another, most important first. Measures no text and draws nothing. */
import type { Box, Point } from './land.ts';

export interface LabelWish {
  /** Greater goes first. */
  weight: number;
  width: number;
  height: number;
  /** Centres to try, best first. */
  centres: Point[];
  /** Must be placed even where nothing is free. */
  isNeeded?: boolean;
}

/**
 * Choose a centre for each wish, in the wishes' own order; null where no place is free. No label covers another or a
 * box of `taken`; one that is needed gives up keeping off the boxes of `soft` before it covers anything else.
 */
export function placeLabels(
  wishes: readonly LabelWish[],
  taken: readonly Box[],
  soft: readonly Box[],
  screen: { width: number; height: number },
): (Point | null)[] {
  const hard = [...taken];
  const chosen: (Point | null)[] = wishes.map(() => null);
  const order = Uint16Array.from(wishes.keys());
  order.sort((a, b) => (wishes[b]?.weight ?? 0) - (wishes[a]?.weight ?? 0) || a - b);
  for (const index of order) {
    const wish = wishes[index];
    if (!wish) continue;
    const on = wish.centres.filter((centre) => isOn(screen, boxAt(centre, wish)));
    const free = on.filter((centre) => isFree(boxAt(centre, wish), hard));
    const clear = free.find((centre) => isFree(boxAt(centre, wish), soft));
    const centre =
      clear ?? (wish.isNeeded ? leastCrossed(free.length > 0 ? free : on, wish, soft) : undefined);
    if (!centre) continue;
    hard.push(boxAt(centre, wish));
    chosen[index] = centre;
  }
  return chosen;
}

function leastCrossed(centres: readonly Point[], wish: LabelWish, soft: readonly Box[]): Point | undefined {
  let least = Infinity;
  let chosen: Point | undefined;
  for (const centre of centres) {
    const box = boxAt(centre, wish);
    const crossings = soft.filter((other) => overlap(box, other)).length;
    if (crossings < least) [least, chosen] = [crossings, centre];
  }
  return chosen;
}

function isFree(box: Box, boxes: readonly Box[]): boolean {
  return !boxes.some((other) => overlap(box, other));
}

/** List centres around a dot: beside it, above, below, then the corners. */
export function aroundDot([x, y]: Point, gap: number, width: number, height: number): Point[] {
  const [sideways, upwards] = [gap + width / 2, gap + height / 2];
  return [
    [x + sideways, y],
    [x - sideways, y],
    [x, y - upwards],
    [x, y + upwards],
    [x + sideways, y - upwards * 0.8],
    [x - sideways, y - upwards * 0.8],
    [x + sideways, y + upwards * 0.8],
    [x - sideways, y + upwards * 0.8],
  ];
}

/** List centres for the name of an area: its heart, then ever farther above, below and beside. */
export function aroundHeart([x, y]: Point, height: number, width: number): Point[] {
  const centres: Point[] = [[x, y]];
  for (const step of [0.8, 1.4, 2.1, 2.9]) {
    centres.push([x, y + step * height], [x, y - step * height]);
    centres.push([x + (width / 3) * step, y], [x - (width / 3) * step, y]);
  }
  return centres;
}

function boxAt([x, y]: Point, { width, height }: LabelWish): Box {
  return { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 };
}

function isOn(screen: { width: number; height: number }, box: Box): boolean {
  return box.left >= 4 && box.top >= 4 && box.right <= screen.width - 4 && box.bottom <= screen.height - 4;
}

function overlap(one: Box, other: Box): boolean {
  return one.left < other.right && one.right > other.left && one.top < other.bottom && one.bottom > other.top;
}
