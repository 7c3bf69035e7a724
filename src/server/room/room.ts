/**
 * A room that this process serves: the state that its log says, and one command after another. Commands that come while the log writes
 * are carried out together and share the next row. Another process may serve the same room; who appends first is right, and the other
 * reads on and asks the rules again.
 */
import type { Tables } from '../../engine/tables.ts';
import type { Reply } from '../../table/wire.ts';
import type { Log, Row } from '../log/log.ts';
import { advance } from './advance.ts';
import { Audience } from './audience.ts';
import type { Device } from './audience.ts';
import type { Body, Entry } from './entries.ts';
import { foldBody, withDone } from './fold.ts';
import { arrive, depart, isAway, missEverybody, wake } from './presence.ts';
import type { RoomState } from './state.ts';
import { done, no, Work } from './work.ts';
import type { Told } from './work.ts';

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
/** The longest time that a timer of the system can wait, in milliseconds, and less. */
const longest = 2 ** 30;

interface Asked {
  readonly act: (work: Work) => Reply;
  readonly id: string | undefined;
  readonly done: (reply: Reply) => void;
}

export class Room {
  readonly code: string;
  readonly tables: Tables;
  state: RoomState;
  seq: number;
  readonly audience: Audience;
  /** When the last device left; rooms without any are forgotten after a while. */
  emptySince: number;
  private readonly place: RoomWorld;
  private asked: Asked[] = [];
  /** How far other processes are known to have come. */
  private ahead = 0;
  private running = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private gone = false;

  constructor(code: string, tables: Tables, state: RoomState, seq: number, place: RoomWorld) {
    this.code = code;
    this.tables = tables;
    this.state = state;
    this.seq = seq;
    this.place = place;
    this.emptySince = place.now();
    this.audience = new Audience(this, place.now, place.report);
  }

  /** Make a room again from its rows; null where there are none. */
  static from(code: string, rows: readonly Row[], tables: Tables, place: RoomWorld): Room | null {
    let state: RoomState | null = null;
    for (const { body } of rows)
      state = foldBody(state, code, JSON.parse(body) as Body, tables, () => undefined);
    if (!state) return null;
    return new Room(code, tables, state, rows.at(-1)?.seq ?? 0, place);
  }

  /** Begin to serve the room after it was read: time that nobody was there for does not count, and who stays away is missed. */
  async wake(): Promise<void> {
    await this.run(wake);
    setTimeout(() => void this.run(missEverybody), this.place.returnWithin).unref();
  }

  /**
   * Let something happen in the room: durable when the promise is kept with `ok`.
   * @param id number of the message that asked for it; asked again, it is done only once
   */
  run(act: (work: Work) => Reply, id?: string): Promise<Reply> {
    return new Promise((answered) => {
      this.asked.push({ act, id, done: answered });
      void this.goOn();
    });
  }

  /** Read what other processes appended, up to a number if it is not known already by the time it is its turn. */
  catchUp(seq = Infinity): void {
    this.ahead = Math.max(this.ahead, seq);
    void this.goOn();
  }

  /** Let a device in; it is shown everything it may see. */
  enter(device: Device): void {
    this.audience.enter(device);
    this.setTimer();
    this.keepHere(device);
  }

  leave(device: Device): void {
    this.audience.leave(device);
    if (this.audience.size > 0) return;
    this.emptySince = this.place.now();
    clearTimeout(this.timer);
  }

  /** Tell the log that a person's device went away, unless it has another one here. */
  async left(person: string): Promise<void> {
    if (this.audience.devices.some((one) => one.person === person)) return;
    await this.run((work) => depart(work, person));
  }

  /** The room was deleted: everybody is sent home. */
  close(): void {
    this.stop();
    this.audience.dismiss('gone');
  }

  /** Stop without a word, as when the process ends. */
  stop(): void {
    this.gone = true;
    clearTimeout(this.timer);
  }

  /** Read on and carry out what is asked, until there is nothing left to do. */
  private async goOn(): Promise<void> {
    if (this.running) return;
    this.running = true;
    while (this.asked.length > 0 || this.ahead > this.seq) {
      const { asked, ahead } = this;
      this.asked = [];
      this.ahead = 0;
      try {
        if (ahead > this.seq) await this.readOn();
        if (asked.length > 0) await this.carryOut(asked);
      } catch (error) {
        this.place.report(error);
        for (const one of asked) one.done(no('notKept'));
      }
    }
    this.running = false;
  }

  /** Carry out commands one after another, keep what came of them in one row, and answer them all. */
  private async carryOut(asked: readonly Asked[]): Promise<void> {
    const answer = (replies: readonly Reply[]): void =>
      asked.forEach((one, at) => one.done(replies[at] ?? no('other')));
    for (let tried = 0; tried < mostTries; tried++) {
      if (this.gone) return answer(asked.map(() => no('gone')));
      const now = this.place.now();
      const { replies, state, entries, told, ids } = this.tryOut(asked, now);
      if (entries.length === 0) return answer(replies);
      const body: Body = { at: now, ...(ids.length > 0 ? { id: ids } : {}), entries };
      if (await this.place.log.append(this.code, this.seq + 1, JSON.stringify(body))) {
        this.commit(state, this.seq + 1, entries, told);
        return answer(replies);
      }
      if (!(await this.readOn())) return answer(asked.map(() => no('gone')));
    }
    answer(asked.map(() => no('notKept')));
  }

  /** See what commands would come to; nothing of it has happened yet. */
  private tryOut(
    asked: readonly Asked[],
    now: number,
  ): { replies: Reply[]; state: RoomState; entries: Entry[]; told: Told[]; ids: string[] } {
    let { state } = this;
    const entries: Entry[] = [];
    const told: Told[] = [];
    const ids: string[] = [];
    const replies = asked.map(({ act, id }): Reply => {
      if (id !== undefined && state.done.includes(id)) return done;
      const work = new Work(state, this.tables, now, this.place.host);
      let reply: Reply;
      try {
        reply = act(work);
      } catch (error) {
        this.place.report(error);
        return no('other');
      }
      if (!reply.ok || work.entries.length === 0) return reply;
      state = id === undefined ? work.state : withDone(work.state, id);
      if (id !== undefined) ids.push(id);
      for (const entry of work.entries) entries.push(entry);
      for (const one of work.told) told.push(one);
      return reply;
    });
    return { replies, state, entries, told, ids };
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
    if (this.gone) return;
    this.audience.take(entries, told);
    if (before.people !== state.people) for (const device of this.audience.devices) this.keepHere(device);
    this.setTimer();
  }

  /** Say of a device that is connected here that its person is here, where the log says otherwise. */
  private keepHere({ person }: Device): void {
    if (isAway(this.state, person, this.place.host))
      void this.run((work) => arrive(work, person, this.audience.devices));
  }

  private setTimer(): void {
    clearTimeout(this.timer);
    if (this.audience.size === 0 || this.gone) return;
    const first = Math.min(...this.state.worlds.map(({ clock }) => clock.until ?? Infinity));
    if (first === Infinity) return;
    const ring = (work: Work): Reply => {
      work.state.worlds.forEach((_, world) => {
        const until = work.world(world)?.clock.until ?? null;
        if (until !== null && until <= work.now) advance(work, world);
      });
      return done;
    };
    this.timer = setTimeout(
      () => void this.run(ring).then(() => this.setTimer()),
      Math.max(0, Math.min(first - this.place.now(), longest)),
    );
  }
}
