/** The log in one SQLite file: enough for a school, and nothing to install. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Log } from './log.ts';
import { gather } from './tick.ts';
import type { Waiting } from './tick.ts';

/**
 * Open the log in a folder, which is made where it is missing.
 * @throws where the folder cannot be written
 */
export function openSqliteLog(folder: string): Log & { readonly database: DatabaseSync } {
  mkdirSync(folder, { recursive: true });
  const database = new DatabaseSync(join(folder, 'rooms.sqlite'), { timeout: 5000 });
  database.exec(`
    pragma journal_mode = wal;
    pragma synchronous = full;
    pragma foreign_keys = on;
    pragma secure_delete = on;
    create table if not exists rooms (room text primary key, made integer not null) strict, without rowid;
    create table if not exists rows (
      room text not null references rooms on delete cascade,
      seq integer not null,
      body text not null,
      primary key (room, seq)
    ) strict, without rowid;
  `);
  const make = database.prepare('insert into rooms values (?, ?) on conflict do nothing');
  const known = database.prepare('select 1 from rooms where room = ?');
  const insert = database.prepare('insert into rows values (?, ?, ?) on conflict do nothing');
  const read = database.prepare('select seq, body from rows where room = ? and seq >= ? order by seq');
  const list = database.prepare('select room, made from rooms order by made, room');
  const erase = database.prepare('delete from rooms where room = ?');

  function within<T>(work: () => T): T {
    database.exec('begin immediate');
    try {
      const result = work();
      database.exec('commit');
      return result;
    } catch (error) {
      if (database.isTransaction) database.exec('rollback');
      throw error;
    }
  }

  function write(waiting: readonly Waiting[]): void {
    const appended = within(() =>
      waiting.map(
        ({ room, seq, body }) => known.get(room) !== undefined && insert.run(room, seq, body).changes === 1,
      ),
    );
    waiting.forEach(({ done }, at) => done(appended[at] ?? false));
  }

  const { append, settled } = gather(write);
  return {
    database,
    append,
    make: async (room, made, body) =>
      within(() => {
        if (make.run(room, made).changes === 0) return false;
        insert.run(room, 1, body);
        return true;
      }),
    read: async (room, from) =>
      read.all(room, from).map(({ seq, body }) => ({ seq: Number(seq), body: String(body) })),
    rooms: async () => list.all().map(({ room, made }) => ({ room: String(room), made: Number(made) })),
    erase: async (room) => void erase.run(room),
    // One process holds the file; nobody else appends.
    watch: () => undefined,
    close: async () => {
      await settled();
      database.close();
    },
  };
}
