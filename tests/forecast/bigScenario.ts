/** A scenario as large as one may become: the real one with its links and moves put in several times over. */
import { Scenario } from '../../src/engine/scenario/schema.ts';
import type { ScenarioShape } from '../../src/engine/scenario/schema.ts';
import { compile } from '../../src/engine/compile/compile.ts';
import type { Tables } from '../../src/engine/tables.ts';

/** Compile a scenario of at least so many links and so many moves a capital. */
export function bigTables(scenario: ScenarioShape, links: number, moves: number): Tables {
  const big = structuredClone(scenario) as ScenarioShape & { links: ScenarioShape['links'][number][] };
  for (let copy = 1; big.links.length < links; copy++)
    for (const link of scenario.links)
      if (big.links.length < links)
        big.links.push({ ...link, id: `${link.id}X${copy}`, strength: Math.trunc(link.strength / 3) });
  for (const { machine } of big.capitals) {
    const regions = Object.values(machine.states);
    const count = (): number => regions.reduce((sum, { meta }) => sum + Object.keys(meta.moves).length, 0);
    const originals = regions.flatMap((region) =>
      Object.entries(region.meta.moves)
        .filter(([, { kind }]) => kind !== 'joint')
        .map(([id, move]) => ({ region, id, move })),
    );
    for (let copy = 1; count() < moves; copy++) {
      for (const { region, id, move } of originals) {
        if (count() >= moves) break;
        (region.meta.moves as Record<string, typeof move>)[`${id}X${copy}`] = move;
        for (const { on } of Object.values(region.states) as { on?: Record<string, unknown> }[])
          if (on?.[id]) on[`${id}X${copy}`] = structuredClone(on[id]);
      }
    }
  }
  return compile(Scenario.parse(big));
}
