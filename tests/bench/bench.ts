/**
 * `npm run bench`: how fast games are played out, how long a decision and its views take, and what a game holds in memory.
 * Figures as text, or with `--json` as JSON; `--games N` plays another number of games. `classroom` measures the server instead,
 * `frames` only the built page, `analyst` only how long its forecasts take.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { decide } from '../../src/engine/decide.ts';
import { seedFrom } from '../../src/engine/dice.ts';
import { layers } from '../../src/engine/layers.ts';
import { drawChance, phaseOf, roundOf, runOnRounds, seedsFrom, start } from '../../src/engine/position.ts';
import { chanceOf, replayDigests } from '../../src/engine/record.ts';
import { Scenario } from '../../src/engine/scenario/schema.ts';
import { viewFor } from '../../src/engine/seats.ts';
import { compile } from '../../src/engine/compile/compile.ts';
import { forecast } from '../../src/forecast/forecast.ts';
import { drawSeats, playGame, playOut } from '../../src/forecast/playout.ts';
import { choose } from '../../src/forecast/policy.ts';
import { analystFigures } from './analyst.ts';
import { bareLoop, steppedByXState } from './limits.ts';
import { forecastTimes } from './forecasts.ts';
import { frameFigures } from './frames.ts';

// What a school needs is measured by itself: it takes minutes and a second process.
if (process.argv[2] === 'classroom') {
  await (await import('./classroom.ts')).benchClassroom(process.argv.slice(3));
  process.exit(0);
}
if (process.argv[2] === 'frames') {
  for (const [name, value] of Object.entries(await frameFigures())) console.log(`${name.padEnd(70)}${value}`);
  process.exit(0);
}
if (process.argv[2] === 'analyst') {
  for (const [name, value] of Object.entries(await analystFigures()))
    console.log(`${name.padEnd(70)}${value}`);
  process.exit(0);
}
const { values } = parseArgs({
  options: { json: { type: 'boolean', default: false }, games: { type: 'string', default: '300' } },
});
const games = Math.max(1, Number.parseInt(values.games, 10) || 300);
const file = new URL('../../assets/scenarios/tehran-2016/scenario.json', import.meta.url);
const tables = compile(Scenario.parse(JSON.parse(readFileSync(file, 'utf8'))));
const options = { rounds: 8, moves: 3, layers: [...layers] };

const records = Array.from(
  { length: 10 },
  (_, at) => playGame(tables, { seeds: seedsFrom(seedFrom(`bench ${at}`)), options }).record,
);
const playouts = quickGames();
const bare = bareLoop(tables, options.rounds + runOnRounds, games);
const stepped = steppedByXState(tables, records);
const figures = {
  'playouts a second, quick policy, one core': playouts,
  'the arithmetic alone in a bare loop, games a second': bare,
  'moves stepped through XState, games a second': stepped,
  'bare loop : playouts': ratio(bare, playouts),
  'playouts : XState': ratio(playouts, stepped),
  'forecast games a second, counted, quick policy': perSecond(games, () =>
    forecast(tables, { games, seed: seedFrom('bench'), options }),
  ),
  'playouts a second, random policy, put into words': perSecond(games, () =>
    forecast(tables, { games, seed: seedFrom('bench'), options, policy: 'random@1' }),
  ),
  'deep orders of one seat, median, milliseconds': deepTime(),
  ...forecastTimes(tables, options),
  ...decisionTimes(),
  ...memory(),
  ...(await analystFigures()),
  ...(await frameFigures()),
};
if (values.json) console.log(JSON.stringify({ node: process.version, games, ...figures }));
else for (const [name, value] of Object.entries(figures)) console.log(`${name.padEnd(70)}${value}`);

/**
 * Play full games of four quick capitals on one set of cells; the best of many passes, since others use the machine too and the
 * compiler needs some seconds to settle.
 */
function quickGames(): number {
  const begun = Array.from({ length: games }, (_, at) => {
    const seeds = seedsFrom(seedFrom(`bench ${at}`));
    const chance = drawChance(tables, seeds);
    const { cells } = start(tables, options, chance).position;
    return { chance, cells, seats: drawSeats(tables, seeds.dice) };
  });
  const cells = new Int32Array(tables.layout.size);
  let best = Infinity;
  for (let pass = 0; pass < 40; pass++) {
    const before = performance.now();
    for (const game of begun) {
      cells.set(game.cells);
      playOut(tables, cells, game.chance, game.seats, {});
    }
    best = Math.min(best, performance.now() - before);
  }
  return Math.round((games * 1000) / best);
}

/** Time that a deep seat takes to choose its orders, over the positions of a game at talks. */
function deepTime(): number {
  const [record] = records;
  if (!record) throw new Error('no record');
  const chance = chanceOf(tables, record);
  let { position } = start(tables, record.options, chance);
  const times: number[] = [];
  for (const decision of record.decisions) {
    if (decision.kind === 'lock') {
      const before = performance.now();
      choose(tables, viewFor(position, decision.seat), { policy: 'deep@4', temperament: 'patient-17' });
      times.push(performance.now() - before);
    }
    const decided = decide(position, decision, chance);
    if (!decided.ok) throw new Error(decided.why.reason);
    ({ position } = decided);
  }
  times.sort((one, other) => one - other);
  return Math.round((times[times.length >> 1] ?? 0) * 10) / 10;
}

function ratio(one: number, other: number): number {
  return Math.round((10 * one) / Math.max(1, other)) / 10;
}

/** Count per second, after a first run that warms the machine up. */
function perSecond(count: number, run: () => unknown): number {
  forecast(tables, { games: Math.min(count, 60), seed: seedFrom('warm'), options });
  const before = performance.now();
  run();
  return Math.round((count * 1000) / (performance.now() - before));
}

/** Times of `decide()` with all views, over recorded games, and of the same decisions without a trace. */
function decisionTimes(): Record<string, number> {
  const times: number[] = [];
  for (const record of [...records, ...records]) {
    const chance = chanceOf(tables, record);
    let { position } = start(tables, record.options, chance);
    for (const decision of record.decisions) {
      const before = performance.now();
      const decided = decide(position, decision, chance);
      if (!decided.ok) throw new Error(`refused: ${decided.why.reason}`);
      position = decided.position;
      for (const { id } of tables.capitals) viewFor(position, id);
      times.push(performance.now() - before);
    }
    if (phaseOf(position) !== 'over') throw new Error(`not over in round ${roundOf(position)}`);
  }
  const counted = times.slice(times.length / 2).sort((one, other) => one - other);
  const at = (share: number): number => micro(counted[Math.trunc((counted.length - 1) * share)] ?? 0);
  const before = performance.now();
  for (const record of records) replayDigests(tables, record);
  const replayed = (performance.now() - before) / records.length;
  return {
    'decide() and four views, median, microseconds': at(0.5),
    'decide() and four views, 95 of 100, microseconds': at(0.95),
    'decide() and four views, slowest, microseconds': at(1),
    'a game replayed untraced, microseconds': micro(replayed),
  };
}

/** Heap that an eight-round game with all its changes holds. */
function memory(): Record<string, number> {
  const collect = (globalThis as { gc?: () => void }).gc;
  collect?.();
  const before = process.memoryUsage().heapUsed;
  const seeds = seedsFrom(seedFrom('memory'));
  const game = playGame(tables, { seeds, options, traced: true });
  collect?.();
  const held = process.memoryUsage().heapUsed - before;
  return {
    'changes in an eight-round game': game.changes?.length ?? 0,
    'heap of an eight-round game with all changes, kB': Math.round(held / 1024),
  };
}

function micro(milliseconds: number): number {
  return Math.round(milliseconds * 1000);
}
