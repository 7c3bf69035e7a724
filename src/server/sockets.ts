/**
 * Connections of devices: who they are, what they may send and how often. Everything that comes in is looked at here before a
 * room sees it; nothing that comes in is ever thrown back as an error of ours.
 */
import type { Server as HttpServer } from 'node:http';
import { Server } from 'socket.io';
import type { Socket } from 'socket.io';
import type { DeviceSends, Greeted, Reply, ServerSends } from '../table/wire.ts';
import { DeskMessage, Greeting, mostBytes, PersonMessage } from '../table/wire.ts';
import { Bucket, Buckets } from './limits.ts';
import type { Limits } from './limits.ts';
import { greeter } from './greeting.ts';
import { Banned, holdToBudget, Patience } from './patience.ts';
import { deskCommand } from './room/deskCommands.ts';
import { mostTickets, personCommand } from './room/personCommands.ts';
import type { Device } from './room/audience.ts';
import type { Room } from './room/room.ts';
import { done, no } from './room/work.ts';
import type { Rooms } from './rooms.ts';

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
  const { limits, now, rooms } = options;
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
  const greet = greeter(options);
  const byAddress = { messages: new Buckets(limits.address), connections: new Buckets(limits.connections) };
  const open = new Map<string, number>();
  const banned = new Banned();
  const timer = setInterval(() => {
    for (const buckets of Object.values(byAddress)) buckets.forget(now());
    greet.forget(now());
    banned.forget(now());
  }, forgetEvery);
  timer.unref();

  io.engine.on('connection', (line: Parameters<typeof holdToBudget>[0]) => holdToBudget(line, limits, now));
  io.use((socket, next) => {
    const address = addressOf(socket, options.trustProxy);
    const few = (open.get(address) ?? 0) < limits.open;
    next(few && byAddress.connections.of(address, now()).take(now()) ? undefined : new Error('tooMany'));
  });

  io.on('connection', (socket) => {
    const address = addressOf(socket, options.trustProxy);
    open.set(address, (open.get(address) ?? 0) + 1);
    const own = new Bucket(limits.messages, now());
    const strange = new Bucket(limits.strangers, now());
    const talk = new Bucket(limits.talk, now());
    let tickets = 0;
    let device: (Device & { room: Room }) | null = null;
    /** A connection is one device for good: a second greeting is refused even while the first is being answered. */
    let greeted = false;
    const patience = new Patience(limits, () => {
      if (device) banned.add(`${device.room.code} ${device.person}`, now() + limits.banned);
      socket.disconnect(true);
    });
    const wrong = (): Extract<Reply, { ok: false }> => {
      patience.misshapen();
      return no('other');
    };
    const silent = setTimeout(() => device ?? socket.disconnect(true), greetWithin);

    socket.use((packet, next) => {
      const mine = device ? own : strange;
      if (mine.take(now()) && byAddress.messages.of(address, now()).take(now())) return next();
      const reply = packet.at(-1) as unknown;
      if (typeof reply === 'function') reply(no('tooFast'));
      patience.hasty();
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
        if (!read.success || greeted) return wrong();
        greeted = true;
        const found = await greet.hear(read.data, address, banned);
        greeted = found.ok;
        if (!found.ok) return found;
        const { room, role, person, ...told } = found;
        const { send, dismiss } = wireOf(socket);
        device = { room, role, person, send, dismiss };
        // Gone again while it was looked up.
        if (!socket.connected) return no('other');
        const { code } = room;
        const enter = device;
        setImmediate(() => room.enter(enter));
        return { ...told, ok: true, code, role, scenario: rooms.scenarioOf(room), others: options.origins };
      },
    );

    const answerIn = (reply: () => void): void => {
      // Who has the answer has the new state too.
      if (device) device.room.audience.answer(device, reply);
      else reply();
    };
    answerTo(socket, 'do', options.report, answerIn, async (message): Promise<Reply> => {
      if (!device) return wrong();
      const { room, role, person } = device;
      if (role === 'projector') return wrong();
      if (role === 'teacher') {
        const read = DeskMessage.safeParse(message);
        if (!read.success) return wrong();
        const { id, command } = read.data;
        if (command.kind === 'erase') {
          await rooms.erase(room);
          return done;
        }
        return room.run((work) => deskCommand(work, command), id);
      }
      const read = PersonMessage.safeParse(message);
      if (!read.success) return wrong();
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

  return {
    close: async () => {
      clearInterval(timer);
      await io.close();
    },
  };
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
      if (++unread <= mostUnread) {
        socket.emit(event, ...shown);
        return;
      }
      socket.disconnect(true);
      // It would not read that it is cut off either: what waits for it goes at once.
      const line = socket.conn.transport as { readonly socket?: { terminate?(): void } };
      line.socket?.terminate?.();
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
