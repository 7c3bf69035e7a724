/**
 * Builds the game and serves it on this machine: `npm start`. PORT changes the port. The classroom's host is
 * something else and does not belong here.
 */
import { createServer } from 'node:net';
import { build, preview } from 'vite';

const usualPort = 4400;

await start();

async function start(): Promise<void> {
  const port = portAsked(process.env['PORT']);
  if (port === null) return stop('PORT must be a whole number from 1 to 65535.');
  if (await isBusy(port)) return stop(`Port ${port} is in use: set PORT to another number and start again.`);
  await build({ logLevel: 'warn' });
  await preview({ preview: { port, strictPort: true, open: false }, logLevel: 'warn' });
  stopWithParent();
  console.log(`Red Lines is at http://localhost:${port} (Ctrl+C stops it)`);
}

/** Reads a port from text: the usual one if there is no text, null if it is not a whole number from 1 to 65535. */
function portAsked(text: string | undefined): number | null {
  if (text === undefined || text === '') return usualPort;
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  return port >= 1 && port <= 65_535 ? port : null;
}

/** Tries the port before the build, so that nobody waits for a build that cannot be served. */
function isBusy(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(true));
    probe.listen(port, 'localhost', () => probe.close(() => resolve(false)));
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
