/** The log in PostgreSQL: many processes serve the same rooms, and tell each other only how far a room has come. */
import pg from 'pg';
import type { Log } from './log.ts';
import { gather } from './tick.ts';
import type { Waiting } from './tick.ts';

const channel = 'red_lines_rooms';
/** How long to wait before listening anew when the connection was lost. */
const again = 1000;

/**
 * Open the log in a database; its tables are made where they are missing.
 * @param address `postgres://user:password@host:port/database`
 * @throws where the database cannot be reached
 */
export async function openPostgresLog(address: string): Promise<Log & { durability(): Promise<string> }> {
  // A database may be set to answer before a row is on the disk; this log never is.
  const set = '-c synchronous_commit=on';
  const pool = new pg.Pool({ connectionString: address, max: 4, options: set });
  // A connection that breaks while idle is replaced; the query that needs one says whether it worked.
  pool.on('error', () => undefined);
  await makeTables(pool);
  const listeners = new Set<(room: string, seq: number) => void>();
  let closed = false;
  let listening: pg.Client | null = null;

  /** Rows of one tick in one statement, which is one transaction; the fence lets each row through or not. */
  async function write(all: readonly Waiting[]): Promise<void> {
    const first = new Map<string, Waiting>();
    for (const one of all) {
      const key = `${one.room} ${one.seq}`;
      if (first.has(key)) one.done(false);
      else first.set(key, one);
    }
    const waiting = [...first.values()];
    const { rows } = await pool.query<{ room: string; seq: number }>({
      name: 'append',
      text: `with asked as (select * from unnest($1::text[], $2::int[], $3::text[]) as t(room, seq, body)),
        held as (select room from red_lines_rooms where room in (select room from asked) for key share),
        added as (insert into red_lines_rows
          select asked.room, asked.seq, asked.body from asked join held on held.room = asked.room
          on conflict do nothing returning room, seq),
        told as (select pg_notify('${channel}', room || ' ' || seq) from added)
        select added.room, added.seq from added, (select count(*) from told) as counted`,
      values: [
        waiting.map(({ room }) => room),
        waiting.map(({ seq }) => seq),
        waiting.map(({ body }) => body),
      ],
    });
    const added = new Set(rows.map(({ room, seq }) => `${room} ${seq}`));
    for (const { room, seq, done } of waiting) done(added.has(`${room} ${seq}`));
  }

  async function listen(): Promise<void> {
    if (closed) return;
    const client = new pg.Client({ connectionString: address });
    listening = client;
    let lost = false;
    const relisten = (): void => {
      if (lost || closed) return;
      lost = true;
      void client.end().catch(() => undefined);
      setTimeout(() => void listen(), again);
    };
    client.on('error', relisten);
    client.on('end', relisten);
    client.on('notification', ({ payload = '' }) => {
      const [room = '', seq] = payload.split(' ');
      for (const told of listeners) told(room, Number(seq));
    });
    try {
      await client.connect();
      await client.query(`listen ${channel}`);
      // What was said while nobody listened is not said again: everybody looks for himself.
      for (const told of listeners) told('', -1);
    } catch {
      relisten();
    }
  }
  await listen();

  const { append, settled } = gather(write);
  return {
    append,
    make: async (room, made, body) => {
      const { rowCount } = await pool.query(
        `with made as (insert into red_lines_rooms values ($1, $2) on conflict do nothing returning room)
        insert into red_lines_rows select room, 1, $3 from made`,
        [room, made, body],
      );
      return rowCount === 1;
    },
    read: async (room, from) => {
      const { rows } = await pool.query<{ seq: number; body: string }>({
        name: 'read',
        text: 'select seq, body from red_lines_rows where room = $1 and seq >= $2 order by seq',
        values: [room, from],
      });
      return rows;
    },
    rooms: async () => {
      const { rows } = await pool.query<{ room: string; made: string }>(
        'select room, made from red_lines_rooms order by made, room',
      );
      return rows.map(({ room, made }) => ({ room, made: Number(made) }));
    },
    erase: async (room) => {
      await pool.query(
        `with gone as (delete from red_lines_rooms where room = $1 returning room)
        select pg_notify('${channel}', room || ' 0') from gone`,
        [room],
      );
    },
    durability: async () => {
      const { rows } = await pool.query<{ synchronous_commit: string }>('show synchronous_commit');
      return rows[0]?.synchronous_commit ?? '';
    },
    watch: (told) => void listeners.add(told),
    close: async () => {
      closed = true;
      await settled();
      await listening?.end().catch(() => undefined);
      await pool.end();
    },
  };
}

/** Make the tables; processes that start together wait for one another. */
async function makeTables(pool: pg.Pool): Promise<void> {
  await pool.query(`begin;
    select pg_advisory_xact_lock(7205001);
    create table if not exists red_lines_rooms (room text primary key, made bigint not null);
    create table if not exists red_lines_rows (
      room text not null references red_lines_rooms on delete cascade,
      seq integer not null,
      body text not null,
      primary key (room, seq)
    );
    commit;`);
}
