/** Who is here: how the log comes to say of people whether their devices are connected, and what a room does when it wakes. */
import type { Device } from './audience.ts';
import type { RoomState } from './state.ts';
import { done } from './work.ts';
import type { Work } from './work.ts';

/** A timer that ended so long before the room was read again does not count: nobody was there. */
const overdue = 60_000;
/** What is left on such a timer when the class comes back. */
const graceLeft = 30_000;

/** Tell whether the log says of somebody who is in the room that the device is not connected to a process. */
export function isAway({ people }: RoomState, person: string, host: string): boolean {
  return people[person] !== undefined && people[person].here !== host;
}

/** Say of a person whose device is connected here that it is. */
export function arrive(work: Work, person: string, devices: readonly Device[]): typeof done {
  const isConnected = devices.some((device) => device.person === person);
  if (isConnected && isAway(work.state, person, work.host))
    work.add({ kind: 'here', person, here: true, host: work.host });
  return done;
}

/** Say of a person whose last device left this process that it did. */
export function depart(work: Work, person: string): typeof done {
  const { host } = work;
  if (work.state.people[person]?.here === host) work.add({ kind: 'here', person, here: false, host });
  return done;
}

/** Let timers wait that ended while nobody served the room. */
export function wake(work: Work): typeof done {
  work.state.worlds.forEach(({ clock }, world) => {
    if (clock.until !== null && clock.until < work.now - overdue)
      work.add({ kind: 'clock', world, clock: { until: null, left: graceLeft } });
  });
  return done;
}

/** Say of everybody who did not come back after the room was read from the log that they are away. */
export function missEverybody(work: Work): typeof done {
  for (const { id, here } of Object.values(work.state.people))
    if (here !== null && here !== work.host) work.add({ kind: 'here', person: id, here: false, host: here });
  return done;
}
