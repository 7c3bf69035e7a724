/** Finds where marks stand on the screen: capitals, theatres, clocks and the ties between capitals. Draws nothing. */
import { isInside } from './land.ts';
import type { Box, Land, Point } from './land.ts';
import type { MapPicture, PictureClock, PictureTheatre, ThingKind } from './picture.ts';
import { seatCapitals } from './capitals.ts';
import type { CapitalMark } from './capitals.ts';
import { layTies } from './ties.ts';
import type { TieMark } from './ties.ts';
import { homeView, toPlane, toScreen } from './view.ts';
import type { View } from './view.ts';

export interface Mark {
  x: number;
  y: number;
  radius: number;
}
export type TheatreMark = PictureTheatre & Mark;
export type ClockMark = PictureClock & Mark;

export interface Marks {
  capitals: CapitalMark[];
  theatres: TheatreMark[];
  clocks: ClockMark[];
  ties: TieMark[];
}

const clockRadius = 10;

/** Place everything that a picture shows and that is not land. */
export function layOut(picture: MapPicture, land: Land, view: View): Marks {
  const theatres = picture.theatres.map((theatre): TheatreMark => {
    const [x, y] = toScreen(view, heartOf(theatre.governorates, land));
    return { ...theatre, x, y, radius: ringRadius(theatre.violence) };
  });
  // Where there is room beside Syria, clocks stand there with what is told of their theatre.
  const isTold = tells(view);
  const clocks = isTold
    ? []
    : picture.clocks.map((clock): ClockMark => {
        const theatre = theatres.find(({ id }) => id === clock.theatre);
        const [x, y] = theatre ? [theatre.x, theatre.y] : toScreen(view, heartOf([], land));
        return {
          ...clock,
          x: x + (theatre?.radius ?? 0) + clockRadius,
          y: y - clockRadius,
          radius: clockRadius,
        };
      });
  keepApart([...theatres, ...clocks]);
  const capitals = seatCapitals(picture.capitals, land, view);
  const ties = layTies(picture.ties, capitals, syriaOn(atHome(view, land), land));
  return { capitals, theatres, clocks, ties };
}

/** Is what is known of the theatres told beside Syria? Close up there is no beside. */
export function tells(view: View): boolean {
  return view.edges.tells && view.scale <= view.home * 1.6;
}

/**
 * Find where a thing with this id stands on the screen, if it is on the map at all. Where things share an id, the kind
 * in `first` is meant, else the first of capital, theatre, clock, governorate.
 */
export function placeOf(
  id: string,
  marks: Marks,
  land: Land,
  view: View,
  first?: ThingKind,
): Point | undefined {
  const kinds: ThingKind[] = ['capital', 'theatre', 'clock', 'governorate'];
  for (const kind of first ? [first, ...kinds] : kinds) {
    if (kind === 'governorate') {
      const shape = land.governorates.find((one) => one.id === id);
      if (shape) return toScreen(view, shape.heart);
    } else {
      const mark = marksOf(kind, marks).find((one) => one.id === id);
      if (mark) return [mark.x, mark.y];
    }
  }
  return undefined;
}

/** Find what was touched at a point of the screen: the nearest mark within reach, else the governorate. */
export function touchedAt(
  point: Point,
  marks: Marks,
  land: Land,
  view: View,
  picture: MapPicture,
): { id: string; kind: ThingKind } | undefined {
  // A finger is broader than a mark: every mark answers within 22 pixels, so the target is 44 wide.
  let least = Infinity;
  let found: { id: string; kind: ThingKind } | undefined;
  for (const kind of ['clock', 'capital', 'theatre'] as const) {
    for (const mark of marksOf(kind, marks)) {
      const distance = Math.hypot(mark.x - point[0], mark.y - point[1]);
      if (distance > Math.max(mark.radius, 22) || distance >= least) continue;
      least = distance;
      found = { id: mark.id, kind };
    }
  }
  if (found) return found;
  const place = toPlane(view, point);
  const shape = land.governorates.find((one) => isInside(one.rings, place));
  if (!shape || !picture.governorates.some((one) => one.id === shape.id)) return undefined;
  return { id: shape.id, kind: 'governorate' };
}

function marksOf(kind: 'capital' | 'theatre' | 'clock', marks: Marks): readonly (Mark & { id: string })[] {
  return { capital: marks.capitals, theatre: marks.theatres, clock: marks.clocks }[kind];
}

/** Turn violence (0..10000) into the radius of a theatre's outermost ring. */
function ringRadius(violence: number): number {
  return 6 + (14 * violence) / 10_000;
}

/** Find the middle of some governorates, each weighed by its area; of all Syria when none is known. */
function heartOf(ids: readonly string[], land: Land): Point {
  const known = land.governorates.filter(({ id }) => ids.includes(id));
  const shapes = known.length > 0 ? known : land.governorates;
  let [x, y, weight] = [0, 0, 0];
  for (const { heart, box } of shapes) {
    // The root keeps an empty desert province from outweighing the populated ones.
    const own = Math.sqrt((box.right - box.left) * (box.bottom - box.top));
    [x, y, weight] = [x + heart[0] * own, y + heart[1] * own, weight + own];
  }
  return [x / weight, y / weight];
}

/** Push marks that overlap away from each other, a little at a time. */
function keepApart(marks: Mark[]): void {
  for (let turn = 0; turn < 40; turn += 1) {
    marks.forEach((one, index) => {
      for (const other of marks.slice(index + 1)) {
        const apart = Math.hypot(other.x - one.x, other.y - one.y);
        const wanted = one.radius + other.radius + 5;
        if (apart >= wanted) continue;
        // Two marks at the same place part along a direction of their own, always the same.
        const angle = apart > 0.5 ? Math.atan2(other.y - one.y, other.x - one.x) : index * 2.4 - 0.8;
        const push = (wanted - apart) / 2;
        one.x -= Math.cos(angle) * push;
        one.y -= Math.sin(angle) * push;
        other.x += Math.cos(angle) * push;
        other.y += Math.sin(angle) * push;
      }
    });
  }
}

/** Give the first view of the same plate: what stands at the edge does not move with the land. */
function atHome(view: View, land: Land): View {
  return homeView(land, view.width, view.height, view.edges.rem);
}

/** Draw a box around Syria on the screen. */
export function syriaOn(view: View, land: Land): Box {
  const box = land.syria;
  const [left, top] = toScreen(view, [box.left, box.top]);
  const [right, bottom] = toScreen(view, [box.right, box.bottom]);
  return { left, top, right, bottom };
}
