/** All rooms that this process serves: made, read from the log when somebody comes, forgotten when everybody has left, deleted when they are old. */
import type { Refusal } from '../engine/orders.ts';
import type { Greeted, Settings } from '../table/wire.ts';
import type { Log } from './log/log.ts';
import { seedOf } from './room/computers.ts';
import type { Body } from './room/entries.ts';
import { Room } from './room/room.ts';
import type { RoomWorld } from './room/room.ts';
import { usualSettings, within } from './room/state.ts';
import type { ReadyScenario } from './scenarios.ts';
import { drawCode, drawSeed, drawToken, hashOf } from './secrets.ts';

export interface RoomsOptions {
  readonly log: Log;
  readonly scenarios: ReadonlyMap<string, ReadyScenario>;
  readonly now: () => number;
  readonly report: (error: unknown) => void;
  /** How long a room is kept, in milliseconds. */
  readonly keep: number;
  readonly returnWithin: number;
}

type Played = Extract<Greeted, { ok: true }>['scenario'];

/** How long a room without devices stays in memory. */
const idle = 60_000;
/** How often old rooms are looked for. */
const sweepEvery = 3_600_000;

export class Rooms {
  private readonly options: RoomsOptions;
  private readonly place: RoomWorld;
  private readonly open = new Map<string, Promise<Room | null>>();
  private readonly timers: ReturnType<typeof setInterval>[];

  constructor(options: RoomsOptions) {
    this.options = options;
    const { log, now, report, returnWithin } = options;
    this.place = { log, now, report, returnWithin, host: drawToken() };
    log.watch((code, seq) => this.toldOf(code, seq));
    this.timers = [
      setInterval(() => this.forget(), idle / 4),
      setInterval(() => void this.sweep().catch(report), sweepEvery),
    ];
    for (const timer of this.timers) timer.unref();
  }

  /** Make a room; its tokens come back once and are kept nowhere. */
  async make(
    scenario: string,
    settings: Partial<Settings>,
    words: string | undefined,
  ): Promise<{ ok: true; room: Room; teacher: string; projector: string } | { ok: false; why: Refusal }> {
    const ready = this.options.scenarios.get(scenario);
    if (!ready) return { ok: false, why: { reason: 'noSuchScenario' } };
    const [teacher, projector] = [drawToken(), drawToken()];
    const body: Body = {
      at: this.place.now(),
      entries: [
        {
          kind: 'made',
          scenario: { id: scenario, version: ready.tables.scenario.version, digest: ready.digest },
          settings: within({ ...usualSettings, ...settings }, ready.tables.scenario.rounds),
          seed: seedOf(words, drawSeed()),
          teacher: hashOf(teacher),
          projector: hashOf(projector),
        },
      ],
    };
    for (;;) {
      const code = drawCode();
      if (!(await this.options.log.make(code, body.at, JSON.stringify(body)))) continue;
      const room = await this.find(code);
      if (room) return { ok: true, room, teacher, projector };
    }
  }

  /** Find a room by its code, from memory or from the log; null where there is none. */
  find(code: string): Promise<Room | null> {
    const known = this.open.get(code);
    if (known) return known;
    const read = this.read(code);
    this.open.set(code, read);
    void read.then(
      (room) => room ?? this.open.delete(code),
      () => this.open.delete(code),
    );
    return read;
  }

  /** Tell which scenario a room is played on: the one that is here, whatever it was when the room was made. */
  scenarioOf({ state, tables }: Room): Played {
    const { id } = state.scenario;
    const digest = this.options.scenarios.get(id)?.digest ?? state.scenario.digest;
    return { id, version: tables.scenario.version, digest };
  }

  /** Tell whether a room is in memory, without looking for it. */
  has(code: string): boolean {
    return this.open.has(code);
  }

  /** Delete a room now, for good. */
  async erase(room: Room): Promise<void> {
    await this.options.log.erase(room.code);
    this.open.delete(room.code);
    room.close();
  }

  /** Delete what is older than rooms are kept. */
  async sweep(): Promise<void> {
    const { log, now, keep } = this.options;
    for (const { room: code, made } of await log.rooms()) {
      if (made >= now() - keep) continue;
      const room = await this.open.get(code);
      if (room) await this.erase(room);
      else await log.erase(code);
    }
  }

  /** How many rooms are in memory. */
  get size(): number {
    return this.open.size;
  }

  async stop(): Promise<void> {
    for (const timer of this.timers) clearInterval(timer);
    for (const room of this.open.values()) (await room)?.stop();
    this.open.clear();
  }

  private async read(code: string): Promise<Room | null> {
    const rows = await this.options.log.read(code, 1);
    const first = rows[0] && (JSON.parse(rows[0].body) as Body).entries[0];
    if (first?.kind !== 'made') return null;
    const ready = this.options.scenarios.get(first.scenario.id);
    const room = ready ? Room.from(code, rows, ready.tables, this.place) : null;
    await room?.wake();
    return room;
  }

  private toldOf(code: string, seq: number): void {
    // The line to the other processes was down: whatever they said is looked up.
    const codes = seq < 0 ? [...this.open.keys()] : [code];
    for (const one of codes)
      void this.open.get(one)?.then((room) => {
        if (!room || (seq > 0 && room.seq >= seq)) return;
        if (seq === 0) this.open.delete(one);
        room.catchUp(seq > 0 ? seq : undefined);
      });
  }

  private forget(): void {
    const before = this.place.now() - idle;
    for (const [code, opened] of this.open)
      void opened.then((room) => {
        if (!room || room.audience.size > 0 || room.emptySince > before) return;
        room.stop();
        this.open.delete(code);
      });
  }
}
