/**
 * Classes that play on while their server is killed and started again at random moments. Everything that was acknowledged is noted,
 * and looked for in the log when all is over.
 */
import { replay } from '../../src/engine/record.ts';
import type { Log } from '../../src/server/log/log.ts';
import type { Body } from '../../src/server/room/entries.ts';
import { Room } from '../../src/server/room/room.ts';
import type { RemoteDesk, RemoteSeat, RoomOptions } from '../../src/table/remoteRoom.ts';
import { aDesk, lock, seated, tables, until } from './aServer.ts';

/** Limits that a machine's haste does not meet. */
export const hasty = {
  messages: { burst: 1e6, perSecond: 1e6 },
  bytes: { burst: 1e9, perSecond: 1e9 },
  packets: { burst: 1e6, perSecond: 1e6 },
  talk: { burst: 1e6, perSecond: 1e6 },
  address: { burst: 1e6, perSecond: 1e6 },
  connections: { burst: 1e6, perSecond: 1e6 },
  rooms: { burst: 1e6, perSecond: 1e6 },
};

interface Acknowledged {
  readonly texts: string[];
  readonly locks: string[];
}

export interface Class {
  readonly desk: RemoteDesk;
  readonly seats: readonly RemoteSeat[];
  readonly acknowledged: Acknowledged;
  /** Why a message was refused last. */
  refusal: string;
  /** Commands that were given up without an answer. */
  unanswered: number;
}

/** Start a class that plays until it is told to stop; round after round, and anew when its game is over. */
export async function aBusyClass(
  options: RoomOptions,
  isOver: () => boolean,
  seatOptions = options,
): Promise<{ one: Class; done: Promise<unknown> }> {
  const desk = await aDesk(options, { freeText: true, rounds: 8, rotate: false });
  const seats = await seated(seatOptions, desk.code, ['iran', 'usa']);
  const one: Class = { desk, seats, acknowledged: { texts: [], locks: [] }, unanswered: 0, refusal: '' };
  await desk.do({ kind: 'begin' });
  const done = Promise.all([...seats.map((seat) => beBusy(one, seat, isOver)), startAnew(one, isOver)]);
  return { one, done };
}

async function beBusy(one: Class, seat: RemoteSeat, isOver: () => boolean): Promise<void> {
  const name = `${one.desk.code} ${seat.shown.me.id}`;
  for (let said = 0; !isOver(); said++) {
    const text = `${name} ${said}`;
    const reply = await seat.write('all', text);
    if (reply.ok) one.acknowledged.texts.push(text);
    else one.refusal = reply.why.reason;
    if (!reply.ok && reply.why.reason === 'noAnswer') one.unanswered++;
    const { world } = seat.shown;
    const { round } = world;
    if (world.phase === 'talks' && seat.table && said % 3 === 0) {
      const locked = await lock(seat);
      if (locked.ok) one.acknowledged.locks.push(`${seat.table.seat} ${round}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

async function startAnew({ desk }: Class, isOver: () => boolean): Promise<void> {
  while (!isOver()) {
    const [world] = desk.shown.worlds;
    if (world?.phase === 'debrief') await desk.do({ kind: 'undo' });
    else if (world?.phase === 'briefing') await desk.do({ kind: 'skip' });
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Look in the log for everything that was acknowledged, and read the room again as another process would; what is missing comes back. */
export async function missing(log: Log, { desk, acknowledged }: Class): Promise<string[]> {
  const rows = await log.read(desk.code, 1);
  const found: string[] = [];
  rows.forEach(({ seq }, at) => {
    if (seq !== at + 1) found.push(`row ${at + 1} is missing`);
  });
  const entries = rows.flatMap(({ body }) => (JSON.parse(body) as Body).entries);
  const texts = entries.flatMap((entry) => (entry.kind === 'message' && entry.text ? [entry.text] : []));
  for (const text of acknowledged.texts) if (!texts.includes(text)) found.push(`lost: ${text}`);
  if (new Set(texts).size !== texts.length) found.push('a message was done twice');
  const sealed = entries.filter((entry) => entry.kind === 'sealed').length;
  if (sealed < acknowledged.locks.length) found.push(`${acknowledged.locks.length - sealed} locks were lost`);
  const place = { log, host: 'reader', now: () => 0, report: () => undefined, returnWithin: 1e6 };
  const record = Room.from(desk.code, rows, tables, place)?.state.worlds[0]?.game?.record;
  if (!record) found.push('the room cannot be read');
  else if (replay(tables, record).differs !== null) found.push('the record does not replay');
  return found;
}

/** Wait until every class goes on by itself after a kill: each seat is connected and something new was acknowledged. */
export async function resumed(classes: readonly Class[]): Promise<void> {
  const before = classes.map(({ acknowledged }) => acknowledged.texts.length);
  const goesOn = ({ seats, acknowledged }: Class, at: number): boolean =>
    seats.every(({ state }) => state === 'here') && acknowledged.texts.length > (before[at] ?? 0) + 1;
  await until(() => classes.every(goesOn), 60_000).catch(() => {
    const stuck = classes.find((one, at) => !goesOn(one, at));
    const states = stuck?.seats.map(({ state }) => state).join();
    throw new Error(`class ${stuck?.desk.code} does not go on: ${states}, ${stuck?.refusal}`);
  });
}
