/**
 * Checks the statecharts of a scenario: is every stance reached and left, does every move belong to one line and lead somewhere,
 * do presses and joint moves find their counterparts, and are all capitals given as much to do?
 */
import type { Known } from './known.ts';
import { movesOf } from './known.ts';
import type { CapitalMachineShape, CapitalMoveShape, ClientMachineShape } from './machines.ts';
import { shown } from './problems.ts';
import type { Path, Reporter } from './problems.ts';
import type { ScenarioShape } from './schema.ts';

type Machine = CapitalMachineShape | ClientMachineShape;
type Region = Machine['states'][string];

/** The most a capital may have of each; between capitals the counts differ by one at most. */
const mostOf = { step: 12, act: 7, press: 3, joint: 4, decision: 6 } as const;

/** Check the machines of all capitals and clients. */
export function checkMachines(scenario: ScenarioShape, known: Known, reporter: Reporter): void {
  const is = (path: Path, id: string, among: Iterable<string>, what: string): void => {
    const ids = [...among];
    if (!ids.includes(id)) reporter.report(path, shown(id), what, id, ids);
  };
  for (const owners of ['capitals', 'clients'] as const) {
    scenario[owners].forEach(({ id, machine }, at) => {
      const path = [owners, at, 'machine'];
      if (machine.id !== id)
        reporter.report([...path, 'id'], shown(machine.id), `"${id}", the id of its owner`);
      checkOwnLines(machine, [...path, 'states']);
      for (const [line, region] of Object.entries(machine.states))
        checkRegion(machine, line, region, [...path, 'states', line]);
    });
  }
  scenario.capitals.forEach((capital, at) => {
    for (const [line, region] of Object.entries(capital.machine.states)) {
      for (const [move, definition] of Object.entries(region.meta.moves))
        checkMove(capital.id, move, definition, [
          'capitals',
          at,
          'machine',
          'states',
          line,
          'meta',
          'moves',
          move,
        ]);
    }
  });
  checkAsked();
  checkCounts();

  function checkOwnLines(machine: Machine, path: Path): void {
    const lineOf = new Map<string, string>();
    for (const { line, move } of movesOf(machine)) {
      const other = lineOf.get(move);
      if (other !== undefined)
        reporter.report(
          [...path, line, 'meta', 'moves', move],
          `a move that line ${other} has too`,
          'each move in one line',
        );
      lineOf.set(move, line);
    }
  }

  function checkRegion(machine: Machine, line: string, region: Region, path: Path): void {
    const stances = Object.keys(region.states);
    const what = `a stance of ${machine.id}.${line}`;
    is([...path, 'initial'], region.initial, stances, what);
    const used = new Set<string>();
    for (const [stance, state] of Object.entries(region.states)) {
      const here = [...path, 'states', stance];
      const leads = Object.values(state.on ?? {}).flatMap((list) => list.map(({ target }) => target));
      if (state.type === 'final' && leads.length > 0)
        reporter.report([...here, 'on'], 'moves from a stance that is marked final', 'no moves, or no mark');
      if (state.type !== 'final' && !leads.some((target) => target !== stance))
        reporter.report(
          here,
          'a stance that nothing leads out of',
          'a move to another stance, or "type": "final"',
        );
      if (state.meta?.supports !== undefined)
        is([...here, 'meta', 'supports'], state.meta.supports, known.clients, 'a client');
      for (const [event, transitions] of Object.entries(state.on ?? {})) {
        const at = [...here, 'on', event];
        used.add(event);
        const kind = region.meta.moves[event]?.kind;
        if (kind === undefined) {
          const other = movesOf(machine).find(({ move }) => move === event);
          if (other) reporter.report(at, `a move of line ${other.line}`, `a move of line ${line}`);
          else is(at, event, Object.keys(region.meta.moves), `a move of ${machine.id}.${line}`);
        }
        transitions.forEach((transition, place) => {
          is([...at, place, 'target'], transition.target, stances, what);
          if (kind === 'step' && transition.target === stance)
            reporter.report(
              [...at, place, 'target'],
              `${shown(stance)}, where it leaves from`,
              'another stance, since the move is a step',
            );
          if (transition.guard === undefined && place < transitions.length - 1)
            reporter.report(
              [...at, place],
              'no guard on a transition that is not the last',
              'a guard, or it to be the last, since those below are never tried',
            );
        });
      }
    }
    for (const move of Object.keys(region.meta.moves)) {
      if (!used.has(move))
        reporter.report(
          [...path, 'meta', 'moves', move],
          'a move that leads out of no stance',
          'a stance whose "on" has it',
        );
    }
    checkReached(region, path);
  }

  /** Guards count as open here: what a guard makes impossible in play is for playouts to show. */
  function checkReached(region: Region, path: Path): void {
    if (!Object.hasOwn(region.states, region.initial)) return;
    const reached = new Set([region.initial]);
    for (const stance of reached) {
      for (const list of Object.values(region.states[stance]?.on ?? {}))
        for (const { target } of list) reached.add(target);
    }
    for (const stance of Object.keys(region.states)) {
      if (!reached.has(stance))
        reporter.report(
          [...path, 'states', stance],
          'a stance that nobody can reach',
          `a way to it from "${region.initial}"`,
        );
    }
  }

  function checkMove(capital: string, id: string, move: CapitalMoveShape, path: Path): void {
    if (move.theatre !== undefined) is([...path, 'theatre'], move.theatre, known.theatres, 'a theatre');
    if (move.kind === 'act') {
      if (move.covers !== undefined) is([...path, 'covers'], move.covers, known.clients, 'a client');
      if (move.supports !== undefined) is([...path, 'supports'], move.supports, known.clients, 'a client');
    }
    if (move.kind === 'press') {
      const { client, move: asked } = move.press;
      is([...path, 'press', 'client'], client, known.clients, 'a client');
      if (known.clients.has(client)) {
        const askable = movesOf(known.machines.get(client)).filter(({ kind }) => kind === 'asked');
        is(
          [...path, 'press', 'move'],
          asked,
          askable.map((one) => one.move),
          `a move that can be asked of ${client}`,
        );
      }
      if (move.cost < 1 || move.cost > 3)
        reporter.report(
          [...path, 'cost'],
          shown(move.cost),
          'the least influence that can be pressed, 1 to 3',
        );
    }
    if (move.kind === 'joint') checkJoint(capital, id, move.joint, path);
  }

  function checkJoint(capital: string, id: string, joint: { id: string; all: string[] }, path: Path): void {
    joint.all.forEach((other, at) => {
      is([...path, 'joint', 'all', at], other, known.capitals, 'a capital');
      if (joint.all.indexOf(other) < at)
        reporter.report([...path, 'joint', 'all', at], `${shown(other)} a second time`, 'each capital once');
      if (!known.capitals.has(other) || other === capital) return;
      const partners = jointMovesOf(other).filter((one) => one.joint.id === joint.id);
      if (partners.length === 0) {
        const ids = jointMovesOf(other).map((one) => one.joint.id);
        reporter.report(
          [...path, 'joint', 'id'],
          `"${joint.id}", which ${other} does not have`,
          `a joint move of ${other} too`,
          joint.id,
          ids,
        );
      } else if (!partners.some((one) => sameMembers(one.joint.all, joint.all))) {
        reporter.report(
          [...path, 'joint', 'all'],
          `${joint.all.join(', ')}`,
          `the same capitals as in the joint move of ${other}`,
        );
      }
    });
    if (!joint.all.includes(capital))
      reporter.report([...path, 'joint', 'all'], joint.all.join(', '), `"${capital}" among them`);
    const same = jointMovesOf(capital).find((one) => one.joint.id === joint.id);
    if (same && same.move !== id)
      reporter.report(
        [...path, 'joint', 'id'],
        `"${joint.id}", which the move ${same.move} has too`,
        'each joint move once in a capital',
      );
  }

  function jointMovesOf(capital: string): { move: string; joint: { id: string; all: string[] } }[] {
    const machine = scenario.capitals.find(({ id }) => id === capital)?.machine;
    return Object.values(machine?.states ?? {}).flatMap((region) =>
      Object.entries(region.meta.moves).flatMap(([move, definition]) =>
        definition.kind === 'joint' ? [{ move, joint: definition.joint }] : [],
      ),
    );
  }

  function checkAsked(): void {
    const pressed = new Set(
      scenario.capitals.flatMap(({ machine }) =>
        Object.values(machine.states).flatMap((region) =>
          Object.values(region.meta.moves).map((move) =>
            move.kind === 'press' ? `${move.press.client}.${move.press.move}` : '',
          ),
        ),
      ),
    );
    scenario.clients.forEach(({ id, machine }, at) => {
      for (const { line, move, kind } of movesOf(machine)) {
        if (kind === 'asked' && !pressed.has(`${id}.${move}`))
          reporter.report(
            ['clients', at, 'machine', 'states', line, 'meta', 'moves', move],
            'a move that no capital asks for',
            'a press that asks for it',
          );
      }
    });
  }

  function checkCounts(): void {
    for (const [kind, most] of Object.entries(mostOf)) {
      const counts = scenario.capitals.map(({ id, machine }) =>
        kind === 'decision'
          ? scenario.decisions.filter(({ capital }) => capital === id).length
          : movesOf(machine).filter((one) => one.kind === kind).length,
      );
      const least = Math.min(...counts);
      counts.forEach((count, at) => {
        const path = kind === 'decision' ? ['decisions'] : ['capitals', at, 'machine'];
        const found = `${count} of kind "${kind}" for ${scenario.capitals[at]?.id}`;
        if (count > most) reporter.report(path, found, `${most} at most`);
        else if (count > least + 1)
          reporter.report(path, found, `${least + 1} at most, since another capital has ${least}`);
      });
    }
  }
}

function sameMembers(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((id) => other.includes(id));
}
