/** What the server serves besides rooms, over which lines, and what it remembers and forgets. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { request } from 'node:http';
import { afterAll, expect, test } from 'vitest';
import { banner } from '../../src/server/banner.ts';
import { compressFiles } from '../../src/server/compress.ts';
import { openSqliteLog } from '../../src/server/log/sqlite.ts';
import { readSettings } from '../../src/server/settings.ts';
import { aDesk, aFolder, aSeat, aServer, lock, seated, tables, until, untimed } from './aServer.ts';

const folder = aFolder();
afterAll(() => folder.remove());

test('pages come with their types, for as long as they may be kept, and held to themselves', async () => {
  const pages = join(folder.path, 'pages');
  mkdirSync(join(pages, 'code'), { recursive: true });
  writeFileSync(join(pages, 'index.html'), `<meta content="connect-src 'self'">`);
  writeFileSync(join(pages, 'code', 'main-abc.js'), `${'let one = 1;\n'.repeat(200)}`);
  writeFileSync(join(folder.path, 'secret.txt'), 'secret');
  await compressFiles(pages);
  const server = await aServer({ pages, peers: ['http://10.0.0.7:4400'] });
  const page = await fetch(`${server.address}/`);
  const policy = page.headers.get('content-security-policy') ?? '';
  expect(policy).toContain("script-src 'self';");
  expect(policy).not.toContain('unsafe-eval');
  expect(policy).toContain("connect-src 'self' http://10.0.0.7:4400 ws://10.0.0.7:4400;");
  expect(await page.text()).toContain("connect-src 'self' http://10.0.0.7:4400");
  expect(page.headers.get('cache-control')).toBe('no-cache');
  expect(page.headers.get('x-content-type-options')).toBe('nosniff');
  expect(page.headers.get('content-type')).toBe('text/html;charset=utf-8');
  const code = await fetch(`${server.address}/code/main-abc.js`);
  expect(code.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  expect(code.headers.get('content-encoding')).toBe('gzip');
  expect(code.headers.get('content-type')).toBe('text/javascript');
  expect((await code.text()).length).toBe(2600);
  for (const path of [
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/code/../../secret.txt',
    '/nothing',
    '/.git/config',
  ])
    expect([path, await statusOf(server.port, path)]).toEqual([path, 404]);
  expect((await fetch(`${server.address}/`, { method: 'POST', body: 'x' })).status).toBe(405);
  await server.stop();
});

test('a class plays over long polling where WebSockets are refused', async () => {
  const server = await aServer({ webSockets: false });
  // A browser's own order: polling first, then an upgrade, which fails here without a word.
  const options = { addresses: [server.address], load: async () => tables };
  const desk = await aDesk(options, { rounds: 2 });
  const [iran, usa] = await seated(options, desk.code, ['iran', 'usa']);
  if (!iran || !usa) throw new Error('nobody came');
  await desk.do({ kind: 'begin' });
  for (let round = 1; round <= 2; round++) {
    await until(() =>
      [iran, usa].every(({ shown }) => shown.world.phase === 'talks' && shown.world.round === round),
    );
    expect(await lock(iran)).toEqual({ ok: true });
    expect(await lock(usa)).toEqual({ ok: true });
  }
  await until(() => iran.table?.everything() !== null);
  server.blameless();
  await server.stop();
});

test('a page of another host may not speak for a device', async () => {
  const server = await aServer();
  const path = '/socket.io/?EIO=4&transport=polling';
  expect(await statusOf(server.port, path, { origin: 'http://elsewhere.example' })).toBe(403);
  expect(
    await statusOf(server.port, path, { origin: server.address, host: `127.0.0.1:${server.port}` }),
  ).toBe(200);
  expect(await statusOf(server.port, path)).toBe(200);
  await server.stop();
});

test('a room goes on after a restart, and time that nobody was there for does not count', async () => {
  const { path } = aFolder();
  const server = await aServer({}, path);
  const desk = await aDesk(server.options, { timers: { ...untimed, talks: 600 } });
  const [iran, gone] = await seated(server.options, desk.code, ['iran', 'usa']);
  if (!iran || !gone) throw new Error('nobody came');
  await desk.do({ kind: 'begin' });
  await until(() => iran.shown.world.phase === 'talks');
  await lock(iran, [{ move: 'surge' }]);
  for (const device of [desk, iran, gone]) device.close();
  await server.stop();
  const log = await openSqliteLog(path);
  const rows = await log.read(desk.code, 1);
  // The phase should have ended an hour ago.
  const late = {
    at: 0,
    entries: [{ kind: 'clock', world: 0, clock: { until: Date.now() - 3_600_000, left: null } }],
  };
  await log.append(desk.code, rows.length + 1, JSON.stringify(late));
  await log.close();
  const again = await aServer({}, path);
  const back = await aSeat(again.options, desk.code, iran.token);
  expect(back.shown.world).toMatchObject({ phase: 'talks', round: 1 });
  expect(back.shown.world.clock.until).toBeNull();
  expect(back.shown.world.clock.left).toBeGreaterThan(10_000);
  expect(back.shown.world.seats.find(({ seat }) => seat === 'iran')).toMatchObject({ locked: true });
  // Who does not come back counts as away after a while.
  await until(() => back.shown.world.seats.some(({ seat, here }) => seat === 'usa' && here === 0));
  again.blameless();
  await again.stop();
});

test('nothing is kept that could be used or could name anybody: tokens are hashed, addresses are nowhere', async () => {
  const { path } = aFolder();
  const server = await aServer({}, path);
  const desk = await aDesk(server.options);
  const seat = await aSeat(server.options, desk.code);
  await seat.reroll();
  const log = await openSqliteLog(path);
  const kept = (await log.read(desk.code, 1)).map(({ body }) => body).join('\n');
  for (const secret of [desk.token, desk.projector ?? '-', seat.token, '127.0.0.1'])
    expect(kept).not.toContain(secret);
  await log.close();
  await server.stop();
});

test('rooms older than they are kept for are deleted', async () => {
  const { path } = aFolder();
  const log = await openSqliteLog(path);
  const day = 86_400_000;
  await log.make('OLDOLD', Date.now() - 31 * day, '{}');
  await log.make('NEWNEW', Date.now() - 29 * day, '{}');
  const server = await aServer({ log });
  expect((await log.rooms()).map(({ room }) => room)).toEqual(['NEWNEW']);
  await server.stop();
});

test('where a key is set, only who knows it opens rooms', async () => {
  const server = await aServer({ key: 'open sesame' });
  await expect(aDesk(server.options)).rejects.toThrow('wrongKey');
  await server.stop();
});

test('the environment is read, and what cannot be is said in one sentence', () => {
  expect(readSettings({})).toMatchObject({ ok: true, settings: { port: 4400, keepDays: 30, peers: [] } });
  expect(readSettings({ PORT: '70000' })).toEqual({
    ok: false,
    sentence: 'PORT must be a whole number from 1 to 65535.',
  });
  expect(readSettings({ KEEP_DAYS: 'x' })).toMatchObject({ ok: false });
  expect(readSettings({ DATABASE_URL: 'mysql://x' })).toMatchObject({ ok: false });
  expect(readSettings({ PEERS: 'http://a:1, http://b:2' })).toMatchObject({
    ok: true,
    settings: { peers: ['http://a:1', 'http://b:2'] },
  });
  expect(readSettings({ PEERS: 'javascript:x' })).toMatchObject({ ok: false });
});

test('the terminal shows the address, and a code to point a tablet at where a class can reach it', () => {
  expect(banner('localhost', 4400)).toBe('Red Lines is at http://localhost:4400 (Ctrl+C stops it)');
  expect(banner('10.1.2.3', 4400)).toContain('For the class, in the same network:  http://10.1.2.3:4400');
  expect(banner('10.1.2.3', 4400)).toContain('█');
});

function statusOf(port: number, path: string, headers: Record<string, string> = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    request({ port, host: '127.0.0.1', path, headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .on('error', reject)
      .end();
  });
}
