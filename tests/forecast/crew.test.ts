/** What a crew and its servants say to each other, message by message: overtaken work is neither played on nor counted. */
import { expect, it } from 'vitest';
import type { Craft, FromWorker, Port, ToWorker } from '../../src/forecast/crew.ts';
import { openCrew } from '../../src/forecast/crew.ts';
import { gamesInOneGo } from '../../src/forecast/goes.ts';
import { handOver, takeUp } from '../../src/forecast/handing.ts';
import { reckonedOf, reckoningOf } from '../../src/forecast/reckoning.ts';
import { openServant } from '../../src/forecast/servant.ts';
import { tables } from './june2016.ts';

/** Work is a number of games and what each of them comes to. */
interface Work {
  readonly games: number;
  readonly value: number;
}
const craft: Craft<Work> = {
  games: ({ games }) => games,
  width: () => 1,
  play: (_, { value }, from, to) => new Int16Array(to - from).fill(value),
};
const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
const never = (): Promise<void> => new Promise(() => undefined);

it('a servant that is asked something newer drops what it was playing and what waited', async () => {
  const played: [number, number][] = [];
  const sent: FromWorker[] = [];
  const watched: Craft<Work> = {
    ...craft,
    play(own, work, from, to) {
      played.push([work.value, from]);
      return craft.play(own, work, from, to);
    },
  };
  const servant = openServant(watched, (message) => sent.push(message), turn);
  servant.take({ kind: 'open', handed: handOver(tables), reckons: false });
  servant.take({ kind: 'ask', run: 1, work: { games: 1000, value: 1 } });
  servant.take({ kind: 'play', run: 1, from: 0, to: 4 * gamesInOneGo });
  servant.take({ kind: 'play', run: 1, from: 4 * gamesInOneGo, to: 8 * gamesInOneGo });
  servant.take({ kind: 'ask', run: 2, work: { games: 20, value: 2 } });
  servant.take({ kind: 'play', run: 2, from: 0, to: 20 });
  await expect.poll(() => sent.length).toBe(2);
  expect(sent).toEqual([
    { kind: 'ready' },
    { kind: 'rows', run: 2, from: 0, rows: new Int16Array(20).fill(2) },
  ]);
  expect(played).toEqual([
    [1, 0],
    [2, 0],
    [2, gamesInOneGo],
  ]);
});

it('a crew gives a worker new work at once and does not count what still comes of the old', async () => {
  const posted: ToWorker<Work>[] = [];
  let take: (message: FromWorker) => void = () => undefined;
  const port: Port<Work> = {
    post: (message) => posted.push(message),
    listen: (taken) => (take = taken),
    close: () => undefined,
  };
  const crew = openCrew(tables, craft, { workers: 1, open: () => port, rest: turn, patience: never });
  const old = crew.play({ games: 5 * gamesInOneGo, value: 1 });
  expect(posted.map(({ kind }) => kind)).toEqual(['open']);
  take({ kind: 'ready' });
  const given = posted.flatMap((message) => (message.kind === 'play' ? [message] : []));
  expect(given.length).toBeGreaterThan(1);
  const fresh = crew.play({ games: 3, value: 2 });
  expect(await old).toBe(null);
  expect(posted.slice(-2)).toMatchObject([
    { kind: 'ask', run: 2 },
    { kind: 'play', run: 2, from: 0, to: 3 },
  ]);
  for (const { run, from, to } of given)
    take({ kind: 'rows', run, from, rows: new Int16Array(to - from).fill(1) });
  take({ kind: 'rows', run: 2, from: 0, rows: new Int16Array(3).fill(2) });
  expect(await fresh).toEqual(new Int16Array(3).fill(2));
  crew.close();
});

it('a crew that plays along waits for what the first worker works out of the scenario, and takes it; not for a lost or a late one', async () => {
  const fresh = takeUp({ ...handOver(tables), reckoning: undefined });
  const other = takeUp({ ...handOver(tables), reckoning: undefined });
  const third = takeUp({ ...handOver(tables), reckoning: undefined });
  for (const [own, first] of [
    [fresh, 'tells'],
    [other, 'dies'],
    [third, 'is late'],
  ] as const) {
    const answers = first === 'tells';
    let late = (): void => undefined;
    let playedHere = 0;
    const counted: Craft<Work> = {
      ...craft,
      play(...args) {
        playedHere++;
        return craft.play(...args);
      },
    };
    const opened: boolean[] = [];
    let end = (): void => undefined;
    const open = (): Port<Work> => {
      let say: (message: FromWorker) => void = () => undefined;
      const servant = openServant(craft, (message) => say(message), turn);
      const isFirst = opened.length === 0;
      return {
        post(message) {
          if (message.kind === 'open') opened.push(message.reckons);
          if (answers || !isFirst) servant.take(message);
        },
        // What is said is heard later, as from a worker.
        listen(take, lost) {
          say = (message) => void turn().then(() => take(message));
          if (isFirst) end = lost;
        },
        close: () => undefined,
      };
    };
    const headStart = (): Promise<void> => new Promise((resolve) => (late = resolve));
    const host = { workers: 2, playsToo: true, open, rest: turn, patience: never, headStart };
    const crew = openCrew(own, counted, host);
    const rows = crew.play({ games: 40 * gamesInOneGo, value: 1 });
    await Promise.resolve();
    expect(opened).toEqual([true, false]);
    expect(playedHere).toBe(0);
    if (first === 'dies') end();
    if (first === 'is late') late();
    expect(await rows).toEqual(new Int16Array(40 * gamesInOneGo).fill(1));
    expect(playedHere).toBeGreaterThan(0);
    expect(reckonedOf(own)).toEqual(answers ? reckoningOf(tables) : undefined);
    crew.close();
  }
});

it('a worker that falls silent in the middle of its games is done without, one that waits for work is not', async () => {
  let pass = (): void => undefined;
  const stalled = (): Promise<void> => new Promise((resolve) => (pass = resolve));
  const posted: ToWorker<Work>[] = [];
  let take: (message: FromWorker) => void = () => undefined;
  let closed = 0;
  const port: Port<Work> = {
    post: (message) => posted.push(message),
    listen: (taken) => (take = taken),
    close: () => void closed++,
  };
  let fellBack = 0;
  const crew = openCrew(tables, craft, {
    workers: 1,
    open: () => port,
    rest: turn,
    patience: never,
    stalled,
    fellBack: () => void fellBack++,
  });
  take({ kind: 'ready' });
  const wait = async (): Promise<void> => {
    pass();
    await turn();
  };
  await wait();
  await wait();
  expect(crew.workers).toBe(1);
  const rows = crew.play({ games: 40 * gamesInOneGo, value: 3 });
  const part = posted.find((message) => message.kind === 'play');
  if (part?.kind !== 'play') throw new Error('nothing was given out');
  // It was given work while it was waited for, and then gives some of it back: that is no silence.
  await wait();
  expect(crew.workers).toBe(1);
  take({ kind: 'rows', run: 1, from: part.from, rows: new Int16Array(part.to - part.from).fill(3) });
  await wait();
  expect([crew.workers, fellBack]).toEqual([1, 0]);
  await wait();
  expect([crew.workers, fellBack]).toEqual([1, 0]);
  await wait();
  expect([crew.workers, fellBack, closed]).toEqual([0, 1, 1]);
  expect(await rows).toEqual(new Int16Array(40 * gamesInOneGo).fill(3));
  crew.close();
});
