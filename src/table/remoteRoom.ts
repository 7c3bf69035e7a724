/**
 * A room as a device in it has it: `joinRoom` for a person, `openRoom` and `returnToDesk` for the teacher, `openProjector` for the wall. What
 * a room shows is replaced whole with every update; what is asked comes back with an answer and never throws.
 */
import type { Orders } from '../engine/orders.ts';
import type { Tables } from '../engine/tables.ts';
import { codeLength, codeLetters } from './classWords.ts';
import type { Cable, PlainPost } from './classWords.ts';
import { RemoteGames } from './remoteGames.ts';
import { drawText, RemoteLink } from './remoteLink.ts';
import type { LinkOptions, LinkState } from './remoteLink.ts';
import type { RemoteTable } from './remoteTable.ts';
import type {
  DeskCommand,
  DeskShown,
  Greeted,
  Greeting,
  Mandate,
  MessageTo,
  PersonCommand,
  ProjectorShown,
  Reply,
  RoomShown,
  Settings,
  WorldShown,
} from './wire.ts';

type GreetedWell = Extract<Greeted, { ok: true }>;

export interface RoomOptions extends LinkOptions {
  /** Brings the tables of the scenario that the room plays. Throws where the digest is another one: reload the page then. */
  readonly load: (scenario: GreetedWell['scenario']) => Promise<Tables>;
}

/** Why nobody was let in, or what was opened. */
export type Opened<T> = { readonly ok: true; readonly room: T } | Extract<Reply, { ok: false }>;

/** What every device in a room has. */
class RemoteDevice<Shown extends { readonly now: number; readonly settings: Settings }> {
  readonly code: string;
  /** To be kept by the device (not shown to anybody): it brings it back. */
  readonly token: string;
  /** The room as it was shown last. */
  shown: Shown;
  /** Why the room is closed to this device, once it is. */
  gone: { readonly reason: string } | null = null;
  /** How far the server's clock is ahead of this device's, in milliseconds. */
  ahead = 0;
  protected readonly link: Line;
  protected readonly games: RemoteGames;
  private readonly listeners = new Set<() => void>();

  constructor(arrived: Arrived<Shown>) {
    this.code = arrived.greeted.code;
    this.token = arrived.token;
    this.shown = arrived.shown;
    this.link = arrived.link;
    this.games = arrived.games;
    arrived.becomes(this);
  }

  /** How the device is connected now. */
  get state(): LinkState {
    return this.link.state;
  }

  /** Be told when anything changed: the room, a table that was opened or replaced, or the connection. Returns how to stop. */
  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Milliseconds until a time by the server's clock. */
  timeLeft(until: number): number {
    return Math.max(0, until - this.ahead - Date.now());
  }

  /** Try to come back at once, where the line was lost. */
  hurry(): void {
    this.link.hurry();
  }

  /** Leave the line; the seat stays and can be come back to with the token. */
  close(): void {
    this.link.close();
  }

  tell(): void {
    for (const listener of this.listeners) listener();
  }
}

/** A person's device. */
export class RemoteSeat extends RemoteDevice<RoomShown> {
  /** The game as the own seat sees it, or what everybody sees for posts outside the capitals; null before the game has begun. */
  get table(): RemoteTable | null {
    const { seat, world } = this.shown.me;
    const table = this.games.of(world);
    return table?.seat === (seat ?? 'observer') ? table : null;
  }
  /** Take a seat at a capital, where people choose. */
  sit(world: number, seat: string): Promise<Reply> {
    return this.ask({ kind: 'sit', world, seat });
  }
  /** Step out of the capitals, at any time and without a reason. */
  observe(post: PlainPost, world = this.shown.me.world): Promise<Reply> {
    return this.ask({ kind: 'observe', post, world });
  }
  /** Be given another name. */
  reroll(): Promise<Reply> {
    return this.ask({ kind: 'reroll' });
  }
  /** Lay orders before the team; needs the power `draft`. */
  draft(orders: Orders): Promise<Reply> {
    return this.ask({ kind: 'draft', orders });
  }
  /** Say what the envoy may promise, null for everything; needs `mark`. */
  mark(mandate: Mandate): Promise<Reply> {
    return this.ask({ kind: 'mark', mandate });
  }
  /** Take locked orders back while others have not locked; needs `lock`. Locking is `table.decide`. */
  unlock(): Promise<Reply> {
    return this.ask({ kind: 'unlock' });
  }
  /** Guess an order of another capital; needs `guess`. */
  guess(capital: string, move: string): Promise<Reply> {
    return this.ask({ kind: 'guess', capital, move });
  }
  /** Send a preset phrase. */
  cable(to: MessageTo, cable: Cable): Promise<Reply> {
    return this.ask({ kind: 'cable', to, cable });
  }
  /** Send own words, where the teacher allows it: plain text of at most 280 letters. */
  write(to: MessageTo, text: string): Promise<Reply> {
    return this.ask({ kind: 'write', to, text });
  }
  /** Answer in the debrief, without a name. */
  ticket(prompt: string, answer: { choice?: string; text?: string }): Promise<Reply> {
    return this.ask({ kind: 'ticket', prompt, ...answer });
  }
  private ask(command: PersonCommand): Promise<Reply> {
    return this.link.ask(command);
  }
}

/** The teacher's device. */
export class RemoteDesk extends RemoteDevice<DeskShown> {
  /** Token for the projector's device; known only to the device that made the room. */
  readonly projector: string | null;

  constructor(arrived: Arrived<DeskShown>) {
    super(arrived);
    this.projector = arrived.greeted.projector ?? null;
  }

  /** A world's game as everybody sees it; null before it has begun. */
  table(world: number): RemoteTable | null {
    return this.games.of(world);
  }
  /** Steer the room; see `DeskCommand` for what there is. */
  do(command: DeskCommand): Promise<Reply> {
    return this.link.ask(command);
  }
}

/** The projector's device: it shows and asks for nothing. */
export class RemoteProjector extends RemoteDevice<ProjectorShown> {
  /** A world's game as everybody sees it; null before it has begun. */
  table(world: number): RemoteTable | null {
    return this.games.of(world);
  }
}

/**
 * Join a room by its code, or come back to a seat in it.
 * @param token the seat's token, where this device has been there before
 * @returns the device in the room once it was shown the room, or why it was not let in: noSuchCode, noSuchSeatHere, tooManyTries,
 * full, closed, ended, noAnswer
 */
export function joinRoom(code: string, options: RoomOptions, token?: string): Promise<Opened<RemoteSeat>> {
  const given = code.trim().toUpperCase();
  // What cannot be a code is not asked for: wrong ones are counted.
  if (given.length !== codeLength || [...given].some((letter) => !codeLetters.includes(letter)))
    return Promise.resolve({ ok: false, why: { reason: 'noSuchCode' } });
  const greeting: Greeting = token
    ? { kind: 'return', code: given, token }
    : { kind: 'join', code: given, token: drawText(24) };
  return arrive(options, greeting, 'room', ({ world }: RoomShown) => [world], RemoteSeat);
}

/**
 * Make a room.
 * @param given settings that are not the usual ones; `key` where the server asks for one; words for a seed
 * @returns the teacher's desk, or why not: noSuchScenario, wrongKey, tooManyRooms, noAnswer
 */
export function openRoom(
  scenario: string,
  given: { settings?: Partial<Settings>; key?: string; seed?: string },
  options: RoomOptions,
): Promise<Opened<RemoteDesk>> {
  const greeting: Greeting = { kind: 'open', scenario, ...given, settings: given.settings ?? {} };
  return arrive(options, greeting, 'desk', ({ worlds }: DeskShown) => worlds, RemoteDesk);
}

/** Come back to a desk by the teacher's token. */
export function returnToDesk(code: string, token: string, options: RoomOptions): Promise<Opened<RemoteDesk>> {
  const greeting: Greeting = { kind: 'return', code, token };
  return arrive(options, greeting, 'desk', ({ worlds }: DeskShown) => worlds, RemoteDesk);
}

/** Open the projector's view by its token. */
export function openProjector(
  code: string,
  token: string,
  options: RoomOptions,
): Promise<Opened<RemoteProjector>> {
  const greeting: Greeting = { kind: 'return', code, token };
  return arrive(options, greeting, 'projector', ({ worlds }: ProjectorShown) => worlds, RemoteProjector);
}

const roles = { room: 'person', desk: 'teacher', projector: 'projector' } as const;

/** What a device needs of its link. */
type Line = Pick<RemoteLink, 'state' | 'ask' | 'hurry' | 'close'>;

interface Arrived<Shown extends { readonly now: number; readonly settings: Settings }> {
  readonly greeted: GreetedWell;
  readonly token: string;
  readonly shown: Shown;
  readonly link: Line;
  readonly games: RemoteGames;
  readonly becomes: (device: RemoteDevice<Shown>) => void;
}

/** Connect, greet, wait until the room is shown, and hand everything over to a device that keeps itself up to date. */
function arrive<
  Shown extends { readonly now: number; readonly settings: Settings },
  T extends RemoteDevice<Shown>,
>(
  options: RoomOptions,
  greeting: Greeting,
  event: 'room' | 'desk' | 'projector',
  worldsOf: (shown: Shown) => readonly WorldShown[],
  Kind: new (arrived: Arrived<Shown>) => T,
): Promise<Opened<T>> {
  return new Promise((resolve) => {
    let device: RemoteDevice<Shown> | null = null;
    let games: RemoteGames | null = null;
    let loading: Promise<unknown> | null = null;
    let greetedAs: GreetedWell | null = null;
    /** Updates are taken in the order in which they came, once the scenario is there. */
    const inTurn = (act: () => void): void => {
      if (games) act();
      else void loading?.then(act);
    };
    const link = new RemoteLink(options, greeting, {
      greeted: (greeted) => {
        // A token of another kind opens another view than the one asked for.
        if (greeted.role !== roles[event]) return refuse({ reason: 'noSuchSeatHere' });
        greetedAs ??= greeted;
        loading ??= options.load(greeted.scenario).then(
          (tables) => {
            games = new RemoteGames(
              tables,
              (decision) => link.ask({ kind: 'decide', decision }),
              (world) => link.again(world),
            );
          },
          () => refuse({ reason: 'otherScenario' }),
        );
      },
      state: () => device?.tell(),
      gone: (why) => refuse(why),
      on: {
        [event]: (shown: Shown) => inTurn(() => show(shown)),
        game: (shown) =>
          inTurn(() => {
            games?.take(shown);
            device?.tell();
          }),
        over: (over) =>
          inTurn(() => {
            games?.takeOver(over);
            device?.tell();
          }),
      },
    });

    function show(shown: Shown): void {
      if (!games || !greetedAs) return;
      games.follow(worldsOf(shown), shown.settings.analyst);
      if (device) {
        device.shown = shown;
        device.ahead = shown.now - Date.now();
        return device.tell();
      }
      const token = greetedAs.token ?? ('token' in greeting ? greeting.token : '');
      const room = new Kind({
        greeted: greetedAs,
        token,
        shown,
        link,
        games,
        becomes: (one) => (device = one),
      });
      room.ahead = shown.now - Date.now();
      resolve({ ok: true, room });
    }

    function refuse(why: { readonly reason: string }): void {
      if (device) {
        device.gone = why;
        device.tell();
      } else {
        link.close();
        resolve({ ok: false, why });
      }
    }
  });
}
