/**
 * Guards: a condition from the scenario is resolved once to cells, and tested by one pure function.
 * Both XState and the compiled tables ask this function; there is no second reading of a guard.
 */
import type { GuardShape } from '../scenario/guards.ts';
import { pairPath } from '../layout.ts';

/**
 * A resolved guard. A leaf asks whether a cell lies from `least` to `most`; `json` is what the author wrote, `code` the same guard as
 * numbers, which is what is tested (see `passes`).
 */
export type Guard = { readonly json: GuardShape; readonly code: Code } & (
  | { readonly op: 'within'; readonly cell: number; readonly least: number; readonly most: number }
  | { readonly op: 'all' | 'any'; readonly of: readonly Guard[] }
  | { readonly op: 'not'; readonly of: readonly [Guard] }
);

/** A guard as numbers: tests of five words each (cell, least, most, where to go on when it lies within, and when it does not). */
export interface Code {
  readonly words: Int32Array;
  /** Where to begin: a test, or `yes` or `no` where there is nothing to test. */
  readonly entry: number;
}
/** Where a test leads when the guard is decided. */
export const yes = -1;
export const no = -2;
/** Words of one test. */
export const testSize = 5;

/** Facts that a guard is tested on: the cells of a position. */
export type Facts = Int32Array;

/** Size of one step of a watched level (home, trust, aims, people), in hundredths. */
export const stepSize = 2000;
/** Size of one step of a client's confidence, in hundredths. */
export const confidenceStep = 2500;

/** Tell whether a guard holds on the facts. No guard always holds. */
export function holds(guard: Guard | null, facts: Facts): boolean {
  return guard === null || passes(guard.code.words, guard.code.entry, facts);
}

/**
 * Go through the tests of a guard. This is the only reading of a guard: XState, the rules and the screens all come here.
 * @param words tests of one guard or of many behind one another
 * @param entry the guard's first test, or `yes` or `no`
 */
export function passes(words: Int32Array, entry: number, facts: Facts): boolean {
  let at = entry;
  while (at >= 0) {
    const value = facts[words[at] ?? 0] ?? 0;
    const within = value >= (words[at + 1] ?? 0) && value <= (words[at + 2] ?? 0);
    at = words[at + (within ? 3 : 4)] ?? 0;
  }
  return at === yes;
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

/** Make a guard with its tests: those of its parts behind one another, each leading on where the whole is not decided yet. */
function guardOf(
  op: Guard['op'],
  cell: number,
  least: number,
  most: number,
  of: readonly Guard[],
  json: GuardShape,
): Guard {
  const words: number[] = op === 'within' ? [cell, least, most, yes, no] : [];
  let entry: number = op === 'within' ? 0 : op === 'any' ? no : yes;
  for (let part = of.length - 1; part >= 0; part--) {
    const { code } = of[part] as Guard;
    // What decides a part decides the whole, or leads on to the part that follows.
    const holding = op === 'all' ? entry : op === 'any' ? yes : no;
    const failing = op === 'all' ? no : op === 'any' ? entry : yes;
    const shifted = words.length;
    const lead = (to: number): number => (to >= 0 ? to + shifted : to === yes ? holding : failing);
    for (let at = 0; at < code.words.length; at++) {
      const word = code.words[at] ?? 0;
      words.push(at % testSize < 3 ? word : lead(word));
    }
    entry = lead(code.entry);
  }
  return { op, cell, least, most, of, json, code: { words: Int32Array.from(words), entry } } as Guard;
}
