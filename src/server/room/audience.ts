/**
 * The devices of a room that are connected to this process, and what each was sent: every device gets what is new to it and what it
 * may see, once. What happened and who may ask for what is the room's business.
 */
import type { Change } from '../../engine/changes.ts';
import { phaseOf } from '../../engine/position.ts';
import type { Tables } from '../../engine/tables.ts';
import type { GameShown, Role, ServerSends } from '../../table/wire.ts';
import type { Entry } from './entries.ts';
import { Follower, observer } from './follower.ts';
import { allChanges } from './game.ts';
import type { Game } from './game.ts';
import { deskFor, projectorFor, roomFor } from './shown.ts';
import { powersNow } from './posts.ts';
import type { RoomState } from './state.ts';
import type { Told } from './work.ts';

/** A connected device. */
export interface Device {
  readonly role: Role;
  /** Who holds it; empty for teacher and projector. */
  readonly person: string;
  send<K extends keyof ServerSends>(event: K, ...shown: Parameters<ServerSends[K]>): void;
  /** Send it away; it does not come back by itself. */
  dismiss(): void;
}

/** What a device was sent last, so that nothing is sent twice. */
interface Sent {
  room: string;
  channels: Set<string>;
  over: Map<number, number>;
}

/** What an audience must know of its room. */
export interface Staged {
  readonly state: RoomState;
  readonly tables: Tables;
}

/** How long what is costly to tell is kept for the next who asks. */
const keptFor = 2000;

/** The last part of the name of a channel that holds the signs of what may come. */
const reported = 'reports';

/** Name the channel of a world's game as a seat sees it. */
function keyOf(world: number, seat: string, reports: boolean): string {
  return `${world}/${seat}/${reports ? reported : ''}`;
}

export class Audience {
  private readonly room: Staged;
  private readonly now: () => number;
  private readonly report: (error: unknown) => void;
  private readonly sent = new Map<Device, Sent>();
  private readonly followers = new Map<string, Follower>();
  private readonly pending = new Map<string, { from: number; seen: Change[] }>();
  private readonly whole = new Map<string, { version: number; shown: GameShown }>();
  private told: { game: Game; changes: readonly Change[] } | null = null;
  /** Devices that wait for the answer to a command, served before the others. */
  private readonly asking = new Map<Device, (() => void)[]>();
  private flushing = false;

  constructor(room: Staged, now: () => number, report: (error: unknown) => void) {
    this.room = room;
    this.now = now;
    this.report = report;
  }

  get size(): number {
    return this.sent.size;
  }

  /** The devices, in the order in which they came. */
  get devices(): Device[] {
    return [...this.sent.keys()];
  }

  /** Let a device in; it is shown everything it may see. */
  enter(device: Device): void {
    this.sent.set(device, { room: '', channels: new Set(), over: new Map() });
    this.flushSoon();
  }

  leave(device: Device): void {
    this.sent.delete(device);
  }

  /** Send everybody, or the devices of one person, away for good. */
  dismiss(reason: string, person?: string): void {
    for (const device of this.devices) {
      if (person !== undefined && device.person !== person) continue;
      device.send('gone', { reason });
      device.dismiss();
      this.sent.delete(device);
    }
  }

  /** Tell a device's answer once it was sent what came of its command; the others are sent it after that. */
  answer(device: Device, then: () => void): void {
    if (!this.flushing) return then();
    const waiting = this.asking.get(device);
    if (waiting) waiting.push(then);
    else this.asking.set(device, [then]);
  }

  /** Take in what happened, to be sent with everything else of this moment. */
  take(entries: readonly Entry[], told: readonly Told[]): void {
    const { worlds } = this.room.state;
    for (const { world, changes, anew } of told) {
      const game = worlds[world]?.game;
      if (!game) continue;
      for (const [key, follower] of this.followers) {
        if (!key.startsWith(`${world}/`)) continue;
        if (anew) {
          this.followers.delete(key);
          this.pending.delete(key);
          for (const sent of this.sent.values()) sent.channels.delete(key);
          continue;
        }
        const { from, seen } = follower.follow(game, changes);
        // Who sees nothing of it is not even told that something happened.
        if (seen.length === 0) continue;
        const waiting = this.pending.get(key);
        if (waiting) waiting.seen.push(...seen);
        else this.pending.set(key, { from, seen });
      }
    }
    for (const entry of entries) {
      if (entry.kind === 'removed') this.dismiss('removed', entry.person);
      if (entry.kind !== 'sealed' && entry.kind !== 'unsealed') continue;
      const game = worlds[entry.world]?.game;
      for (const reports of [true, false]) {
        const key = keyOf(entry.world, entry.seat, reports);
        const follower = this.followers.get(key);
        if (follower && game && !this.pending.has(key)) this.pending.set(key, follower.follow(game, []));
      }
    }
    this.flushSoon();
  }

  /** Send a device a world's whole game again. */
  again(device: Device, world: number): void {
    for (const key of this.channelsOf(device)) if (key.startsWith(`${world}/`)) this.sendWhole(device, key);
  }

  private flushSoon(): void {
    if (this.flushing) return;
    this.flushing = true;
    setImmediate(() => {
      try {
        this.flush();
      } catch (error) {
        this.report(error);
      }
      this.flushing = false;
      this.pending.clear();
      // Whoever left, or was kept from it by a mistake of ours, has its answer all the same.
      for (const waiting of this.asking.values()) for (const then of waiting) then();
      this.asking.clear();
    });
  }

  /** Send every device what is new to it. Games go first, so that what the room says of them is there already. */
  private flush(): void {
    const updates = new Map<string, GameShown>();
    const updateOf = (key: string): GameShown | undefined => {
      const waiting = this.pending.get(key);
      const known = updates.get(key);
      if (known || !waiting) return known;
      const { world, game, at } = this.worldOf(key);
      const follower = this.followers.get(key);
      if (!world || !game || !follower) return undefined;
      const update = follower.shown(at, world, game, waiting);
      updates.set(key, update);
      return update;
    };
    for (const device of new Set([...this.asking.keys(), ...this.sent.keys()])) {
      const sent = this.sent.get(device);
      if (sent) this.show(device, sent, updateOf);
      for (const then of this.asking.get(device) ?? []) then();
      this.asking.delete(device);
    }
    // A channel without devices is followed again when somebody asks for it.
    const used = new Set([...this.sent.values()].flatMap(({ channels }) => [...channels]));
    for (const key of this.followers.keys()) if (!used.has(key)) this.followers.delete(key);
  }

  private show(device: Device, sent: Sent, updateOf: (key: string) => GameShown | undefined): void {
    const keys = this.channelsOf(device);
    for (const key of sent.channels) if (!keys.includes(key)) sent.channels.delete(key);
    for (const key of keys) {
      const update = updateOf(key);
      if (!sent.channels.has(key)) this.sendWhole(device, key);
      else if (update) device.send('game', update);
    }
    this.sendRoom(device, sent);
    this.sendOver(device, sent, keys);
  }

  private sendRoom(device: Device, sent: Sent): void {
    const { state, tables } = this.room;
    const person = state.people[device.person];
    if (device.role === 'person' && !person) return;
    const shown =
      device.role === 'teacher'
        ? deskFor(state, tables, 0)
        : device.role === 'projector' || !person
          ? projectorFor(state, tables, 0)
          : roomFor(state, tables, person, 0);
    const text = JSON.stringify(shown);
    if (text === sent.room) return;
    sent.room = text;
    const stamped = { ...shown, now: this.now() };
    if (device.role === 'teacher') device.send('desk', stamped as ReturnType<typeof deskFor>);
    else if (device.role === 'projector')
      device.send('projector', stamped as ReturnType<typeof projectorFor>);
    else device.send('room', stamped as ReturnType<typeof roomFor>);
  }

  private sendOver(device: Device, sent: Sent, keys: readonly string[]): void {
    for (const key of keys) {
      const { game, at } = this.worldOf(key);
      if (!game || phaseOf(game.position) !== 'over' || sent.over.get(at) === game.era) continue;
      sent.over.set(at, game.era);
      device.send('over', { world: at, record: game.record, said: game.said });
    }
  }

  /** Channels that a device listens to: its seat's as its post sees it, or what everybody sees of its world or of all. */
  private channelsOf(device: Device): string[] {
    const { worlds, people } = this.room.state;
    if (device.role !== 'person')
      return worlds.flatMap(({ game }, at) => (game ? [keyOf(at, observer, false)] : []));
    const person = people[device.person];
    if (!person || !worlds[person.world]?.game) return [];
    const reports = powersNow(this.room.state, person).includes('reports');
    return [keyOf(person.world, person.seat ?? observer, reports)];
  }

  private worldOf(key: string): {
    at: number;
    seat: string;
    reports: boolean;
    world?: RoomState['worlds'][number];
    game?: Game;
  } {
    const [at = '0', seat = observer, reports] = key.split('/');
    const world = this.room.state.worlds[Number(at)];
    return {
      at: Number(at),
      seat,
      reports: reports === reported,
      ...(world ? { world } : {}),
      ...(world?.game ? { game: world.game } : {}),
    };
  }

  private sendWhole(device: Device, key: string): void {
    const { world, game, at, seat, reports } = this.worldOf(key);
    if (!world || !game) return;
    let whole = this.whole.get(key);
    if (whole?.version !== world.version || !this.followers.has(key)) {
      const follower = new Follower(seat, reports);
      const seen = follower.follow(game, this.changesOf(game));
      if (!this.followers.has(key)) this.followers.set(key, follower);
      whole = { version: world.version, shown: follower.shown(at, world, game, seen) };
      this.whole.set(key, whole);
      setTimeout(() => this.whole.delete(key), keptFor).unref();
    }
    this.sent.get(device)?.channels.add(key);
    device.send('game', whole.shown);
  }

  private changesOf(game: Game): readonly Change[] {
    if (this.told?.game !== game) {
      this.told = { game, changes: allChanges(game) };
      setTimeout(() => (this.told = null), keptFor).unref();
    }
    return this.told.changes;
  }
}
