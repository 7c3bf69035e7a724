/** The teacher steers: time, places, news, messages, rounds taken back, the debrief, the end. */
import { afterAll, afterEach, expect, test } from 'vitest';
import { openProjector, returnToDesk } from '../../src/table/remoteRoom.ts';
import type { RemoteDesk, RemoteSeat } from '../../src/table/remoteRoom.ts';
import { readRecord } from '../../src/engine/recordFile.ts';
import { replay } from '../../src/engine/record.ts';
import { aDesk, aSeat, aServer, lock, seated, tables, until, untimed } from './aServer.ts';

const server = await aServer();
const { options } = server;
afterAll(() => server.stop());
afterEach(() => server.blameless());
const ok = { ok: true };

/** A room with Iran and the United States played by people, in the talks of the first round. */
async function aGameOfTwo(
  settings: Parameters<typeof aDesk>[1] = {},
): Promise<[RemoteDesk, RemoteSeat, RemoteSeat]> {
  const desk = await aDesk(options, settings);
  const [iran, usa] = (await seated(options, desk.code, ['iran', 'usa'])) as [RemoteSeat, RemoteSeat];
  expect(await desk.do({ kind: 'begin' })).toEqual(ok);
  await until(() => [iran, usa].every(({ shown, table }) => shown.world.phase === 'talks' && table !== null));
  return [desk, iran, usa];
}

const phaseOf = (desk: RemoteDesk): string | undefined => desk.shown.worlds[0]?.phase;
const clockOf = (desk: RemoteDesk): { until: number | null; left: number | null } =>
  desk.shown.worlds[0]?.clock ?? { until: null, left: null };

test('time runs a phase out, a draft counts as locked then, and computers lock for who has none', async () => {
  const [desk, iran, usa] = await aGameOfTwo({ timers: { ...untimed, talks: 2, orders: 2, report: null } });
  expect(await iran.draft({ moves: [{ move: 'surge' }] })).toEqual(ok);
  await until(() => phaseOf(desk) === 'orders');
  expect(await usa.table?.decide({ seat: 'usa', round: 1, kind: 'withdraw', offer: 1 })).toEqual({
    ok: false,
    why: { reason: 'talksOver' },
  });
  await until(() => phaseOf(desk) === 'report');
  const shown = JSON.stringify(usa.table?.state.changes);
  expect(shown).toContain('"iran.surge"');
  expect(usa.table?.state.said.some(({ seat, answer }) => seat === 'usa' && answer === 'orders')).toBe(true);
  expect(usa.table?.state.said.some(({ seat, answer }) => seat === 'iran' && answer === 'orders')).toBe(
    false,
  );
});

test('a phase is extended, frozen, resumed and skipped', async () => {
  const [desk, iran] = await aGameOfTwo({ timers: { ...untimed, talks: 60 } });
  const first = clockOf(desk).until ?? 0;
  expect(iran.timeLeft(first)).toBeGreaterThan(30_000);
  expect(iran.timeLeft(first)).toBeLessThanOrEqual(61_000);
  expect(await desk.do({ kind: 'extend', seconds: 30 })).toEqual(ok);
  expect((clockOf(desk).until ?? 0) - first).toBe(30_000);
  expect(await desk.do({ kind: 'freeze' })).toEqual(ok);
  expect(clockOf(desk).until).toBeNull();
  expect(clockOf(desk).left).toBeGreaterThan(80_000);
  expect(await lock(iran)).toEqual({ ok: false, why: { reason: 'frozen' } });
  expect(await desk.do({ kind: 'freeze' })).toEqual({ ok: false, why: { reason: 'notNow' } });
  expect(await desk.do({ kind: 'resume' })).toEqual(ok);
  expect(clockOf(desk).left).toBeNull();
  expect(await lock(iran)).toEqual(ok);
  expect(await desk.do({ kind: 'skip' })).toEqual(ok);
  expect(phaseOf(desk)).toBe('orders');
  expect(await desk.do({ kind: 'skip' })).toEqual(ok);
  expect(desk.shown.worlds[0]).toMatchObject({ phase: 'talks', round: 2 });
});

test('who locked is seen by all, and can think again while others have not', async () => {
  const [desk, iran, usa] = await aGameOfTwo();
  expect(await lock(iran, [{ move: 'surge' }])).toEqual(ok);
  const { table } = iran;
  expect(table?.state.view.cells[table.tables.layout.cell('locked.iran')]).toBe(1);
  await until(() => desk.shown.worlds[0]?.seats.find(({ seat }) => seat === 'iran')?.locked === true);
  expect(await lock(iran)).toEqual({ ok: false, why: { reason: 'locked' } });
  expect(await usa.unlock()).toMatchObject({ ok: false });
  expect(await iran.unlock()).toEqual(ok);
  expect(table?.state.view.cells[table.tables.layout.cell('locked.iran')]).toBe(0);
  expect(await lock(iran)).toEqual(ok);
  expect(await lock(usa)).toEqual(ok);
  await until(() => desk.shown.worlds[0]?.round === 2);
});

test('the last round is taken back, and played alike it comes out alike', async () => {
  const [desk, iran, usa] = await aGameOfTwo();
  const start = JSON.stringify(iran.table?.state.view.cells);
  for (const seat of [iran, usa]) expect(await lock(seat, [])).toEqual(ok);
  await until(() => iran.shown.world.round === 2);
  await until(() => JSON.stringify(iran.table?.state.changes).includes('"round":1,"step":"standing"'));
  const firstTime = iran.table?.state.changes.filter(({ round }) => round === 1);
  expect(await desk.do({ kind: 'undo' })).toEqual(ok);
  expect(desk.shown.worlds[0]).toMatchObject({ phase: 'briefing', round: 1 });
  expect(await desk.do({ kind: 'skip' })).toEqual(ok);
  await until(() => iran.shown.world.phase === 'talks');
  expect(JSON.stringify(iran.table?.state.view.cells)).toBe(start);
  for (const seat of [iran, usa]) expect(await lock(seat, [])).toEqual(ok);
  await until(() => iran.shown.world.round === 2);
  expect(iran.table?.state.changes.filter(({ round }) => round === 1)).toEqual(firstTime);
});

test('people are muted, renamed, placed, swapped and removed', async () => {
  const [desk, iran, usa] = await aGameOfTwo();
  const person = iran.shown.me.id;
  const before = iran.shown.me.name;
  await desk.do({ kind: 'rename', person });
  await until(() => JSON.stringify(iran.shown.me.name) !== JSON.stringify(before));
  await desk.do({ kind: 'mute', person, muted: true });
  expect(await iran.cable('all', 'agree')).toEqual({ ok: false, why: { reason: 'muted' } });
  await desk.do({ kind: 'mute', person, muted: false });
  await desk.do({ kind: 'mute', muted: true });
  expect(await iran.cable('all', 'agree')).toEqual({ ok: false, why: { reason: 'muted' } });
  await desk.do({ kind: 'mute', muted: false });
  expect(await iran.cable('all', 'agree')).toEqual(ok);
  await desk.do({ kind: 'swap', world: 0, seats: ['iran', 'usa'] });
  await until(() => iran.table?.seat === 'usa' && usa.table?.seat === 'iran');
  expect(await desk.do({ kind: 'place', person, world: 0, post: 'un' })).toEqual(ok);
  await until(() => iran.shown.me.post === 'un');
  expect(await desk.do({ kind: 'remove', person })).toEqual(ok);
  await until(() => iran.gone !== null);
  expect(iran.gone).toEqual({ reason: 'removed' });
  expect(await desk.do({ kind: 'remove', person })).toEqual({ ok: false, why: { reason: 'noSuchPerson' } });
});

test('a capital is handed to the computer and back', async () => {
  const [desk, iran, usa] = await aGameOfTwo();
  expect(await desk.do({ kind: 'hand', world: 0, seat: 'usa', to: 'computer' })).toEqual(ok);
  await until(() => usa.shown.world.seats.some(({ seat, plays }) => seat === 'usa' && plays === 'computer'));
  expect(await lock(usa)).toEqual({ ok: false, why: { reason: 'notYourSeat' } });
  expect(await lock(iran)).toEqual(ok);
  await until(() => iran.shown.world.round === 2);
  expect(await desk.do({ kind: 'hand', world: 0, seat: 'usa', to: 'people' })).toEqual(ok);
  expect(await lock(iran)).toEqual(ok);
  expect(iran.shown.world.round).toBe(2);
  expect(await lock(usa)).toEqual(ok);
  await until(() => iran.shown.world.round === 3);
});

test('messages reach whom they are for, and the teacher always', async () => {
  const [desk, iran, usa] = await aGameOfTwo();
  const [turkey] = (await seated(options, desk.code, ['turkey'])) as [RemoteSeat];
  const heard = (seat: RemoteSeat): (string | undefined)[] =>
    seat.shown.messages.map(({ cable, text }) => cable ?? text);
  expect(await iran.write('all', 'hello')).toEqual({ ok: false, why: { reason: 'freeTextOff' } });
  await iran.cable(['usa'], 'wantToTalk');
  await iran.cable('team', 'needTime');
  await desk.do({ kind: 'set', settings: { freeText: true } });
  expect(await iran.write('all', '  <b>one</b>\n\u202Etwo\u0000  ')).toEqual(ok);
  await desk.do({ kind: 'news', text: 'A bulletin.' });
  await until(() => usa.shown.messages.length === 3 && turkey.shown.messages.length === 2);
  expect(heard(usa)).toEqual(['wantToTalk', '<b>one</b> two', 'A bulletin.']);
  expect(heard(turkey)).toEqual(['<b>one</b> two', 'A bulletin.']);
  expect(desk.shown.messages.map(({ cable, text }) => cable ?? text)).toEqual([
    'wantToTalk',
    'needTime',
    '<b>one</b> two',
    'A bulletin.',
  ]);
});

test('the debrief can follow at any time; answers there have no name and are shown when the teacher says so', async () => {
  const [desk, iran, usa] = await aGameOfTwo();
  expect(await desk.do({ kind: 'debrief' })).toEqual(ok);
  await until(() => iran.table?.everything() !== null);
  expect(await desk.do({ kind: 'step', step: 2 })).toEqual(ok);
  expect(await iran.ticket('doubt', { text: 'too simple' })).toEqual(ok);
  expect(await usa.ticket('better', { choice: 'turkey' })).toEqual(ok);
  await until(() => desk.shown.answers.length === 2);
  expect(desk.shown.answers).toEqual([
    { prompt: 'doubt', text: 'too simple' },
    { prompt: 'better', choice: 'turkey' },
  ]);
  expect(usa.shown.tickets).toEqual([]);
  await desk.do({ kind: 'show', prompt: 'doubt', shown: true });
  await until(() => usa.shown.tickets.length === 1 && usa.shown.step === 2);
  // Too early is no harm: it can be taken back.
  expect(await desk.do({ kind: 'undo' })).toEqual(ok);
  await until(() => iran.table?.everything() === null && iran.shown.world.round === 1);
  expect(await desk.do({ kind: 'end' })).toEqual(ok);
  expect(await iran.cable('all', 'agree')).toEqual({ ok: false, why: { reason: 'ended' } });
});

test('an event is put into a round, happens at its reveal, and is undone with it', async () => {
  const [desk, iran, usa] = await aGameOfTwo();
  const event = tables.events.find(({ first }) => first > 3)?.id ?? '';
  const cell = tables.events.find(({ id }) => id === event)?.happened ?? -1;
  const happened = (): number | undefined => iran.table?.state.view.cells[cell];
  expect(await desk.do({ kind: 'inject', event: 'nothing' })).toEqual({
    ok: false,
    why: { reason: 'noSuchEvent' },
  });
  expect(await desk.do({ kind: 'inject', event })).toEqual(ok);
  expect(desk.shown.worlds[0]?.injected).toEqual([event]);
  expect(await desk.do({ kind: 'inject', event })).toEqual({ ok: false, why: { reason: 'eventOver' } });
  expect(happened()).toBe(0);
  for (const seat of [iran, usa]) expect(await lock(seat, [])).toEqual(ok);
  await until(() => iran.shown.world.round === 2 && happened() === 1);
  await desk.do({ kind: 'undo' });
  await until(() => happened() === 0);
  await desk.do({ kind: 'inject', event });
  await desk.do({ kind: 'skip' });
  await until(() => [iran, usa].every(({ shown }) => shown.world.phase === 'talks'));
  for (const seat of [iran, usa]) expect(await lock(seat, [])).toEqual(ok);
  await desk.do({ kind: 'debrief' });
  await until(() => iran.table?.everything() !== null);
  const record = iran.table?.record();
  expect(record?.injected).toEqual([{ event, round: 1 }]);
  expect(record && replay(tables, record)).toMatchObject({ differs: null, refused: null });
  const read = readRecord(JSON.stringify(record));
  expect(read.ok && read.record).toEqual(record);
});

test('the projector shows no secrets, and the desk opens again by its token', async () => {
  const [desk, iran] = await aGameOfTwo();
  const wall = await openProjector(desk.code, desk.projector ?? '', options);
  if (!wall.ok) throw new Error(wall.why.reason);
  await iran.cable(['usa'], 'wantToTalk');
  await iran.cable('all', 'thankYou');
  await until(() => wall.room.shown.messages.length > 0 && wall.room.table(0) !== null);
  expect(wall.room.shown.messages.map(({ cable }) => cable)).toEqual(['thankYou']);
  expect(wall.room.table(0)?.seat).toBe('observer');
  desk.close();
  const again = await returnToDesk(desk.code, desk.token, options);
  if (!again.ok) throw new Error(again.why.reason);
  expect(again.room.shown.people).toHaveLength(2);
  expect(await returnToDesk(desk.code, iran.token, options)).toMatchObject({ ok: false });
});

test('what a room is built on is fixed once it has begun; the room is deleted for good', async () => {
  const [desk, iran] = await aGameOfTwo();
  expect(await desk.do({ kind: 'set', settings: { rounds: 5 } })).toEqual({
    ok: false,
    why: { reason: 'alreadyBegun' },
  });
  expect(await desk.do({ kind: 'erase' })).toEqual(ok);
  await until(() => iran.gone !== null && desk.gone !== null);
  expect(iran.gone).toEqual({ reason: 'gone' });
  await expect(aSeat(options, desk.code)).rejects.toThrow('noSuchCode');
});
