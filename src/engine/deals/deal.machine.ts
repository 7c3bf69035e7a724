/**
 * The life of an offer and of the pact it becomes, as a statechart. The rules read its states as numbers, taken from the
 * machine itself, so that the drawing and the play cannot differ.
 */
import { setup } from 'xstate';

export const dealEvents = [
  'counter',
  'accept',
  'decline',
  'withdraw',
  'expire',
  'keep',
  'breach',
  'fail',
  'lapse',
] as const;
export type DealEvent = (typeof dealEvents)[number];

export const dealMachine = setup({ types: { events: {} as { type: DealEvent } } }).createMachine({
  id: 'deal',
  initial: 'proposed',
  states: {
    proposed: {
      on: {
        counter: 'countered',
        accept: 'inForce',
        decline: 'declined',
        withdraw: 'withdrawn',
        expire: 'expired',
      },
    },
    countered: { on: { accept: 'inForce', decline: 'declined', withdraw: 'withdrawn', expire: 'expired' } },
    inForce: { on: { keep: 'kept', breach: 'breached', fail: 'tried', lapse: 'lapsed' } },
    kept: { type: 'final' },
    breached: { type: 'final' },
    tried: { type: 'final' },
    lapsed: { type: 'final' },
    declined: { type: 'final' },
    withdrawn: { type: 'final' },
    expired: { type: 'final' },
  },
});

/** All states; a state's number in the position is its place here, 0 is an empty slot. */
export const dealStates = ['empty', ...Object.keys(dealMachine.states)] as readonly DealState[];
export type DealState =
  | 'empty'
  | 'proposed'
  | 'countered'
  | 'inForce'
  | 'kept'
  | 'breached'
  | 'tried'
  | 'lapsed'
  | 'declined'
  | 'withdrawn'
  | 'expired';

/** Number of a state. */
export function stateNumber(state: DealState): number {
  return dealStates.indexOf(state);
}

/** Number of the state that follows; the same one when the machine knows no such way. */
export function nextState(number: number, event: DealEvent): number {
  return following[number]?.[event] ?? number;
}

const following: Partial<Record<DealEvent, number>>[] = dealStates.map((state) => {
  const transitions = dealMachine.root.states[state]?.transitions;
  const ways: Partial<Record<DealEvent, number>> = {};
  for (const event of dealEvents) {
    const target = transitions?.get(event)?.[0]?.target?.[0]?.key;
    if (target !== undefined) ways[event] = dealStates.indexOf(target as DealState);
  }
  return ways;
});
