/**
 * A classroom's server as a process of its own, for tests that kill it or weigh it. It says its port when it is ready, its memory when it is
 * asked, and stops without a word when it is killed. Where its log lies stands in the environment.
 */
import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { openLog } from '../../src/server/log/open.ts';
import { startServer } from '../../src/server/server.ts';
import type { ServerOptions } from '../../src/server/server.ts';

/** What can be handed to the child: options that are plain data. */
export interface ChildOptions extends Pick<ServerOptions, 'limits' | 'webSockets' | 'patience' | 'peers'> {
  readonly port: number;
  readonly folder?: string;
  readonly database?: string;
}

export interface Child {
  readonly port: number;
  readonly address: string;
  /** Memory and time of the processor used so far; `collect` cleans up before it weighs. */
  weigh(collect?: boolean): Promise<Weight>;
  kill(): Promise<void>;
}

export interface Weight {
  readonly heap: number;
  readonly resident: number;
  readonly rooms: number;
  /** Milliseconds of processor time. */
  readonly busy: number;
  readonly mistakes: number;
}

/** Start a server of its own. */
export async function aChild(options: ChildOptions): Promise<Child> {
  const child = fork(fileURLToPath(import.meta.url), [], {
    env: { ...process.env, RED_LINES_CHILD: JSON.stringify(options) },
    execArgv: ['--expose-gc'],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const { port } = await heard<{ port: number }>(child);
  return {
    port,
    address: `http://127.0.0.1:${port}`,
    weigh: (collect = false) => {
      child.send({ collect });
      return heard<Weight>(child);
    },
    kill: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve());
        child.kill('SIGKILL');
      }),
  };
}

function heard<T>(child: ChildProcess): Promise<T> {
  return new Promise((resolve, reject) => {
    const left = (): void => reject(new Error('the server ended'));
    child.once('exit', left);
    child.once('message', (message) => {
      child.off('exit', left);
      resolve(message as T);
    });
  });
}

async function serve(options: ChildOptions): Promise<void> {
  const { folder = '', database, ...rest } = options;
  let mistakes = 0;
  const server = await startServer({
    ...rest,
    host: '127.0.0.1',
    log: await openLog(database, folder),
    report: (error) => {
      mistakes++;
      if (mistakes < 5) console.error(error);
    },
  });
  process.on('message', ({ collect }: { collect: boolean }) => {
    if (collect) globalThis.gc?.();
    const { heapUsed, rss } = process.memoryUsage();
    const { user, system } = process.cpuUsage();
    const busy = (user + system) / 1000;
    process.send?.({ heap: heapUsed, resident: rss, rooms: server.rooms.size, busy, mistakes });
  });
  process.on('disconnect', () => process.exit(0));
  process.send?.({ port: server.port });
}

const given = process.env['RED_LINES_CHILD'];
if (given !== undefined && process.send) await serve(JSON.parse(given) as ChildOptions);
