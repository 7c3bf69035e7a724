/** The statechart of a capital or a client as a graph: a frame a line, a box a stance, an arrow for the moves that lead on. */
import type { CapitalMachineShape, ClientMachineShape } from '../../engine/scenario/machines.ts';
import type { GuardShape } from '../../engine/scenario/guards.ts';
import type { ScenarioShape } from '../../engine/scenario/schema.ts';

/** One way in a statechart: a move that leads from a stance to another, or leaves it where it is. */
export interface ChartWay {
  readonly line: string;
  readonly move: string;
  readonly from: string;
  readonly to: string;
  readonly guard: GuardShape | null;
  readonly fires: readonly { readonly link: string; readonly times: number }[];
}

export interface ChartLine {
  readonly id: string;
  readonly stances: readonly string[];
  readonly initial: string;
  readonly ways: readonly ChartWay[];
}

type Region = Pick<
  CapitalMachineShape['states'][string] | ClientMachineShape['states'][string],
  'initial' | 'states'
>;

/** Read the lines of an owner's statechart; none where there is no such owner. */
export function linesOf(scenario: ScenarioShape, owner: string): ChartLine[] {
  const machine: CapitalMachineShape | ClientMachineShape | undefined = [
    ...scenario.capitals,
    ...scenario.clients,
  ].find(({ id }) => id === owner)?.machine;
  const regions: Readonly<Record<string, Region>> = machine?.states ?? {};
  return Object.entries(regions).map(([id, { initial, states }]) => ({
    id,
    initial,
    stances: Object.keys(states),
    ways: Object.entries(states).flatMap(([from, { on }]) =>
      Object.entries(on ?? {}).flatMap(([move, transitions]) =>
        transitions.map(({ target, guard, actions }) => ({
          line: id,
          move,
          from,
          to: target,
          guard: guard ?? null,
          fires: (actions ?? []).map(({ params }) => ({ link: params.link, times: params.times ?? 1 })),
        })),
      ),
    ),
  }));
}

type MoveMeta = CapitalMachineShape['states'][string]['meta']['moves'][string];

/** Find what a scenario says of a move: its sources and how sure they make it. */
export function metaOfMove(
  scenario: ScenarioShape,
  owner: string,
  move: string,
): Pick<MoveMeta, 'sources' | 'confidence'> | null {
  const machine = [...scenario.capitals, ...scenario.clients].find(({ id }) => id === owner)?.machine;
  for (const { meta } of Object.values(machine?.states ?? {})) {
    const found = meta.moves[move];
    if (found) return found;
  }
  return null;
}

export interface ChartBox {
  readonly line: string;
  /** Null for the frame of a line. */
  readonly stance: string | null;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const box = { width: 170, height: 46 };
const between = 190;
const margin = 26;
/** How far off an arrow runs for each stance that it passes. */
const lane = 30;

/** Place the boxes of an owner's lines: each line in a frame of its own, its stances in the author's order, one line below the other. */
export function boxesOf(lines: readonly ChartLine[]): ChartBox[] {
  let below = 0;
  return lines.flatMap(({ id, stances, ways }): ChartBox[] => {
    const runs = ways.filter(({ from, to }) => from !== to).map((way) => runOf(way, stances));
    const above = Math.max(0, ...runs.map(({ side, off }) => (side === 'above' ? off : 0)));
    const under = Math.max(0, ...runs.map(({ side, off }) => (side === 'below' ? off : 0)));
    const width = stances.length * box.width + (stances.length - 1) * between + 2 * margin;
    const height = above + under + box.height + 2 * margin + 10;
    const at = below;
    below += height + 18;
    return [
      { line: id, stance: null, x: 0, y: at, width, height },
      ...stances.map((stance, place) => ({
        line: id,
        stance,
        x: margin + place * (box.width + between),
        y: at + above + margin + 10,
        ...box,
      })),
    ];
  });
}

/** Say how an arrow runs: straight to the next stance, above to one further on, below on the way back. */
export function runOf(
  { from, to }: Pick<ChartWay, 'from' | 'to'>,
  stances: readonly string[],
): { side: 'next' | 'above' | 'below'; off: number } {
  const far = stances.indexOf(to) - stances.indexOf(from);
  if (far === 1) return { side: 'next', off: 0 };
  return { side: far > 1 ? 'above' : 'below', off: Math.abs(far) * lane };
}
