/** Checks lists that are tried in order (judgements, cases of events) and that every way a game can go finds an ending. */
import { shown } from './problems.ts';
import type { Path, Reporter } from './problems.ts';
import type { ScenarioShape } from './schema.ts';

const names = ['governs', 'north', 'outside'] as const;

/** Check cases, judgements and endings. */
export function checkEndings(scenario: ScenarioShape, reporter: Reporter): void {
  scenario.events.forEach(({ cases }, at) => checkOrder(['events', at, 'cases'], cases));
  for (const name of names) {
    const list = scenario.judgements[name];
    checkOrder(['judgements', name], list);
    list.forEach(({ id }, at) => {
      if (list.findIndex((one) => one.id === id) < at)
        reporter.report(['judgements', name, at, 'id'], `${shown(id)} a second time`, 'each id once');
    });
    scenario.endings.forEach((ending, at) =>
      ending[name].forEach((id, place) => {
        const ids = list.map((one) => one.id);
        if (!ids.includes(id))
          reporter.report(['endings', at, name, place], shown(id), `a judgement of ${name}`, id, ids);
      }),
    );
  }
  const found = new Set<string>();
  for (const { id: governs } of scenario.judgements.governs) {
    for (const { id: north } of scenario.judgements.north) {
      for (const { id: outside } of scenario.judgements.outside) {
        const ending = scenario.endings.find(
          (one) =>
            one.governs.includes(governs) && one.north.includes(north) && one.outside.includes(outside),
        );
        if (ending) found.add(ending.id);
        else
          reporter.report(
            ['endings'],
            `nothing for ${governs}, ${north} and ${outside}`,
            'an ending for each combination of judgements',
          );
      }
    }
  }
  scenario.endings.forEach(({ id }, at) => {
    if (!found.has(id))
      reporter.report(
        ['endings', at],
        'an ending that is never reached',
        'a combination of judgements that no ending above takes',
      );
  });

  function checkOrder(path: Path, list: readonly { when?: unknown }[]): void {
    list.forEach(({ when }, at) => {
      const last = at === list.length - 1;
      if (last && when !== undefined)
        reporter.report(
          [...path, at, 'when'],
          'a guard on the last entry',
          'none, so that one entry always holds',
        );
      if (!last && when === undefined)
        reporter.report(
          [...path, at],
          'no guard on an entry that is not the last',
          'a guard, since those below are never tried',
        );
    });
  }
}
