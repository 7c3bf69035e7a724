/**
 * The causal web that a scenario's links spin between levels, with signs: what rises when what rises. Used to prove things
 * about a scenario before it is played; amounts and delays do not count here.
 */
import { pairPath } from '../layout.ts';
import type { GuardShape } from './guards.ts';
import type { ScenarioShape } from './schema.ts';

export type Sign = 1 | -1;

/** When the level `from` rises, the level `to` rises (1) or falls (-1), by this link. */
export interface Pull {
  readonly from: string;
  readonly to: string;
  readonly sign: Sign;
  readonly link: string;
  /** Hundredths of the rise of `from`; 0 where only a guard ties the two. */
  readonly strength: number;
}

/** List all pulls between levels. A guard on a link ties the levels it reads to the link's target, in both directions where the sign is open. */
export function pullsOf(scenario: ScenarioShape): Pull[] {
  return scenario.links.flatMap((link) => {
    const { id, from, to, strength } = link;
    const targets: { to: string; sign: Sign }[] =
      'level' in to
        ? [{ to: to.level, sign: 1 }]
        : [
            { to: `control.${to.control}.${to.to}`, sign: 1 },
            { to: `control.${to.control}.${to.from}`, sign: -1 },
          ];
    const pushes: Sign = strength < 0 ? -1 : 1;
    return targets.flatMap((target): Pull[] => {
      const pulls: Pull[] = [];
      if ('level' in from)
        pulls.push({ from: from.level, to: target.to, sign: times(pushes, target.sign), link: id, strength });
      for (const [level, sign] of levelsIn(link.when)) {
        // What a level or an impulse moves may have either sign; what a stance moves has the link's.
        const signs: Sign[] = 'stance' in from ? [times(times(pushes, target.sign), sign)] : [1, -1];
        for (const one of signs) pulls.push({ from: level, to: target.to, sign: one, link: id, strength: 0 });
      }
      return pulls;
    });
  });
}

/** Share of the distance to its anchor that each level drifts a round, in hundredths. */
export function driftOf(scenario: ScenarioShape): ReadonlyMap<string, number> {
  return new Map([
    ...scenario.issues.map((one) => [`issue.${one.id}`, one.drift] as const),
    ...scenario.levels.map((one) => [`level.${one.id}`, one.drift] as const),
    ...scenario.theatres.map((one) => [`violence.${one.id}`, one.violence.drift] as const),
    ...scenario.trust.map((one) => [`trust.${pairPath(...one.between)}`, one.drift] as const),
    ...scenario.outsiders.map((one) => [`outsider.${one.id}`, one.alarm.drift] as const),
    ...scenario.clients.map((one) => [`confidence.${one.id}`, one.confidence.drift] as const),
    ...scenario.capitals.map((one) => [`home.${one.id}`, one.home.drift] as const),
  ]);
}

/** Levels that a guard reads, each with the sign by which its rise makes the guard hold. */
export function levelsIn(guard: GuardShape | undefined, sign: Sign = 1): [string, Sign][] {
  switch (guard?.type) {
    case 'all':
    case 'any':
      return guard.params.of.flatMap((one) => levelsIn(one, sign));
    case 'not':
      return levelsIn(guard.params.of, times(sign, -1));
    case 'levelAtLeast':
      return [[guard.params.level, sign]];
    case 'levelBelow':
      return [[guard.params.level, times(sign, -1)]];
    case 'homeAtLeast':
      return [[`home.${guard.params.capital}`, sign]];
    case 'trustAtLeast':
      return [[`trust.${pairPath(...guard.params.between)}`, sign]];
    case 'confidenceAtLeast':
      return [[`confidence.${guard.params.client}`, sign]];
    default:
      return [];
  }
}

/** Multiply two signs. */
export function times(one: Sign, other: Sign): Sign {
  return one === other ? 1 : -1;
}
