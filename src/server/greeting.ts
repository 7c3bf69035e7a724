/**
 * Who somebody is: the first message of a connection is answered with a place in a room, or with a refusal that gives nothing away.
 * What may be asked for afterwards stands in `room/`.
 */
import type { Greeting, Reply, Role } from '../table/wire.ts';
import { mostPeople } from '../table/classWords.ts';
import { Buckets } from './limits.ts';
import type { Limits } from './limits.ts';
import type { Banned } from './patience.ts';
import { drawName } from './room/names.ts';
import type { Room } from './room/room.ts';
import { seatOne } from './room/seating.ts';
import type { RoomState } from './room/state.ts';
import { done, no } from './room/work.ts';
import type { Rooms } from './rooms.ts';
import { hashOf, isSame } from './secrets.ts';

interface Place {
  readonly role: Role;
  /** Empty for teacher and projector. */
  readonly person: string;
}

type Found =
  | ({ readonly ok: true; readonly room: Room; readonly token?: string; readonly projector?: string } & Place)
  | Extract<Reply, { ok: false }>;

interface GreeterOptions {
  readonly rooms: Rooms;
  readonly limits: Limits;
  readonly key: string | undefined;
  readonly now: () => number;
}

/** Make what hears greetings; it counts by address what was tried in vain, and forgets it again. */
export function greeter({ rooms, limits, key, now }: GreeterOptions): {
  hear(greeting: Greeting, address: string, banned: Banned): Promise<Found>;
  forget(now: number): void;
} {
  const byAddress = {
    wrong: new Buckets(limits.wrong),
    wrongTokens: new Buckets(limits.wrongTokens),
    rooms: new Buckets(limits.rooms),
  };
  async function hear(greeting: Greeting, address: string, banned: Banned): Promise<Found> {
    if (greeting.kind === 'open') {
      if (key !== undefined && !isSame(greeting.key ?? '', key)) {
        return byAddress.wrong.of(address, now()).take(now()) ? no('wrongKey') : no('tooManyTries');
      }
      if (!byAddress.rooms.of(address, now()).take(now())) return no('tooManyRooms');
      const made = await rooms.make(greeting.scenario, greeting.settings, greeting.seed);
      if (!made.ok) return made;
      const { room, teacher, projector } = made;
      return { ok: true, room, role: 'teacher', person: '', token: teacher, projector };
    }
    const isReturn = greeting.kind === 'return';
    const tries = (isReturn ? byAddress.wrongTokens : byAddress.wrong).of(address, now());
    if (!tries.has(now())) return no('tooManyTries');
    const room = await rooms.find(greeting.code);
    const token = hashOf(greeting.token);
    if (!isReturn && room) return join(room, token);
    const role = room && roleOf(room.state, token);
    if (room && role && banned.has(`${room.code} ${role.person}`, now())) return no('tooManyTries');
    if (room && role) return { ok: true, room, ...role };
    tries.take(now());
    // Which of the two was wrong is nobody's business.
    return no(isReturn ? 'noSuchSeatHere' : 'noSuchCode');
  }

  return {
    hear,
    forget: (time) => {
      for (const buckets of Object.values(byAddress)) buckets.forget(time);
    },
  };
}

function roleOf(state: RoomState, token: string): Place | null {
  if (token === state.teacher) return { role: 'teacher', person: '' };
  if (token === state.projector) return { role: 'projector', person: '' };
  const person = Object.values(state.people).find((one) => one.token === token);
  return person ? { role: 'person', person: person.id } : null;
}

async function join(room: Room, token: string): Promise<Found> {
  const reply = await room.run((work) => {
    const { state } = work;
    if (roleOf(state, token)) return done;
    if (state.worlds.every(({ phase }) => phase === 'ended')) return no('ended');
    if (state.settings.closed) return no('closed');
    if (Object.keys(state.people).length >= mostPeople) return no('full');
    const person = `p${state.joined + 1}`;
    work.add({ kind: 'joined', person, token, name: drawName(work) });
    work.add({ kind: 'here', person, here: true, host: work.host });
    const joined = work.state.people[person];
    // Who comes late to a class that was seated by lot is seated like the others.
    if (state.begun && state.settings.seating === 'lot' && joined) seatOne(work, joined);
    return done;
  });
  if (!reply.ok) return reply;
  const role = roleOf(room.state, token);
  return role ? { ok: true, room, ...role } : no('other');
}
