/** A room and its log, without devices: what shares a row, what is read again. */
import { expect, test } from 'vitest';
import type { Log, Row } from '../../src/server/log/log.ts';
import { deskCommand } from '../../src/server/room/deskCommands.ts';
import type { Body, Entry } from '../../src/server/room/entries.ts';
import { Room } from '../../src/server/room/room.ts';
import { deskFor } from '../../src/server/room/shown.ts';
import { usualSettings } from '../../src/server/room/state.ts';
import type { Work } from '../../src/server/room/work.ts';
import { done } from '../../src/server/room/work.ts';
import { scenario, tables } from './aServer.ts';

const { version } = tables.scenario;
const making: Body = {
  at: 0,
  entries: [
    {
      kind: 'made',
      scenario: { id: scenario, version, digest: '' },
      settings: usualSettings,
      seed: '0123456789abcdef',
      teacher: 'teacher',
      projector: 'projector',
    },
  ],
};

/** A log in memory that takes a moment for each row, as a disk does. */
function aLog(rows: Row[]): Log {
  return {
    make: async () => true,
    append: async (_, seq, body) => {
      await new Promise((resolve) => setTimeout(resolve, 5));
      if (rows.length >= seq) return false;
      rows.push({ seq, body });
      return true;
    },
    read: async (_, from) => rows.filter(({ seq }) => seq >= from),
    rooms: async () => [],
    erase: async () => undefined,
    watch: () => undefined,
    close: async () => undefined,
  };
}

function aRoom(rows: Row[] = [{ seq: 1, body: JSON.stringify(making) }]): { room: Room; rows: Row[] } {
  const place = {
    log: aLog(rows),
    host: 'here',
    now: () => 1000,
    returnWithin: 1e6,
    report: (error: unknown) => {
      throw error;
    },
  };
  const room = Room.from('AAAAAA', rows, tables, place);
  if (!room) throw new Error('no room');
  return { room, rows };
}

const joins = (person: string) => (work: Work) => {
  if (work.state.people[person]) return done;
  work.add({ kind: 'joined', person, token: person, name: { quality: 'quiet', thing: 'harbour' } });
  return done;
};

test('what is asked while the log writes shares the next row, in order; what is asked twice is done once', async () => {
  const { room, rows } = aRoom();
  const asked = ['p1', 'p2', 'p3', 'p3', 'p4'].map((person) => room.run(joins(person), `${person}.message`));
  expect(await Promise.all(asked)).toEqual(asked.map(() => done));
  // The first went out alone.
  expect(rows).toHaveLength(3);
  expect(Object.keys(room.state.people)).toEqual(['p1', 'p2', 'p3', 'p4']);
  expect((JSON.parse(rows[2]?.body ?? '') as Body).id).toEqual(['p2.message', 'p3.message', 'p4.message']);
  const again = aRoom(rows).room;
  expect(again.state).toEqual(room.state);
  expect(await again.run(joins('p5'), 'p4.message')).toEqual(done);
  expect(again.state.people).not.toHaveProperty('p5');
});

/** A world of four capitals that computers play, with one round played. */
async function playedOnce(): Promise<Row[]> {
  const { room, rows } = aRoom();
  await room.run((work) => deskCommand(work, { kind: 'begin' }));
  while (room.state.worlds[0]?.phase !== 'reveal')
    await room.run((work) => deskCommand(work, { kind: 'skip' }));
  return rows;
}

/** The same rows, with the entries changed as other rules might have left them. */
function changed(rows: readonly Row[], change: (entry: Entry) => Entry): Row[] {
  return rows.map(({ seq, body }) => {
    const read = JSON.parse(body) as Body;
    return { seq, body: JSON.stringify({ ...read, entries: read.entries.map(change) }) };
  });
}

test('a round that comes out otherwise when its room is read again is said to the teacher, and the room goes on', async () => {
  const rows = await playedOnce();
  const shown = (room: Room) => deskFor(room.state, tables, 0).worlds[0];
  expect(shown(aRoom(rows).room)).toMatchObject({ differs: null, round: 1, phase: 'reveal' });
  const other = aRoom(
    changed(rows, (entry) => (entry.kind === 'checked' ? { ...entry, digest: 'other' } : entry)),
  );
  expect(shown(other.room)).toMatchObject({ differs: 1, phase: 'reveal' });
  // Orders that these rules refuse.
  const { room } = aRoom(
    changed(rows, (entry) =>
      entry.kind === 'played'
        ? {
            ...entry,
            orders: entry.orders.map(([seat]) => [seat, { moves: [{ move: 'unheard-of' }] }] as const),
          }
        : entry,
    ),
  );
  expect(shown(room)).toMatchObject({ differs: 1, phase: 'reveal' });
  while (room.state.worlds[0]?.phase !== 'briefing')
    await room.run((work) => deskCommand(work, { kind: 'skip' }));
  expect(shown(room)).toMatchObject({ differs: 1, round: 2, phase: 'briefing' });
  await room.run((work) => deskCommand(work, { kind: 'undo' }));
  expect(shown(room)).toMatchObject({ differs: null, round: 1, phase: 'briefing' });
});

test('where another process was faster, commands are tried again on what it appended', async () => {
  const { room, rows } = aRoom();
  const other = aRoom(rows).room;
  await Promise.all([
    room.run(joins('p1')),
    other.run(joins('p1')),
    other.run(joins('p2')),
    room.run(joins('p2')),
  ]);
  room.catchUp();
  other.catchUp();
  await Promise.all([room.run(() => done), other.run(() => done)]);
  expect(Object.keys(room.state.people)).toEqual(['p1', 'p2']);
  expect(other.state).toEqual(room.state);
});
