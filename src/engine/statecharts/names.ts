/** How the names in a scenario's guards become cells and numbers. XState and the tables are given the same names. */
import { byText } from '../layout.ts';
import type { Layout } from '../layout.ts';
import type { ScenarioShape } from '../scenario/schema.ts';
import type { Names } from './holds.ts';

/** Make the names of a checked scenario; asking for something that is not there throws. */
export function namesOf(scenario: ScenarioShape, layout: Layout): Names {
  const machines = new Map(
    [...scenario.capitals, ...scenario.clients].map(({ id, machine }) => [id, machine.states]),
  );
  const must = (number: number, what: string): number => {
    if (number < 0) throw new Error(`no ${what}`);
    return number;
  };
  return {
    cell: layout.cell,
    stance: (owner, line, stance) =>
      must(
        Object.keys(machines.get(owner)?.[line]?.states ?? {})
          .sort(byText)
          .indexOf(stance),
        `stance ${owner}.${line}.${stance}`,
      ),
    option: (decision, option) =>
      must(
        scenario.decisions.find(({ id }) => id === decision)?.options.findIndex(({ id }) => id === option) ??
          -1,
        `option ${decision}.${option}`,
      ) + 1,
  };
}
