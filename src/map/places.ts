/** Finds where a step of the reveal takes place on the screen, and which things it concerns. Paints nothing. */
import type { Land, Point } from './land.ts';
import { placeOf, syriaOn } from './marks.ts';
import type { Marks } from './marks.ts';
import type { StepPlaces } from './paintSteps.ts';
import type { MapStep, ThingKind } from './picture.ts';
import { wayBetween } from './ties.ts';
import type { Way } from './ties.ts';
import { homeView, toPlane, toScreen } from './view.ts';
import type { View } from './view.ts';

/** Which of several things with one id a step speaks of. */
const meant: { [kind in MapStep['kind']]?: ThingKind } = {
  control: 'governorate',
  violence: 'theatre',
  clock: 'clock',
};

/** Find all places of a step. */
export function placesOf(step: MapStep, marks: Marks, land: Land, view: View): StepPlaces {
  const flow = step.kind === 'flow' ? land.flows.find(({ id }) => id === step.at) : undefined;
  const shape =
    step.kind === 'control' || step.kind === 'order'
      ? land.governorates.find(({ id }) => id === (step.to ?? step.at))
      : undefined;
  const kind = flow?.kind;
  return {
    at: flow ? undefined : clockOrPlace(step, marks, land, view),
    ways: waysOf(step, flow?.among ?? step.among ?? [], marks, land, view),
    outline: (shape?.rings ?? []).map((ring) => ring.map((point) => toScreen(view, point))),
    letter: marks.capitals.find(({ id }) => id === step.at)?.initial ?? '',
    streams:
      kind === 'aid' || kind === 'flight'
        ? (flow?.ways ?? []).map((line) => ({ kind, line: line.map((point) => toScreen(view, point)) }))
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

/** Find the point of the plane that the eye is led to; nothing where a step concerns the whole map. */
export function focusOf(step: MapStep, marks: Marks, land: Land, view: View): Point | undefined {
  if (step.kind === 'flow' || step.to !== undefined || (step.among?.length ?? 0) > 0) return undefined;
  if (marks.capitals.some(({ id }) => id === step.at) && meant[step.kind] === undefined) return undefined;
  const at = clockOrPlace(step, marks, land, view);
  return at && toPlane(view, at);
}

/** Where clocks are told of beside Syria, a clock's step shows at its theatre. */
function clockOrPlace(step: MapStep, marks: Marks, land: Land, view: View): Point | undefined {
  return placeOf(step.at, marks, land, view, meant[step.kind]);
}

function waysOf(
  { at, to, kind }: MapStep,
  among: readonly string[],
  marks: Marks,
  land: Land,
  view: View,
): Way[] {
  const home = homeView(land, view.width, view.height, view.edges.rem);
  const syria = syriaOn(home, land);
  const members = among.length > 0 ? among : to === undefined ? [] : [at, to];
  const ways = members.flatMap((one, index) =>
    members.slice(index + 1).flatMap((other) => wayBetween(one, other, marks.capitals, syria) ?? []),
  );
  if (ways.length > 0 || to === undefined || to === at || kind !== 'order') return ways;
  const start = placeOf(at, marks, land, view);
  const goal = placeOf(to, marks, land, view);
  if (!start || !goal) return [];
  // The head ends at the rings, so that both can be seen.
  const far = Math.hypot(goal[0] - start[0], goal[1] - start[1]);
  const left = ((marks.theatres.find(({ id }) => id === to)?.radius ?? 4) + 5) / Math.max(far, 1);
  const end: Point = [goal[0] - (goal[0] - start[0]) * left, goal[1] - (goal[1] - start[1]) * left];
  const bend: Point = [(start[0] + end[0]) / 2, (start[1] + end[1]) / 2 - Math.abs(end[0] - start[0]) * 0.14];
  return [{ start, bends: [bend, bend], end }];
}
