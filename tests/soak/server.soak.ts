/** The long version of what `tests/server` promises: two hundred kills under load, and a hundred thousand hostile messages. */
import { afterAll, expect, test } from 'vitest';
import { openSqliteLog } from '../../src/server/log/sqlite.ts';
import { die } from '../../src/engine/dice.ts';
import { aDesk, aFolder, deviceOptions, lock, seated, until } from '../server/aServer.ts';
import { aChild } from '../server/child.ts';
import { attackFromOutside } from '../server/attacker.ts';
import { aBusyClass, hasty, missing, resumed } from '../server/killing.ts';

const hour = 3_600_000;
const kills = 200;

const folder = aFolder();
afterAll(() => folder.remove());

test(
  'killed two hundred times at random moments under load, the server loses nothing',
  { timeout: hour },
  async () => {
    const start = (port: number) => aChild({ port, folder: folder.path, limits: hasty });
    let child = await start(0);
    const { port, address } = child;
    let over = false;
    const playing = await Promise.all(
      Array.from({ length: 6 }, () => aBusyClass(deviceOptions(address), () => over)),
    );
    const classes = playing.map(({ one }) => one);
    for (let killed = 0; killed < kills; killed++) {
      await new Promise((resolve) => setTimeout(resolve, die({ high: 1, low: 2 }, 0, 3, killed, 400)));
      await child.kill();
      child = await start(port);
      await resumed(classes);
    }
    over = true;
    await Promise.all(playing.map(({ done }) => done));
    await child.kill();
    const log = await openSqliteLog(folder.path);
    let acknowledged = 0;
    for (const one of classes) {
      expect(await missing(log, one)).toEqual([]);
      acknowledged += one.acknowledged.texts.length + one.acknowledged.locks.length;
      expect(one.unanswered).toBe(0);
      for (const device of [one.desk, ...one.seats]) device.close();
    }
    await log.close();
    console.log(`${kills} kills, ${acknowledged} acknowledged commands, none lost`);
  },
);

const lenient = { ...hasty, refused: 1e9, wrong: { burst: 1e9, perSecond: 1e9 } };

// Once so that everything sent is looked at, once as a school has it: then who is hostile is cut off again and again.
test.each([
  { limits: lenient, messages: 100_000, most: Infinity },
  { limits: {}, messages: 30_000, most: 1000 },
])(
  '$messages hostile messages do no harm, other rooms are answered, and memory stays flat',
  { timeout: hour },
  async ({ limits, messages, most }) => {
    const child = await aChild({ port: 0, folder: aFolder().path, limits });
    const options = deviceOptions(child.address);
    const desk = await aDesk(options);
    const [victim, ...villains] = await seated(options, desk.code, ['iran', 'usa', 'russia', 'turkey']);
    const other = await aDesk(options, { rounds: 8 });
    const [quiet] = await seated(options, other.code, ['russia']);
    if (!victim || !quiet) throw new Error('nobody came');
    await desk.do({ kind: 'begin' });
    await other.do({ kind: 'begin' });
    await until(() => quiet.shown.world.phase === 'talks');
    let attacked = false;
    const times: number[] = [];
    const witness = (async () => {
      while (!attacked) {
        const before = performance.now();
        const { phase } = quiet.shown.world;
        const reply =
          phase === 'talks'
            ? await lock(quiet)
            : phase === 'debrief'
              ? await other.do({ kind: 'undo' })
              : await other.do({ kind: 'skip' });
        times.push(performance.now() - before);
        if (!reply.ok && reply.why.reason !== 'notNow' && reply.why.reason !== 'locked')
          throw new Error(reply.why.reason);
        // No faster than one may ask.
        await new Promise((resolve) => setTimeout(resolve, 150));
      }
    })();
    const weights: number[] = [];
    const each = messages / 10 / villains.length;
    for (let part = 0; part < 10; part++) {
      await Promise.all(
        villains.map((villain, at) =>
          attackFromOutside(
            { address: child.address, code: desk.code, token: villain.token },
            each,
            100 * part + at,
          ),
        ),
      );
      weights.push(Math.round((await child.weigh(true)).heap / 1024));
    }
    attacked = true;
    await witness;
    const { mistakes } = await child.weigh();
    const sorted = times.sort((one, two) => one - two);
    const at = (share: number): number => Math.round(sorted[Math.trunc((sorted.length - 1) * share)] ?? 0);
    console.log(
      `heap after each tenth, kB: ${weights.join(' ')}; answers to another room: median ${at(0.5)}, 99 of 100 ${at(0.99)}, slowest ${at(1)} ms`,
    );
    expect(mistakes).toBe(0);
    expect(at(1)).toBeLessThan(most);
    // The room under attack may keep what its own people did; it may not grow with every message.
    const [, second = 0] = weights;
    expect((weights.at(-1) ?? 0) - second).toBeLessThan(8 * 1024);
    expect(victim.shown.me.seat).toBe('iran');
    expect(desk.shown.people.map(({ id }) => id)).toEqual(['p1', 'p2', 'p3', 'p4']);
    expect(desk.shown.messages.filter(({ from }) => from === 'teacher')).toEqual([]);
    for (const device of [desk, victim, ...villains, other, quiet]) device.close();
    await child.kill();
  },
);
