/**
 * The typed vocabulary in which a scenario's statecharts speak, as XState sees it: every guard type and the one action.
 * Facts come on the event; the machines have no context of their own.
 */
import { setup } from 'xstate';
import type { AnyStateMachine } from 'xstate';
import { leafGuards } from '../scenario/guards.ts';
import type { GuardShape } from '../scenario/guards.ts';
import type { CapitalMachineShape, ClientMachineShape, FireShape } from '../scenario/machines.ts';
import { holds, resolveGuard } from './holds.ts';
import type { Facts, Names } from './holds.ts';

/** An event of a capital's (or client's) machine: a move, with the facts that guards are tested on. */
export interface MoveEvent {
  type: string;
  facts: Facts;
}

type Params = GuardShape['params'];

/**
 * Make the XState machine that a scenario's config describes.
 * @param config a config that has passed the strict schema (XState itself would ignore what it does not know)
 * @param names how guards find their cells
 * @returns a machine for `transition()`; it holds no context and starts nothing
 */
export function machineOf(config: CapitalMachineShape | ClientMachineShape, names: Names): AnyStateMachine {
  const guardTypes = [...leafGuards.map((guard) => guard.shape.type.value), 'all', 'any', 'not'] as const;
  const test =
    (type: string) =>
    ({ event }: { event: MoveEvent }, params: Params): boolean =>
      // The schema has matched type and params before.
      holds(resolveGuard({ type, params } as GuardShape, names), event.facts);
  const vocabulary = setup({
    types: { events: {} as MoveEvent },
    guards: Object.fromEntries(guardTypes.map((type) => [type, test(type)])),
    // Nothing runs: `transition()` hands actions back as data.
    actions: { fire: (_state, _params: FireShape['params']) => {} },
  });
  // The JSON was checked by the strict schema; TypeScript cannot follow a config that is only known when it is read.
  return vocabulary.createMachine(
    config as unknown as Parameters<typeof vocabulary.createMachine>[0],
  ) as AnyStateMachine;
}
