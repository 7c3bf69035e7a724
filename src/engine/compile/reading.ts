/**
 * What all parts of compiling read a scenario by: its lists in the order of play, and how names in it become cells, numbers and
 * guards. No table is made here.
 */
import { byText, layoutOf } from '../layout.ts';
import type { Layout } from '../layout.ts';
import type { GuardShape } from '../scenario/guards.ts';
import type { FireShape } from '../scenario/machines.ts';
import type { ScenarioShape } from '../scenario/schema.ts';
import { resolveGuard } from '../statecharts/holds.ts';
import type { Guard, Names } from '../statecharts/holds.ts';
import { namesOf } from '../statecharts/names.ts';
import type { FireTable, PartTable } from '../tables.ts';

export interface Reading {
  readonly scenario: ScenarioShape;
  readonly layout: Layout;
  readonly names: Names;
  /** Sorted by id: places in these lists are the numbers by which tables speak of them. */
  readonly capitals: ScenarioShape['capitals'];
  readonly clients: ScenarioShape['clients'];
  readonly links: ScenarioShape['links'];
  /** Cell of a path that must exist. */
  cell(path: string): number;
  /** Number of a capital or a client by its id; -1 where there is none or none is asked for. */
  capital(id: string | undefined): number;
  client(id: string | undefined): number;
  guard(json: GuardShape): Guard;
  /** The guard of what may go without one. */
  guardIf(json: GuardShape | undefined): Guard | null;
  fires(list: readonly FireShape[] | undefined): FireTable[];
  part(json: { level: string; from: number; to: number; weight: number }): PartTable;
}

/** Prepare to read a checked scenario. */
export function readingOf(scenario: ScenarioShape): Reading {
  const layout = layoutOf(scenario);
  const names = namesOf(scenario, layout);
  const capitals = inOrder(scenario.capitals);
  const clients = inOrder(scenario.clients);
  const links = inOrder(scenario.links);
  const link = numbersOf(links);
  const guard = (json: GuardShape): Guard => resolveGuard(json, names);
  return {
    scenario,
    layout,
    names,
    capitals,
    clients,
    links,
    cell: layout.cell,
    capital: numbersOf(capitals),
    client: numbersOf(clients),
    guard,
    guardIf: (json) => (json ? guard(json) : null),
    fires: (list) =>
      (list ?? []).map(({ params }) => ({ link: link(params.link), times: params.times ?? 1 })),
    part: ({ level, from, to, weight }) => ({ cell: layout.cell(level), from, to, weight }),
  };
}

/** Order by id, the same everywhere. */
export function inOrder<T extends { id: string }>(list: readonly T[]): T[] {
  return [...list].sort((one, other) => byText(one.id, other.id));
}

function numbersOf(list: readonly { id: string }[]): (id: string | undefined) => number {
  const numbers = new Map<string | undefined, number>(list.map(({ id }, number) => [id, number]));
  return (id) => numbers.get(id) ?? -1;
}
