/**
 * The log in one SQLite file: enough for a school, and nothing to install. The file itself is held by a thread of its own
 * (`sqliteFile.ts`), so that a slow disk keeps only those waiting whose rows it writes.
 */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Log } from './log.ts';
import type { Answer, Durability, FileCommands, Question } from './sqliteFile.ts';
import { gather } from './tick.ts';
import type { Waiting } from './tick.ts';

interface Pending {
  readonly done: (result: never) => void;
  readonly failed: (error: Error) => void;
}

/**
 * Open the log in a folder, which is made where it is missing.
 * @throws where the folder cannot be written
 */
export async function openSqliteLog(folder: string): Promise<Log & { durability(): Promise<Durability> }> {
  const worker = new Worker(new URL('./sqliteFile.ts', import.meta.url), { workerData: folder });
  const pending = new Map<number, Pending>();
  let asked = 0;
  let broken: Error | null = null;
  worker.on('message', ({ number, result, error }: Answer) => {
    const one = pending.get(number);
    pending.delete(number);
    // Only what waits for an answer keeps a process from ending.
    if (pending.size === 0) worker.unref();
    if (error === undefined) one?.done(result as never);
    else one?.failed(new Error(error));
  });
  const breaks = (error: Error): void => {
    broken ??= error;
    for (const { failed } of pending.values()) failed(broken);
    pending.clear();
  };
  worker.on('error', breaks);
  worker.on('exit', () => breaks(new Error('the log is closed')));

  function ask<K extends keyof FileCommands>(
    kind: K,
    ...given: Parameters<FileCommands[K]>
  ): Promise<ReturnType<FileCommands[K]>> {
    return new Promise((done, failed) => {
      if (broken) return failed(broken);
      pending.set(++asked, { done, failed });
      worker.ref();
      worker.postMessage({ number: asked, kind, given } satisfies Question, []);
    });
  }

  const write = async (waiting: readonly Waiting[]): Promise<void> => {
    const rows = waiting.map(({ room, seq, body }) => ({ room, seq, body }));
    const appended = await ask('write', rows);
    waiting.forEach(({ done }, at) => done(appended[at] ?? false));
  };
  const { append, settled } = gather(write);
  const durability = await ask('durability');
  return {
    append,
    make: (room, made, body) => ask('make', room, made, body),
    read: (room, from) => ask('read', room, from),
    rooms: () => ask('rooms'),
    erase: (room) => ask('erase', room),
    durability: async () => durability,
    // One process holds the file; nobody else appends.
    watch: () => undefined,
    close: async () => {
      await settled();
      const left = broken ? null : once(worker, 'exit');
      await ask('close').catch(() => undefined);
      await left;
    },
  };
}
