/** What a level drifts back to and how fast, as the scenario says it. */
import type { ScenarioShape } from '../../engine/scenario/schema.ts';

export interface Living {
  readonly anchor: number;
  /** Hundredths of the distance a quarter. */
  readonly drift: number;
}

/** Find how a level lives; null for what only moves when it is pushed. */
export function livingOf(path: string, scenario: ScenarioShape): Living | null {
  const [kind = '', one = '', other = ''] = path.split('.');
  const is = ({ id }: { id: string }): boolean => id === one;
  const finders: Readonly<Record<string, () => Living | undefined>> = {
    issue: () => scenario.issues.find(is),
    level: () => scenario.levels.find(is),
    violence: () => scenario.theatres.find(is)?.violence,
    confidence: () => scenario.clients.find(is)?.confidence,
    outsider: () => scenario.outsiders.find(is)?.alarm,
    home: () => scenario.capitals.find(is)?.home,
    trust: () => scenario.trust.find(({ between }) => between.includes(one) && between.includes(other)),
  };
  return finders[kind]?.() ?? null;
}
