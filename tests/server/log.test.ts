/** The log keeps its promises, in a file and in a database alike. */
import { afterAll, describe, expect, test } from 'vitest';
import pg from 'pg';
import type { Log } from '../../src/server/log/log.ts';
import { openPostgresLog } from '../../src/server/log/postgres.ts';
import { openSqliteLog } from '../../src/server/log/sqlite.ts';
import { aDatabase } from './aDatabase.ts';
import { aFolder, until } from './aServer.ts';

const folder = aFolder();
const database = await aDatabase();
afterAll(async () => {
  await database.stop();
  folder.remove();
});

const kinds: { name: string; open: () => Promise<Log> }[] = [
  { name: 'SQLite', open: () => openSqliteLog(folder.path) },
  { name: 'PostgreSQL', open: () => openPostgresLog(database.address) },
];

describe.each(kinds)('the log in $name', ({ open }) => {
  test('gives back what was appended, in order, from any number on, also to who opens it anew', async () => {
    const log = await open();
    expect(await log.make('AAAAAA', 1000, 'one')).toBe(true);
    expect(await log.append('AAAAAA', 2, 'two ü "')).toBe(true);
    expect(await log.append('AAAAAA', 3, 'three')).toBe(true);
    await log.close();
    const again = await open();
    expect(await again.read('AAAAAA', 1)).toEqual([
      { seq: 1, body: 'one' },
      { seq: 2, body: 'two ü "' },
      { seq: 3, body: 'three' },
    ]);
    expect(await again.read('AAAAAA', 3)).toEqual([{ seq: 3, body: 'three' }]);
    expect(await again.read('BBBBBB', 1)).toEqual([]);
    await again.close();
  });

  test('lets one of many have a number, whichever process asks', async () => {
    const [log, other] = [await open(), await open()];
    await log.make('CCCCCC', 1000, 'one');
    expect(await log.make('CCCCCC', 1000, 'one again')).toBe(false);
    const asked = await Promise.all(
      Array.from({ length: 20 }, (_, at) => (at % 2 ? log : other).append('CCCCCC', 2, `two of ${at}`)),
    );
    expect(asked.filter((appended) => appended)).toHaveLength(1);
    expect(await other.read('CCCCCC', 2)).toEqual([{ seq: 2, body: `two of ${asked.indexOf(true)}` }]);
    await log.close();
    await other.close();
  });

  test('lets rows of one tick share a transaction without letting one refusal spoil the others', async () => {
    const log = await open();
    const rooms = ['DDDDDD', 'EEEEEE', 'FFFFFF'];
    for (const room of rooms) await log.make(room, 1000, 'one');
    await log.append('EEEEEE', 2, 'before');
    const asked = await Promise.all(
      [...rooms, 'GGGGGG'].map((room) => log.append(room, 2, `two of ${room}`)),
    );
    expect(asked).toEqual([true, false, true, false]);
    expect(await log.read('EEEEEE', 2)).toEqual([{ seq: 2, body: 'before' }]);
    expect(await log.read('GGGGGG', 1)).toEqual([]);
    await log.close();
  });

  test('lists rooms, and deletes one with everything in it', async () => {
    const log = await open();
    await log.make('HHHHHH', 5000, 'one');
    await log.append('HHHHHH', 2, 'two');
    expect(await log.rooms()).toContainEqual({ room: 'HHHHHH', made: 5000 });
    await log.erase('HHHHHH');
    expect(await log.read('HHHHHH', 1)).toEqual([]);
    expect((await log.rooms()).map(({ room }) => room)).not.toContain('HHHHHH');
    expect(await log.append('HHHHHH', 3, 'three')).toBe(false);
    expect(await log.read('HHHHHH', 1)).toEqual([]);
    await log.close();
  });
});

test('SQLite writes every row to the disk before it says so', async () => {
  const log = await openSqliteLog(folder.path);
  expect(await log.durability()).toEqual({ journal: 'wal', synchronous: 2, foreignKeys: 1 });
  await log.close();
});

test('PostgreSQL writes every row to the disk before it says so', async () => {
  const client = new pg.Client({ connectionString: database.address });
  await client.connect();
  expect((await client.query('show fsync')).rows).toEqual([{ fsync: 'on' }]);
  // A database set to answer early is overruled by the log's own connections.
  await client.query('alter database rooms set synchronous_commit = off');
  const log = await openPostgresLog(database.address);
  await log.make('JJJJJJ', 1000, 'one');
  expect(await log.durability()).toBe('on');
  await client.query('alter database rooms reset synchronous_commit');
  await client.end();
  await log.close();
});

test('processes on one database tell each other how far a room has come, and that it is gone', async () => {
  const [log, other] = [await openPostgresLog(database.address), await openPostgresLog(database.address)];
  const told: [string, number][] = [];
  other.watch((room, seq) => told.push([room, seq]));
  await log.make('KKKKKK', 1000, 'one');
  await log.append('KKKKKK', 2, 'two');
  await log.erase('KKKKKK');
  await until(() => told.length >= 2);
  expect(told).toEqual([
    ['KKKKKK', 2],
    ['KKKKKK', 0],
  ]);
  await log.close();
  await other.close();
});
