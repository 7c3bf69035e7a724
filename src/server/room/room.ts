/**
 * A room that this process serves: the state that its log says, the devices that are connected here, and one command at a time.
 * Another process may serve the same room; who appends first is right, and the other reads on and asks the rules again.
 */
import type { Change } from '../../engine/changes.ts';
import { phaseOf } from '../../engine/position.ts';
import type { Tables } from '../../engine/tables.ts';
import type { GameShown, Reply, Role, ServerSends } from '../../table/wire.ts';
import type { Log, Row } from '../log/log.ts';
import { advance } from './advance.ts';
import type { Body, Entry } from './entries.ts';
import { foldBody, withDone } from './fold.ts';
import { Follower, observer } from './follower.ts';
import { allChanges } from './game.ts';
import type { Game } from './game.ts';
import { deskFor, projectorFor, roomFor } from './shown.ts';
import type { RoomState } from './state.ts';
import { no, Work } from './work.ts';
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

export interface RoomWorld {
  readonly log: Log;
  /** Name of this process. */
  readonly host: string;
  now(): number;
  /** How long after a restart a device may take to come back before it counts as away, in milliseconds. */
  readonly returnWithin: number;
  /** Told of our own mistakes, never of what people did. */
  report(error: unknown): void;
}

/** How often a command is asked again because another process was faster. */
const mostTries = 50;
/** A timer that ended so long before the room was read again does not count: nobody was there. */
const overdue = 60_000;
/** What is left on such a timer when the class comes back. */
const graceLeft = 30_000;
/** How long what is costly to tell is kept for the next who asks. */
const keptFor = 2000;

/** What a device was sent last, so that nothing is sent twice. */
interface Sent {
  room: string;
  channels: Set<string>;
  over: Map<number, number>;
}

export class Room {
  readonly code: string;
  readonly tables: Tables;
  state: RoomState;
  seq: number;
  readonly devices = new Map<Device, Sent>();
  /** When the last device left; rooms without any are forgotten after a while. */
  emptySince: number;
  private readonly place: RoomWorld;
  private readonly followers = new Map<string, Follower>();
  private readonly pending = new Map<string, { from: number; seen: Change[] }>();
  private readonly whole = new Map<string, { version: number; shown: GameShown }>();
  private told: { game: Game; changes: readonly Change[] } | null = null;
  private queue: Promise<unknown> = Promise.resolve();
  private flushing = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private gone = false;

  constructor(code: string, tables: Tables, state: RoomState, seq: number, place: RoomWorld) {
    this.code = code;
    this.tables = tables;
    this.state = state;
    this.seq = seq;
    this.place = place;
    this.emptySince = place.now();
  }

  /** Make a room again from its rows; null where there are none. */
  static from(code: string, rows: readonly Row[], tables: Tables, place: RoomWorld): Room | null {
    let state: RoomState | null = null;
    for (const { body } of rows)
      state = foldBody(state, code, JSON.parse(body) as Body, tables, () => undefined);
    if (!state) return null;
    const room = new Room(code, tables, state, rows.at(-1)?.seq ?? 0, place);
    void room.wake();
    return room;
  }

  /**
   * Let something happen in the room: durable when the promise is kept with `ok`.
   * @param id number of the message that asked for it; asked again, it is done only once
   */
  run(act: (work: Work) => Reply, id?: string): Promise<Reply> {
    const result = this.queue.then(() => this.attempt(act, id));
    this.queue = result.catch(() => undefined);
    return result;
  }

  /** Read what other processes appended, up to a number if it is not known already by the time it is its turn. */
  catchUp(seq = Infinity): Promise<void> {
    const result = this.queue.then(() => this.seq >= seq || this.readOn());
    this.queue = result.catch((error: unknown) => this.place.report(error));
    return this.queue as Promise<void>;
  }

  /** Be told when everything that has happened was sent to the devices. */
  async sent(): Promise<void> {
    if (this.flushing) await new Promise((resolve) => setImmediate(resolve));
  }

  /** Let a device in; it is shown everything it may see. */
  enter(device: Device): void {
    this.devices.set(device, { room: '', channels: new Set(), over: new Map() });
    this.setTimer();
    this.flushSoon();
    this.keepHere(device);
  }

  leave(device: Device): void {
    this.devices.delete(device);
    if (this.devices.size === 0) {
      this.emptySince = this.place.now();
      clearTimeout(this.timer);
    }
  }

  /** Tell the log that a person's device went away, unless it has another one here. */
  async left(person: string): Promise<void> {
    if ([...this.devices.keys()].some((one) => one.person === person)) return;
    const { host } = this.place;
    await this.run((work) => {
      if (work.state.people[person]?.here === host) work.add({ kind: 'here', person, here: false, host });
      return { ok: true };
    });
  }

  /** Send a device a world's whole game again. */
  again(device: Device, world: number): void {
    for (const key of this.channelsOf(device)) if (key.startsWith(`${world}/`)) this.sendWhole(device, key);
  }

  /** The room was deleted: everybody is sent home. */
  close(): void {
    this.gone = true;
    clearTimeout(this.timer);
    for (const device of this.devices.keys()) {
      device.send('gone', { reason: 'gone' });
      device.dismiss();
    }
    this.devices.clear();
  }

  /** Stop without a word, as when the process ends. */
  stop(): void {
    this.gone = true;
    clearTimeout(this.timer);
  }

  private async attempt(act: (work: Work) => Reply, id?: string): Promise<Reply> {
    for (let tried = 0; tried < mostTries; tried++) {
      if (this.gone) return no('gone');
      if (id !== undefined && this.state.done.includes(id)) return { ok: true };
      const work = new Work(this.state, this.tables, this.place.now(), this.place.host);
      let reply: Reply;
      try {
        reply = act(work);
      } catch (error) {
        this.place.report(error);
        return no('other');
      }
      if (!reply.ok || work.entries.length === 0) return reply;
      const body: Body = { at: work.now, ...(id === undefined ? {} : { id }), entries: work.entries };
      try {
        if (await this.place.log.append(this.code, this.seq + 1, JSON.stringify(body))) {
          const state = id === undefined ? work.state : withDone(work.state, id);
          this.commit(state, this.seq + 1, work.entries, work.told);
          return reply;
        }
        if (!(await this.readOn())) return no('gone');
      } catch (error) {
        this.place.report(error);
        return no('notKept');
      }
    }
    return no('notKept');
  }

  /** Read on in the log; false when the room is no longer there. */
  private async readOn(): Promise<boolean> {
    if (this.gone) return false;
    const rows = await this.place.log.read(this.code, this.seq);
    // The newest row known is read too: where it is missing, the room was deleted.
    if (rows.length === 0) {
      this.close();
      return false;
    }
    for (const { seq, body } of rows) {
      if (seq <= this.seq) continue;
      const told: Told[] = [];
      const read = JSON.parse(body) as Body;
      const state = foldBody(this.state, this.code, read, this.tables, (world, changes, anew) =>
        told.push({ world, changes, anew }),
      );
      this.commit(state, seq, read.entries, told);
    }
    return true;
  }

  private commit(state: RoomState, seq: number, entries: readonly Entry[], told: readonly Told[]): void {
    const before = this.state;
    this.state = state;
    this.seq = seq;
    for (const { world, changes, anew } of told) {
      const game = state.worlds[world]?.game;
      if (!game) continue;
      for (const [key, follower] of this.followers) {
        if (!key.startsWith(`${world}/`)) continue;
        if (anew) {
          this.followers.delete(key);
          this.pending.delete(key);
          for (const sent of this.devices.values()) sent.channels.delete(key);
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
      if (entry.kind !== 'sealed' && entry.kind !== 'unsealed') continue;
      const key = `${entry.world}/${entry.seat}`;
      const follower = this.followers.get(key);
      const game = state.worlds[entry.world]?.game;
      if (follower && game && !this.pending.has(key)) this.pending.set(key, follower.follow(game, []));
    }
    for (const entry of entries) {
      if (entry.kind !== 'removed') continue;
      for (const device of this.devices.keys()) {
        if (device.person !== entry.person) continue;
        device.send('gone', { reason: 'removed' });
        device.dismiss();
        this.devices.delete(device);
      }
    }
    if (before.people !== state.people) for (const device of this.devices.keys()) this.keepHere(device);
    this.setTimer();
    this.flushSoon();
  }

  /** Say of a device that is connected here that its person is here, where the log says otherwise. */
  private keepHere({ person }: Device): void {
    const { host } = this.place;
    const isAway = (state: RoomState): boolean =>
      state.people[person] !== undefined && state.people[person].here !== host;
    if (!isAway(this.state)) return;
    void this.run((work) => {
      const isConnected = [...this.devices.keys()].some((device) => device.person === person);
      if (isConnected && isAway(work.state)) work.add({ kind: 'here', person, here: true, host });
      return { ok: true };
    });
  }

  /** After a room was read from its log: timers that ended while nobody was there wait, and people who do not come back are away. */
  private async wake(): Promise<void> {
    const { now } = this.place;
    await this.run((work) => {
      work.state.worlds.forEach(({ clock }, world) => {
        if (clock.until !== null && clock.until < now() - overdue)
          work.add({ kind: 'clock', world, clock: { until: null, left: graceLeft } });
      });
      return { ok: true };
    });
    setTimeout(() => {
      void this.run((work) => {
        const { host } = this.place;
        for (const { id, here } of Object.values(work.state.people))
          if (here !== null && here !== host) work.add({ kind: 'here', person: id, here: false, host: here });
        return { ok: true };
      });
    }, this.place.returnWithin).unref();
  }

  private setTimer(): void {
    clearTimeout(this.timer);
    if (this.devices.size === 0 || this.gone) return;
    const first = Math.min(...this.state.worlds.map(({ clock }) => clock.until ?? Infinity));
    if (first === Infinity) return;
    this.timer = setTimeout(
      () => {
        void this.run((work) => {
          work.state.worlds.forEach((_, world) => {
            const until = work.world(world)?.clock.until ?? null;
            if (until !== null && until <= work.now) advance(work, world);
          });
          return { ok: true };
        }).then(() => this.setTimer());
      },
      Math.max(0, Math.min(first - this.place.now(), 2 ** 30)),
    );
  }

  private flushSoon(): void {
    if (this.flushing) return;
    this.flushing = true;
    setImmediate(() => {
      this.flushing = false;
      try {
        this.flush();
      } catch (error) {
        this.place.report(error);
      }
    });
  }

  /** Send every device what is new to it. Games go first, so that what the room says of them is there already. */
  private flush(): void {
    if (this.gone) return;
    const updates = new Map<string, GameShown>();
    for (const [key, waiting] of this.pending) {
      const { world, game, at } = this.worldOf(key);
      const follower = this.followers.get(key);
      if (world && game && follower) updates.set(key, follower.shown(at, world, game, waiting));
    }
    this.pending.clear();
    for (const [device, sent] of this.devices) {
      const keys = this.channelsOf(device);
      for (const key of sent.channels) if (!keys.includes(key)) sent.channels.delete(key);
      for (const key of keys) {
        const update = updates.get(key);
        if (!sent.channels.has(key)) this.sendWhole(device, key);
        else if (update) device.send('game', update);
      }
      this.sendRoom(device, sent);
      this.sendOver(device, sent, keys);
    }
    // A channel without devices is followed again when somebody asks for it.
    const used = new Set([...this.devices.values()].flatMap(({ channels }) => [...channels]));
    for (const key of this.followers.keys()) if (!used.has(key)) this.followers.delete(key);
  }

  private sendRoom(device: Device, sent: Sent): void {
    const now = this.place.now();
    const { state, tables } = this;
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
    const stamped = { ...shown, now };
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

  /** Channels that a device listens to: its seat's, or what everybody sees of its world or of all. */
  private channelsOf(device: Device): string[] {
    const { worlds, people } = this.state;
    if (device.role !== 'person')
      return worlds.flatMap(({ game }, at) => (game ? [`${at}/${observer}`] : []));
    const person = people[device.person];
    if (!person || !worlds[person.world]?.game) return [];
    return [`${person.world}/${person.seat ?? observer}`];
  }

  private worldOf(key: string): {
    at: number;
    seat: string;
    world?: RoomState['worlds'][number];
    game?: Game;
  } {
    const [at = '0', seat = observer] = key.split('/');
    const world = this.state.worlds[Number(at)];
    return {
      at: Number(at),
      seat,
      ...(world ? { world } : {}),
      ...(world?.game ? { game: world.game } : {}),
    };
  }

  private sendWhole(device: Device, key: string): void {
    const { world, game, at, seat } = this.worldOf(key);
    if (!world || !game) return;
    let whole = this.whole.get(key);
    if (whole?.version !== world.version || !this.followers.has(key)) {
      const follower = new Follower(seat);
      const seen = follower.follow(game, this.changesOf(game));
      if (!this.followers.has(key)) this.followers.set(key, follower);
      whole = { version: world.version, shown: follower.shown(at, world, game, seen) };
      this.whole.set(key, whole);
      setTimeout(() => this.whole.delete(key), keptFor).unref();
    }
    this.devices.get(device)?.channels.add(key);
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
