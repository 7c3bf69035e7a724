/** The life of a world's session: which phase may follow which. How long a phase lasts and who says when is in `advance.ts`. */
import { setup, transition } from 'xstate';
import type { SessionPhase } from '../../table/wire.ts';

export type SessionEvent = 'begin' | 'talk' | 'close' | 'play' | 'read' | 'next' | 'back' | 'debrief' | 'end';

const session = setup({ types: { events: {} as { type: SessionEvent } } }).createMachine({
  id: 'session',
  initial: 'lobby',
  on: { end: { target: '.ended' } },
  states: {
    lobby: { on: { begin: 'briefing' } },
    briefing: { on: { talk: 'talks', back: 'briefing', debrief: 'debrief' } },
    // Orders can all be locked while talks still go on; then the round is played at once.
    talks: { on: { close: 'orders', play: 'reveal', back: 'briefing', debrief: 'debrief' } },
    orders: { on: { play: 'reveal', back: 'briefing', debrief: 'debrief' } },
    reveal: { on: { read: 'report', back: 'briefing', debrief: 'debrief' } },
    report: { on: { next: 'briefing', back: 'briefing', debrief: 'debrief' } },
    debrief: { on: { back: 'briefing' } },
    ended: { type: 'final' },
  },
});

/** The phase that follows on an event, or null where the event does not belong there. */
export function nextPhase(phase: SessionPhase, event: SessionEvent): SessionPhase | null {
  const before = session.resolveState({ value: phase });
  const [after] = transition(session, before, { type: event });
  return after === before ? null : after.value;
}
