/** A class of thirty in two worlds, as it goes in a school: a team that is absent, one who comes late, a tablet that drops out, a server that is started again. */
import { expect, test } from 'vitest';
import type { RemoteSeat } from '../../src/table/remoteRoom.ts';
import { aDesk, aFolder, aSeat, aServer, lock, until, untimed } from './aServer.ts';

test('thirty people play three rounds through everything that goes wrong in a lesson, and debrief', async () => {
  const { path } = aFolder();
  let server = await aServer({}, path);
  const { port, options } = server;
  const desk = await aDesk(options, { worlds: 2, seating: 'lot', layers: ['secrecy'], timers: untimed });
  const people = await Promise.all(Array.from({ length: 29 }, () => aSeat(options, desk.code)));
  await desk.do({ kind: 'lot' });
  await until(() => people.every(({ shown }) => shown.me.seat !== null || shown.me.post !== null));
  const at = (world: number, seat: string): RemoteSeat[] =>
    people.filter(({ shown }) => shown.me.world === world && shown.me.seat === seat);
  // A team that is not there: the teacher hands its capital to the computer.
  expect(await desk.do({ kind: 'hand', world: 1, seat: 'turkey', to: 'computer' })).toEqual({ ok: true });
  expect(await desk.do({ kind: 'begin' })).toEqual({ ok: true });

  /** Every team drafts and locks, whoever has the post this round. */
  const playRound = async (round: number): Promise<void> => {
    await until(
      () =>
        people.every(
          ({ shown, state }) =>
            state !== 'here' || (shown.world.round === round && shown.world.phase === 'talks'),
        ),
      20_000,
    );
    const here = people.filter(({ state, shown }) => state === 'here' && shown.me.seat !== null);
    const orders = { moves: [] };
    for (const person of here) if (person.shown.powers.includes('draft')) await person.draft(orders);
    await until(() =>
      here.every(
        ({ shown }) =>
          shown.draft !== null ||
          shown.world.seats.some(({ seat, plays }) => seat === shown.me.seat && plays === 'computer'),
      ),
    );
    for (const person of here) if (person.shown.powers.includes('lock')) await lock(person);
  };

  await playRound(1);
  // A tablet drops out in round two; somebody comes late and is seated by lot like the others.
  await until(() => desk.shown.worlds.every(({ round }) => round === 2));
  const [dropped] = at(0, 'iran') as [RemoteSeat];
  dropped.close();
  const late = await aSeat(options, desk.code);
  people.push(late);
  await until(() => late.shown.me.seat !== null || late.shown.me.post !== null);
  await until(() => desk.shown.people.some(({ id, here }) => id === dropped.shown.me.id && !here));
  await playRound(2);
  // The server is started again in round three; everybody comes back by himself.
  await until(() => desk.shown.worlds.every(({ round }) => round === 3));
  await server.stop();
  server = await aServer({ port }, path);
  await until(
    () => people.every((one) => one === dropped || one.state === 'here') && desk.state === 'here',
    20_000,
  );
  const back = await aSeat(options, desk.code, dropped.token);
  people[people.indexOf(dropped)] = back;
  await until(() => back.table?.seat === 'iran');
  await playRound(3);
  await until(() => people.every(({ table }) => table?.everything() !== null), 20_000);
  expect(desk.shown.worlds.map(({ phase }) => phase)).toEqual(['debrief', 'debrief']);
  // Worlds from one seed in which nobody ordered anything differ only by what the computer did in the second.
  expect(desk.table(0)?.record().digests).toHaveLength(3);
  expect(desk.table(0)?.record().seeds).toEqual(desk.table(1)?.record().seeds);
  server.blameless();
  for (const device of [desk, ...people]) device.close();
  await server.stop();
});
