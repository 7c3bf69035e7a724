/** A classroom's server for tests, with its devices: real sockets, the real engine, the real scenario, a log in a folder of its own. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteLog } from '../../src/server/log/sqlite.ts';
import { startServer } from '../../src/server/server.ts';
import type { RunningServer, ServerOptions } from '../../src/server/server.ts';
import { joinRoom, openRoom } from '../../src/table/remoteRoom.ts';
import type { RemoteDesk, RemoteSeat, RoomOptions } from '../../src/table/remoteRoom.ts';
import type { Settings } from '../../src/table/wire.ts';
import { theRealScenario } from '../engine/aGame.ts';

export const scenario = 'tehran-2016';
export const { tables } = theRealScenario();
export const capitals = tables.capitals.map(({ id }) => id);

/** Time nobody needs: each phase waits for the teacher, and reveals are passed over. */
export const untimed: Settings['timers'] = { briefing: 0, talks: null, orders: null, reveal: 0, report: 0 };

/** A folder that is gone when the test is over. */
export function aFolder(): { path: string; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'red-lines-rooms-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

export interface AServer extends RunningServer {
  readonly address: string;
  readonly folder: string;
  /** Everything that went wrong on the server's side. */
  readonly mistakes: unknown[];
  /** Throws if anything went wrong on the server's side. */
  blameless(): void;
  readonly options: RoomOptions;
}

/** Start a server on a free port. */
export async function aServer(given: Partial<ServerOptions> = {}, folder = aFolder().path): Promise<AServer> {
  const mistakes: unknown[] = [];
  const server = await startServer({
    log: await openSqliteLog(folder),
    port: 0,
    host: '127.0.0.1',
    patience: { dropped: 60, restart: 400 },
    report: (error) => mistakes.push(error),
    ...given,
  });
  const address = `http://127.0.0.1:${server.port}`;
  const blameless = (): void => {
    if (mistakes.length > 0) throw new Error('the server made a mistake', { cause: mistakes[0] });
  };
  return { ...server, address, folder, mistakes, blameless, options: deviceOptions(address) };
}

/** What a device needs to reach a server. */
export function deviceOptions(...addresses: string[]): RoomOptions {
  return { addresses, transports: ['websocket'], load: async () => tables };
}

/** Open a room, or fail. */
export async function aDesk(options: RoomOptions, settings: Partial<Settings> = {}): Promise<RemoteDesk> {
  const opened = await openRoom(
    scenario,
    { settings: { timers: untimed, ...settings }, seed: 'a class' },
    options,
  );
  if (!opened.ok) throw new Error(`no room: ${opened.why.reason}`);
  return opened.room;
}

/** Join a room, or fail. */
export async function aSeat(options: RoomOptions, code: string, token?: string): Promise<RemoteSeat> {
  const joined = await joinRoom(code, options, token);
  if (!joined.ok) throw new Error(`not let in: ${joined.why.reason}`);
  return joined.room;
}

/** Wait until something is so; it is looked at again with every change. */
export async function until(what: () => boolean, within = 8000): Promise<void> {
  const end = Date.now() + within;
  while (!what()) {
    if (Date.now() > end) throw new Error(`waited in vain: ${what.toString()}`);
    await new Promise((resolve) => setTimeout(resolve, 4));
  }
}

/** Seat devices at capitals of the first world, one each. */
export async function seated(
  options: RoomOptions,
  code: string,
  at: readonly string[],
): Promise<RemoteSeat[]> {
  const seats: RemoteSeat[] = [];
  for (const capital of at) {
    const seat = await aSeat(options, code);
    const sat = await seat.sit(0, capital);
    if (!sat.ok) throw new Error(`no seat: ${sat.why.reason}`);
    seats.push(seat);
  }
  return seats;
}

/** Lock no moves at all, or the given ones. */
export function lock(seat: RemoteSeat, moves: { move: string }[] = []): ReturnType<RemoteSeat['draft']> {
  const { table } = seat;
  if (!table) throw new Error('no game yet');
  return table.decide({ seat: table.seat, round: seat.shown.world.round, kind: 'lock', orders: { moves } });
}
