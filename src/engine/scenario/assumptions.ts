/**
 * Assumptions that somebody else may see otherwise: strengths of links, start values, weights of aims. What each may be changed to,
 * and a copy of a scenario in which some are changed. The copy names them, and so do records of games that are played on it.
 */
import { z } from '../zod.ts';
import { pairPath } from '../layout.ts';
import type { ScenarioShape } from './schema.ts';

/** One changed assumption: `link.truceUp`, `start.issue.truce`, `weight.iran.unitarySyria.0`. */
export const Assumption = z.strictObject({
  what: z
    .string()
    .regex(/^(link|start|weight)(\.[a-z][A-Za-z0-9]*)+(\.\d{1,2})?$/)
    .max(120),
  is: z.int().min(-10_000).max(10_000),
});
export type Assumption = z.infer<typeof Assumption>;
export const Assumptions = z.array(Assumption).min(1).max(200);

type AssumptionKind = 'link' | 'start' | 'weight';

/** What can be assumed otherwise: its value in the scenario and the range in which it may be changed. */
export interface Assumable {
  readonly what: string;
  readonly kind: AssumptionKind;
  readonly is: number;
  readonly least: number;
  readonly most: number;
}

type Confidence = 'high' | 'medium' | 'low';
/** How far a link's strength may be taken from its middle, in hundredths of it: the range from which games draw. */
const strengthRange: Record<Confidence, number> = { high: 1000, medium: 2500, low: 5000 };
/** How far a start value may be moved, in hundredths of the scale. */
const startRange: Record<Confidence, number> = { high: 500, medium: 1000, low: 2000 };

interface Place extends Assumable {
  /** Writes another value into a copy of the scenario. */
  readonly write: (value: number) => void;
}

/** List everything that can be assumed otherwise, in the scenario's order. */
export function assumable(scenario: ScenarioShape): Assumable[] {
  return places(scenario).map(({ what, kind, is, least, most }) => ({ what, kind, is, least, most }));
}

export type Assumed =
  | { readonly ok: true; readonly scenario: ScenarioShape }
  | {
      readonly ok: false;
      /** The first that cannot be made, and what it could be; null where there is nothing of that name. */
      readonly wrong: Assumption;
      readonly range: { readonly least: number; readonly most: number } | null;
    };

/**
 * Make a copy of a scenario in which some things are assumed otherwise. The scenario itself stays as it is.
 * @returns the copy, naming its assumptions in order; or the first that there is not or that leaves its range
 */
export function assume(scenario: ScenarioShape, assumptions: readonly Assumption[]): Assumed {
  // What is undefined is not written: assumptions made before are dropped.
  const copy = JSON.parse(JSON.stringify({ ...scenario, assumed: undefined })) as ScenarioShape;
  const known = new Map(places(copy).map((place) => [place.what, place]));
  const kept: Assumption[] = [];
  for (const wrong of assumptions) {
    const place = known.get(wrong.what);
    if (!place) return { ok: false, wrong, range: null };
    const { is, least, most, write } = place;
    if (!Number.isInteger(wrong.is) || wrong.is < least || wrong.is > most)
      return { ok: false, wrong, range: { least, most } };
    if (wrong.is === is) continue;
    write(wrong.is);
    kept.push({ what: wrong.what, is: wrong.is });
  }
  if (kept.length === 0) return { ok: true, scenario: copy };
  const order = [...known.keys()];
  kept.sort((one, other) => order.indexOf(one.what) - order.indexOf(other.what));
  return { ok: true, scenario: { ...copy, assumed: kept } };
}

function places(scenario: ScenarioShape): Place[] {
  const found: Place[] = [];
  for (const link of scenario.links) {
    const doubt = Math.trunc((Math.abs(link.strength) * strengthRange[link.confidence]) / 10_000);
    // Where somebody holds that there is no such link, none may be assumed.
    const weakest = link.dissent ? 0 : Math.abs(link.strength) - doubt;
    const ends = [weakest, Math.abs(link.strength) + doubt].map((size) =>
      link.strength < 0 ? 0 - size : size,
    );
    found.push({
      what: `link.${link.id}`,
      kind: 'link',
      is: link.strength,
      least: Math.min(...ends),
      most: Math.min(10_000, Math.max(...ends)),
      write: (value) => (link.strength = value),
    });
  }
  for (const { path, of } of startsOf(scenario)) {
    const range = startRange[of.confidence];
    found.push({
      what: `start.${path}`,
      kind: 'start',
      is: of.start,
      least: Math.max(0, of.start - range),
      most: Math.min(10_000, of.start + range),
      write: (value) => (of.start = value),
    });
  }
  for (const { id, aims } of scenario.capitals)
    for (const aim of aims)
      aim.parts.forEach((part, at) =>
        found.push({
          what: `weight.${id}.${aim.id}.${at}`,
          kind: 'weight',
          is: part.weight,
          least: Math.max(1, Math.trunc(part.weight / 2)),
          most: Math.min(100, part.weight * 2),
          write: (value) => (part.weight = value),
        }),
      );
  return found;
}

interface Living {
  start: number;
  readonly confidence: Confidence;
}

/** All levels that start at a value of their own. Shares of land must add up and are left as they are. */
function startsOf(scenario: ScenarioShape): { path: string; of: Living }[] {
  return [
    ...scenario.issues.map((of) => ({ path: `issue.${of.id}`, of })),
    ...scenario.levels.map((of) => ({ path: `level.${of.id}`, of })),
    ...scenario.theatres.map(({ id, violence: of }) => ({ path: `violence.${id}`, of })),
    ...scenario.clients.map(({ id, confidence: of }) => ({ path: `confidence.${id}`, of })),
    ...scenario.outsiders.map(({ id, alarm: of }) => ({ path: `outsider.${id}`, of })),
    ...scenario.capitals.map(({ id, home: of }) => ({ path: `home.${id}`, of })),
    ...scenario.trust.map((of) => ({ path: `trust.${pairPath(...of.between)}`, of })),
  ];
}
