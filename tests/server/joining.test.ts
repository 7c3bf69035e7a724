/** How people come into a room, find their place, lose their tablet and come back. */
import { afterAll, afterEach, expect, test } from 'vitest';
import { joinRoom } from '../../src/table/remoteRoom.ts';
import type { RemoteSeat } from '../../src/table/remoteRoom.ts';
import { codeLetters } from '../../src/table/classWords.ts';
import { aDesk, aSeat, aServer, capitals, lock, seated, until, untimed } from './aServer.ts';

const server = await aServer({
  limits: { wrong: { burst: 5, perSecond: 0.001 }, rooms: { burst: 99, perSecond: 9 } },
});
const { options } = server;
afterAll(() => server.stop());
afterEach(() => server.blameless());

const placesOf = (seats: readonly RemoteSeat[]): string[] =>
  seats.map(({ shown: { me } }) => `${me.world}.${me.seat ?? me.post}`).sort();

test('a code has six letters without look-alikes, and small ones will do', async () => {
  const desk = await aDesk(options);
  expect(desk.code).toMatch(/^[A-Z0-9]{6}$/);
  for (const alike of ['O0', 'I1L', 'S5', 'Z2', 'B8'])
    expect([...codeLetters].filter((letter) => alike.includes(letter)).length).toBe(0);
  expect((await aSeat(options, ` ${desk.code.toLowerCase()} `)).code).toBe(desk.code);
});

test('a name is given, unlike any other, and can be given anew', async () => {
  const desk = await aDesk(options);
  const people = await Promise.all(Array.from({ length: 12 }, () => aSeat(options, desk.code)));
  const names = people.map(({ shown }) => `${shown.me.name.quality} ${shown.me.name.thing}`);
  expect(new Set(names).size).toBe(12);
  const [first] = people as [RemoteSeat];
  const before = JSON.stringify(first.shown.me.name);
  await first.reroll();
  expect(JSON.stringify(first.shown.me.name)).not.toBe(before);
});

test('forty-five come in and the next one does not', async () => {
  const desk = await aDesk(options, { seating: 'lot', worlds: 3 });
  const people = await Promise.all(Array.from({ length: 45 }, () => aSeat(options, desk.code)));
  expect(await joinRoom(desk.code, options)).toEqual({ ok: false, why: { reason: 'full' } });
  await desk.do({ kind: 'lot' });
  await until(() => people.every(({ shown }) => shown.me.seat !== null || shown.me.post !== null));
  const places = placesOf(people);
  // Thirty-six in twelve full teams, and nine of the twelve posts outside them.
  expect(places.filter((place) => capitals.some((capital) => place.endsWith(capital)))).toHaveLength(36);
  for (const capital of capitals)
    for (const world of [0, 1, 2])
      expect(places.filter((place) => place === `${world}.${capital}`)).toHaveLength(3);
  expect(new Set(places).size).toBe(12 + 9);
  for (const one of people) one.close();
});

test('who sits where is chosen, drawn or said by the teacher, as was set', async () => {
  const desk = await aDesk(options, { seating: 'teacher' });
  const seat = await aSeat(options, desk.code);
  expect(await seat.sit(0, 'iran')).toEqual({ ok: false, why: { reason: 'seatsByTeacher' } });
  const person = seat.shown.me.id;
  expect(await desk.do({ kind: 'place', person, world: 0, seat: 'iran', post: 'alone' })).toEqual({
    ok: true,
  });
  await until(() => seat.shown.me.seat === 'iran' && seat.shown.me.post === 'alone');
  expect(await desk.do({ kind: 'place', person, world: 0, seat: 'iran', post: 'press' })).toMatchObject({
    ok: false,
  });
  await desk.do({ kind: 'set', settings: { seating: 'choice' } });
  expect(await seat.sit(0, 'nowhere')).toEqual({ ok: false, why: { reason: 'noSuchSeat' } });
  expect(await seat.sit(0, 'usa')).toEqual({ ok: true });
});

test('a dropped tablet gets its seat back by its token, and its powers fall to the team meanwhile', async () => {
  const desk = await aDesk(options);
  const [one, two, three] = (await seated(options, desk.code, ['iran', 'iran', 'iran'])) as [
    RemoteSeat,
    RemoteSeat,
    RemoteSeat,
  ];
  await desk.do({ kind: 'begin' });
  await until(() => [one, two, three].every(({ shown }) => shown.world.phase === 'talks'));
  expect([one, two, three].map(({ shown }) => shown.me.post)).toEqual(['head', 'envoy', 'analyst']);
  expect(three.shown.powers).toContain('lock');
  expect(one.shown.powers).not.toContain('lock');
  three.close();
  await until(() => one.shown.powers.includes('lock'));
  const back = await aSeat(options, desk.code, three.token);
  await until(() => back.shown.me.here);
  expect(back.shown.me).toEqual({ ...three.shown.me, here: true });
  await until(() => !one.shown.powers.includes('lock') && back.shown.powers.includes('lock'));
  await until(() => back.table?.seat === 'iran');
});

test('a late one takes over a capital that a computer kept warm, and stepping out hands it back', async () => {
  const desk = await aDesk(options);
  const [iran] = (await seated(options, desk.code, ['iran'])) as [RemoteSeat];
  await desk.do({ kind: 'begin' });
  await until(() => iran.shown.world.phase === 'talks');
  expect(await lock(iran)).toEqual({ ok: true });
  await until(() => iran.shown.world.round === 2 && iran.shown.world.phase === 'talks');
  const late = await aSeat(options, desk.code);
  expect(await late.sit(0, 'turkey')).toEqual({ ok: true });
  await until(() => late.table?.seat === 'turkey');
  await until(() => {
    const turkey = iran.shown.world.seats.find(({ seat }) => seat === 'turkey');
    return turkey?.plays === 'people' && turkey.people === 1;
  });
  expect(await lock(iran)).toEqual({ ok: true });
  expect(iran.shown.world.round).toBe(2);
  // Stepping out leaves nobody to wait for: the computer takes over at once and the round is played.
  expect(await late.observe('observer')).toEqual({ ok: true });
  await until(() => iran.shown.world.round === 3);
  await until(() => late.table?.seat === 'observer');
  expect(await lock(late)).toEqual({ ok: false, why: { reason: 'notYourSeat' } });
});

test('posts pass on after each round, and pairs merge head and analyst', async () => {
  const desk = await aDesk(options);
  const pair = await seated(options, desk.code, ['iran', 'iran']);
  const team = await seated(options, desk.code, ['usa', 'usa', 'usa', 'usa']);
  const posts = (seats: readonly RemoteSeat[]): (string | null)[] => seats.map(({ shown }) => shown.me.post);
  await desk.do({ kind: 'begin' });
  const seen: unknown[] = [];
  for (let round = 1; round <= 3; round++) {
    await until(() =>
      [...pair, ...team].every(({ shown }) => shown.world.round === round && shown.world.phase === 'talks'),
    );
    seen.push([posts(pair), posts(team)]);
    await desk.do({ kind: 'skip' });
    await desk.do({ kind: 'skip' });
  }
  expect(seen).toEqual([
    [
      ['headAnalyst', 'envoy'],
      ['head', 'envoy', 'analyst', 'mirror'],
    ],
    [
      ['envoy', 'headAnalyst'],
      ['envoy', 'analyst', 'mirror', 'head'],
    ],
    [
      ['headAnalyst', 'envoy'],
      ['analyst', 'mirror', 'head', 'envoy'],
    ],
  ]);
});

test('worlds begun from one seed play alike when people do alike', async () => {
  const desk = await aDesk(options, { worlds: 2, rounds: 1, timers: untimed });
  const one = await aSeat(options, desk.code);
  const other = await aSeat(options, desk.code);
  await one.sit(0, 'russia');
  await other.sit(1, 'russia');
  await desk.do({ kind: 'begin' });
  await until(() => [one, other].every(({ shown }) => shown.world.phase === 'talks'));
  await lock(one, [{ move: 'surge' }]);
  await lock(other, [{ move: 'surge' }]);
  await until(() => desk.table(0)?.everything() !== null && desk.table(1)?.everything() !== null);
  expect(desk.table(0)?.record().digests).toEqual(desk.table(1)?.record().digests);
});

test('after some wrong codes no code is right for a while, but who has a seat comes back', async () => {
  const desk = await aDesk(options);
  const seat = await aSeat(options, desk.code);
  const wrong = [...codeLetters].filter((letter) => letter !== desk.code[0]).slice(0, 5);
  for (const letter of wrong)
    expect(await joinRoom(letter + desk.code.slice(1), options)).toEqual({
      ok: false,
      why: { reason: 'noSuchCode' },
    });
  expect(await joinRoom(desk.code, options)).toEqual({ ok: false, why: { reason: 'tooManyTries' } });
  seat.close();
  expect((await aSeat(options, desk.code, seat.token)).shown.me.id).toBe(seat.shown.me.id);
  expect(await joinRoom(desk.code, options, 'x'.repeat(24))).toEqual({
    ok: false,
    why: { reason: 'noSuchSeatHere' },
  });
});
