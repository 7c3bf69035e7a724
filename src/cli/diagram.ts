/** `diagram`: draws the statecharts of a scenario as text, for a page (Mermaid) or for a statechart editor (XState). */
import type { CapitalMachineShape, ClientMachineShape } from '../engine/scenario/machines.ts';
import { oneOf, readArguments, WrongUse } from './command.ts';
import type { Command } from './command.ts';
import { wholeScenario } from './scenarioFiles.ts';

type Machine = CapitalMachineShape | ClientMachineShape;
const formats = ['mermaid', 'xstate'] as const;

export const diagram: Command = {
  summary: "draw a scenario's statecharts as text",
  usage: [
    'diagram <scenario> [--capital iran] [--format mermaid|xstate]',
    '',
    '  --capital   one capital or client; all of them where it is left out',
    '  --format    mermaid (the default): stateDiagram-v2, moves that stay in a stance in one arrow;',
    '              xstate: machine configs as JSON, for a statechart editor',
  ].join('\n'),
  run(args, print) {
    const { values, positionals } = readArguments(
      args,
      { capital: { type: 'string' }, format: { type: 'string' } },
      1,
    );
    const format = oneOf('format', values.format ?? 'mermaid', formats);
    const { scenario } = wholeScenario(positionals[0]);
    const owners = [...scenario.capitals, ...scenario.clients];
    const chosen = values.capital === undefined ? owners : owners.filter(({ id }) => id === values.capital);
    if (chosen.length === 0)
      throw new WrongUse(
        `--capital takes ${owners.map(({ id }) => id).join(', ')}, not '${values.capital}'.`,
      );
    if (format === 'mermaid') print(mermaid(chosen.map(({ machine }) => machine)));
    else {
      const [only] = chosen;
      const json =
        chosen.length === 1 ? only?.machine : Object.fromEntries(chosen.map((one) => [one.id, one.machine]));
      print(JSON.stringify(json, null, 2));
    }
    return 0;
  },
};

/** Draw machines as one Mermaid state diagram: a frame for each owner, its lines side by side. */
function mermaid(machines: readonly Machine[]): string {
  return ['stateDiagram-v2', ...machines.flatMap(frame)].join('\n');
}

function frame(machine: Machine): string[] {
  const lines = Object.entries(machine.states).map(([line, region]) => regionOf(machine.id, line, region));
  return [
    `  state ${machine.id} {`,
    ...lines.flatMap((one, at) => (at === 0 ? one : ['    --', ...one])),
    '  }',
  ];
}

function regionOf(owner: string, line: string, region: Machine['states'][string]): string[] {
  const name = (stance: string): string => `${owner}_${line}_${stance}`;
  const drawn = Object.entries(region.states).flatMap(([stance, state]) => {
    const arrows: string[] = [];
    const stays: string[] = [];
    for (const [move, transitions] of Object.entries(state.on ?? {})) {
      for (const { target, guard } of transitions) {
        const label = guard === undefined ? move : `${move} [${guard.type}]`;
        if (target === stance) stays.push(label);
        else arrows.push(`      ${name(stance)} --> ${name(target)} : ${label}`);
      }
    }
    if (stays.length > 0) arrows.push(`      ${name(stance)} --> ${name(stance)} : ${stays.join(', ')}`);
    if (state.type === 'final') arrows.push(`      ${name(stance)} --> [*]`);
    return [`      state "${stance}" as ${name(stance)}`, ...arrows];
  });
  return [
    `    state "${line}" as ${owner}_${line} {`,
    `      [*] --> ${name(region.initial)}`,
    ...drawn,
    '    }',
  ];
}
