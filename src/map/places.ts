/** Finds where a step of the reveal takes place on the screen, and which things it concerns. Paints nothing. */
import { sealsEnd, tableOf, tableRadius } from './capitals.ts';
import type { Land, Point, Shape } from './land.ts';
import { placeOf, syriaOn } from './marks.ts';
import type { Marks } from './marks.ts';
import type { StepPlaces } from './paintSteps.ts';
import type { MapPicture, MapStep, ThingKind } from './picture.ts';
import { along } from './strokes.ts';
import { curve, wayBetween } from './ties.ts';
import type { Way } from './ties.ts';
import { homeView, toPlane, toScreen } from './view.ts';
import type { View } from './view.ts';

/** What steps are placed on: the land and what stands on it in a view. */
export interface Ground {
  marks: Marks;
  land: Land;
  view: View;
  picture: Pick<MapPicture, 'governorates' | 'clocks'>;
}

/** Which of several things with one id a step speaks of. */
const meant: { [kind in MapStep['kind']]?: ThingKind } = {
  control: 'governorate',
  violence: 'theatre',
  clock: 'clock',
  client: 'theatre',
};

/** Find all places of a step. */
export function placesOf(step: MapStep, ground: Ground): StepPlaces {
  const { marks, land, view } = ground;
  const flow = step.kind === 'flow' ? land.flows.find(({ id }) => id === step.at) : undefined;
  const shape =
    step.kind === 'control' || step.kind === 'order'
      ? land.governorates.find(({ id }) => id === (step.to ?? step.at))
      : undefined;
  const kind = flow?.kind;
  const onScreen = (ring: readonly Point[]): Point[] => ring.map((point) => toScreen(view, point));
  const sender = step.kind === 'client' ? step.among?.[0] : step.at;
  return {
    at: flow ? undefined : placeOfStep(step, ground),
    ways: waysOf(step, flow?.among ?? step.among ?? [], ground),
    outline: (shape?.rings ?? []).map(onScreen),
    holdings: holdingsOf(step, ground).flatMap(({ rings }) => rings.map(onScreen)),
    letter: marks.capitals.find(({ id }) => id === sender)?.initial ?? '',
    streams:
      kind === 'aid' || kind === 'flight'
        ? (flow?.ways ?? []).map((line) => ({ kind, line: onScreen(line) }))
        : [],
  };
}

/** List the ids of what a step concerns. */
export function concernedBy(step: MapStep, land: Land): string[] {
  const flow = step.kind === 'flow' ? land.flows.find(({ id }) => id === step.at) : undefined;
  return [
    ...(flow ? flow.among : [step.at]),
    ...(step.to === undefined ? [] : [step.to]),
    ...(step.among ?? []),
  ];
}

/** Find the point of the plane that the eye is led to; nothing where a step concerns the whole map or its edge. */
export function focusOf(step: MapStep, ground: Ground): Point | undefined {
  const { kind, to, among } = step;
  if (kind === 'flow' || kind === 'issue' || kind === 'alarm' || kind === 'seat') return undefined;
  if ((to !== undefined && kind !== 'client') || (among?.length ?? 0) > 0) return undefined;
  if (isAtTable(step, ground)) return undefined;
  if (ground.marks.capitals.some(({ id }) => id === step.at) && meant[kind] === undefined) return undefined;
  const at = placeOfStep(step, ground);
  return at && toPlane(ground.view, at);
}

/** Find where the words of a step stand: in the middle of its line, or under its mark. */
export function wordsOf({ at, ways, streams }: StepPlaces, { kind }: MapStep): Point | undefined {
  const line = streams[0]?.line ?? (ways[0] && kind !== 'client' ? curve(ways[0], 1) : undefined);
  return at && kind !== 'trust' && kind !== 'order'
    ? at
    : line
      ? along(line, kind === 'order' ? 1 : 0.5)
      : at;
}

/** Is it told of at the capitals' table? Issues are, and news that has no place of its own. */
function isAtTable({ kind, at, holder }: MapStep, { marks, land, view }: Ground): boolean {
  if (kind === 'issue') return true;
  if (kind === 'event') return placeOf(at, marks, land, view) === undefined;
  return kind === 'alarm' && holder === undefined && !land.outsiders[at];
}

function placeOfStep(step: MapStep, ground: Ground): Point | undefined {
  const { marks, land, view, picture } = ground;
  // Where clocks are told of beside Syria, a clock's step shows at its theatre.
  if (step.kind === 'clock' && marks.clocks.length === 0) {
    const theatre = picture.clocks.find(({ id }) => id === step.at)?.theatre ?? step.at;
    return placeOf(theatre, marks, land, view, 'theatre');
  }
  if (isAtTable(step, ground)) return tableOf(view);
  if (step.holder !== undefined) {
    const [first] = holdingsOf(step, ground);
    const there = step.to === undefined ? undefined : placeOf(step.to, marks, land, view, 'theatre');
    return there ?? (first && toScreen(view, first.heart));
  }
  const outside = step.kind === 'alarm' ? land.outsiders[step.at] : undefined;
  if (!outside) return placeOf(step.at, marks, land, view, meant[step.kind]);
  const [x, y] = toScreen(view, outside);
  // What lies off the plate shows at the edge of it.
  const keep = (value: number, least: number, most: number) => Math.max(least, Math.min(most, value));
  return [keep(x, edge, view.width - edge), keep(y, view.edges.top, view.height - edge)];
}

/** Pixels that a mark keeps from the plate's edge. */
const edge = 40;

/** The governorates of which somebody holds most, the greatest first; where there is none, the one of which they hold most. */
function holdingsOf({ holder }: MapStep, { land, picture }: Ground): Shape[] {
  if (holder === undefined) return [];
  const held = land.governorates.flatMap((shape) => {
    const shares = picture.governorates.find(({ id }) => id === shape.id)?.shares;
    const share = shares?.find((one) => one.holder === holder)?.share ?? 0;
    return share > 0 ? [{ shape, share, size: share * sizeOf(shape) }] : [];
  });
  held.sort((one, other) => other.size - one.size);
  const most = held.filter(({ share }) => share >= 5000);
  return (most.length > 0 ? most : held.slice(0, 1)).map(({ shape }) => shape);
}

/** How large a governorate looks; the root keeps an empty desert from outweighing what is lived in. */
function sizeOf({ box }: Shape): number {
  return Math.sqrt((box.right - box.left) * (box.bottom - box.top));
}

function waysOf(step: MapStep, among: readonly string[], ground: Ground): Way[] {
  const { at, to, kind } = step;
  const { marks, land, view } = ground;
  if (kind === 'client' || kind === 'issue' || isAtTable(step, ground)) {
    const goal = placeOfStep(step, ground);
    if (kind === 'client')
      return among.flatMap((one) => wayTo(placeOf(one, marks, land, view, 'capital'), goal, frameSize + 3));
    // To the table beside them the way is short: it is seen from under the seals on.
    const below = sealsEnd(view);
    return among.flatMap((one) => {
      const [x, y] = placeOf(one, marks, land, view, 'capital') ?? [];
      if (x === undefined || y === undefined) return [];
      return wayTo(view.edges.capitals === 'round' ? [x, y] : [x, below], goal, tableRadius + 4, 0);
    });
  }
  const home = homeView(land, view.width, view.height, view.edges.rem);
  const syria = syriaOn(home, land);
  const members = among.length > 0 ? among : to === undefined ? [] : [at, to];
  const ways = members.flatMap((one, index) =>
    members.slice(index + 1).flatMap((other) => wayBetween(one, other, marks.capitals, syria) ?? []),
  );
  if (ways.length > 0 || to === undefined || to === at || kind !== 'order') return ways;
  // The head ends at the rings, so that both can be seen.
  const gap = (marks.theatres.find(({ id }) => id === to)?.radius ?? 4) + 5;
  return wayTo(placeOf(at, marks, land, view), placeOf(to, marks, land, view), gap);
}

/** Half the square that closes around a client's place, in CSS pixels. */
export const frameSize = 18;

/** A way from one place towards another that ends before it; `bow` says how far it swings, as a part of its breadth. */
function wayTo(start: Point | undefined, goal: Point | undefined, gap: number, bow = 0.14): Way[] {
  if (!start || !goal) return [];
  const far = Math.hypot(goal[0] - start[0], goal[1] - start[1]);
  const left = gap / Math.max(far, 1);
  const end: Point = [goal[0] - (goal[0] - start[0]) * left, goal[1] - (goal[1] - start[1]) * left];
  const bend: Point = [(start[0] + end[0]) / 2, (start[1] + end[1]) / 2 - Math.abs(end[0] - start[0]) * bow];
  return [{ start, bends: [bend, bend], end }];
}
