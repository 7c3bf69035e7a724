/** The server is killed while classes play: nothing that was acknowledged is lost and everybody comes back. Two hundred kills in tests/soak. */
import { afterAll, expect, test } from 'vitest';
import { openPostgresLog } from '../../src/server/log/postgres.ts';
import { openSqliteLog } from '../../src/server/log/sqlite.ts';
import { aDatabase, freePort } from './aDatabase.ts';
import { aFolder, deviceOptions } from './aServer.ts';
import { aChild } from './child.ts';
import type { Child } from './child.ts';
import { aBusyClass, hasty, missing, resumed } from './killing.ts';

const folder = aFolder();
const database = await aDatabase();
afterAll(async () => {
  await database.stop();
  folder.remove();
});

const pause = (time: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, time));

test('killed twice under load, the server loses nothing it acknowledged and its classes play on', async () => {
  let child = await aChild({ port: 0, folder: folder.path, limits: hasty });
  const { port, address } = child;
  let over = false;
  const playing = await Promise.all([1, 2].map(() => aBusyClass(deviceOptions(address), () => over)));
  const classes = playing.map(({ one }) => one);
  for (const after of [120, 45]) {
    await pause(after);
    await child.kill();
    child = await aChild({ port, folder: folder.path, limits: hasty });
    await resumed(classes);
  }
  over = true;
  await Promise.all(playing.map(({ done }) => done));
  await child.kill();
  const log = await openSqliteLog(folder.path);
  for (const one of classes) {
    expect(await missing(log, one)).toEqual([]);
    expect(one.acknowledged.locks.length).toBeGreaterThan(0);
    for (const device of [one.desk, ...one.seats]) device.close();
  }
  await log.close();
});

test('two processes share a database: one is killed, and its classes play on at the other', async () => {
  const ports = [await freePort(), await freePort()];
  const [first, second] = (await Promise.all(
    ports.map((port) =>
      aChild({
        port,
        database: database.address,
        limits: hasty,
        peers: ports.filter((other) => other !== port).map((other) => `http://127.0.0.1:${other}`),
      }),
    ),
  )) as [Child, Child];
  let over = false;
  // A device is told of the other process by the first one it meets.
  const at = { first: deviceOptions(first.address), second: deviceOptions(second.address) };
  // The second class has its desk at one process and its seats at the other.
  const playing = await Promise.all([
    aBusyClass(at.first, () => over),
    aBusyClass(at.second, () => over, at.first),
  ]);
  const classes = playing.map(({ one }) => one);
  await pause(300);
  await first.kill();
  await resumed(classes);
  over = true;
  await Promise.all(playing.map(({ done }) => done));
  await second.kill();
  const log = await openPostgresLog(database.address);
  for (const one of classes) {
    expect(await missing(log, one)).toEqual([]);
    expect(one.acknowledged.locks.length).toBeGreaterThan(0);
    for (const device of [one.desk, ...one.seats]) device.close();
  }
  await log.close();
});
