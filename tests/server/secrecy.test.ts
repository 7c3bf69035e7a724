/** What one capital does in secret reaches no other device before the reveal: all traffic is recorded and compared. */
import { io } from 'socket.io-client';
import type { Socket } from 'socket.io-client';
import { afterAll, expect, test } from 'vitest';
import { layers } from '../../src/engine/layers.ts';
import type { RemoteSeat } from '../../src/table/remoteRoom.ts';
import type { GameShown } from '../../src/table/wire.ts';
import { aDesk, aSeat, aServer, capitals, lock, seated, tables, until } from './aServer.ts';

const server = await aServer();
afterAll(() => server.stop());

interface Tap {
  readonly heard: string[];
  readonly socket: Socket;
}

/** A second device with somebody's token that writes down everything it is sent, as it came over the wire. */
async function tap(code: string, token: string, least = 3): Promise<Tap> {
  const socket = io(server.address, { transports: ['websocket'], forceNew: true, reconnection: false });
  const heard: string[] = [];
  await new Promise<void>((resolve) => socket.on('connect', () => resolve()));
  socket.io.engine.on('data', (data: unknown) => heard.push(String(data)));
  await socket.emitWithAck('greet', { kind: 'return', code, token });
  await until(() => heard.length >= least);
  return { heard, socket };
}

/** Times and names differ between any two classes; nothing else may. */
function plainly(heard: readonly string[], code: string): string[] {
  return heard
    .filter((one) => one !== '2' && one !== '3')
    .map((one) =>
      one
        .replaceAll(code, 'CODE')
        .replace(/"(now|until|left)":\d+/g, '"$1":0')
        .replace(/"name":\{[^}]*\}/g, '"name":{}'),
    );
}

interface Doing {
  readonly moves: { move: string }[];
  readonly secretOffer: boolean;
}

/** A class in which Iran does something in secret; what others were sent from the opening of the talks to just before the reveal. */
async function aClass(doing: Doing): Promise<Record<string, string[]>> {
  const desk = await aDesk(server.options, { layers: [...layers], rotate: false });
  const seats: Record<string, RemoteSeat> = {};
  for (const capital of capitals) {
    const seat = await aSeat(server.options, desk.code);
    await seat.sit(0, capital);
    seats[capital] = seat;
  }
  const second = await aSeat(server.options, desk.code);
  const third = await aSeat(server.options, desk.code);
  await second.sit(0, 'iran');
  await third.sit(0, 'iran');
  const watcher = await aSeat(server.options, desk.code);
  await watcher.observe('press');
  await desk.do({ kind: 'begin' });
  await until(() => Object.values(seats).every(({ shown }) => shown.world.phase === 'talks'));
  const taps: Record<string, Tap> = {
    projector: await tap(desk.code, desk.projector ?? ''),
    teacher: await tap(desk.code, desk.token),
    press: await tap(desk.code, watcher.token),
  };
  for (const capital of ['russia', 'turkey'])
    taps[capital] = await tap(desk.code, seats[capital]?.token ?? '');
  for (const { heard } of Object.values(taps)) heard.length = 0;

  const team = [seats['iran'], second, third] as RemoteSeat[];
  const by = (post: string): RemoteSeat => team.find(({ shown }) => shown.me.post === post) as RemoteSeat;
  expect(await by('head').draft({ moves: doing.moves })).toEqual({ ok: true });
  expect(await by('head').mark(null)).toEqual({ ok: true });
  expect(await by('analyst').guess('russia', 'surge')).toEqual({ ok: true });
  if (doing.secretOffer) {
    const made = await by('envoy').table?.decide({
      seat: 'iran',
      round: 1,
      kind: 'offer',
      offer: {
        to: ['usa'],
        terms: [{ capital: 'iran', kind: 'stance', line: 'ground', stance: 'advisers' }],
        from: 1,
        until: 2,
        secret: true,
        stake: 1,
      },
    });
    expect(made).toEqual({ ok: true });
    const usa = seats['usa'] as RemoteSeat;
    await until(() => usa.table?.state.changes.some(({ where }) => where.endsWith('.serial')) ?? false);
  }
  await by('head').cable('team', 'needTime');
  await by('head').cable(['usa'], 'wantToTalk');
  expect(await lock(by('analyst'), doing.moves)).toEqual({ ok: true });
  for (const capital of ['russia', 'turkey']) await lock(seats[capital] as RemoteSeat);
  await until(() =>
    Object.values(taps).every(({ heard }) => heard.some((one) => one.includes('"locked":true'))),
  );
  await new Promise((resolve) => setTimeout(resolve, 100));
  const heard = Object.fromEntries(
    Object.entries(taps).map(([name, one]) => [name, plainly(one.heard, desk.code)]),
  );
  for (const { socket } of Object.values(taps)) socket.disconnect();
  // The reveal does show it: what was kept back was kept back on purpose.
  const russia = seats['russia'] as RemoteSeat;
  await lock(seats['usa'] as RemoteSeat);
  await until(() => russia.shown.world.round === 2);
  const shown = JSON.stringify(russia.table?.state.changes);
  for (const { move } of doing.moves) expect(shown).toContain(`iran.${move}`);
  for (const one of [desk, watcher, second, third, ...Object.values(seats)]) one.close();
  return heard;
}

test('others are sent the same, whatever a capital drafts, locks, marks, guesses and offers in secret', async () => {
  const one = await aClass({ moves: [{ move: 'surge' }], secretOffer: true });
  const other = await aClass({ moves: [{ move: 'softenAssad' }], secretOffer: false });
  const { teacher, ...rest } = one;
  const { teacher: teacherOther, ...restOther } = other;
  expect(rest).toEqual(restOther);
  // The teacher sees every offer and every message, but no orders before the reveal.
  for (const text of [...(teacher ?? []), ...(teacherOther ?? [])]) {
    expect(text).not.toContain('surge');
    expect(text).not.toContain('softenAssad');
  }
  expect(server.mistakes).toEqual([]);
});

test('only an analyst is sent signs, and of coming events one at a time; who takes the post over is sent them then', async () => {
  const desk = await aDesk(server.options, { rounds: 4 });
  const team = await seated(server.options, desk.code, ['iran', 'iran', 'iran']);
  const alone = (await seated(server.options, desk.code, ['usa']))[0] as RemoteSeat;
  const watcher = await aSeat(server.options, desk.code);
  await watcher.observe('press');
  const taps = new Map<RemoteSeat, Tap>();
  for (const one of [...team, alone, watcher]) taps.set(one, await tap(desk.code, one.token, 2));
  const wall = await tap(desk.code, desk.projector ?? '', 2);
  await desk.do({ kind: 'begin' });
  const signs = tables.layout.paths.flatMap((path, cell) =>
    path.startsWith('sign.') ? [{ path, cell }] : [],
  );
  /** Signs that everything heard so far speaks of: in cells, and in changes. */
  const heardOf = ({ heard }: Tap): string[] => {
    const games = heard.flatMap((one) => {
      const [event, shown] = one.startsWith('2["game"')
        ? (JSON.parse(one.slice(1)) as [string, GameShown])
        : [];
      return event && shown ? [shown] : [];
    });
    const coming = games.map(({ cells }) =>
      signs.filter(({ path, cell }) => cells[cell] === 1 && !isOfClient(path)),
    );
    expect(coming.every(({ length }) => length <= 1)).toBe(true);
    return games.flatMap(({ cells, changes }) => [
      ...signs.flatMap(({ path, cell }) => (cells[cell] === 1 ? [path] : [])),
      ...changes.flatMap(({ where }) => (where.startsWith('sign.') ? [where] : [])),
    ]);
  };
  const isOfClient = (path: string): boolean => !/^sign\.(event|outsider)\./.test(path);
  const held = new Set<RemoteSeat>();
  for (let round = 1; round <= 3; round++) {
    const all = [...team, alone];
    await until(() =>
      all.every(
        ({ shown, table }) => shown.world.round === round && shown.world.phase === 'talks' && table !== null,
      ),
    );
    for (const one of all) if (one.shown.powers.includes('reports')) held.add(one);
    expect(held.size).toBe(1 + round);
    await new Promise((resolve) => setTimeout(resolve, 30));
    for (const [one, heard] of taps) expect(held.has(one) || heardOf(heard).length === 0).toBe(true);
    const head = team.find(({ shown }) => shown.me.post === 'head') as RemoteSeat;
    const analyst = team.find(({ shown }) => shown.me.post === 'analyst') as RemoteSeat;
    expect(await head.draft({ moves: [] })).toEqual({ ok: true });
    expect(await lock(analyst)).toEqual({ ok: true });
    expect(await lock(alone)).toEqual({ ok: true });
  }
  for (const one of held) expect(heardOf(taps.get(one) as Tap)).not.toEqual([]);
  expect(heardOf(wall)).toEqual([]);
  for (const { socket } of [...taps.values(), wall]) socket.disconnect();
  for (const one of [desk, watcher, alone, ...team]) one.close();
  server.blameless();
});
