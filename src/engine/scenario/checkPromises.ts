/** Checks what `checks.json` names: lines and stances that are kept, and the level that is measured. */
import type { Known } from './known.ts';
import { shown } from './problems.ts';
import type { Path, Reporter } from './problems.ts';
import type { CheckShape, ScenarioShape } from './schema.ts';

/** Check all promises of a scenario. */
export function checkPromises(
  checks: readonly CheckShape[],
  scenario: ScenarioShape,
  known: Known,
  reporter: Reporter,
): void {
  const lines = new Map<string, string[]>(
    scenario.capitals.flatMap(({ id, machine }) =>
      Object.entries(machine.states).map(
        ([line, region]) => [`${id}.${line}`, Object.keys(region.states)] as const,
      ),
    ),
  );
  const measures = [
    ...known.readable,
    ...scenario.capitals.flatMap(({ id, aims }) => aims.map((aim) => `aim.${id}.${aim.id}`)),
  ];
  const kept = (keep: Readonly<Record<string, string>> | undefined, path: Path): void => {
    for (const [line, stance] of Object.entries(keep ?? {})) {
      const stances = lines.get(line);
      if (!stances) reporter.report([...path, line], shown(line), 'a line of a capital', line, lines.keys());
      else if (!stances.includes(stance))
        reporter.report([...path, line], shown(stance), `a stance of ${line}`, stance, stances);
    }
  };
  checks.forEach((check, at) => {
    kept(check.keep, [at, 'keep']);
    kept(check.against, [at, 'against']);
    if (checks.findIndex(({ id }) => id === check.id) < at)
      reporter.report([at, 'id'], `${shown(check.id)} a second time`, 'each id once');
    if (!measures.includes(check.measure))
      reporter.report([at, 'measure'], shown(check.measure), 'a level or an aim', check.measure, measures);
    const compares = 'higherBy' in check.holds || 'lowerBy' in check.holds;
    if (compares && check.against === undefined)
      reporter.report([at], 'a comparison without "against"', 'the stances to compare with');
  });
}
