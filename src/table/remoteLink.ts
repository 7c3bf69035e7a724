/**
 * A device's line to the classroom's server. It finds its way back by itself: over long polling where WebSockets are blocked, to another
 * address where one is gone; what was asked and not answered is asked again, and done once. It knows no game.
 */
import { io } from 'socket.io-client';
import type { Socket } from 'socket.io-client';
import type { Command, DeviceSends, Greeted, Greeting, Reply, ServerSends } from './wire.ts';

/** How a device is connected: not yet greeted, connected, trying to come back, or away for good. */
export type LinkState = 'joining' | 'here' | 'lost' | 'gone';

export interface LinkOptions {
  /** Addresses of the server and its like, tried in turn; in a page `[location.origin]`. */
  readonly addresses: readonly string[];
  /** Ways to connect; polling first and WebSockets after it where they are left out. */
  readonly transports?: readonly ('polling' | 'websocket')[];
}

export interface LinkTold {
  greeted(greeted: Extract<Greeted, { ok: true }>): void;
  state(state: LinkState): void;
  /** The room is no more, this device was removed, or its token is unknown. */
  gone(why: { readonly reason: string }): void;
  readonly on: { readonly [K in keyof ServerSends]?: ServerSends[K] };
}

type Wire = Socket<ServerSends, DeviceSends>;

/** How long one try may take, and how long a command is asked again and again, in milliseconds. */
const answerWithin = 10_000;
const askFor = 60_000;
/** How long the first greeting is tried. */
const joinWithin = 20_000;
/** The first pause before the next try, and the longest. */
const firstPause = 250;
const longestPause = 2500;
/** Refusals that pass: the same is asked again. */
const passing = new Set(['notKept']);

interface Asked {
  readonly id: string;
  readonly command: Command;
  readonly until: number;
  readonly answer: (reply: Reply) => void;
}

export class RemoteLink {
  state: LinkState = 'joining';
  private readonly options: LinkOptions;
  private readonly told: LinkTold;
  /** What to say when a connection stands; after the first greeting the one that brings it back. */
  private greeting: Greeting;
  private addresses: readonly string[];
  private socket: Wire | null = null;
  private address = 0;
  private tries = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly asked = new Map<string, Asked>();

  constructor(options: LinkOptions, greeting: Greeting, told: LinkTold) {
    this.options = options;
    this.addresses = options.addresses;
    this.greeting = greeting;
    this.told = told;
    this.connect();
    setTimeout(() => {
      if (this.state === 'joining') this.leave({ reason: 'noAnswer' });
    }, joinWithin);
  }

  /** Ask the server for something; it is asked again until there is an answer, a minute at most. */
  ask(command: Command): Promise<Reply> {
    if (this.state === 'gone') return Promise.resolve({ ok: false, why: { reason: 'gone' } });
    return new Promise((answer) => {
      const asked: Asked = { id: drawText(9), command, until: Date.now() + askFor, answer };
      this.asked.set(asked.id, asked);
      setTimeout(() => this.settle(asked, { ok: false, why: { reason: 'noAnswer' } }), askFor);
      if (this.state === 'here') this.send(asked);
    });
  }

  /** Try to come back now and not after the pause, as when a tablet wakes or its network is there again. */
  hurry(): void {
    if (this.socket || (this.state !== 'lost' && this.state !== 'joining')) return;
    clearTimeout(this.timer);
    this.tries = 0;
    this.connect();
  }

  /** Ask for a world's whole game again. */
  again(world: number): void {
    this.socket?.emit('again', world);
  }

  /** Leave; nothing comes any more and nothing is asked. */
  close(): void {
    this.setState('gone');
    clearTimeout(this.timer);
    this.socket?.disconnect();
    this.socket = null;
    for (const asked of this.asked.values())
      // That the room is gone is what was asked for.
      this.settle(
        asked,
        asked.command.kind === 'erase' ? { ok: true } : { ok: false, why: { reason: 'gone' } },
      );
  }

  private connect(): void {
    const { transports } = this.options;
    const address = this.addresses[this.address % this.addresses.length] ?? '';
    const socket: Wire = io(address, {
      forceNew: true,
      reconnection: false,
      timeout: answerWithin,
      ...(transports ? { transports: [...transports] } : {}),
    });
    this.socket = socket;
    const lost = (): void => {
      if (this.socket !== socket) return;
      this.socket = null;
      socket.disconnect();
      if (this.state === 'gone') return;
      if (this.state === 'here') this.setState('lost');
      this.address++;
      const pause = Math.min(longestPause, firstPause * 2 ** Math.min(this.tries++, 6));
      // A whole class that lost its server must not come back in one moment.
      this.timer = setTimeout(() => this.connect(), pause * (0.5 + Math.random()));
    };
    socket.on('connect', () => this.greet(socket, lost));
    socket.on('connect_error', lost);
    socket.on('disconnect', lost);
    socket.on('gone', (why) => this.leave(why));
    const { on } = this.told;
    for (const event of ['room', 'desk', 'projector', 'game', 'over'] as const) {
      const listener = on[event];
      if (listener) socket.on(event, listener as never);
    }
  }

  /** What the server sends after its answer can come in the same moment: the answer is taken at once, without a promise between. */
  private greet(socket: Wire, lost: () => void): void {
    socket.timeout(answerWithin).emit('greet', this.greeting, (error: Error | null, greeted: Greeted) => {
      if (error) lost();
      else this.take(socket, greeted, lost);
    });
  }

  private take(socket: Wire, greeted: Greeted, lost: () => void): void {
    if (this.socket !== socket) return;
    if (!greeted.ok) {
      // Somebody asked too often from here; who has a seat already waits for it.
      if (this.state !== 'joining' && greeted.why.reason !== 'noSuchSeatHere') return lost();
      return this.leave(greeted.why);
    }
    const token = greeted.token ?? ('token' in this.greeting ? this.greeting.token : '');
    this.greeting = { kind: 'return', code: greeted.code, token };
    this.tries = 0;
    this.addresses = [...new Set([...this.addresses, ...greeted.others])];
    this.told.greeted(greeted);
    this.setState('here');
    for (const asked of this.asked.values()) this.send(asked);
  }

  private send(asked: Asked): void {
    const { socket } = this;
    const { id, command, until } = asked;
    socket?.timeout(answerWithin).emit('do', { id, command }, (error: Error | null, reply: Reply) => {
      if (!error && (reply.ok || !passing.has(reply.why.reason))) return this.settle(asked, reply);
      // Where the line broke it is sent again after the next greeting.
      if (this.socket === socket && this.asked.has(id) && Date.now() < until)
        setTimeout(() => this.asked.has(id) && this.state === 'here' && this.send(asked), firstPause * 2);
    });
  }

  private settle({ id, answer }: Asked, reply: Reply): void {
    if (this.asked.delete(id)) answer(reply);
  }

  private leave(why: { readonly reason: string }): void {
    this.close();
    this.told.gone(why);
  }

  private setState(state: LinkState): void {
    if (this.state === state) return;
    this.state = state;
    this.told.state(state);
  }
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Draw text that nobody can guess, also where a page came over plain http and has little else to draw with. */
export function drawText(length: number): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(length)), (byte) => letters[byte & 63]).join('');
}
