/**
 * The thread that holds the log's SQLite file: it answers `sqlite.ts` one question after another. A transaction is on the disk before
 * its answer is sent; what tidies the file waits until nobody asks for anything.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { parentPort, workerData } from 'node:worker_threads';
import type { Row, RoomListed } from './log.ts';

/** What can be asked of the thread; the answers come back as messages. */
export interface FileCommands {
  /** Append rows in one transaction, and say of each whether its number was free. */
  write(rows: readonly (Row & { readonly room: string })[]): boolean[];
  make(room: string, made: number, body: string): boolean;
  read(room: string, from: number): Row[];
  rooms(): RoomListed[];
  erase(room: string): void;
  durability(): Durability;
  close(): void;
}

export interface Durability {
  readonly journal: string;
  /** 2 where a commit waits for the disk. */
  readonly synchronous: number;
  readonly foreignKeys: number;
}

/** What the two threads say to one another. */
export interface Question {
  readonly number: number;
  readonly kind: keyof FileCommands;
  readonly given: readonly unknown[];
}
export interface Answer {
  readonly number: number;
  readonly result?: unknown;
  readonly error?: string;
}

/** How long nobody may have written before the file is tidied, in milliseconds. */
const quiet = 250;
/** Pages after which it is tidied in any case, so that a day without a pause does not fill the disk. */
const mostPages = 8000;

function openFile(folder: string): FileCommands {
  mkdirSync(folder, { recursive: true });
  const database = new DatabaseSync(join(folder, 'rooms.sqlite'), { timeout: 5000 });
  database.exec(`
    pragma journal_mode = wal;
    pragma synchronous = full;
    pragma foreign_keys = on;
    pragma secure_delete = on;
    pragma wal_autocheckpoint = ${mostPages};
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
  let tidying: ReturnType<typeof setTimeout> | undefined;

  /** Do something in a transaction; writes into the database proper wait for a pause. */
  function within<T>(work: () => T): T {
    clearTimeout(tidying);
    tidying = setTimeout(tidy, quiet);
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

  function tidy(): void {
    try {
      database.exec('pragma wal_checkpoint(passive)');
    } catch {
      // A full disk is said to whoever writes next; rows that are acknowledged are safe in either file.
    }
  }

  const pragma = (name: string): unknown => Object.values(database.prepare(`pragma ${name}`).get() ?? {})[0];
  return {
    write: (rows) =>
      within(() =>
        rows.map(
          ({ room, seq, body }) => known.get(room) !== undefined && insert.run(room, seq, body).changes === 1,
        ),
      ),
    make: (room, made, body) =>
      within(() => {
        if (make.run(room, made).changes === 0) return false;
        insert.run(room, 1, body);
        return true;
      }),
    read: (room, from) =>
      read.all(room, from).map(({ seq, body }) => ({ seq: Number(seq), body: String(body) })),
    rooms: () => list.all().map(({ room, made }) => ({ room: String(room), made: Number(made) })),
    erase: (room) => void within(() => erase.run(room)),
    durability: () => ({
      journal: String(pragma('journal_mode')),
      synchronous: Number(pragma('synchronous')),
      foreignKeys: Number(pragma('foreign_keys')),
    }),
    close: () => {
      clearTimeout(tidying);
      database.close();
    },
  };
}

if (parentPort) {
  const port = parentPort;
  const file = openFile(String(workerData));
  port.on('message', ({ number, kind, given }: Question) => {
    const answer = (): Answer => {
      try {
        return { number, result: (file[kind] as (...given: readonly unknown[]) => unknown)(...given) };
      } catch (error) {
        return { number, error: error instanceof Error ? error.message : String(error) };
      }
    };
    port.postMessage(answer());
    if (kind === 'close') port.close();
  });
}
