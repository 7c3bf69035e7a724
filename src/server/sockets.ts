/**
 * Connections of devices: who they are, what they may send and how often. Everything that comes in is looked at here before a
 * room sees it; nothing that comes in is ever thrown back as an error of ours.
 */
import type { Server as HttpServer } from 'node:http';
import { Server } from 'socket.io';
import type { Socket } from 'socket.io';
import type { DeviceSends, Greeted, Reply, Role, ServerSends } from '../table/wire.ts';
import { mostPeople } from '../table/classWords.ts';
import { DeskMessage, Greeting, mostBytes, PersonMessage } from '../table/wire.ts';
import { Bucket, Buckets } from './limits.ts';
import type { Limits } from './limits.ts';
import { deskCommand } from './room/deskCommands.ts';
import { drawName } from './room/names.ts';
import { mostTickets, personCommand } from './room/personCommands.ts';
import type { Device } from './room/audience.ts';
import type { Room } from './room/room.ts';
import { seatOne } from './room/seating.ts';
import type { RoomState } from './room/state.ts';
import { done, no } from './room/work.ts';
import type { Rooms } from './rooms.ts';
import { hashOf, isSame } from './secrets.ts';

export interface SocketsOptions {
  readonly rooms: Rooms;
  readonly limits: Limits;
  /** Addresses of this server and its like, from whose pages devices may connect; the page's own is always allowed. */
  readonly origins: readonly string[];
  /** Whether a proxy in front says who connects. */
  readonly trustProxy: boolean;
  /** What a teacher must know to make a room; nothing where anybody may. */
  readonly key: string | undefined;
  /** False where only long polling is offered. */
  readonly webSockets: boolean;
  /** How long after a connection broke its person counts as away, in milliseconds: a tablet that changes its network is back sooner. */
  readonly dropAfter: number;
  readonly now: () => number;
  readonly report: (error: unknown) => void;
}

type Wire = Socket<DeviceSends, ServerSends>;

/** How long a connection may stay silent about who it is. */
const greetWithin = 20_000;
/** How often addresses that ask for nothing any more are forgotten. */
const forgetEvery = 60_000;
/** Rows of a room after which only its teacher adds to it: many times what a class needs in a term. */
const mostRows = 30_000;
/** Packets that may wait for a device. */
const mostUnread = 200;
const talkative = new Set(['cable', 'write', 'ticket', 'reroll']);

/** Listen to devices on a web server. */
export function listenToDevices(http: HttpServer, options: SocketsOptions): { close(): Promise<void> } {
  const { limits, now } = options;
  const io = new Server<DeviceSends, ServerSends>(http, {
    maxHttpBufferSize: mostBytes,
    transports: options.webSockets ? ['polling', 'websocket'] : ['polling'],
    serveClient: false,
    pingInterval: 20_000,
    pingTimeout: 15_000,
    connectTimeout: 10_000,
    cors: { origin: [...options.origins] },
    allowRequest: (request, decide) => decide(null, isFromHere(request.headers, options.origins)),
  });
  const byAddress = {
    messages: new Buckets(limits.address),
    connections: new Buckets(limits.connections),
    wrong: new Buckets(limits.wrong),
    wrongTokens: new Buckets(limits.wrongTokens),
    rooms: new Buckets(limits.rooms),
  };
  const open = new Map<string, number>();
  const timer = setInterval(() => {
    for (const buckets of Object.values(byAddress)) buckets.forget(now());
  }, forgetEvery);
  timer.unref();

  io.use((socket, next) => {
    const address = addressOf(socket, options.trustProxy);
    const few = (open.get(address) ?? 0) < limits.open;
    next(few && byAddress.connections.of(address, now()).take(now()) ? undefined : new Error('tooMany'));
  });

  io.on('connection', (socket) => {
    const address = addressOf(socket, options.trustProxy);
    open.set(address, (open.get(address) ?? 0) + 1);
    const own = new Bucket(limits.messages, now());
    const talk = new Bucket(limits.talk, now());
    let refused = 0;
    let tickets = 0;
    let device: (Device & { room: Room }) | null = null;
    /** A connection is one device for good: a second greeting is refused even while the first is being answered. */
    let greeted = false;
    const silent = setTimeout(() => device ?? socket.disconnect(true), greetWithin);

    socket.use((packet, next) => {
      if (own.take(now()) && byAddress.messages.of(address, now()).take(now())) return next();
      const reply = packet.at(-1) as unknown;
      if (typeof reply === 'function') reply(no('tooFast'));
      if (++refused > limits.refused) socket.disconnect(true);
    });
    // A listener hears of what middleware passes an error on; nothing else is thrown here.
    socket.on('error', () => undefined);

    answerTo(
      socket,
      'greet',
      options.report,
      (reply) => reply(),
      async (message): Promise<Greeted> => {
        const read = Greeting.safeParse(message);
        if (!read.success || greeted) return no('other');
        greeted = true;
        const found = await greet(read.data, address);
        greeted = found.ok;
        if (!found.ok) return found;
        const { room, role, person, ...told } = found;
        const { send, dismiss } = wireOf(socket);
        device = { room, role, person, send, dismiss };
        // Gone again while it was looked up.
        if (!socket.connected) return no('other');
        const { code, state } = room;
        const enter = device;
        setImmediate(() => room.enter(enter));
        return { ...told, ok: true, code, role, scenario: state.scenario, others: options.origins };
      },
    );

    const answerIn = (reply: () => void): void => {
      // Who has the answer has the new state too.
      if (device) device.room.audience.answer(device, reply);
      else reply();
    };
    answerTo(socket, 'do', options.report, answerIn, async (message): Promise<Reply> => {
      if (!device) return no('other');
      const { room, role, person } = device;
      if (role === 'projector') return no('other');
      if (role === 'teacher') {
        const read = DeskMessage.safeParse(message);
        if (!read.success) return no('other');
        const { id, command } = read.data;
        if (command.kind === 'erase') {
          await options.rooms.erase(room);
          return done;
        }
        return room.run((work) => deskCommand(work, command), id);
      }
      const read = PersonMessage.safeParse(message);
      if (!read.success) return no('other');
      const { id, command } = read.data;
      if (room.seq >= mostRows) return no('logFull');
      if (talkative.has(command.kind) && !talk.take(now())) return no('tooFast');
      if (command.kind === 'ticket' && ++tickets > mostTickets) return no('tooFast');
      // Numbers of messages are each person's own: nobody can make another's message look like a repeated one.
      return room.run((work) => personCommand(work, person, command), `${person}.${id}`);
    });

    socket.on('again', (world: unknown) => {
      // A whole game is a large answer to a small question.
      if (device && typeof world === 'number' && talk.take(now())) device.room.audience.again(device, world);
    });

    socket.on('disconnect', () => {
      clearTimeout(silent);
      const left = (open.get(address) ?? 1) - 1;
      if (left > 0) open.set(address, left);
      else open.delete(address);
      if (!device) return;
      const { room, person } = device;
      room.leave(device);
      if (person !== '') setTimeout(() => void room.left(person), options.dropAfter).unref();
    });
  });

  type Found =
    | { ok: true; room: Room; role: Role; person: string; token?: string; projector?: string }
    | Extract<Reply, { ok: false }>;

  async function greet(greeting: Greeting, address: string): Promise<Found> {
    const { rooms, key } = options;
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
    if (room && role) return { ok: true, room, ...role };
    tries.take(now());
    // Which of the two was wrong is nobody's business.
    return no(isReturn ? 'noSuchSeatHere' : 'noSuchCode');
  }

  return {
    close: async () => {
      clearInterval(timer);
      await io.close();
    },
  };
}

function roleOf(state: RoomState, token: string): { role: Role; person: string } | null {
  if (token === state.teacher) return { role: 'teacher', person: '' };
  if (token === state.projector) return { role: 'projector', person: '' };
  const person = Object.values(state.people).find((one) => one.token === token);
  return person ? { role: 'person', person: person.id } : null;
}

async function join(
  room: Room,
  token: string,
): Promise<{ ok: true; room: Room; role: Role; person: string } | Extract<Reply, { ok: false }>> {
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

/**
 * Answer a kind of message; what is thrown becomes a plain refusal, and who waits for no answer gets none.
 * @param when says when the answer may be sent
 */
function answerTo<T>(
  socket: Wire,
  event: 'greet' | 'do',
  report: (error: unknown) => void,
  when: (reply: () => void) => void,
  act: (message: unknown) => Promise<T>,
): void {
  const listener = (message: unknown, reply: unknown): void => {
    act(message).then(
      (result) => {
        if (typeof reply === 'function') when(() => reply(result));
      },
      (error: unknown) => {
        report(error);
        if (typeof reply === 'function') reply(no('other'));
      },
    );
  };
  socket.on(event, listener as never);
}

function wireOf(socket: Wire): Pick<Device, 'send' | 'dismiss'> {
  let unread = 0;
  socket.conn.on('drain', () => (unread = 0));
  return {
    send: (event, ...shown) => {
      // Who does not read is cut off before what it was sent fills the memory; it is shown everything when it comes back.
      if (++unread > mostUnread) socket.disconnect(true);
      else socket.emit(event, ...shown);
    },
    // What was sent just before must still get through.
    dismiss: () => void setTimeout(() => socket.disconnect(true), 200).unref(),
  };
}

/** The address of a device. It is kept in memory for the limits alone and never written anywhere. */
function addressOf({ handshake, request }: Wire, trustProxy: boolean): string {
  const said = trustProxy ? request.headers['x-forwarded-for'] : undefined;
  const last = (Array.isArray(said) ? said.at(-1) : said)?.split(',').at(-1)?.trim();
  return last || handshake.address;
}

/** Tell whether a page of this server, or no page at all, asks: pages of others must not speak for a device. */
function isFromHere(headers: { origin?: string; host?: string }, origins: readonly string[]): boolean {
  const { origin, host } = headers;
  if (origin === undefined || origins.includes(origin)) return true;
  try {
    return new URL(origin).host === host;
  } catch {
    return false;
  }
}
