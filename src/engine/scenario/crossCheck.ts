/** Runs all checks that look from one part of a scenario to another, once each part has the right shape. */
import type { InParts } from '../inParts.ts';
import { checkEndings } from './checkEndings.ts';
import { checkGuards } from './checkGuards.ts';
import { checkMachines } from './checkMachines.ts';
import { checkParts } from './checkParts.ts';
import { knownOf } from './known.ts';
import { findLoops } from './loops.ts';
import type { Loop } from './loops.ts';
import type { Reporter } from './problems.ts';
import type { ScenarioShape } from './schema.ts';
import { proveNoGain } from './suffering.ts';
import type { SufferingProof } from './suffering.ts';

/** What the checks found out beside problems. */
export interface Findings {
  readonly loops: readonly Loop[];
  readonly suffering: SufferingProof;
}

/** Check a scenario against itself, in parts. */
export function* crossChecking(scenario: ScenarioShape, reporter: Reporter): InParts<Findings> {
  const known = knownOf(scenario);
  checkParts(scenario, known, reporter);
  yield;
  checkGuards(scenario, known, reporter);
  yield;
  checkMachines(scenario, known, reporter);
  yield;
  checkEndings(scenario, reporter);
  checkUse(scenario, reporter);
  yield;
  const suffering = proveNoGain(scenario, reporter);
  yield;
  return { suffering, loops: findLoops(scenario, reporter) };
}

/** An impulse that nothing fires is a link that never runs. */
function checkUse(scenario: ScenarioShape, reporter: Reporter): void {
  const fired = new Set<string>();
  const walk = (data: unknown): void => {
    if (Array.isArray(data)) data.forEach(walk);
    else if (data !== null && typeof data === 'object') {
      if ('type' in data && data.type === 'fire' && 'params' in data)
        fired.add((data.params as { link: string }).link);
      else Object.values(data).forEach(walk);
    }
  };
  walk(scenario);
  scenario.links.forEach(({ id, from }, at) => {
    if ('impulse' in from && !fired.has(id))
      reporter.report(
        ['links', at],
        'an impulse that nothing fires',
        'a move, option, event or clock that fires it',
      );
  });
}
