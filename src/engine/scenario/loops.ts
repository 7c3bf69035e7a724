/**
 * Finds the loops in a scenario's web of links. A loop that feeds itself must have a brake: a level on it that drifts back to
 * its anchor, or a loop that holds back through one of its levels.
 */
import type { Reporter } from './problems.ts';
import type { ScenarioShape } from './schema.ts';
import { driftOf, pullsOf, times } from './web.ts';
import type { Pull, Sign } from './web.ts';

export interface Loop {
  /** Levels in the order in which they pull one another. */
  readonly levels: readonly string[];
  readonly links: readonly string[];
  /** Feeds itself, or holds itself back. */
  readonly kind: 'reinforcing' | 'balancing';
  /** What a rise comes back as after one turn, in hundredths of itself (10000 = whole). */
  readonly gain: number;
  /** What slows a reinforcing one down, in words; null where nothing does, and for balancing ones. */
  readonly brake: string | null;
}

const mostLoops = 2000;

/** Find all loops; one that feeds itself without a brake is a problem. */
export function findLoops(scenario: ScenarioShape, reporter: Reporter): Loop[] {
  const found = circuits(pullsOf(scenario));
  const drift = driftOf(scenario);
  const signOf = (loop: readonly Pull[]): Sign =>
    loop.reduce<Sign>((sign, pull) => times(sign, pull.sign), 1);
  const balancing = found.filter((loop) => signOf(loop) === -1);
  return found.map((loop) => {
    const levels = loop.map(({ from }) => from);
    const links = loop.map(({ link }) => link);
    const gain = loop.reduce((product, { strength }) => (product * strength) / 10000, 10000);
    const told = { levels, links, gain: Math.round(gain) };
    if (signOf(loop) === -1) return { ...told, kind: 'balancing' as const, brake: null };
    const strongest =
      [...levels].sort((one, other) => (drift.get(other) ?? 0) - (drift.get(one) ?? 0))[0] ?? '';
    const holding = balancing.find((other) => other.some(({ from }) => levels.includes(from)));
    const brake =
      (drift.get(strongest) ?? 0) > 0
        ? `${strongest} drifts back to its anchor by ${(drift.get(strongest) ?? 0) / 100} % a round`
        : holding
          ? `held back by ${holding.map(({ link }) => link).join(', ')}`
          : null;
    if (brake === null)
      reporter.report(
        ['links', scenario.links.findIndex(({ id }) => id === links[0])],
        `a loop that feeds itself without a brake: ${links.join(', ')}`,
        `a drift above 0 on ${levels.join(' or ')}, or a link that holds one of them back`,
      );
    return { ...told, kind: 'reinforcing' as const, brake };
  });
}

/** List simple circuits, each once, beginning at its first level by name. */
function circuits(pulls: readonly Pull[]): Pull[][] {
  const from = new Map<string, Pull[]>();
  for (const pull of pulls) from.set(pull.from, [...(from.get(pull.from) ?? []), pull]);
  const found: Pull[][] = [];
  for (const first of [...from.keys()].sort()) {
    const way: Pull[] = [];
    const walk = (level: string): void => {
      for (const pull of from.get(level) ?? []) {
        if (found.length >= mostLoops) return;
        if (pull.to === first) found.push([...way, pull]);
        else if (pull.to > first && !way.some((one) => one.to === pull.to)) {
          way.push(pull);
          walk(pull.to);
          way.pop();
        }
      }
    };
    walk(first);
  }
  return found;
}
