/**
 * Everything that a scenario names, gathered once, so that each check can ask whether an id exists and which is nearest.
 */
import { pairPath } from '../layout.ts';
import type { CapitalMachineShape, ClientMachineShape } from './machines.ts';
import type { ScenarioShape } from './schema.ts';

type Machine = CapitalMachineShape | ClientMachineShape;

export interface Known {
  readonly capitals: ReadonlySet<string>;
  readonly clients: ReadonlySet<string>;
  readonly holders: ReadonlySet<string>;
  readonly theatres: ReadonlySet<string>;
  readonly governorates: ReadonlySet<string>;
  readonly events: ReadonlySet<string>;
  readonly clocks: ReadonlySet<string>;
  readonly links: ReadonlySet<string>;
  /** Links that are fired; all others run by themselves. */
  readonly impulses: ReadonlySet<string>;
  /** Options by decision. */
  readonly decisions: ReadonlyMap<string, readonly string[]>;
  /** Machines of capitals and clients. */
  readonly machines: ReadonlyMap<string, Machine>;
  /** Levels that links may move. */
  readonly levels: ReadonlySet<string>;
  /** Levels that can be read: those above, shares of control, and the people ledger. */
  readonly readable: ReadonlySet<string>;
}

/** Gather what a scenario names. */
export function knownOf(scenario: ScenarioShape): Known {
  const ids = (list: readonly { id: string }[]): Set<string> => new Set(list.map(({ id }) => id));
  const levels = new Set([
    ...scenario.issues.map(({ id }) => `issue.${id}`),
    ...scenario.levels.map(({ id }) => `level.${id}`),
    ...scenario.theatres.map(({ id }) => `violence.${id}`),
    ...scenario.trust.map(({ between }) => `trust.${pairPath(...between)}`),
    ...scenario.outsiders.map(({ id }) => `outsider.${id}`),
    ...scenario.clients.map(({ id }) => `confidence.${id}`),
    ...scenario.capitals.map(({ id }) => `home.${id}`),
  ]);
  const shares = scenario.governorates.flatMap(({ id }) =>
    scenario.holders.map((holder) => `control.${id}.${holder}`),
  );
  return {
    capitals: ids(scenario.capitals),
    clients: ids(scenario.clients),
    holders: new Set(scenario.holders),
    theatres: ids(scenario.theatres),
    governorates: ids(scenario.governorates),
    events: ids(scenario.events),
    clocks: ids(scenario.clocks),
    links: ids(scenario.links),
    impulses: ids(scenario.links.filter(({ from }) => 'impulse' in from)),
    decisions: new Map(scenario.decisions.map(({ id, options }) => [id, options.map((one) => one.id)])),
    machines: new Map<string, Machine>(
      [...scenario.capitals, ...scenario.clients].map(({ id, machine }) => [id, machine]),
    ),
    levels,
    readable: new Set([...levels, ...shares, 'people']),
  };
}

/** List a machine's moves with their lines. */
export function movesOf(machine: Machine | undefined): { line: string; move: string; kind: string }[] {
  const regions: Readonly<Record<string, { meta: { moves: Readonly<Record<string, { kind: string }>> } }>> =
    machine?.states ?? {};
  return Object.entries(regions).flatMap(([line, region]) =>
    Object.entries(region.meta.moves).map(([move, { kind }]) => ({ line, move, kind })),
  );
}
