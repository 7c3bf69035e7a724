/**
 * `npm start`: builds the game and serves it, with the classroom's rooms, at one address. `--built` serves what was built before. What
 * can be set by the environment stands in `settings.ts`.
 */
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { banner } from './banner.ts';
import { compressFiles } from './compress.ts';
import { openLog } from './log/open.ts';
import type { Log } from './log/log.ts';
import { startServer } from './server.ts';
import { readSettings } from './settings.ts';

const pages = fileURLToPath(new URL('../../dist/', import.meta.url));

await main();

async function main(): Promise<void> {
  const read = readSettings(process.env);
  if (!read.ok) return stop(read.sentence);
  const { port, host, database, data, ...rest } = read.settings;
  if (await isBusy(port, host))
    return stop(`Port ${port} is in use: set PORT to another number and start again.`);
  if (!process.argv.includes('--built')) await buildGame();
  if (!existsSync(join(pages, 'index.html')))
    return stop('There is no built game: run `npm run build` first.');
  await compressFiles(pages);
  let log: Log;
  try {
    log = await openLog(database, data);
  } catch (error) {
    const where = database === undefined ? `DATA_DIR (${data})` : 'the database of DATABASE_URL';
    return stop(`${where} cannot be opened: ${error instanceof Error ? error.message : String(error)}`);
  }
  const server = await startServer({ ...rest, port, host, log, pages });
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void server.stop().then(() => process.exit(0)));
  // A mistake of ours in one room must not take the other rooms along.
  process.on('unhandledRejection', (error) => console.error(error));
  stopWithParent();
  console.log(banner(host, server.port));
}

/** Builds with Vite, which only those need who did not build before. */
async function buildGame(): Promise<void> {
  const { build } = await import('vite');
  await build({ logLevel: 'warn' });
}

/** Tries the port before the build, so that nobody waits for a build that cannot be served. */
function isBusy(port: number, host: string | undefined): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(true));
    probe.listen(port, host, () => probe.close(() => resolve(false)));
  });
}

/** Ends when what started this ends: a stopped `npm start` must not leave its port taken by a server nobody sees. */
function stopWithParent(): void {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) process.exit(0);
  }, 1000).unref();
}

function stop(sentence: string): void {
  console.error(sentence);
  process.exitCode = 1;
}
