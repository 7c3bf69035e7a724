/**
 * Records games anew: `node tests/golden/make.ts`. Run it when a rule or the scenario was changed on purpose, and say in the
 * commit why the digests moved. The games are random legal play, so that all kinds of decisions are in them.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { seedFrom } from '../../src/engine/dice.ts';
import { layers } from '../../src/engine/layers.ts';
import { seedsFrom } from '../../src/engine/position.ts';
import type { GameOptions } from '../../src/engine/position.ts';
import { newRecord, recorded } from '../../src/engine/record.ts';
import { Scenario } from '../../src/engine/scenario/schema.ts';
import { compile } from '../../src/engine/statecharts/compile.ts';
import { playRandomly } from '../engine/randomPlay.ts';
import { goldenForecast } from '../forecast/goldenForecast.ts';

/** What is recorded: a first class game, a whole one, a long one with three moves a round. */
const games: Record<string, GameOptions> = {
  first: { rounds: 3, moves: 2, layers: [] },
  whole: { rounds: 8, moves: 2, layers },
  long: { rounds: 8, moves: 3, layers: ['secrecy', 'stakes', 'warnings'] },
};

const scenarioFile = new URL('../../assets/scenarios/tehran-2016/scenario.json', import.meta.url);
const tables = compile(Scenario.parse(JSON.parse(readFileSync(scenarioFile, 'utf8'))));

for (const [name, options] of Object.entries(games)) {
  const seed = `golden ${name}`;
  let record = newRecord(tables, seedsFrom(seedFrom(seed)), options, {});
  playRandomly(
    tables,
    seed,
    ({ before, decision, decided }) => (record = recorded(record, decision, before, decided.position)),
    options,
  );
  const file = fileURLToPath(new URL(`${name}.json`, import.meta.url));
  writeFileSync(file, `${JSON.stringify(record, null, 1)}\n`);
  execFileSync('npx', ['oxfmt', file]);
  console.log(`${name}: ${record.decisions.length} decisions, ${record.digests.length} rounds`);
}

const forecastFile = fileURLToPath(new URL('forecast.json', import.meta.url));
writeFileSync(forecastFile, `${JSON.stringify(goldenForecast(tables), null, 1)}\n`);
execFileSync('npx', ['oxfmt', forecastFile]);
console.log('forecast: two questions');
