/**
 * Proves from a scenario's links that no aim rises, and the people ledger does not brighten, because people suffer:
 * a rise of each level of suffering is followed along all links with its sign, and must reach no part where it would count as gain.
 * What suffering sets off beside links, by guards, is looked at in sufferingFires.ts.
 */
import type { Path, Reporter } from './problems.ts';
import type { ScenarioShape } from './schema.ts';
import { proveNoGainByFires } from './sufferingFires.ts';
import type { FiresProof } from './sufferingFires.ts';
import { told, waysFrom } from './ways.ts';
import { pullsOf } from './web.ts';
import type { Sign } from './web.ts';

/** What was gone through, for `check` to tell. */
export interface SufferingProof {
  readonly levels: readonly string[];
  /** Links along which a rise of suffering travels. */
  readonly links: readonly string[];
  readonly aims: number;
  /** Parts of aims that suffering reaches, all of them to their loss. */
  readonly lowered: readonly string[];
  /** What suffering sets off beside links. */
  readonly fires: FiresProof;
}

/** List the levels whose rise means that people suffer more. */
function sufferingOf(scenario: ScenarioShape): string[] {
  return [
    ...scenario.theatres.map(({ id }) => `violence.${id}`),
    ...scenario.levels.filter(({ suffering }) => suffering).map(({ id }) => `level.${id}`),
  ];
}

/** Follow suffering through the web; every way to a gain is a problem that shows the way. */
export function proveNoGain(scenario: ScenarioShape, reporter: Reporter): SufferingProof {
  const levels = sufferingOf(scenario);
  const pulls = [
    ...pullsOf(scenario),
    ...scenario.people.parts.map(({ level, from, to }) => ({
      from: level,
      to: 'people',
      sign: (to > from ? 1 : -1) as Sign,
      link: 'the people ledger',
    })),
  ];
  const reached = waysFrom(
    levels.map((level) => ({ level, sign: 1 as const })),
    pulls,
  );
  const lowered = new Set<string>();
  const parts = (
    list: readonly { level: string; from: number; to: number }[],
    path: Path,
    name: string,
  ): void => {
    list.forEach(({ level, from, to }, at) => {
      const gain: Sign = to > from ? 1 : -1;
      const way = reached.get(`${level} ${gain}`);
      if (way)
        reporter.report(
          [...path, 'parts', at],
          `a gain when people suffer: ${told(way)}`,
          'no way from suffering to a gain',
        );
      else if (reached.has(`${level} ${gain === 1 ? -1 : 1}`)) lowered.add(`${name} (${level})`);
    });
  };
  scenario.capitals.forEach((capital, at) =>
    capital.aims.forEach((aim, place) =>
      parts(aim.parts, ['capitals', at, 'aims', place], `${capital.id}.${aim.id}`),
    ),
  );
  parts(scenario.people.parts, ['people'], 'people');
  return {
    levels,
    links: [
      ...new Set(
        pullsOf(scenario)
          .filter(({ from }) => reached.has(`${from} 1`) || reached.has(`${from} -1`))
          .map(({ link }) => link),
      ),
    ],
    aims: scenario.capitals.reduce((sum, { aims }) => sum + aims.length, 0),
    lowered: [...lowered],
    fires: proveNoGainByFires(scenario, levels, reached, reporter),
  };
}
