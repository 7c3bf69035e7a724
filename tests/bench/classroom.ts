/**
 * `npm run bench -- classroom`: whole classes play whole games against a server of its own, on one machine with their devices. A class is
 * eight devices: the teacher's and seven at the four capitals. Pauses are those of a class that has five minutes a round, made shorter by
 * `--scale` (10 by default, so that the server bears ten times a real class's haste). `--rooms N` plays that many classes, `--polling`
 * without WebSockets, `--ceiling` raises the number until a bar breaks, `--json` says it as JSON.
 */
import { rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { answerOffers, choose, makeOffers } from '../../src/forecast/policy.ts';
import type { RemoteDesk, RemoteSeat, RoomOptions } from '../../src/table/remoteRoom.ts';
import type { Reply, Settings } from '../../src/table/wire.ts';
import { aDesk, aFolder, aSeat, capitals, tables } from '../server/aServer.ts';
import { aChild } from '../server/child.ts';
import { hasty } from '../server/killing.ts';

/** What must hold, in milliseconds, for 99 of 100. */
const bars = { acknowledged: 150, revealed: 300 };
const rounds = 3;
/** Seconds of a real round, as RULES §8 times it. */
const real = { talks: 190, orders: 30, reveal: 60, report: 20 };
/** Devices that connect at the same time while a school comes in. */
const arriving = 24;

interface Figures {
  readonly rooms: number;
  readonly devices: number;
  readonly line: string;
  readonly commands: number;
  readonly acknowledged: Spread;
  readonly revealed: Spread;
  readonly refused: number;
  readonly unanswered: number;
  /** Of the server, in kB. */
  readonly heapPerRoom: number;
  readonly residentPerRoom: number;
  /** Share of one processor that the server used while the classes played. */
  readonly busy: number;
  readonly holds: boolean;
}

interface Spread {
  readonly median: number;
  readonly p99: number;
  readonly most: number;
}

/** Run the bench with the words after `classroom`. */
export async function benchClassroom(words: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...words],
    options: {
      rooms: { type: 'string', default: '150' },
      scale: { type: 'string', default: '10' },
      polling: { type: 'boolean', default: false },
      ceiling: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  });
  const scale = Math.max(1, Number(values.scale) || 10);
  let rooms = Math.max(1, Number.parseInt(values.rooms, 10) || 150);
  const all: Figures[] = [];
  for (;;) {
    const figures = await measure(rooms, scale, values.polling);
    all.push(figures);
    if (!values.json) print(figures);
    if (!values.ceiling || !figures.holds) break;
    rooms = Math.round(rooms * 1.25);
  }
  if (values.json) console.log(JSON.stringify({ node: process.version, scale, bars, runs: all }));
}

async function measure(rooms: number, scale: number, polling: boolean): Promise<Figures> {
  const folder = aFolder();
  const child = await aChild({
    port: 0,
    folder: folder.path,
    webSockets: !polling,
    limits: { ...hasty, open: 1e6 },
  });
  const options: RoomOptions = {
    addresses: [child.address],
    transports: [polling ? 'polling' : 'websocket'],
    load: async () => tables,
  };
  const empty = await child.weigh(true);
  const times = { acknowledged: [] as number[], revealed: [] as number[] };
  const count = { refused: 0, unanswered: 0 };
  const classes: Class[] = [];
  const waiting = Array.from({ length: rooms }, (_, at) => at);
  await Promise.all(
    Array.from({ length: Math.ceil(arriving / 8) }, async () => {
      while (waiting.pop() !== undefined) classes.push(await aClass(options, scale));
    }),
  );
  const full = await child.weigh(true);
  const begun = performance.now();
  await Promise.all(
    classes.map((one, at) => play(one, scale, (at / rooms) * (real.talks / scale) * 1000, times, count)),
  );
  const lasted = performance.now() - begun;
  const played = await child.weigh(true);
  for (const { desk, seats } of classes) for (const device of [desk, ...seats]) device.close();
  await child.kill();
  rmSync(folder.path, { recursive: true, force: true });
  const acknowledged = spread(times.acknowledged);
  const revealed = spread(times.revealed);
  return {
    rooms,
    devices: rooms * 8,
    line: polling ? 'long polling' : 'WebSockets',
    commands: times.acknowledged.length,
    acknowledged,
    revealed,
    ...count,
    heapPerRoom: Math.round((played.heap - empty.heap) / rooms / 1024),
    residentPerRoom: Math.round((played.resident - empty.resident) / rooms / 1024),
    busy: Math.round(((played.busy - full.busy) / lasted) * 100) / 100,
    holds: acknowledged.p99 < bars.acknowledged && revealed.p99 < bars.revealed && count.unanswered === 0,
  };
}

interface Class {
  readonly desk: RemoteDesk;
  readonly seats: readonly RemoteSeat[];
}

async function aClass(options: RoomOptions, scale: number): Promise<Class> {
  const seconds = (whole: number): number => Math.max(1, Math.round(whole / scale));
  const timers: Settings['timers'] = {
    briefing: 0,
    talks: seconds(real.talks),
    orders: seconds(real.orders),
    reveal: seconds(real.reveal),
    report: seconds(real.report),
  };
  const desk = await aDesk(options, { timers, rounds, layers: ['secrecy', 'stakes'], rotate: false });
  const seats = await Promise.all(
    [...capitals, ...capitals.slice(0, 3)].map(async (capital) => {
      const seat = await aSeat(options, desk.code);
      await seat.sit(0, capital);
      return seat;
    }),
  );
  return { desk, seats };
}

interface Times {
  readonly acknowledged: number[];
  readonly revealed: number[];
}

/** Play a whole game; classes begin one after another, as they do in a school. */
async function play(
  { desk, seats }: Class,
  scale: number,
  after: number,
  times: Times,
  count: { refused: number; unanswered: number },
): Promise<void> {
  await pause(after);
  /** When the last orders of a round were sent, and on how many devices its reveal is still to come. */
  let lastLock = 0;
  const seen = new Map<number, { latest: number; devices: number }>();
  const ended = Promise.all(
    seats.map(
      (seat) =>
        new Promise<void>((resolve) => {
          let revealed = 0;
          const stop = seat.subscribe(() => {
            const { phase, round } = seat.shown.world;
            if (phase === 'reveal' && round > revealed) {
              revealed = round;
              const one = seen.get(round) ?? { latest: 0, devices: 0 };
              seen.set(round, one);
              one.latest = performance.now();
              if (++one.devices === seats.length && lastLock > 0) {
                times.revealed.push(one.latest - lastLock);
                lastLock = 0;
              }
            }
            if (phase === 'debrief') {
              stop();
              resolve();
            }
          });
        }),
    ),
  );
  const ask = async (asked: Promise<Reply>): Promise<boolean> => {
    const before = performance.now();
    const reply = await asked;
    times.acknowledged.push(performance.now() - before);
    if (!reply.ok) count[reply.why.reason === 'noAnswer' ? 'unanswered' : 'refused']++;
    return reply.ok;
  };
  await ask(desk.do({ kind: 'begin' }));
  await Promise.all(seats.map((seat) => beSomebody(seat, scale, ask, () => (lastLock = performance.now()))));
  await ended;
}

/** Sit at a device for a whole game: draft and lock, or talk. */
async function beSomebody(
  seat: RemoteSeat,
  scale: number,
  ask: (asked: Promise<Reply>) => Promise<boolean>,
  locking: () => void,
): Promise<void> {
  const span = (real.talks / scale) * 1000;
  for (let round = 1; round <= rounds; round++) {
    const isOn = (): boolean => {
      const { world } = seat.shown;
      return world.round === round && world.phase === 'talks' && seat.table !== null;
    };
    // On a machine that stands still for seconds a device can miss a round: the class has played on without it.
    const isPast = (): boolean => seat.shown.world.round > round || seat.shown.world.phase === 'debrief';
    await when(seat, () => isOn() || isPast());
    if (!isOn()) continue;
    const { table } = seat;
    if (!table) return;
    const begun = performance.now();
    /** Wait for a part of the talks, somewhat more or less. */
    const at = (part: number): Promise<void> =>
      pause(begun + span * (part + Math.random() * 0.12) - performance.now());
    const powers = seat.shown.powers;
    const by = { seat: table.seat, round };
    if (powers.includes('talk')) {
      await at(0.1);
      for (const { decision } of makeOffers(tables, table.state.view, {})) await ask(table.decide(decision));
      await at(0.3);
      await ask(seat.cable('all', 'lookAtOffer'));
      for (const part of [0.35, 0.5]) {
        await at(part);
        for (const { decision } of answerOffers(tables, table.state.view, {}))
          await ask(table.decide(decision));
      }
    }
    if (powers.includes('draft'))
      for (const part of [0.15, 0.4, 0.6]) {
        await at(part);
        await ask(seat.draft(choose(tables, table.state.view, {}).orders));
      }
    if (powers.includes('lock')) {
      await at(0.75);
      const { orders } = choose(tables, table.state.view, {});
      if (powers.includes('draft')) {
        locking();
        if (!(await ask(table.decide({ ...by, kind: 'lock', orders }))))
          await ask(table.decide({ ...by, kind: 'lock', orders: { moves: [] } }));
      }
    }
  }
}

function when(seat: RemoteSeat, what: () => boolean): Promise<void> {
  if (what()) return Promise.resolve();
  return new Promise((resolve) => {
    const stop = seat.subscribe(() => {
      if (!what()) return;
      stop();
      resolve();
    });
  });
}

function pause(time: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.max(0, time)));
}

function spread(times: number[]): Spread {
  const sorted = times.sort((one, other) => one - other);
  const at = (share: number): number => Math.round(sorted[Math.trunc((sorted.length - 1) * share)] ?? 0);
  return { median: at(0.5), p99: at(0.99), most: at(1) };
}

function print(figures: Figures): void {
  const { acknowledged, revealed } = figures;
  const of = ({ median, p99, most }: Spread): string =>
    `median ${median}, 99 of 100 ${p99}, slowest ${most} ms`;
  const lines: [string, string | number][] = [
    [`classes, devices, over ${figures.line}`, `${figures.rooms}, ${figures.devices}`],
    [
      `commands acknowledged (bar: 99 of 100 < ${bars.acknowledged} ms)`,
      `${figures.commands}: ${of(acknowledged)}`,
    ],
    [`last lock to the reveal on all devices (bar: < ${bars.revealed} ms)`, of(revealed)],
    ['commands refused by the rules, left without an answer', `${figures.refused}, ${figures.unanswered}`],
    ['the server: heap, memory a class, kB', `${figures.heapPerRoom}, ${figures.residentPerRoom}`],
    ['the server: share of one processor', figures.busy],
    ['both bars hold', figures.holds ? 'yes' : 'no'],
  ];
  for (const [name, value] of lines) console.log(`${name.padEnd(70)}${value}`);
  console.log('');
}
