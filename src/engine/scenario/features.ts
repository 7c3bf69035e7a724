/**
 * Names the statechart features of XState that a scenario may not use, so that an author who pastes a chart from an editor
 * reads which feature stands in the way instead of "unknown key".
 */
import { childOf, shown } from './problems.ts';
import type { Path, Reporter } from './problems.ts';

const features: Readonly<Record<string, string>> = {
  always: 'transitions without an event',
  after: 'delayed transitions',
  entry: 'entry actions',
  exit: 'exit actions',
  onEntry: 'entry actions',
  onExit: 'exit actions',
  invoke: 'invoked actors',
  history: 'history states',
  reenter: 'reentering transitions',
  internal: 'internal transitions',
  cond: 'the old name of a guard',
  in: 'conditions on a state',
  onDone: 'transitions when a state is done',
  onError: 'transitions on an error',
  context: 'context',
  data: 'data of a final state',
  output: 'output of a final state',
  input: 'input',
  tags: 'tags',
  activities: 'activities',
  delay: 'delays',
  delimiter: 'another delimiter',
};

/** Paths at which a feature was found; what the schema says about the same places need not be said again. */
export type FeaturePlaces = Path[];

/**
 * Look through the machines of all capitals and clients.
 * @param data a scenario as it stood in the file, not yet checked
 */
export function findFeatures(data: unknown, reporter: Reporter): FeaturePlaces {
  const places: FeaturePlaces = [];
  const found = (path: Path, what: string, expected: string): void => {
    places.push(path);
    reporter.report(path, what, expected);
  };
  for (const owners of ['capitals', 'clients']) {
    const list = childOf(data, owners);
    if (!Array.isArray(list)) continue;
    list.forEach((owner, at) => machine(childOf(owner, 'machine'), [owners, at, 'machine']));
  }
  return places;

  function machine(config: unknown, path: Path): void {
    named(config, path, ['on']);
    const type = childOf(config, 'type');
    if (type !== undefined && type !== 'parallel')
      found(
        [...path, 'type'],
        `a machine of type ${shown(type)}`,
        'a "parallel" one, whose regions are lines',
      );
    for (const [line, region] of entries(childOf(config, 'states'))) {
      const at = [...path, 'states', line];
      named(region, at, ['on']);
      for (const [stance, state] of entries(childOf(region, 'states')))
        stanceOf(state, [...at, 'states', stance]);
    }
  }

  function stanceOf(state: unknown, path: Path): void {
    named(state, path, ['states', 'initial']);
    const type = childOf(state, 'type');
    if (type !== undefined && type !== 'final')
      found([...path, 'type'], `a stance of type ${shown(type)}`, '"final" or no type');
    for (const [event, transitions] of entries(childOf(state, 'on'))) {
      const at = [...path, 'on', event];
      if (event.includes('*')) found(at, 'a wildcard event', 'the id of a move');
      else if (event === '' || event.startsWith('xstate.'))
        found(at, 'an event of XState itself', 'the id of a move');
      else if (Array.isArray(transitions))
        transitions.forEach((one, index) => transition(one, [...at, index]));
      else if (transitions !== undefined)
        found(
          at,
          `a transition as ${kindOf(transitions)}`,
          'a list of transitions, each an object with its target',
        );
    }
  }

  function transition(one: unknown, path: Path): void {
    if (one === null || typeof one !== 'object' || Array.isArray(one)) {
      found(path, `a transition as ${kindOf(one)}`, 'an object with its target');
      return;
    }
    named(one, path, []);
    const target = childOf(one, 'target');
    if (target === undefined)
      found(
        [...path, 'target'],
        'a transition without a target',
        'the stance it leads to (its own, to stay)',
      );
    else if (Array.isArray(target))
      found([...path, 'target'], 'several targets', 'one stance of the same line');
    else if (typeof target === 'string' && /[#.]/.test(target))
      found([...path, 'target'], `a target outside the line, ${shown(target)}`, 'a stance of the same line');
    const guard = childOf(one, 'guard');
    if (typeof guard === 'string')
      found([...path, 'guard'], `a guard by name, ${shown(guard)}`, 'a guard with type and params');
    const actions = childOf(one, 'actions');
    if (actions !== undefined && !Array.isArray(actions))
      found([...path, 'actions'], `actions as ${kindOf(actions)}`, 'a list of "fire" actions');
    else if (Array.isArray(actions))
      actions.forEach((action, index) => {
        const type = childOf(action, 'type');
        if (typeof action === 'string')
          found(
            [...path, 'actions', index],
            `an action by name, ${shown(action)}`,
            'a "fire" action with params',
          );
        else if (type !== 'fire')
          found([...path, 'actions', index], `an action of type ${shown(type)}`, 'the only action, "fire"');
      });
  }

  function named(config: unknown, path: Path, misplaced: readonly string[]): void {
    if (config === null || typeof config !== 'object' || Array.isArray(config)) return;
    for (const key of Object.keys(config)) {
      const words = Object.hasOwn(features, key) ? features[key] : undefined;
      if (words !== undefined)
        found(
          [...path, key],
          `the statechart feature "${key}" (${words})`,
          'a chart without it: this feature cannot be played',
        );
      else if (misplaced.includes(key) && key !== 'on')
        found([...path, key], 'nested states', 'a stance without states of its own');
      else if (misplaced.includes(key))
        found([...path, key], 'transitions of a whole machine or line', 'transitions inside stances');
    }
  }
}

function entries(data: unknown): [string, unknown][] {
  return data !== null && typeof data === 'object' && !Array.isArray(data) ? Object.entries(data) : [];
}

function kindOf(data: unknown): string {
  if (Array.isArray(data)) return 'a list';
  return data === null ? 'null' : typeof data === 'string' ? 'text' : `a plain ${typeof data}`;
}
