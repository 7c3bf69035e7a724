/**
 * Guards: a condition from the scenario is resolved once to cells, and tested by one pure function.
 * Both XState and the compiled tables ask this function; there is no second reading of a guard.
 */
import type { GuardShape } from '../scenario/guards.ts';
import { pairPath } from '../layout.ts';

/** A resolved guard. A leaf asks whether a cell lies from `least` to `most`; `json` is what the author wrote. */
export type Guard =
  | {
      readonly op: 'within';
      readonly cell: number;
      readonly least: number;
      readonly most: number;
      readonly json: GuardShape;
    }
  | { readonly op: 'all' | 'any'; readonly of: readonly Guard[]; readonly json: GuardShape }
  | { readonly op: 'not'; readonly of: readonly [Guard]; readonly json: GuardShape };

/** Facts that a guard is tested on: the cells of a position. */
export type Facts = Int32Array;

/** Size of one step of a watched level (home, trust, aims, people), in hundredths. */
export const stepSize = 2000;
/** Size of one step of a client's confidence, in hundredths. */
export const confidenceStep = 2500;

/** Tell whether a guard holds on the facts. No guard always holds. */
export function holds(guard: Guard | null, facts: Facts): boolean {
  if (guard === null) return true;
  switch (guard.op) {
    case 'within': {
      const value = facts[guard.cell] ?? 0;
      return value >= guard.least && value <= guard.most;
    }
    case 'all':
      for (const part of guard.of) if (!holds(part, facts)) return false;
      return true;
    case 'any':
      for (const part of guard.of) if (holds(part, facts)) return true;
      return false;
    case 'not':
      return !holds(guard.of[0], facts);
  }
}

/** Find the first part of a guard that stands in the way, as its author wrote it; null where it holds. */
export function whatFails(guard: Guard | null, facts: Facts): GuardShape | null {
  if (guard === null || holds(guard, facts)) return null;
  if (guard.op === 'all') {
    for (const part of guard.of) {
      const failing = whatFails(part, facts);
      if (failing) return failing;
    }
  }
  return guard.json;
}

/** How a guard's names become cells and numbers. */
export interface Names {
  /** Cell of a path; throws where there is none. */
  cell(path: string): number;
  /** Number of a stance in its line; throws where there is none. */
  stance(owner: string, line: string, stance: string): number;
  /** Number of an option as it stands in the answer cell, from 1; throws where there is none. */
  option(decision: string, option: string): number;
}

/**
 * Resolve a guard of a checked scenario to cells.
 * @throws when it names something that is not there: the scenario was not checked
 */
export function resolveGuard(guard: GuardShape, names: Names): Guard {
  const resolve = (part: GuardShape): Guard => resolveGuard(part, names);
  const within = (path: string, least: number, most = 2147483647): Guard =>
    guardOf('within', names.cell(path), least, most, [], guard);
  switch (guard.type) {
    case 'all':
    case 'any':
      return guardOf(guard.type, -1, 0, 0, guard.params.of.map(resolve), guard);
    case 'not':
      return guardOf('not', -1, 0, 0, [resolve(guard.params.of)], guard);
    case 'levelAtLeast':
      return within(guard.params.level, guard.params.value);
    case 'levelBelow':
      return within(guard.params.level, -2147483648, guard.params.value - 1);
    case 'stanceIs': {
      const { of, line, stance } = guard.params;
      const number = names.stance(of, line, stance);
      return within(`stance.${of}.${line}`, number, number);
    }
    case 'pactInForce':
      return within(`pact.${pairPath(...guard.params.between)}`, 1);
    case 'eventHappened':
      return within(`event.${guard.params.event}`, 1);
    case 'roundAtLeast':
      return within('round', guard.params.round);
    case 'roundBefore':
      return within('round', -2147483648, guard.params.round - 1);
    case 'homeAtLeast':
      return within(`home.${guard.params.capital}`, guard.params.step * stepSize);
    case 'trustAtLeast':
      return within(`trust.${pairPath(...guard.params.between)}`, guard.params.step * stepSize);
    case 'clockAtLeast':
      return within(`clock.${guard.params.clock}`, guard.params.segments);
    case 'confidenceAtLeast':
      return within(`confidence.${guard.params.client}`, guard.params.step * confidenceStep);
    case 'relianceAtLeast':
      return within(`reliance.${guard.params.client}.${guard.params.capital}`, guard.params.step);
    case 'answered': {
      const number = names.option(guard.params.decision, guard.params.option);
      return within(`answer.${guard.params.decision}`, number, number);
    }
    case 'hasMade':
      return within(`made.${guard.params.capital}.${guard.params.move}`, 1);
  }
}

/** Make a guard. All have the same fields in the same order, since they are tested in the innermost loop. */
function guardOf(
  op: Guard['op'],
  cell: number,
  least: number,
  most: number,
  of: readonly Guard[],
  json: GuardShape,
): Guard {
  return { op, cell, least, most, of, json } as Guard;
}
