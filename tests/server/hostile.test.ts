/** Somebody in the room means harm: the server stays up, other rooms play on, nothing leaks. The long version is in tests/soak. */
import { io } from 'socket.io-client';
import type { Socket } from 'socket.io-client';
import { afterAll, expect, test } from 'vitest';
import { aDesk, aSeat, aServer, lock, seated, until } from './aServer.ts';
import { attack } from './hostile.ts';
import { hasty } from './killing.ts';

const server = await aServer({
  // So that what is sent is looked at and not only counted.
  limits: { ...hasty, refused: 1e6 },
});
afterAll(() => server.stop());

test('three thousand malformed, oversized, replayed, forged and untimely messages do no harm', async () => {
  const { options, address } = server;
  const desk = await aDesk(options);
  const [victim, villain] = await seated(options, desk.code, ['iran', 'usa']);
  const other = await aDesk(options);
  const [quiet] = await seated(options, other.code, ['russia']);
  if (!victim || !villain || !quiet) throw new Error('nobody came');
  await desk.do({ kind: 'begin' });
  await other.do({ kind: 'begin' });
  await until(() => quiet.shown.world.phase === 'talks' && victim.shown.world.phase === 'talks');
  const sent = attack({ address, code: desk.code, token: villain.token }, 3000, 1);
  for (let round = 1; round <= 3; round++) {
    await until(() => quiet.shown.world.phase === 'talks' && quiet.shown.world.round === round);
    expect(await lock(quiet)).toEqual({ ok: true });
  }
  const { accepted, refused } = await sent;
  await until(() => quiet.table?.everything() !== null);
  expect(refused).toBeGreaterThan(500);
  // What the villain's own seat may do it did: other names for itself, orders, messages where they are allowed.
  expect(accepted).toBeLessThan(refused);
  expect(desk.gone).toBeNull();
  expect(desk.shown.settings.freeText).toBe(false);
  expect(desk.shown.messages.filter(({ from }) => from === 'teacher')).toEqual([]);
  expect(desk.shown.people.map(({ id }) => id)).toEqual(['p1', 'p2']);
  expect(victim.shown.me.seat).toBe('iran');
  expect(JSON.stringify(quiet.shown)).not.toContain(desk.code);
  expect(({} as { ok?: boolean }).ok).toBeUndefined();
  expect(server.mistakes).toEqual([]);
});

test('who sends too much is refused, and cut off when that does not help; others are not', async () => {
  const strict = await aServer();
  const desk = await aDesk(strict.options);
  const [villain, other] = await seated(strict.options, desk.code, ['usa', 'iran']);
  if (!villain || !other) throw new Error('nobody came');
  const replies = await Promise.all(Array.from({ length: 100 }, () => villain.unlock()));
  expect(replies.filter(({ ok }) => ok)).toEqual([]);
  expect(replies.some((reply) => !reply.ok && reply.why.reason === 'tooFast')).toBe(true);
  const cables = await Promise.all(Array.from({ length: 8 }, () => other.cable('all', 'agree')));
  expect(cables.filter(({ ok }) => ok)).toHaveLength(5);
  await attack({ address: strict.address, code: desk.code, token: villain.token }, 600, 2);
  expect(await other.sit(0, 'turkey')).toEqual({ ok: true });
  strict.blameless();
  await strict.stop();
});

test('strangers that come again and again use up little of what their address shares with a school', async () => {
  const strict = await aServer({ limits: { address: { burst: 120, perSecond: 0 } } });
  const desk = await aDesk(strict.options);
  const [inside] = await seated(strict.options, desk.code, ['iran']);
  if (!inside) throw new Error('nobody came');
  for (let come = 0; come < 10; come++) {
    const socket = io(strict.address, { transports: ['websocket'], forceNew: true, reconnection: false });
    const replies = Array.from({ length: 30 }, () => socket.timeout(2000).emitWithAck('do', { id: 'x' }));
    await Promise.allSettled(replies);
    socket.disconnect();
  }
  expect(await inside.sit(0, 'turkey')).toEqual({ ok: true });
  strict.blameless();
  await strict.stop();
});

test('who sends rubbish or floods the line is cut off before it is read, stays out for a while, and keeps nobody else out', async () => {
  const strict = await aServer({ limits: { banned: 400 } });
  const desk = await aDesk(strict.options);
  const [villain, flooder, other] = await seated(strict.options, desk.code, ['usa', 'russia', 'iran']);
  if (!villain || !flooder || !other) throw new Error('nobody came');
  const back = async (token: string): Promise<{ ok: boolean; socket: Socket }> => {
    const socket = io(strict.address, { transports: ['websocket'], forceNew: true, reconnection: false });
    const greeting = { kind: 'return', code: desk.code, token };
    return { socket, ok: ((await socket.emitWithAck('greet', greeting)) as { ok: boolean }).ok };
  };
  const rubbish = await back(villain.token);
  expect(rubbish.ok).toBe(true);
  for (let sent = 0; sent < 12; sent++) rubbish.socket.emit('do', { rubbish: sent });
  await until(() => !rubbish.socket.connected);
  expect((await back(villain.token)).ok).toBe(false);
  const flood = await back(flooder.token);
  let answered = 0;
  for (let sent = 0; sent < 60; sent++)
    flood.socket.emit('do', { id: `flood-${sent}`, command: 'x'.repeat(12_000) }, () => answered++);
  await until(() => !flood.socket.connected);
  expect(answered).toBeLessThan(25);
  expect(await other.cable('all', 'agree')).toEqual({ ok: true });
  const many = await Promise.all(Array.from({ length: 60 }, () => back(other.token)));
  expect(many.every(({ ok }) => ok)).toBe(true);
  await until(() => villain.state === 'here' && desk.state === 'here');
  for (const { socket } of [...many, rubbish, flood]) socket.disconnect();
  strict.blameless();
  await strict.stop();
});

test('who does not read what it is sent is cut off before that fills the memory, and is shown everything when it comes back', async () => {
  const patient = await aServer({ limits: { ...hasty } });
  const desk = await aDesk(patient.options, { freeText: true });
  const [writer, deaf] = await seated(patient.options, desk.code, ['usa', 'iran']);
  if (!writer || !deaf) throw new Error('nobody came');
  deaf.close();
  const greeting = { kind: 'return', code: desk.code, token: deaf.token };
  const socket = io(patient.address, { transports: ['websocket'], forceNew: true, reconnection: false });
  await socket.emitWithAck('greet', greeting);
  const room = await patient.rooms.find(desk.code);
  await until(() => room?.audience.size === 3);
  // Nothing that comes is taken from the line any more.
  type Line = { ws: { pause(): void } };
  (socket.io.engine.transport as unknown as Line).ws.pause();
  const text = 'x'.repeat(280);
  let sent = 0;
  for (; sent < 1500 && room?.audience.size === 3; sent++)
    await writer.write('all', `${sent} ${text.slice(0, 270)}`);
  expect(room?.audience.size).toBe(2);
  expect(await writer.write('all', 'still here')).toEqual({ ok: true });
  socket.disconnect();
  const back = await aSeat(patient.options, desk.code, deaf.token);
  expect(back.shown.messages.at(-1)).toMatchObject({ text: 'still here' });
  for (const one of [desk, writer, back]) one.close();
  patient.blameless();
  await patient.stop();
});
