/** A class plays on the server: two people and two computers, three rounds to the debrief. */
import { afterAll, expect, test } from 'vitest';
import { phaseOf } from '../../src/engine/position.ts';
import { replay } from '../../src/engine/record.ts';
import { aDesk, aSeat, aServer, lock, tables, until } from './aServer.ts';

const server = await aServer();
afterAll(() => server.stop());

test('two devices play three rounds, and the debrief lays everything open', async () => {
  const desk = await aDesk(server.options);
  const iran = await aSeat(server.options, desk.code);
  const usa = await aSeat(server.options, desk.code);
  expect(await iran.sit(0, 'iran')).toEqual({ ok: true });
  expect(await usa.sit(0, 'usa')).toEqual({ ok: true });
  expect(await desk.do({ kind: 'begin' })).toEqual({ ok: true });
  for (let round = 1; round <= 3; round++) {
    await until(() => iran.shown.world.phase === 'talks' && iran.shown.world.round === round);
    await until(() => usa.shown.world.phase === 'talks' && usa.shown.world.round === round);
    const before = iran.table?.state.changes.length ?? 0;
    expect(await lock(iran)).toEqual({ ok: true });
    expect(usa.table?.state.waitingFor).toContain('usa');
    expect(await lock(usa)).toEqual({ ok: true });
    await until(() => (iran.table?.state.changes.length ?? 0) > before);
    expect(iran.table?.state.fresh).toBeLessThan(iran.table?.state.changes.length ?? 0);
  }
  await until(() => desk.shown.worlds[0]?.phase === 'debrief');
  await until(() => iran.table?.everything() !== null);
  const everything = iran.table?.everything();
  expect(everything && phaseOf(everything.position)).toBe('over');
  const record = everything?.record;
  expect(record && replay(tables, record)).toMatchObject({ differs: null, refused: null });
  expect(record?.digests).toHaveLength(3);
  await until(() => usa.table?.everything() !== null);
  expect(usa.table?.record()).toEqual(record);
  expect(server.mistakes).toEqual([]);
});
